"""Late by its way and late by its writing, as people read it on every page that shows a report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.mission.roster import Role
from fieldapp.store.timeliness import Late
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.looking import find, key
from tests.support.mission import START, Mission, make_mission
from tests.support.window import Seat, file_story, seat
from ui.pages import Page
from ui.reports.filter_chip import FilterChip
from ui.reports.model import NUMBER, WHEN, ReportsModel
from ui.reports.report_page import ReportPage
from ui.reports.reports_page import ReportsPage
from ui.reports.reports_view import ReportsView
from ui.review.page import ReviewPage
from ui.sentbook.model import TIMING, SentModel
from ui.sentbook.page import SentPageView
from ui.sentbook.view import SentView

DENIED = "03-denied-despite-clearance"
HOUR = 3_600_000
"""START is 11:00 local time; every laptop here files within a minute of it."""
SOON, EARLY, LATER = ("09:35", "10:30"), ("07:05", "08:00"), ("12:05", "13:00")
"""From when to when a patrol was held up."""


def when(stopped: str, released: str) -> dict[str, str]:
    """The answers about it."""
    day = "2026-11-03T{}:00.000+01:00"
    return {"stopped_at": day.format(stopped), "released_at": day.format(released)}


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


@pytest.fixture
def officer(tmp_path: Path, mission: Mission, author: Seat) -> Iterator[Seat]:
    with seat(tmp_path / "hq", mission, Role.OFFICER, person="Maj H", unit="HQ", seed=9) as here:
        let_in = [
            here.ask(lambda desk: mission.vouch(desk, Role.OFFICER)),
            author.ask(lambda desk: mission.vouch(desk, Role.PATROL)),
        ]
        here.ask(lambda desk: carry(let_in, desk, mission))
        yield here


def filed(author: Seat, time: tuple[str, str]) -> EventId:
    """The patrol files what was over at this local time."""
    return file_story(author, DENIED, when=when(*time)).report


def received(author: Seat, mission: Mission, after: int) -> None:
    """HQ's receipt comes so many milliseconds after START."""
    t = UtcMillis(START + after)
    author.ask(lambda desk: deliver(desk, mission, receipt_for(desk, len(own_events(desk)), t=t)))


def said(qtbot: QtBot, at: Seat, page: Page, report: EventId) -> str:
    """What stands about its times at the head of a report."""
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    label = find(page, QLabel, "timing")
    assert label.isVisible() == bool(label.text())
    return label.text()


@pytest.mark.parametrize(
    ("time", "after", "expected"),
    [
        (SOON, 60_000, "Filed 30 min after the event, in time. Reached HQ 1 min later."),
        (
            SOON,
            40 * HOUR,
            "Filed 30 min after the event, in time. Reached HQ 40 h later: no link before.",
        ),
        (
            EARLY,
            40 * HOUR,
            "Filed 3 h after the event (planned: 2 h). Reached HQ 40 h later.",
        ),
        (
            LATER,
            HOUR,
            "The laptop's clock was in doubt, so nobody can tell how long it took.",
        ),
    ],
)
def test_the_report_says_which_part_took_how_long(
    qtbot: QtBot, author: Seat, mission: Mission, time: tuple[str, str], after: int, expected: str
) -> None:
    report = filed(author, time)
    received(author, mission, after)
    assert said(qtbot, author, ReportPage(author.context), report) == expected


def test_what_still_waits_says_so(qtbot: QtBot, author: Seat) -> None:
    page = ReportPage(author.context)
    expected = "Filed 30 min after the event, in time. Not at HQ yet."
    assert said(qtbot, author, page, filed(author, SOON)) == expected


def test_the_officer_reads_it_beside_the_verdict(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    report = filed(author, SOON)
    events = author.ask(own_events)
    t = UtcMillis(START + 40 * HOUR)
    officer.ask(lambda desk: carry(events, desk, mission, 10, received=t))
    text = said(qtbot, officer, ReviewPage(officer.context), report)
    assert text.endswith("Reached HQ 40 h later: no link before.")


def test_the_list_is_narrowed_down_to_what_the_link_made_late(
    qtbot: QtBot, author: Seat, mission: Mission
) -> None:
    filed(author, EARLY)
    filed(author, SOON)
    received(author, mission, 40 * HOUR)
    page = ReportsPage(author.context)
    author.show(qtbot, page)
    page.opened(None)
    author.settle(qtbot)
    model = find(page, ReportsView, "reports").model()
    assert isinstance(model, ReportsModel)
    assert model.rowCount() == 2
    chip = find(page, FilterChip, "late")
    key(chip, Qt.Key.Key_Down)
    by_link = next(a for a in chip.menu().actions() if a.data() == Late.LINK.value)
    by_link.trigger()
    chip.menu().close()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert str(model.index(0, NUMBER).data()).startswith("TS7-FOM-2026-0002-")
    hover = model.index(0, WHEN).data(Qt.ItemDataRole.ToolTipRole)
    assert "no link before" in str(hover)
    assert chip.text() == "Deadline: Late, no link"


def test_the_sent_book_has_a_word_for_each(qtbot: QtBot, author: Seat, mission: Mission) -> None:
    for time in (SOON, EARLY, LATER):
        filed(author, time)
    received(author, mission, 40 * HOUR)
    filed(author, SOON)
    page = SentPageView(author.context)
    author.show(qtbot, page)
    page.opened(None)
    author.settle(qtbot)
    model = find(page, SentView, "sent").model()
    assert isinstance(model, SentModel)
    words = [str(model.index(row, TIMING).data()) for row in range(4)]
    assert words == ["In time", "Clock in doubt", "Filed late", "Late, no link"]
    hover = model.index(3, TIMING).data(Qt.ItemDataRole.ToolTipRole)
    assert "40 h later: no link before" in str(hover)
