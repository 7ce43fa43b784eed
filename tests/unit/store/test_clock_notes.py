"""What the notes of a stream say of its clock, and where they leave it open."""

from pathlib import Path

import pytest

from fieldapp.event.chain import make_event
from fieldapp.event.kinds import Kind
from fieldapp.store import journal
from fieldapp.store.clock_notes import (
    MOST_OFF_MILLIS,
    Broken,
    Measured,
    Note,
    corrected,
    notes_of,
)
from tests.support.mission import START, make_desk, make_mission, seeded

HOUR = 3_600_000
DAY = 24 * HOUR


def test_a_clock_of_which_nothing_is_noted_counts_as_right() -> None:
    assert corrected((), 5, START) == START


def test_what_was_measured_first_holds_for_all_that_was_written_before_it() -> None:
    notes = (Measured(10, HOUR, START + DAY),)
    assert corrected(notes, 3, START) == START + HOUR
    assert corrected(notes, 12, START + 2 * DAY) == START + 2 * DAY + HOUR


def test_a_changed_clock_leaves_open_what_was_written_around_the_change() -> None:
    """Right until the last contact at +2 days, an hour slow when next measured at +9 days."""
    notes = (Measured(10, HOUR, START + 9 * DAY, (0, START + 2 * DAY)),)
    assert corrected(notes, 3, START + DAY) == START + DAY, "as it was measured then"
    assert corrected(notes, 5, START + 3 * DAY) is None
    assert corrected(notes, 11, START + 9 * DAY) == START + 9 * DAY + HOUR


def test_a_clock_that_only_drifted_leaves_nothing_open() -> None:
    notes = (Measured(10, 45_000, START + 9 * DAY, (10_000, START + 2 * DAY)),)
    assert corrected(notes, 5, START + 3 * DAY) == START + 3 * DAY + 45_000


def test_two_measurements_without_a_word_between_count_like_one_with_it() -> None:
    notes = (Measured(4, HOUR, START), Measured(10, 0, START + DAY))
    assert corrected(notes, 7, START + HOUR) is None


def test_behind_a_clock_that_was_set_back_nothing_is_known_until_it_is_measured() -> None:
    back = Broken(5, START)
    assert corrected((back,), 3, START - DAY) == START - DAY
    assert corrected((back,), 6, START - DAY) is None
    assert corrected((back,), 6, START + DAY) is None, "later, but by how much?"
    again = Measured(9, 2 * DAY, START - DAY + HOUR)
    assert corrected((back, again), 6, START - DAY) == START + DAY


def test_set_back_and_put_right_by_hand_leaves_open_what_was_written_between() -> None:
    """1 January 2019, one report, then somebody sets the clock right and it measures as right."""
    notes = (Broken(5, START), Measured(9, 0, START + HOUR))
    assert corrected(notes, 6, START - 7 * 365 * DAY) is None
    assert corrected(notes, 8, START + HOUR // 2) == START + HOUR // 2


def test_what_came_before_is_seen_by_the_offset_of_its_time() -> None:
    notes = (Measured(2, HOUR, START - DAY), Broken(5, START), Measured(9, 3 * HOUR, START))
    assert corrected(notes, 4, START - HOUR) == START
    assert corrected(notes, 7, START - HOUR) == START + 2 * HOUR
    assert corrected(notes, 7, START - 3 * HOUR) is None, "before what was signed before it"


@pytest.mark.parametrize("t", [-2 * HOUR, 2**62, 2**53 - HOUR])
def test_times_beyond_any_calendar_are_no_times(t: int) -> None:
    assert corrected((Measured(0, HOUR, START),), 1, t) is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"offset": 5, "error": 1, "at": 7}, Measured(1, 5, 7)),
        ({"offset": -5, "at": 7, "was": [1, 2]}, Measured(1, -5, 7, (1, 2))),
        ({"seen": 9, "now": 3}, Broken(1, 9)),
        ({"offset": 5}, Broken(1)),
        ({"offset": True, "at": 7}, Broken(1)),
        ({"offset": MOST_OFF_MILLIS + 1, "at": 7}, Broken(1)),
        ({"offset": 5, "at": 7, "was": [1]}, Broken(1)),
        ({"offset": 5, "at": 7, "was": [1, -2]}, Broken(1)),
        ({"seen": "9"}, Broken(1)),
        ({}, Broken(1)),
    ],
)
def test_a_note_in_another_form_says_that_nothing_is_known(
    tmp_path: Path, content: dict[str, object], expected: Note
) -> None:
    desk = make_desk(tmp_path, make_mission())
    with desk.store as store, store.write():
        place = journal.next_place(store, desk.stream)
        kind = Kind.CLOCK_NOTE
        note = make_event(desk.signing, place, kind, content, t=START, entropy=seeded(2))
        journal.insert_event(store, note, own=True)
        assert notes_of(store, desk.stream) == (expected,)
