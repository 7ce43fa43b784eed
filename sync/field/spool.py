"""The spool: sealed frames waiting on disk, in the order in which they are to be sent.

Whoever holds this folder can count frames and see their size and age, nothing else. Two
processes use it at once: the app puts frames in and takes receipts out; the sender, which holds
no key, sends frames and puts receipts in. Each file operation leaves the folder right.
"""

import contextlib
import os
import re
from dataclasses import dataclass
from enum import Enum, IntEnum
from hashlib import sha256
from pathlib import Path

from fieldapp.clock import Clock, Entropy
from fieldapp.files import PART
from fieldapp.units import ByteCount, UtcMillis
from sync.field.disk import Disk
from sync.field.errors import SpoolDamaged

FOLDER = "spool"
_FRAME = re.compile(r"[0-9a]-[0-9]{10}-[0-9a-f]{8}\.ufr")
_BUCKET_LIMIT = 10**10 - 1
_STALE_PART_MILLIS = 3_600_000
_WHY = ".why"
_REASON = re.compile(r"[a-z][a-z.-]{1,40}")
_RECEIPT_LIMIT = 256 * 1024
"""The largest receipt that `sync.receipt` takes; a longer file is no receipt."""


class Rank(IntEnum):
    """The first digit of a frame's name, in hexadecimal: what goes first."""

    ENROL = 0
    FLASH = 1
    IMMEDIATE = 2
    PRIORITY = 3
    ROUTINE = 4
    PREVIEW_FLASH = 5
    PREVIEW_IMMEDIATE = 6
    PREVIEW_PRIORITY = 7
    PREVIEW_ROUTINE = 8
    PHOTO_URGENT = 9
    PHOTO = 10

    @classmethod
    def of(cls, name: str) -> "Rank":
        """The rank in a frame's name."""
        return cls(int(name[0], 16))


class Shelf(Enum):
    """Where a frame stands; the value is its folder.

    WAITING to be sent; KEPT at HQ until a person there lets this laptop in; DONE: a signed
    receipt came for it; PARKED: HQ refused it.
    """

    WAITING = "."
    KEPT = "kept"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class SpoolFrame:
    """A frame file: its name and length in bytes."""

    name: str
    size: ByteCount


def frame_name(rank: Rank, t: UtcMillis, entropy: Entropy) -> str:
    """A name that sorts by rank, then by age as the device's clock claims it (whole seconds)."""
    bucket = min(max(t // 1000, 0), _BUCKET_LIMIT)
    return f"{int(rank):x}-{bucket:010d}-{entropy(4).hex()}.ufr"


def sent_after(name: str) -> UtcMillis:
    """The earliest moment whose name sorts behind this one of the same rank."""
    return UtcMillis((int(name[2:12]) + 1) * 1000)


class Spool:
    """The folder ``spool`` of one installation.

    Args:
        home: the installation folder.
        disk: how files are written; tests give one that fails.
    """

    def __init__(self, home: Path, disk: Disk | None = None) -> None:
        self.root = home / FOLDER
        self.disk = disk or Disk()
        self.receipts_folder = self.root / "in"

    def prepare(self) -> None:
        """Makes the folders; raises `SpoolDamaged`."""
        try:
            for shelf in Shelf:
                (self.root / shelf.value).mkdir(mode=0o700, parents=True, exist_ok=True)
            self.receipts_folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise SpoolDamaged(detail=type(error).__name__) from error

    def sweep(self, clock: Clock) -> None:
        """Removes what a power cut left half-written; recent files may be in the making."""
        for folder in (self.root, self.receipts_folder):
            for part in folder.glob(f"*{PART}"):
                try:
                    age = clock.now() - part.stat().st_mtime_ns // 1_000_000
                except FileNotFoundError:
                    continue
                if abs(age) > _STALE_PART_MILLIS:
                    self.disk.remove(part)

    def put(self, name: str, frame: bytes) -> None:
        """Adds a frame to those that wait; raises `SpoolFull`."""
        self.disk.write(self.root / name, frame)

    def names(self, shelf: Shelf) -> list[str]:
        """Frames on a shelf in the order of sending; strange files are left out."""
        return [frame.name for frame in self.frames(shelf)]

    def frames(self, shelf: Shelf) -> list[SpoolFrame]:
        """Frames on a shelf with their sizes, in the order of sending; raises `SpoolDamaged`."""
        found: list[SpoolFrame] = []
        try:
            for entry in (self.root / shelf.value).iterdir():
                if _FRAME.fullmatch(entry.name) is None:
                    continue
                try:
                    found.append(SpoolFrame(entry.name, ByteCount(entry.stat().st_size)))
                except FileNotFoundError:
                    continue
        except FileNotFoundError:
            return []
        except OSError as error:
            raise SpoolDamaged(detail=type(error).__name__) from error
        return sorted(found, key=lambda frame: frame.name)

    def read(self, name: str, shelf: Shelf = Shelf.WAITING) -> bytes | None:
        """A frame's bytes, or None when it is gone."""
        return self.disk.read(self._path(name, shelf))

    def move(self, name: str, source: Shelf, target: Shelf) -> bool:
        """Puts a frame on another shelf; False when it is not on the first one any more."""
        moved = self.disk.move(self._path(name, source), self._path(name, target))
        if moved:
            # Its age counts from here; the app may have moved it on already.
            with contextlib.suppress(OSError):
                os.utime(self._path(name, target))
        return moved

    def park(self, name: str, reason: str) -> None:
        """Takes a refused frame out of the way; ``reason`` is an error code."""
        self.disk.write(self._why(name), reason.encode())
        self.move(name, Shelf.WAITING, Shelf.PARKED)

    def reason(self, name: str) -> str:
        """Why a frame is parked: an error code; raises nothing for a strange one."""
        text = (self.disk.read(self._why(name)) or b"").decode("ascii", "replace")
        return text if _REASON.fullmatch(text) else "refused.malformed"

    def remove(self, name: str, shelf: Shelf) -> None:
        """Deletes a frame, and the note why it was parked."""
        self.disk.remove(self._path(name, shelf))
        if shelf is Shelf.PARKED:
            self.disk.remove(self._why(name))

    def age(self, name: str, shelf: Shelf, clock: Clock) -> int | None:
        """Milliseconds since a frame came to a shelf; negative if the clock was set back since."""
        try:
            return clock.now() - self._path(name, shelf).stat().st_mtime_ns // 1_000_000
        except FileNotFoundError:
            return None

    def add_receipt(self, raw: bytes) -> None:
        """Keeps a receipt for the app to import; the same one twice is one file."""
        self.disk.write(self.receipts_folder / f"{sha256(raw).hexdigest()[:32]}.rcpt", raw)

    def receipts(self) -> list[tuple[Path, bytes]]:
        """Receipts that wait to be imported; nobody has to trust them yet."""
        found: list[tuple[Path, bytes]] = []
        for path in sorted(self.receipts_folder.glob("*.rcpt")):
            if not path.is_file() or path.stat().st_size > _RECEIPT_LIMIT:
                continue
            raw = self.disk.read(path)
            if raw is not None:
                found.append((path, raw))
        return found

    def _path(self, name: str, shelf: Shelf) -> Path:
        return self.root / shelf.value / name

    def _why(self, name: str) -> Path:
        return self.root / Shelf.PARKED.value / f"{name}{_WHY}"
