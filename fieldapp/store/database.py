"""Opening the encrypted store, and the only two ways to use it: read, or write at once."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from fieldapp.clock import Clock
from fieldapp.files import file_errors, make_folder, private, sync_folder
from fieldapp.store import migrations
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import (
    StoreDamaged,
    StoreForbidden,
    StoreMissing,
    StoreNewer,
    sorted_errors,
)
from fieldapp.store.restoring import finish_restore
from fieldapp.vault.errors import CryptoBroken

if TYPE_CHECKING:
    import sqlite_utils

FILE_NAME = "vault.db"
_BUSY_MILLIS = 10_000
_REFUSED = frozenset({sqlite.SQLITE_ATTACH, sqlite.SQLITE_DETACH})

Row = Sequence[Any]


class Store:
    """One open store. Belongs to the thread that opened it (the lane).

    Args:
        connection: a keyed and checked SQLCipher connection in autocommit mode.
        clock: this laptop's clock.
        folder: where its file lies.
    """

    def __init__(self, connection: sqlite.Connection, clock: Clock, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.clock = clock
        self._due: dict[str, Callable[[], None]] = {}

    @cached_property
    def tables(self) -> "sqlite_utils.Database":
        """The same file by sqlite-utils, for work that is not on the way to the lock screen."""
        import sqlite_utils

        return sqlite_utils.Database(self.connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    @contextmanager
    def write(self) -> Iterator[sqlite.Connection]:
        """All or nothing, durable when the block has ended; nothing may leave before.

        Inside another ``write`` block it joins that transaction.

        Raises:
            StoreFull, StoreBusy, StoreDamaged: and then nothing of the block was kept.
        """
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        with sorted_errors(self.folder):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                self._due.clear()
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        due, self._due = self._due, {}
        for work in due.values():
            work()

    def after_commit(self, name: str, work: Callable[[], None]) -> None:
        """Has ``work`` done when the running transaction is durable; of one name only the last.

        It must not raise: what was committed stays committed.
        """
        self._due[name] = work

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query; raises as `write` does."""
        with sorted_errors(self.folder):
            return list(self.connection.execute(sql, values))

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row, or None."""
        with sorted_errors(self.folder):
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    def setting(self, name: str, default: str = "") -> str:
        """A small fact about this installation."""
        found = self.row("SELECT value FROM setting WHERE name = ?", (name,))
        return default if found is None else str(found[0])

    def set_setting(self, name: str, value: str) -> None:
        """Keeps a small fact; never anything secret."""
        with self.write() as connection:
            connection.execute(
                "INSERT INTO setting(name, value) VALUES (?, ?) "
                "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def check(self) -> None:
        """Reads and verifies every page; raises `StoreDamaged`."""
        bad = self.rows("PRAGMA cipher_integrity_check")
        state = self.row("PRAGMA quick_check")
        if bad or state is None or state[0] != "ok":
            raise StoreDamaged(detail=f"{len(bad)} pages")

    def go_on_with(self, other: "Store") -> None:
        """Takes over the connection of another store of the same folder."""
        self.connection = other.connection
        self.__dict__.pop("tables", None)

    def close(self) -> None:
        """Closes the file; the store cannot be used any more."""
        self.connection.close()


def open_store(home: Path, key: bytes, clock: Clock, *, create: bool = False) -> Store:
    """The store in ``home``, brought to the present version.

    Args:
        home: the installation folder.
        key: 32 bytes.
        clock: this laptop's clock.
        create: make it, or finish making it; otherwise it must be there.

    Raises:
        StoreMissing: there is none, or nothing was ever kept in it; the file is left as it is.
        StoreForbidden: this account may not use it.
        StoreLocked: the key does not fit, or the file is no store.
        StoreDamaged: cut short or pages fail their check.
        StoreNewer: written by a newer version.
        StoreFull: no space to make or migrate it.
        CryptoBroken: the driver does not encrypt.
    """
    path = home / FILE_NAME
    if create:
        make_folder(home)
    finish_restore(path)
    _look_at(path, create)
    with sorted_errors(home):
        connection = connect(path, key)
    try:
        with sorted_errors(home), file_errors():
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > migrations.LATEST:
                raise StoreNewer(detail=f"version {version}")
            if version == 0 and not create:
                raise StoreMissing(detail="nothing in it")
            if version == 0:
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            _prepare(connection)
            _check_length(connection, path)
            if version < migrations.LATEST:
                migrations.migrate(connection, path, version)
            migrations.drop_copies(path)
            if version == 0:
                sync_folder(home)
            connection.set_authorizer(_authorize)
    except BaseException:
        connection.close()
        raise
    return Store(connection, clock, home)


def _look_at(path: Path, create: bool) -> None:
    """Makes the empty file for its owner alone, or sees that there is one with something in it."""
    with file_errors():
        if create:
            with open(path, "ab", opener=private):
                return
        if not path.exists() or path.stat().st_size == 0:
            raise StoreMissing(detail="empty" if path.exists() else "no file")
        if not os.access(path, os.R_OK | os.W_OK):
            # SQLite would leave files beside it that are as write-protected as it is itself.
            raise StoreForbidden(detail="access")


def connect(path: Path, key: bytes) -> sqlite.Connection:
    """A keyed connection in autocommit mode; nothing is read yet; raises `CryptoBroken`."""
    connection = sqlite.connect(
        str(path), isolation_level=None, timeout=_BUSY_MILLIS / 1000, check_same_thread=True
    )
    if not connection.execute("PRAGMA cipher_version").fetchone():
        connection.close()
        raise CryptoBroken(detail="no SQLCipher")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _prepare(connection: sqlite.Connection) -> None:
    """Sets and asserts what our promises rest on."""
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    wanted: tuple[tuple[str, str, object], ...] = (
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", 2),
        ("foreign_keys", "ON", 1),
        ("trusted_schema", "OFF", 0),
        ("secure_delete", "FAST", 2),
        ("temp_store", "MEMORY", 2),
    )
    for name, value, expected in wanted:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise StoreDamaged(detail=f"{name} is {found}")


def _check_length(connection: sqlite.Connection, path: Path) -> None:
    """A file cut at a page border opens without complaint; its header knows better."""
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    wal = path.with_name(path.name + "-wal")
    if path.stat().st_size < pages * size and not (wal.exists() and wal.stat().st_size):
        raise StoreDamaged(detail="shorter than it should be")


def _authorize(action: int, *_names: object) -> int:
    """Refuses ATTACH, by which two statements would write a copy in clear."""
    return int(sqlite.SQLITE_DENY if action in _REFUSED else sqlite.SQLITE_OK)
