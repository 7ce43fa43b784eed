"""A photo is kept without what was written beside the picture, and the picture stays as it is."""

import struct
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.errors import FieldError
from fieldapp.photos.cleaning import MAX_PIXELS, clean_photo
from fieldapp.photos.errors import PhotoDamaged, PhotoKind, PhotoTooLarge
from fieldapp.photos.exif import Facts, orientation_alone, read_facts
from tests.support.camera import GPS, chunk, exif, png_with_everything, segment, with_everything
from tests.support.window import photo

WORDS = b"kanarienvogel was here"
SOF = segment(0xC0, b"\x08\0\x10\0\x10\x01\x01\x11\0")
SOS = segment(0xDA, b"\x01\x01\0\0\x3f\0")
DATA = Random(1).randbytes(3000).replace(b"\xff", b"\xff\0") + b"\xff\xd0" + b"more"


def tiny(*beside: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(beside) + SOF + SOS + DATA + b"\xff\xd9"


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_only_picture_and_orientation_are_left(order: str, orientation: int) -> None:
    found = clean_photo(with_everything(tiny(), WORDS, orientation, order))
    assert WORDS not in found.content
    assert b"GPS" not in found.content
    assert found.mime == "image/jpeg"
    upright = segment(0xE1, b"Exif\0\0" + orientation_alone(orientation))
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    beside = (adobe,) if orientation == 1 else (upright, adobe)
    assert found.content == tiny(*beside), "bit for bit"
    assert clean_photo(found.content).content == found.content
    assert found.position == pytest.approx(GPS)
    assert clean_photo(found.content).position is None
    assert read_facts(orientation_alone(orientation)) == Facts(orientation)


def test_a_real_photo_is_the_same_picture() -> None:
    plain = photo(3).content
    dirty = with_everything(plain, WORDS, orientation=1)
    found = clean_photo(dirty)
    assert WORDS not in found.content
    tables = plain[plain.index(b"\xff\xdb") :]
    assert found.content.endswith(tables)
    assert clean_photo(plain).content == plain


def test_the_thumbnail_in_jfif_goes() -> None:
    jfif = segment(0xE0, b"JFIF\0\1\1\1\0\x48\0\x48\x02\x02" + WORDS)
    found = clean_photo(tiny(jfif, segment(0xE0, b"JFXX\0\x10" + WORDS)))
    assert found.content == tiny(segment(0xE0, b"JFIF\0\1\1\1\0\x48\0\x48\0\0"))


def test_what_follows_the_end_goes_and_several_scans_stay() -> None:
    tables = segment(0xC4, b"\0" * 20)
    progressive = b"\xff\xd8" + SOF + SOS + DATA + tables + SOS + DATA + b"\xff\xd9"
    assert clean_photo(progressive + b"\xff\xd8film" + WORDS).content == progressive


def test_a_photo_whose_end_is_missing_is_taken_as_far_as_it_goes() -> None:
    whole = tiny()
    for end in (len(whole) - 2, len(whole) - 1, len(whole) - 700):
        assert whole.startswith(clean_photo(whole[:end]).content)


def test_png_keeps_only_what_is_needed_to_draw() -> None:
    lines = b"\0" + bytes(3) * 2
    plain = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(lines * 2))
        + chunk(b"IEND", b"")
    )
    found = clean_photo(png_with_everything(plain, WORDS))
    assert (found.content, found.mime) == (plain, "image/png")
    assert clean_photo(plain).content == plain
    for broken in (plain[:-1], plain[:30], plain[:8] + plain[33:], plain[:60] + b"x" + plain[61:]):
        with pytest.raises(PhotoDamaged):
            clean_photo(broken)


@pytest.mark.parametrize(
    "head",
    [b"", b"II*\0", b"GIF89a", b"RIFF....WEBP", b"\0\0\0\x18ftypheic", b"BM", b"%PDF", b"<svg"],
)
def test_other_kinds_are_refused(head: bytes) -> None:
    with pytest.raises(PhotoKind):
        clean_photo(head + bytes(100))


def test_no_picture_is_no_photo() -> None:
    no_size = segment(0xC0, b"\x08\0\0\0\x10\x01\x01\x11\0")
    for broken in (b"\xff\xd8", b"\xff\xd8\xff\xd9", tiny()[:20], b"\xff\xd8" + SOS[:4] + b"\0"):
        with pytest.raises(PhotoDamaged):
            clean_photo(broken)
    with pytest.raises(PhotoDamaged):
        clean_photo(tiny(no_size))
    with pytest.raises(PhotoDamaged):
        clean_photo(tiny(b"junk"))


def test_too_many_pixels_are_refused_before_anybody_opens_them() -> None:
    def of(height: int, width: int) -> bytes:
        return tiny(segment(0xC2, b"\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\0"))

    side = MAX_PIXELS // 10_000
    clean_photo(of(side, 10_000))
    with pytest.raises(PhotoTooLarge):
        clean_photo(of(side + 1, 10_000))
    bomb = chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0))
    with pytest.raises(PhotoTooLarge):
        clean_photo(b"\x89PNG\r\n\x1a\n" + bomb)


@pytest.mark.parametrize(
    ("gps", "read"),
    [((-33.5, 18.75), (-33.5, 18.75)), ((91, 0), None), ((0, 181), None), ((0, 0), (0, 0))],
)
def test_positions(gps: tuple[float, float], read: tuple[float, float] | None) -> None:
    found = read_facts(exif(">", 1, WORDS, gps)[6:]).position
    assert found == (None if read is None else pytest.approx(read))


@settings(max_examples=300)
@given(st.data())
def test_hostile_bytes_end_in_a_refusal_or_in_a_photo(data: st.DataObject) -> None:
    """Flipped, cut and mixed: no other error, and nothing that was beside the picture."""
    dirty = bytearray(with_everything(tiny(), WORDS))
    for _ in range(data.draw(st.integers(0, 4))):
        dirty[data.draw(st.integers(0, len(dirty) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(dirty[: data.draw(st.integers(0, len(dirty)))])
    try:
        found = clean_photo(cut)
    except FieldError:
        return
    assert len(found.content) <= len(cut) + 40


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_hostile_exif_is_no_fact(tail: bytes) -> None:
    for head in (b"II*\0", b"MM\0*"):
        assert read_facts(head + tail).orientation in range(1, 9)
