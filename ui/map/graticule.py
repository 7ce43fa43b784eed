"""The military grid over a view: which lines are drawn, where they run, what they are called.

Lines belong to a zone and end at its border, where those of the neighbour begin at another angle.
So a view is cut into regions, one for each zone and band in it, and each is drawn for itself.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF

from fieldapp.notation import utm
from fieldapp.notation.grid import square_letters
from fieldapp.notation.latlon import LatLon, from_degrees
from ui.map.projection import Camera, to_degrees, to_world

STEPS: Final = (100, 1_000, 10_000, 100_000)
"""Metres between lines, the finest first."""
_LEAST_GAP: Final = 26
"""Pixels between two lines; with less the next larger step is drawn."""
_LEAST_SIDE: Final = 4
"""Pixels that the side of a square must have before a pointer can be trusted to mean it."""
_PIECES: Final = {100_000: 8, 10_000: 2}
"""Straight pieces of a line across a block; within a pixel of its curve."""
_SLIVER_M: Final = 30_000
"""A square cut narrower than this by its zone's border carries no letters."""
_ENDS: Final = (-80.0, 84.0)


class Region(NamedTuple):
    """The part of a zone and band that a view shows, in degrees; ``edges`` are the whole zone's."""

    zone: int
    band: str
    west: float
    south: float
    east: float
    north: float
    edges: tuple[float, float, float, float]


class Lines(NamedTuple):
    """Lines of a block in the unit square; the main ones bound the next larger square."""

    minor: list[QLineF]
    main: list[QLineF]


class Label(NamedTuple):
    """Letters or digits at a pixel of the view: their left upper corner, or their centre."""

    text: str
    x: float
    y: float
    centred: bool = False


def step_for(metres_per_pixel: float) -> int:
    """Metres between the lines at a scale; 0 where only the zones are far enough apart."""
    return next((step for step in STEPS if step >= _LEAST_GAP * metres_per_pixel), 0)


def digits_for(metres_per_pixel: float) -> int:
    """How many digits of a grid a pixel justifies: 10 down to 2, and 0 for the letters alone."""
    sides = ((10, 1), (8, 10), (6, 100), (4, 1_000), (2, 10_000))
    return next((d for d, side in sides if side >= _LEAST_SIDE * metres_per_pixel), 0)


def place_at(camera: Camera, px: float, py: float) -> LatLon:
    """The place under a pixel; at the edge of the world the nearest one on it."""
    x, y = camera.from_screen(px, py)
    return from_degrees(*to_degrees(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)))


