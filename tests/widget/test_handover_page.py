"""The hand-over page: what one watch leaves to the next, on the screen and on paper."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.commands import review_report
from fieldapp.mission.roster import Role
from fieldapp.notation.dtg import format_dtg
from fieldapp.people import Desk
from fieldapp.store.drafts import Draft, save_draft
from fieldapp.units import ByteCount, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.looking import find, key, press, type_into, unnamed, words
from tests.support.mission import Mission, make_desk, make_mission
from tests.support.window import Seat, file_story, seat
from ui.handover import page as page_module
from ui.handover.model import HQ, NUMBER, PLACE, TASK, HandoverModel, headings, read_handover
from ui.handover.page import HandoverPage
from ui.handover.paper import handover_copy
from ui.handover.view import HandoverView
from ui.link_state import LinkState
from ui.reports.labels import SideLabel

DENIED, FLASH, NIL = "03-denied-despite-clearance", "08a-ied-first-flash", "01-nil-patrol"
ROOM = ByteCount(45_000_000_000)


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def here(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as made:
        yield made


def opened(here: Seat, qtbot: QtBot, room: ByteCount = ROOM) -> HandoverPage:
    page = HandoverPage(here.context, lambda: room)
    here.show(qtbot, page)
    page.opened(None)
    here.settle(qtbot)
    return page


def lines(page: HandoverPage) -> list[list[str]]:
    model = find(page, HandoverView, "handover").model()
    assert isinstance(model, HandoverModel)
    return [
        [str(model.index(row, column).data()) for column in range(len(headings()))]
        for row in range(model.rowCount())
    ]


def column(page: HandoverPage, at: int) -> list[str]:
    return [line[at] for line in lines(page)]


def figures(page: HandoverPage) -> str:
    return " ".join(words(page))


def test_a_quiet_watch_says_so(here: Seat, qtbot: QtBot) -> None:
    page = opened(here, qtbot)
    assert "Nothing to hand over" in words(page)
    assert unnamed(page) == []


def test_what_was_filed_waits_and_is_asked(
    here: Seat, mission: Mission, tmp_path: Path, qtbot: QtBot
) -> None:
    officer = make_desk(tmp_path / "hq", mission, "Maj O", unit="HQ", seed=9)
    vouched = [
        here.ask(lambda desk: mission.vouch(desk, Role.PATROL)),
        mission.vouch(officer, Role.OFFICER),
    ]
    carry(vouched, officer, mission)
    here.ask(lambda desk: carry(vouched, desk, mission))
    asked, received = file_story(here, DENIED), file_story(here, NIL)
    here.ask(lambda desk: deliver(desk, mission, receipt_for(desk, len(own_events(desk)))))
    carry(here.ask(own_events), officer, mission)
    review_report(officer, asked.report, "ask", "Who gave the order?")
    told = own_events(officer)
    here.ask(lambda desk: carry(told, desk, mission))
    waiting = file_story(here, FLASH)
    page = opened(here, qtbot)
    shown = {line[NUMBER]: line for line in lines(page)}
    assert lines(page)[0][NUMBER] == asked.ref, "what somebody has to answer stands first"
    assert shown[asked.ref][TASK] == "Question for Capt A"
    assert shown[asked.ref][PLACE] == "CP Tarek"
    assert shown[received.ref][HQ] == "Received"
    assert shown[waiting.ref][HQ] == "Waiting"
    assert "3 filed  ·  1 to be sent  ·  1 question open" in figures(page)
    officer.store.close()


def test_only_own_drafts_are_counted(here: Seat, qtbot: QtBot) -> None:
    draft = Draft(id="a" * 16, form="restriction", version="", answers={"where": {"place": "X1"}})
    here.ask(lambda desk: save_draft(desk.store, desk.sealer, draft))
    here.ask(
        lambda desk: desk.store.connection.execute(
            "INSERT INTO draft(id, slot, sealed, updated) VALUES ('b', 'somebody', x'00', 1)"
        )
    )
    said = figures(opened(here, qtbot))
    assert "1 draft of yours" in said
    assert "X1" not in said


def test_the_watch_begins_when_the_person_says(here: Seat, qtbot: QtBot) -> None:
    first = file_story(here, DENIED)
    moment = here.ask(lambda desk: desk.store.row("SELECT filed FROM report"))[0]
    here.ask(
        lambda desk: desk.store.connection.execute(
            "UPDATE report SET filed = filed - 8 * 3600000, own = 1"
        )
    )
    here.ask(lambda desk: deliver_all(desk, here.mission))
    second = file_story(here, NIL)
    page = opened(here, qtbot)
    assert set(column(page, NUMBER)) == {first.ref, second.ref}
    period = find(page, QComboBox, "period")
    period.setCurrentIndex(0)
    here.settle(qtbot)
    assert column(page, NUMBER) == [second.ref]
    period.setCurrentIndex(period.count() - 1)
    since = find(page, QLineEdit, "since")
    type_into(since, "nonsense")
    here.settle(qtbot)
    assert find(page, SideLabel, "understood").isVisible()
    assert column(page, NUMBER) == [second.ref], "what is no moment changes nothing"
    since.selectAll()
    type_into(since, dtg_of(moment - 9 * 3_600_000))
    here.settle(qtbot)
    assert set(column(page, NUMBER)) == {first.ref, second.ref}


def deliver_all(desk: Desk, mission: Mission) -> None:
    deliver(desk, mission, receipt_for(desk, len(own_events(desk))))


def dtg_of(moment: int) -> str:
    return format_dtg(UtcMillis(moment), 0)


def test_every_line_opens_its_report_with_the_keyboard(here: Seat, qtbot: QtBot) -> None:
    filed = file_story(here, DENIED)
    page = opened(here, qtbot)
    key(find(page, HandoverView, "handover"), Qt.Key.Key_Return)
    assert here.went == [("report", filed.report)]


def test_storage_and_clock_are_told_in_words(here: Seat, qtbot: QtBot) -> None:
    page = opened(here, qtbot, ByteCount(50_000_000))
    assert "Disk almost full" in figures(page)
    here.set_link(page, LinkState(clock_off=20 * 60_000))
    assert "This computer's clock is 20 min behind" in figures(page)


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()

    def choose(_parent: QWidget, name: str) -> Path:
        return folder / name

    monkeypatch.setattr(page_module, "choose_target", choose)
    return folder


def test_the_page_on_paper_is_marked_as_its_highest_report(
    here: Seat, qtbot: QtBot, target: Path
) -> None:
    low = file_story(here, NIL, head={"classification": "U", "caveat": "NONE"})
    high = file_story(here, DENIED)
    page = opened(here, qtbot)
    key(find(page, QPushButton, "copy handover"), Qt.Key.Key_Space)
    press(page, "copy pdf")
    here.settle(qtbot)
    (path,) = target.iterdir()
    text = " ".join(
        unicodedata.normalize(
            "NFKC", " ".join(p.extract_text() for p in PdfReader(path).pages)
        ).split()
    )
    assert path.name.endswith("-CONFIDENTIAL.pdf")
    assert text.count("CONFIDENTIAL") == 2, "at the head and at the foot"
    for told in (low.ref, high.ref, "CP Tarek", "2 filed", "Copied by Capt A"):
        assert told in text, told
    assert "Not informed by brigade" not in text, "no more than the heads of reports"
    assert "Saved as" in figures(page)


def test_what_is_sealed_is_only_counted_on_paper(here: Seat) -> None:
    file_story(here, DENIED)
    found = here.ask(lambda desk: read_handover(desk, UtcMillis(0)))
    (line,) = found.lines
    sealed = replace(line, row=replace(line.row, protected=True, classification="SC"))
    paper = handover_copy(here.context, replace(found, lines=(sealed,)), "").paper
    assert paper.sections == ()
    assert ("Sealed, not on this paper", "1") in paper.lines
    assert handover_copy(here.context, found, "").paper.sections != ()
