"""What comes back from HQ: receipts, what is for a person, and for an officer HQ's whole log.

Fetching happens off the lane and keeps nothing; what was fetched is checked and kept on the lane,
and only then is it noted as read. HQ's server is believed in nothing that is not signed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol, TypeVar

import cbor2

from fieldapp.changes import NOTHING, Changes
from fieldapp.event.chain import Event
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey, stream_id
from fieldapp.mission.profile import MissionProfile
from fieldapp.store import ballast, blobs, journal, mirror
from fieldapp.store.database import Store
from fieldapp.store.journal import ReceiptEffect
from fieldapp.store.mirror import Arrival, Taken
from fieldapp.units import KIB, MIB, StreamId
from fieldapp.vault.slots import PersonKeys
from sync.body import EventsBody
from sync.errors import BadFrame, BadReceipt, NotForUs, Portal, UnknownDictionary
from sync.field.config import SenderConfig, bearer
from sync.field.pages import decoded, inbox_page, log_page, log_rows, new_epoch
from sync.field.pushing import ask_status
from sync.field.spool import Spool
from sync.field.standing import note_state
from sync.frame import SealKeys, open_frame
from sync.http import HqLink, check
from sync.limits import BLOB_BYTES
from sync.receipt import open_receipt

T = TypeVar("T")

PAGE_BYTES = 256 * KIB
PAGES = 64
"""Pages fetched in one go; what is left comes with the next one."""
_REPLY_ROOM = MIB + 64 * KIB
"""HQ may exceed the size asked for by one frame."""
_OPENED_ROOM = 64 * MIB
"""Text of events that one answer may unpack to: far above any true page, below any harm."""
BLOBS_AT_ONCE, BLOBS_ASKED = 20, 200
_EPOCH_CHANGED = 409
_PURPOSE_SESSION = b"ufr1/session\0"
_PHOTOS_ASKED = 100


class OnLane(Protocol):
    """Runs work with the store on its lane and waits for the answer."""

    def __call__(self, work: Callable[[Store], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Person:
    """Whose post is fetched.

    Args:
        keys: the unlocked person.
        profile: their mission.
    """

    keys: PersonKeys
    profile: MissionProfile

    def called(self, config: SenderConfig, *, reviews: bool) -> SenderConfig:
        """Where this person fetches: who reads the log at HQ itself, others where they send."""
        return replace(config, server=self.profile.desk) if reviews else config

    @property
    def signing(self) -> StreamKey:
        """The person's signing key."""
        return self.keys.signing()


@dataclass(frozen=True, slots=True)
class Pulled:
    """What came of fetching.

    Args:
        changes: what screens should look at again.
        state: ``pending``, ``active`` or ``revoked`` as HQ says; empty where it said nothing.
        new: records that were not held before.
        refused: records left out because nobody vouches for their author or signature.
        more: HQ has more than was fetched in one go.
    """

    changes: Changes = NOTHING
    state: str = ""
    new: int = 0
    refused: int = 0
    more: bool = False


def import_receipts(store: Store, spool: Spool, profile: MissionProfile) -> Changes:
    """Applies what the sender or a courier brought; runs on the lane.

    A receipt that HQ did not sign is thrown away. Each file goes only after its receipt was
    applied, and applying one twice changes nothing.
    """
    waiting = spool.receipts()
    opened: list[tuple[Receipt, bytes]] = []
    for _, raw in waiting:
        try:
            opened.append((open_receipt(raw, profile.receipt), raw))
        except BadReceipt:
            continue
    opened.sort(key=lambda item: (item[0].epoch, item[0].t, item[0].upto))
    changes = NOTHING
    for receipt, raw in opened:
        changes |= effect_of(journal.apply_receipt(store, receipt, raw))
    for path, _ in waiting:
        spool.disk.remove(path)
    return changes


def effect_of(effect: ReceiptEffect) -> Changes:
    """What screens should look at again after a receipt."""
    if effect is ReceiptEffect.ROLLED_BACK:
        return Changes(journal=True, delivery=True)
    return Changes(delivery=True) if effect is ReceiptEffect.NEWS else NOTHING


