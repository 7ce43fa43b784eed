"""An HQ small enough to be read in one go: it keeps what frames hold and signs receipts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

import cbor2

from fieldapp.errors import FieldError
from fieldapp.event.cbor import decode_cbor
from fieldapp.event.chain import Event, check_author
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import PIECE_GRAIN, PhotoState, Receipt
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis
from sync.body import EnrolBody, EventsBody, FramesBody, PieceBody
from sync.bundle import read_bundle
from sync.errors import UnknownDictionary
from sync.field.config import token_hash
from sync.frame import SealKeys, open_frame, split_frames
from sync.receipt import sign_receipt
from tests.support.mission import START, Mission

CODE = "7K2MX4PQ9D"


@dataclass
class Stream:
    """What HQ knows of one stream."""

    public: bytes
    push: str
    let_in: bool
    events: dict[int, Event] = field(default_factory=dict)
    kept: list[bytes] = field(default_factory=list)


@dataclass
class MiniHq:
    """Frames in, receipts out.

    Args:
        mission: its keys.
        let_in: people are let in without anybody deciding.
    """

    mission: Mission
    let_in: bool = True
    epoch: int = 1
    streams: dict[StreamId, Stream] = field(default_factory=dict)
    photos: dict[Sha256, bytearray] = field(default_factory=dict)
    have: dict[Sha256, set[int]] = field(default_factory=dict)
    announced: dict[Sha256, tuple[int, StreamId]] = field(default_factory=dict)
    taken: list[EventId] = field(default_factory=list)
    verdict: Callable[[EventsBody], int] = field(default=lambda body: 200)
    t: int = START

    def keys(self) -> SealKeys:
        """Its private keys."""
        keys = SealKeys()
        keys.add_radio(self.mission.seal_private)
        keys.add_courier(self.mission.bundle_private)
        return keys

    def take(self, frame: bytes) -> tuple[int, bytes | None, str]:
        """One frame, as ``POST /v1/frames`` and a courier bring it."""
        try:
            body = open_frame(frame, self.keys())
        except UnknownDictionary as error:
            return (415, None, error.code)
        except FieldError as error:
            return (400, None, error.code)
        match body:
            case EnrolBody():
                return self._enrol(body)
            case EventsBody():
                return self._events(body, frame)
            case PieceBody():
                return self._piece(body)
            case FramesBody():
                return [self.take(one) for one in split_frames(body.frames)][-1]
        return (400, None, "kind")

    def take_bundle(self, path: object) -> bool:
        """A courier's file; whether it was whole."""
        frames: list[bytes] = []
        read = read_bundle(path, frames.append)  # type: ignore[arg-type]
        for frame in frames:
            self.take(frame)
        return read.whole

    def approve(self) -> None:
        """Somebody lets everyone in who asked."""
        for stream in self.streams.values():
            stream.let_in = True
            kept, stream.kept = stream.kept, []
            for frame in kept:
                self.take(frame)

    def pushers(self, token: bytes) -> list[Stream]:
        """The streams whose laptop holds this token."""
        return [one for one in self.streams.values() if one.push == token_hash(token)]

    def receipt(self, stream: StreamId, photos: tuple[Sha256, ...] = ()) -> bytes:
        """What it holds of a stream."""
        self.t += 1000
        events = self.streams[stream].events
        upto = 0
        while upto in events:
            upto += 1
        beyond = tuple(event.id for seq, event in sorted(events.items()) if seq > upto)
        receipt = Receipt(
            epoch=self.epoch,
            stream=stream,
            upto=upto,
            head=events[upto - 1].id if upto else GENESIS_PREV,
            beyond=beyond,
            t=UtcMillis(self.t),
            photos={sha: self._state(sha) for sha in photos if sha in self.announced},
        )
        return sign_receipt(receipt, self.mission.receipt)

    def status(self, body: bytes) -> list[bytes]:
        """``POST /v1/status``."""
        asked = decode_cbor(body)
        assert isinstance(asked, list)
        streams, photos = asked
        return [self.receipt(s, tuple(photos)) for s in streams if s in self.streams]

    def whole(self, sha: Sha256) -> bool:
        """Whether it holds all of a photo."""
        return self._state(sha).complete

    def _enrol(self, body: EnrolBody) -> tuple[int, bytes | None, str]:
        if body.code != CODE:
            return (422, None, "code")
        event = body.genesis
        content = event.content()
        assert content is not None
        check_author(event, bytes.fromhex(content["pk"]))
        stream = self.streams.setdefault(
            event.head.stream,
            Stream(bytes.fromhex(content["pk"]), content["push"], self.let_in),
        )
        stream.events.setdefault(0, event)
        if not stream.let_in:
            return (202, None, "waiting")
        return (200, self.receipt(event.head.stream), "stored")

    def _events(self, body: EventsBody, frame: bytes) -> tuple[int, bytes | None, str]:
        code = self.verdict(body)
        stream = self.streams.get(body.stream)
        if code != 200 or stream is None:
            return (code if code != 200 else 403, None, "no")
        for event in body.events:
            check_author(event, stream.public)
        if not stream.let_in:
            stream.kept.append(frame)
            return (202, None, "waiting")
        for event in body.events:
            present = stream.events.setdefault(event.head.seq, event)
            assert present.id == event.id, "forked"
            self.taken.append(event.id)
            for file in (event.content() or {}).get("files", ()):
                for named in (file, *filter(None, [file.get("preview")])):
                    sha = Sha256(bytes.fromhex(named["sha"]))
                    self.announced[sha] = (named["size"], body.stream)
        return (200, self.receipt(body.stream), "stored")

    def _piece(self, body: PieceBody) -> tuple[int, bytes | None, str]:
        if body.blob not in self.announced:
            return (409, None, "photo not announced")
        size, stream = self.announced[body.blob]
        content = self.photos.setdefault(body.blob, bytearray(size))
        content[body.offset : body.offset + len(body.content)] = body.content
        held = self.have.setdefault(body.blob, set())
        held.update(range(body.offset, body.offset + len(body.content), PIECE_GRAIN))
        return (200, self.receipt(stream, (body.blob,)), "stored")

    def _state(self, sha: Sha256) -> PhotoState:
        size, _ = self.announced[sha]
        held = self.have.get(sha, set())
        grains = range(0, size, PIECE_GRAIN)
        if all(at in held for at in grains):
            return PhotoState(sha256(self.photos[sha]).digest() == sha)
        bits = bytearray((len(grains) + 7) // 8)
        for number, at in enumerate(grains):
            if at in held:
                bits[number // 8] |= 1 << (number % 8)
        return PhotoState(False, bytes(bits))


def encoded(value: object) -> bytes:
    """CBOR as on the wire."""
    return cbor2.dumps(value, canonical=True)
