"""Where something was heard from, as scenario 9 of the field has it."""

from typing import Any

import pytest

from fieldapp.notation import grid
from fieldapp.notation.bearings import convergence, way
from fieldapp.store.arcs import COMPASS_DEGREES, MAGNETIC_DEGREES, Arc, arc_of, read_arc

HEARD = {
    "observer_grid": "32QQF74922871",
    "bearing": "210",
    "bearing_unit": "degrees",
    "bearing_north": "grid",
    "distance_min": "4000",
    "distance_max": "6000",
}


def told(**changes: str) -> dict[str, Any]:
    return {"answers": {"where": {**HEARD, **changes}}}


def arc(**changes: str) -> Arc:
    found = arc_of(told(**changes))
    assert found is not None
    return found


def test_a_bearing_and_two_distances_are_a_band() -> None:
    found = arc()
    observer = grid.parse("32QQF74922871").centre
    assert (found.observer, found.near, found.far) == (observer, 4000, 6000)
    assert found.spread == COMPASS_DEGREES
    there = way(observer, found.middle)
    assert there.metres == pytest.approx(5000, abs=0.1)
    assert there.grid == pytest.approx(210, abs=0.002)


def test_mils_and_other_norths() -> None:
    off = convergence(grid.parse("32QQF74922871").centre)
    assert abs(off) > 0.5
    assert arc(bearing="3733", bearing_unit="mils").true == pytest.approx(209.98 + off, abs=0.01)
    assert arc(bearing_north="true").true == 210
    magnetic = arc(bearing_north="magnetic")
    assert (magnetic.true, magnetic.spread) == (210, MAGNETIC_DEGREES)
    assert arc(bearing="360", bearing_north="true").true == 0


@pytest.mark.parametrize("changes", [{"distance_min": ""}, {"distance_max": ""}])
def test_one_distance_reaches_a_little_to_both_sides(changes: dict[str, str]) -> None:
    only = 4000 if changes == {"distance_max": ""} else 6000
    found = arc(**changes)
    assert (found.near, found.far) == (round(only * 0.9), round(only * 1.1))


@pytest.mark.parametrize(
    "changes",
    [
        {"observer_grid": ""},
        {"observer_grid": "32Q"},
        {"bearing": ""},
        {"bearing": "361"},
        {"bearing": "-1"},
        {"bearing": "nan"},
        {"bearing": "6401", "bearing_unit": "mils"},
        {"distance_min": "", "distance_max": ""},
        {"distance_min": "-5"},
        {"distance_max": "inf"},
        {"distance_max": "x"},
        {"distance_min": "0", "distance_max": "0"},
    ],
)
def test_half_an_arc_is_none(changes: dict[str, str]) -> None:
    assert arc_of(told(**changes)) is None


def test_a_report_without_any_of_it_has_none() -> None:
    assert arc_of({"answers": {"where": {"grid": "32QQF74922871"}}}) is None
    assert arc_of({}) is None


def test_the_column_brings_it_back() -> None:
    assert read_arc(arc().text) == arc()
    assert read_arc("") is None
