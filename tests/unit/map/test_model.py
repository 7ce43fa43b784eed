import pytest

from fieldapp.notation import grid
from fieldapp.notation.latlon import E7
from fieldapp.store.map_reads import MapRow
from fieldapp.units import EventId, UtcMillis
from ui.map.model import Look, Sighting, first_view, sighting
from ui.map.painting import square_box
from ui.map.projection import Camera, to_world


def row(square: str = "34NBL84", **changes: object) -> MapRow:
    found = grid.parse(square)
    values: dict[str, object] = {
        "id": EventId(bytes(32)),
        "ref": "TS7-INC-2026-0001",
        "lat": found.centre.lat_e7 / E7,
        "lon": found.centre.lon_e7 / E7,
        "side_m": found.precision_m,
        "type": "INC",
        "state": "new",
        "precedence": "",
        "moment": UtcMillis(0),
        **changes,
    }
    return MapRow(**values)  # type: ignore[arg-type]


def seen(one: Sighting, zoom: int) -> Camera:
    return Camera(zoom=zoom, width=800, height=600).at(one.x, one.y)


@pytest.mark.parametrize("square", ["34NBL84", "34NBL8142", "34NBL814421", "32QQF84"])
@pytest.mark.parametrize("zoom", [7, 9, 12])
def test_a_square_is_drawn_as_large_as_it_is_on_the_ground(square: str, zoom: int) -> None:
    """Its corners on the map, within the turn of the grid against north (at most two degrees)."""
    one = sighting(row(square))
    box = square_box(one, seen(one, zoom))
    corners = [
        seen(one, zoom).to_screen(*to_world(at.lat_e7 / E7, at.lon_e7 / E7))
        for at in grid.parse(square).corners
    ]
    slack = max(0.05 * box.width(), 1e-6)
    for (x, y), (wx, wy) in zip(
        corners,
        [
            (box.left(), box.bottom()),
            (box.right(), box.bottom()),
            (box.right(), box.top()),
            (box.left(), box.top()),
        ],
        strict=True,
    ):
        assert x == pytest.approx(wx, abs=slack)
        assert y == pytest.approx(wy, abs=slack)


@pytest.mark.parametrize(
    ("square", "coarse"), [("34NBL84", True), ("34NBL8142", True), ("34NBL814421", False)]
)
def test_only_two_and_four_digits_are_coarse(square: str, coarse: bool) -> None:
    assert sighting(row(square)).coarse is coarse


def test_state_and_precedence_decide_the_look() -> None:
    looks = {state: sighting(row(state=state)).look for state in ("accepted", "asked", "new")}
    assert looks == {"accepted": Look.DONE, "asked": Look.ASKED, "new": Look.NEW}
    assert sighting(row(state="withdrawn")).look is Look.OFF
    assert sighting(row(precedence="FLASH")).urgent
    assert not sighting(row(precedence="ROUTINE")).urgent


def test_the_first_view_is_that_of_the_reports_else_of_the_mission_else_of_the_world() -> None:
    camera = Camera(width=800, height=600)
    one = sighting(row())
    assert first_view(camera, [one], "32QQF").from_screen(400, 300) == pytest.approx((one.x, one.y))
    base = first_view(camera, [], "32QQF")
    centre = grid.parse("32QQF5050").centre
    assert base.from_screen(400, 300) == pytest.approx(
        to_world(centre.lat_e7 / E7, centre.lon_e7 / E7)
    )
    assert 7 <= base.zoom <= 9
    assert first_view(camera, [], None) == camera
