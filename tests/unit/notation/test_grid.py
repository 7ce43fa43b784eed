import mgrs  # type: ignore[import-untyped]
import pytest

from fieldapp.notation import grid, utm
from fieldapp.notation.grid import GridRefused
from fieldapp.notation.latlon import E7, LatLon, distance_m


def near(point: LatLon, latitude: float, longitude: float, *, e7: int = 2) -> bool:
    return abs(point.lat_e7 - latitude * E7) <= e7 and abs(point.lon_e7 - longitude * E7) <= e7


@pytest.mark.parametrize(
    "text",
    ["32QQF89474793", "32qqf89474793", "32Q QF 8947 4793", " 32Q QF89474793 ", "32 q qf 8947 4793"],
)
def test_every_way_to_write_one_square(text: str) -> None:
    square = grid.parse(text)
    assert square.text == "32QQF89474793"
    assert square.spaced == "32Q QF 8947 4793"
    assert (square.zone_band, square.square, square.digits) == ("32Q", "QF", 8)
    assert (square.easting, square.northing, square.precision_m) == ("8947", "4793", 10)
    assert not square.outside_zone


@pytest.mark.parametrize("text", ["89474793", "8947 4793", "QF89474793", "QF 8947 4793"])
def test_short_text_is_completed_by_the_base_square(text: str) -> None:
    assert grid.parse(text, base_square="32Q QF").text == "32QQF89474793"


def test_a_short_text_may_name_another_square_of_the_base_zone() -> None:
    assert grid.parse("RF 1352 6037", base_square="32QQF").text == "32QRF13526037"


@pytest.mark.parametrize("base", [None, "", "32Q", "QF"])
def test_short_text_without_a_base_square_is_refused(base: str | None) -> None:
    with pytest.raises(GridRefused) as refused:
        grid.parse("89474793", base_square=base)
    assert refused.value.code == "notation.grid-base"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("32QQF84", 10_000),
        ("32QQF8947", 1_000),
        ("32QQF894479", 100),
        ("32QQF89474793", 10),
        ("32QQF8947447931", 1),
    ],
)
def test_more_digits_are_a_smaller_square(text: str, side: int) -> None:
    square = grid.parse(text)
    assert square.precision_m == side
    # Here the grid's metres are 0.06 % longer than those on the ground.
    assert abs(distance_m(square.corners[0], square.corners[1]) - side / 1.0006) <= 1


def test_the_reference_names_the_south_west_corner() -> None:
    coarse, fine = grid.parse("32QQF84"), grid.parse("32QQF8000040000")
    assert coarse.south_west == fine.south_west
    assert coarse.corners[0] == coarse.south_west
    south_west, south_east, north_east, north_west = coarse.corners
    assert south_west.lon_e7 < south_east.lon_e7
    assert south_east.lat_e7 < north_east.lat_e7
    assert north_west.lon_e7 < north_east.lon_e7
    assert south_west.lat_e7 < coarse.centre.lat_e7 < north_east.lat_e7


def test_coarser_is_cut_off_and_never_rounded() -> None:
    square = grid.parse("32QQF8999949999")
    assert square.coarsened(8).text == "32QQF89994999"
    assert square.coarsened(4).text == "32QQF8949"
    assert square.coarsened(2).text == "32QQF84"
    assert grid.parse("32QQF84").coarsened(8).text == "32QQF84"


@pytest.mark.parametrize(
    "text",
    [
        "32QQF8947447931",
        "31UFV1234512345",
        "60CWB2248219337",
        "01NAA6602100000",
        "33XVJ1234512345",
        "32VKM7697958157",
        "36MYE1234598765",
        "21HUB6543212345",
    ],
)
def test_positions_agree_with_the_mgrs_library(text: str) -> None:
    square = grid.parse(text)
    assert square.text == text
    assert near(square.centre, *mgrs.MGRS().toLatLon(text))


@pytest.mark.parametrize(
    ("zone", "south", "easting", "northing"),
    [
        (32, False, 200_000.5, 2_047_935.5),
        (36, True, 700_000.5, 6_400_000.5),
        (33, False, 450_000.5, 9_050_000.5),
        (2, True, 450_000.5, 2_300_000.5),
        (60, False, 500_000.5, 4_000_000.5),
    ],
)
def test_degrees_agree_with_the_library_to_a_hundredth_of_a_millimetre(
    zone: int, south: bool, easting: float, northing: float
) -> None:
    library = mgrs.MGRS()
    text = library.UTMToMGRS(zone, "S" if south else "N", easting, northing, 5)
    expected = library.toLatLon(text)
    found = utm.to_degrees(zone, south=south, easting=easting, northing=northing)
    assert found == pytest.approx(expected, abs=9e-11, rel=0)


def test_a_square_beyond_its_zone_is_flagged() -> None:
    wrong = grid.parse("32QRF89474793")
    assert wrong.outside_zone
    assert near(wrong.centre, 18.48601271514, 12.687250738)
    right = grid.parse("32QQF89474793")
    assert 99_000 < right.distance_m(wrong) < 101_000


@pytest.mark.parametrize("text", ["32QRF13526037", "32QRF05907293", "32QQF74922871"])
def test_the_scenario_grids_lie_in_their_zone(text: str) -> None:
    assert not grid.parse(text).outside_zone


