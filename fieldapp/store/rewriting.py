"""The same store under another key: copied page by page, checked, and put in its place at once."""

import contextlib
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from fieldapp.files import file_errors, sync_file, sync_folder
from fieldapp.store.database import FILE_NAME, Store, connect, open_store
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import StoreDamaged, StoreLocked, sorted_errors

COPY = FILE_NAME + ".new"


def rewrite(store: Store, keys: tuple[bytes, bytes], note: Callable[[], None]) -> None:
    """Puts a copy under another key in the store's place; `reopen` has to follow in any case.

    Whoever opens the folder after a power cut finds the store whole, under the old key or the new.

    Args:
        store: open, outside any transaction, and open nowhere else; its connection is closed.
        keys: the key until now, and the one from now on.
        note: called when the copy is durable and before it takes the old store's place; from then
            on people must be able to open either.

    Raises:
        StoreBusy: another window has the store open.
        StoreFull, StoreDamaged, DiskFull, NotAllowed, FileTrouble: the store is as it was.
    """
    connection, home = store.connection, store.folder
    path, copy = home / FILE_NAME, home / COPY
    try:
        with sorted_errors(home), file_errors():
            _alone(connection)
            drop_copy(home)
            _copy(connection, copy, keys[1])
        note()
        with file_errors():
            _switch(connection, path, copy)
    finally:
        connection.close()


def reopen(store: Store, keys: tuple[bytes, ...]) -> bytes:
    """Opens the store again under the first of ``keys`` that fits, and says which that is.

    Raises:
        StoreLocked: none does. Otherwise as `open_store`.
    """
    for key in keys:
        try:
            again = open_store(store.folder, key, store.clock)
        except StoreLocked as error:
            locked = error
        else:
            store.go_on_with(again)
            return key
    raise locked


def drop_copy(home: Path) -> None:
    """Removes what a power cut left of a copy."""
    for suffix in ("", "-journal"):
        with contextlib.suppress(OSError):
            (home / (COPY + suffix)).unlink(missing_ok=True)


def _alone(connection: sqlite.Connection) -> None:
    """Folds late writes in and keeps every other process out until the connection is closed."""
    connection.execute("PRAGMA busy_timeout = 2000")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")


def _copy(connection: sqlite.Connection, copy: Path, key: bytes) -> None:
    fresh = connect(copy, key)
    try:
        connection.backup(fresh)
        bad = fresh.execute("PRAGMA cipher_integrity_check").fetchall()
        state = fresh.execute("PRAGMA quick_check").fetchone()[0]
        if bad or state != "ok" or _sum(fresh) != _sum(connection):
            raise StoreDamaged(detail="copy under another key")
    finally:
        fresh.close()
    sync_file(copy)
    sync_folder(copy.parent)


def _sum(connection: sqlite.Connection) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Every event by its id, and how many rows each table has."""
    digest = sha256()
    for row in connection.execute("SELECT id FROM event ORDER BY n"):
        digest.update(row[0])
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " ORDER BY name"
    ).fetchall()
    counts = [
        (name, int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]))
        for (name,) in names
    ]
    return digest.hexdigest(), tuple(counts)


def _switch(connection: sqlite.Connection, path: Path, copy: Path) -> None:
    if os.name == "nt":
        # An open file cannot be replaced here, and a process that waits for it would prevent it.
        connection.close()
        copy.replace(path)
        return
    handle = os.open(path, os.O_RDWR)
    try:
        copy.replace(path)
        sync_folder(path.parent)
        # A process that waited for the old file finds it empty, instead of writing into the void.
        os.ftruncate(handle, 0)
        connection.close()
    finally:
        # Not before: closing any handle of a file gives the process's locks on it away.
        os.close(handle)
