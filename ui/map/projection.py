"""Where things are on the map: the Web Mercator projection and the part of it that is seen.

Mercator is chosen because it keeps angles: north is up everywhere, a grid square on the ground is
a square on the map, one scale bar holds for a whole screen of a patrol's map, and the tiles are
those of every other map, so that mission packs fit in later. Its price, areas that grow towards the
poles, does not matter where missions are.

The world is the unit square, x to the east and y to the south, from the north-west corner.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

TILE: Final = 256
"""Side of a tile in pixels; at zoom z the world is 2**z tiles wide."""

MIN_ZOOM: Final = 2
MAX_ZOOM: Final = 16
"""At 16 a pixel is 2.4 m on the equator: a square of 10 m can be pointed at. The shipped lines
get no finer from 12 on; from there only the grid and the reports do."""

NORTH: Final = 85.0511287798066
"""Latitude in degrees at which the square world ends, north and south."""

EQUATOR_M: Final = 40_075_016.686
"""Length of the equator in metres."""


def to_world(lat: float, lon: float) -> tuple[float, float]:
    """Degrees to the unit square; latitudes beyond its ends are moved there."""
    bounded = math.radians(max(-NORTH, min(NORTH, lat)))
    return (lon + 180) / 360, (1 - math.asinh(math.tan(bounded)) / math.pi) / 2


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """The unit square to degrees: latitude, longitude."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y)))), x * 360 - 180


def world_side(metres: float, lat: float) -> float:
    """Width in the unit square of a length on the ground at a latitude."""
    return metres / (EQUATOR_M * math.cos(math.radians(max(-NORTH, min(NORTH, lat)))))


@dataclass(frozen=True, slots=True)
class Camera:
    """What part of the world a widget shows.

    Args:
        x: centre in the unit square.
        y: centre in the unit square.
        zoom: ``MIN_ZOOM`` to ``MAX_ZOOM``.
        width: of the widget in pixels.
        height: of the widget in pixels.
    """

    x: float = 0.5
    y: float = 0.5
    zoom: int = MIN_ZOOM
    width: int = 640
    height: int = 480

    @property
    def scale(self) -> int:
        """Width of the world in pixels."""
        return TILE << self.zoom

    @property
    def left(self) -> float:
        """World pixel at the left edge."""
        return self.x * self.scale - self.width / 2

    @property
    def top(self) -> float:
        """World pixel at the upper edge."""
        return self.y * self.scale - self.height / 2

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """A place of the unit square in pixels of the widget."""
        return x * self.scale - self.left, y * self.scale - self.top

    def from_screen(self, px: float, py: float) -> tuple[float, float]:
        """A pixel of the widget in the unit square."""
        return (px + self.left) / self.scale, (py + self.top) / self.scale

    def moved(self, dx: float, dy: float) -> "Camera":
        """The view so many pixels to the right and down; it stays on the world."""
        return self.at(self.x + dx / self.scale, self.y + dy / self.scale)

    def at(self, x: float, y: float) -> "Camera":
        """The view with another centre, as near to it as the edge of the world allows."""
        return replace(self, x=self._kept(x, self.width), y=self._kept(y, self.height))

    def zoomed(self, zoom: int, px: float | None = None, py: float | None = None) -> "Camera":
        """The view at another zoom; what is at a pixel, else at the centre, stays there."""
        px = self.width / 2 if px is None else px
        py = self.height / 2 if py is None else py
        x, y = self.from_screen(px, py)
        new = replace(self, zoom=max(MIN_ZOOM, min(MAX_ZOOM, zoom)))
        return new.at(x - (px - self.width / 2) / new.scale, y - (py - self.height / 2) / new.scale)

    def sized(self, width: int, height: int) -> "Camera":
        """The view in a widget of another size, with the same centre."""
        return replace(self, width=width, height=height).at(self.x, self.y)

    def fitted(
        self, places: Sequence[tuple[float, float]], margin: int = 60, deepest: int = 10
    ) -> "Camera":
        """The closest view that holds all places of the unit square; unchanged without any.

        Args:
            places: what to show.
            margin: pixels left free at each edge.
            deepest: no closer than this zoom, for a single place.
        """
        if not places:
            return self
        xs, ys = [place[0] for place in places], [place[1] for place in places]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        zoom = min(deepest, MAX_ZOOM)
        while zoom > MIN_ZOOM and (
            wide * (TILE << zoom) > max(self.width - 2 * margin, 1)
            or high * (TILE << zoom) > max(self.height - 2 * margin, 1)
        ):
            zoom -= 1
        return replace(self, zoom=zoom).at((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)

    def metres_per_pixel(self) -> float:
        """On the ground, at the centre."""
        lat, _ = to_degrees(self.x, self.y)
        return EQUATOR_M * math.cos(math.radians(lat)) / self.scale

    def _kept(self, place: float, pixels: int) -> float:
        half = pixels / 2 / self.scale
        return 0.5 if half >= 0.5 else max(half, min(1 - half, place))


def scale_bar(metres_per_pixel: float, widest: int) -> tuple[int, float]:
    """A round length that fits: 1, 2 or 5 times a power of ten metres, and its width in pixels."""
    room = metres_per_pixel * widest
    power = 10 ** math.floor(math.log10(max(room, 1.0)))
    metres = next((n * power for n in (5, 2, 1) if n * power <= room), power)
    return int(metres), metres / metres_per_pixel