def ask_receipts(link: HqLink, config: SenderConfig, spool: Spool, on_lane: OnLane) -> int:
    """Asks what HQ holds of this laptop's streams and unfinished photos.

    Returns:
        The number of receipts put into the spool; the next plan imports them.

    Raises:
        TurnedAway, LinkDown, BadCertificate, Portal, HqBusy, HqFull, HqTrouble: see `sync.http`.
    """
    photos = on_lane(blobs.photos_waiting)[:_PHOTOS_ASKED]
    found = ask_status(link, config, [photo.sha for photo in photos])
    for raw, _ in found:
        spool.add_receipt(raw)
    return len(found)


def pull_inbox(link: HqLink, person: Person, on_lane: OnLane) -> Pulled:
    """Fetches what HQ sealed to this person: verdicts, questions, the roster.

    Raises:
        TurnedAway, LinkDown, BadCertificate, Portal, HqBusy, HqFull, HqTrouble: what was kept
            before stays kept and is not fetched again.
    """
    admin = person.profile.admin
    road = f"inbox:{person.signing.stream.hex()}"
    keys = SealKeys()
    keys.add_radio(person.keys.inbox_seed)
    epoch, after = on_lane(lambda store: mirror.cursor(store, road))
    found = Pulled()
    token = bearer(person.keys.inbox_token)
    for _ in range(PAGES):
        query = {"after": after, "max": PAGE_BYTES}
        reply = check(link.get("/v1/inbox", query, token=token, limit=_REPLY_ROOM))
        now, upto, frames, state = inbox_page(reply.body)
        if epoch not in (0, now) and after > 0:
            epoch, after = now, 0
            continue
        events, damaged = opened_events(frames, keys)
        arrivals = [Arrival(event, None) for event in admin_first(events, admin)]
        keep = _keeping(arrivals, admin, road, now, max(after, upto))
        taken, news = on_lane(_keeping_inbox(keep, person.signing.stream, state))
        found = _added(found, taken, state, damaged, Changes(delivery=True) if news else NOTHING)
        if upto <= after or not frames:
            return found
        epoch, after = now, upto
    return Pulled(found.changes, found.state, found.new, found.refused, more=True)


def open_session(link: HqLink, person: Person) -> str:
    """Proves to HQ who asks; the answer is a token for the log and photos.

    Raises:
        TurnedAway: HQ does not let this person read its log.
        LinkDown, BadCertificate, Portal, HqBusy, HqFull, HqTrouble: see `sync.http`.
    """
    key = person.signing
    hello = cbor2.dumps(["hello", key.stream], canonical=True)
    match decoded(check(link.post("/v1/session", hello)).body):
        case [bytes() as nonce] if len(nonce) == 32:
            pass
        case _:
            raise Portal(detail="session")
    proof = key.sign(_PURPOSE_SESSION, nonce + person.profile.desk.encode())
    prove = cbor2.dumps(["prove", key.stream, nonce, proof], canonical=True)
    match decoded(check(link.post("/v1/session", prove)).body):
        case [str() as token, int()] if token.isascii() and len(token) <= 64:
            return token
        case _:
            raise Portal(detail="session")


def pull_log(link: HqLink, token: str, person: Person, on_lane: OnLane, *, wait: int = 0) -> Pulled:
    """Fetches the rows of HQ's log that are not here yet; every signature is checked here.

    Args:
        link: the connection.
        token: see `open_session`.
        person: the officer.
        on_lane: see `OnLane`.
        wait: seconds HQ may hold the first answer back until something new comes, at most 25.
    """
    admin = person.profile.admin
    road = on_lane(lambda store: mirror.log_road(store, person.signing.stream))
    epoch, after = on_lane(lambda store: mirror.cursor(store, road))
    found = Pulled()
    for _ in range(PAGES):
        query = {"epoch": epoch, "after": after, "max_bytes": PAGE_BYTES, "wait": wait, "times": 1}
        reply = link.get("/v1/log", query, token=token, limit=_REPLY_ROOM)
        wait = 0
        if reply.status == _EPOCH_CHANGED:
            epoch, after = new_epoch(reply.body, epoch), 0
            continue
        now, last, packed = log_page(check(reply).body)
        rows, damaged = log_rows(packed)
        taken = on_lane(_keeping(rows, admin, road, now, max(after, last)))
        found = _added(found, taken, "", damaged)
        if last <= after or not packed:
            return found
        epoch, after = now, last
    return Pulled(found.changes, found.state, found.new, found.refused, more=True)


