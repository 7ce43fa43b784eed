"""Which waiting events and photo pieces go together into a frame. Nothing here is stored."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.event.chain import Event
from fieldapp.event.receipt import PIECE_GRAIN
from fieldapp.photos.previews import PREVIEW_BYTES
from fieldapp.store.blobs import PhotoWaiting
from fieldapp.units import KIB, MIB, Sha256
from sync.body import EventsBody, encode_body
from sync.field.machine import request_budget
from sync.field.spool import Rank
from sync.limits import EVENTS_PER_FRAME, INFLATED_BYTES, PIECE_BYTES

SEAL_OVERHEAD = 65
"""Bytes that sealing for the radio adds: 17 of head, 48 of key exchange and check."""
FAST_LINK = 1200
"""Bytes a second (9.6 kbit/s) from which originals go without being asked for."""
PIECES_IN_SPOOL = 64 * MIB
"""Originals are copied into the spool up to this much at once; the rest follows."""
_TEXT_LIMIT = INFLATED_BYTES - 64 * KIB


@dataclass(frozen=True, slots=True)
class PiecePlan:
    """A stretch of a photo for one frame.

    Args:
        sha: the photo.
        offset: where it begins, a multiple of 4096.
        length: bytes.
        rank: when it is sent.
    """

    sha: Sha256
    offset: int
    length: int
    rank: Rank


def text_rank(precedence: int) -> Rank:
    """The rank of an event's frame; ``precedence`` is 0 flash to 3 routine."""
    return Rank(Rank.FLASH + _class(precedence))


def batches(events: Sequence[Event], rank: Rank, rate: int) -> Iterator[tuple[Event, ...]]:
    """Events of one stream, in rising order, cut into what one frame holds.

    A flash stands alone. Others share a frame as long as it stays within 25 seconds of a link
    of ``rate`` bytes a second and 64 KiB; a single event may be larger.
    """
    rest = list(events)
    while rest:
        count = 1 if rank <= Rank.FLASH else _fitting(rest, request_budget(rate))
        yield tuple(rest[:count])
        rest = rest[count:]


def sealed_size(events: Sequence[Event]) -> int:
    """Bytes of the frame that would hold these events of one stream."""
    body = EventsBody(events[0].head.stream, tuple(events))
    return len(encode_body(body)) + SEAL_OVERHEAD


def pieces(
    photos: Sequence[PhotoWaiting],
    under_way: Mapping[Sha256, Collection[int]],
    *,
    rate: int,
    originals: bool,
    room: int,
) -> Iterator[PiecePlan]:
    """What of the photos is neither at HQ nor in a frame.

    Args:
        photos: in the order of sending.
        under_way: photo to the offsets of 4 KiB grains that frames hold already.
        rate: bytes a second of the link.
        originals: also large files, whatever the link.
        room: bytes of large files that may still be spooled.
    """
    grain_count = round(request_budget(rate) / PIECE_GRAIN)
    length = min(PIECE_BYTES, max(1, grain_count) * PIECE_GRAIN)
    for photo in photos:
        small = photo.size <= PREVIEW_BYTES
        if not small and not originals and rate < FAST_LINK:
            continue
        for offset, size in _gaps(photo, under_way.get(photo.sha, ()), length):
            if not small:
                if room < size:
                    break
                room -= size
            yield PiecePlan(photo.sha, offset, size, _photo_rank(photo, small))


def grains(offset: int, length: int) -> range:
    """Offsets of the 4 KiB grains in a stretch."""
    return range(offset, offset + length, PIECE_GRAIN)


def _fitting(events: Sequence[Event], budget: int) -> int:
    """How many of the first events fit; at least one."""
    most, text = 0, 0
    for event in events[:EVENTS_PER_FRAME]:
        text += event.head.length + 64
        if most and text > _TEXT_LIMIT:
            break
        most += 1
    upper = 1
    while upper < most and sealed_size(events[:upper]) <= budget:
        upper = min(most, upper * 2)
    counts = range(1, upper + 1)
    return max(1, bisect_right(counts, budget, key=lambda n: sealed_size(events[:n])))


def _photo_rank(photo: PhotoWaiting, small: bool) -> Rank:
    """Whatever is no larger than a preview goes like one."""
    if small:
        return Rank(Rank.PREVIEW_FLASH + _class(photo.precedence))
    return Rank.PHOTO_URGENT if photo.precedence <= 1 else Rank.PHOTO


def _class(precedence: int) -> int:
    return min(max(precedence, 0), 3)


def _gaps(
    photo: PhotoWaiting, under_way: Collection[int], length: int
) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``length`` bytes that are missing at HQ and in no frame."""
    start: int | None = None
    for offset in grains(0, photo.size):
        wanted = offset not in under_way and not photo.state.held(offset)
        if start is not None and (not wanted or offset - start >= length):
            yield start, offset - start
            start = None
        if wanted and start is None:
            start = offset
    if start is not None:
        yield start, photo.size - start
