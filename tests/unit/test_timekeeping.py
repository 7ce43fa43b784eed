"""Telling HQ about the clock: once for each change, in the stream, and never in a report's time."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.changes import NOTHING
from fieldapp.event.kinds import Kind
from fieldapp.people import Desk
from fieldapp.store import journal, reads
from fieldapp.timekeeping import WORTH_A_NOTE_MILLIS, Measurement, note_offset
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import own_events, restriction
from tests.support.mission import START, make_desk, make_mission

HOUR = 3_600_000
DAY = 24 * HOUR


@dataclass
class Hand:
    """A clock moved by hand."""

    at: int = START

    def now(self) -> UtcMillis:
        return UtcMillis(self.at)


@dataclass
class Rig:
    desk: Desk
    hand: Hand

    def heard(self, offset: int, error: int = 500) -> bool:
        """HQ was measured just now; whether a note came of it."""
        return bool(note_offset(self.desk, Measurement(offset, error, self.hand.at)))

    def file(self) -> EventId:
        """Files a report."""
        return commands.file_report(self.desk, restriction()).report

    def notes(self) -> list[dict[str, object]]:
        """The contents of all clock notes."""
        found = [e for e in own_events(self.desk) if e.head.kind == Kind.CLOCK_NOTE]
        return [dict(event.content() or {}) for event in found]

    def signed(self, report: EventId) -> int | None:
        """When it was signed, by HQ's clock as far as this is known."""
        return reads.detail(self.desk.store, report).row.signed


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    hand = Hand()
    desk = make_desk(tmp_path, make_mission(), clock=hand)
    with desk.store:
        yield Rig(desk, hand)


def test_a_clock_that_is_right_is_no_news(rig: Rig) -> None:
    for offset in (0, WORTH_A_NOTE_MILLIS, -WORTH_A_NOTE_MILLIS):
        rig.hand.at += HOUR
        assert not rig.heard(offset, 0)
    assert rig.notes() == []


def test_what_the_measurement_may_be_wrong_by_is_no_news(rig: Rig) -> None:
    assert not rig.heard(50_000, 20_000)
    rig.hand.at += HOUR
    assert rig.heard(50_001, 20_000)


def test_each_change_is_told_once(rig: Rig) -> None:
    first = rig.hand.at
    assert rig.heard(HOUR)
    assert not rig.heard(HOUR)
    rig.hand.at += DAY
    assert not rig.heard(HOUR + 20_000), "drifted a little"
    agreed = rig.hand.at
    rig.hand.at += DAY
    assert rig.heard(HOUR + 40_000)
    assert rig.notes() == [
        {"v": 1, "offset": HOUR, "error": 500, "at": first},
        {
            "v": 1,
            "offset": HOUR + 40_000,
            "error": 500,
            "at": agreed + DAY,
            "was": [HOUR + 20_000, agreed],
        },
    ]


def test_the_reports_before_it_are_read_anew_and_keep_their_own_time(rig: Rig) -> None:
    report = rig.file()
    filed = reads.detail(rig.desk.store, report).row.filed
    assert rig.signed(report) == filed
    rig.hand.at += DAY
    rig.heard(2 * HOUR)
    assert rig.signed(report) == filed + 2 * HOUR
    assert reads.detail(rig.desk.store, report).row.filed == filed
    assert own_events(rig.desk)[-2].head.t == filed


def test_after_a_set_back_a_right_clock_is_news_as_well(rig: Rig) -> None:
    rig.file()
    assert not rig.heard(0)
    rig.hand.at -= DAY
    lost = rig.file()
    assert rig.signed(lost) is None, "nobody can tell yet"
    rig.hand.at += 2 * HOUR
    assert rig.heard(DAY)
    assert "was" not in rig.notes()[-1]
    assert rig.signed(lost) == START
    assert [note.get("seen") for note in rig.notes()] == [START, None]


def test_a_measurement_from_before_the_set_back_says_nothing(rig: Rig) -> None:
    old = Measurement(HOUR, 500, rig.hand.at)
    rig.hand.at -= DAY
    assert note_offset(rig.desk, old) == NOTHING
    assert rig.notes() == []


def test_one_that_was_taken_note_of_is_not_taken_for_another_after_a_set_back(rig: Rig) -> None:
    rig.file()
    old = Measurement(0, 500, rig.hand.at)
    note_offset(rig.desk, old)
    rig.hand.at -= DAY
    rig.file()
    rig.hand.at += DAY + HOUR
    assert note_offset(rig.desk, old) == NOTHING
    assert rig.heard(0), "a new one is news, as nothing is known since"


def test_a_wild_measurement_and_a_closed_stream_are_left_alone(rig: Rig) -> None:
    assert not rig.heard(10**15)
    journal.close_stream(rig.desk.store, rig.desk.signing, rig.desk.keys.slot.id)
    assert not rig.heard(HOUR)
    assert rig.notes() == []
