"""The mirror: other people's events held here, each checked against HQ's roster before it is kept.

HQ's server can withhold events; it cannot forge one, because every desktop checks for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.event.chain import Event, check_author
from fieldapp.event.errors import BadEvent, BadPayload, BadSignature
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import stream_id
from fieldapp.mission.packs import PackNotice
from fieldapp.mission.roster import Role, additions, number_of, revocations
from fieldapp.store import projections, promised
from fieldapp.store.database import Store
from fieldapp.store.journal import EVENT_COLUMNS, insert_event, read_event
from fieldapp.units import EventId, StreamId, UtcMillis

_BARE = (
    "payload IS NULL AND own = 0 AND NOT EXISTS (SELECT 1 FROM stub WHERE stub.event = event.id)"
)
"""Only the header was sent so far: its content is for people of another role."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event from HQ.

    Args:
        event: the event.
        n: its position in HQ's log, None where it came by another road.
        received: when HQ first had it, by its server's word, which nobody signed; or None.
    """

    event: Event
    n: int | None
    received: UtcMillis | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of arrivals.

    Args:
        new: events that were not held before, or of which only the header was.
        refused: events whose author or signature is not vouched for, or whose content was left
            out although it is for this desk; none of them was kept.
        roster: the roster changed.
        rolled_back: HQ holds an own event that this device does not; its stream was closed.
    """

    new: int
    refused: int
    roster: bool = False
    rolled_back: bool = False


def take(store: Store, arrivals: Sequence[Arrival], admin: bytes) -> Taken:
    """Checks and keeps arrivals in one transaction.

    Args:
        store: an open store.
        arrivals: events in HQ's order.
        admin: key of HQ's own stream.
    """
    new = refused = 0
    rolled_back = False
    touched: dict[EventId, None] = {}
    clocks: set[StreamId] = set()
    with store.write() as connection:
        taking = _Taking(store, admin)
        for arrival in arrivals:
            event = arrival.event
            if _known(store, event, arrival.n):
                continue
            if (event.payload is None and not taking.headers_alone) or not taking.vouched(event):
                refused += 1
                continue
            if event.head.stream in taking.own:
                connection.execute("UPDATE stream SET open = 0 WHERE id = ?", (event.head.stream,))
                rolled_back = True
            n, t = arrival.n, arrival.received
            if insert_event(store, event, own=False, hq_n=n, hq_t=t) or _fill(store, event):
                new += 1
                touched[event.report] = None
                if event.head.kind == Kind.CLOCK_NOTE:
                    clocks.add(event.head.stream)
                taking.after(event)
                if arrival.n is not None and taking.speaks_for_hq(event, Kind.DAILY_HEADS):
                    promised.note(store, event.content() or {})
        if taking.changed:
            touched.update(dict.fromkeys(_judged_reports(store)))
        projections.project_all(store, touched)
        for stream in clocks:
            projections.retime(store, stream)
    return Taken(new, refused, taking.changed, rolled_back)


def pack_notices(store: Store, admin: bytes) -> list[PackNotice]:
    """The packs of which HQ's own stream says that they are out, oldest first."""
    rows = store.rows(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.stream = ? AND e.kind = ? ORDER BY e.seq",
        (stream_id(admin), int(Kind.PACK)),
    )
    found = []
    for row in rows:
        try:
            notice = PackNotice.read(read_event(row).content() or {})
        except (BadEvent, BadPayload):
            continue
        if notice is not None:
            found.append(notice)
    return found


def works_here(store: Store, role: Role) -> bool:
    """Whether HQ let somebody of this role in on this desktop."""
    found = store.row(
        "SELECT 1 FROM person p JOIN stream s ON s.id = p.stream"
        " WHERE p.vouched = 1 AND p.role = ?",
        (role.value,),
    )
    return found is not None


