import pytest

from fieldapp.notation import latlon
from fieldapp.notation.latlon import E7, LatLon, PositionRefused

HERE = LatLon(185_020_500, 117_414_444)


@pytest.mark.parametrize(
    "text",
    [
        "18.50205, 11.7414444",
        "18.50205,11.7414444",
        "18.50205 11.7414444",
        "18.50205;11.7414444",
        "+18.50205 +11.7414444",
        "18,50205 11,7414444",
        "18,50205, 11,7414444",
        "18,50205; 11,7414444",
        "18.50205N 11.7414444E",
        "18.50205 N, 11.7414444 E",
        "N18.50205 E11.7414444",
        "N 18.50205 E 11.7414444",
        "11.7414444E 18.50205N",
        "18.50205°N 11.7414444°E",
        "18°30.123'N 11°44.486664'E",
        "18 30.123 N 11 44.486664 E",
        "N18 30.123 E11 44.486664",
        "18°30'07.38\"N 11°44'29.19984\"E",
        "18° 30′ 07.38″ N, 11° 44′ 29.19984″ E",
        "18 30 07.38 11 44 29.19984",
        "18 30 07,38 N 11 44 29,19984 E",
        "١٨.٥٠٢٠٥, ١١.٧٤١٤٤٤٤",
    ],
)
def test_every_way_to_write_one_position(text: str) -> None:
    assert latlon.parse(text) == HERE


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("-18.5, -11.25", -185_000_000, -112_500_000),
        ("18.5S 11.25W", -185_000_000, -112_500_000),
        ("18.5S 11.25O", -185_000_000, -112_500_000),
        ("−18.5 11.25", -185_000_000, 112_500_000),
        ("18 11", 180_000_000, 110_000_000),
        ("18,11", 180_000_000, 110_000_000),
        ("0 0", 0, 0),
        ("-90, 180", -900_000_000, 1_800_000_000),
        ("-0 30 00 N 11 E", 0, 0),
    ],
)
def test_signs_letters_and_limits(text: str, lat: int, lon: int) -> None:
    if text.startswith("-0"):
        with pytest.raises(PositionRefused):
            latlon.parse(text)
        return
    assert latlon.parse(text) == LatLon(lat, lon)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "notation.position"),
        ("18.5", "notation.position"),
        ("Adoum", "notation.position"),
        ("18.5N 11.7N", "notation.position"),
        ("18.5N 11.7", "notation.position"),
        ("-18.5S 11.7E", "notation.position"),
        ("N18.5N E11.7", "notation.position"),
        ("18.5, 11.7, 3", "notation.position"),
        ("18.5 30 07 N 11 44 29 E", "notation.position"),
        ("1" * 65, "notation.position"),
        ("90.0000001 0", "notation.position-range"),
        ("0 180.1", "notation.position-range"),
        ("18 60 00 N 11 00 00 E", "notation.position-range"),
        ("18 00 60 N 11 00 00 E", "notation.position-range"),
    ],
)
def test_what_is_wrong_is_said(text: str, code: str) -> None:
    with pytest.raises(PositionRefused) as refused:
        latlon.parse(text)
    assert refused.value.code == code


def test_decimal_text_is_cut_off() -> None:
    point = LatLon(-185_020_599, 117_999_999)
    assert latlon.format_degrees(point) == "-18.50205, 11.79999"
    assert latlon.format_degrees(point, 7) == "-18.5020599, 11.7999999"
    assert latlon.format_degrees(point, 0) == "-18, 11"
    with pytest.raises(ValueError, match="decimals"):
        latlon.format_degrees(point, 8)


def test_degrees_minutes_and_seconds() -> None:
    assert latlon.format_dms(HERE) == "18°30'07.38\"N 11°44'29.19\"E"
    assert latlon.format_dms(LatLon(-1, -1)) == "00°00'00.00\"S 00°00'00.00\"W"


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        # A degree along the equator and along the meridian, from the ellipsoid's axes.
        (LatLon(0, 0), LatLon(0, E7), 111_319),
        (LatLon(0, 0), LatLon(E7, 0), 110_574),
        # The pair of T. Vincenty's survey review, Flinders Peak to Buninyong.
        (LatLon(-379_510_334, 1_444_248_679), LatLon(-376_528_211, 1_439_264_955), 54_972),
        (LatLon(0, 1_799_999_999), LatLon(0, -1_799_999_999), 0),
    ],
)
def test_distances(a: LatLon, b: LatLon, metres: int) -> None:
    assert abs(latlon.distance_m(a, b) - metres) <= metres * 0.001
    assert latlon.distance_m(a, b) == latlon.distance_m(b, a)


def test_a_quarter_of_the_world() -> None:
    assert abs(latlon.distance_m(LatLon(0, 0), LatLon(90 * E7, 0)) - 10_001_966) < 60_000


def test_computed_longitudes_wrap() -> None:
    assert latlon.from_degrees(1, 181) == LatLon(E7, -179 * E7)
    assert latlon.from_degrees(1, 180) == LatLon(E7, 180 * E7)
    assert latlon.from_degrees(1, -180.5) == LatLon(E7, 1_795_000_000)
