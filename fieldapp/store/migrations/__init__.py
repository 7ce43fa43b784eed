"""Numbered steps from an empty file to the present schema.

Each step and its bookkeeping are one transaction. A store that holds something is copied first;
the copy goes once every check has passed, so that a failed step leaves the old file as it was.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from fieldapp.store.driver import sqlite
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.migrations import m0001_start

_STEPS: tuple[Callable[[sqlite.Connection], None], ...] = (m0001_start.up,)
LATEST = len(_STEPS)


def migrate(connection: sqlite.Connection, path: Path, version: int) -> None:
    """Brings the store from ``version`` to `LATEST`; raises `StoreDamaged` if a check fails."""
    copy = path.with_name(f"{path.name}.before-{version}")
    if version:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(path, copy)
    for number, step in enumerate(_STEPS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) < number:
                step(connection)
                _check(connection)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    copy.unlink(missing_ok=True)


def _check(connection: sqlite.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    state = connection.execute("PRAGMA quick_check").fetchone()[0]
    if broken or state != "ok":
        raise StoreDamaged(detail="check after migration")
