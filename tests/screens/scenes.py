"""Which pictures there are. A new page is one entry in `SCENES`."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from fieldapp.store.errors import StoreDamaged
from fieldapp.vault.errors import WrongPassphrase
from tests.screens.window import Hands, until
from tests.screens.world import CHANGED, Laptop, World
from tests.support.mission import START
from ui.forms.place_field import PlaceField
from ui.forms.view import FormView
from ui.map.view import MapView
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
    until(lambda: bool(view.grab()) and not view.busy)


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
    Scene("map empty", Laptop.EMPTY, _map),
    Scene("reports", Laptop.PATROL, _all_again),
    Scene("reports nothing found", Laptop.PATROL, _nothing_found),
    Scene("form choosing", Laptop.PATROL, _go("form")),
    Scene("form incident empty", Laptop.PATROL, _go("form", ("new", "incident"))),
    Scene("form incident filled", Laptop.PATROL, _go("form", ("draft", "filled incident"))),
    Scene("form incident problems", Laptop.PATROL, _problems("incident")),
    Scene("form restriction empty", Laptop.PATROL, _go("form", ("new", "restriction"))),
    Scene("form restriction filled", Laptop.PATROL, _go("form", ("draft", "filled restriction"))),
    Scene("form restriction problems", Laptop.PATROL, _problems("restriction")),
    Scene("form restriction offer", Laptop.PATROL, _place_known),
    Scene("report", Laptop.PATROL, _report),
    Scene("map", Laptop.PATROL, _map),
    Scene("outbox", Laptop.PATROL, _go("outbox")),
    Scene("sent", Laptop.PATROL, _go("sent")),
    Scene("settings", Laptop.PATROL, _go("settings")),
    Scene("settings passphrase", Laptop.PATROL, _unfolded("another passphrase")),
    Scene("settings removing", Laptop.OFFICER, _removing),
    Scene("reports officer", Laptop.OFFICER, _all_again),
    Scene("review", Laptop.OFFICER, _go("review")),
    Scene("review asking", Laptop.OFFICER, _question),
)
"""In the order of the index; scenes of one laptop are taken one after the other."""
