"""What HQ says it holds: the values of a receipt, without its signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.units import EventId, Sha256, StreamId, UtcMillis

PIECE_GRAIN = 4096
"""Pieces of photos begin at multiples of this, so that one bit says whether a stretch is held."""


@dataclass(frozen=True, slots=True)
class PhotoState:
    """What HQ holds of one photo.

    Args:
        complete: all of it, its hash checked.
        have: bit i (lowest first in each byte) says that bytes i*4096 and on are held.
    """

    complete: bool
    have: bytes = b""

    def held(self, offset: int) -> bool:
        """Whether the stretch that begins at ``offset`` (a multiple of 4096) is held."""
        at = offset // PIECE_GRAIN
        return self.complete or (
            at // 8 < len(self.have) and bool(self.have[at // 8] >> (at % 8) & 1)
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """HQ has durably stored every event below ``upto`` of the stream, and those in ``beyond``.

    Args:
        epoch: rises when HQ was restored from a backup; a lower one is out of date.
        stream: the stream spoken of.
        upto: number of events held without a gap.
        head: id of event ``upto - 1``; 32 zero bytes when none is held.
        beyond: ids held after the first gap.
        forked: HQ holds two different events with one number.
        t: HQ's clock.
        photos: state of each photo asked about.
        held: ids stored whose content HQ could not accept; a person looks at them.
    """

    epoch: int
    stream: StreamId
    upto: int
    head: EventId
    beyond: tuple[EventId, ...] = ()
    forked: bool = False
    t: UtcMillis = field(default=UtcMillis(0))
    photos: Mapping[Sha256, PhotoState] = field(default_factory=dict)
    held: tuple[EventId, ...] = ()
