"""The roster: who may sign what. A fold over HQ's own numbered, chained roster events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from fieldapp.units import StreamId


class Role(StrEnum):
    """What a person may do; see ``domain.md`` of the design for each role's rights."""

    PATROL = "patrol"
    DUTY = "duty"
    OFFICER = "officer"
    ADMIN = "admin"
    PROTECTION = "protection"
    """Reads and takes over protected reports, and nothing else."""

    @property
    def reviews(self) -> bool:
        """Whether this role gives verdicts on reports that everybody may read."""
        return self is Role.OFFICER

    @property
    def reads_log(self) -> bool:
        """Whether this role pulls HQ's log, or its part of it, and keeps what it pulled."""
        return self in (Role.OFFICER, Role.PROTECTION)

    def judges(self, *, protected: bool) -> bool:
        """Whether a verdict of this role counts on a report."""
        return self is (Role.PROTECTION if protected else Role.OFFICER)


@dataclass(frozen=True, slots=True)
class Member:
    """One person on one device, vouched for by HQ.

    Args:
        stream: their stream.
        public: their signing key, 32 bytes.
        inbox: X25519 key to which HQ seals what is for them, 32 bytes.
        person: name as shown.
        unit: unit code.
        role: what they may do.
        device: label of the laptop.
        revoked: why and from which number on their events are not trusted, or None.
    """

    stream: StreamId
    public: bytes
    inbox: bytes
    person: str
    unit: str
    role: Role
    device: str
    revoked: "Revocation | None" = None


@dataclass(frozen=True, slots=True)
class Revocation:
    """From ``good_upto`` on a stream is quarantined; reason is lost, captured or left."""

    reason: str
    good_upto: int


@dataclass(frozen=True, slots=True)
class Roster:
    """The members by stream, after roster event number ``number``."""

    number: int = 0
    members: Mapping[StreamId, Member] = field(default_factory=dict)

    def member(self, stream: bytes) -> Member | None:
        """Who writes this stream, revoked or not."""
        return self.members.get(StreamId(stream))

    def holders(self) -> tuple[Member, ...]:
        """To whom protected reports are sealed, as of now."""
        return tuple(
            member
            for member in self.members.values()
            if member.role is Role.PROTECTION and member.revoked is None
        )

    def apply(self, content: Mapping[str, Any]) -> "Roster":
        """The roster after one more roster event.

        A number that is not higher than the present one changes nothing: an old roster replayed
        never takes anything back.
        """
        number = int(content["n"])
        if number <= self.number:
            return self
        members = dict(self.members)
        for entry in content.get("add", ()):
            member = _member(entry)
            members[member.stream] = member
        for entry in content.get("revoke", ()):
            stream = StreamId(bytes.fromhex(entry["stream"]))
            if stream in members:
                gone = Revocation(str(entry["reason"]), int(entry["good_upto"]))
                members[stream] = replace(members[stream], revoked=gone)
        return Roster(number, members)


def fold_roster(contents: Iterable[Mapping[str, Any]]) -> Roster:
    """The roster after these contents, in the order of HQ's stream."""
    roster = Roster()
    for content in contents:
        roster = roster.apply(content)
    return roster


def roster_entry(member: Member) -> dict[str, Any]:
    """``member`` as an item of a roster event's ``add`` list."""
    return {
        "stream": member.stream.hex(),
        "pk": member.public.hex(),
        "inbox": member.inbox.hex(),
        "person": member.person,
        "unit": member.unit,
        "role": member.role.value,
        "device": member.device,
    }


def _member(entry: Mapping[str, Any]) -> Member:
    return Member(
        stream=StreamId(bytes.fromhex(entry["stream"])),
        public=bytes.fromhex(entry["pk"]),
        inbox=bytes.fromhex(entry["inbox"]),
        person=str(entry["person"]),
        unit=str(entry["unit"]),
        role=Role(entry["role"]),
        device=str(entry["device"]),
    )
