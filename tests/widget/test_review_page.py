"""The officer's page: the queue, the report, and verdicts by key and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.commands import (
    amend_report,
    answer_question,
    attach_files,
    review_report,
    withdraw_report,
)
from fieldapp.mission.roster import Role
from fieldapp.store import reads
from fieldapp.store.reads import HistoryLine
from fieldapp.units import EventId
from tests.support.fleet import carry, own_events
from tests.support.looking import find, key, press, type_into, unnamed, words
from tests.support.mission import Mission, make_mission
from tests.support.window import Seat, file_story, photo, seat, story
from ui.map.report_map import ReportMap
from ui.review.model import ReportChanged, judge, newest
from ui.review.page import ReviewPage
from ui.theme.badge import Badge
from ui.theme.panels import InlineMessage

DENIED, FLIGHT, FLASH = "03-denied-despite-clearance", "06-flight-revoked", "08a-ied-first-flash"
CROWD = "05b-crowd-and-theft"


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


@pytest.fixture
def officer(tmp_path: Path, mission: Mission, author: Seat) -> Iterator[Seat]:
    """An officer at HQ; both are vouched for everywhere."""
    with seat(tmp_path / "hq", mission, Role.OFFICER, person="Maj H", unit="HQ", seed=9) as here:
        let_in = [
            here.ask(lambda desk: mission.vouch(desk, Role.OFFICER)),
            author.ask(lambda desk: mission.vouch(desk, Role.PATROL)),
        ]
        for each in (here, author):
            each.ask(lambda desk: carry(let_in, desk, mission))
        yield here


@pytest.fixture
def waiting(author: Seat, officer: Seat, mission: Mission) -> list[EventId]:
    """Three reports at HQ: routine, priority and flash, filed in this order."""
    reports = [
        file_story(author, FLIGHT, head={"precedence": "ROUTINE"}).report,
        file_story(author, DENIED).report,
        file_story(author, FLASH).report,
    ]
    hand_over(author, officer, mission)
    return reports


def hand_over(source: Seat, target: Seat, mission: Mission) -> None:
    events = source.ask(own_events)
    target.ask(lambda desk: carry(events, desk, mission))


def opened(qtbot: QtBot, at: Seat, target: EventId | None = None) -> ReviewPage:
    page = ReviewPage(at.context)
    at.show(qtbot, page)
    page.opened(target)
    at.settle(qtbot)
    return page


def queue(page: ReviewPage) -> QListView:
    return find(page, QListView, "queue")


def listed(page: ReviewPage) -> list[str]:
    model = queue(page).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def ref(page: ReviewPage) -> str:
    """The report that is shown."""
    return find(page, QLabel, "ref").text()


def state(at: Seat, report: EventId) -> str:
    return at.ask(lambda desk: reads.detail(desk.store, report)).row.state


def last(at: Seat, report: EventId) -> HistoryLine:
    return at.ask(lambda desk: reads.detail(desk.store, report)).history[-1]


def number(at: Seat, report: EventId) -> str:
    return at.ask(lambda desk: reads.detail(desk.store, report)).row.ref


def test_the_flash_comes_first_and_the_oldest_before_the_newer(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission, waiting: list[EventId]
) -> None:
    later = file_story(author, CROWD).report
    hand_over(author, officer, mission)
    page = opened(qtbot, officer)
    assert "To review (4)" in words(page)
    wanted = [number(officer, waiting[i]) for i in (2, 1)] + [
        number(officer, later),
        number(officer, waiting[0]),
    ]
    assert [text.split(",")[0] for text in listed(page)] == wanted
    assert "Flash" in listed(page)[0]
    assert ref(page) == number(officer, waiting[2]), "the most urgent one is shown at once"


def test_accepting_with_one_key_leads_on_to_the_next(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    assert queue(page).hasFocus()
    for report in reversed(waiting):
        assert ref(page) == number(officer, report)
        key(queue(page), Qt.Key.Key_A)
        officer.settle(qtbot)
        assert state(officer, report) == "accepted"
    assert "To review (0)" in words(page)
    assert "Nothing to review" in words(page)


def test_a_question_needs_words_and_carries_them(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    key(queue(page), Qt.Key.Key_Q)
    box = find(page, QPlainTextEdit, "verdict text")
    assert box.hasFocus()
    send = find(page, QPushButton, "send verdict")
    assert not send.isEnabled()
    type_into(box, "  ")
    assert not send.isEnabled()
    type_into(box, "Are all reachable? QARN")
    press(page, "send verdict")
    officer.settle(qtbot)
    line = last(officer, waiting[2])
    assert (line.kind, line.text) == ("ask", "Are all reachable? QARN")
    assert not box.isVisible()
    assert ref(page) == number(officer, waiting[1])
    assert state(officer, waiting[1]) == "new"


def test_keys_do_nothing_while_somebody_types(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    search = find(page, QLineEdit, "search")
    search.setFocus()
    type_into(search, "aqrn")
    assert search.text() == "aqrn"
    search.clear()
    officer.settle(qtbot)
    key(queue(page), Qt.Key.Key_R)
    box = find(page, QPlainTextEdit, "verdict text")
    type_into(box, "aqrnAQRN")
    assert box.toPlainText() == "aqrnAQRN"
    officer.settle(qtbot)
    assert [state(officer, report) for report in waiting] == ["new"] * 3
    assert ref(page) == number(officer, waiting[2])


def test_rejecting_with_the_keyboard_alone(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    key(queue(page), Qt.Key.Key_R)
    box = find(page, QPlainTextEdit, "verdict text")
    type_into(box, "Exercise")
    key(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    officer.settle(qtbot)
    line = last(officer, waiting[2])
    assert (line.kind, line.text) == ("reject", "Exercise")
    assert queue(page).hasFocus(), "ready for the next key"


def test_escape_gives_up_a_question_and_accept_waits_until_then(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    key(queue(page), Qt.Key.Key_Q)
    box = find(page, QPlainTextEdit, "verdict text")
    assert not find(page, QPushButton, "accept").isEnabled()
    type_into(box, "Hm")
    key(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert find(page, QPushButton, "accept").isEnabled()
    assert state(officer, waiting[2]) == "new"


def test_next_goes_round_without_a_verdict(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    seen = []
    for _ in range(4):
        seen.append(ref(page))
        key(queue(page), Qt.Key.Key_N)
        officer.settle(qtbot)
    assert seen == [number(officer, waiting[i]) for i in (2, 1, 0, 2)]
    assert [state(officer, report) for report in waiting] == ["new"] * 3


def test_words_being_written_stay_with_their_report(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    key(queue(page), Qt.Key.Key_Q)
    box = find(page, QPlainTextEdit, "verdict text")
    type_into(box, "Half a sen")
    file_story(author, FLASH)
    hand_over(author, officer, mission)
    officer.announce(qtbot)
    assert (ref(page), box.toPlainText()) == (number(officer, waiting[2]), "Half a sen")
    press(page, "next")
    officer.settle(qtbot)
    assert not box.isVisible()
    assert page.unkept()
    page.opened(waiting[2])
    officer.settle(qtbot)
    assert box.isVisible()
    assert box.toPlainText() == "Half a sen"


def test_what_changed_since_the_verdict_stands_on_top(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission, waiting: list[EventId]
) -> None:
    report = waiting[1]
    officer.ask(lambda desk: review_report(desk, report, "ask", "Which place?"))
    question = last(officer, report).event
    hand_over(officer, author, mission)
    author.ask(lambda desk: answer_question(desk, report, question, "The northern one."))
    again = story(DENIED, where={"place": "CP Tarek north"})
    author.ask(lambda desk: amend_report(desk, report, again, "NAME", "two posts"))
    hand_over(author, officer, mission)
    page = opened(qtbot, officer, report)
    assert "check again" in listed(page)[1]
    assert find(page, Badge, "recheck").isVisible()
    shown = words(page)
    assert any(text.startswith("New since: Question from HQ") for text in shown)
    assert "Answer. The northern one." in shown
    assert "Corrected: Name or spelling. two posts" in shown
    assert any(" north</span>" in text for text in shown)
    key(queue(page), Qt.Key.Key_A)
    officer.settle(qtbot)
    assert state(officer, report) == "accepted"
    assert len(listed(page)) == 2


def test_a_verdict_is_never_given_on_what_was_not_seen(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer, waiting[1])
    again = story(DENIED, where={"place": "CP Tarek north"})
    author.ask(lambda desk: amend_report(desk, waiting[1], again, "NAME"))
    hand_over(author, officer, mission)
    key(queue(page), Qt.Key.Key_A)
    officer.settle(qtbot)
    assert state(officer, waiting[1]) == "new"
    message = find(page, InlineMessage, "verdict message")
    assert message.text.startswith("Something new came to this report")
    assert "CP Tarek north" in words(page), "the new version is on the screen"
    key(queue(page), Qt.Key.Key_A)
    officer.settle(qtbot)
    assert state(officer, waiting[1]) == "accepted"


@pytest.mark.parametrize("change", ["amended", "answer", "attached", "withdrawn"])
def test_every_kind_of_news_stops_a_blind_verdict(
    author: Seat, officer: Seat, mission: Mission, waiting: list[EventId], change: str
) -> None:
    report = waiting[1]
    officer.ask(lambda desk: review_report(desk, report, "ask", "Which place?"))
    question = last(officer, report).event
    hand_over(officer, author, mission)
    seen = newest(officer.ask(lambda desk: reads.detail(desk.store, report)).history)
    if change == "amended":
        author.ask(lambda desk: amend_report(desk, report, story(DENIED), "NAME"))
    elif change == "answer":
        author.ask(lambda desk: answer_question(desk, report, question, "North"))
    elif change == "attached":
        author.ask(lambda desk: attach_files(desk, report, [photo(1)]))
    else:
        author.ask(lambda desk: withdraw_report(desk, report, "WITHDRAWN"))
    hand_over(author, officer, mission)
    with pytest.raises(ReportChanged):
        officer.ask(lambda desk: judge(desk, report, seen, "accept", ""))
    assert last(officer, report).kind in (change, "ask")


def test_search_narrows_the_queue(qtbot: QtBot, officer: Seat, waiting: list[EventId]) -> None:
    page = opened(qtbot, officer)
    search = find(page, QLineEdit, "search")
    type_into(search, "checkpoint")
    qtbot.waitUntil(lambda: len(listed(page)) == 1, timeout=5000)
    assert "To review (1)" in words(page)
    officer.settle(qtbot)
    assert ref(page) == number(officer, waiting[1])
    search.clear()
    qtbot.waitUntil(lambda: len(listed(page)) == 3, timeout=5000)
    assert ref(page) == number(officer, waiting[1]), "the report stays while the list grows"


def test_a_colleagues_verdict_takes_the_report_off_the_list(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    officer.ask(lambda desk: review_report(desk, waiting[2], "accept"))
    officer.announce(qtbot)
    assert "To review (2)" in words(page)
    assert ref(page) == number(officer, waiting[1])


def test_a_report_that_does_not_wait_can_still_be_shown(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    officer.ask(lambda desk: review_report(desk, waiting[2], "accept"))
    page = opened(qtbot, officer, waiting[2])
    officer.announce(qtbot)
    assert ref(page) == number(officer, waiting[2])
    assert find(page, Badge, "state").text == "Accepted"


def test_a_person_who_may_not_review_is_told(
    qtbot: QtBot, author: Seat, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, author)
    key(queue(page), Qt.Key.Key_A)
    author.settle(qtbot)
    message = find(page, InlineMessage, "verdict message")
    assert "operations officer" in message.text
    assert state(author, waiting[2]) == "new"


def test_everything_on_the_page_has_a_name(
    qtbot: QtBot, officer: Seat, waiting: list[EventId]
) -> None:
    page = opened(qtbot, officer)
    key(queue(page), Qt.Key.Key_Q)
    assert unnamed(page) == []


def test_the_model_keeps_qts_rules(qtbot: QtBot, officer: Seat, waiting: list[EventId]) -> None:
    page = opened(qtbot, officer)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(queue(page).model(), fatal, page)
    key(queue(page), Qt.Key.Key_A)
    officer.settle(qtbot)
    page.translated()
    assert len(listed(page)) == 2


def test_a_wide_window_shows_the_place_beside_the_report(
    qtbot: QtBot, author: Seat, officer: Seat, waiting: list[EventId]
) -> None:
    page = ReviewPage(officer.context)
    officer.show(qtbot, page, (1600, 900))
    page.opened(waiting[2])
    officer.settle(qtbot)
    beside = page.findChild(ReportMap)
    assert beside is not None
    view = beside.view
    assert view is not None
    assert view.isVisible()
    qtbot.waitUntil(lambda: not view.busy, timeout=10_000)
    assert view.selected == waiting[2]
    (shown,) = view.seen()
    assert view.sightings_of(shown)[0].row.ref == number(officer, waiting[2])
    page.resize(1250, 700)
    assert not beside.isVisible(), "at 1366 the report needs the room"
    assert find(page, QListView, "queue").isVisible()
