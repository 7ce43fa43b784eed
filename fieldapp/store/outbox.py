"""What waits to reach HQ, told from the journal and the receipts and from nothing else.

A stream's first event and notes about the clock travel as well, but nobody wrote them: they are
no rows here.
"""

from dataclasses import dataclass

from fieldapp.event.header import decode_header
from fieldapp.event.receipt import PIECE_GRAIN
from fieldapp.store.database import Row, Store
from fieldapp.units import ByteCount, EventId, UtcMillis


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One own record on its way, or arrived.

    Args:
        report: the report it belongs to.
        event: the record.
        ref: report number.
        kind: kind of event, see `fieldapp.event.kinds.Kind`.
        rank: 0 flash to 3 routine.
        size: bytes of its content.
        signed: when it was signed.
        frames: names of spool files that hold it.
        received: when HQ received it, or None.
        held: HQ has it but could not read it; people look at it there.
        refused: code of HQ's refusal, or empty.
        photos: photos it announces.
        photos_received: those that HQ holds whole.
        photo_bytes: bytes of all its photos.
        photo_bytes_received: bytes of them that HQ is known to hold.
    """

    report: EventId
    event: EventId
    ref: str
    kind: int
    rank: int
    size: ByteCount
    signed: UtcMillis
    frames: tuple[str, ...]
    received: UtcMillis | None
    held: bool
    refused: str
    photos: int
    photos_received: int
    photo_bytes: ByteCount
    photo_bytes_received: ByteCount


@dataclass(frozen=True, slots=True)
class OutboxTotals:
    """How much still waits, of everyone who works on this laptop.

    Args:
        records: that no receipt covers, the refused ones and those of closed streams included.
        photos: not whole at HQ.
        refused: records that HQ refused.
        last_receipt: when HQ signed the last one, or None.
        held: records that HQ has but could not read; people look at them there.
        closed: records that can never arrive, as their stream was closed.
    """

    records: int
    photos: int
    refused: int
    last_receipt: UtcMillis | None
    held: int = 0
    closed: int = 0


_WRITTEN = "event e LEFT JOIN arrival a ON a.event = e.id WHERE e.own = 1 AND e.kind NOT IN (0, 11)"
_ROWS = """
 SELECT e.report, e.id, coalesce(r.ref, ''), e.kind, e.rank, e.header,
  (SELECT group_concat(fe.frame) FROM frame_event fe WHERE fe.event = e.id),
  a.t, coalesce(a.held, 0),
  coalesce((SELECT f.parked FROM frame_event fe JOIN frame f ON f.name = fe.frame
    WHERE fe.event = e.id AND f.parked IS NOT NULL LIMIT 1), '')
 FROM event e
 LEFT JOIN event f ON f.report = e.report AND f.id = e.report
 LEFT JOIN report r ON r.n = f.n LEFT JOIN arrival a ON a.event = e.id
 WHERE e.own = 1 AND e.kind NOT IN (0, 11)
"""


def outbox(store: Store, limit: int = 200) -> tuple[OutboxRow, ...]:
    """Own records: first all that wait (oldest first), then the latest that arrived.

    Args:
        store: an open store.
        limit: at most so many that arrived.
    """
    waiting = store.rows(f"{_ROWS} AND a.event IS NULL ORDER BY e.rank, e.n")
    arrived = store.rows(f"{_ROWS} AND a.event IS NOT NULL ORDER BY e.n DESC LIMIT ?", (limit,))
    return tuple(_row(store, row) for row in (*waiting, *arrived))


def records_of(store: Store, report: EventId) -> tuple[OutboxRow, ...]:
    """The own records that belong to one report, in the order they were signed."""
    rows = store.rows(f"{_ROWS} AND e.report = ? ORDER BY e.n", (report,))
    return tuple(_row(store, row) for row in rows)


def totals(store: Store) -> OutboxTotals:
    """The figures of the status strip."""
    row = store.row(
        f"SELECT (SELECT count(*) FROM {_WRITTEN} AND a.event IS NULL),"
        " (SELECT count(DISTINCT b.sha) FROM blob b JOIN announced an ON an.sha = b.sha"
        "  WHERE an.own = 1 AND an.preview_of IS NULL AND b.hq_complete = 0),"
        f" (SELECT count(*) FROM {_WRITTEN} AND a.event IS NULL AND e.id IN (SELECT fe.event"
        "  FROM frame f JOIN frame_event fe ON fe.frame = f.name WHERE f.parked IS NOT NULL)),"
        " (SELECT max(t) FROM receipt),"
        f" (SELECT count(*) FROM {_WRITTEN} AND a.held = 1),"
        f" (SELECT count(*) FROM {_WRITTEN} AND a.event IS NULL"
        "  AND e.stream IN (SELECT id FROM stream WHERE open = 0))"
    )
    assert row is not None
    records, photos, refused, last, held, closed = row
    last_receipt = None if last is None else UtcMillis(last)
    return OutboxTotals(records, photos, refused, last_receipt, held, closed)


def _row(store: Store, row: Row) -> OutboxRow:
    report, event, ref, kind, rank, header, frames, received, held, refused = row
    head = decode_header(header)
    photos = store.rows(
        "SELECT b.size, b.hq_complete, b.hq_have FROM announced an JOIN blob b ON b.sha = an.sha"
        " WHERE an.event = ? AND an.preview_of IS NULL",
        (event,),
    )
    there = sum(_held_bytes(*photo) for photo in photos)
    return OutboxRow(
        report=EventId(report),
        event=EventId(event),
        ref=ref,
        kind=kind,
        rank=rank,
        size=ByteCount(head.length),
        signed=head.t,
        frames=tuple(sorted((frames or "").split(","))) if frames else (),
        received=received,
        held=bool(held),
        refused=refused,
        photos=len(photos),
        photos_received=sum(photo[1] for photo in photos),
        photo_bytes=ByteCount(sum(photo[0] for photo in photos)),
        photo_bytes_received=ByteCount(there),
    )


def _held_bytes(size: int, complete: int, have: bytes) -> int:
    """Bytes of a photo that HQ holds; each bit stands for 4 KiB, the last one for what is left."""
    if complete:
        return size
    return min(size, sum(byte.bit_count() for byte in have) * PIECE_GRAIN)