def regions(camera: Camera) -> Iterator[Region]:
    """The parts of zones in a view, from the south-west."""
    x0, y0 = camera.from_screen(0, 0)
    x1, y1 = camera.from_screen(camera.width, camera.height)
    north, west = to_degrees(max(x0, 0.0), max(y0, 0.0))
    south, east = to_degrees(min(x1, 1.0), min(y1, 1.0))
    south, north = max(south, _ENDS[0]), min(north, _ENDS[1])
    first, last = int((west + 180) // 6), int((east + 180) // 6) + 2
    for band in utm.BANDS:
        low, high = utm.band_degrees(band)
        if high <= south or low >= north:
            continue
        # Odd zones of the far north reach up to half a zone further.
        for zone in range(max(first, 1), min(last, 60) + 1):
            if not utm.zone_exists(zone, band):
                continue
            left, right = utm.zone_degrees(zone, band)
            if right > west and left < east:
                yield Region(
                    zone,
                    band,
                    max(left, west),
                    max(low, south),
                    min(right, east),
                    min(high, north),
                    (left, low, right, high),
                )


def blocks(region: Region, step: int) -> Iterator[Lines]:
    """The lines of a region, in blocks of ten by ten squares; they run on beyond its edges."""
    side = step * 10
    (e0, e1), (n0, n1) = _span(region)
    for east in range(int(e0 // side), int(e1 // side) + 1):
        for north in range(int(n0 // side), int(n1 // side) + 1):
            yield _block(region.zone, east * side, north * side, step)


def labels(region: Region, camera: Camera, step: int) -> Iterator[Label]:
    """What stands on the lines of a region: letters in each square, or digits along its edges."""
    if not step:
        left, top = camera.to_screen(*to_world(region.edges[3], region.edges[0]))
        yield Label(f"{region.zone:02}{region.band}", left + 4, top + 3)
    elif step == STEPS[-1]:
        if step >= _LEAST_GAP * 2 * camera.metres_per_pixel():
            yield from _square_labels(region, camera)
    else:
        yield from _edge_labels(region, camera, step)


def _span(region: Region) -> tuple[tuple[float, float], tuple[float, float]]:
    """Least and most easting and northing in a region."""
    middle = (region.west + region.east) / 2
    lats = {region.south, region.north, min(max(0.0, region.south), region.north)}
    found = [
        utm.from_degrees(region.zone, lat, lon)
        for lat in lats
        for lon in (region.west, middle, region.east)
    ]
    easts, norths = [one[0] for one in found], [one[1] for one in found]
    return (min(easts), max(easts)), (min(norths), max(norths))


@lru_cache(maxsize=400)
def _block(zone: int, east: int, north: int, step: int) -> Lines:
    side, pieces = step * 10, _PIECES.get(step, 1)
    cuts = [side * n / pieces for n in range(pieces + 1)]
    minor, main = list[QLineF](), list[QLineF]()
    for n in range(10):
        held = minor if n else main
        for along in (
            [_at(zone, east + n * step, north + cut) for cut in cuts],
            [_at(zone, east + cut, north + n * step) for cut in cuts],
        ):
            held += [QLineF(*a, *b) for a, b in pairwise(along)]
    return Lines(minor, main)


def _at(zone: int, east: float, north: float) -> tuple[float, float]:
    return to_world(*utm.to_degrees(zone, south=False, easting=east, northing=north))


def _square_labels(region: Region, camera: Camera) -> Iterator[Label]:
    (_, _), (n0, n1) = _span(region)
    side = STEPS[-1]
    for north in range(int(n0 // side) * side, int(n1), side):
        for text, lat, lon in _row(region.zone, region.band, north):
            if region.south <= lat < region.north and region.west <= lon < region.east:
                yield Label(text, *camera.to_screen(*to_world(lat, lon)), centred=True)


@lru_cache(maxsize=400)
def _row(zone: int, band: str, north: int) -> tuple[tuple[str, float, float], ...]:
    """Letters of the squares of a row, each in the middle of what its zone leaves of it."""
    side = STEPS[-1]
    west, east = utm.zone_degrees(zone, band)
    made = []
    for column in range(1, 9):
        ends = [
            utm.to_degrees(zone, south=False, easting=one, northing=north + side / 2)
            for one in (column * side, (column + 1) * side)
        ]
        lat = (ends[0][0] + ends[1][0]) / 2
        left, right = max(ends[0][1], west), min(ends[1][1], east)
        if (right - left) * 111_320 * math.cos(math.radians(lat)) >= _SLIVER_M:
            text = square_letters(zone, column * side, north)
            made.append((text, lat, (left + right) / 2))
    return tuple(made)


def _edge_labels(region: Region, camera: Camera, step: int) -> Iterator[Label]:
    """Digits where lines meet the upper and the left edge, letters in each square's corner."""
    left, top = camera.to_screen(*to_world(region.north, region.west))
    right, bottom = camera.to_screen(*to_world(region.south, region.east))
    upper = [
        utm.from_degrees(region.zone, region.north, lon)[0] for lon in (region.west, region.east)
    ]
    sides = [
        utm.from_degrees(region.zone, lat, region.west)[1] for lat in (region.north, region.south)
    ]
    across = _Scale(upper[0], upper[1], left, right)
    down = _Scale(sides[0], sides[1], top, bottom)
    for east in range(math.ceil(upper[0] / step) * step, int(upper[1]) + 1, step):
        yield Label(_digits(east, step), across.at(east) + 3, top + 2)
    for north in range(math.ceil(sides[1] / step) * step, int(sides[0]) + 1, step):
        if down.at(north) > top + 24:
            yield Label(_digits(north, step), left + 3, down.at(north) - 18)
    side = STEPS[-1]
    for east in range(int(upper[0] // side) * side, int(upper[1]) + 1, side):
        for north in range(int(sides[1] // side) * side, int(sides[0]) + 1, side):
            letters = square_letters(region.zone, east, north)
            x = max(across.at(east), left) + 34
            y = max(down.at(north + side), top) + 22
            if letters and x < right - 60 and y < bottom - 30:
                yield Label(f"{region.zone:02}{region.band} {letters}", x, y)


class _Scale(NamedTuple):
    """Metres along an edge to pixels; straight enough for digits beside a line."""

    first: float
    last: float
    start: float
    end: float

    def at(self, metres: float) -> float:
        part = (metres - self.first) / ((self.last - self.first) or 1.0)
        return self.start + part * (self.end - self.start)


def _digits(metres: int, step: int) -> str:
    """The digits of a line as a grid reference has them: ``8``, ``89`` or ``894``."""
    width = len(str(STEPS[-1] // step)) - 1
    return f"{metres % STEPS[-1] // step:0{width}}"
