"""The journal: this device's own events, and what HQ has proved to hold of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.event.chain import FIRST, Event, Place, make_event, parse_event
from fieldapp.event.header import NO_OBJECT
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.store import ballast, clock_check
from fieldapp.store.database import Row, Store
from fieldapp.store.heads import keep_covered, keep_head
from fieldapp.units import EventId, Sha256, StreamId

ROUTINE = 3
"""The lowest rank in the order of sending; 0 is a flash."""
EVENT_COLUMNS = "e.header, e.sig, e.salt, e.payload"


class StreamClosed(FieldError):
    """HQ knows more of this person's reports than this laptop: it was set back to an old copy."""

    code = "journal.closed"
    remedy = Remedy.ASK_HQ
    text = (
        "This laptop was set back to an older copy. You can read everything here, but nothing "
        "more goes to HQ under this name. Ask HQ for a new code and enrol under another name; "
        "then file again what still waits."
    )
    advice = "With the new code use: fieldapp enrol, with another name, and --by with this one."


@dataclass(frozen=True, slots=True)
class OwnStream:
    """One person's stream on this device; closed for ever once HQ showed an unknown event of it."""

    stream: StreamId
    slot: str
    public: bytes
    open: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Pending:
    """An own event that no receipt covers yet.

    Args:
        event: the event.
        precedence: 0 flash, 1 immediate, 2 priority, 3 routine.
        frame: name of a frame in the spool that holds it, if any.
        parked: code of the refusal, if HQ refused that frame.
    """

    event: Event
    precedence: int
    frame: str | None
    parked: str | None


@dataclass(frozen=True, slots=True)
class FrameUse:
    """What one frame in the spool holds: events, and stretches (sha, offset, length) of photos."""

    events: frozenset[EventId]
    pieces: frozenset[tuple[Sha256, int, int]]


class ReceiptEffect(Enum):
    """What a receipt brought."""

    NEWS = "news"
    NOTHING_NEW = "nothing-new"
    OUTDATED = "outdated"
    UNKNOWN_STREAM = "unknown-stream"
    ROLLED_BACK = "rolled-back"


def read_event(row: Row) -> Event:
    """The event in a row of `EVENT_COLUMNS`; raises `BadEvent` when its bytes were changed."""
    header, signature, salt, payload = row
    return parse_event(header, signature, salt, payload)


def open_stream(store: Store, key: StreamKey, slot: str) -> None:
    """Makes room for a person's events; does nothing if the stream is known."""
    with store.write() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO stream(id, slot, public, open, opened) VALUES (?, ?, ?, 1, ?)",
            (key.stream, slot, key.public, store.clock.now()),
        )


def close_stream(store: Store, key: StreamKey, slot: str) -> None:
    """Nothing is signed under this name here any more, not even a first record."""
    with store.write() as connection:
        open_stream(store, key, slot)
        connection.execute("UPDATE stream SET open = 0 WHERE id = ?", (key.stream,))


def has_stream(store: Store, stream: StreamId) -> bool:
    """Whether a person's stream has begun on this device."""
    return store.row("SELECT 1 FROM stream WHERE id = ?", (stream,)) is not None


def own_streams(store: Store) -> tuple[OwnStream, ...]:
    """Every stream that is or was written on this device."""
    rows = store.rows("SELECT id, slot, public, open FROM stream ORDER BY opened, id")
    return tuple(
        OwnStream(StreamId(stream), slot, public, bool(is_open), next_place(store, stream))
        for stream, slot, public, is_open in rows
    )


def next_place(store: Store, stream: bytes) -> Place:
    """Where the next own event of the stream goes."""
    last = store.row(
        "SELECT seq, id FROM event WHERE stream = ? AND own = 1 ORDER BY seq DESC LIMIT 1",
        (stream,),
    )
    return FIRST if last is None else Place(last[0] + 1, EventId(last[1]))


def append(
    store: Store,
    key: StreamKey,
    kind: int,
    content: Mapping[str, Any],
    *,
    entropy: Entropy,
    obj: bytes = NO_OBJECT,
    rank: int = ROUTINE,
    ctype: int = ContentType.JSON,
) -> Event:
    """Signs one more event and keeps it; call it inside ``store.write()``.

    Where the clock was set back since the last one, a note that says so is signed before it.

    Raises:
        StreamClosed: this person must enrol again first.
        BadPayload: the content is no strict JSON or too long.
    """
    found = store.row("SELECT open FROM stream WHERE id = ?", (key.stream,))
    if found is None or not found[0]:
        raise StreamClosed()
    ballast.spare(store.folder)
    back = None if kind == Kind.GENESIS else clock_check.to_note(store, key.stream)
    if back is not None:
        note = {"v": 1, "seen": back.seen, "now": back.now}
        _sign(store, key, Kind.CLOCK_NOTE, note, entropy, rank)
    return _sign(store, key, kind, content, entropy, rank, obj, ctype)


