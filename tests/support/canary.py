"""Canary words: typed everywhere, and then looked for in every file in every usual encoding."""

import base64
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import zstandard

from sync.dictionaries import NUMBERS, dictionary

_INFLATED = 4 * 1024 * 1024
_ZLIB_HEADS = tuple(bytes((0x78, second)) for second in (0x01, 0x5E, 0x9C, 0xDA))
_GZIP_HEAD = b"\x1f\x8b\x08"
_ZSTD_HEAD = b"\x28\xb5\x2f\xfd"


class Canary:
    """Words that share a stem which occurs nowhere else.

    Args:
        seed: another seed, another stem.
    """

    def __init__(self, seed: int) -> None:
        self.stem = "kanar" + "".join(Random(seed).choices("bcdfghjkmnpqrstvwxz", k=11))
        self.given = 0

    def word(self) -> str:
        """The next word."""
        self.given += 1
        return f"{self.stem}{self.given:04d}"

    def needles(self) -> dict[str, bytes]:
        """Every spelling of the stem that is looked for, by its name."""
        raw = self.stem.encode()
        found = {
            "UTF-8": raw,
            "upper case": self.stem.upper().encode(),
            "UTF-16 LE": self.stem.encode("utf-16-le"),
            "UTF-16 BE": self.stem.encode("utf-16-be"),
            "hex": raw.hex().encode(),
            "HEX": raw.hex().upper().encode(),
        }
        for shift in range(3):
            # What stands before and after changes the first and the last characters.
            text = base64.b64encode(b"\0" * shift + raw)
            whole = (len(raw) + shift) // 3 * 4
            found[f"base64 +{shift}"] = text[4 if shift else 0 : whole]
        return found


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a canary was seen, and how it was spelled."""

    path: Path
    spelling: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a search through folders found."""

    sightings: tuple[Sighting, ...]
    files: tuple[Path, ...]
    size: int


def scan(folders: Iterable[Path], canary: Canary) -> Scan:
    """Looks into every file, also into whatever in it can be inflated, and at its name."""
    needles = canary.needles()
    sightings: list[Sighting] = []
    files: list[Path] = []
    size = 0
    for path in _files(folders):
        content = path.read_bytes()
        files.append(path)
        size += len(content)
        places = {"": content, "name ": str(path).encode()}
        places.update(_inflated(content))
        for how, place in places.items():
            for spelling, needle in needles.items():
                if needle in place:
                    sightings.append(Sighting(path, f"{how}{spelling}"))
    return Scan(tuple(sightings), tuple(files), size)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path


def _inflated(content: bytes) -> Iterator[tuple[str, bytes]]:
    for head in (*_ZLIB_HEADS, _GZIP_HEAD):
        for at in _places(content, head):
            # 47: zlib or gzip, whichever it is.
            unpacker = zlib.decompressobj(47)
            try:
                yield f"zlib at {at}: ", unpacker.decompress(content[at:], _INFLATED)
            except zlib.error:
                continue
    for at in _places(content, _ZSTD_HEAD):
        for known in (None, *map(dictionary, NUMBERS)):
            yield f"zstd at {at}: ", _unzstd(content[at:], known)


def _unzstd(content: bytes, known: zstandard.ZstdCompressionDict | None) -> bytes:
    unpacker = zstandard.ZstdDecompressor(dict_data=known).decompressobj()
    found = b""
    try:
        for at in range(0, min(len(content), _INFLATED), 4096):
            found += unpacker.decompress(content[at : at + 4096])
    except zstandard.ZstdError:
        pass
    return found


def _places(content: bytes, head: bytes) -> Iterator[int]:
    at = content.find(head)
    while at >= 0:
        yield at
        at = content.find(head, at + 1)
