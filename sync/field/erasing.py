"""Erasing a laptop whose sender may be at work."""

import contextlib
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.vault.wipe import Eraser, KeysLeft, WipeUnfinished, erase_keys, erase_rest
from sync.field.autostart import autostart_of
from sync.field.spool import FOLDER
from sync.field.status import stop_sender


def erase_laptop(home: Path, eraser: Eraser | None = None) -> None:
    """Erases the installation in ``home``; whether anybody is in makes no difference.

    Needs no passphrase. The sender ends within a second, since its folder is gone, and does not
    start with the computer any more.

    Raises:
        KeysLeft, WipeUnfinished: as `fieldapp.vault.wipe` says; all that could go is gone.
    """
    try:
        erase_keys(home, eraser)
    except KeysLeft:
        with contextlib.suppress(WipeUnfinished):
            _rest(home, eraser)
        raise
    _rest(home, eraser)


def _rest(home: Path, eraser: Eraser | None) -> None:
    if (home / FOLDER).is_dir():
        # Where an open file cannot be removed, the sender has to be gone first.
        with contextlib.suppress(FieldError):
            stop_sender(home)
    with contextlib.suppress(FieldError):
        autostart_of(home).turn(False)
    erase_rest(home, eraser)
