"""Streams, the log and deliveries in SQLite; contracts are in `sync.hq.store`."""

from collections.abc import Sequence
from typing import Any

from fieldapp.event.chain import Event
from fieldapp.event.header import decode_header
from fieldapp.event.kinds import Kind
from fieldapp.mission.roster import Role
from fieldapp.store.driver import sqlite
from fieldapp.units import EventId, StreamId, UtcMillis
from sync.hq.store import LogRow, RawRow, StreamRow, StreamState, Verdict

_STREAM = (
    "stream, public, inbox, state, person, unit, role, device, push, fetch, genesis, link,"
    " upto, head, forked, good_upto"
)
_PUT_STREAM = (
    f"INSERT INTO stream ({_STREAM}) VALUES ({', '.join('?' * 16)}) "
    "ON CONFLICT (stream) DO UPDATE SET "
    + ", ".join(f"{name.strip()} = excluded.{name.strip()}" for name in _STREAM.split(",")[1:])
)
_EVENT = "n, header, signature, salt, payload, verdict, received"


class StreamTable:
    """See `sync.hq.store.Streams`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def get(self, stream: bytes) -> StreamRow | None:
        return next(iter(self._rows("WHERE stream = ?", stream)), None)

    def put(self, row: StreamRow) -> None:
        values = (
            *(row.stream, row.public, row.inbox, row.state.value, row.person, row.unit),
            *(row.role.value, row.device, row.push, row.fetch, row.genesis, row.link),
            *(row.upto, row.head, int(row.forked), row.good_upto),
        )
        self._db.execute(_PUT_STREAM, values)

    def all(self) -> list[StreamRow]:
        return self._rows("ORDER BY number")

    def of_push(self, token_hash: bytes) -> list[StreamRow]:
        return self._rows("WHERE push = ? ORDER BY number", token_hash)

    def of_fetch(self, token_hash: bytes) -> StreamRow | None:
        return next(iter(self._rows("WHERE fetch = ? ORDER BY number", token_hash)), None)

    def _rows(self, where: str, *values: Any) -> list[StreamRow]:
        found = self._db.execute(f"SELECT {_STREAM} FROM stream {where}", values)
        return [_stream_row(row) for row in found]


class EventTable:
    """See `sync.hq.store.Events`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def add(self, event: Event, verdict: Verdict, received: UtcMillis) -> int:
        head = event.head
        added = self._db.execute(
            "INSERT INTO event (id, stream, seq, prev, kind, obj, received, verdict,"
            " header, signature, salt, payload) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *(event.id, head.stream, head.seq, head.prev, head.kind, head.obj),
                *(received, int(verdict), event.raw, event.signature, event.salt, event.payload),
            ),
        )
        return int(added.lastrowid or 0)

    def get(self, event: bytes) -> LogRow | None:
        row = self._db.execute(f"SELECT {_EVENT} FROM event WHERE id = ?", (event,)).fetchone()
        return None if row is None else log_row(row)

    def at(self, stream: bytes, seq: int) -> list[tuple[EventId, EventId]]:
        found = self._db.execute(
            "SELECT id, prev FROM event WHERE stream = ? AND seq = ? ORDER BY n", (stream, seq)
        )
        return [(EventId(row[0]), EventId(row[1])) for row in found]

    def beyond(self, stream: bytes, upto: int, limit: int) -> list[EventId]:
        found = self._db.execute(
            "SELECT id FROM event WHERE stream = ? AND seq >= ? ORDER BY seq, n LIMIT ?",
            (stream, upto, limit),
        )
        return [EventId(row[0]) for row in found]

    def held(self, stream: bytes, limit: int) -> list[EventId]:
        found = self._db.execute(
            "SELECT id FROM event WHERE verdict != 0 AND verdict = ? AND stream = ?"
            " ORDER BY n DESC LIMIT ?",
            (int(Verdict.HELD), stream, limit),
        )
        return [EventId(row[0]) for row in found]

    def after(self, n: int, limit: int) -> list[LogRow]:
        found = self._db.execute(
            f"SELECT {_EVENT} FROM event WHERE n > ? ORDER BY n LIMIT ?", (n, limit)
        )
        return [log_row(row) for row in found]

    def raw_after(self, n: int, limit: int) -> list[RawRow]:
        found = self._db.execute(
            "SELECT n, id, stream, seq, header, signature, salt, payload"
            " FROM event WHERE n > ? ORDER BY n LIMIT ?",
            (n, limit),
        )
        return [RawRow(*row) for row in found]

    def about(self, report: bytes, kinds: Sequence[int]) -> list[int]:
        marks = ", ".join("?" * len(kinds))
        found = self._db.execute(
            f"SELECT n FROM event WHERE length(obj) = 32 AND obj = ? AND kind IN ({marks})",
            (report, *kinds),
        )
        return [int(row[0]) for row in found]

    def of_kind(self, stream: bytes, kind: int) -> list[LogRow]:
        found = self._db.execute(
            f"SELECT {_EVENT} FROM event WHERE stream = ? AND kind = ? ORDER BY seq, n",
            (stream, kind),
        )
        return [log_row(row) for row in found]

    def newest_of_kind(self, stream: bytes, kind: int) -> LogRow | None:
        row = self._db.execute(
            f"SELECT {_EVENT} FROM event WHERE stream = ? AND kind = ?"
            " ORDER BY seq DESC, n DESC LIMIT 1",
            (stream, kind),
        ).fetchone()
        return None if row is None else log_row(row)

    def last(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(n), 0) FROM event").fetchone()[0])

    def counts(self) -> dict[Verdict, int]:
        found = self._db.execute("SELECT verdict, count(*) FROM event GROUP BY verdict")
        return {Verdict(row[0]): int(row[1]) for row in found}

    def highest(self, stream: bytes) -> int:
        row = self._db.execute(
            "SELECT coalesce(max(seq), -1) FROM event WHERE stream = ?", (stream,)
        ).fetchone()
        return int(row[0])

    def quarantine(self, stream: bytes, seq: int) -> int:
        changed = self._db.execute(
            "UPDATE event SET verdict = ? WHERE stream = ? AND seq >= ?",
            (int(Verdict.QUARANTINED), stream, seq),
        )
        return changed.rowcount


