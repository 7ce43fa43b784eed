"""A fictional mission for tests: UNMIZ in Zokara, local time UTC+1, grids in the empty desert."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.clock import Clock, Entropy
from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.mission.installation import install_mission
from fieldapp.mission.profile import MissionProfile, Unit, write_profile
from fieldapp.mission.roster import Member, Role, roster_entry
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.units import LONGEST_LOCK_MINUTES, UtcMillis
from fieldapp.vault.kdf import KdfCost

START = UtcMillis(1_793_700_000_000)
"""3 November 2026, 08:40Z."""
PASSPHRASE = "dune lantern copper rain"
CHEAP = KdfCost(64 * 1024, passes=1, lanes=1)


@dataclass
class TickingClock:
    """A clock that moves on by one second at every look."""

    at: int = START

    def now(self) -> UtcMillis:
        self.at += 1000
        return UtcMillis(self.at)


def seeded(seed: int) -> Entropy:
    """Repeatable bytes for tests; never for keys of real people."""
    return Random(seed).randbytes


@dataclass
class Mission:
    """Keys of a test mission, and its HQ's own stream."""

    profile: MissionProfile
    root: StreamKey
    admin: StreamKey
    receipt: StreamKey
    seal_private: bytes
    bundle_private: bytes
    events: list[Event] = field(default_factory=list)
    number: int = 0

    @property
    def file(self) -> bytes:
        """The signed profile."""
        return write_profile(self.profile, self.root)

    def admin_event(self, kind: int, content: dict[str, object]) -> Event:
        """The next event of HQ's own stream."""
        place = FIRST
        if self.events:
            place = Place(self.events[-1].head.seq + 1, self.events[-1].id)
        event = make_event(
            self.admin, place, kind, content, t=START, entropy=seeded(len(self.events))
        )
        self.events.append(event)
        return event

    def vouch(self, desk: Desk, role: Role, person: str = "") -> Event:
        """A roster event that lets a person in."""
        self.number += 1
        member = Member(
            stream=desk.stream,
            public=desk.signing.public,
            inbox=desk.keys.inbox_public(),
            person=person or desk.keys.slot.label,
            unit=desk.unit(),
            role=role,
            device="test",
        )
        content: dict[str, object] = {"n": self.number, "add": [roster_entry(member)]}
        return self.admin_event(Kind.ROSTER, content)

    def revoke(self, desk: Desk, good_upto: int) -> Event:
        """A roster event that takes a person's key back from the event of this number on."""
        self.number += 1
        gone = {"stream": desk.stream.hex(), "reason": "captured", "good_upto": good_upto}
        return self.admin_event(Kind.ROSTER, {"n": self.number, "add": [], "revoke": [gone]})


def make_mission(
    seed: int = 1,
    server: str = "https://127.0.0.1:1",
    lock_minutes: int = LONGEST_LOCK_MINUTES,
) -> Mission:
    """A mission with fixed keys."""
    source = seeded(seed)
    root, admin, receipt = (StreamKey(source(32)) for _ in range(3))
    seal, bundle = source(32), source(96)
    classic = X25519PrivateKey.from_private_bytes(bundle[64:]).public_key().public_bytes_raw()
    post = MLKEM768PrivateKey.from_seed_bytes(bundle[:64]).public_key().public_bytes_raw()
    profile = MissionProfile(
        mission="UNMIZ",
        name="United Nations Mission in Zokara",
        server=server,
        ca="",
        root=root.public,
        admin=admin.public,
        receipt=receipt.public,
        seal=X25519PrivateKey.from_private_bytes(seal).public_key().public_bytes_raw(),
        bundle_seal=post + classic,
        units=(
            Unit("TS7", "Team Site 7", "Sector West"),
            Unit("HQ", "Force HQ", "Mission HQ"),
        ),
        offset_minutes=60,
        base_square="32QQF",
        lock_minutes=lock_minutes,
    )
    return Mission(profile, root, admin, receipt, seal, bundle)


def make_desk(
    home: Path,
    mission: Mission,
    person: str = "Capt A",
    *,
    unit: str = "TS7",
    laptop: int = 0,
    seed: int = 7,
    clock: Clock | None = None,
    by: Desk | None = None,
) -> Desk:
    """A set-up and unlocked laptop."""
    install_mission(home, mission.file)
    return add_person(
        home,
        Newcomer(person, unit, "test laptop", laptop),
        PASSPHRASE,
        CHEAP,
        clock=clock or TickingClock(),
        entropy=seeded(seed),
        by=None if by is None else by.keys,
    )


def other_mission() -> Mission:
    """A mission that shares nothing with `make_mission`."""
    mission = make_mission(99)
    mission.profile = replace(mission.profile, mission="OTHER")
    return mission
