"""Appending checked events to the log: steps 6 to 8 of ``sync/PROTOCOL.md``."""

from collections.abc import Sequence
from dataclasses import replace

from fieldapp.units import UtcMillis
from sync.hq import photos, projections
from sync.hq.opening import BrokenLimit, Judged
from sync.hq.store import HqTx, StreamRow, Verdict
from sync.limits import STREAM_BACKLOG


def append(tx: HqTx, row: StreamRow, events: Sequence[Judged], received: UtcMillis) -> StreamRow:
    """Appends what is new of one stream, in the order given, gaps allowed.

    Args:
        tx: a writing transaction.
        row: the stream as it stands.
        events: its events, signatures checked.
        received: HQ's clock.

    Returns:
        The stream as it stands afterwards; it is stored.

    Raises:
        BrokenLimit: an event is too far ahead of what is held; nothing was appended.
    """
    floor = row.upto if row.good_upto is None else row.good_upto
    if any(judged.event.head.seq >= floor + STREAM_BACKLOG for judged in events):
        raise BrokenLimit(detail="too far ahead")
    forked = row.forked
    news = False
    for judged in events:
        present = tx.events.at(row.stream, judged.event.head.seq)
        if any(known == judged.event.id for known, _ in present):
            continue  # step 6: the same event again changes nothing
        # Step 6: another event with this number is kept beside the first, and the stream marked.
        forked = forked or bool(present)
        news = True
        _add(tx, row, judged, received)
    if not news:
        return row
    after = _advance(tx, replace(row, forked=forked))
    tx.streams.put(after)
    return after


def _add(tx: HqTx, row: StreamRow, judged: Judged, received: UtcMillis) -> None:
    verdict = Verdict.ACCEPTED if judged.readable else Verdict.HELD
    if row.good_upto is not None and judged.event.head.seq >= row.good_upto:
        verdict = Verdict.QUARANTINED
    n = tx.events.add(judged.event, verdict, received)
    if verdict is not Verdict.QUARANTINED:
        for claim in judged.photos:  # step 7
            photos.announce(tx, row.stream, claim)
    if verdict is Verdict.ACCEPTED:
        projections.deliver(tx, row, judged.event, n)  # step 8


def _advance(tx: HqTx, row: StreamRow) -> StreamRow:
    """Moves ``upto`` over everything that now follows without a gap."""
    upto, head, forked = row.upto, row.head, row.forked
    while present := tx.events.at(row.stream, upto):
        following = next((known for known, prev in present if prev == head), None)
        if following is None:
            # The chain goes on from an event with the same number that is not here.
            forked = True
            break
        upto, head = upto + 1, following
    return replace(row, upto=upto, head=head, forked=forked)
