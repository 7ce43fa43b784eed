"""Making events, and the numbered steps by which anyone checks them.

The numbers of the steps are those of ``fieldapp/FORMAT.md``, section "Checking an event".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.clock import Entropy
from fieldapp.event import payload as strict
from fieldapp.event.errors import BadEvent, BadSignature, BrokenChain
from fieldapp.event.header import (
    GENESIS_PREV,
    NO_OBJECT,
    Header,
    decode_header,
    event_id,
    payload_digest,
)
from fieldapp.event.kinds import ContentType
from fieldapp.event.signing import PURPOSE_EVENT, StreamKey, check_signature, stream_id
from fieldapp.units import EventId, UtcMillis

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Event:
    """A signed event; ``salt`` and ``payload`` are both None once it was purged.

    Args:
        head: the parsed header.
        raw: the header's bytes, exactly as signed.
        signature: 64 bytes.
        salt: 16 bytes or None.
        payload: the content as signed, or None.
    """

    head: Header
    raw: bytes
    signature: bytes
    salt: bytes | None
    payload: bytes | None

    @property
    def id(self) -> EventId:
        """The id that others refer to."""
        return event_id(self.raw)

    @property
    def report(self) -> EventId:
        """The report this event belongs to: its object, or itself where it begins one."""
        return EventId(self.head.obj) if self.head.obj else self.id

    def content(self) -> strict.Json | None:
        """The payload as strict JSON, of a protected one its clear part; raises `BadPayload`.

        None when it is not here, or of a later kind.
        """
        if self.payload is None or self.head.ctype not in tuple(ContentType):
            return None
        return strict.decode(self.payload)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its stream a new event goes: after ``prev``, as number ``seq``."""

    seq: int
    prev: EventId


FIRST = Place(0, GENESIS_PREV)


def make_event(
    key: StreamKey,
    place: Place,
    kind: int,
    content: Mapping[str, Any],
    *,
    t: UtcMillis,
    entropy: Entropy,
    obj: bytes = NO_OBJECT,
    ctype: int = ContentType.JSON,
) -> Event:
    """A signed event; raises `BadPayload` when ``content`` is not strict JSON."""
    raw, salt = strict.encode(content), entropy(SALT_BYTES)
    return sign_payload(key, place, kind, raw, t=t, salt=salt, obj=obj, ctype=ctype)


def sign_payload(
    key: StreamKey,
    place: Place,
    kind: int,
    payload: bytes,
    *,
    t: UtcMillis,
    salt: bytes,
    obj: bytes = NO_OBJECT,
    ctype: int = ContentType.JSON,
) -> Event:
    """A signed event over payload bytes that are already strict JSON."""
    head = Header(
        stream=key.stream,
        seq=place.seq,
        prev=place.prev,
        t=t,
        kind=kind,
        obj=obj,
        ctype=ctype,
        length=len(payload),
        pdig=payload_digest(salt, payload),
    )
    raw = head.encode()
    return Event(head, raw, key.sign(PURPOSE_EVENT, raw), salt, payload)


def parse_event(
    header: bytes, signature: bytes, salt: bytes | None, payload: bytes | None
) -> Event:
    """Steps 1 and 2; the caller still owes `check_author`. Raises `BadEvent`."""
    head = decode_header(header)
    if len(signature) != 64 or (salt is None) != (payload is None):
        raise BadEvent(detail="parts missing")
    if salt is not None and payload is not None:
        if len(salt) != SALT_BYTES or len(payload) != head.length:
            raise BadEvent(detail="payload length")
        if payload_digest(salt, payload) != head.pdig:
            raise BadEvent(detail="payload is not the one signed")
    return Event(head, header, signature, salt, payload)


def check_author(event: Event, public: bytes) -> None:
    """Steps 3 and 4: the stream is this key's and the key signed; raises `BadSignature`."""
    if stream_id(public) != event.head.stream:
        raise BadSignature(detail="stream of another key")
    check_signature(public, PURPOSE_EVENT, event.raw, event.signature)


def follow(place: Place, event: Event) -> Place:
    """Step 5: the place after ``event``; raises `BrokenChain` where it does not go to ``place``."""
    if (event.head.seq, event.head.prev) != (place.seq, place.prev):
        raise BrokenChain(detail=f"at number {event.head.seq}, expected {place.seq}")
    return Place(place.seq + 1, event.id)
