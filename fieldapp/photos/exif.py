"""The two facts worth reading in what a camera writes: which way is up, and where it was.

The bytes are TIFF as in the Exif standard (CIPA DC-008): a header, then directories of entries of
12 bytes. Whatever does not fit is no fact.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

UPRIGHT = 1
_ORIENTATION, _GPS = 0x0112, 0x8825
_SHORT, _LONG, _RATIONAL, _ASCII = 3, 4, 5, 2
_MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What the camera said.

    Args:
        orientation: 1 to 8 as in the standard; 1 is upright.
        position: degrees north and east (WGS 84), or None.
    """

    orientation: int = UPRIGHT
    position: tuple[float, float] | None = None


def read_facts(tiff: bytes) -> Facts:
    """The facts in Exif bytes, from the TIFF header on; never fails."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return Facts()
    reader = _Reader(tiff, order)
    first = reader.directory(reader.number("I", 4) or 0)
    orientation = reader.short(first.get(_ORIENTATION, b"")) or UPRIGHT
    gps = reader.directory(reader.long(first.get(_GPS, b"")) or 0)
    latitude, longitude = (reader.degrees(gps, ref) for ref in (1, 3))
    position = None
    if latitude is not None and longitude is not None:
        position = latitude, longitude
    return Facts(orientation if orientation in range(1, 9) else UPRIGHT, position)


def orientation_alone(orientation: int) -> bytes:
    """Exif bytes that say which way is up, and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


class _Reader:
    def __init__(self, tiff: bytes, order: str) -> None:
        self._tiff = tiff
        self._order = order

    def number(self, kind: str, at: int) -> int | None:
        try:
            return int(struct.unpack_from(self._order + kind, self._tiff, at)[0])
        except struct.error:
            return None

    def directory(self, at: int) -> Mapping[int, bytes]:
        """Entries by tag, each its 12 bytes; empty where there is none."""
        count = self.number("H", at) if at else None
        found = {}
        for i in range(min(count or 0, _MOST_ENTRIES)):
            entry = self._tiff[at + 2 + 12 * i : at + 14 + 12 * i]
            if len(entry) == 12:
                found[int(struct.unpack_from(self._order + "H", entry)[0])] = entry
        return found

    def short(self, entry: bytes) -> int | None:
        return self._value(entry, _SHORT, "H")

    def long(self, entry: bytes) -> int | None:
        return self._value(entry, _LONG, "I")

    def degrees(self, gps: Mapping[int, bytes], ref: int) -> float | None:
        """A coordinate whose hemisphere has tag ``ref`` and whose numbers have the next one."""
        side = gps.get(ref, b"")[8:9]
        at = self._value(gps.get(ref + 1, b""), _RATIONAL, "I", count=3)
        if side not in (b"N", b"S", b"E", b"W") or at is None:
            return None
        parts = [self.number("I", at + 4 * i) for i in range(6)]
        if None in parts or 0 in parts[1::2]:
            return None
        pairs = zip(parts[::2], parts[1::2], strict=True)
        degrees = 0.0
        for share, (over, under) in zip((1, 60, 3600), pairs, strict=True):
            degrees += (over or 0) / (under or 1) / share
        if degrees > (90 if side in b"NS" else 180):
            return None
        return -degrees if side in b"SW" else degrees

    def _value(self, entry: bytes, kind: int, format_: str, count: int = 1) -> int | None:
        try:
            found_kind, found_count = struct.unpack_from(self._order + "HI", entry, 2)
            value = struct.unpack_from(self._order + format_, entry, 8)[0]
        except struct.error:
            return None
        return int(value) if (found_kind, found_count) == (kind, count) else None
