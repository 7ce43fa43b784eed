"""Keeps the spool in step with the journal: seals what waits, clears away what HQ has.

Every run looks at what is there and does what is missing, so that it may be stopped anywhere and
simply run again. The journal notes a frame before its file is made, and a file goes before its
note: a frame without a file is made anew, a file without a note is sent and does no harm.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from fieldapp.changes import NOTHING, Changes
from fieldapp.clock import Clock, Entropy
from fieldapp.event.chain import Event
from fieldapp.mission.profile import MissionProfile
from fieldapp.store import blobs, journal
from fieldapp.store.database import Store
from fieldapp.store.journal import FrameUse, Pending
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis
from sync.body import EnrolBody, EventsBody, PieceBody
from sync.dictionaries import MIXED, NUMBERS
from sync.field import intake
from sync.field.config import mend_config
from sync.field.enrol import code_of, forget_code, request_code
from sync.field.errors import RefusedCheck, RefusedForm, RefusedVersion
from sync.field.machine import request_budget
from sync.field.sealing import (
    PIECES_IN_SPOOL,
    PiecePlan,
    batches,
    grains,
    pieces,
    sealed_size,
    text_rank,
)
from sync.field.spool import Rank, Shelf, Spool, frame_name, sent_after
from sync.frame import Address, SuiteId, seal

_KEPT_MILLIS = 24 * 3_600_000
"""After a day a frame that HQ kept is sent again, in case HQ lost it with a backup."""
_RELAYED_MILLIS = 3_600_000
"""Sooner once the person is let in: HQ has nothing to wait for then, and a relay may fail."""
_SPLIT = (RefusedForm.code, RefusedCheck.code)
"""Refusals that may be the fault of one event among several."""

_OLD_HQ = "wire.old-hq"
"""Setting: the newest dictionary of the version that HQ did not understand."""

_PIECES_AT_ONCE, _PIECES_AT_REST = 64, 256
"""Pieces sealed in one run: each costs three waits for the disk while commands wait behind."""


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs besides the store.

    Args:
        spool: the folder of frames.
        profile: the mission: whom to seal to and whose receipts to believe.
        clock: this laptop's clock.
        entropy: source of file names.
    """

    spool: Spool
    profile: MissionProfile
    clock: Clock
    entropy: Entropy

    def plan(
        self, store: Store, *, rate: int, merge: bool = False, originals: bool = False
    ) -> Changes:
        """Imports receipts, clears what they cover, seals what is in no frame; runs on the lane.

        Args:
            store: the open store.
            rate: bytes a second of the link as last measured.
            merge: also seals waiting text anew where fewer or fitter frames come of it.
            originals: also spools large files for a slow link.

        Raises:
            SpoolFull, SpoolDamaged: the journal is right; what is missing is made next time.
        """
        self.spool.prepare()
        self.spool.sweep(self.clock)
        seen = _Shelves.look(self.spool)
        changes = intake.import_receipts(store, self.spool, self.profile)
        run = _Run(self, store, seen, rate)
        run.mend_config()
        run.tidy()
        run.seal_text(merge)
        run.seal_photos(originals, _PIECES_AT_REST if merge else _PIECES_AT_ONCE)
        return changes | Changes(delivery=True) if run.moved else changes

    def retry_refused(self, store: Store) -> Changes:
        """Takes refused frames back, so that the next plan makes them anew."""
        names = self.spool.names(Shelf.PARKED)
        for name in names:
            self.spool.remove(name, Shelf.PARKED)
        journal.drop_frames(store, names)
        return Changes(delivery=True) if names else NOTHING


@dataclass(frozen=True, slots=True)
class _Shelves:
    """Where each frame stood before receipts were imported."""

    at: dict[str, Shelf]

    @classmethod
    def look(cls, spool: Spool) -> "_Shelves":
        # Waiting first: the sender may move a frame on while we look, but never back.
        at: dict[str, Shelf] = {}
        for shelf in (Shelf.WAITING, Shelf.KEPT, Shelf.DONE, Shelf.PARKED):
            for name in spool.names(shelf):
                at.setdefault(name, shelf)
        return cls(at)


@dataclass(slots=True)
class _Group:
    """Text of one stream and rank: what is in no frame, and frames that might be made anew."""

    fresh: dict[EventId, Event] = field(default_factory=dict)
    framed: dict[EventId, Event] = field(default_factory=dict)
    frames: list[str] = field(default_factory=list)


