"""Taking everything but the picture out of a photo, without touching the picture itself.

What is kept is named here, so that nothing unknown passes: of JPEG (ITU-T T.81) the segments that a
decoder needs, of PNG (ISO/IEC 15948) the chunks. Exif, XMP, IPTC, comments, previews, maker notes,
colour profiles, and whatever follows the picture's end are left behind.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.photos.errors import PhotoDamaged, PhotoKind, PhotoTooLarge
from fieldapp.photos.exif import UPRIGHT, Facts, orientation_alone, read_facts

MAX_PIXELS = 50_000_000
"""Pixels of one photo; more would need over 200 MB to open."""

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDD})
"""DHT, DAC, DQT, DRI"""
_JFIF, _EXIF, _ADOBE, _SOS, _EOI = 0xE0, 0xE1, 0xEE, 0xDA, 0xD9
_EXIF_HEAD = b"Exif\0\0"
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A photo without anything that its maker did not see in it.

    Args:
        content: the file.
        mime: its media type.
        position: where the camera said that it was, degrees north and east, or None. Offered to
            the person; it is in no byte of ``content``.
    """

    content: bytes
    mime: str
    position: tuple[float, float] | None = None


def clean_photo(content: bytes) -> CleanPhoto:
    """The photo alone; one that is clean already comes back as it is.

    Raises:
        PhotoKind: neither JPEG nor PNG.
        PhotoDamaged: no picture begins in it.
        PhotoTooLarge: more than 50 million pixels.
    """
    if content.startswith(_JPEG):
        return _clean_jpeg(content)
    if content.startswith(_PNG):
        return _clean_png(content)
    raise PhotoKind()


def _clean_jpeg(content: bytes) -> CleanPhoto:
    parts, facts, begun = [_JPEG], Facts(), False
    for marker, body, whole in _segments(content):
        if marker == _EXIF and body.startswith(_EXIF_HEAD) and facts == Facts():
            facts = read_facts(body[len(_EXIF_HEAD) :])
        elif marker == _JFIF and body.startswith(b"JFIF\0") and len(body) >= 14:
            # Its thumbnail stays behind.
            parts.append(_segment(_JFIF, body[:12] + b"\0\0"))
        elif marker == _ADOBE and body.startswith(b"Adobe"):
            parts.append(_segment(_ADOBE, body[:12]))
        elif marker in _SOF:
            if len(body) < 5:
                raise PhotoDamaged(detail="frame")
            _check_pixels(*struct.unpack_from(">HH", body, 1))
            parts.append(whole)
        elif marker in _TABLES or marker in (_SOS, _EOI):
            begun = begun or marker == _SOS
            parts.append(whole)
    if not begun:
        raise PhotoDamaged(detail="no scan")
    if facts.orientation != UPRIGHT:
        head = 2 if parts[1][1] == _JFIF else 1
        parts.insert(head, _segment(_EXIF, _EXIF_HEAD + orientation_alone(facts.orientation)))
    return CleanPhoto(b"".join(parts), "image/jpeg", facts.position)


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, body and all bytes of each segment up to the picture's end; scans with their data.

    A photo whose end was cut off ends where its bytes end.
    """
    at = len(_JPEG)
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 4 > len(content) and content[at : at + 2] != b"\xff\xd9":
            return
        if content[at] != 0xFF:
            raise PhotoDamaged(detail="no marker")
        marker = content[at + 1]
        if marker == _EOI:
            yield _EOI, b"", content[at : at + 2]
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(content):
            raise PhotoDamaged(detail="segment")
        body = content[at + 4 : end]
        if marker == _SOS:
            found = _MARKER.search(content, end)
            end = len(content) if found is None else found.start()
        yield marker, body, content[at:end]
        at = end


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _clean_png(content: bytes) -> CleanPhoto:
    parts, at, kind = [_PNG], len(_PNG), b""
    while kind != b"IEND":
        head = content[at : at + 8]
        end = at + 12 + int.from_bytes(head[:4], "big")
        if len(head) < 8 or end > len(content):
            raise PhotoDamaged(detail="chunk")
        kind = head[4:]
        if (kind == b"IHDR") != (len(parts) == 1):
            raise PhotoDamaged(detail="order")
        if kind == b"IHDR":
            _check_pixels(*struct.unpack_from(">II", content.ljust(at + 16), at + 8))
        if kind in _CHUNKS:
            if zlib.crc32(content[at + 4 : end - 4]).to_bytes(4, "big") != content[end - 4 : end]:
                raise PhotoDamaged(detail="sum")
            parts.append(content[at:end])
        at = end
    return CleanPhoto(b"".join(parts), "image/png")


def _check_pixels(height: int, width: int) -> None:
    if not height * width:
        raise PhotoDamaged(detail="size")
    if height * width > MAX_PIXELS:
        raise PhotoTooLarge(detail=f"{width} x {height}")