class DeliveryTable:
    """See `sync.hq.store.Deliveries`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def add(self, at: int, stream: bytes, n: int) -> None:
        self._db.execute("INSERT OR IGNORE INTO delivery VALUES (?, ?, ?)", (stream, at, n))

    def after(
        self, streams: Sequence[bytes], everyone: bytes, at: int, limit: int
    ) -> list[tuple[int, LogRow]]:
        marks = ", ".join("?" * len(streams))
        columns = ", ".join(f"e.{name.strip()}" for name in _EVENT.split(","))
        found = self._db.execute(
            f"SELECT d.at, {columns} FROM delivery d JOIN event e ON e.n = d.n"
            f" WHERE d.stream IN ({marks}) AND d.at > ?"
            f" UNION SELECT e.n, {columns} FROM event e WHERE e.stream = ? AND e.n > ?"
            " AND e.kind != ? ORDER BY 1, 2 LIMIT ?",
            (*streams, at, everyone, at, int(Kind.DAILY_HEADS), limit),
        )
        return [(int(row[0]), log_row(row[1:])) for row in found]


def log_row(row: Sequence[Any]) -> LogRow:
    """A row of `_EVENT` columns."""
    n, header, signature, salt, payload, verdict, received = row
    event = Event(decode_header(header), header, signature, salt, payload)
    return LogRow(n, event, Verdict(verdict), UtcMillis(received))


def _stream_row(row: Sequence[Any]) -> StreamRow:
    return StreamRow(
        stream=StreamId(row[0]),
        public=row[1],
        inbox=row[2],
        state=StreamState(row[3]),
        person=row[4],
        unit=row[5],
        role=Role(row[6]),
        device=row[7],
        push=row[8],
        fetch=row[9],
        genesis=EventId(row[10]),
        link=None if row[11] is None else StreamId(row[11]),
        upto=row[12],
        head=EventId(row[13]),
        forked=bool(row[14]),
        good_upto=row[15],
    )
