"""What a GPS receiver says: sentences of NMEA 0183, of which GGA and RMC tell a position.

A sentence is taken only when it is whole: its checksum is right, its fields are as the standard
has them and within their bounds. Everything else on the line is passed over, as after a loose
plug or at a wrong speed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from fieldapp.notation.latlon import E7, LatLon

MAX_SENTENCE: Final = 82
"""Characters of a sentence, its end of line counted, as in the standard."""
MAX_PIECE: Final = 64 * 1024
"""Bytes looked at in one go; a receiver sends a thousand a second."""

RANGE_ERROR_M: Final = 5
"""Metres that each unit of HDOP stands for, as usual for a receiver without corrections."""

_SENTENCE: Final = re.compile(rb"\$([A-Z]{2}(?:GGA|RMC),[ -#%-)+-~]{1,70})\*([0-9A-Fa-f]{2})")
_LATITUDE: Final = re.compile(r"([0-9]{2})([0-5][0-9](?:\.[0-9]{1,8})?)")
_LONGITUDE: Final = re.compile(r"([0-9]{3})([0-5][0-9](?:\.[0-9]{1,8})?)")
_FACTOR: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,3})?")
_COUNT: Final = re.compile(r"[0-9]{1,2}")
_GGA_FIELDS, _RMC_FIELDS = 15, 12
_MEASURED: Final = frozenset("1234589")
"""GGA's qualities that are a position measured now; not 0 none, 6 reckoned, 7 typed in by hand."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A position as measured.

    Args:
        position: where the receiver is.
        hdop: horizontal dilution of precision, 0..99.999; None where the sentence tells none.
        satellites: how many were used; None where the sentence tells none.
    """

    position: LatLon
    hdop: float | None = None
    satellites: int | None = None

    @property
    def error_m(self) -> int | None:
        """Metres by which the position may well be off; None when unknown."""
        return None if self.hdop is None else max(1, round(self.hdop * RANGE_ERROR_M))

    @property
    def digits(self) -> int:
        """Digits of the grid that the measurement bears: 8 for up to 10 m, down to 4."""
        error = self.error_m
        if error is None or error > 100:
            return 6 if error is None else 4
        return 8 if error <= 10 else 6


def read_sentence(line: bytes) -> Fix | None:
    """The fix that a sentence without its end of line tells; None for anything else."""
    found = _SENTENCE.fullmatch(line) if len(line) <= MAX_SENTENCE - 2 else None
    if found is None:
        return None
    body, said = found.groups()
    total = 0
    for byte in body:
        total ^= byte
    if total != int(said, 16):
        return None
    kind, *fields = body.decode("ascii").split(",")
    return _gga(fields) if kind.endswith("GGA") else _rmc(fields)


class Sentences:
    """Cuts what comes from a receiver into lines, whatever pieces it comes in."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> list[Fix]:
        """The fixes that end in this piece, in order."""
        *lines, rest = (self._rest + piece[-MAX_PIECE:]).replace(b"\r", b"\n").split(b"\n")
        # Only the last dollar sign can begin a sentence that is still to be finished.
        self._rest = rest[-MAX_SENTENCE:]
        fixes = (read_sentence(line[line.rfind(b"$") :] if b"$" in line else b"") for line in lines)
        return [fix for fix in fixes if fix is not None]


def _gga(fields: list[str]) -> Fix | None:
    if len(fields) != _GGA_FIELDS - 1 or fields[5] not in _MEASURED:
        return None
    position = _position(fields[1:5])
    if position is None:
        return None
    hdop = float(fields[7]) if _FACTOR.fullmatch(fields[7]) else None
    satellites = int(fields[6]) if _COUNT.fullmatch(fields[6]) else None
    return Fix(position, hdop, satellites)


def _rmc(fields: list[str]) -> Fix | None:
    if not _RMC_FIELDS - 1 <= len(fields) <= _RMC_FIELDS + 1 or fields[1] != "A":
        return None
    mode = fields[11] if len(fields) > _RMC_FIELDS - 1 else "A"
    position = _position(fields[2:6]) if mode in ("A", "D", "F", "P", "R") else None
    return None if position is None else Fix(position)


def _position(fields: list[str]) -> LatLon | None:
    latitude, longitude = _LATITUDE.fullmatch(fields[0]), _LONGITUDE.fullmatch(fields[2])
    if latitude is None or longitude is None or fields[1] not in ("N", "S"):
        return None
    north, east = _e7(latitude), _e7(longitude)
    if fields[3] not in ("E", "W") or north > 90 * E7 or east > 180 * E7:
        return None
    return LatLon(north if fields[1] == "N" else -north, east if fields[3] == "E" else -east)


def _e7(found: re.Match[str]) -> int:
    return int((Decimal(found[1]) + Decimal(found[2]) / 60) * E7)
