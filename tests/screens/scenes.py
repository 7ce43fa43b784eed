"""Which pictures there are. A new page is one entry in `SCENES`."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from fieldapp.store.errors import StoreDamaged
from fieldapp.vault.errors import WrongPassphrase
from tests.screens.window import Hands, until
from tests.screens.world import CHANGED, Laptop, World
from tests.support.looking import type_into
from tests.support.mission import START
from ui.forms.place_field import PlaceField
from ui.forms.view import FormView
from ui.map.picker import PlacePicker
from ui.map.view import MapView
from ui.reports.form_page import FormPage
from ui.settings.people_card import PeopleCard
from ui.shell.lock_screen import LockScreen
from ui.shell.way_back import Copy, CopyAtHand

Lead = Callable[[Hands, World], None]


@dataclass(frozen=True)
class Scene:
    """One page in one state.

    Args:
        name: of the page, then its state; as in the names of the pictures.
        laptop: the installation it is taken of.
        lead: leads the window there; ``hands.go("name")`` opens a page of the rail.
        locked: it stands before the door.
    """

    name: str
    laptop: Laptop
    lead: Lead
    locked: bool = False


def _go(page: str, target: object = None) -> Lead:
    return lambda hands, world: hands.go(page, target)


def _stay(hands: Hands, world: World) -> None:
    """The window opens there."""


def _wrong(hands: Hands, world: World) -> None:
    screen = hands.content
    assert isinstance(screen, LockScreen)
    screen.failed(WrongPassphrase())


def _copy(hands: Hands, world: World) -> None:
    screen = hands.content
    assert isinstance(screen, LockScreen)
    screen.failed(CopyAtHand(StoreDamaged(), Copy(1204, START, 12)))


def _nothing_found(hands: Hands, world: World) -> None:
    hands.go("reports")
    hands.write("search", "no such words")


def _problems(form: str) -> Lead:
    def lead(hands: Hands, world: World) -> None:
        hands.go("form", ("new", form))
        hands.press("file report")

    return lead


def _at(draft: str, ref: str) -> Lead:
    """A draft, with the cursor in one of its questions."""

    def lead(hands: Hands, world: World) -> None:
        hands.go("form", ("draft", draft))
        _form(hands).go_to(ref)

    return lead


def _caught(hands: Hands, world: World) -> None:
    """Words that lead to a person, and a grid that is too fine."""
    hands.go("form", ("draft", "filled protection"))
    for ref, text in (
        ("/data/where/grid", "32QQF96255199"),
        ("/data/facts/narrative", "A woman asks for help. Call Amina on 0912345678."),
    ):
        _form(hands).go_to(ref)
        edit = getattr(_form(hands).box(ref).field, "edit", None)
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        edit.selectAll()
        type_into(edit, text)


def _form(hands: Hands) -> FormView:
    page = hands.page
    assert isinstance(page, FormPage)
    assert page.editor is not None
    return page.editor.form


def _place_known(hands: Hands, world: World) -> None:
    hands.go("form", ("new", "restriction"))
    view = hands.window.findChildren(FormView)[0]
    view.go_to("/data/where/place")
    field = view.box("/data/where/place").field
    assert isinstance(field, PlaceField)
    field.edit.setText("CP Tarek")
    field.left.emit()


def _report(hands: Hands, world: World) -> None:
    hands.go("report", world.reports[CHANGED])


def _handing_on(button: str) -> Lead:
    def lead(hands: Hands, world: World) -> None:
        _report(hands, world)
        hands.press(button)

    return lead


def _question(hands: Hands, world: World) -> None:
    hands.go("review")
    hands.press("ask")


def _unfolded(*buttons: str) -> Lead:
    def lead(hands: Hands, world: World) -> None:
        hands.go("settings")
        for button in buttons:
            hands.press(button)

    return lead


def _removing(hands: Hands, world: World) -> None:
    hands.go("settings")
    card = hands.find(PeopleCard, "people card")
    (remove,) = (each for each in card.findChildren(QPushButton) if is_remove(each))
    remove.click()


def is_remove(button: QPushButton) -> bool:
    """Whether it is the button beside somebody's name."""
    first, _, slot = button.objectName().partition(" ")
    return first == "remove" and len(slot) == 16


def _map(hands: Hands, world: World) -> None:
    hands.go("map")
    view = hands.find(MapView, "map")
    view.show_grid(False)
    hands.find(QToolButton, "measure").setChecked(False)
    until(lambda: bool(view.grab()) and not view.busy)


def _map_grid(hands: Hands, world: World) -> None:
    _map(hands, world)
    view = hands.find(MapView, "map")
    view.show_grid(True)
    view.look(view.camera.zoomed(view.camera.zoom + 3))
    until(lambda: bool(view.grab()) and not view.busy)


