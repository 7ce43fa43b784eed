"""HQ's embedded store: one encrypted SQLite file in WAL mode, every commit synced to disk."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.files import PART, check_target, private, sync_file
from fieldapp.store.driver import sqlite
from sync.hq.errors import (
    BackupUnusable,
    HqStoreBusy,
    HqStoreDamaged,
    HqStoreForbidden,
    HqStoreFull,
    HqStoreLocked,
    HqStoreMissing,
    HqStoreNewer,
    ServerRunning,
)
from sync.hq.store_schema import SCHEMA, VERSION
from sync.hq.store_tables import BlobTable, CodeTable, SessionTable, WaitingTable
from sync.hq.store_tables_log import DeliveryTable, EventTable, StreamTable

DB_NAME = "hq.db"
BUSY_MILLIS = 30_000
"""How long a writer waits for another process's commit."""
_ERRORS: dict[str, type[FieldError]] = {
    "SQLITE_NOTADB": HqStoreLocked,
    "SQLITE_CORRUPT": HqStoreDamaged,
    "SQLITE_IOERR": HqStoreDamaged,
    "SQLITE_FULL": HqStoreFull,
    "SQLITE_BUSY": HqStoreBusy,
    "SQLITE_LOCKED": HqStoreBusy,
    "SQLITE_CANTOPEN": HqStoreForbidden,
    "SQLITE_READONLY": HqStoreForbidden,
    "SQLITE_PERM": HqStoreForbidden,
}


@dataclass(frozen=True, slots=True)
class SqliteTx:
    """The tables seen through one connection."""

    streams: StreamTable
    events: EventTable
    deliveries: DeliveryTable
    blobs: BlobTable
    codes: CodeTable
    waiting: WaitingTable
    sessions: SessionTable
    epoch: int


