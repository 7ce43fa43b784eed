"""Pages of the log for officers, and of what is due to one person for everybody else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import cbor2
import zstandard

from fieldapp.event.chain import Event
from fieldapp.event.kinds import ContentType
from fieldapp.mission.roster import Role
from fieldapp.units import StreamId
from sync.body import EventsBody
from sync.frame import Address, SuiteId, seal
from sync.hq.projections import due
from sync.hq.store import HqTx, LogRow, StreamRow
from sync.limits import EVENTS_PER_FRAME

_BATCH = 500
_ROW_OVERHEAD = 260
"""Bytes of header, signature and salt beside a payload."""
_FRAME_TEXT_BYTES = 512 * 1024
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class LogPage:
    """Rows ``[n, header, signature, salt, payload]``, compressed, up to position ``last``.

    Whoever asks for them has a sixth item in each: when HQ received it.
    """

    epoch: int
    last: int
    packed: bytes
    rows: int


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Frames sealed to one person; ``next`` is the position they reach up to."""

    next: int
    frames: tuple[bytes, ...]


class Readable:
    """Which contents of the log a role may read; headers and signatures are for every reader.

    Args:
        tx: the reading transaction.
        role: the reader's.
        admin: HQ's own stream, which is for all.
    """

    def __init__(self, tx: HqTx, role: Role, admin: StreamId) -> None:
        self._tx = tx
        self._all = role is not Role.PROTECTION
        self._admin = admin
        self._protected: dict[bytes, bool] = {}

    def __call__(self, event: Event) -> bool:
        """A protection officer reads protected reports, what is said of them, and HQ's own word."""
        head = event.head
        if self._all or head.stream == self._admin or head.ctype == ContentType.PROTECTED:
            return True
        return bool(head.obj) and self._about_protected(head.obj)

    def _about_protected(self, report: bytes) -> bool:
        if report not in self._protected:
            row = self._tx.events.get(report)
            self._protected[report] = (
                row is not None and row.event.head.ctype == ContentType.PROTECTED
            )
        return self._protected[report]


def log_page(
    tx: HqTx, after: int, most: int, may_read: Callable[[Event], bool], *, times: bool = False
) -> LogPage:
    """The rows behind position ``after``, at least one, about ``most`` bytes uncompressed.

    Salt and payload of a row that the reader's role may not read are null.
    """
    items: list[list[object]] = []
    size, last = 0, after
    for row in _walk(tx, after):
        event, last = row.event, row.n
        content = (event.salt, event.payload) if may_read(event) else (None, None)
        received = (row.received,) if times else ()
        items.append([row.n, event.raw, event.signature, *content, *received])
        size += _ROW_OVERHEAD + len(content[1] or b"")
        if size >= most:
            break
    packer = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True)
    packed = packer.compress(cbor2.dumps(items, canonical=True))
    return LogPage(tx.epoch, last, packed, len(items))


def inbox_page(tx: HqTx, row: StreamRow, everyone: StreamId, after: int, most: int) -> InboxPage:
    """What is due to a person behind position ``after``, about ``most`` bytes of it.

    Args:
        tx: a reading transaction.
        row: the person.
        everyone: HQ's own stream, which is for all.
        after: the position the person has seen.
        most: bytes wanted; at least one event is given.
    """
    found = due(tx, row, everyone, after, _BATCH)
    if len(found) == _BATCH and found[0][0] != found[-1][0]:
        # The batch may end amid the rows of one position: they come with the next page.
        found = [one for one in found if one[0] != found[-1][0]]
    taken: list[tuple[int, Event]] = []
    size = 0
    for at, item in found:
        if size >= most and at != taken[-1][0]:
            break
        taken.append((at, item.event))
        size += _ROW_OVERHEAD + len(item.event.payload or b"")
    rest = bool(taken) and due(tx, row, everyone, taken[-1][0], 1)
    reached = taken[-1][0] if rest else tx.events.last()
    address = Address(SuiteId.RADIO, row.inbox)
    frames = tuple(seal(body, address) for body in bodies(event for _, event in taken))
    return InboxPage(max(reached, after), frames)


def bodies(events: Iterable[Event]) -> Iterator[EventsBody]:
    """Events in any order as bodies: one stream each, rising, within the limits of a frame."""
    ordered = sorted(events, key=lambda event: (event.head.stream, event.head.seq))
    for stream, run in groupby(ordered, key=lambda event: event.head.stream):
        batch: list[Event] = []
        size = 0
        for event in run:
            more = _ROW_OVERHEAD + event.head.length
            repeats = bool(batch) and batch[-1].head.seq == event.head.seq
            if batch and (
                repeats or size + more > _FRAME_TEXT_BYTES or len(batch) == EVENTS_PER_FRAME
            ):
                yield EventsBody(stream, tuple(batch))
                batch, size = [], 0
            batch.append(event)
            size += more
        yield EventsBody(stream, tuple(batch))


def _walk(tx: HqTx, after: int) -> Iterator[LogRow]:
    while rows := tx.events.after(after, _BATCH):
        yield from rows
        after = rows[-1].n