def _map_measuring(hands: Hands, world: World) -> None:
    _map(hands, world)
    view = hands.find(MapView, "map")
    hands.find(QToolButton, "measure").setChecked(True)
    for east in (200, 300):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(east + 120, east))
    QTest.mouseMove(view, QPoint(600, 200))
    until(lambda: bool(view.grab()) and not view.busy)


def _map_from_form(hands: Hands, world: World) -> None:
    hands.go("form", ("draft", "filled incident"))
    hands.press("on the map")
    canvas = hands.find(PlacePicker, "place picker").canvas
    until(lambda: bool(canvas.grab()) and not canvas.busy)


def _handover(hands: Hands, world: World) -> None:
    """Since a moment that somebody typed."""
    hands.go("handover")
    period = hands.find(QComboBox, "period")
    period.setCurrentIndex(period.count() - 1)
    since = hands.find(QLineEdit, "since")
    since.selectAll()
    type_into(since, "010600A NOV 26")


def _handover_copying(hands: Hands, world: World) -> None:
    _handover(hands, world)
    hands.press("copy handover")


def _all_again(hands: Hands, world: World) -> None:
    hands.go("reports")
    hands.write("search", "")


SCENES = (
    Scene("set-up", Laptop.NEW, _stay, locked=True),
    Scene("set-up with mission", Laptop.GIVEN, _stay, locked=True),
    Scene("lock", Laptop.PATROL, _stay, locked=True),
    Scene("lock several", Laptop.OFFICER, _stay, locked=True),
    Scene("lock wrong", Laptop.OFFICER, _wrong, locked=True),
    Scene("lock copy", Laptop.OFFICER, _copy, locked=True),
    Scene("reports empty", Laptop.EMPTY, _go("reports")),
    Scene("review empty", Laptop.EMPTY, _go("review")),
    Scene("outbox empty", Laptop.EMPTY, _go("outbox")),
    Scene("sent empty", Laptop.EMPTY, _go("sent")),
    Scene("handover empty", Laptop.EMPTY, _go("handover")),
    Scene("map empty", Laptop.EMPTY, _map),
    Scene("reports", Laptop.PATROL, _all_again),
    Scene("reports nothing found", Laptop.PATROL, _nothing_found),
    Scene("form choosing", Laptop.PATROL, _go("form")),
    Scene("form incident empty", Laptop.PATROL, _go("form", ("new", "incident"))),
    Scene("form incident filled", Laptop.PATROL, _go("form", ("draft", "filled incident"))),
    Scene("form incident problems", Laptop.PATROL, _problems("incident")),
    Scene("form casevac filled", Laptop.PATROL, _go("form", ("draft", "filled casevac"))),
    Scene("form patrol empty", Laptop.PATROL, _go("form", ("new", "patrol"))),
    Scene("form patrol filled", Laptop.PATROL, _go("form", ("draft", "filled patrol"))),
    Scene("form restriction empty", Laptop.PATROL, _go("form", ("new", "restriction"))),
    Scene("form restriction filled", Laptop.PATROL, _go("form", ("draft", "filled restriction"))),
    Scene("form restriction problems", Laptop.PATROL, _problems("restriction")),
    Scene("form shooting filled", Laptop.PATROL, _at("filled shooting", "/data/where/bearing")),
    Scene("form uxo filled", Laptop.PATROL, _go("form", ("draft", "filled uxo"))),
    Scene(
        "form detention filled",
        Laptop.PATROL,
        _at("filled detention", "/data/assets/items[2]/returned"),
    ),
    Scene("form protection empty", Laptop.PATROL, _go("form", ("new", "protection"))),
    Scene("form protection caught", Laptop.PATROL, _caught),
    Scene("form restriction offer", Laptop.PATROL, _place_known),
    Scene("report", Laptop.PATROL, _report),
    Scene("report copying", Laptop.PATROL, _handing_on("copy report")),
    Scene("report reading out", Laptop.PATROL, _handing_on("read out")),
    Scene("map", Laptop.PATROL, _map),
    Scene("map grid", Laptop.PATROL, _map_grid),
    Scene("map measuring", Laptop.PATROL, _map_measuring),
    Scene("map from the form", Laptop.PATROL, _map_from_form),
    Scene("outbox", Laptop.PATROL, _go("outbox")),
    Scene("sent", Laptop.PATROL, _go("sent")),
    Scene("handover", Laptop.PATROL, _handover),
    Scene("handover copying", Laptop.PATROL, _handover_copying),
    Scene("settings", Laptop.PATROL, _go("settings")),
    Scene("settings passphrase", Laptop.PATROL, _unfolded("another passphrase")),
    Scene("settings removing", Laptop.OFFICER, _removing),
    Scene("reports officer", Laptop.OFFICER, _all_again),
    Scene("review", Laptop.OFFICER, _go("review")),
    Scene("review asking", Laptop.OFFICER, _question),
)
"""In the order of the index; scenes of one laptop are taken one after the other."""
