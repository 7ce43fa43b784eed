"""Backups of the log, and going back to one.

A restore raises the epoch: laptops then send again what the backup does not hold, which they
keep for at least 14 days. The keys are not in a backup; keep a copy of the folder ``keys`` apart.
"""

import shutil
from contextlib import closing
from pathlib import Path

from fieldapp.clock import Clock
from fieldapp.errors import FieldError
from fieldapp.files import sync_file
from sync.hq.errors import NoHqFolder
from sync.hq.keys import FOLDER, HqKeys, load_keys
from sync.hq.store_sqlite import DB_NAME, SqliteStore, check_backup, take_alone

BEFORE_SUFFIX = ".before-restore"


def restore(home: Path, backup: Path, clock: Clock) -> int:
    """Puts a backup in the log's place; the log that was there is kept beside it.

    Args:
        home: the HQ folder, its keys in place.
        backup: made by ``fieldapp-hq backup`` with the same keys.
        clock: HQ's clock.

    Returns:
        The new epoch.

    Raises:
        BackupUnusable, HqKeysDamaged, ServerRunning: nothing was changed.
        OSError: the disk is full; nothing was changed.
    """
    if not (home / FOLDER).is_dir():
        raise NoHqFolder()
    keys = load_keys(home / FOLDER)
    saved = check_backup(backup, keys.store)
    present = _present_epoch(home, keys)
    epoch = max(saved, present) + 1
    if present == 0:
        # Nobody can say how often this backup was restored before; the clock tells them apart.
        epoch = max(epoch, clock.now() // 1000)
    part = home / (DB_NAME + ".part")
    try:
        shutil.copyfile(backup, part)
        with closing(SqliteStore(part, keys.store)) as store:
            store.set_epoch(epoch)
        take_alone(part, keys.store)
        sync_file(part)
        if (home / DB_NAME).exists():
            shutil.copyfile(home / DB_NAME, home / (DB_NAME + BEFORE_SUFFIX))
            for suffix in ("-wal", "-shm"):
                (home / (DB_NAME + suffix)).unlink(missing_ok=True)
        part.replace(home / DB_NAME)
    finally:
        for name in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
            name.unlink(missing_ok=True)
    return epoch


def _present_epoch(home: Path, keys: HqKeys) -> int:
    """The epoch of the log in place; 0 when it cannot be read. Raises `ServerRunning`."""
    path = home / DB_NAME
    try:
        with closing(SqliteStore(path, keys.store)) as store, store.reading() as tx:
            epoch = tx.epoch
    except FieldError:
        return 0
    take_alone(path, keys.store)
    return epoch
