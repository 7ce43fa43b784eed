"""The small picture that goes before a photo: its bounds, and what an event says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.units import KIB, ByteCount, Sha256

PREVIEW_BYTES = 20 * KIB
"""The largest preview; a photo up to this size needs none."""
PREVIEW_SIDE = 480
"""Pixels of a preview's longer side."""
PREVIEW_MIME = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview as an event announces it: hash and size in bytes."""

    sha: Sha256
    size: ByteCount


def read_preview(item: Mapping[Any, Any]) -> Preview | None:
    """The preview that one of an event's ``files`` names; None without one, or in a wrong form."""
    match item.get("preview"):
        case {"sha": str() as text, "size": int() as size} if (
            size is not True and 0 < size <= PREVIEW_BYTES
        ):
            pass
        case _:
            return None
    try:
        sha = bytes.fromhex(text)
    except ValueError:
        return None
    return Preview(Sha256(sha), ByteCount(size)) if len(sha) == 32 else None
