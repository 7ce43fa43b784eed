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
