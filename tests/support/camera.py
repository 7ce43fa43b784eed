"""Photos as cameras write them: full of what the person never saw."""

import struct
import zlib

GPS = (12.5, -3.25)
"""Where every photo of these says it was taken."""


def large_photo(size: int) -> bytes:
    """A JPEG of about so many bytes, all of them in its picture."""
    frame = segment(0xC0, b"\x08\0\x10\0\x10\x01\x01\x11\0")
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0")
    return b"\xff\xd8" + frame + scan + bytes(size) + b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(order: str, orientation: int, words: bytes, gps: tuple[float, float] = GPS) -> bytes:
    """Exif with orientation, a maker's words, a position, and a preview behind it."""
    entry = f"{order}HHI"
    data = struct.pack("<2sH" if order == "<" else ">2sH", b"II" if order == "<" else b"MM", 42)
    data += struct.pack(f"{order}I", 8)
    gps_at, words_at = 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 4 * 12 + 4 + 48
    data += struct.pack(f"{order}H", 3)
    data += struct.pack(f"{entry}I", 0x010E, 2, len(words), words_at)
    data += struct.pack(f"{entry}HH", 0x0112, 3, 1, orientation, 0)
    data += struct.pack(f"{entry}I", 0x8825, 4, 1, gps_at)
    data += bytes(4)
    numbers_at = gps_at + 2 + 4 * 12 + 4
    data += struct.pack(f"{order}H", 4)
    for at, (tag, value, sides) in enumerate(((1, gps[0], b"NS"), (3, gps[1], b"EW"))):
        side = sides[1:] if value < 0 else sides[:1]
        data += struct.pack(f"{entry}4s", tag, 2, 2, side)
        data += struct.pack(f"{entry}I", tag + 1, 5, 3, numbers_at + 24 * at)
    data += bytes(4)
    for value in gps:
        whole, rest = divmod(abs(value), 1)
        data += struct.pack(f"{order}6I", int(whole), 1, int(rest * 60), 1, 0, 100)
    preview = b"\xff\xd8" + words + b"\xff\xd9"
    return b"Exif\0\0" + data + words + preview


def with_everything(jpeg: bytes, words: bytes, orientation: int = 6, order: str = "<") -> bytes:
    """A plain JPEG with words in every place that a camera or a program writes to."""
    assert jpeg.startswith(b"\xff\xd8")
    assert jpeg.endswith(b"\xff\xd9")
    beside = (
        segment(0xE1, exif(order, orientation, words)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + words),
        segment(0xE2, b"ICC_PROFILE\0\1\1" + words),
        segment(0xE2, b"MPF\0" + words),
        segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04" + words),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + words),
        segment(0xE7, words),
        segment(0xFE, words),
    )
    return b"\xff\xd8" + b"".join(beside) + jpeg[2:] + words + jpeg


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png_with_everything(png: bytes, words: bytes) -> bytes:
    """A plain PNG with words in every chunk for words."""
    head, rest = png[:33], png[33:]
    beside = (
        chunk(b"tEXt", b"Comment\0" + words),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(words)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + words),
        chunk(b"eXIf", exif("<", 1, words)[6:]),
        chunk(b"iCCP", words + b"\0\0" + zlib.compress(words)),
        chunk(b"tIME", b"\x07\xea\x0b\x19\x0c\0\0"),
        chunk(b"prVt", words),
    )
    return head + b"".join(beside) + rest + words
