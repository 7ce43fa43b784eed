"""Photos, codes, waiting frames and sessions in SQLite; contracts are in `sync.hq.store`."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from fieldapp.mission.roster import Role
from fieldapp.store.driver import sqlite
from fieldapp.units import Sha256, StreamId, UtcMillis
from sync.hq.store import BlobRow, CodeRow

_BLOB = "sha, size, stream, complete, have"


class BlobTable:
    """See `sync.hq.store.Blobs`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def get(self, sha: bytes) -> BlobRow | None:
        row = self._db.execute(f"SELECT {_BLOB} FROM blob WHERE sha = ?", (sha,)).fetchone()
        return None if row is None else _blob_row(row)

    def put(self, row: BlobRow) -> None:
        self._db.execute(
            f"INSERT INTO blob ({_BLOB}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha) DO UPDATE SET"
            " size = excluded.size, stream = excluded.stream, complete = excluded.complete,"
            " have = excluded.have",
            (row.sha, row.size, row.stream, int(row.complete), row.have),
        )

    def add_piece(self, sha: bytes, offset: int, content: bytes) -> None:
        self._db.execute("INSERT INTO piece VALUES (?, ?, ?)", (sha, offset, content))

    def pieces(self, sha: bytes) -> Iterator[bytes]:
        found = self._db.execute("SELECT content FROM piece WHERE sha = ? ORDER BY offset", (sha,))
        return (bytes(row[0]) for row in found)

    def drop_pieces(self, sha: bytes) -> None:
        self._db.execute("DELETE FROM piece WHERE sha = ?", (sha,))

    def of_stream(self, stream: bytes, limit: int) -> list[BlobRow]:
        found = self._db.execute(
            f"SELECT {_BLOB} FROM blob WHERE stream = ? ORDER BY complete, number DESC LIMIT ?",
            (stream, limit),
        )
        return [_blob_row(row) for row in found]

    def all(self) -> Iterator[BlobRow]:
        found = self._db.execute(f"SELECT {_BLOB} FROM blob ORDER BY number")
        return (_blob_row(row) for row in found)

    def counts(self) -> tuple[int, int]:
        row = self._db.execute("SELECT count(*), coalesce(sum(complete), 0) FROM blob").fetchone()
        return int(row[0]), int(row[1])


class CodeTable:
    """See `sync.hq.store.Codes`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def add(self, code_hash: bytes, row: CodeRow) -> None:
        self._db.execute(
            "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?)",
            (code_hash, row.person, row.unit, row.role.value, row.expires, row.used_by),
        )

    def get(self, code_hash: bytes) -> CodeRow | None:
        row = self._db.execute(
            "SELECT person, unit, role, expires, used_by FROM code WHERE hash = ?", (code_hash,)
        ).fetchone()
        if row is None:
            return None
        used_by = None if row[4] is None else StreamId(row[4])
        return CodeRow(row[0], row[1], Role(row[2]), UtcMillis(row[3]), used_by)

    def of_unit(self, unit: str) -> int:
        row = self._db.execute("SELECT count(*) FROM code WHERE unit = ?", (unit,)).fetchone()
        return int(row[0])

    def use(self, code_hash: bytes, stream: bytes) -> None:
        self._db.execute("UPDATE code SET used_by = ? WHERE hash = ?", (stream, code_hash))

    def failures(self, since: int) -> int:
        row = self._db.execute("SELECT count(*) FROM wrong_code WHERE t >= ?", (since,)).fetchone()
        return int(row[0])

    def fail(self, stream: bytes, t: UtcMillis) -> None:
        self._db.execute("INSERT INTO wrong_code VALUES (?, ?)", (t, stream))

    def failed(self, stream: bytes, since: int) -> int:
        row = self._db.execute(
            "SELECT count(*) FROM wrong_code WHERE stream = ? AND t > ?", (stream, since)
        ).fetchone()
        return int(row[0])


class WaitingTable:
    """See `sync.hq.store.Waiting`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def add(self, stream: bytes, frame: bytes, blobs: Iterable[bytes]) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO waiting (stream, digest, size, frame) VALUES (?, ?, ?, ?)",
            (stream, sha256(frame).digest(), len(frame), frame),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO waiting_blob VALUES (?, ?)", [(sha, stream) for sha in blobs]
        )

    def of_blob(self, sha: bytes) -> StreamId | None:
        row = self._db.execute("SELECT stream FROM waiting_blob WHERE sha = ?", (sha,)).fetchone()
        return None if row is None else StreamId(row[0])

    def frames(self, stream: bytes) -> Iterator[bytes]:
        found = self._db.execute(
            "SELECT frame FROM waiting WHERE stream = ? ORDER BY number", (stream,)
        )
        return (bytes(row[0]) for row in found)

    def size(self, stream: bytes) -> int:
        row = self._db.execute(
            "SELECT coalesce(sum(size), 0) FROM waiting WHERE stream = ?", (stream,)
        ).fetchone()
        return int(row[0])

    def drop(self, stream: bytes) -> None:
        self._db.execute("DELETE FROM waiting WHERE stream = ?", (stream,))
        self._db.execute("DELETE FROM waiting_blob WHERE stream = ?", (stream,))


class SessionTable:
    """See `sync.hq.store.Sessions`."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._db = connection

    def add(
        self, token_hash: bytes, nonce: bytes, stream: bytes, *, now: UtcMillis, expires: UtcMillis
    ) -> bool:
        self._db.execute("DELETE FROM session WHERE expires <= ?", (now,))
        added = self._db.execute(
            "INSERT OR IGNORE INTO session VALUES (?, ?, ?, ?)",
            (token_hash, nonce, stream, expires),
        )
        return added.rowcount == 1

    def stream_of(self, token_hash: bytes, now: UtcMillis) -> StreamId | None:
        row = self._db.execute(
            "SELECT stream FROM session WHERE token = ? AND expires > ?", (token_hash, now)
        ).fetchone()
        return None if row is None else StreamId(row[0])


def _blob_row(row: Sequence[Any]) -> BlobRow:
    return BlobRow(Sha256(row[0]), row[1], StreamId(row[2]), bool(row[3]), row[4])
