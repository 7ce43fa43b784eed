"""Build the world map pack that the app ships.

Usage: ``python packaging/maps/build.py [--archives DIR]``. Fetches four pinned archives with npm
and pip into DIR (about 155 MB) unless they are there, and writes ``ui/map/data/world.map`` with its
hash beside it. Takes about a minute; the same archives make the same bytes.
"""

import argparse
import hashlib
import json
import sqlite3
import sys
import zlib
from array import array
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import shapes
import sources
import world
from shapes import Box, Point
from world import Label

TARGET = Path(__file__).parents[2] / "ui" / "map" / "data"
SCHEMA = 1
BUFFER = 1 / 64
"""Cells overlap by this part of their width, so that lines are whole at their edges."""
_MOST_POINTS = 30_000


class Level(NamedTuple):
    """One level of detail.

    Args:
        cells: the world is cut into 2**cells by 2**cells cells.
        zoom: the deepest zoom that it is drawn at, with 256 pixels to a tile.
        extent: steps of the coordinates across a cell.
        slack: how far a thinned line may stray, in pixels of that zoom.
    """

    cells: int
    zoom: int
    extent: int
    slack: float

    def tolerance(self, near: bool) -> float:
        """In parts of the world; coarser where no mission is."""
        return self.slack / (256 << self.zoom) * (1 if near or self.cells < 6 else 5)


LEVELS = (Level(2, 3, 8192, 0.5), Level(4, 6, 8192, 0.6), Level(6, 9, 16384, 0.7))
AREA, LAKE, RIVER, COAST, BORDER, DASHED, ADMIN, LABEL = range(1, 9)
Shapes = dict[tuple[int, int, int], list[tuple[int, list[Point]]]]


def cut(level: Level, made: Shapes, layer: int, tag: int, points: list[Point]) -> None:
    """Puts a line, or the ring of an area or lake, into all cells that it touches."""
    for copy in shapes.unrolled(points):
        _cut(level, made, layer, tag, copy)


def _cut(level: Level, made: Shapes, layer: int, tag: int, points: list[Point]) -> None:
    closed = layer in (AREA, LAKE)

    def down(depth: int, x: int, y: int, pieces: list[list[Point]]) -> None:
        box = cell_box(depth, x, y, level.cells)
        inside: list[list[Point]] = []
        for piece in pieces:
            if closed:
                inside.append(shapes.clip_ring(piece, box))
            else:
                inside += shapes.clip_line(piece, box)
        inside = [piece for piece in inside if len(piece) > (2 if closed else 1)]
        if not inside:
            return
        if depth == level.cells:
            made[layer, x, y] += [(tag, piece) for piece in inside]
            return
        for dx in (0, 1):
            for dy in (0, 1):
                down(depth + 1, 2 * x + dx, 2 * y + dy, inside)

    west, north, east, south = shapes.bounds(points)
    west, east = max(west, 0.0), min(east, 1.0)
    side = 1 / (1 << level.cells) * BUFFER
    for depth in range(level.cells, -1, -1):
        size = 1 / (1 << depth)
        corner = int((west - side) / size), int((north - side) / size)
        if corner == (int((east + side) / size), int((south + side) / size)) or depth == 0:
            down(depth, *corner, [points])
            return


def cell_box(depth: int, x: int, y: int, cells: int) -> Box:
    """A cell with the overlap of the deepest ones around it."""
    size, more = 1 / (1 << depth), BUFFER / (1 << cells)
    return x * size - more, y * size - more, (x + 1) * size + more, (y + 1) * size + more


