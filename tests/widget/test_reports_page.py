"""The list of reports on the screen: searching, filtering, opening, and the drafts above it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.commands import Filed, withdraw_report
from fieldapp.habits import drop_filter
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.store.saved import load
from tests.support.looking import find, focused, key, press, type_into, unnamed, words
from tests.support.mission import make_mission
from tests.support.window import Seat, file_story, seat
from ui.reports.filter_chip import ChoiceMenu, FilterChip
from ui.reports.model import COLUMNS, HQ, NUMBER, PAGE_ROWS, WHEN, headings
from ui.reports.reports_page import ReportsPage
from ui.reports.reports_view import ReportsView

DENIED, FLASH, FLIGHT = "03-denied-despite-clearance", "08a-ied-first-flash", "06-flight-revoked"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


def opened(here: Seat, qtbot: QtBot) -> ReportsPage:
    page = ReportsPage(here.context, pause_ms=1)
    here.show(qtbot, page)
    page.opened(None)
    here.settle(qtbot)
    return page


def refs(page: ReportsPage) -> list[str]:
    model = page.model
    return [str(model.index(at, NUMBER).data()) for at in range(model.rowCount())]


def three(here: Seat) -> list[Filed]:
    return [file_story(here, name) for name in (DENIED, FLASH, FLIGHT)]


def test_an_empty_list_shows_the_way(here: Seat, qtbot: QtBot) -> None:
    page = opened(here, qtbot)
    assert "No reports yet" in words(page)
    assert unnamed(page) == []
    press(page, "new report")
    key(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert here.went == [("form", None), ("form", None)]


def test_search_as_one_types(here: Seat, qtbot: QtBot) -> None:
    filed = three(here)
    page = opened(here, qtbot)
    assert sorted(refs(page)) == sorted(item.ref for item in filed)
    key(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() == "search"
    type_into(find(page, QLineEdit, "search"), "tarek")
    qtbot.waitUntil(lambda: refs(page) == [filed[0].ref], timeout=5000)
    type_into(find(page, QLineEdit, "search"), "xyz")
    qtbot.waitUntil(lambda: "Nothing found" in words(page), timeout=5000)
    show_all = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all")
    show_all.click()
    qtbot.waitUntil(lambda: len(refs(page)) == 3, timeout=5000)
    assert find(page, QLineEdit, "search").text() == ""


def pick(chip: FilterChip, *choices: str) -> None:
    """Opens the chip's menu with the keyboard and ticks the choices, which stay to be seen."""
    key(chip, Qt.Key.Key_Down)
    menu = chip.menu()
    assert isinstance(menu, ChoiceMenu)
    assert menu.isVisible()
    for choice in choices:
        action = next(action for action in menu.actions() if action.text() == choice)
        menu.setActiveAction(action)
        key(menu, Qt.Key.Key_Space)
        assert menu.isVisible()
    key(menu, Qt.Key.Key_Escape)


def test_filters_are_chips_that_say_what_is_chosen(here: Seat, qtbot: QtBot) -> None:
    filed = three(here)
    here.ask(lambda desk: withdraw_report(desk, filed[2].report, "WITHDRAWN"))
    page = opened(here, qtbot)
    types, states = find(page, FilterChip, "types"), find(page, FilterChip, "states")
    assert (types.text(), states.text()) == ("Type", "State")
    pick(types, "Incident")
    assert types.text() == "Type: Incident"
    qtbot.waitUntil(lambda: refs(page) == [filed[1].ref], timeout=5000)
    pick(types, "Restriction of movement")
    assert types.text().endswith(" +1")
    qtbot.waitUntil(lambda: len(refs(page)) == 3, timeout=5000)
    key(types, Qt.Key.Key_Delete)
    pick(states, "Withdrawn")
    qtbot.waitUntil(lambda: refs(page) == [filed[2].ref], timeout=5000)
    press(page, "clear filters")
    qtbot.waitUntil(lambda: len(refs(page)) == 3, timeout=5000)
    assert not find(page, QPushButton, "clear filters").isVisible()


def test_filters_by_unit_and_period(here: Seat, qtbot: QtBot) -> None:
    filed = three(here)
    page = opened(here, qtbot)
    units, period = find(page, FilterChip, "units"), find(page, FilterChip, "period")
    pick(units, "HQ")
    qtbot.waitUntil(lambda: "Nothing found" in words(page), timeout=5000)
    pick(units, "TS7")
    qtbot.waitUntil(lambda: len(refs(page)) == len(filed), timeout=5000)
    pick(period, "Last 24 hours")
    pick(period, "Last 12 months")
    assert period.text() == "Period: Last 12 months", "only one at a time"


def test_filters_are_kept_under_a_name(here: Seat, qtbot: QtBot) -> None:
    filed = three(here)
    page = opened(here, qtbot)
    saved = find(page, QPushButton, "saved filters")
    pick(find(page, FilterChip, "types"), "Incident")
    choose(saved, "Save these filters")
    assert focused() == "filter name"
    type_into(find(page, QLineEdit, "filter name"), "My & incidents")
    key(find(page, QLineEdit, "filter name"), Qt.Key.Key_Return)
    here.settle(qtbot)
    press(page, "clear filters")
    qtbot.waitUntil(lambda: len(refs(page)) == 3, timeout=5000)
    again = opened(here, qtbot)
    choose(find(again, QPushButton, "saved filters"), "My && incidents")
    qtbot.waitUntil(lambda: refs(again) == [filed[1].ref], timeout=5000)
    here.ask(lambda desk: drop_filter(desk, "My & incidents"))
    assert here.ask(lambda desk: load(desk.store, desk.keys.slot.id)) == ()


