"""Numbered steps from an empty file to the present schema.

A store that holds something is copied first. All steps and their bookkeeping are one transaction
that ends only after every check, so that a step that fails or is killed leaves the old store; the
copy goes when the new version stands, at the next opening if the process was killed in between.
"""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from fieldapp.files import private, sync_file, sync_folder
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.migrations import (
    m0001_start,
    m0002_removal,
    m0003_previews,
    m0004_hq_times,
)

_STEPS: tuple[Callable[[sqlite.Connection], None], ...] = (
    m0001_start.up,
    m0002_removal.up,
    m0003_previews.up,
    m0004_hq_times.up,
)
LATEST = len(_STEPS)


def migrate(connection: sqlite.Connection, path: Path, version: int) -> None:
    """Brings the store from ``version`` to `LATEST`; raises `StoreDamaged` if a check fails."""
    copy = path.with_name(f"{path.name}.before-{version}")
    if version:
        _copy(connection, path, copy)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster.
        held = int(connection.execute("PRAGMA user_version").fetchone()[0])
        signed = _signed(connection) if held else ()
        for step in _STEPS[held:]:
            step(connection)
        _check(connection, signed)
        connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def drop_copies(path: Path) -> None:
    """Removes the copies of a store that stands at `LATEST`: they would outlive removed text."""
    for copy in path.parent.glob(f"{path.name}.before-*"):
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)


def _copy(connection: sqlite.Connection, path: Path, copy: Path) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("rb") as source, open(copy, "wb", opener=private) as target:
        shutil.copyfileobj(source, target)
    sync_file(copy)
    sync_folder(copy.parent)


def _signed(connection: sqlite.Connection) -> tuple[object, ...]:
    """What no step may touch: how many records there are, and how many bytes of them."""
    found: tuple[object, ...] = connection.execute(
        "SELECT count(*), sum(length(header) + length(sig)), total(length(payload)),"
        " max(n), count(DISTINCT id) FROM event"
    ).fetchone()
    return found


def _check(connection: sqlite.Connection, signed: tuple[object, ...]) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    state = connection.execute("PRAGMA quick_check").fetchone()[0]
    if broken or state != "ok" or (signed and _signed(connection) != signed):
        raise StoreDamaged(detail="check after migration")
