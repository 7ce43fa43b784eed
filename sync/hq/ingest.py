"""Taking frames in: one function for the network and for bundles.

The numbers of the steps are those of ``sync/PROTOCOL.md``, section "How HQ takes a frame in".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fieldapp.clock import Clock
from fieldapp.errors import FieldError
from fieldapp.units import StreamId
from sync.body import EventsBody
from sync.frame import open_frame
from sync.hq import enrol, photos, receipts
from sync.hq.chain import append
from sync.hq.keys import HqKeys
from sync.hq.opening import (
    Checked,
    CheckedEnrol,
    CheckedEvents,
    CheckedPiece,
    Outcome,
    Part,
    check,
    open_parts,
    refusal,
)
from sync.hq.store import HqStore, HqTx, StreamRow, StreamState

WAITING_BYTES = 256 * 1024 * 1024
"""Kept for one person who is not let in yet; more is asked again later."""
OPENED_BYTES = 64 * 1024 * 1024
"""Text of events unpacked for one request; 1 MiB of true frames holds about a tenth of it."""
_TOO_MUCH = (507, "hq.too-much-at-once")
"""Nothing more is unpacked now; what is true comes again by itself."""


@dataclass(slots=True)
class _Applied:
    """What came of one frame inside the transaction; its receipt is made after the commit."""

    code: int
    note: str
    stream: StreamId | None = None
    photos: set[bytes] = field(default_factory=set)


class Ingest:
    """Takes frames in.

    Args:
        store: HQ's store.
        keys: HQ's keys.
        clock: HQ's clock.
    """

    def __init__(self, store: HqStore, keys: HqKeys, clock: Clock) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        # A stream's id is the hash of its key: what is remembered here never becomes wrong.
        self._known: dict[StreamId, bytes] = {}

    def take(self, frames: Sequence[bytes]) -> list[Outcome]:
        """Takes whole frames in, in one transaction, and answers each.

        Frames are independent: one that is refused leaves nothing behind and stops no other.

        Returns:
            One outcome a frame, in the same order. A receipt covers only what is on disk.

        Raises:
            HqStoreBusy, HqStoreFull, HqStoreDamaged: nothing of any frame was taken.
        """
        opened = self._open_all(frames)
        if all(isinstance(one, _Applied) for item in opened for one in item):
            applied = [[one for one in item if isinstance(one, _Applied)] for item in opened]
        else:
            with self._store.writing() as tx:  # step 9: on disk before any receipt is made
                applied = [[self._apply(tx, one) for one in item] for item in opened]
        with self._store.reading() as tx:
            return [self._answer(tx, item) for item in applied]

    def release(self, tx: HqTx, stream: StreamId) -> None:
        """Takes in what was kept for a stream that was just let in.

        Their signatures were checked before they were kept. Belongs to the same transaction as
        the roster event, which must stand in the log before them.
        """
        for frame in list(tx.waiting.frames(stream)):
            checked = check(Part(open_frame(frame, self._keys.seal), frame), self._public_of)
            row = tx.streams.get(stream)
            if isinstance(checked, CheckedEnrol) and row is not None:
                append(tx, row, [checked.genesis], self._clock.now())
            else:
                self._apply(tx, checked)
        tx.waiting.drop(stream)

    def _open_all(self, frames: Sequence[bytes]) -> list[list[Checked | _Applied]]:
        """Steps 1 to 4 for each frame, before the transaction begins.

        Returns:
            For each frame what it held, in order; a part that was refused stops no other.
        """
        asking: dict[StreamId, bytes] = {}
        room = OPENED_BYTES

        def public_of(stream: StreamId) -> bytes | None:
            return asking.get(stream) or self._public_of(stream)

        def checked(part: Part) -> Checked | _Applied:
            nonlocal room
            if isinstance(part.body, EventsBody):
                room -= sum(event.head.length for event in part.body.events)
            try:
                one = check(part, public_of)
            except FieldError as error:
                return _Applied(*refusal(error))
            if isinstance(one, CheckedEnrol):
                asking[one.genesis.event.head.stream] = one.facts.public
            return one

        results: list[list[Checked | _Applied]] = []
        for frame in frames:
            found: list[Checked | _Applied] = []
            results.append(found)
            if room <= 0:
                found.append(_Applied(*_TOO_MUCH))
                continue
            try:
                parts = open_parts(frame, self._keys.seal)
            except FieldError as error:
                found.append(_Applied(*refusal(error)))
                continue
            for part in parts:
                if room <= 0:
                    found.append(_Applied(*_TOO_MUCH))
                    break
                found.append(checked(part))
        return results

    def _public_of(self, stream: StreamId) -> bytes | None:
        public = self._known.get(stream)
        if public is None:
            with self._store.reading() as tx:
                row = tx.streams.get(stream)
            if row is None:
                return None
            public = self._known[stream] = row.public
        return public

    def _apply(self, tx: HqTx, checked: Checked | _Applied) -> _Applied:
        """Steps 5 to 8, inside the transaction; what was refused before stays refused."""
        match checked:
            case _Applied():
                return checked
            case CheckedEnrol():
                return self._apply_enrol(tx, checked)
            case CheckedEvents():
                return self._apply_events(tx, checked)
            case _:
                return self._apply_piece(tx, checked)

    def _apply_enrol(self, tx: HqTx, checked: CheckedEnrol) -> _Applied:
        stream = checked.genesis.event.head.stream
        try:
            row = enrol.ask(tx, checked, self._clock.now())
        except FieldError as error:
            return _Applied(422, error.code)
        if row.state is StreamState.PENDING:
            return _keep(tx, stream, checked.frame, ())
        return _Applied(*_done(row), stream)

    def _apply_events(self, tx: HqTx, checked: CheckedEvents) -> _Applied:
        row = tx.streams.get(checked.stream)  # step 5
        if row is None:
            return _Applied(403, "hq.unknown-author")
        claims = {claim.sha for judged in checked.events for claim in judged.photos}
        if row.state is StreamState.PENDING:
            return _keep(tx, checked.stream, checked.frame, claims)
        try:
            row = append(tx, row, checked.events, self._clock.now())  # steps 6 to 8
        except FieldError as error:
            return _Applied(422, error.code)
        return _Applied(*_done(row), checked.stream, set(claims))

    def _apply_piece(self, tx: HqTx, checked: CheckedPiece) -> _Applied:
        piece = checked.piece
        blob = tx.blobs.get(piece.blob)
        if blob is None:
            owner = tx.waiting.of_blob(piece.blob)
            if owner is None:
                return _Applied(409, "photo.not-announced")
            return _keep(tx, owner, checked.frame, ())
        note = photos.take_piece(tx, blob, piece)
        if note == photos.BEYOND_END:
            return _Applied(422, note)
        return _Applied(200, note, blob.stream, {piece.blob})

    def _answer(self, tx: HqTx, applied: Sequence[_Applied]) -> Outcome:
        """Step 10: one answer for a frame; a wrapped one is answered as a whole."""
        worst = max(applied, key=lambda one: one.code)
        last = next((one.stream for one in reversed(applied) if one.stream is not None), None)
        row = None if last is None else tx.streams.get(last)
        if row is None:
            return Outcome(worst.code, None, worst.note)
        touched = {sha for one in applied if one.stream == row.stream for sha in one.photos}
        receipt = receipts.signed(tx, row, sorted(touched), self._clock, self._keys.receipt)
        return Outcome(worst.code, receipt, worst.note)


def _keep(tx: HqTx, stream: StreamId, frame: bytes, claims: Iterable[bytes]) -> _Applied:
    """Keeps a frame until somebody decides whether its author is let in."""
    if tx.waiting.size(stream) + len(frame) > WAITING_BYTES:
        return _Applied(507, "hq.waiting-full")
    tx.waiting.add(stream, frame, claims)
    return _Applied(202, "hq.waiting")


def _done(row: StreamRow) -> tuple[int, str]:
    """Events of a revoked stream are kept, so that a courier's true reports are not lost."""
    return (403, "hq.revoked") if row.state is StreamState.REVOKED else (200, "stored")
