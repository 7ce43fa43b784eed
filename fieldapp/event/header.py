"""The ten items of an event's header, as bytes that have exactly one spelling."""

from dataclasses import dataclass
from hashlib import sha256

import cbor2

from fieldapp.event.cbor import decode_cbor
from fieldapp.event.errors import BadEvent
from fieldapp.units import EventId, StreamId, UtcMillis

VERSION = 1
MAX_HEADER_BYTES = 256
GENESIS_PREV = EventId(bytes(32))
NO_OBJECT = b""


@dataclass(frozen=True, slots=True)
class Header:
    """Who says what about which report, in which place of the author's chain.

    Args:
        stream: 16 bytes, the author on one device.
        seq: 0, 1, 2, ... without gaps in one stream.
        prev: id of the event ``seq - 1``; 32 zero bytes for the first.
        t: the device's clock when it was signed; a claim.
        kind: see `fieldapp.event.kinds.Kind`; unknown numbers are allowed.
        obj: id of the report's first event, or empty where this event begins one.
        ctype: 1 JSON, 2 protected.
        length: bytes of the payload.
        pdig: salted digest of the payload.
    """

    stream: StreamId
    seq: int
    prev: EventId
    t: UtcMillis
    kind: int
    obj: bytes
    ctype: int
    length: int
    pdig: bytes

    def encode(self) -> bytes:
        """The header's only valid bytes."""
        return cbor2.dumps(
            [
                VERSION,
                self.stream,
                self.seq,
                self.prev,
                self.t,
                self.kind,
                self.obj,
                self.ctype,
                self.length,
                self.pdig,
            ],
            canonical=True,
        )


def decode_header(raw: bytes) -> Header:
    """Step 1: the header in ``raw``; raises `BadEvent` unless these are its only valid bytes."""
    if len(raw) > MAX_HEADER_BYTES:
        raise BadEvent(detail="header too long")
    items = decode_cbor(raw)
    if not isinstance(items, list) or len(items) != 10:
        raise BadEvent(detail="not a header")
    version, stream, seq, prev, t, kind, obj, ctype, length, pdig = items
    if any(type(number) is not int for number in (version, seq, t, kind, ctype, length)):
        raise BadEvent(detail="a header number is none")
    if version != VERSION:
        raise BadEvent(detail="not a header of version 1")
    for value, sizes in ((stream, (16,)), (prev, (32,)), (obj, (0, 32)), (pdig, (32,))):
        if not isinstance(value, bytes) or len(value) not in sizes:
            raise BadEvent(detail="a header field has the wrong length")
    return Header(
        StreamId(stream), seq, EventId(prev), UtcMillis(t), kind, obj, ctype, length, pdig
    )


def event_id(header: bytes) -> EventId:
    """The id of the event with these header bytes."""
    return EventId(sha256(b"ufr1/event\0" + header).digest())


def payload_digest(salt: bytes, payload: bytes) -> bytes:
    """32 bytes that commit to the payload and, without the salt, reveal nothing about it."""
    return sha256(b"ufr1/payload\0" + salt + payload).digest()
