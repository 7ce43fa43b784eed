"""What a frame holds once opened: events, a piece of a photo, other frames, an enrolment, receipts.

Kinds and exact items are in ``sync/PROTOCOL.md``, section "Bodies"; the numbers of the steps are
those of its section "Reading a body".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
import zstandard

from fieldapp.event.cbor import decode_cbor
from fieldapp.event.chain import SALT_BYTES, Event, parse_event
from fieldapp.event.errors import BadEvent
from fieldapp.event.header import Header, payload_digest
from fieldapp.event.payload import MAX_BYTES as PAYLOAD_BYTES
from fieldapp.event.receipt import PIECE_GRAIN
from fieldapp.event.signing import SIGNATURE_BYTES
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis
from sync.dictionaries import NUMBERS, dictionary, pack
from sync.errors import BadFrame, UnknownDictionary
from sync.limits import (
    BLOB_BYTES,
    EVENTS_PER_FRAME,
    FRAME_BYTES,
    INFLATED_BYTES,
    PIECE_BYTES,
    WINDOW_BYTES,
)

_EVENTS, _PIECE, _FRAMES, _ENROL, _RECEIPTS = 1, 2, 3, 4, 5
_CODE_CHARS = 64
_TAIL = SALT_BYTES + SIGNATURE_BYTES


@dataclass(frozen=True, slots=True)
class EventsBody:
    """Events of one stream in rising order; their signatures are not checked yet."""

    stream: StreamId
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class PieceBody:
    """A stretch of a photo: ``offset`` is a multiple of 4096, at most 64 KiB of bytes."""

    blob: Sha256
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class FramesBody:
    """Whole frames, wrapped once more for a courier."""

    frames: bytes


@dataclass(frozen=True, slots=True)
class EnrolBody:
    """A request to be let in: the one-time code and the stream's first event."""

    code: str
    genesis: Event


@dataclass(frozen=True, slots=True)
class ReceiptsBody:
    """Receipts on their way back by courier; their signatures are not checked yet."""

    receipts: tuple[bytes, ...]


Body = EventsBody | PieceBody | FramesBody | EnrolBody | ReceiptsBody


def encode_body(body: Body, dictionaries: Sequence[int] = NUMBERS) -> bytes:
    """The bytes that go into a frame; raises ``ValueError`` for a body above a limit.

    Args:
        body: what goes in.
        dictionaries: numbers of those that its reader is known to have.
    """
    items: list[Any]
    match body:
        case EventsBody():
            items = _events_items(body, dictionaries)
        case PieceBody():
            if len(body.content) > PIECE_BYTES or body.offset % PIECE_GRAIN:
                raise ValueError("piece too long or off its grain")
            items = [_PIECE, body.blob, body.offset, body.content]
        case FramesBody():
            items = [_FRAMES, body.frames]
        case EnrolBody():
            event = body.genesis
            parts = [event.raw, event.signature, event.salt, event.payload]
            items = [_ENROL, body.code, parts]
        case _:
            items = [_RECEIPTS, list(body.receipts)]
    return cbor2.dumps(items, canonical=True)


def decode_body(raw: bytes) -> Body:
    """Steps 1 and 2: the body in ``raw``; raises `BadFrame` or `UnknownDictionary`, no other."""
    if len(raw) > FRAME_BYTES:
        raise BadFrame(detail="body too large")
    try:
        items = decode_cbor(raw)
        if not isinstance(items, list) or not items or type(items[0]) is not int:
            raise BadFrame(detail="not a body")
        match items:
            case [1, bytes() as stream, bytes() as text, bytes() as tail]:
                return _events_body(stream, text, tail)
            case [2, bytes() as blob, int() as offset, bytes() as content]:
                return _piece_body(blob, offset, content)
            case [3, bytes() as frames]:
                return FramesBody(frames)
            case [
                4,
                str() as code,
                [bytes() as header, bytes() as sig, bytes() as salt, bytes() as p],
            ] if len(p) <= PAYLOAD_BYTES and len(code) <= _CODE_CHARS:
                return EnrolBody(code, parse_event(header, sig, salt, p))
            case [5, list() as receipts] if all(isinstance(r, bytes) for r in receipts):
                return ReceiptsBody(tuple(receipts))
    except BadEvent as error:
        raise BadFrame(detail=error.detail) from error
    raise BadFrame(detail="unknown kind of body")


