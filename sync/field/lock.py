"""One sender for a folder: a lock that ends with its process, however the process ends."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from fieldapp.errors import FieldError, Remedy
from sync.field.errors import SpoolDamaged
from sync.field.spool import FOLDER
from sync.locking import try_lock

_FILE = "sender.lock"


class SenderRunning(FieldError):
    """Another sender works in this folder."""

    code = "sender.running"
    remedy = Remedy.NONE
    text = "Reports of this laptop are being sent already."


@contextmanager
def only_one(home: Path) -> Iterator[Callable[[], bool]]:
    """Holds the folder's lock and notes this process in it.

    Yields:
        Whether the lock still stands in the folder; false once the folder was deleted or made
        anew, where another sender may be at work by now.

    Raises:
        SenderRunning: another process holds it.
        SpoolDamaged: the lock file cannot be used.
    """
    path = home / FOLDER / _FILE
    try:
        handle = path.open("a+b")
    except OSError as error:
        raise SpoolDamaged(detail=type(error).__name__) from error
    with handle:
        if not try_lock(handle):
            raise SenderRunning()
        handle.truncate(0)
        handle.write(b"%d\n" % os.getpid())
        handle.flush()
        yield lambda: _stands(path, handle)


def _stands(path: Path, handle: IO[bytes]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle.fileno()))
    except OSError:
        return False


def sender_running(home: Path) -> bool:
    """Whether a sender holds the folder's lock just now."""
    try:
        with only_one(home):
            return False
    except SenderRunning:
        return True
    except SpoolDamaged:
        return False
