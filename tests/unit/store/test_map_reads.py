"""Where reports are, read for the map."""

from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.notation import grid
from fieldapp.notation.latlon import E7
from fieldapp.people import Desk
from fieldapp.store import projections
from fieldapp.store.map_reads import on_map
from fieldapp.units import EventId
from tests.support.fleet import restriction
from tests.support.mission import make_desk, make_mission


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path, make_mission())


def file(desk: Desk, square: str) -> EventId:
    return commands.file_report(desk, restriction(grid=square)).report


@pytest.mark.parametrize(
    ("square", "side"), [("32QQF84", 10_000), ("32QQF8947", 1000), ("32QQF89474793", 10)]
)
def test_a_row_is_the_centre_of_its_square_and_its_side(desk: Desk, square: str, side: int) -> None:
    report = file(desk, square)
    (row,) = on_map(desk.store).rows
    centre = grid.parse(square).centre
    assert (row.id, row.side_m, row.type, row.state) == (report, side, "FOM", "new")
    assert (row.lat * E7, row.lon * E7) == pytest.approx((centre.lat_e7, centre.lon_e7))


def test_a_report_without_a_grid_is_counted_and_not_placed(desk: Desk) -> None:
    placed, file_again = file(desk, "32QQF89474793"), file(desk, "32QQF89474793")
    desk.store.connection.execute(
        "UPDATE report SET grid = '', lat = NULL, lon = NULL, side = NULL WHERE id = ?",
        (file_again,),
    )
    found = on_map(desk.store)
    assert ([row.id for row in found.rows], found.without) == ([placed], 1)
    assert on_map(desk.store, types=("INC",)).without == 0


def test_type_and_period_narrow_what_is_read(desk: Desk) -> None:
    file(desk, "32QQF89474793")
    (row,) = on_map(desk.store, types=("FOM", "INC")).rows
    assert on_map(desk.store, types=("INC",)).rows == ()
    assert on_map(desk.store, since=row.moment).rows == (row,)
    assert on_map(desk.store, since=row.moment + 1).rows == ()


def test_an_amended_grid_moves_the_report_and_a_rebuild_changes_nothing(desk: Desk) -> None:
    report = file(desk, "32QQF89474793")
    (before,) = on_map(desk.store).rows
    commands.amend_report(desk, report, restriction(grid="32QQF8947"), "grid", "less exact")
    (after,) = on_map(desk.store).rows
    assert (before.side_m, after.side_m) == (10, 1000)
    projections.rebuild(desk.store, make_mission().profile.admin)
    assert on_map(desk.store).rows == (after,)


HEARD = {
    "place": "OP 2",
    "observer_grid": "32QQF74922871",
    "bearing": "210",
    "bearing_unit": "degrees",
    "bearing_north": "true",
    "distance_min": "4000",
    "distance_max": "6000",
}


def test_what_was_heard_from_afar_stands_in_the_middle_of_its_arc(desk: Desk) -> None:
    report = commands.file_report(desk, restriction(where=HEARD)).report
    found = on_map(desk.store)
    (row,) = found.rows
    assert (row.id, row.square, row.side_m, found.without) == (report, False, 2000, 0)
    assert row.arc is not None
    assert (row.lat * E7, row.lon * E7) == pytest.approx(
        (row.arc.middle.lat_e7, row.arc.middle.lon_e7)
    )


def test_a_grid_of_its_own_comes_before_the_arc(desk: Desk) -> None:
    commands.file_report(desk, restriction(where=HEARD | {"grid": "32QQF7325"}))
    (row,) = on_map(desk.store).rows
    assert (row.square, row.side_m) == (True, 1000)
    assert row.arc is not None


def test_the_kind_of_a_restriction_comes_along(desk: Desk) -> None:
    commands.file_report(desk, restriction(what={"kind": "DENY-AREA"}))
    (row,) = on_map(desk.store).rows
    assert row.what == "DENY-AREA"
