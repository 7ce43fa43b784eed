"""Which names are shown where: important ones first, none over another or under a badge."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Final

from ui.map.pack import Level, MapPack, MapPackRefused, Name
from ui.map.projection import Camera

_MOST: Final = 140
"""Names tried in one view."""
_FADES: Final = {"country": 8, "unit": 11}
"""Zoom from which these are too large to be of use."""
_BIN = 64
_SHIFTS = (0.0, -1.1, 1.1)
"""Where the name of an area may move, in heights of its letters: never into a neighbour."""
_DOT = 3
_BESIDE_DOT, _BESIDE_BADGE = 5, 22
"""Pixels from a town to its name; further where a badge hides the town."""
_KEPT_CELLS = 60
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A name where it stands: upper left corner and, for a town, its dot, in world pixels."""

    name: Name
    x: float
    y: float
    dot: tuple[float, float] | None


class Names:
    """Finds and places names; the same view gives the same places.

    Args:
        source: the pack.
        size: width and height of a name in pixels.
    """

    def __init__(self, source: MapPack, size: Callable[[Name], tuple[float, float]]) -> None:
        self._source, self._size = source, size
        self._cells: OrderedDict[tuple[int, int, int], tuple[Name, ...]] = OrderedDict()

    def placed(self, camera: Camera, taken: Iterable[Box]) -> tuple[Placed, ...]:
        """The names of a view and a margin around it.

        Args:
            camera: the view; names are placed for half a view more on each side.
            taken: boxes in world pixels that must stay free.
        """
        badges = _Room()
        for box in taken:
            badges.hold(box)
        free = badges.copy()
        made = []
        for name in self._wanted(camera):
            found = self._place(name, camera, badges, free)
            if found is not None:
                made.append(found)
        return tuple(made)

    def _wanted(self, camera: Camera) -> list[Name]:
        level = self._source.level_for(camera.zoom)
        side = 1 << level.cells
        west, north = camera.from_screen(-camera.width / 2, -camera.height / 2)
        east, south = camera.from_screen(camera.width * 1.5, camera.height * 1.5)
        across = range(max(0, int(west * side)), min(side - 1, int(east * side)) + 1)
        down = range(max(0, int(north * side)), min(side - 1, int(south * side)) + 1)
        found: list[Name] = []
        try:
            for x, y in product(across, down):
                found += self._cell(level, x, y)
        except MapPackRefused:
            return []
        shown = [
            name
            for name in found
            if name.zoom <= camera.zoom < _FADES.get(name.kind, 99)
            and west < name.x < east
            and north < name.y < south
        ]
        shown.sort(key=_rank)
        return shown[:_MOST]

    def _cell(self, level: Level, x: int, y: int) -> tuple[Name, ...]:
        key = level.n, x, y
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = self._source.names(level, x, y)
            if len(self._cells) > _KEPT_CELLS:
                self._cells.popitem(last=False)
        return found

    def _place(self, name: Name, camera: Camera, badges: "_Room", free: "_Room") -> Placed | None:
        wide, high = self._size(name)
        x, y = name.x * camera.scale, name.y * camera.scale
        if name.kind in ("country", "unit"):
            left = x - wide / 2
            for down in _SHIFTS:
                top = y - high / 2 + down * high
                if free.take((left, top, left + wide, top + high)):
                    return Placed(name, left, top, None)
            return None
        dot = x - _DOT, y - _DOT, x + _DOT, y + _DOT
        covered = not badges.is_free(dot)
        if not covered and not free.is_free(dot):
            return None
        away = _BESIDE_BADGE if covered else _BESIDE_DOT
        for left, top in (
            (x + away, y - high / 2),
            (x - away - wide, y - high / 2),
            (x - wide / 2, y - high - away + 2),
            (x - wide / 2, y + away - 2),
        ):
            if free.take((left, top, left + wide, top + high)):
                free.take(dot)
                return Placed(name, left, top, None if covered else (x, y))
        return None


def _rank(name: Name) -> tuple[int, int]:
    return ({"capital": 0, "country": 1, "unit": 3}.get(name.kind, 2), name.zoom)


class _Room:
    """Boxes that are taken, found fast by where they are."""

    def __init__(self) -> None:
        self._bins: dict[tuple[int, int], list[Box]] = {}

    def is_free(self, box: Box) -> bool:
        """Whether nothing that was taken reaches into a box."""
        west, north, east, south = box
        return not any(
            west < c and east > a and north < d and south > b
            for key in _bins(box)
            for a, b, c, d in self._bins.get(key, ())
        )

    def take(self, box: Box) -> bool:
        """Takes a box if all of it is free."""
        if not self.is_free(box):
            return False
        self.hold(box)
        return True

    def hold(self, box: Box) -> None:
        """Takes a box, whatever else is there."""
        for key in _bins(box):
            self._bins.setdefault(key, []).append(box)

    def copy(self) -> "_Room":
        """The same boxes, to be taken further apart from these."""
        made = _Room()
        made._bins = {key: list(boxes) for key, boxes in self._bins.items()}
        return made


def _bins(box: Box) -> list[tuple[int, int]]:
    west, north, east, south = (int(edge // _BIN) for edge in box)
    return [(x, y) for x in range(west, east + 1) for y in range(north, south + 1)]
