"""What can go wrong with the store, each sorted into the one thing to do about it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.store.driver import sqlite
from fieldapp.units import KIB

BACK = (
    "See which copies this laptop keeps with: fieldapp snapshot list. "
    "Go back to the newest one with: fieldapp snapshot restore"
)
"""What to do about a store that cannot be read."""


class StoreLocked(FieldError):
    """The key does not open the store: another laptop's file, or its first page is damaged."""

    code = "store.key"
    remedy = Remedy.RESTORE_COPY
    text = "The reports on this laptop cannot be opened. Restore the folder from its copy."
    advice = BACK


class StoreDamaged(FieldError):
    """A page of the store fails its check, or the file was cut short."""

    code = "store.damaged"
    remedy = Remedy.RESTORE_COPY
    text = "The store of this laptop is damaged. Keep the folder as it is and restore a copy."
    advice = BACK


class StoreMissing(FieldError):
    """People work on this laptop, but the file with their records is gone or empty."""

    code = "store.missing"
    remedy = Remedy.RESTORE_COPY
    text = "The file with this laptop's reports is missing or empty. Restore a copy, or ask HQ."
    advice = BACK


class StoreForbidden(FieldError):
    """This account may not read or write the store, or its disk is write-protected."""

    code = "store.forbidden"
    remedy = Remedy.TRY_AGAIN
    text = "This account may not use the file with this laptop's reports. Nothing was changed."
    advice = "Check who may use the folder and that the disk is not write-protected."


class StoreNewer(FieldError):
    """The store was written by a newer version of the app."""

    code = "store.newer"
    remedy = Remedy.UPDATE_APP
    text = "These reports were saved by a newer version of the app. Update the app to open them."


class StoreFull(FieldError):
    """No space left on the disk; what was saved before is safe."""

    code = "store.full"
    remedy = Remedy.FREE_SPACE
    text = "The disk is full. What was saved is safe; free some space, then try again."


class StoreBusy(FieldError):
    """Another process holds the store longer than we wait."""

    code = "store.busy"
    remedy = Remedy.TRY_AGAIN
    text = "The store is in use by another window. Wait a moment and try again."


class SeveralFound(FieldError):
    """A report number that two laptops gave out, or an older source twice."""

    code = "report.several"
    remedy = Remedy.CHECK_INPUT
    text = "Several reports carry this number. Name the one you mean by its id; the list has them."


class NotFound(FieldError):
    """No report, draft or photo with this number is on this laptop."""

    code = "store.not-found"
    remedy = Remedy.CHECK_INPUT
    text = "There is no such report on this laptop. Check the number."


_BY_NAME: dict[str, type[FieldError]] = {
    "SQLITE_NOTADB": StoreLocked,
    "SQLITE_CORRUPT": StoreDamaged,
    "SQLITE_IOERR": StoreDamaged,
    "SQLITE_FULL": StoreFull,
    "SQLITE_BUSY": StoreBusy,
    "SQLITE_LOCKED": StoreBusy,
    "SQLITE_CANTOPEN": StoreForbidden,
    "SQLITE_READONLY": StoreForbidden,
    "SQLITE_PERM": StoreForbidden,
}
_MAYBE_FULL = ("SQLITE_IOERR", "SQLITE_CANTOPEN")


_NO_ROOM = 256 * KIB
"""Less than SQLite's own small files beside the store may need at once."""


@contextmanager
def sorted_errors(folder: Path) -> Iterator[None]:
    """Inside this block an error of the disk or file becomes a `FieldError`; a bug stays a bug.

    Args:
        folder: where the store lies: a failure there without room left means a full disk.
    """
    try:
        yield
    except sqlite.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or _name_from(error)
        for start, kind in _BY_NAME.items():
            if name.startswith(start):
                # A full disk fails SQLite's shared file first, and that looks like a bad disk.
                if start in _MAYBE_FULL and _is_full(folder):
                    kind = StoreFull
                raise kind(detail=name) from error
        raise


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM
    except OSError:
        return False


def _name_from(error: Exception) -> str:
    """SQLite's own sentence, where the driver gives no name."""
    text = str(error)
    for sentence, name in (
        ("file is not a database", "SQLITE_NOTADB"),
        ("malformed", "SQLITE_CORRUPT"),
        ("disk I/O error", "SQLITE_IOERR"),
        ("database or disk is full", "SQLITE_FULL"),
        ("database is locked", "SQLITE_BUSY"),
        ("unable to open", "SQLITE_CANTOPEN"),
        ("readonly database", "SQLITE_READONLY"),
    ):
        if sentence in text:
            return name
    return ""
