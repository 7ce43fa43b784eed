"""The sent book: what was sent and its fate at HQ, only on HQ's signed word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from fieldapp.commands import amend_report, import_history, review_report
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.units import Sha256
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.looking import find, key, unnamed, words
from tests.support.mission import Mission, make_desk, make_mission
from tests.support.window import Seat, file_story, seat, story
from ui.sentbook.model import COLUMNS, PHOTOS, RECEIVED, VERDICT, SentModel, headings
from ui.sentbook.page import SentPageView
from ui.sentbook.view import SentView

DENIED, FLASH, FLIGHT = "03-denied-despite-clearance", "08a-ied-first-flash", "06-flight-revoked"


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as made:
        yield made


def opened(author: Seat, qtbot: QtBot) -> SentPageView:
    page = SentPageView(author.context)
    author.show(qtbot, page)
    page.opened(None)
    author.settle(qtbot)
    return page


def lines(page: SentPageView) -> list[list[str]]:
    model = find(page, SentView, "sent").model()
    assert isinstance(model, SentModel)
    return [
        [str(model.index(row, column).data()) for column in range(COLUMNS)]
        for row in range(model.rowCount())
    ]


def test_an_empty_book_shows_the_way(author: Seat, qtbot: QtBot) -> None:
    page = opened(author, qtbot)
    assert "Nothing sent yet" in words(page)
    assert unnamed(page) == []


def test_every_fate_in_plain_words(
    author: Seat, mission: Mission, tmp_path: Path, qtbot: QtBot
) -> None:
    officer = make_desk(tmp_path / "hq", mission, "Maj O", unit="HQ", seed=9)
    patrol = author.ask(lambda desk: mission.vouch(desk, Role.PATROL))
    vouched = [patrol, mission.vouch(officer, Role.OFFICER)]
    carry(vouched, officer, mission)
    author.ask(lambda desk: carry(vouched, desk, mission))
    first = file_story(author, DENIED, photos=2)
    photo = author.ask(
        lambda desk: Sha256(desk.store.rows("SELECT sha FROM announced ORDER BY sha")[0][0])
    )
    author.ask(
        lambda desk: deliver(
            desk,
            mission,
            receipt_for(desk, len(own_events(desk)), photos={photo: PhotoState(True)}),
        )
    )
    carry(author.ask(own_events), officer, mission)
    review_report(officer, first.report, "accept")
    verdicts = own_events(officer)
    author.ask(lambda desk: carry(verdicts, desk, mission))
    second = file_story(author, FLASH)
    page = opened(author, qtbot)
    shown = lines(page)
    assert [line[0] for line in shown] == [second.ref, first.ref]
    assert (shown[0][RECEIVED], shown[0][VERDICT]) == ("Waiting", "None yet")
    assert shown[1][PHOTOS] == "1 of 2"
    assert shown[1][VERDICT] == "Accepted"
    assert shown[1][RECEIVED].endswith("Z")
    author.ask(lambda desk: amend_report(desk, first.report, story(DENIED), "GRID"))
    author.announce(qtbot)
    changed = lines(page)[1]
    assert changed[0] == f"{first.ref}  R1"
    assert changed[RECEIVED].endswith("Z  +1")
    row = find(page, SentView, "sent").model().index(1, RECEIVED)
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert str(row.data(role)).endswith(", 1 change waits")
    assert changed[VERDICT] == "HQ checks again"
    officer.store.close()


def test_older_records_taken_in_are_not_sent_reports(author: Seat, qtbot: QtBot) -> None:
    author.ask(lambda desk: import_history(desk, story(FLIGHT), {"source": "x"}, "UCDP-1"))
    assert lines(opened(author, qtbot)) == []


def test_a_line_opens_its_report_with_the_keyboard(author: Seat, qtbot: QtBot) -> None:
    filed = file_story(author, DENIED)
    page = opened(author, qtbot)
    key(find(page, SentView, "sent"), Qt.Key.Key_Return)
    assert author.went == [("report", filed.report)]


def test_a_long_book_comes_page_by_page(author: Seat, qtbot: QtBot) -> None:
    for _ in range(130):
        file_story(author, "04b-same-checkpoint-delayed")
    page = opened(author, qtbot)
    view = find(page, SentView, "sent")
    model = view.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 130, timeout=5000)
    assert len({line[0] for line in lines(page)}) == 130
    assert len(headings()) == COLUMNS
    tester.deleteLater()
