"""What a receiver says is taken when it is whole, and passed over when it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.notation import grid
from fieldapp.notation.nmea import MAX_PIECE, Fix, Sentences, read_sentence

GGA = "GPGGA,102345.00,1830.12300,N,01144.48636,E,1,08,0.9,545.4,M,46.9,M,,"
RMC = "GNRMC,102345.00,A,1830.12300,S,01144.48636,W,0.4,084.4,061126,,,A"


def sentence(body: str) -> bytes:
    total = 0
    for byte in body.encode():
        total ^= byte
    return f"${body}*{total:02X}".encode()


def test_a_position_with_its_precision() -> None:
    fix = read_sentence(sentence(GGA))
    assert fix is not None
    assert (fix.position.lat_e7, fix.position.lon_e7) == (185020500, 117414393)
    assert (fix.hdop, fix.satellites, fix.error_m, fix.digits) == (0.9, 8, 4, 8)
    assert grid.from_lat_lon(fix.position, fix.digits).text.startswith("32Q")


def test_a_position_alone_in_the_south_west() -> None:
    fix = read_sentence(sentence(RMC))
    assert fix is not None
    assert (fix.position.lat_e7, fix.position.lon_e7) == (-185020500, -117414393)
    assert (fix.hdop, fix.digits) == (None, 6)


def test_a_sentence_of_the_standard_is_read() -> None:
    known = b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47"
    fix = read_sentence(known)
    assert fix is not None
    assert fix.position.lat_e7 == 481173000


@pytest.mark.parametrize(
    ("hdop", "digits"), [("0.5", 8), ("2.0", 8), ("2.3", 6), ("20.0", 6), ("25.0", 4), ("", 6)]
)
def test_the_grid_is_no_finer_than_the_measurement(hdop: str, digits: int) -> None:
    fix = read_sentence(sentence(GGA.replace(",0.9,", f",{hdop},")))
    assert fix is not None
    assert fix.digits == digits


@pytest.mark.parametrize(
    "body",
    [
        GGA.replace(",E,1,", ",E,0,"),
        GGA.replace(",E,1,", ",E,6,"),
        GGA.replace(",E,1,", ",E,7,"),
        GGA.replace("1830.12300", "9130.12300"),
        GGA.replace("1830.12300", "1860.12300"),
        GGA.replace("1830.12300", ""),
        GGA.replace("01144.48636", "18100.00000"),
        GGA.replace(",N,", ",X,"),
        GGA + ",",
        GGA[:-1],
        GGA.replace("GPGGA", "GPGSA"),
        RMC.replace(",A,18", ",V,18"),
        RMC[:-1] + "N",
        RMC[:-1] + "E",
    ],
)
def test_what_is_no_position_measured_now_is_none(body: str) -> None:
    assert read_sentence(sentence(body)) is None


@given(st.integers(0, len(GGA) + 3), st.integers(1, 255))
def test_one_wrong_byte_is_noticed(at: int, bits: int) -> None:
    whole = bytearray(sentence(GGA))
    whole[at] ^= bits
    fix = read_sentence(bytes(whole))
    # The checksum's own letters may be written small.
    assert fix is None or bytes(whole).upper() == sentence(GGA).upper()


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_garbage_is_passed_over(pieces: list[bytes]) -> None:
    sentences = Sentences()
    for piece in pieces:
        sentences.feed(piece)
    assert sentences.feed(b"\r\n" + sentence(GGA) + b"\r\n")[-1].hdop == 0.9


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_pieces_of_any_size_make_the_same_sentences(sizes: list[int]) -> None:
    line = (sentence(GGA) + b"\r\n" + sentence(RMC) + b"\r\n") * 3
    sentences, found, at = Sentences(), list[Fix](), 0
    for size in [*sizes, len(line)]:
        found += sentences.feed(line[at : at + size])
        at += size
    assert [fix.hdop for fix in found] == [0.9, None] * 3


def test_a_line_without_end_takes_no_room() -> None:
    sentences = Sentences()
    for _ in range(3):
        assert sentences.feed(b"$" * (2 * MAX_PIECE)) == []
    assert len(sentences._rest) < 100


def test_a_sentence_cut_off_by_the_next_is_lost_alone() -> None:
    found = Sentences().feed(sentence(GGA)[:30] + sentence(RMC) + b"\r\n")
    assert [fix.hdop for fix in found] == [None]
