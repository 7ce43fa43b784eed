"""MGRS grid squares: ``32QQF89474793`` is a square of 10 m, named by its south-west corner.

A reference names a square and never a point; fewer digits mean a larger square, so precision is
lost by cutting digits off, never by rounding. A square that crosses the edge of a latitude band
may be written with either band's letter; the canonical text carries the band of its south-west
corner. A square beyond the edge of its zone is legal to compute with but usually a slip of one
letter: it is flagged, and a person has to confirm it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import mgrs  # type: ignore[import-untyped]

from fieldapp.errors import FieldError, Remedy
from fieldapp.notation import utm
from fieldapp.notation.latlon import E7, LatLon, distance_m, from_degrees
from fieldapp.notation.typed import MAX_TYPED, plain
from fieldapp.units import Metres

_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
"""Letters of the 100 km columns by zone number modulo 3; the first begins at 100 km east."""

_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_SQUARE_M = 100_000
_ROW_CYCLE_M = _SQUARE_M * len(_ROWS)
_NORTH_END, _SOUTH_END = 84, -80
"""Degrees; beyond them lie the polar grids, which no mission has needed."""

_FULL = re.compile(
    r"(?P<zone>[0-9]{1,2}) ?(?P<band>[A-Z]) ?(?P<square>[A-Z]{2}) ?(?P<digits>[0-9 ]*)"
)
_NO_ZONE = re.compile(r"(?P<square>[A-Z]{2}) ?(?P<digits>[0-9 ]*)")
_DIGITS = re.compile(r"(?P<digits>[0-9][0-9 ]*)")
_BASE = re.compile(r"(?P<zone>[0-9]{1,2}) ?(?P<band>[A-Z]) ?(?P<square>[A-Z]{2})")
_POLAR = re.compile(r"[ABYZ] ?[A-Z]{2} ?[0-9 ]*")


class GridRefused(FieldError):
    """The text is no grid reference at all; the subclasses say what is wrong with one."""

    code: ClassVar[str] = "notation.grid"
    remedy = Remedy.CHECK_INPUT
    text = "This is not a grid. Write zone, square and an even number of digits: 32Q QF 8947 4793."


class GridDigitsRefused(GridRefused):
    code = "notation.grid-digits"
    text = "A grid needs 2, 4, 6, 8 or 10 digits, half of them easting and half northing."


class GridZoneRefused(GridRefused):
    code = "notation.grid-zone"
    text = "There is no such grid zone. It is a number from 1 to 60 and a letter from C to X."


class GridSquareRefused(GridRefused):
    code = "notation.grid-square"
    text = (
        "This zone has no such 100 km square. Check the two letters, and the map: "
        "maps on an older datum letter their squares differently."
    )


class GridBaseRefused(GridRefused):
    code = "notation.grid-base"
    text = "A short grid needs a base square in the settings. Type the full grid with its zone."


class GridPolarRefused(GridRefused):
    code = "notation.grid-polar"
    text = "Grids end at 80 degrees south and 84 degrees north. Give latitude and longitude."


@dataclass(frozen=True, slots=True)
class GridSquare:
    """A square of the grid.

    ``text`` is canonical: two-digit zone, no spaces, one text for one square. ``easting`` and
    ``northing`` are the digits as text, equally long. ``corners`` run from the south-west
    anticlockwise. ``outside_zone`` is true when no part of the square lies in the zone it names.
    """

    text: str
    zone: int
    band: str
    square: str
    easting: str
    northing: str
    south_west: LatLon
    centre: LatLon
    corners: tuple[LatLon, LatLon, LatLon, LatLon]
    outside_zone: bool

    @property
    def zone_band(self) -> str:
        """Zone and band, for instance ``32Q``."""
        return f"{self.zone:02d}{self.band}"

    @property
    def digits(self) -> int:
        """2, 4, 6, 8 or 10."""
        return len(self.easting) * 2

    @property
    def precision_m(self) -> Metres:
        """Side of the square in metres: 10,000 for 2 digits down to 1 for 10."""
        return _side(self.easting)

    @property
    def spaced(self) -> str:
        """The text as people read it out: ``32Q QF 8947 4793``."""
        return f"{self.zone_band} {self.square} {self.easting} {self.northing}"

    def coarsened(self, digits: int) -> "GridSquare":
        """The larger square around this one, with at most ``digits`` digits (2, 4, 6, 8, 10).

        Raises:
            GridDigitsRefused: for any other number of digits.
        """
        _check_digits(digits)
        half = min(digits, self.digits) // 2
        return _build(self.zone, self.band, self.square, self.easting[:half], self.northing[:half])

    def distance_m(self, other: "GridSquare") -> Metres:
        """Metres between the two centres; see ``latlon.distance_m`` for how exact."""
        return distance_m(self.centre, other.centre)


def parse(text: str, *, base_square: str | None = None) -> GridSquare:
    """Read a grid reference as typed; case and spaces do not matter.

    Args:
        text: a full reference, or a short one: digits alone, or square and digits.
        base_square: zone and square that complete a short reference (``32QQF``), from the
            mission profile; None refuses short ones.

    Raises:
        GridRefused: or a subclass that says what is wrong.
    """
    if len(text) > MAX_TYPED:
        raise GridRefused
    typed = plain(text)
    if found := _FULL.fullmatch(typed):
        zone, band, square = int(found["zone"]), found["band"], found["square"]
    elif found := _NO_ZONE.fullmatch(typed) or _DIGITS.fullmatch(typed):
        zone, band, base = _base(base_square)
        square = found.groupdict().get("square") or base
    elif _POLAR.fullmatch(typed):
        raise GridPolarRefused
    else:
        raise GridRefused
    if not utm.zone_exists(zone, band):
        raise GridZoneRefused
    return _build(zone, band, square, *_split(found["digits"]))


def from_lat_lon(point: LatLon, digits: int = 8) -> GridSquare:
    """The square of the given size (2, 4, 6, 8 or 10 digits) that holds a point.

    Raises:
        GridPolarRefused: for a point beyond 80 S or 84 N.
        GridDigitsRefused: for any other number of digits.
    """
    _check_digits(digits)
    if not _SOUTH_END * E7 <= point.lat_e7 <= _NORTH_END * E7:
        raise GridPolarRefused
    # The library is asked for one metre and the digits are cut off here: no rounding on the way.
    text: str = mgrs.MGRS().toMGRS(point.lat_e7 / E7, point.lon_e7 / E7, True, 5)
    half = digits // 2
    return _build(int(text[:2]), text[2], text[3:5], text[5 : 5 + half], text[10 : 10 + half])


def square_letters(zone: int, easting: float, northing: float) -> str:
    """The two letters of the 100 km square at a place of a zone; empty beside its columns.

    Args:
        zone: 1 to 60.
        easting: metres in the zone.
        northing: metres from the equator, negative in the south.
    """
    column = int(easting // _SQUARE_M) - 1
    letters = _COLUMNS[zone % 3]
    if not 0 <= column < len(letters):
        return ""
    row = int(northing // _SQUARE_M) + (5 if zone % 2 == 0 else 0)
    return letters[column] + _ROWS[row % len(_ROWS)]


def _check_digits(digits: int) -> None:
    if digits not in (2, 4, 6, 8, 10):
        raise GridDigitsRefused


def _side(half: str) -> Metres:
    return Metres(int(10 ** (5 - len(half))))


def _base(base_square: str | None) -> tuple[int, str, str]:
    found = _BASE.fullmatch(plain(base_square)) if base_square else None
    if found is None:
        raise GridBaseRefused
    return int(found["zone"]), found["band"], found["square"]


def _split(typed: str) -> tuple[str, str]:
    """Easting and northing; where a space cuts the digits in two, it must cut them in half."""
    words = typed.split()
    digits = "".join(words)
    _check_digits(len(digits))
    half = len(digits) // 2
    if len(words) == 2 and len(words[0]) != half:
        raise GridDigitsRefused
    return digits[:half], digits[half:]


@lru_cache(maxsize=256)
def _build(zone: int, band: str, square: str, easting: str, northing: str) -> GridSquare:
    south = band < "N"
    column_m, row_m = _square_origin(zone, band, square)
    side = _side(easting)
    east, north = column_m + int(easting) * side, row_m + int(northing) * side

    def at(right: float, up: float) -> tuple[float, float]:
        return utm.to_degrees(zone, south=south, easting=east + right, northing=north + up)

    corners = (at(0, 0), at(side, 0), at(side, side), at(0, side))
    own_band = utm.band_at(corners[0][0])
    # North of 72 degrees some zones give way to their neighbours; the letter then stays as typed.
    beyond_band = not utm.zone_exists(zone, own_band)
    if beyond_band:
        own_band = band
    sw, se, ne, nw = (from_degrees(*corner) for corner in corners)
    return GridSquare(
        text=f"{zone:02d}{own_band}{square}{easting}{northing}",
        zone=zone,
        band=own_band,
        square=square,
        easting=easting,
        northing=northing,
        south_west=sw,
        centre=from_degrees(*at(side / 2, side / 2)),
        corners=(sw, se, ne, nw),
        outside_zone=beyond_band or _outside(zone, own_band, corners),
    )


@lru_cache(maxsize=1024)
def _square_origin(zone: int, band: str, square: str) -> tuple[int, int]:
    """South-west corner of a 100 km square in metres, refused where the band has no such square."""
    column = _COLUMNS[zone % 3].find(square[0])
    row = _ROWS.find(square[1])
    if column < 0 or row < 0:
        raise GridSquareRefused
    # Row letters start five further on in every even zone and repeat every 2,000 km.
    in_cycle = (row - (5 if zone % 2 == 0 else 0)) % len(_ROWS) * _SQUARE_M
    easting = (column + 1) * _SQUARE_M
    for northing in range(in_cycle, utm.SOUTHERN_FALSE_NORTHING, _ROW_CYCLE_M):
        if _touches_band(zone, band, easting, northing):
            return easting, northing
    raise GridSquareRefused


def _touches_band(zone: int, band: str, easting: int, northing: int) -> bool:
    latitudes = [
        utm.to_degrees(zone, south=band < "N", easting=easting + right, northing=northing + up)[0]
        for right in (0, _SQUARE_M)
        for up in (0, _SQUARE_M)
    ]
    low, high = utm.band_degrees(band)
    # A ten-billionth of a degree is far below a millimetre: touching along an edge is no overlap.
    return max(latitudes) > low + 1e-10 and min(latitudes) < high - 1e-10


def _outside(zone: int, band: str, corners: tuple[tuple[float, float], ...]) -> bool:
    west, east = utm.zone_degrees(zone, band)
    latitudes = [corner[0] for corner in corners]
    longitudes = [corner[1] for corner in corners]
    return (
        max(longitudes) <= west
        or min(longitudes) >= east
        or max(latitudes) <= _SOUTH_END
        or min(latitudes) >= _NORTH_END
    )
