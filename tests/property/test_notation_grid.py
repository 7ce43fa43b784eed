from hypothesis import assume, given
from hypothesis import strategies as st

from fieldapp.notation import grid, latlon
from fieldapp.notation.grid import GridRefused, GridSquare
from fieldapp.notation.latlon import E7, LatLon, PositionRefused

points = st.builds(LatLon, st.integers(-80 * E7, 84 * E7 - 1), st.integers(-180 * E7, 180 * E7 - 1))
sizes = st.sampled_from((2, 4, 6, 8, 10))


def squares() -> st.SearchStrategy[GridSquare]:
    return st.builds(grid.from_lat_lon, points, sizes)


@given(squares())
def test_text_reads_back_as_the_same_square(square: GridSquare) -> None:
    assert grid.parse(square.text) == square
    assert grid.parse(square.spaced.lower()) == square


@given(points, sizes)
def test_a_point_lies_in_its_square(point: LatLon, digits: int) -> None:
    square = grid.from_lat_lon(point, digits)
    assert not square.outside_zone
    # Half a diagonal, and a metre for the rounding of the distance.
    assert latlon.distance_m(point, square.centre) <= 0.7083 * square.precision_m + 1


@given(squares())
def test_the_centre_of_a_square_in_its_zone_finds_it_again(square: GridSquare) -> None:
    assume(-80 * E7 <= square.centre.lat_e7 <= 84 * E7)
    again = grid.from_lat_lon(square.centre, square.digits)
    assume(again.zone == square.zone)
    assert again.text == square.text


@given(squares(), sizes)
def test_a_coarser_square_holds_the_finer(square: GridSquare, digits: int) -> None:
    coarse = square.coarsened(digits)
    assert square.easting.startswith(coarse.easting)
    assert square.northing.startswith(coarse.northing)
    assert latlon.distance_m(square.centre, coarse.centre) <= 0.7083 * coarse.precision_m + 1


@given(st.text(max_size=70) | st.from_regex(r"[0-9]{0,2}[A-Z]{0,3}[0-9 ]{0,12}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        square = grid.parse(text, base_square="32QQF")
    except GridRefused:
        return
    assert grid.parse(square.text) == square


@given(points)
def test_written_positions_read_back(point: LatLon) -> None:
    assert latlon.parse(latlon.format_degrees(point, 7)) == point
    again = latlon.parse(latlon.format_dms(point))
    # A hundredth of a second is 28 ten-millionths of a degree.
    assert abs(again.lat_e7 - point.lat_e7) <= 28
    assert abs(again.lon_e7 - point.lon_e7) <= 28


@given(st.text(max_size=70) | st.text("0123456789.,-+ °'\"NSEWO;", max_size=40))
def test_any_position_text_is_read_or_refused(text: str) -> None:
    try:
        point = latlon.parse(text)
    except PositionRefused:
        return
    assert abs(point.lat_e7) <= 90 * E7
    assert abs(point.lon_e7) <= 180 * E7