@pytest.mark.parametrize("text", ["33QSF1010", "33QSF9080", "32WNE34489000"])
def test_squares_west_of_their_zone_or_north_of_its_end_are_flagged(text: str) -> None:
    # 32W ends at 72 north: there is no 32X, Svalbard's zones take its place.
    square = grid.parse(text)
    assert square.outside_zone
    assert square.text == text


def test_a_square_cut_by_the_zone_edge_is_not_flagged() -> None:
    # 12 degrees east cuts through the square's 10 km.
    edge = grid.from_lat_lon(LatLon(185_000_000, 119_990_000), 2)
    assert edge.corners[1].lon_e7 > 12 * E7 > edge.corners[0].lon_e7
    assert not edge.outside_zone


def test_norway_and_svalbard_have_their_own_zone_edges() -> None:
    assert not grid.parse("32VKM7697958157").outside_zone
    assert utm.zone_degrees(31, "V") == (0, 3)
    assert utm.zone_degrees(31, "U") == (0, 6)
    # 4 degrees east at 60 north belongs to zone 32.
    west_of_norway = grid.from_lat_lon(LatLon(60 * E7, 4 * E7), 8)
    assert west_of_norway.zone_band == "32V"


def test_either_band_letter_is_valid_where_a_square_crosses_the_band_edge() -> None:
    # 24 north is the edge of Q and R and runs through 32QQM / 32RQM.
    as_north, as_south = grid.parse("32RQM84865704"), grid.parse("32QQM84865704")
    assert as_north.centre == as_south.centre
    assert as_north.text == as_south.text == "32QQM84865704"
    assert grid.parse("32QQM84865705").text == "32QQM84865705"
    assert grid.parse("32QQM84865800").text == grid.parse("32RQM84865800").text == "32RQM84865800"


def test_the_equator_is_no_shared_edge() -> None:
    with pytest.raises(GridRefused):
        grid.parse("33MSA66020000")
    assert grid.parse("33NSA66020000").south_west.lat_e7 == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "notation.grid"),
        ("Adoum", "notation.grid"),
        ("QQF89474793", "notation.grid"),
        ("32QQF8947-4793", "notation.grid"),
        ("32QQF89474793 near well", "notation.grid"),
        ("3" * 65, "notation.grid"),
        ("32QQF", "notation.grid-digits"),
        ("32QQF8947479", "notation.grid-digits"),
        ("32QQF894744793111", "notation.grid-digits"),
        ("32Q QF 89474 793", "notation.grid-digits"),
        ("00QQF89474793", "notation.grid-zone"),
        ("61QQF89474793", "notation.grid-zone"),
        ("32IQF89474793", "notation.grid-zone"),
        ("32OQF89474793", "notation.grid-zone"),
        ("32ZQF89474793", "notation.grid-zone"),
        ("32XNG89474793", "notation.grid-zone"),
        ("32QSF89474793", "notation.grid-square"),
        ("32QIF89474793", "notation.grid-square"),
        ("32QQO89474793", "notation.grid-square"),
        ("32QQZ89474793", "notation.grid-square"),
        ("32QQA89474793", "notation.grid-square"),
        ("ZAA 1234 1234", "notation.grid-polar"),
        ("YXK12341234", "notation.grid-polar"),
    ],
)
def test_what_is_wrong_is_said(text: str, code: str) -> None:
    with pytest.raises(GridRefused) as refused:
        grid.parse(text)
    assert refused.value.code == code
    assert "89474793" not in refused.value.message


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        (2, "32QQF84"),
        (4, "32QQF8947"),
        (6, "32QQF894479"),
        (8, "32QQF89474793"),
        (10, "32QQF8947547935"),
    ],
)
def test_a_position_falls_into_one_square_of_each_size(digits: int, text: str) -> None:
    point = LatLon(185_020_887, 117_414_645)
    assert grid.from_lat_lon(point, digits).text == text


@pytest.mark.parametrize("lat", [-80 * E7 - 1, 84 * E7 + 1])
def test_the_poles_have_no_grid(lat: int) -> None:
    with pytest.raises(GridRefused) as refused:
        grid.from_lat_lon(LatLon(lat, 0))
    assert refused.value.code == "notation.grid-polar"


@pytest.mark.parametrize("digits", [0, 1, 3, 12])
def test_no_square_has_such_digits(digits: int) -> None:
    with pytest.raises(GridRefused):
        grid.from_lat_lon(LatLon(0, 0), digits)
    with pytest.raises(GridRefused):
        grid.parse("32QQF89474793").coarsened(digits)


def test_the_date_line_is_an_edge_like_any_other() -> None:
    east = grid.from_lat_lon(LatLon(10 * E7, 180 * E7), 8)
    assert east.text == grid.from_lat_lon(LatLon(10 * E7, -180 * E7), 8).text
    assert not east.outside_zone
    assert all(abs(corner.lon_e7) > 179 * E7 for corner in east.corners)


def test_two_witnesses_of_one_incident_are_near() -> None:
    assert 195 <= grid.parse("32QQF749287").distance_m(grid.parse("32QQF751287")) <= 205
    assert 350 <= grid.parse("32QQF749287").distance_m(grid.parse("32QQF751290")) <= 370
