"""The page of one report: read, answered, withdrawn, compared."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from fieldapp.commands import amend_report, file_report, import_history, review_report
from fieldapp.event.receipt import PhotoState
from fieldapp.forms.finished import Finished
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import journal, reads
from fieldapp.store.retention import DAY_MILLIS
from fieldapp.units import EventId, UtcMillis
from fieldapp.upkeep import remove_old_text
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.looking import find, key, press, type_into, unnamed, words
from tests.support.mission import START, Mission, TickingClock, make_mission
from tests.support.window import Seat, file_story, seat, story
from ui.link_state import LinkState
from ui.reports.report_page import ReportPage
from ui.theme.badge import Badge
from ui.theme.panels import Card, InlineMessage

DENIED = "03-denied-despite-clearance"
CROWD = "05b-crowd-and-theft"
NOON = UtcMillis(START + 3_600_000)


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


def opened(qtbot: QtBot, at: Seat, report: EventId) -> ReportPage:
    page = ReportPage(at.context)
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    return page


def hand_over(source: Seat, target: Seat, mission: Mission) -> None:
    events = source.ask(own_events)
    target.ask(lambda desk: carry(events, desk, mission))


def ask(author: Seat, officer: Seat, mission: Mission, report: EventId, text: str) -> None:
    hand_over(author, officer, mission)
    officer.ask(lambda desk: review_report(desk, report, "ask", text))
    hand_over(officer, author, mission)


def delivery(page: ReportPage) -> str:
    return find(page, Badge, "delivery").text


def test_it_reads_like_a_report(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED).report
    page = opened(qtbot, author, report)
    shown = words(page)
    assert find(page, QLabel, "ref").text().startswith("TS7-FOM-2026-0001-")
    for text in ("What was restricted", "Passage refused", "CP Tarek", "32QQF89474793"):
        assert text in shown
    assert "061020A NOV 26" in shown
    assert "10 m square" in shown
    assert "Checkpoint, Weapons shown or aimed, Verbal order" in shown
    assert "Local name of the place" not in shown, "what is empty is left out"
    assert shown.index("Account") < shown.index("What was restricted"), "the account comes first"


def test_the_assessment_stands_apart_from_the_facts(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, file_story(author, DENIED).report)
    opinion = words(find(page, Card, "opinion"))
    assert "The checkpoint had no means to confirm the clearance." in opinion
    cards = [words(card) for card in page.findChildren(Card, "section") if card.isVisible()]
    assert not any("The checkpoint had no means" in text for card in cards for text in card)


def test_grids_and_times_stay_on_the_side_where_the_page_begins(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, file_story(author, DENIED).report)
    grid = next(x for x in page.findChildren(QLabel) if x.text() == "32QQF89474793")
    assert grid.alignment() & Qt.AlignmentFlag.AlignLeft
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert grid.alignment() & Qt.AlignmentFlag.AlignRight
    assert grid.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert grid.text() == "32QQF89474793"


def test_what_people_wrote_is_never_markup(qtbot: QtBot, author: Seat) -> None:
    hostile = "<b>Six</b> soldiers & <img src='file:///etc/hostname'>\nsecond line"
    report = file_story(author, DENIED, facts={"narrative": hostile}).report
    page = opened(qtbot, author, report)
    label = next(x for x in page.findChildren(QLabel) if x.text() == hostile)
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("fr", "Restriction principale", "Passage refusé"),
        ("es", "Restricción principal", "Paso denegado"),
        ("ar", "التقييد الرئيسي", "رفض المرور"),
    ],
)
def test_a_change_of_language_translates_questions_and_answers(
    qtbot: QtBot, author: Seat, language: str, question: str, answer: str
) -> None:
    page = opened(qtbot, author, file_story(author, DENIED).report)
    assert question not in words(page)
    author.language = language
    page.translated()
    author.settle(qtbot)
    assert {question, answer} <= set(words(page))
    assert "Main restriction" not in words(page)


def test_delivery_is_told_as_it_is(qtbot: QtBot, author: Seat, mission: Mission) -> None:
    filed = file_story(author, DENIED)
    page = opened(qtbot, author, filed.report)
    assert delivery(page) == "Waiting for a link"
    author.ask(lambda desk: journal.assign_frame(desk.store, "a.ufr", [filed.report]))
    author.announce(qtbot)
    author.set_link(page, LinkState("sending", "a.ufr", 12_000, 34_000, 1, 34_000))
    assert delivery(page) == "Sending 12 of 34 kB"
    author.set_link(page, LinkState("sending", "other.ufr", 1000, 9000, 2, 43_000))
    assert delivery(page) == "Waiting for its turn"
    author.ask(lambda desk: deliver(desk, mission, receipt_for(desk, 2, t=NOON)))
    author.announce(qtbot)
    assert delivery(page) == "Received by HQ 11:00Z"
    assert "12:00" in find(page, Badge, "delivery").toolTip(), "local time for the pointer"


def test_a_refusal_says_why(qtbot: QtBot, author: Seat) -> None:
    filed = file_story(author, DENIED)

    def refused(desk: Desk) -> None:
        journal.assign_frame(desk.store, "a.ufr", [filed.report])
        journal.park_frame(desk.store, "a.ufr", "event.bad-signature")

    author.ask(refused)
    page = opened(qtbot, author, filed.report)
    message = find(page, InlineMessage, "refused")
    assert message.isVisible()
    assert message.text.startswith("Refused because: ")
    assert message.text.endswith("(event.bad-signature)")
    assert not find(page, Badge, "delivery").isVisible()


def test_the_author_answers_a_question(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = file_story(author, DENIED).report
    ask(author, officer, mission, report, "Which unit was it?")
    page = opened(qtbot, author, report)
    assert "Which unit was it?" in words(page)
    assert find(page, Badge, "state").text == "Question open"
    box = find(page, QPlainTextEdit, "answer")
    assert not find(page, QPushButton, "send answer").isEnabled()
    type_into(box, "   ")
    assert not find(page, QPushButton, "send answer").isEnabled(), "blanks are no answer"
    type_into(box, "The 4th brigade.")
    press(page, "send answer")
    author.settle(qtbot)
    line = author.ask(lambda desk: reads.detail(desk.store, report)).history[-1]
    assert (line.kind, line.text) == ("answer", "The 4th brigade.")
    assert not box.isVisible()
    assert box.toPlainText() == ""
    assert "The 4th brigade." in words(page)


def test_a_question_is_answered_without_the_mouse(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = file_story(author, DENIED).report
    ask(author, officer, mission, report, "Which unit was it?")
    page = opened(qtbot, author, report)
    box = find(page, QPlainTextEdit, "answer")
    for _ in range(12):
        if QApplication.focusWidget() is box:
            break
        key(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box, "the box is reached with the Tab key"
    type_into(box, "Unknown")
    key(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    author.settle(qtbot)
    assert author.ask(lambda desk: reads.detail(desk.store, report)).row.questions == 0
    assert isinstance(QApplication.focusWidget(), QScrollArea), "the page stays where it is"


def test_a_half_typed_answer_survives_arrivals_and_other_reports(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    first, second = file_story(author, DENIED).report, file_story(author, CROWD).report
    ask(author, officer, mission, first, "Which unit was it?")
    page = opened(qtbot, author, first)
    assert not page.unkept()
    box = find(page, QPlainTextEdit, "answer")
    type_into(box, "Half a sen")
    officer.ask(lambda desk: review_report(desk, first, "ask", "And how many?"))
    hand_over(officer, author, mission)
    author.announce(qtbot)
    assert "And how many?" in words(page)
    assert box.toPlainText() == "Half a sen"
    page.opened(second)
    author.settle(qtbot)
    assert not box.isVisible()
    assert page.unkept(), "the window must know that something typed is not sent"
    page.opened(first)
    author.settle(qtbot)
    assert box.toPlainText() == "Half a sen"


def test_withdrawing_asks_once_for_reason_and_consent(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED).report
    page = opened(qtbot, author, report)
    press(page, "withdraw")
    reason = find(page, QComboBox, "withdraw reason")
    assert reason.currentData() == "WITHDRAWN"
    reason.setCurrentIndex(0)
    assert not find(page, QPushButton, "withdraw yes").isEnabled(), "a reason is needed"
    press(page, "withdraw no")
    assert not reason.isVisible()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.hasFocus(), "the keyboard goes back to the report, not to some other field"
    assert author.ask(lambda desk: reads.detail(desk.store, report)).row.state == "new"
    press(page, "withdraw")
    type_into(find(page, QLineEdit, "withdraw note"), "wrong patrol")
    press(page, "withdraw yes")
    author.settle(qtbot)
    line = author.ask(lambda desk: reads.detail(desk.store, report)).history[-1]
    assert (line.kind, line.reason, line.text) == ("withdrawn", "WITHDRAWN", "wrong patrol")
    assert find(page, Badge, "state").text == "Withdrawn"
    for name in ("withdraw", "amend", "add photos"):
        assert not find(page, QPushButton, name).isVisible()


def test_an_officer_reads_but_has_no_authors_actions(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    filed = file_story(author, DENIED, photos=2)
    hand_over(author, officer, mission)
    page = opened(qtbot, officer, filed.report)
    assert "Passage refused" in words(page)
    assert "Capt A, TS7" in find(page, QLabel, "about").text().replace("\u00a0", " ")
    for name in ("withdraw", "amend", "add photos"):
        assert not find(page, QPushButton, name).isVisible()
    tiles = page.findChildren(QToolButton, "photo")
    assert ["not here yet" in tile.text() for tile in tiles] == [True, True]
    assert delivery(page) == "At HQ"


def test_correcting_leads_to_the_form(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED).report
    page = opened(qtbot, author, report)
    press(page, "amend")
    assert author.went == [("form", ("amend", report))]


def _amend(desk: Desk, report: EventId, place: str, why: str) -> None:
    amend_report(desk, report, story(DENIED, where={"place": place}), why, "note")


def test_revisions_are_compared_question_by_question(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED, where={"grid": "32QRF89474793"}).report
    for place, why in (("CP Tarek", "GRID"), ("CP Tarek north", "NAME")):
        author.ask(partial(_amend, report=report, place=place, why=why))
    page = opened(qtbot, author, report)
    assert find(page, QLabel, "ref").text().endswith("R2")
    old, new = find(page, QComboBox, "old revision"), find(page, QComboBox, "new revision")
    assert (old.currentIndex(), new.currentIndex()) == (1, 2)

    def table() -> str:
        author.settle(qtbot)
        return " ".join(words(find(page, Card, "history")))

    assert "Grid" in words(page)
    assert "R1  Corrected: Grid" in words(page)
    assert " north</span>" in table(), "only the added word is marked"
    assert "32QRF89474793" not in table()
    old.setCurrentIndex(0)
    assert "32QRF89474793" in table()
    old.setCurrentIndex(2)
    assert "No answer differs." in table()


def test_history_shows_its_source_and_what_it_does_not_say(qtbot: QtBot, officer: Seat) -> None:
    told = story(DENIED)
    answers = {**told.answers, "where": {"place": "CP Tarek"}}
    answers.pop("party")
    finished = Finished("restriction", told.version, answers, {}, "en", kind="FOM")
    origin = {"source": "Mission archive", "licence": "CC-BY-4.0", "missing": ["where/grid"]}
    filed = officer.ask(lambda desk: import_history(desk, finished, origin, "HQ-FOM-2019-0001-K"))
    page = opened(qtbot, officer, filed.report)
    card = words(find(page, Card, "origin"))
    assert "Source: Mission archive" in card
    assert "Licence: CC-BY-4.0" in card
    assert "not in source" in words(page)
    named = [label.accessibleName() for label in page.findChildren(QLabel)]
    assert "Grid: not in source" in named
    assert "Persons: not in source" in named, "a required answer that the source does not give"


def test_a_form_that_is_not_installed_shows_plain_answers(qtbot: QtBot, author: Seat) -> None:
    finished = Finished("patrol-2031", "9", {"route": {"from": "Adoum"}}, {}, "en")
    filed = author.ask(lambda desk: file_report(desk, finished))
    page = opened(qtbot, author, filed.report)
    assert "route / from" in words(page)
    assert "Adoum" in words(page)
    assert any("not installed" in text for text in words(page))


def test_a_report_that_is_not_here_says_so(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, EventId(bytes(32)))
    assert any("no such report" in text for text in words(page))
    assert not find(page, QPushButton, "amend").isVisible()


def test_everything_on_the_page_has_a_name(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = file_story(author, DENIED, photos=1).report
    ask(author, officer, mission, report, "Which unit was it?")
    author.ask(lambda desk: amend_report(desk, report, story(DENIED), "NAME"))
    page = opened(qtbot, author, report)
    press(page, "withdraw")
    assert unnamed(page) == []


def removed_report(author: Seat, officer: Seat, mission: Mission) -> EventId:
    """A report with a photo, an amendment and a verdict, delivered, judged and long over."""
    filed = file_story(author, DENIED, photos=1)
    author.ask(lambda desk: amend_report(desk, filed.report, story(DENIED), "GRID", "one digit"))
    hand_over(author, officer, mission)
    before = len(officer.ask(own_events))
    officer.ask(lambda desk: review_report(desk, filed.report, "accept"))
    verdicts = officer.ask(own_events)[before:]

    def age(desk: Desk) -> None:
        carry(verdicts, desk, mission)
        clock = desk.store.clock
        assert isinstance(clock, TickingClock)
        (sha,) = (file.sha for file in reads.detail(desk.store, filed.report).files)
        upto, photos = len(own_events(desk)), {sha: PhotoState(True)}
        deliver(desk, mission, receipt_for(desk, upto, photos=photos, t=NOON))
        assert sum(remove_old_text(desk)) == 0
        clock.at += 15 * DAY_MILLIS
        later = UtcMillis(NOON + 15 * DAY_MILLIS)
        deliver(desk, mission, receipt_for(desk, upto, t=later))
        assert sum(remove_old_text(desk)) == 1

    author.ask(age)
    return filed.report


def test_a_removed_report_says_calmly_where_its_text_is(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = removed_report(author, officer, mission)
    page = opened(qtbot, author, report)
    card = find(page, Card, "removed")
    assert card.isVisible()
    said = " ".join(words(card))
    assert "HQ has the text of this report" in said
    assert "removed from this laptop: 18 NOV" in said
    assert "file a new report" in said
    assert "Received by HQ" in find(page, Badge, "delivery").text
    assert find(page, Badge, "state").text == "Accepted"
    assert not find(page, QPushButton, "amend").isVisible()
    assert find(page, QPushButton, "withdraw").isVisible()
    assert "What changed" not in words(page)
    assert unnamed(page) == []


def test_the_next_report_after_a_removed_one_shows_its_text(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = removed_report(author, officer, mission)
    other = file_story(author, CROWD)
    page = opened(qtbot, author, report)
    page.opened(other.report)
    author.settle(qtbot)
    assert not [card for card in page.findChildren(Card, "removed") if card.isVisible()]
    assert find(page, QPushButton, "amend").isVisible()


def test_text_that_goes_while_its_report_is_open_gives_way_to_the_explanation(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    filed = file_story(author, DENIED)
    page = opened(qtbot, author, filed.report)
    assert not page.findChildren(Card, "removed")

    def age(desk: Desk) -> None:
        clock = desk.store.clock
        assert isinstance(clock, TickingClock)
        for days in (0, 50):
            clock.at += days * DAY_MILLIS
            t = UtcMillis(NOON + days * DAY_MILLIS)
            deliver(desk, mission, receipt_for(desk, len(own_events(desk)), t=t))
            list(remove_old_text(desk))

    author.ask(age)
    author.announce(qtbot)
    assert find(page, Card, "removed").isVisible()