def _sign(
    store: Store,
    key: StreamKey,
    kind: int,
    content: Mapping[str, Any],
    entropy: Entropy,
    rank: int,
    obj: bytes = NO_OBJECT,
    ctype: int = ContentType.JSON,
) -> Event:
    place, t = next_place(store, key.stream), store.clock.now()
    event = make_event(key, place, kind, content, t=t, entropy=entropy, obj=obj, ctype=ctype)
    insert_event(store, event, own=True, rank=rank)
    end = Place(place.seq + 1, event.id)
    store.after_commit(f"head {key.stream.hex()}", lambda: keep_head(store.folder, key, end))
    return event


def insert_event(
    store: Store,
    event: Event,
    *,
    own: bool,
    rank: int = ROUTINE,
    hq_n: int | None = None,
    hq_t: int | None = None,
) -> bool:
    """Keeps an event inside the running transaction; False when it was there already."""
    head = event.head
    done = store.connection.execute(
        "INSERT OR IGNORE INTO event(stream, seq, id, header, sig, salt, payload, kind, report,"
        " own, rank, hq_n, hq_t) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            head.stream,
            head.seq,
            event.id,
            event.raw,
            event.signature,
            event.salt,
            event.payload,
            head.kind,
            event.report,
            int(own),
            rank,
            hq_n,
            hq_t,
        ),
    )
    return done.rowcount == 1


def pending(store: Store) -> list[Pending]:
    """Own events of open streams that HQ has not proved to hold, by stream, then number."""
    rows = store.rows(
        f"SELECT {EVENT_COLUMNS}, e.rank, f.name, f.parked FROM event e"
        " JOIN stream s ON s.id = e.stream AND s.open = 1"
        " LEFT JOIN arrival a ON a.event = e.id"
        " LEFT JOIN frame_event fe ON fe.event = e.id"
        " LEFT JOIN frame f ON f.name = fe.frame"
        " WHERE e.own = 1 AND a.event IS NULL AND e.payload IS NOT NULL"
        " GROUP BY e.id ORDER BY s.opened, e.stream, e.seq"
    )
    return [Pending(read_event(row[:4]), row[4], row[5], row[6]) for row in rows]


def assign_frame(
    store: Store,
    name: str,
    events: Iterable[EventId],
    pieces: Iterable[tuple[Sha256, int, int]] = (),
) -> None:
    """Notes what the frame file ``name`` holds."""
    with store.write() as connection:
        connection.execute("INSERT OR IGNORE INTO frame(name) VALUES (?)", (name,))
        connection.executemany(
            "INSERT OR IGNORE INTO frame_event(event, frame) VALUES (?, ?)",
            [(event, name) for event in events],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO frame_piece(sha, offset, length, frame) VALUES (?, ?, ?, ?)",
            [(sha, offset, length, name) for sha, offset, length in pieces],
        )


def frames_in_use(store: Store) -> dict[str, FrameUse]:
    """What every noted frame holds, by file name."""
    events: dict[str, set[EventId]] = {}
    pieces: dict[str, set[tuple[Sha256, int, int]]] = {}
    names = [row[0] for row in store.rows("SELECT name FROM frame")]
    for event, frame in store.rows("SELECT event, frame FROM frame_event"):
        events.setdefault(frame, set()).add(EventId(event))
    for sha, offset, length, frame in store.rows(
        "SELECT sha, offset, length, frame FROM frame_piece"
    ):
        pieces.setdefault(frame, set()).add((Sha256(sha), offset, length))
    return {
        name: FrameUse(frozenset(events.get(name, ())), frozenset(pieces.get(name, ())))
        for name in names
    }


def drop_frames(store: Store, names: Iterable[str]) -> None:
    """Forgets frames whose files are gone."""
    with store.write() as connection:
        connection.executemany("DELETE FROM frame WHERE name = ?", [(name,) for name in names])


def park_frame(store: Store, name: str, reason: str) -> None:
    """Notes that HQ refused the frame; ``reason`` is an error code."""
    with store.write() as connection:
        connection.execute("UPDATE frame SET parked = ? WHERE name = ?", (reason, name))


def delivered(store: Store, event: EventId) -> bool:
    """Whether a receipt covers the event."""
    return store.row("SELECT 1 FROM arrival WHERE event = ?", (event,)) is not None


