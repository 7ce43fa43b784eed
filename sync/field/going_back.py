"""The newest copy of a store that cannot be opened, and what going back to it would cost."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.mission.profile import MissionProfile
from fieldapp.store import snapshots
from fieldapp.store.snapshots import Snapshot
from fieldapp.units import StreamId
from sync.errors import BadReceipt
from sync.field.spool import Spool
from sync.receipt import open_receipt


@dataclass(frozen=True, slots=True)
class Behind:
    """What a copy lacks, as far as it is known.

    Args:
        hq: records that HQ proved to hold.
        here: records that the store in place holds; what cannot be read is not counted.
    """

    hq: int
    here: int


def behind(home: Path, key: bytes, profile: MissionProfile, chosen: Snapshot) -> Behind:
    """How far a copy is behind HQ's signed word and behind the store in place."""
    places: Mapping[StreamId, int] = {}
    proved: dict[StreamId, int] = {}
    with suppress(FieldError):
        places, proved = snapshots.reached(home, key)
    for _, raw in Spool(home).receipts():
        with suppress(BadReceipt):
            receipt = open_receipt(raw, profile.receipt)
            proved[receipt.stream] = max(proved.get(receipt.stream, 0), receipt.upto)
    return Behind(_more(proved, chosen), _more(places, chosen))


def newest(home: Path, key: bytes) -> Snapshot | None:
    """The newest copy that this key opens, or None; its pages are checked when it is used."""
    return next(iter(snapshots.snapshots(home, key)), None)


def _more(reached: Mapping[StreamId, int], chosen: Snapshot) -> int:
    own = chosen.held.places
    return sum(max(0, upto - own.get(stream, 0)) for stream, upto in reached.items())
