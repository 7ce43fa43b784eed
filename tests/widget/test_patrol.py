"""Patrol reports and casualty evacuation: few strokes, what is carried over, what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.store import drafts, reads
from tests.support.looking import press, words
from tests.support.mission import make_mission
from tests.support.scenarios import scenario
from tests.support.typing_forms import type_answer, type_answers
from tests.support.window import Seat, file_story, seat
from tests.widget.form_support import editor, form_page
from ui.reports.form_page import FormPage

NIL = "01-nil-patrol"
MOST_STROKES = 12
PLAIN = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the keyboard is; counts those that are no part of an answer."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.strokes += 1
        QTest.keyClick(focused(), key, keys)

    def write(self, text: str) -> None:
        QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def page(here: Seat, qtbot: QtBot) -> FormPage:
    return form_page(here, qtbot)


def newest(here: Seat) -> reads.ReportDetail:
    row = here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows[0]
    return here.ask(lambda desk: reads.detail(desk.store, row.id))


def test_a_nil_patrol_takes_at_most_twelve_strokes_beside_its_times(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    file_story(here, NIL)
    page.opened(None)
    here.settle(qtbot)
    keys = Keyboard()
    keys.press(Qt.Key.Key_1)
    here.settle(qtbot)
    keys.write("041130A NOV 26")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.write("041415A NOV 26")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    for _ in range(3):
        keys.press(Qt.Key.Key_Tab)
    keys.write("041220A NOV 26")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.write("041305A NOV 26")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.settle(qtbot)
    filed = newest(here)
    assert filed.row.type == "PATREP"
    assert f"Filed as {filed.row.ref}" in words(page)
    told = scenario(NIL)["answers"]
    content = filed.revisions[0].content
    assert content["answers"]["when"]["departed"] == "2026-11-04T11:30:00.000+01:00"
    assert content["answers"]["task"]["result"] == "FULL"
    for group in ("what", "party"):
        assert content["answers"][group].items() >= told[group].items()
    assert not any("carried" in note for note in content["typed"].values())
    assert keys.strokes <= MOST_STROKES


def test_what_was_taken_over_is_marked_until_it_is_changed(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    before = file_story(here, NIL)
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    mark = f"From {before.ref}: check"
    form = editor(page).form
    assert mark in words(form.box("/data/legs[1]/place"))
    assert form.session.value("/data/legs[1]/place") == "Adoum"
    for ref in ("/data/when/departed", "/data/legs[1]/arrive", "/data/nil/nothing"):
        assert form.session.value(ref) == ""
    type_answer(form, "/data/legs[1]/place", "Wadi Kour")
    assert mark not in words(form.box("/data/legs[1]/place"))
    assert mark in words(form.box("/data/party/mil_m"))
    page.keep()
    here.settle(qtbot)
    (draft,) = here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))
    again = FormPage(here.context, pause_ms=1)
    here.show(qtbot, again)
    again.opened(("draft", draft.id))
    here.settle(qtbot)
    assert mark not in words(editor(again).form.box("/data/legs[1]/place"))
    assert mark in words(editor(again).form.box("/data/party/mil_m"))


def test_a_patrol_that_met_something_is_typed_and_says_so(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    told = scenario("02a-overnight-patrol")
    type_answers(editor(page).form, told["answers"])
    press(page, "file report")
    here.settle(qtbot)
    filed = newest(here)
    for ref, value in told["derived"].items():
        _, _, group, name = ref.split("/")
        assert filed.revisions[0].content["answers"][group][name] == value
    assert (filed.row.place, filed.row.grid) == ("Wadi Kour", "32QRF13526037")


def test_without_the_tick_the_account_is_asked_for(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    session = editor(page).form.session
    assert session.required("/data/facts/narrative")
    session.set("/data/nil/nothing", "OK")
    for ref in ("/data/facts", "/data/more", "/data/task/achieved", "/data/actions"):
        assert not session.relevant(ref)


def test_a_casualty_evacuation_is_typed_and_tells_its_minutes(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "casevac"))
    here.settle(qtbot)
    told = scenario("08d-casualty-evacuation")
    type_answers(editor(page).form, told["answers"])
    said = " ".join(words(page))
    assert "First aid after 4 minutes. Aim: 10." in said
    assert "At the facility after 80 minutes." in said
    press(page, "file report")
    here.settle(qtbot)
    filed = newest(here)
    assert (filed.row.type, filed.row.precedence) == ("CASEVAC", "FLASH")
    assert filed.row.what == "URGENT-SURGICAL"
    assert len(filed.revisions[0].content["answers"]["casualties"]) == 2


def test_counts_that_disagree_are_told_and_do_not_stop_the_alert(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "casevac"))
    here.settle(qtbot)
    form = editor(page).form
    type_answers(form, scenario("08d-casualty-evacuation")["answers"])
    type_answer(form, "/data/lines/litter", "2")
    assert "Line 5 counts 3, line 3 counts 4." in words(page)
    assert form.problems() == ()


def test_a_filed_nil_patrol_is_corrected_and_asks_no_more_than_before(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    filed = file_story(here, NIL)
    page.opened(("amend", filed.report))
    here.settle(qtbot)
    shown = editor(page).form.list
    titles = [
        shown.item(row).text() for row in range(shown.count()) if not shown.item(row).isHidden()
    ]
    assert "Place visited" in titles
    assert not {"Communications", "Vehicles and fuel", "Account"} & set(titles)


def test_a_draft_without_any_place_opens_again(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    form = editor(page).form
    form.session.remove_row("/data/legs[1]")
    form.edited.emit()
    page.keep()
    here.settle(qtbot)
    draft = editor(page).writing.draft.id
    again = FormPage(here.context, pause_ms=1)
    here.show(qtbot, again)
    again.opened(("draft", draft))
    here.settle(qtbot)
    assert "Add: Place visited" in [button.text() for button in again.findChildren(QPushButton)]