def log_road(store: Store, stream: StreamId) -> str:
    """The road by which a person reads HQ's log: each role is shown another part of it."""
    row = store.row("SELECT role FROM person WHERE stream = ? AND vouched = 1", (stream,))
    special = row is not None and Role(row[0]) is Role.PROTECTION
    return f"log:{Role.PROTECTION.value}" if special else "log"


def cursor(store: Store, road: str) -> tuple[int, int]:
    """How far a road (see `log_road`, or ``inbox:<stream hex>``) was read: epoch and position."""
    row = store.row("SELECT epoch, n FROM cursor WHERE road = ?", (road,))
    return (0, 0) if row is None else (row[0], row[1])


def set_cursor(store: Store, road: str, epoch: int, n: int) -> None:
    """Notes how far a road was read; call it after what was read is kept."""
    with store.write() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO cursor(road, epoch, n) VALUES (?, ?, ?)", (road, epoch, n)
        )


class _Taking:
    """Whom we believe while arrivals are taken in."""

    def __init__(self, store: Store, admin: bytes) -> None:
        self._store = store
        self._admin = admin
        self._admin_stream = stream_id(admin)
        self._publics: dict[bytes, bytes | None] = {self._admin_stream: admin}
        self._number = projections.roster(store, self._admin_stream).number
        self.own = {row[0] for row in store.rows("SELECT id FROM stream")}
        # Anywhere else a row without content is one that HQ's server withholds.
        self.headers_alone = works_here(store, Role.PROTECTION)
        self.changed = False

    def vouched(self, event: Event) -> bool:
        public = self._public(event.head.stream)
        if public is None:
            return False
        try:
            check_author(event, public)
        except BadSignature:
            return False
        return True

    def speaks_for_hq(self, event: Event, kind: Kind) -> bool:
        """Whether this is HQ's own event of a kind."""
        return event.head.stream == self._admin_stream and event.head.kind == kind

    def after(self, event: Event) -> None:
        """Applies a roster event that was just kept."""
        if not self.speaks_for_hq(event, Kind.ROSTER):
            return
        try:
            content = event.content()
        except BadPayload:
            return
        if content is None or number_of(content) <= self._number:
            return
        self._number = number_of(content)
        self.changed = True
        self._publics = {self._admin_stream: self._admin}
        for member in additions(content):
            projections.put_person(self._store, member, vouched=True)
        for stream, gone in revocations(content):
            self._store.connection.execute(
                "UPDATE person SET good_upto = ?, reason = ? WHERE stream = ?",
                (gone.good_upto, gone.reason, stream),
            )

    def _public(self, stream: StreamId) -> bytes | None:
        if stream not in self._publics:
            row = self._store.row("SELECT public FROM person WHERE stream = ?", (stream,))
            self._publics[stream] = None if row is None else row[0]
        return self._publics[stream]


def _known(store: Store, event: Event, n: int | None) -> bool:
    """Whether the event brings nothing; notes HQ's position for one that came by another road."""
    row = store.row(
        f"SELECT n, hq_n, {_BARE} FROM event WHERE report = ? AND id = ?", (event.report, event.id)
    )
    if row is None:
        return False
    if n is not None and row[1] is None:
        store.connection.execute("UPDATE event SET hq_n = ? WHERE n = ?", (n, row[0]))
    return not row[2] or event.payload is None


def _fill(store: Store, event: Event) -> bool:
    """Puts the content to a header that came without; False when nothing is missing."""
    done = store.connection.execute(
        f"UPDATE event SET salt = ?, payload = ? WHERE report = ? AND id = ? AND {_BARE}",
        (event.salt, event.payload, event.report, event.id),
    )
    return done.rowcount == 1


def _judged_reports(store: Store) -> list[EventId]:
    """Reports with a verdict, which counts or not as the roster says."""
    rows = store.rows("SELECT DISTINCT report FROM event WHERE kind = ?", (int(Kind.REVIEW),))
    return [EventId(row[0]) for row in rows]
