"""The roster: who may sign what. A fold over HQ's own numbered, chained roster events."""

from collections.abc import Iterable, Iterator, Mapping
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
        never takes anything back. An entry that cannot be read lets nobody in and harms no other.
        """
        number = number_of(content)
        if number <= self.number:
            return self
        members = dict(self.members)
        for member in additions(content):
            members[member.stream] = member
        for stream, gone in revocations(content):
            if stream in members:
                members[stream] = replace(members[stream], revoked=gone)
        return Roster(number, members)


def number_of(content: Mapping[str, Any]) -> int:
    """The number of a roster event, 0 where it has none."""
    number = content.get("n")
    return number if type(number) is int else 0


def additions(content: Mapping[str, Any]) -> Iterator[Member]:
    """The members that a roster event lets in."""
    for entry in _listed(content, "add"):
        try:
            yield _member(entry)
        except (KeyError, TypeError, ValueError):
            continue


def revocations(content: Mapping[str, Any]) -> Iterator[tuple[StreamId, Revocation]]:
    """The streams in which a roster event ends HQ's trust.

    Where it cannot be read how far a stream was good, nothing of it is.
    """
    for entry in _listed(content, "revoke"):
        match entry:
            case {"stream": str() as text, **rest}:
                pass
            case _:
                continue
        try:
            stream = StreamId(bytes.fromhex(text))
        except ValueError:
            continue
        upto = rest.get("good_upto")
        yield stream, Revocation(str(rest.get("reason", "")), upto if type(upto) is int else 0)


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


def _listed(content: Mapping[str, Any], name: str) -> list[Any]:
    found = content.get(name)
    return found if isinstance(found, list) else []


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