class _Run:
    """One run of the planner."""

    def __init__(self, planner: Planner, store: Store, seen: _Shelves, rate: int) -> None:
        self._planner = planner
        self._spool = planner.spool
        self._store = store
        self._rate = rate
        self._at = seen.at
        self._to = Address(SuiteId.RADIO, planner.profile.seal)
        self._uses = journal.frames_in_use(store)
        self._photos = blobs.photos_waiting(store)
        self._pending = {item.event.id: item for item in journal.pending(store)}
        old_hq = store.setting(_OLD_HQ) == str(max(NUMBERS))
        self._dictionaries = (MIXED,) if old_hq else NUMBERS
        self.moved = False

    def mend_config(self) -> None:
        """Makes up for a lost folder: the sender's file knows everyone who asked to be let in."""
        streams = [own.stream for own in journal.own_streams(self._store)]
        asked = [one for one in streams if code_of(self._store, one) or self._let_in(one)]
        spool = self._spool
        mend_config(spool.root.parent, self._planner.profile, asked, spool.disk)

    def tidy(self) -> None:
        """Gives every noted frame the place it belongs to by now."""
        lost: list[str] = []
        for name, use in list(self._uses.items()):
            shelf = self._at.get(name)
            if shelf is None:
                lost.append(name)
            elif self._over(use):
                self._spool.remove(name, shelf)
                lost.append(name)
            elif shelf is Shelf.PARKED:
                if self._refused(name, use):
                    lost.append(name)
            elif shelf is Shelf.DONE or (shelf is Shelf.KEPT and self._send_again(name, use)):
                self._requeue(name, use, shelf)
        for name, shelf in list(self._at.items()):
            if shelf is Shelf.DONE and name not in self._uses:
                self._spool.remove(name, shelf)
        journal.drop_frames(self._store, lost)
        for name in lost:
            del self._uses[name]
        self.moved = self.moved or bool(lost)

    def seal_text(self, merge: bool) -> None:
        """Makes frames of events, the request to be let in first."""
        held = {event for use in self._uses.values() for event in use.events}
        asked = {e for n, use in self._uses.items() if Rank.of(n) is Rank.ENROL for e in use.events}
        groups: dict[tuple[StreamId, Rank], _Group] = {}
        for item in self._pending.values():
            event = item.event
            code = request_code(self._store, event)
            if code is not None and event.id not in asked:
                body = EnrolBody(code, event)
                self._seal(body, Rank.ENROL, event.head.t, events=[event.id])
            elif event.id not in held:
                group = groups.setdefault(_group_of(item), _Group())
                group.fresh[event.id] = event
        if merge:
            self._add_frames(groups)
        for (stream, rank), group in groups.items():
            self._seal_group(stream, rank, group)
        for own in journal.own_streams(self._store):
            if own.open and self._let_in(own.stream):
                forget_code(self._store, own.stream)

    def seal_photos(self, originals: bool, most: int) -> None:
        """Makes at most so many frames of photo pieces."""
        under_way: dict[Sha256, set[int]] = {}
        spooled = 0
        for name, use in self._uses.items():
            for sha, offset, length in use.pieces:
                under_way.setdefault(sha, set()).update(grains(offset, length))
                spooled += length if Rank.of(name) >= Rank.PHOTO_URGENT else 0
        # Names carry seconds: counting on behind what waits keeps the photos in their order.
        waiting = [sent_after(name) for name in self._uses if Rank.of(name) > Rank.ROUTINE]
        t = max([self._planner.clock.now(), *waiting])
        planned = pieces(
            self._photos,
            under_way,
            rate=self._rate,
            originals=originals,
            room=PIECES_IN_SPOOL - spooled,
        )
        for number, piece in enumerate(islice(planned, most)):
            self._seal_piece(piece, UtcMillis(t + number * 1000))

    def _over(self, use: FrameUse) -> bool:
        """Whether receipts cover all that the frame holds."""
        waiting = {photo.sha: photo.state for photo in self._photos}
        return all(journal.delivered(self._store, event) for event in use.events) and all(
            sha not in waiting or all(waiting[sha].held(at) for at in grains(offset, length))
            for sha, offset, length in use.pieces
        )

    def _refused(self, name: str, use: FrameUse) -> bool:
        """Notes a refusal; True when the frame's content is to be sealed in another way."""
        reason = self._spool.reason(name)
        if reason == RefusedVersion.code and use.events and self._dictionaries != (MIXED,):
            # HQ is older than this app: from now on only what every version reads.
            self._store.set_setting(_OLD_HQ, str(max(NUMBERS)))
            self._dictionaries = (MIXED,)
            self._spool.remove(name, Shelf.PARKED)
            return True
        if len(use.events) > 1 and reason in _SPLIT:
            for event in sorted(use.events):
                if event in self._pending:
                    self._seal_single(self._pending[event])
            self._spool.remove(name, Shelf.PARKED)
            return True
        noted = any(item.frame == name and item.parked == reason for item in self._pending.values())
        if not noted:
            journal.park_frame(self._store, name, reason)
            self.moved = True
        return False

    def _send_again(self, name: str, use: FrameUse) -> bool:
        """Whether a frame that HQ kept must be sent once more."""
        age = self._spool.age(name, Shelf.KEPT, self._planner.clock)
        if age is None:
            return False
        streams = {
            self._pending[event].event.head.stream for event in use.events if event in self._pending
        }
        let_in = any(self._let_in(stream) for stream in streams)
        return abs(age) > (_RELAYED_MILLIS if let_in else _KEPT_MILLIS)

    def _let_in(self, stream: StreamId) -> bool:
        return not any(
            item.event.head.stream == stream and item.event.head.seq == 0
            for item in self._pending.values()
        )

    def _requeue(self, name: str, use: FrameUse, shelf: Shelf) -> None:
        """Sends a frame again, unless it belongs to a closed stream."""
        if use.events and not any(event in self._pending for event in use.events):
            return
        self.moved = self._spool.move(name, shelf, Shelf.WAITING) or self.moved
        self._at[name] = Shelf.WAITING

    def _add_frames(self, groups: dict[tuple[StreamId, Rank], _Group]) -> None:
        """Adds to each group the waiting frames that hold its kind of text and nothing else."""
        for name, use in self._uses.items():
            items = [self._pending[event] for event in use.events if event in self._pending]
            rank = Rank.of(name)
            if self._at.get(name) is not Shelf.WAITING or use.pieces or not items:
                continue
            if rank <= Rank.FLASH or rank > Rank.ROUTINE:
                continue
            group = groups.setdefault((items[0].event.head.stream, rank), _Group())
            group.framed.update({item.event.id: item.event for item in items})
            group.frames.append(name)

    def _seal_group(self, stream: StreamId, rank: Rank, group: _Group) -> None:
        fresh = _cut(group.fresh.values(), rank, self._rate)
        whole = _cut({**group.framed, **group.fresh}.values(), rank, self._rate)
        too_large = any(
            sealed_size(events) > 2 * request_budget(self._rate)
            for events in self._old_batches(group)
        )
        if group.frames and (too_large or len(whole) < len(group.frames) + len(fresh)):
            fresh = whole
        else:
            group.frames = []
        for events in fresh:
            body = EventsBody(stream, events)
            t = min(event.head.t for event in events)
            self._seal(body, rank, t, events=[event.id for event in events])
        # The new frames are on disk: whoever stops here sends some text twice.
        for name in group.frames:
            self._spool.remove(name, Shelf.WAITING)
            del self._uses[name]
        journal.drop_frames(self._store, group.frames)

    def _old_batches(self, group: _Group) -> list[list[Event]]:
        """The text of frames that hold several events, which may have become too large."""
        found = (self._uses[name].events for name in group.frames)
        return [
            [group.framed[e] for e in use if e in group.framed] for use in found if len(use) > 1
        ]

    def _seal_single(self, item: Pending) -> None:
        event = item.event
        rank = text_rank(item.precedence)
        self._seal(EventsBody(event.head.stream, (event,)), rank, event.head.t, events=[event.id])

    def _seal_piece(self, piece: PiecePlan, t: UtcMillis) -> None:
        content = blobs.read_piece(self._store, piece.sha, piece.offset, piece.length)
        body = PieceBody(piece.sha, piece.offset, content)
        self._seal(body, piece.rank, t, stretch=[(piece.sha, piece.offset, piece.length)])

    def _seal(
        self,
        body: EnrolBody | EventsBody | PieceBody,
        rank: Rank,
        t: UtcMillis,
        *,
        events: Sequence[EventId] = (),
        stretch: Sequence[tuple[Sha256, int, int]] = (),
    ) -> None:
        name = frame_name(rank, t, self._planner.entropy)
        frame = seal(body, self._to, self._dictionaries)
        journal.assign_frame(self._store, name, events, stretch)
        self._spool.put(name, frame)
        self._uses[name] = FrameUse(frozenset(events), frozenset(stretch))
        self._at[name] = Shelf.WAITING
        self.moved = True


def _group_of(item: Pending) -> tuple[StreamId, Rank]:
    return item.event.head.stream, text_rank(item.precedence)


def _cut(events: Iterable[Event], rank: Rank, rate: int) -> list[tuple[Event, ...]]:
    return list(batches(sorted(events, key=lambda event: event.head.seq), rank, rate))
