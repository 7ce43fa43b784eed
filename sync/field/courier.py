"""Bundles at the field: what waits goes onto a stick, and what HQ sends back comes off one."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.changes import NOTHING, Changes
from fieldapp.clock import Entropy
from fieldapp.event.chain import Event
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import stream_id
from fieldapp.mission.profile import MissionProfile
from fieldapp.store import journal, mirror
from fieldapp.store.database import Store
from fieldapp.store.journal import ReceiptEffect
from fieldapp.store.mirror import Arrival
from fieldapp.units import KIB, MIB, ByteCount
from sync.body import EventsBody, FramesBody, ReceiptsBody
from sync.bundle import bundle_name, read_bundle, write_bundle
from sync.errors import BadBundle, BadFrame, BadReceipt, NotForUs, OtherMission, UnknownDictionary
from sync.field.errors import MediumFull, MediumGone, NoSticks, NothingToCarry
from sync.field.intake import OnLane, Person, changes_of, effect_of
from sync.field.spool import Shelf, Spool
from sync.frame import Address, SealKeys, SuiteId, open_frame, seal
from sync.limits import BUNDLE_BYTES, DAMAGED_PER_BUNDLE, FRAME_BYTES
from sync.receipt import open_receipt

_WRAP_BYTES = 512 * KIB
"""Frames of the spool that go together into one frame of a bundle."""
_WRAP_ROOM = 2 * KIB
_ROOM_LEFT = MIB
_EVENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle that was written.

    Args:
        path: the file; its name says nothing about its content.
        frames: number of frames inside.
        size: bytes of the file.
        left: frames that did not fit; a second bundle takes them.
    """

    path: Path
    frames: int
    size: ByteCount
    left: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came off a stick.

    Args:
        changes: what screens should look at again.
        receipts: receipts that were new to this laptop.
        new: records that were not held before.
        refused: records whose author nobody vouches for.
        damaged: sealed packets that could not be opened although they are for us.
        others: sealed packets for other people.
        whole: false for a copy that was cut short.
    """

    changes: Changes
    receipts: int
    new: int
    refused: int
    damaged: int
    others: int
    whole: bool


def export_bundle(spool: Spool, profile: MissionProfile, out: Path, entropy: Entropy) -> Exported:
    """Writes what HQ has not confirmed into a bundle; needs no passphrase and no store.

    The frames stay in the spool: only a receipt proves that they arrived. Carrying the same
    frames twice, or sending them as well, does no harm.

    Args:
        spool: the folder of frames.
        profile: the mission.
        out: the file to write, or a folder in which a name is made up.
        entropy: source of that name.

    Raises:
        NoSticks: the mission does not allow it.
        NothingToCarry: nothing waits.
        TargetTaken, TargetInside: ``out`` is no place for a bundle.
        MediumFull, MediumGone: nothing was left at ``out``.
    """
    if not profile.usb_allowed:
        raise NoSticks()
    waiting = [
        (name, shelf) for shelf in (Shelf.WAITING, Shelf.KEPT) for name in spool.names(shelf)
    ]
    waiting.sort()
    wrapped = _Wrapping(spool, Address(SuiteId.COURIER, profile.bundle_seal), waiting)
    path = out / bundle_name(entropy) if out.is_dir() else out
    if not waiting:
        raise NothingToCarry()
    with _medium():
        write_bundle(path, wrapped.frames(), spool.root.parent)
        size = ByteCount(path.stat().st_size)
    return Exported(path, wrapped.taken, size, len(waiting) - wrapped.taken)


class _Wrapping:
    """Frames of the spool, sealed once more so that a later quantum computer gains nothing."""

    def __init__(self, spool: Spool, to: Address, waiting: list[tuple[str, Shelf]]) -> None:
        self._spool = spool
        self._to = to
        self._waiting = waiting
        self.taken = 0

    def frames(self) -> Iterator[bytes]:
        """The bundle's frames, up to its largest size."""
        room = BUNDLE_BYTES - _ROOM_LEFT
        group: list[bytes] = []
        for name, shelf in self._waiting:
            frame = self._spool.read(name, shelf)
            if frame is None:
                # The sender delivered it meanwhile.
                self.taken += 1
                continue
            if room < len(frame) + 2 * _WRAP_ROOM:
                break
            room -= len(frame) + _WRAP_ROOM
            self.taken += 1
            if len(frame) + _WRAP_ROOM > FRAME_BYTES:
                yield frame
                continue
            if group and sum(map(len, group)) + len(frame) > _WRAP_BYTES:
                yield seal(FramesBody(b"".join(group)), self._to)
                group = []
            group.append(frame)
        if group:
            yield seal(FramesBody(b"".join(group)), self._to)