def packed(level: Level, x: int, y: int, found: list[tuple[int, list[Point]]]) -> bytes:
    """Shapes as compressed 16-bit numbers: tag, count, first point, then steps."""
    scale = (1 << level.cells) * level.extent
    numbers = array("h")
    for tag, points in found:
        steps: list[int] = []
        px = py = 0
        for place, (fx, fy) in enumerate(points):
            ix, iy = round(fx * scale) - x * level.extent, round(fy * scale) - y * level.extent
            if place and ix == px and iy == py:
                continue
            steps += (ix - px, iy - py)
            px, py = ix, iy
        for start in range(0, len(steps), 2 * _MOST_POINTS):
            part = steps[start : start + 2 * _MOST_POINTS]
            if start:
                raise SystemExit("a line is longer than a cell may hold")
            if len(part) > 2:
                numbers.extend((tag, len(part) // 2, *part))
    if sys.byteorder == "big":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes(), 9)


def layers(level: Level, the: world.World) -> Shapes:
    """Every line and area of one level, cut into cells."""
    made: Shapes = defaultdict(list)
    smallest = 1.2 / (256 << level.zoom)
    arcs: dict[int, list[Point]] = {}

    def arc(number: int) -> list[Point]:
        if number not in arcs:
            arcs[number] = shapes.thinned(the.arcs[number], level.tolerance(the.near[number]))
        return arcs[number]

    for area in the.areas:
        for ring in area.rings:
            points = sources.Topology.walk(ring, arc) if isinstance(ring[0], int) else ring
            if level.cells < 6:
                points = shapes.thinned(points, level.tolerance(True))
            west, north, east, south = shapes.bounds(points)
            if len(points) > 3 and (max(east - west, south - north) > smallest or level.cells == 6):
                cut(level, made, AREA, area.number, points)
    wide = {COAST: smallest * 3 if level.cells < 6 else 0.0}
    for layer, lines in ((COAST, the.coasts), (BORDER, the.borders), (DASHED, the.dashed)):
        for line, near in lines:
            west, north, east, south = shapes.bounds(line)
            if max(east - west, south - north) >= wide.get(layer, 0.0) / 3:
                cut(level, made, layer, 0, shapes.thinned(line, level.tolerance(near)))
    for ring in the.lakes:
        west, north, east, south = shapes.bounds(ring)
        if max(east - west, south - north) > 3 * smallest:
            cut(level, made, LAKE, 0, shapes.thinned(ring, level.tolerance(True)))
    for weight, line in the.rivers:
        if level.cells > 2 or weight < 40:
            cut(level, made, RIVER, weight, shapes.thinned(line, level.tolerance(True)))
    if level.cells > 2:
        for line in the.provinces:
            cut(level, made, ADMIN, 0, shapes.thinned(line, level.tolerance(True)))
    return made


def labels(level: Level, every: list[Label]) -> dict[tuple[int, int], list[list[Any]]]:
    """The names of each cell that the zooms of a level may show, the most important first."""
    made: dict[tuple[int, int], list[list[Any]]] = defaultdict(list)
    side = 1 << level.cells
    last = 99 if level is LEVELS[-1] else level.zoom
    for label in sorted(every, key=lambda one: (one.zoom, -one.size, one.name, one.at)):
        if label.zoom <= last:
            x, y = int(label.at[0] * side), int(label.at[1] * side)
            row = [round(label.at[0], 7), round(label.at[1], 7), label.kind, label.zoom, label.name]
            made[x, y].append(row)
    return made


def key(level: int, x: int, y: int, layer: int) -> int:
    """One number for a layer of a cell."""
    return ((level << 16 | x << 8 | y) << 4) | layer


def squeezed(found: list[list[Any]]) -> bytes:
    """Names as compressed JSON."""
    text = json.dumps(found, separators=(",", ":"), ensure_ascii=False)
    return zlib.compress(text.encode(), 9)


def write(target: Path, the: world.World) -> None:
    """Writes the pack and, beside it, its schema, size and hash."""
    target.mkdir(parents=True, exist_ok=True)
    path = target / "world.map"
    path.unlink(missing_ok=True)
    pack = sqlite3.connect(path, isolation_level=None)
    pack.execute("PRAGMA page_size = 1024")
    pack.execute("PRAGMA application_id = 1179471184")
    pack.execute(f"PRAGMA user_version = {SCHEMA}")
    pack.execute("BEGIN")
    pack.execute("CREATE TABLE level(n INTEGER PRIMARY KEY, cells INT, zoom INT, extent INT)")
    pack.execute("CREATE TABLE area(n INTEGER PRIMARY KEY, code TEXT, name TEXT)")
    pack.execute("CREATE TABLE cell(key INTEGER PRIMARY KEY, body BLOB)")
    pack.executemany(
        "INSERT INTO area VALUES (?,?,?)", [(a.number, a.code, a.name) for a in the.areas]
    )
    for number, level in enumerate(LEVELS):
        pack.execute(
            "INSERT INTO level VALUES (?,?,?,?)", (number, level.cells, level.zoom, level.extent)
        )
        rows = [
            (key(number, x, y, layer), packed(level, x, y, found))
            for (layer, x, y), found in layers(level, the).items()
        ]
        rows += [
            (key(number, x, y, LABEL), squeezed(found))
            for (x, y), found in labels(level, the.labels).items()
        ]
        pack.executemany("INSERT INTO cell VALUES (?,?)", sorted(rows))
        sizes: dict[int, int] = defaultdict(int)
        for row in rows:
            sizes[row[0] & 15] += len(row[1])
        print(number, dict(sorted(sizes.items())))
    pack.execute("COMMIT")
    pack.execute("VACUUM")
    pack.close()
    body = path.read_bytes()
    about = {"schema": SCHEMA, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    (target / "world.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    print(about)


def main(arguments: list[str]) -> int:
    """Fetches, builds, writes."""
    parser = argparse.ArgumentParser(description="Build the world map pack.")
    parser.add_argument("--archives", type=Path, default=Path("build/maps"))
    parser.add_argument("--target", type=Path, default=TARGET)
    wanted = parser.parse_args(arguments)
    sources.fetch(wanted.archives)
    write(wanted.target, world.read_world(wanted.archives))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