class SqliteStore:
    """The store in one file.

    Args:
        path: the database file.
        key: 32 bytes.
        create: make the file; otherwise it must be there with a log in it.

    Raises:
        HqStoreMissing: there is no such file, or no log was ever in it; it is left as it is.
        HqStoreForbidden: this account may not use it.
        HqStoreLocked: the key is another file's.
        HqStoreNewer: written by a newer version.
    """

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        if create:
            _make(path)
        elif not path.exists() or path.stat().st_size == 0:
            raise HqStoreMissing(detail="no file" if not path.exists() else "empty")
        self._path, self._key = path, key
        self._turn = threading.Lock()
        self._idle: list[sqlite.Connection] = []
        self._idle_guard = threading.Lock()
        with translated():
            self._writer = connect(path, key)
            _migrate(self._writer, create=create)

    @contextmanager
    def reading(self) -> Iterator[SqliteTx]:
        """See `HqStore.reading`."""
        with translated():
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                yield _tables(connection)
            finally:
                _end(connection)
                with self._idle_guard:
                    self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteTx]:
        """See `HqStore.writing`; raises `HqStoreBusy`, `HqStoreFull`, `HqStoreDamaged`."""
        with translated(), self._turn:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield _tables(self._writer)
                self._writer.execute("COMMIT")
            finally:
                _end(self._writer)

    def set_epoch(self, epoch: int) -> None:
        """Sets the epoch, once, after a restore."""
        with translated(), self._turn:
            self._writer.execute("UPDATE meta SET value = ? WHERE key = 'epoch'", (epoch,))

    def backup(self, target: Path) -> None:
        """An encrypted copy of one moment; the server may go on meanwhile.

        Args:
            target: a new file outside HQ's folder, or an earlier backup of the same HQ.

        Raises:
            TargetTaken, TargetInside: nothing was changed.
            OSError: the medium is full or gone; ``target`` is as it was.
        """
        check_target(target, self._path.parent, self._is_backup)
        part = target.with_name(target.name + PART)
        part.unlink(missing_ok=True)
        try:
            _make(part)
            with (
                translated(),
                closing(self._open_reader()) as source,
                closing(_keyed(part, self._key)) as copy,
            ):
                source.backup(copy)
            sync_file(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def damaged_pages(self) -> int:
        """How many pages fail their authentication code or SQLite's own check."""
        with translated(), closing(self._open_reader()) as connection:
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            words = connection.execute("PRAGMA integrity_check(10)").fetchall()
        return len(pages) + (0 if words == [("ok",)] else len(words))

    def close(self) -> None:
        """See `HqStore.close`."""
        with self._idle_guard:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        self._writer.close()

    def _is_backup(self, path: Path) -> bool:
        try:
            with closing(_look_into(path, self._key)) as found:
                epoch = found.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
        except sqlite.DatabaseError:
            return False
        return epoch is not None

    def _borrow(self) -> sqlite.Connection:
        with self._idle_guard:
            if self._idle:
                return self._idle.pop()
        return self._open_reader()

    def _open_reader(self) -> sqlite.Connection:
        connection = connect(self._path, self._key)
        connection.execute("PRAGMA query_only=ON")
        return connection


def check_backup(path: Path, key: bytes) -> int:
    """The epoch of a backup that opens with this key and is whole; raises `BackupUnusable`."""
    if not path.is_file():
        raise BackupUnusable(detail="no such file")
    try:
        with closing(_keyed(path, key)) as connection:
            bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            row = connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
    except sqlite.DatabaseError as error:
        raise BackupUnusable(detail=type(error).__name__) from error
    if bad or row is None:
        raise BackupUnusable(detail="damaged pages" if bad else "no epoch")
    return int(row[0])


def take_alone(path: Path, key: bytes) -> None:
    """Folds everything into the one file; raises `ServerRunning` while others have it open."""
    with closing(_keyed(path, key)) as connection:
        connection.execute("PRAGMA busy_timeout=0")
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite.OperationalError as error:
            raise ServerRunning() from error
    if mode != "delete":
        raise ServerRunning()


def connect(path: Path, key: bytes) -> sqlite.Connection:
    """A connection with every safeguard set and seen to be set; raises the driver's errors."""
    connection = _keyed(path, key)
    for pragma, wanted in (
        ("journal_mode=WAL", "wal"),
        ("synchronous=FULL", 2),
        ("foreign_keys=ON", 1),
        ("trusted_schema=OFF", 0),
        ("secure_delete=FAST", 2),
    ):
        connection.execute(f"PRAGMA {pragma}")
        found = connection.execute(f"PRAGMA {pragma.partition('=')[0]}").fetchone()
        if found[0] != wanted:
            raise sqlite.DatabaseError(f"{pragma} was not taken")
    connection.execute("PRAGMA cache_size=-16000")
    connection.set_authorizer(_authorize)
    return connection


def _keyed(path: Path, key: bytes) -> sqlite.Connection:
    connection = sqlite.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MILLIS / 1000
    )
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _look_into(path: Path, key: bytes) -> sqlite.Connection:
    """A connection that leaves a file, whatever it is, and its folder as they are."""
    place = f"{path.absolute().as_uri()}?immutable=1"
    connection = sqlite.connect(place, uri=True, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level=NONE")
    return connection


def _authorize(action: int, *_: object) -> int:
    """Refuses ATTACH: two statements with it would write a copy in clear."""
    return sqlite.SQLITE_DENY if action == sqlite.SQLITE_ATTACH else sqlite.SQLITE_OK


def _make(path: Path) -> None:
    """An empty file for its owner alone, where there is none."""
    with open(path, "ab", opener=private):
        pass


def _migrate(connection: sqlite.Connection, *, create: bool) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise HqStoreNewer(detail=f"version {version}")
        if version == 0 and not create:
            raise HqStoreMissing(detail="nothing in it")
        for step in SCHEMA[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    finally:
        _end(connection)


def _tables(connection: sqlite.Connection) -> SqliteTx:
    (epoch,) = connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
    return SqliteTx(
        StreamTable(connection),
        EventTable(connection),
        DeliveryTable(connection),
        BlobTable(connection),
        CodeTable(connection),
        WaitingTable(connection),
        SessionTable(connection),
        int(epoch),
    )


def _end(connection: sqlite.Connection) -> None:
    # SQLite has rolled back by itself after a full disk; a second ROLLBACK would raise.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


@contextmanager
def translated() -> Iterator[None]:
    """Turns the driver's errors into the store's own."""
    try:
        yield
    except sqlite.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        words = str(error)
        for prefix, kind in _ERRORS.items():
            if name.startswith(prefix):
                raise kind(detail=name) from error
        if "not a database" in words:
            raise HqStoreLocked(detail="key") from error
        raise
