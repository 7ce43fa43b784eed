"""A laptop without a store: makes events and frames for tests of HQ, and opens what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.mission.profile import MissionProfile
from fieldapp.units import Sha256, StreamId, UtcMillis
from sync.body import Body, EnrolBody, EventsBody, FramesBody, PieceBody
from sync.frame import Address, SealKeys, SuiteId, open_frame, seal
from sync.receipt import open_receipt
from tests.support.mission import START, seeded

TINY = {"form": "incident", "answers": {"what": "shots heard"}, "ref": "TS7-INC-2026-0001-X"}


@dataclass
class Laptop:
    """One person on one laptop.

    Args:
        profile: the mission.
        seed: makes keys and salts repeatable.
        person: as they call themselves.
    """

    profile: MissionProfile
    seed: int = 1
    person: str = "Capt A"
    link: StreamId | None = None
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        source = seeded(self.seed)
        self.entropy = source
        self.signing = StreamKey(source(32))
        self.push, self.fetch = source(16), source(16)
        self.inbox_keys = SealKeys()
        self.inbox = self.inbox_keys.add_radio(source(32))

    @property
    def stream(self) -> StreamId:
        """Their stream."""
        return self.signing.stream

    def begin(self, **changes: Any) -> Event:
        """The first event."""
        content = {
            "v": 1,
            "pk": self.signing.public.hex(),
            "inbox": self.inbox.public.hex(),
            "person": self.person,
            "unit": "TS7",
            "device": "test laptop",
            "app": "0",
            "mission": self.profile.mission,
            "push": sha256(self.push).hexdigest(),
            "fetch": sha256(self.fetch).hexdigest(),
            "link": None if self.link is None else {"stream": self.link.hex(), "last": "00" * 32},
            **changes,
        }
        return self.say(Kind.GENESIS, content)

    def say(
        self,
        kind: int,
        content: Mapping[str, Any],
        obj: bytes = b"",
        ctype: int = ContentType.JSON,
    ) -> Event:
        """The next event."""
        place = FIRST
        if self.events:
            place = Place(self.events[-1].head.seq + 1, self.events[-1].id)
        t = UtcMillis(START + place.seq)
        event = make_event(
            self.signing, place, kind, content, t=t, entropy=self.entropy, obj=obj, ctype=ctype
        )
        self.events.append(event)
        return event

    def report(self, **changes: Any) -> Event:
        """A small report."""
        return self.say(Kind.REPORT, {**TINY, **changes})

    def with_photo(self, content: bytes) -> tuple[Event, Sha256]:
        """A report that announces a photo."""
        sha = Sha256(sha256(content).digest())
        item = {"sha": sha.hex(), "size": len(content), "mime": "image/jpeg", "name": "a.jpg"}
        return self.report(files=[item]), sha

    @property
    def hq(self) -> Address:
        """HQ's address for radio frames."""
        return Address(SuiteId.RADIO, self.profile.seal)

    def frame(self, *events: Event) -> bytes:
        """Events in one frame for HQ."""
        return self.sealed(EventsBody(self.stream, events))

    def sealed(self, body: Body) -> bytes:
        """Any body for HQ."""
        return seal(body, self.hq)

    def enrolment(self, code: str) -> bytes:
        """A frame that asks to be let in."""
        genesis = self.events[0] if self.events else self.begin()
        return self.sealed(EnrolBody(code, genesis))

    def pieces(self, content: bytes, size: int = 8192) -> list[bytes]:
        """A photo in frames."""
        sha = Sha256(sha256(content).digest())
        return [
            self.sealed(PieceBody(sha, at, content[at : at + size]))
            for at in range(0, len(content), size)
        ]

    def wrapped(self, *frames: bytes) -> bytes:
        """Frames wrapped once more for a courier."""
        return seal(
            FramesBody(b"".join(frames)), Address(SuiteId.COURIER, self.profile.bundle_seal)
        )

    def believe(self, raw: bytes | None) -> Receipt:
        """The receipt, its signature checked."""
        assert raw is not None
        return open_receipt(raw, self.profile.receipt)

    def unseal(self, frame: bytes) -> Body:
        """What HQ sealed to this person."""
        return open_frame(frame, self.inbox_keys)
