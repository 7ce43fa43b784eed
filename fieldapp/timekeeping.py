"""The verb by which a laptop tells HQ how far its clock is from HQ's, once it was measured."""

from dataclasses import dataclass
from typing import Any

from fieldapp.changes import NOTHING, Changes
from fieldapp.event.kinds import Kind
from fieldapp.people import Desk
from fieldapp.store import clock_notes, journal, projections
from fieldapp.store.clock_check import TOLERANCE_MILLIS
from fieldapp.store.clock_notes import MOST_OFF_MILLIS, Broken, Measured
from fieldapp.store.database import Store
from fieldapp.units import StreamId

WORTH_A_NOTE_MILLIS = 30_000
"""A change of the offset above this, and above what the measurement may be wrong by, is told."""
_SAME_MILLIS = 60_000
_HEARD = "clock.heard"


@dataclass(frozen=True, slots=True)
class Measurement:
    """HQ's clock against this laptop's.

    Args:
        offset: milliseconds by which HQ's clock is ahead, half the round trip allowed for.
        error: milliseconds by which that may be wrong: half the round trip.
        at: this laptop's clock when it was measured.
    """

    offset: int
    error: int
    at: int


def note_offset(desk: Desk, measured: Measurement) -> Changes:
    """Signs a clock note if the offset is another one than HQ knows; mostly it does nothing.

    It may be called with the same measurement any number of times. One that was made before the
    clock was set back says nothing any more.

    Raises:
        StoreFull: nothing was changed.
    """
    store, stream = desk.store, desk.stream
    own = store.row("SELECT open FROM stream WHERE id = ?", (stream,))
    heard = _heard(store, stream)
    if own is None or not own[0] or not _fresh(measured, heard, store.clock.now()):
        return NOTHING
    notes = clock_notes.notes_of(store, stream)
    last = notes[-1] if notes else None
    broken = isinstance(last, Broken)
    known = last.offset if isinstance(last, Measured) else 0
    content: dict[str, Any] = {
        "v": 1,
        "offset": measured.offset,
        "error": measured.error,
        "at": measured.at,
    }
    if heard is not None and not broken:
        content["was"] = list(heard)
    changed = abs(measured.offset - known) > WORTH_A_NOTE_MILLIS + measured.error
    with store.write():
        store.set_setting(_name(stream), f"{measured.offset} {measured.at}")
        if not changed and not broken:
            return NOTHING
        journal.append(store, desk.signing, Kind.CLOCK_NOTE, content, entropy=desk.entropy)
        projections.retime(store, stream)
    return Changes(reports=True, journal=True)


def _fresh(measured: Measurement, heard: tuple[int, int] | None, now: int) -> bool:
    """Whether the measurement is news, and of the clock as it is now."""
    if measured.at > now + TOLERANCE_MILLIS or abs(measured.offset) > MOST_OFF_MILLIS:
        return False
    if heard is None:
        return True
    offset, at = heard
    moved = abs(measured.offset - offset) > WORTH_A_NOTE_MILLIS
    return measured.at != at and (moved or abs(measured.at - at) >= _SAME_MILLIS)


def _heard(store: Store, stream: StreamId) -> tuple[int, int] | None:
    """Offset and time of the measurement taken note of last."""
    parts = store.setting(_name(stream), "").split()
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 else None


def _name(stream: StreamId) -> str:
    return f"{_HEARD}.{stream.hex()}"
