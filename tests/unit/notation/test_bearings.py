"""Bearings against published values: the worked example of the Australian datum manual.

Flinders Peak to Buninyong, Geocentric Datum of Australia Technical Manual; its ellipsoid differs
from WGS 84 by less than 0.1 mm there.
"""

import mgrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fieldapp.notation import utm
from fieldapp.notation.bearings import convergence, destination, to_mils, way
from fieldapp.notation.latlon import E7, LatLon, from_degrees

FLINDERS = from_degrees(-(37 + 57 / 60 + 3.7203 / 3600), 144 + 25 / 60 + 29.5244 / 3600)
BUNINYONG = from_degrees(-(37 + 39 / 60 + 10.1561 / 3600), 143 + 55 / 60 + 35.3839 / 3600)
SECOND = 1 / 3600
LAT, LON = st.floats(-79.9, 83.9), st.floats(-180, 179.99)


def test_the_published_distance_and_bearings() -> None:
    there = way(FLINDERS, BUNINYONG)
    assert there.metres == pytest.approx(54_972.271, abs=0.02)
    assert there.true == pytest.approx(306 + 52 / 60 + 5.37 * SECOND, abs=0.1 * SECOND)
    assert there.grid == pytest.approx(305 + 17 / 60 + 1.72 * SECOND, abs=0.1 * SECOND)


def test_the_published_grid_coordinates() -> None:
    east, north = utm.from_degrees(55, FLINDERS.lat_e7 / E7, FLINDERS.lon_e7 / E7)
    assert (east, north + 10_000_000) == (
        pytest.approx(273_741.297, abs=0.01),
        pytest.approx(5_796_489.777, abs=0.01),
    )


def test_east_along_the_equator_is_a_ninth_part_of_a_known_arc() -> None:
    there = way(LatLon(0, 0), LatLon(0, E7))
    assert there.metres == pytest.approx(111_319.491, abs=0.001)
    assert there.true == pytest.approx(90)


def test_nowhere_has_no_direction() -> None:
    assert (way(FLINDERS, FLINDERS).metres, way(FLINDERS, FLINDERS).grid) == (0, 0)
    assert convergence(LatLon(90 * E7, 0)) == 0


def test_mils_go_round() -> None:
    assert [to_mils(degrees) for degrees in (0, 90, 270, 360)] == [0, 1600, 4800, 0]


@given(LAT, LON, st.floats(0, 359.9), st.floats(50, 200_000))
def test_what_is_reached_lies_where_it_was_sent(
    lat: float, lon: float, bearing: float, metres: float
) -> None:
    start = from_degrees(lat, lon)
    back = way(start, destination(start, bearing, metres))
    assert back.metres == pytest.approx(metres, abs=0.05)
    off = (back.true - bearing + 180) % 360 - 180
    assert abs(off) * metres < 57.3 * 0.05


@given(LAT, LON)
def test_metres_come_back_as_degrees(lat: float, lon: float) -> None:
    zone = utm.zone_at(lat, lon)
    east, north = utm.from_degrees(zone, lat, lon)
    south = north < 0
    back = utm.to_degrees(
        zone, south=south, easting=east, northing=north + (10_000_000 if south else 0)
    )
    assert back[0] == pytest.approx(lat, abs=1e-9)
    assert (back[1] - lon + 180) % 360 - 180 == pytest.approx(0, abs=1e-8)


@given(LAT, LON)
def test_the_zone_is_that_of_the_grid(lat: float, lon: float) -> None:
    # On a border itself the two round to different sides.
    assume(all(abs(at - round(at)) > 1e-6 for at in (lon / 3, lat / 8)))
    text = mgrs.MGRS().toMGRS(lat, lon, True, 5)
    assert utm.zone_at(lat, lon) == int(text[:2])


def test_true_and_grid_north_meet_on_the_middle_line_and_part_to_its_sides() -> None:
    assert convergence(from_degrees(6, 21)) == pytest.approx(0, abs=1e-9)
    assert convergence(from_degrees(6, 23)) > 0.2
    assert convergence(from_degrees(-6, 23)) < -0.2
