"""Taking back: any change of a form, by keys, in any field; photos and rows as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.people import Desk
from fieldapp.store import drafts
from tests.support.looking import find, press
from tests.support.mission import make_mission
from tests.support.typing_forms import type_answer
from tests.support.window import Seat, photo, seat
from tests.widget.form_support import Screen, click, library_form, session_of
from ui.forms.parts import RepeatBox
from ui.reports.form_page import FormPage
from ui.theme.panels import InlineMessage

PLACE, GRID, ITEMS = "/data/where/place", "/data/where/grid", "/data/harm/items"


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    made = Screen(session_of(library_form("restriction")))
    qtbot.addWidget(made.view)
    with qtbot.waitExposed(made.view):
        made.view.show()
    made.view.activateWindow()
    made.view.problems()
    return made


def keys(screen: Screen, sequence: str) -> None:
    """Presses keys where the cursor is."""
    focus = screen.view.focusWidget()
    assert focus is not None
    QTest.keySequence(focus, sequence)


def choose(screen: Screen, ref: str, name: str) -> None:
    type_answer(screen.view, ref, name)


def test_typing_in_one_field_is_taken_back_at_once_and_done_again(screen: Screen) -> None:
    screen.write(PLACE, "CP Tarek")
    screen.leave()
    screen.write(PLACE, "CP Adoum")
    keys(screen, "Ctrl+Z")
    assert screen.session.value(PLACE) == "CP Tarek"
    assert screen.line(PLACE).text() == "CP Tarek"
    keys(screen, "Ctrl+Z")
    assert screen.session.value(PLACE) == ""
    assert screen.line(PLACE).text() == ""
    keys(screen, "Ctrl+Y")
    keys(screen, "Ctrl+Y")
    assert screen.line(PLACE).text() == "CP Adoum"


def test_a_long_account_is_not_taken_back_as_a_whole(screen: Screen) -> None:
    facts = "/data/facts/narrative"
    words = "Patrol stopped at the checkpoint by six soldiers. Clearance shown."
    screen.write(facts, words)
    keys(screen, "Ctrl+Z")
    left = screen.session.value(facts)
    assert words.startswith(left)
    assert 40 <= len(left) < len(words)


def test_a_choice_comes_back_with_what_it_hid(screen: Screen) -> None:
    choose(screen, "/data/what/movement", "GROUND-PATROL")
    choose(screen, "/data/reaction/liaison", "yes")
    choose(screen, "/data/reaction/contacts[1]/via", "HOST-ARMY")
    choose(screen, "/data/reaction/liaison", "no")
    assert not screen.session.relevant("/data/reaction/contacts[1]/via")
    keys(screen, "Ctrl+Z")
    assert screen.session.value("/data/reaction/liaison") == "yes"
    assert screen.session.relevant("/data/reaction/contacts[1]/via")
    assert screen.session.value("/data/reaction/contacts[1]/via") == "HOST-ARMY"


def test_a_grid_comes_back_as_it_was_typed(screen: Screen) -> None:
    screen.write(GRID, "8947 4793")
    screen.leave()
    screen.write(GRID, "32Q RF 1352 6037")
    keys(screen, "Ctrl+Z")
    assert screen.session.value(GRID) == "32QQF89474793"
    assert screen.line(GRID).text() == "8947 4793"
    assert screen.typed[GRID]["text"] == "8947 4793"
    keys(screen, "Ctrl+Z")
    assert GRID not in screen.typed


def test_a_row_taken_out_of_the_middle_comes_back_there(screen: Screen) -> None:
    choose(screen, "/data/harm/any", "yes")
    repeat = next(box for box in screen.view.findChildren(RepeatBox) if box.ref == ITEMS)
    for number, loss in enumerate(("GPS", "CAMERA", "RADIO"), start=1):
        if number > 1:
            click(repeat.add_button)
        screen.choose(f"{ITEMS}[{number}]/loss", "GPS-TAKEN")
        screen.write(f"{ITEMS}[{number}]/item", loss)
    screen.leave()
    click(repeat.parts[1].remove)
    click(repeat.parts[1].findChildren(InlineMessage)[0].button)
    assert [screen.session.value(f"{ref}/item") for ref in screen.session.rows(ITEMS)] == [
        "GPS",
        "RADIO",
    ]
    keys(screen, "Ctrl+Z")
    rows = screen.session.rows(ITEMS)
    assert [screen.session.value(f"{ref}/item") for ref in rows] == ["GPS", "CAMERA", "RADIO"]
    assert [screen.line(f"{ref}/item").text() for ref in rows] == ["GPS", "CAMERA", "RADIO"]
    keys(screen, "Ctrl+Y")
    assert len(repeat.parts) == 2


def test_what_is_done_anew_leaves_nothing_to_do_again(screen: Screen) -> None:
    screen.write(PLACE, "CP Tarek")
    keys(screen, "Ctrl+Z")
    screen.write(PLACE, "Adoum")
    keys(screen, "Ctrl+Y")
    assert screen.session.value(PLACE) == "Adoum"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


def test_a_photo_taken_away_comes_back_with_its_bytes(here: Seat, qtbot: QtBot) -> None:
    page = FormPage(here.context, pause_ms=1)
    here.show(qtbot, page, (1250, 720))
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    assert page.editor is not None
    photos, new = page.editor.photos, photo(1)
    photos.added.emit(new.content, new.mime, new.name)
    here.settle(qtbot)
    (key,) = photos.keys
    press(photos, f"remove photo {key}")
    here.settle(qtbot)
    assert photos.keys == ()
    page.editor.form.begin()
    QTest.keySequence(page.focusWidget(), "Ctrl+Z")
    here.settle(qtbot)
    assert photos.keys == (key,)
    kept = here.ask(_photos_kept)
    assert kept == [new.content]
    undo = find(page, QPushButton, "undo")
    assert undo.isEnabled()
    press(page, "undo")
    here.settle(qtbot)
    assert photos.keys == ()
    assert here.ask(_photos_kept) == []
    assert not undo.isEnabled()


def _photos_kept(desk: Desk) -> list[bytes]:
    (draft,) = drafts.load_drafts(desk.store, desk.sealer)
    return [
        drafts.read_draft_file(desk.store, desk.sealer, draft.id, file.key) for file in draft.files
    ]