def _events_items(body: EventsBody, dictionaries: Sequence[int]) -> list[Any]:
    if not 1 <= len(body.events) <= EVENTS_PER_FRAME:
        raise ValueError("1 to 500 events in a frame")
    heads: list[list[Any]] = []
    payloads: list[bytes] = []
    tail = bytearray()
    before: Event | None = None
    for event in body.events:
        if event.salt is None or event.payload is None:
            raise ValueError("a purged event cannot be sent")
        head = event.head
        follows = before is not None and head.seq == before.head.seq + 1
        heads.append(
            [head.seq, None if follows else head.prev, head.t, head.kind, head.obj, head.ctype]
        )
        payloads.append(event.payload)
        tail += event.salt + event.signature
        before = event
    text = cbor2.dumps([heads, payloads], canonical=True)
    if len(text) > INFLATED_BYTES:
        raise ValueError("frame text too large")
    return [_EVENTS, body.stream, pack(text, dictionaries), bytes(tail)]


def _events_body(stream: bytes, text: bytes, tail: bytes) -> EventsBody:
    """Steps 3 and 4."""
    listed = decode_cbor(_inflate(text))
    match listed:
        case [list() as heads, list() as payloads]:
            pass
        case _:
            raise BadFrame(detail="event list")
    count = len(heads)
    if not 1 <= count <= EVENTS_PER_FRAME or len(payloads) != count:
        raise BadFrame(detail="number of events")
    if len(stream) != 16 or len(tail) != count * _TAIL:
        raise BadFrame(detail="signatures missing")
    events: list[Event] = []
    for at, (head, payload) in enumerate(zip(heads, payloads, strict=True)):
        piece = tail[at * _TAIL : (at + 1) * _TAIL]
        before = events[-1] if events else None
        events.append(_rebuild(StreamId(stream), head, payload, piece, before))
    return EventsBody(StreamId(stream), tuple(events))


def _rebuild(
    stream: StreamId, items: object, payload: object, tail: bytes, before: Event | None
) -> Event:
    """Steps 4 and 5: one event, its header made again from what the frame leaves out as known."""
    match items:
        case [int() as seq, prev, int() as t, int() as kind, bytes() as obj, int() as ctype]:
            pass
        case _:
            raise BadFrame(detail="event items")
    if not isinstance(payload, bytes) or len(payload) > PAYLOAD_BYTES:
        raise BadFrame(detail="payload")
    if before is not None and seq <= before.head.seq:
        raise BadFrame(detail="events out of order")
    if prev is None and before is not None and seq == before.head.seq + 1:
        prev = before.id
    if not isinstance(prev, bytes):
        raise BadFrame(detail="event items")
    salt, signature = tail[:SALT_BYTES], tail[SALT_BYTES:]
    digest = payload_digest(salt, payload)
    head = Header(stream, seq, EventId(prev), UtcMillis(t), kind, obj, ctype, len(payload), digest)
    return parse_event(head.encode(), signature, salt, payload)


def _piece_body(blob: bytes, offset: int, content: bytes) -> PieceBody:
    whole = len(blob) == 32 and 0 < len(content) <= PIECE_BYTES
    in_place = type(offset) is int and offset % PIECE_GRAIN == 0
    if not whole or not in_place or offset + len(content) > BLOB_BYTES:
        raise BadFrame(detail="photo piece")
    return PieceBody(Sha256(blob), offset, content)


def _inflate(packed: bytes) -> bytes:
    """Step 3: the text, after its declared size and window were found within limits."""
    try:
        declared = zstandard.get_frame_parameters(packed)
    except zstandard.ZstdError as error:
        raise BadFrame(detail="compressed text") from error
    size = declared.content_size
    if not 0 < size <= INFLATED_BYTES or declared.window_size > WINDOW_BYTES:
        raise BadFrame(detail="declared size")
    if declared.dict_id not in (0, *NUMBERS):
        raise UnknownDictionary(detail=f"dictionary {declared.dict_id}")
    known = dictionary(declared.dict_id) if declared.dict_id else None
    unpacker = zstandard.ZstdDecompressor(dict_data=known, max_window_size=WINDOW_BYTES)
    try:
        return unpacker.decompress(packed, max_output_size=size, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise BadFrame(detail="compressed text") from error
