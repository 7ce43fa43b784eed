"""Room kept for the day when the disk is full: text is saved then, new photos are not."""

import contextlib
import os
import shutil
from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import file_errors, private
from fieldapp.units import MIB, ByteCount

FILE_NAME = "ballast"
FULL_BYTES = ByteCount(64 * MIB)
"""Enough for hundreds of reports with their frames and what SQLite needs around them."""
SPARE_BYTES = ByteCount(4 * MIB)
"""With less than this free the ballast goes; the largest report and its frame need less."""
SCARCE_BYTES = ByteCount(128 * MIB)
"""With less than this free no ballast is made: what was just released must not be taken again."""
PHOTO_BYTES = ByteCount(500_000_000)
"""With less than this free new photos are refused, so that text has room for weeks."""
_SHARE = 16
_STEP = MIB


class NoRoomForPhotos(FieldError):
    """The disk has too little room for photos; text is saved all the same."""

    code = "disk.photos"
    remedy = Remedy.FREE_SPACE
    text = (
        "There is too little room on the disk for photos: they need 500 MB free. Save the report "
        "without them, and add them when there is room."
    )


class BallastUsed(FieldError):
    """The disk is full and the room kept for this day is being used. Shown, never raised."""

    code = "disk.ballast"
    remedy = Remedy.NONE
    text = (
        "The disk is full. Reports are still saved, in room that was kept for this day. "
        "Free some space soon: delete or move files that are not needed."
    )


def free_bytes(folder: Path) -> ByteCount:
    """Room on the disk of a folder; raises ``OSError``."""
    return ByteCount(shutil.disk_usage(folder).free)


def check_photo_room(folder: Path) -> None:
    """Raises `NoRoomForPhotos`."""
    if not has_photo_room(folder):
        raise NoRoomForPhotos()


def has_photo_room(folder: Path) -> bool:
    """Whether new photos may be kept."""
    with file_errors():
        return free_bytes(folder) >= PHOTO_BYTES


def spare(home: Path) -> None:
    """Gives the ballast back to the disk when it is nearly full. Raises nothing."""
    with contextlib.suppress(OSError):
        if free_bytes(home) < SPARE_BYTES and ballast_bytes(home):
            os.truncate(home / FILE_NAME, 0)


def was_used(home: Path) -> bool:
    """Whether the ballast was given back and there is no room yet to make it again."""
    with contextlib.suppress(OSError):
        return ballast_bytes(home) == 0 and free_bytes(home) < SCARCE_BYTES
    return False


def ballast_bytes(home: Path) -> ByteCount | None:
    """Bytes kept in the ballast; None where none was ever made."""
    try:
        return ByteCount((home / FILE_NAME).stat().st_size)
    except OSError:
        return None


def prepare(home: Path) -> None:
    """Makes or completes the ballast as far as the disk has room. Raises nothing."""
    with contextlib.suppress(OSError):
        have, free = ballast_bytes(home), free_bytes(home)
        wanted = min(FULL_BYTES, free // _SHARE) if free >= SCARCE_BYTES else 0
        if wanted <= (have or 0):
            return
        path = home / FILE_NAME
        try:
            with open(path, "ab", opener=private) as file:
                _fill(file.fileno(), have or 0, wanted)
        except OSError:
            if have is None:
                path.unlink(missing_ok=True)
            raise


def _fill(handle: int, start: int, end: int) -> None:
    """Real blocks from ``start`` to ``end``: a file with holes would keep no room."""
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(handle, start, end - start)
        else:
            for at in range(start, end, _STEP):
                os.write(handle, bytes(min(_STEP, end - at)))
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, start)
        raise
