"""Erasing an installation: keys first, so that a power cut after the first step leaves them gone.

What it cannot do is told in ``fieldapp/FORMAT.md`` section 9.
"""

import contextlib
import os
from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import sync_folder
from fieldapp.units import MIB
from fieldapp.vault.file import FILE_NAME

HEAD_BYTES = MIB
"""So much of the store and of each copy is overwritten: the page that names all others is in it."""
ERASED = b"erased\n"
"""What stands where the key slots were, until nothing else is left."""
_KEYS = f"{FILE_NAME}*"
_STORES = ("vault.db*", "snapshots/*")
_REST = (
    "vault.db*",
    "snapshots",
    "heads",
    "ballast*",
    "spool",
    "push.token*",
    "packs",
    "recovery-*.json*",
    "desktop.json*",
    "desktop.log*",
    "mission.profile*",
)
_ROUNDS = 3
"""A process that is just ending may make a file once more."""


class KeysLeft(FieldError):
    """The key slots are still there."""

    code = "wipe.keys"
    remedy = Remedy.TRY_AGAIN
    text = "The keys of this laptop could not be erased. Reports may still be opened."
    advice = "Try again. If that fails, shut the laptop down and destroy its disk."


class WipeUnfinished(FieldError):
    """The keys are gone, but files that nobody can open are left."""

    code = "wipe.unfinished"
    remedy = Remedy.TRY_AGAIN
    text = "The keys are erased, so nobody can open the reports. Some sealed files are still there."
    advice = "Close other windows of this app, then erase once more."


class Eraser:
    """The steps by which a file goes. A parameter, so that tests can stop after any of them."""

    def overwrite(self, path: Path, content: bytes) -> None:
        """Puts ``content`` over the file's beginning, for good when this returns."""
        with path.open("r+b", buffering=0) as file:
            file.write(content)
            os.fsync(file.fileno())

    def cut(self, path: Path, length: int) -> None:
        """Shortens a file, for good when this returns."""
        with path.open("r+b") as file:
            file.truncate(length)
            os.fsync(file.fileno())

    def remove(self, path: Path) -> None:
        """Deletes a file or an empty folder."""
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()


def erase_keys(home: Path, eraser: Eraser | None = None) -> None:
    """Overwrites every copy of the key slots; nothing opens the store from then on.

    The mark that takes their place is removed by `erase_rest`; see `erasing`.

    Raises:
        KeysLeft: a copy could not be overwritten.
    """
    eraser = eraser or Eraser()
    failed = False
    for path in _found(home, _KEYS):
        try:
            eraser.overwrite(path, ERASED * (path.stat().st_size // len(ERASED) + 1))
            eraser.cut(path, len(ERASED))
        except OSError:
            failed = True
    if failed:
        raise KeysLeft()


def erase_rest(home: Path, eraser: Eraser | None = None) -> None:
    """Destroys the head of every copy of the store, then removes all that is the app's.

    Only what FORMAT.md names goes: a folder may hold files of the person's own.

    Raises:
        WipeUnfinished: files are left; calling it again goes on where it stopped.
    """
    eraser = eraser or Eraser()
    for pattern in _STORES:
        for path in _found(home, pattern):
            with contextlib.suppress(OSError):
                eraser.overwrite(path, bytes(min(path.stat().st_size, HEAD_BYTES)))
    for _ in range(_ROUNDS):
        for pattern in _REST:
            for path in _found(home, pattern):
                _remove(path, eraser)
        if not (left := _left(home)):
            break
    else:
        raise WipeUnfinished(detail=f"{left} files")
    # The mark under the key file's own name is the last to go.
    for path in reversed(_found(home, _KEYS)):
        _remove(path, eraser)
    if _found(home, _KEYS):
        raise WipeUnfinished(detail="mark")
    with contextlib.suppress(OSError):
        sync_folder(home)


def erasing(home: Path) -> bool:
    """Whether an erasing was begun here and not finished."""
    try:
        with (home / FILE_NAME).open("rb") as file:
            return file.read(len(ERASED)) == ERASED
    except OSError:
        return False


def _left(home: Path) -> int:
    return sum(len(_found(home, pattern)) for pattern in _REST)


def _found(home: Path, pattern: str) -> list[Path]:
    try:
        return sorted(path for path in home.glob(pattern))
    except OSError:
        return []


def _remove(path: Path, eraser: Eraser) -> None:
    """Removes a file, or a folder with all that is in it; what cannot go stays."""
    if path.is_dir() and not path.is_symlink():
        with contextlib.suppress(OSError):
            for inside in path.iterdir():
                _remove(inside, eraser)
    with contextlib.suppress(OSError):
        eraser.remove(path)