def choose(button: QPushButton, words: str) -> None:
    menu = button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_press_on_a_column_sorts_by_it(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    by_time = refs(page)
    header = view.horizontalHeader()
    header.sectionClicked.emit(NUMBER)
    here.settle(qtbot)
    assert refs(page) == sorted(by_time)
    header.sectionClicked.emit(NUMBER)
    here.settle(qtbot)
    assert refs(page) == sorted(by_time, reverse=True)
    header.sectionClicked.emit(HQ)
    here.settle(qtbot)
    assert header.sortIndicatorSection() == NUMBER, "what HQ has is no order"
    header.sectionClicked.emit(WHEN)
    here.settle(qtbot)
    assert refs(page) == by_time


def test_home_and_end_lead_to_the_first_and_last_report(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    view.setFocus()
    key(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 2
    key(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_the_menu_key_sorts_without_a_mouse(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    by_time = refs(page)

    def choose(downs: int) -> None:
        view.setFocus()
        keys = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(view, keys)
        menu = view.findChild(QMenu)
        assert menu is not None
        qtbot.waitUntil(menu.isVisible)
        for _ in range(downs):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        here.settle(qtbot)
        qtbot.waitUntil(lambda: view.findChild(QMenu) is None)

    choose(NUMBER + 1)
    assert refs(page) == sorted(by_time)
    choose(NUMBER + 1)
    assert refs(page) == sorted(by_time, reverse=True)
    choose(WHEN + 1)
    assert refs(page) == by_time


def test_every_column_has_its_heading_and_its_words(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    assert len(headings()) == COLUMNS
    seen = [str(page.model.index(0, column).data()) for column in range(COLUMNS)]
    assert len(set(seen)) == COLUMNS


def test_enter_and_double_click_open_a_report(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    assert focused() == "reports"
    key(view, Qt.Key.Key_Down)
    second = view.chosen()
    key(view, Qt.Key.Key_Return)
    view.doubleClicked.emit(view.currentIndex())
    assert here.went == [("report", second), ("report", second)]


def test_news_keep_the_selection(here: Seat, qtbot: QtBot) -> None:
    three(here)
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    key(view, Qt.Key.Key_Down)
    chosen = view.chosen()
    newest = file_story(here, "05b-crowd-and-theft")
    here.announce(qtbot, newest.changes)
    assert newest.ref in refs(page)
    assert view.chosen() == chosen


def test_a_long_list_comes_page_by_page(here: Seat, qtbot: QtBot) -> None:
    for number in range(PAGE_ROWS + 12):
        file_story(here, "04b-same-checkpoint-delayed", where={"place": f"Wadi {number}"})
    page = opened(here, qtbot)
    view = find(page, ReportsView, "reports")
    view.scrollToBottom()
    qtbot.waitUntil(lambda: len(refs(page)) == PAGE_ROWS + 12, timeout=5000)
    assert len(set(refs(page))) == PAGE_ROWS + 12
    view.setCurrentIndex(page.model.index(PAGE_ROWS + 5, 0))
    chosen = view.chosen()
    here.announce(qtbot, file_story(here, FLASH).changes)
    assert len(refs(page)) >= PAGE_ROWS + 12, "what was scrolled to is read again"
    assert view.chosen() == chosen


def draft(here: Seat, name: str, place: str) -> None:
    made = Draft(id=name, form="restriction", version="1", answers={"where": {"place": place}})
    here.ask(lambda desk: drafts.save_draft(desk.store, desk.sealer, made))


def test_drafts_are_continued_or_thrown_away(here: Seat, qtbot: QtBot) -> None:
    draft(here, "d1", "Adoum")
    draft(here, "d2", "<b>Tarek</b>")
    page = opened(here, qtbot)
    assert {"Adoum", "<b>Tarek</b>"} <= set(words(page))
    assert any(text.startswith("kept 1") for text in words(page))
    press(page, "continue d1")
    assert here.went == [("form", ("draft", "d1"))]
    press(page, "discard d2")
    assert "Throw this draft and its photos away? It was not filed." in words(page)
    press(page, "discard no d2")
    assert focused() == "discard d2"
    press(page, "discard d2")
    press(page, "discard yes d2")
    here.settle(qtbot)
    assert "<b>Tarek</b>" not in words(page)
    left = here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))
    assert [item.id for item in left] == ["d1"]


def test_another_language_keeps_what_is_shown(here: Seat, qtbot: QtBot) -> None:
    filed = three(here)
    page = opened(here, qtbot)
    pick(find(page, FilterChip, "types"), "Incident")
    qtbot.waitUntil(lambda: refs(page) == [filed[1].ref], timeout=5000)
    here.language = "fr"
    page.translated()
    assert refs(page) == [filed[1].ref]
    assert find(page, FilterChip, "types").chosen == ("INC",)
