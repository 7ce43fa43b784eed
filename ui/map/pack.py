"""Reads a map pack: one SQLite file of lines, areas and names, cut into cells in three levels.

``packaging/maps/build.py`` writes it. A pack is only read, may be used from several threads, and is
the one thing here that opens a database outside the store.
"""

import json
import sqlite3
import sys
import threading
import zlib
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from fieldapp.errors import FieldError, Remedy
from ui.map.projection import to_world

SCHEMA: Final = 1
WORLD: Final = Path(__file__).parent / "data" / "world.map"
"""The pack that is shipped with the app."""

AREA, LAKE, RIVER, COAST, BORDER, DASHED, ADMIN, LABEL = range(1, 9)
"""Layers of a cell. Areas and lakes are rings, the others lines; the last one holds names."""
_MOST_BYTES = 8 * 1024 * 1024
"""No layer of a cell is larger when unpacked; a damaged or forged one is refused."""


class MapPackRefused(FieldError):
    """The file is missing, damaged, or of another schema."""

    code: ClassVar[str] = "map.pack"
    remedy = Remedy.ASK_HQ
    text = "The map of this installation cannot be read. Everything else works; ask HQ for the map."


class Level(NamedTuple):
    """One level of detail: 2**cells cells each way, good down to a zoom, steps across a cell."""

    n: int
    cells: int
    zoom: int
    extent: int


class Shape(NamedTuple):
    """A line or ring: its tag (area number, rank of a river) and x, y, x, y ... in steps."""

    tag: int
    points: "array[float]"


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map.

    Args:
        x: in the unit square.
        y: in the unit square.
        kind: ``country``, ``unit``, ``capital`` or ``place``.
        zoom: shown from this zoom on.
        text: as people there or the United Nations write it, in Latin letters.
    """

    x: float
    y: float
    kind: str
    zoom: int
    text: str


class MapPack:
    """An open pack.

    Args:
        path: of the file.

    Raises:
        MapPackRefused: see there.
    """

    def __init__(self, path: Path = WORLD) -> None:
        self._lock = threading.Lock()
        try:
            self._file = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            version = self._file.execute("PRAGMA user_version").fetchone()[0]
            rows = self._file.execute("SELECT n, cells, zoom, extent FROM level ORDER BY n")
            self.levels = tuple(Level(*row) for row in rows)
            areas = self._file.execute("SELECT n, code, name FROM area")
            self._areas: dict[int, tuple[str, str]] = {n: (code, name) for n, code, name in areas}
        except sqlite3.Error as error:
            raise MapPackRefused(detail=path.name) from error
        if version != SCHEMA or not self.levels:
            raise MapPackRefused(detail=f"schema {version}")

    def level_for(self, zoom: int) -> Level:
        """The coarsest level that is good enough at a zoom."""
        return next((level for level in self.levels if zoom <= level.zoom), self.levels[-1])

    def shapes(self, level: Level, x: int, y: int, layer: int) -> tuple[Shape, ...]:
        """The lines or rings of one layer of a cell, empty where there are none."""
        body = self._body(level, x, y, layer)
        return () if body is None else _shapes(body)

    def names(self, level: Level, x: int, y: int) -> tuple[Name, ...]:
        """The names in a cell, the most important first."""
        body = self._body(level, x, y, LABEL)
        try:
            return () if body is None else tuple(Name(*row) for row in json.loads(body))
        except (ValueError, TypeError) as error:
            raise MapPackRefused(detail="names") from error

    def area_at(self, lat: float, lon: float) -> tuple[str, str] | None:
        """Code and name of the country or area at a place; None at sea."""
        level = self.levels[-1]
        wx, wy = to_world(lat, lon)
        side = 1 << level.cells
        cx, cy = min(int(wx * side), side - 1), min(int(wy * side), side - 1)
        x, y = (wx * side - cx) * level.extent, (wy * side - cy) * level.extent
        hit: dict[int, bool] = {}
        for shape in self.shapes(level, cx, cy, AREA):
            hit[shape.tag] = hit.get(shape.tag, False) != _inside(x, y, shape.points)
        found = next((tag for tag, within in hit.items() if within), None)
        return None if found is None else self._areas[found]

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._file.close()

    def _body(self, level: Level, x: int, y: int, layer: int) -> bytes | None:
        key = ((level.n << 16 | x << 8 | y) << 4) | layer
        try:
            with self._lock:
                row = self._file.execute("SELECT body FROM cell WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            work = zlib.decompressobj()
            body = work.decompress(row[0], _MOST_BYTES)
        except (sqlite3.Error, zlib.error) as error:
            raise MapPackRefused(detail="cell") from error
        if work.unconsumed_tail or not work.eof:
            raise MapPackRefused(detail="cell too large")
        return body


@lru_cache(maxsize=1)
def world_pack() -> MapPack:
    """The shipped pack, opened once; raises `MapPackRefused`."""
    return MapPack()


def _shapes(body: bytes) -> tuple[Shape, ...]:
    numbers = array("h")
    try:
        numbers.frombytes(body)
    except ValueError as error:
        raise MapPackRefused(detail="shapes") from error
    if sys.byteorder == "big":
        numbers.byteswap()
    made, at = [], 0
    while at + 2 <= len(numbers):
        tag, count = numbers[at], numbers[at + 1]
        end = at + 2 + 2 * count
        if count < 2 or end > len(numbers):
            raise MapPackRefused(detail="shapes")
        points = array("d", bytes(16 * count))
        points[0::2] = array("d", accumulate(numbers[at + 2 : end : 2]))
        points[1::2] = array("d", accumulate(numbers[at + 3 : end : 2]))
        made.append(Shape(tag, points))
        at = end
    return tuple(made)


def _inside(x: float, y: float, points: "array[float]") -> bool:
    found = False
    ax, ay = points[-2], points[-1]
    for at in range(0, len(points), 2):
        bx, by = points[at], points[at + 1]
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
        ax, ay = bx, by
    return found