def pull_blobs(link: HqLink, token: str, on_lane: OnLane) -> Pulled:
    """Fetches photos that reports name and that are not here, a few at once: previews first.

    Those that HQ does not hold whole yet are passed over, and hold up no other.
    """
    if not on_lane(lambda store: ballast.has_photo_room(store.folder)):
        return Pulled()
    missing = on_lane(blobs.blobs_missing)
    count = 0
    for sha in missing[:BLOBS_ASKED]:
        if count == BLOBS_AT_ONCE:
            break
        reply = link.get(f"/v1/blobs/{sha.hex()}", token=token, limit=BLOB_BYTES)
        if reply.status == 404:
            continue
        if reply.status != 200:
            check(reply)
        if sha256(reply.body).digest() != sha:
            raise Portal(detail="photo is not the one announced")
        on_lane(_keeping_blob(reply.body))
        count += 1
    changes = Changes(photos=True) if count else NOTHING
    return Pulled(changes, new=count, more=count == BLOBS_AT_ONCE)


def changes_of(taken: Taken) -> Changes:
    """What screens should look at again after records were kept."""
    return Changes(
        reports=taken.new > 0,
        roster=taken.roster,
        journal=taken.rolled_back,
        delivery=taken.rolled_back,
    )


def admin_first(events: Sequence[Event], admin: bytes) -> list[Event]:
    """HQ's own records before others, so that whom they vouch for is known in time."""
    hq = stream_id(admin)
    return sorted(events, key=lambda event: event.head.stream != hq)


def opened_events(frames: Sequence[bytes], keys: SealKeys) -> tuple[list[Event], int]:
    """Events in frames that ``keys`` open, and how many frames were left out as damaged."""
    events: list[Event] = []
    damaged = size = 0
    for at, frame in enumerate(frames):
        if size > _OPENED_ROOM:
            return events, damaged + len(frames) - at
        try:
            body = open_frame(frame, keys)
        except (BadFrame, NotForUs, UnknownDictionary):
            damaged += 1
            continue
        if isinstance(body, EventsBody):
            size += sum(event.head.length for event in body.events)
            events.extend(body.events)
    return events, damaged


def _keeping(
    arrivals: Sequence[Arrival], admin: bytes, road: str, epoch: int, n: int
) -> Callable[[Store], Taken]:
    """Work for the lane: keeps what came and notes, in one transaction, how far it was read."""

    def work(store: Store) -> Taken:
        with store.write():
            taken = mirror.take(store, arrivals, admin)
            mirror.set_cursor(store, road, epoch, n)
        return taken

    return work


def _keeping_inbox(
    keep: Callable[[Store], Taken], stream: StreamId, state: str
) -> Callable[[Store], tuple[Taken, bool]]:
    """The same for an inbox; also notes how the person stands, and whether that is news."""

    def work(store: Store) -> tuple[Taken, bool]:
        return keep(store), note_state(store, stream, state)

    return work


def _added(
    found: Pulled, taken: Taken, state: str, damaged: int, besides: Changes = NOTHING
) -> Pulled:
    """``found`` and one more page."""
    return Pulled(
        found.changes | changes_of(taken) | besides,
        state or found.state,
        found.new + taken.new,
        found.refused + taken.refused + damaged,
    )


def _keeping_blob(content: bytes) -> Callable[[Store], None]:
    def work(store: Store) -> None:
        blobs.put_blob(store, content, "")

    return work