def import_bundle(path: Path, person: Person, on_lane: OnLane) -> Imported:
    """Takes in what HQ sent back: receipts and what is for this person.

    Raises:
        BadBundle: no bundle, or too much of it is damaged.
        OtherMission: nothing in it is for this person on this laptop.
        MediumGone: the file cannot be read.
    """
    reading = _Reading(person)
    admin_stream = stream_id(person.profile.admin)
    taking = _Taking(person, on_lane)
    with _medium():
        # Whom HQ vouches for must be known before what they signed is looked at.
        read = read_bundle(path, lambda f: taking.add(reading.events(f, only=admin_stream)))
        taking.flush()
        again = _Reading(person)
        read_bundle(path, lambda f: taking.add(again.events(f, but=admin_stream)))
        taking.flush()
    if read.frames == 0 and not read.whole:
        raise BadBundle(detail="empty")
    if reading.others == read.frames and read.frames:
        raise OtherMission(detail=f"{read.frames} frames")
    changes, receipts = _apply(reading.receipts, person, on_lane)
    return Imported(
        changes | taking.changes,
        receipts,
        taking.new,
        taking.refused,
        reading.damaged,
        reading.others,
        read.whole,
    )


class _Reading:
    """Opens a bundle's frames and counts what it cannot open."""

    def __init__(self, person: Person) -> None:
        self._keys = SealKeys()
        self._keys.add_radio(person.keys.inbox_seed)
        self.others = 0
        self.damaged = 0
        self.receipts: dict[bytes, None] = {}

    def events(
        self, frame: bytes, *, only: bytes | None = None, but: bytes | None = None
    ) -> tuple[Event, ...]:
        """Events of the frame's stream, if it is the one wanted; receipts are put aside."""
        try:
            body = open_frame(frame, self._keys)
        except NotForUs:
            self.others += 1
            return ()
        except (BadFrame, UnknownDictionary):
            self.damaged += 1
            if self.damaged > DAMAGED_PER_BUNDLE:  # step 5
                raise BadBundle(detail="damaged packets") from None
            return ()
        match body:
            case ReceiptsBody():
                self.receipts.update(dict.fromkeys(body.receipts))
            case EventsBody() if body.stream == only or (but is not None and body.stream != but):
                return body.events
        return ()


class _Taking:
    """Hands events to the store, some at a time."""

    def __init__(self, person: Person, on_lane: OnLane) -> None:
        self._admin = person.profile.admin
        self._on_lane = on_lane
        self._held: list[Arrival] = []
        self.changes = NOTHING
        self.new = 0
        self.refused = 0

    def add(self, events: tuple[Event, ...]) -> None:
        """Takes events in, now or a little later."""
        self._held.extend(Arrival(event, None) for event in events)
        if len(self._held) >= _EVENTS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Takes in whatever was handed over."""
        if not self._held:
            return
        arrivals, self._held = self._held, []
        taken = self._on_lane(lambda store: mirror.take(store, arrivals, self._admin))
        self.changes |= changes_of(taken)
        self.new += taken.new
        self.refused += taken.refused


def _apply(raws: dict[bytes, None], person: Person, on_lane: OnLane) -> tuple[Changes, int]:
    """Applies the receipts that HQ signed; what they changed, and how many brought news."""
    opened: list[tuple[Receipt, bytes]] = []
    for raw in raws:
        try:
            opened.append((open_receipt(raw, person.profile.receipt), raw))
        except BadReceipt:
            continue
    opened.sort(key=lambda item: (item[0].epoch, item[0].t, item[0].upto))

    def work(store: Store) -> list[ReceiptEffect]:
        return [journal.apply_receipt(store, receipt, raw) for receipt, raw in opened]

    effects = on_lane(work) if opened else []
    changes = NOTHING
    for effect in effects:
        changes |= effect_of(effect)
    return changes, effects.count(ReceiptEffect.NEWS)


@contextmanager
def _medium() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise MediumFull(detail=errno.errorcode[error.errno]) from error
        raise MediumGone(detail=errno.errorcode.get(error.errno or 0, "?")) from error
