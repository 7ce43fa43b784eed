"""Bundles at HQ: what couriers bring, and what they take back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.units import MIB, StreamId
from sync.body import ReceiptsBody
from sync.bundle import read_bundle, write_bundle
from sync.errors import BadBundle, OtherMission
from sync.frame import Address, SuiteId, seal
from sync.hq import receipts
from sync.hq.app import Hq
from sync.hq.log import inbox_page
from sync.hq.store import HqTx, StreamRow, StreamState
from sync.limits import DAMAGED_PER_BUNDLE

_BATCH_FRAMES = 64
_BATCH_BYTES = 1 * MIB
_PASSES = 4
"""A stick may hold events before their request to be let in, and pieces before their events."""
_LATER = frozenset({403, 409})
_DAMAGED = 400
_INBOX_BYTES = 1 * MIB


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a bundle.

    Args:
        frames: whole frames found.
        whole: the copy was not cut short.
        answers: number of frames by answer (200 stored, 202 kept until HQ lets the laptop in,
            others refused, see ``sync/PROTOCOL.md``).
    """

    frames: int
    whole: bool
    answers: dict[int, int]


def import_bundle(hq: Hq, path: Path) -> Imported:
    """Takes in every whole frame of a bundle; doing it twice is harmless.

    Raises:
        BadBundle: the file is no bundle, or too much of it is damaged; what was whole is taken.
        OtherMission: nothing in it is for this HQ.
        OSError: it cannot be read.
    """
    ingest = hq.ingest()
    answers: dict[int, int] = {}
    damaged = 0

    def one_pass(wanted: frozenset[int] | None) -> tuple[int, bool]:
        batch: list[tuple[int, bytes]] = []
        at = 0

        def flush() -> None:
            nonlocal damaged
            outcomes = ingest.take([frame for _, frame in batch])
            for (number, _), outcome in zip(batch, outcomes, strict=True):
                answers[number] = outcome.code
            batch.clear()
            damaged += sum(outcome.code == _DAMAGED for outcome in outcomes)
            if damaged > DAMAGED_PER_BUNDLE:  # step 5
                raise BadBundle(detail="damaged packets")

        def take(frame: bytes) -> None:
            nonlocal at
            if wanted is None or at in wanted:
                batch.append((at, frame))
                size = sum(len(one) for _, one in batch)
                if len(batch) >= _BATCH_FRAMES or size >= _BATCH_BYTES:
                    flush()
            at += 1

        found = read_bundle(path, take)
        flush()
        return found.frames, found.whole

    frames, whole = one_pass(None)
    for _ in range(_PASSES - 1):
        again = frozenset(number for number, code in answers.items() if code in _LATER)
        if not again:
            break
        one_pass(again)
        if again == {number for number, code in answers.items() if code in _LATER}:
            break
    if frames and set(answers.values()) == {404}:
        raise OtherMission()
    return Imported(frames, whole, dict(sorted(Counter(answers.values()).items())))


def export_bundle(hq: Hq, path: Path, streams: Sequence[StreamId] = ()) -> int:
    """Writes receipts and everything due to each person, sealed to them alone.

    Args:
        hq: an open HQ.
        path: the file to write.
        streams: for whom; everyone when empty.

    Returns:
        The number of frames.

    Raises:
        TargetTaken, TargetInside: ``path`` is no place for a bundle.
        OSError: the medium is full or gone; ``path`` is as it was.
    """
    with hq.store.reading() as tx:
        rows = [
            row
            for row in tx.streams.all()
            if row.state is not StreamState.PENDING and (not streams or row.stream in streams)
        ]
        return write_bundle(path, _frames(hq, tx, rows), hq.home)


def _frames(hq: Hq, tx: HqTx, rows: Sequence[StreamRow]) -> Iterator[bytes]:
    for row in rows:
        address = Address(SuiteId.RADIO, row.inbox)
        receipt = receipts.for_courier(tx, row, hq.clock, hq.keys.receipt)
        yield seal(ReceiptsBody((receipt,)), address)
        after, last = 0, tx.events.last()
        while after < last:
            page = inbox_page(tx, row, hq.keys.admin.stream, after, _INBOX_BYTES)
            yield from page.frames
            after = page.next
