"""What a stream's own notes say of the clock it was written by (``fieldapp/FORMAT.md``, kind 11).

A time in a record is never altered. Beside it stands what it was by HQ's clock, as far as the
notes tell, or the word that nobody can tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from fieldapp.event.errors import BadEvent, BadPayload
from fieldapp.event.kinds import Kind
from fieldapp.store.clock_check import TOLERANCE_MILLIS
from fieldapp.store.database import Store
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.units import UtcMillis

MOST_OFF_MILLIS = 200 * 366 * 86_400_000
"""A clock that is off by more than two centuries is a note that says nothing."""
_LATEST = 2**53


@dataclass(frozen=True, slots=True)
class Measured:
    """HQ's clock was ``offset`` milliseconds ahead of the laptop's.

    Args:
        seq: the note's number in its stream.
        offset: milliseconds, negative where HQ's clock was behind.
        at: the laptop's clock when it was measured.
        was: the last measurement before it that was another one: its offset and the laptop's clock
            then; None where none was made since the stream began or the clock was set back.
    """

    seq: int
    offset: int
    at: int
    was: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The clock was set back before what follows, or a note cannot be read.

    Args:
        seq: the note's number in its stream.
        seen: the latest time by that clock until then; None where it cannot be read.
    """

    seq: int
    seen: int | None = None


Note = Measured | Broken


def notes_of(store: Store, stream: bytes) -> tuple[Note, ...]:
    """The notes of a stream that are held here, in its order."""
    rows = store.rows(
        f"SELECT {EVENT_COLUMNS}, e.seq FROM event e"
        f" WHERE e.stream = ? AND e.kind = {int(Kind.CLOCK_NOTE)} ORDER BY e.seq",
        (stream,),
    )
    found: list[Note] = []
    for *columns, seq in rows:
        try:
            content = read_event(tuple(columns)).content()
        except (BadEvent, BadPayload):
            content = None
        found.append(_note(seq, content or {}))
    return tuple(found)


def corrected(notes: Sequence[Note], seq: int, t: int) -> UtcMillis | None:
    """What HQ's clock showed when record ``seq`` was signed at ``t`` by its own.

    Returns:
        Milliseconds UTC; None where the notes leave it open. Without any note the clock counts
        as right: a laptop notes everything above half a minute as soon as it reaches HQ.
    """
    before = [note for note in notes if note.seq < seq]
    after = next((note for note in notes if note.seq > seq), None)
    offset = _offset(before[-1] if before else None, after, t)
    if offset is None or not 0 <= t + offset < _LATEST:
        return None
    if before and isinstance(before[-1], Broken) and not _later(before, t + offset):
        return None
    return UtcMillis(t + offset)


def _offset(before: Note | None, after: Note | None, t: int) -> int | None:
    if isinstance(after, Measured):
        was = after.was
        if was is None and isinstance(before, Measured):
            was = (before.offset, before.at)
        if was is None:
            return after.offset
        if t <= was[1]:
            return was[0]
        # The clock was changed in between, and nobody knows on which side of this record.
        return after.offset if abs(after.offset - was[0]) <= TOLERANCE_MILLIS else None
    if before is None:
        return 0
    return before.offset if isinstance(before, Measured) else None


def _later(before: Sequence[Note], moment: int) -> bool:
    """Whether a record behind a set-back is later than what was signed before it, as it must be."""
    back = before[-1]
    if not isinstance(back, Broken) or back.seen is None:
        return False
    known = [note.offset for note in before if isinstance(note, Measured)]
    return moment >= back.seen + (known[-1] if known else 0) - TOLERANCE_MILLIS


def _note(seq: int, content: Mapping[str, Any]) -> Note:
    offset, at = content.get("offset"), content.get("at")
    if _is_off(offset) and _is_time(at):
        match content.get("was"):
            case None:
                return Measured(seq, offset, at)
            case [before, then] if _is_off(before) and _is_time(then):
                return Measured(seq, offset, at, (before, then))
    seen = content.get("seen")
    return Broken(seq, seen if _is_time(seen) else None)


def _is_off(value: object) -> TypeGuard[int]:
    return type(value) is int and abs(value) <= MOST_OFF_MILLIS


def _is_time(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value < _LATEST
