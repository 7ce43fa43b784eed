import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.map.projection import (
    EQUATOR_M,
    MAX_ZOOM,
    MIN_ZOOM,
    NORTH,
    Camera,
    scale_bar,
    to_degrees,
    to_world,
    world_side,
)

LAT = st.floats(-NORTH, NORTH)
LON = st.floats(-180, 180)
UNIT = st.floats(0, 1)
CAMERAS = st.builds(
    lambda x, y, zoom, w, h: Camera(zoom=zoom, width=w, height=h).at(x, y),
    UNIT,
    UNIT,
    st.integers(MIN_ZOOM, MAX_ZOOM),
    st.integers(50, 2000),
    st.integers(50, 1500),
)


@given(LAT, LON)
def test_degrees_come_back(lat: float, lon: float) -> None:
    back = to_degrees(*to_world(lat, lon))
    assert back == (pytest.approx(lat, abs=1e-9), pytest.approx(lon, abs=1e-9))


def test_known_places() -> None:
    assert to_world(0, 0) == (0.5, 0.5)
    assert to_world(NORTH, -180) == (pytest.approx(0), pytest.approx(0, abs=1e-12))
    assert to_world(-NORTH, 180) == (1, pytest.approx(1))
    # Tile 8/141/124 of every other web map holds Bangui.
    x, y = to_world(4.36, 18.56)
    assert (int(x * 256), int(y * 256)) == (141, 124)


@given(st.floats(-89, 89), LON)
def test_everything_is_on_the_world(lat: float, lon: float) -> None:
    x, y = to_world(lat, lon)
    assert 0 <= x <= 1
    assert -1e-12 <= y <= 1 + 1e-12


@given(CAMERAS, st.floats(-500, 2500), st.floats(-500, 2000))
def test_pixels_come_back(camera: Camera, px: float, py: float) -> None:
    back = camera.to_screen(*camera.from_screen(px, py))
    assert back == (pytest.approx(px, abs=1e-4), pytest.approx(py, abs=1e-4))


@given(CAMERAS, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_the_view_stays_on_the_world(camera: Camera, dx: float, dy: float) -> None:
    moved = camera.moved(dx, dy)
    west, north = moved.from_screen(0, 0)
    east, south = moved.from_screen(moved.width, moved.height)
    if moved.width <= moved.scale:
        assert west >= -1e-9
        assert east <= 1 + 1e-9
    if moved.height <= moved.scale:
        assert north >= -1e-9
        assert south <= 1 + 1e-9


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    camera = Camera(zoom=6, width=800, height=600).at(*to_world(6, 20))
    before = camera.from_screen(120, 500)
    closer = camera.zoomed(8, 120, 500)
    assert closer.from_screen(120, 500) == pytest.approx(before)
    assert camera.zoomed(99).zoom == MAX_ZOOM
    assert camera.zoomed(-9).zoom == MIN_ZOOM


@given(st.lists(st.tuples(st.floats(0.2, 0.8), st.floats(0.2, 0.8)), min_size=1, max_size=20))
def test_a_fitted_view_holds_every_place(places: list[tuple[float, float]]) -> None:
    camera = Camera(width=900, height=700).fitted(places)
    if camera.zoom > MIN_ZOOM:
        for place in places:
            x, y = camera.to_screen(*place)
            assert 0 <= x <= 900
            assert 0 <= y <= 700


@pytest.mark.parametrize("lat", [0, 12, -35, 60])
def test_a_side_on_the_ground_and_the_scale_of_a_pixel_agree(lat: float) -> None:
    camera = Camera(zoom=9).at(*to_world(lat, 20))
    pixels = world_side(10_000, lat) * camera.scale
    assert pixels * camera.metres_per_pixel() == pytest.approx(10_000, rel=1e-9)
    assert world_side(EQUATOR_M, 0) == pytest.approx(1)


@given(st.floats(0.5, 50_000))
def test_the_scale_bar_is_round_and_fits(metres_per_pixel: float) -> None:
    metres, pixels = scale_bar(metres_per_pixel, 120)
    assert pixels <= 120.001
    assert pixels >= 120 / 2.6
    assert metres / 10 ** math.floor(math.log10(metres)) in (1, 2, 5)
