"""The military grid over a view, judged by the library that names squares."""

import mgrs
import pytest

from fieldapp.notation import utm
from fieldapp.notation.grid import from_lat_lon, square_letters
from fieldapp.notation.latlon import from_degrees
from ui.map.graticule import (
    blocks,
    digits_for,
    labels,
    place_at,
    regions,
    step_for,
)
from ui.map.projection import MAX_ZOOM, Camera, to_degrees, to_world


def view(lat: float, lon: float, zoom: int, width: int = 1200, height: int = 700) -> Camera:
    return Camera(zoom=zoom, width=width, height=height).at(*to_world(lat, lon))


def test_lines_and_digits_suit_the_scale() -> None:
    found = [
        (step_for(at.metres_per_pixel()), digits_for(at.metres_per_pixel()))
        for at in (view(4, 18, zoom) for zoom in (3, 6, 10, 13, MAX_ZOOM))
    ]
    assert found == [(0, 0), (100_000, 2), (10_000, 4), (1_000, 6), (100, 8)]


@pytest.mark.parametrize(("lat", "lon"), [(4.4, 18.0), (0, 24), (62, 6), (76, 21), (-33, 151)])
def test_every_pixel_of_a_view_is_in_one_region_of_its_own_zone(lat: float, lon: float) -> None:
    camera = view(lat, lon, 8)
    parts = list(regions(camera))
    for px in range(3, camera.width, 83):
        for py in range(3, camera.height, 71):
            place = place_at(camera, px, py)
            north, east = place.lat_e7 / 1e7, place.lon_e7 / 1e7
            own = [
                part
                for part in parts
                if part.west <= east < part.east and part.south <= north < part.north
            ]
            assert [(one.zone, one.band) for one in own] == [
                (int(from_lat_lon(place).text[:2]), from_lat_lon(place).text[2])
            ]


@pytest.mark.parametrize(("lat", "zoom"), [(4.4, 10), (4.4, 13), (0.02, 13), (-1.0, 16)])
def test_lines_run_where_the_digits_turn(lat: float, zoom: int) -> None:
    camera = view(lat, 18.4, zoom)
    step = step_for(camera.metres_per_pixel())
    part = next(one for one in regions(camera) if one.zone == 34)
    ends = [
        to_degrees(*point.toTuple())
        for block in blocks(part, step)
        for line in (*block.minor, *block.main)
        for point in (line.p1(), line.p2())
    ]
    assert len(ends) > 40
    for north, east in ends:
        metres = utm.from_degrees(part.zone, north, east)
        assert any(min(one % step, -one % step) < 0.01 for one in metres)


def test_letters_are_those_of_the_library() -> None:
    for lat, lon in ((4.4, 18.6), (-4.4, 18.6), (18.5, 11.7), (-33.9, 151.2), (62.1, 5.2)):
        text = mgrs.MGRS().toMGRS(lat, lon, True, 5)
        zone = int(text[:2])
        assert square_letters(zone, *utm.from_degrees(zone, lat, lon)) == text[3:5]
    assert square_letters(33, 50_000, 0) == ""


def test_two_zones_carry_their_own_digits_beside_the_border() -> None:
    camera = view(4.4, 18.0, 13)
    parts = sorted(regions(camera))
    assert [part.zone for part in parts] == [33, 34]
    border, _ = camera.to_screen(*to_world(4.4, 18))
    for part, side in zip(parts, (-1, 1), strict=True):
        found = list(labels(part, camera, 1_000))
        assert all((label.x - border) * side > -4 for label in found)
        upper = [label for label in found if label.y < 10 and len(label.text) == 2]
        assert len(upper) > 5
        for label in upper:
            place = place_at(camera, label.x - 3 + 0.5, 0)
            east = utm.from_degrees(part.zone, place.lat_e7 / 1e7, place.lon_e7 / 1e7)[0]
            assert round(east / 1000) % 100 == int(label.text)
            assert abs(east / 1000 - round(east / 1000)) < 0.05


def test_squares_cut_by_a_border_carry_letters_in_what_is_left_of_them() -> None:
    camera = view(4.4, 18.0, 8)
    for part in regions(camera):
        for label in labels(part, camera, 100_000):
            place = place_at(camera, label.x, label.y)
            assert from_lat_lon(place).square == label.text


def test_the_edge_of_the_world_has_a_place_too() -> None:
    assert place_at(view(84, -179, 2, 3000, 3000), 0, 0) == from_degrees(85.0511287798066, -180)