def apply_receipt(store: Store, receipt: Receipt, raw: bytes) -> ReceiptEffect:
    """Steps 5 to 7 of a receipt whose signature was checked; ``raw`` is kept as the proof.

    A receipt of an older epoch changes nothing. One of a newer epoch is the truth even where it
    says less: what HQ lost counts as waiting again. One that names an event unknown here closes
    the stream (see `StreamClosed`).
    """
    with store.write() as connection:
        own = store.row("SELECT open FROM stream WHERE id = ?", (receipt.stream,))
        if own is None:  # step 5
            return ReceiptEffect.UNKNOWN_STREAM
        last = store.row("SELECT epoch, upto, t FROM receipt WHERE stream = ?", (receipt.stream,))
        if last is not None and receipt.epoch < last[0]:  # step 6
            return ReceiptEffect.OUTDATED
        if _contradicts(store, receipt):  # step 7
            connection.execute("UPDATE stream SET open = 0 WHERE id = ?", (receipt.stream,))
            return ReceiptEffect.ROLLED_BACK
        if last is not None and receipt.epoch > last[0]:
            _forget_arrivals(store, receipt.stream, receipt.upto)
        news = _note_arrivals(store, receipt) + _note_photos(store, receipt)
        covered = _covered(store, receipt)
        store.after_commit(
            f"covered {receipt.stream.hex()}",
            lambda: keep_covered(store.folder, receipt.stream, covered),
        )
        if last is None or (receipt.epoch, receipt.upto, receipt.t) >= tuple(last):
            connection.execute(
                "INSERT OR REPLACE INTO receipt(stream, epoch, upto, head, t, raw)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (receipt.stream, receipt.epoch, receipt.upto, receipt.head, receipt.t, raw),
            )
    return ReceiptEffect.NEWS if news else ReceiptEffect.NOTHING_NEW


def _contradicts(store: Store, receipt: Receipt) -> bool:
    place = next_place(store, receipt.stream)
    if receipt.forked or receipt.upto > place.seq:
        return True
    if receipt.upto:
        at_head = store.row(
            "SELECT id FROM event WHERE stream = ? AND seq = ? AND own = 1",
            (receipt.stream, receipt.upto - 1),
        )
        if at_head is None or at_head[0] != receipt.head:
            return True
    if not receipt.beyond:
        return False
    after = store.rows(
        "SELECT id FROM event WHERE stream = ? AND seq > ? AND own = 1",
        (receipt.stream, receipt.upto),
    )
    return not {row[0] for row in after}.issuperset(receipt.beyond)


def forget_receipts(store: Store, stream: StreamId) -> None:
    """HQ knows this stream no more: everything waits again until a new receipt covers it."""
    with store.write() as connection:
        connection.execute("DELETE FROM receipt WHERE stream = ?", (stream,))
        _forget_arrivals(store, stream, 0)


def _forget_arrivals(store: Store, stream: StreamId, upto: int) -> None:
    """HQ was restored from a backup: what it held before counts for nothing."""
    store.connection.execute(
        "DELETE FROM arrival WHERE event IN (SELECT id FROM event WHERE stream = ? AND seq >= ?)",
        (stream, upto),
    )
    store.connection.execute(
        "UPDATE blob SET hq_complete = 0, hq_have = x'' WHERE sha IN"
        " (SELECT an.sha FROM announced an JOIN event e"
        "  ON e.report = an.report AND e.id = an.event WHERE e.stream = ?)",
        (stream,),
    )


def _note_arrivals(store: Store, receipt: Receipt) -> int:
    before = store.connection.total_changes
    store.connection.execute(
        "INSERT OR IGNORE INTO arrival(event, t, held) SELECT id, ?, 0 FROM event"
        " WHERE stream = ? AND own = 1 AND seq < ?",
        (receipt.t, receipt.stream, receipt.upto),
    )
    store.connection.executemany(
        "INSERT OR IGNORE INTO arrival(event, t, held) VALUES (?, ?, 0)",
        [(event, receipt.t) for event in receipt.beyond],
    )
    store.connection.executemany(
        "UPDATE arrival SET held = 1 WHERE event = ? AND held = 0",
        [(event,) for event in receipt.held],
    )
    return store.connection.total_changes - before


def _covered(store: Store, receipt: Receipt) -> int:
    """The number after the last record that the receipt proves to be at HQ."""
    if not receipt.beyond:
        return receipt.upto
    rows = store.rows(
        "SELECT id, seq FROM event WHERE stream = ? AND seq > ? AND own = 1",
        (receipt.stream, receipt.upto),
    )
    held = frozenset[bytes](receipt.beyond)
    return max((seq + 1 for event, seq in rows if event in held), default=receipt.upto)


def _note_photos(store: Store, receipt: Receipt) -> int:
    before = store.connection.total_changes
    for sha, state in receipt.photos.items():
        store.connection.execute(
            "UPDATE blob SET hq_complete = ?, hq_have = ? WHERE sha = ? AND hq_complete = 0"
            " AND (hq_complete != ? OR hq_have != ?)",
            (int(state.complete), state.have, sha, int(state.complete), state.have),
        )
    return store.connection.total_changes - before
