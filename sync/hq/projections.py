"""What HQ itself must understand of the log: who is to be sent what, and who may write."""

from fieldapp.event.chain import Event
from fieldapp.event.kinds import REPORT_KINDS, ContentType, Kind
from fieldapp.mission.roster import Member, Revocation
from fieldapp.units import StreamId
from sync.hq.store import HqTx, LogRow, StreamRow, StreamState, Verdict

ANSWERING_KINDS = (Kind.REVIEW,)
"""Kinds that go back to the author of the report they speak about."""
_LINKS_FOLLOWED = 32


def deliver(tx: HqTx, row: StreamRow, event: Event, n: int) -> None:
    """Notes to whom an accepted event at position ``n`` is due.

    A verdict goes to the stream of the report it judges. One that arrived before its report,
    as can happen after a restore, becomes due when the report is there.
    """
    if event.head.kind in ANSWERING_KINDS and event.head.obj:
        report = tx.events.get(event.head.obj)
        if report is not None and _judges(row, report.event):
            tx.deliveries.add(n, report.event.head.stream, n)
    elif event.head.kind in REPORT_KINDS:
        for earlier in tx.events.about(event.id, ANSWERING_KINDS):
            if _by_officer(tx, earlier, event):
                tx.deliveries.add(n, row.stream, earlier)


def due(
    tx: HqTx, row: StreamRow, everyone: StreamId, at: int, limit: int
) -> list[tuple[int, LogRow]]:
    """What is due to a person behind position ``at``: answers to reports, and HQ's own stream.

    Reports of streams that this one goes on from count as this person's.
    """
    streams = [row.stream]
    older = row.link
    while older is not None and older not in streams and len(streams) < _LINKS_FOLLOWED:
        streams.append(older)
        before = tx.streams.get(older)
        older = None if before is None else before.link
    return tx.deliveries.after(streams, everyone, at, limit)


def member_of(row: StreamRow, reason: str = "") -> Member:
    """An enrolled stream as the roster shows it; ``reason`` is why it was revoked."""
    gone = None if row.good_upto is None else Revocation(reason, row.good_upto)
    return Member(
        stream=row.stream,
        public=row.public,
        inbox=row.inbox,
        person=row.person,
        unit=row.unit,
        role=row.role,
        device=row.device,
        revoked=gone,
    )


def counts(tx: HqTx) -> dict[str, int]:
    """Figures for ``status``: people by state, events by verdict, photos."""
    rows = tx.streams.all()
    events = tx.events.counts()
    announced, complete = tx.blobs.counts()
    return {
        **{state.value: sum(row.state is state for row in rows) for state in StreamState},
        "forked": sum(row.forked for row in rows),
        "incomplete": sum(tx.events.highest(row.stream) >= row.upto for row in rows),
        "events": sum(events.values()),
        "held": events.get(Verdict.HELD, 0),
        "quarantined": events.get(Verdict.QUARANTINED, 0),
        "photos": announced,
        "photos_complete": complete,
    }


def _judges(row: StreamRow, report: Event) -> bool:
    return row.role.judges(protected=report.head.ctype == ContentType.PROTECTED)


def _by_officer(tx: HqTx, n: int, report: Event) -> bool:
    rows = tx.events.after(n - 1, 1)
    if not rows or rows[0].n != n or rows[0].verdict is not Verdict.ACCEPTED:
        return False
    author = tx.streams.get(rows[0].event.head.stream)
    return author is not None and _judges(author, report)
