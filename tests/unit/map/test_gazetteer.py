"""Towns around the mission come out of the base map."""

from pathlib import Path

import pytest

from fieldapp.notation.latlon import distance_m, from_degrees
from ui.map import gazetteer
from ui.map.pack import MapPackRefused

ABECHE = from_degrees(13.83, 20.83)


def test_towns_lie_where_they_are() -> None:
    found = dict(gazetteer.names_around(ABECHE))
    near = [name for name, point in found.items() if distance_m(point, ABECHE) < 10_000]
    assert near == ["Abéché"]
    assert len(found) > 300


def test_none_is_from_the_other_end_of_the_world() -> None:
    points = [point for _, point in gazetteer.names_around(ABECHE)]
    assert max(distance_m(point, ABECHE) for point in points) < 4_000_000


def test_a_mission_at_the_date_line_has_towns_on_both_sides() -> None:
    found = gazetteer.names_around(from_degrees(-18.1, 178.4))
    sides = {point.lon_e7 > 0 for _, point in found}
    assert sides == {True, False}


def test_without_a_base_map_there_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> None:
        raise MapPackRefused(detail=tmp_path.name)

    monkeypatch.setattr(gazetteer, "world_pack", broken)
    assert gazetteer.names_around(ABECHE) == ()
