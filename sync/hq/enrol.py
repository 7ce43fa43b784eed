"""Letting people in and out: one-time codes, requests, approval and revocation."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fieldapp.clock import Clock, Entropy
from fieldapp.event.chain import Place, make_event
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.mission.roster import Role, roster_entry
from fieldapp.units import EventId, UtcMillis
from sync import codes
from sync.hq.errors import BadCode, CodeExpired, CodeUsed, NoSuchLaptop, TooManyCodes
from sync.hq.opening import CheckedEnrol
from sync.hq.projections import member_of
from sync.hq.store import CodeRow, HqTx, StreamRow, StreamState, Verdict

DAYS_MAX = 14
TRIES = 5
"""Wrong codes one laptop may try in a day."""
TRIES_PER_HOUR = 200
"""Wrong codes all together: with 2**46 codes nobody guesses one at this rate."""
REASONS = ("lost", "captured", "left")
FINGERPRINT_MIN = 8
NUMBERS_PER_EPOCH = 1_000_000
"""More events than HQ itself writes between two restores."""
_HOUR = 3_600_000
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a code is for.

    Args:
        person: name as HQ writes it.
        unit: unit code.
        role: what the person may do.
        days: 1 to 14 days in which the code works.
    """

    person: str
    unit: str
    role: Role
    days: int = DAYS_MAX


def fingerprint(stream: bytes) -> str:
    """20 hex characters in groups of four that a person reads aloud to HQ."""
    text = stream.hex()[:20]
    return " ".join(text[at : at + 4] for at in range(0, 20, 4))


def invite(tx: HqTx, invitation: Invitation, now: UtcMillis, entropy: Entropy) -> str:
    """A new one-time code such as ``7K2MP-0QRXA``; only its hash is kept.

    It carries the next laptop number of the unit; from the eleventh code on they come again.
    """
    laptop = tx.codes.of_unit(invitation.unit) % codes.LAPTOPS
    code = codes.new_code(laptop, entropy)
    expires = UtcMillis(now + invitation.days * _DAY)
    row = CodeRow(invitation.person, invitation.unit, invitation.role, expires, None)
    tx.codes.add(_code_hash(code), row)
    return codes.shown(code)


def ask(tx: HqTx, asked: CheckedEnrol, now: UtcMillis) -> StreamRow:
    """Takes a request to be let in; the same request again changes nothing.

    Returns:
        The stream's row, waiting for a person's decision unless that was taken before.

    Raises:
        BadCode: wrong code; or `CodeUsed`, `CodeExpired`, `TooManyCodes`, which are kinds of it.
    """
    event, facts = asked.genesis.event, asked.facts
    present = tx.streams.get(event.head.stream)
    if present is not None:
        if present.genesis != event.id:
            raise BadCode(detail="another first event")
        return present
    older = None if facts.link is None else tx.streams.get(facts.link)
    goes_on = older is not None and older.push == facts.push
    if older is not None and goes_on and not asked.code:
        if older.state is StreamState.REVOKED:
            raise BadCode(detail="goes on from a revoked one")
        invited = Invitation(older.person, older.unit, older.role)
    else:
        invited = _invited(tx, asked, now)
        # Somebody else's stream may not be claimed: its answers would be sent here.
        goes_on = older is not None and goes_on and older.person == invited.person
    row = StreamRow(
        stream=event.head.stream,
        public=facts.public,
        inbox=facts.inbox,
        state=StreamState.PENDING,
        person=invited.person,
        unit=invited.unit,
        role=invited.role,
        device=facts.device,
        push=facts.push,
        fetch=facts.fetch,
        genesis=event.id,
        link=facts.link if goes_on else None,
        upto=0,
        head=GENESIS_PREV,
        forked=False,
        good_upto=None,
    )
    tx.streams.put(row)
    return row


def find(tx: HqTx, text: str) -> StreamRow:
    """The enrolment whose fingerprint begins so, 8 characters at least; raises `NoSuchLaptop`."""
    wanted = "".join(text.split()).lower()
    fitting = [row for row in tx.streams.all() if row.stream.hex().startswith(wanted)]
    if len(wanted) < FINGERPRINT_MIN or len(fitting) != 1:
        raise NoSuchLaptop()
    return fitting[0]


@dataclass(frozen=True, slots=True)
class Registrar:
    """HQ's own hand: appends signed events to HQ's stream.

    Args:
        admin: HQ's signing key.
        clock: HQ's clock.
        entropy: source of salts.
    """

    admin: StreamKey
    clock: Clock
    entropy: Entropy

    def begin(self, tx: HqTx, mission: str) -> None:
        """The first event of HQ's stream."""
        content = {"v": 1, "pk": self.admin.public.hex(), "person": "HQ", "mission": mission}
        self.say(tx, Kind.GENESIS, content)

    def say(self, tx: HqTx, kind: int, content: Mapping[str, Any]) -> int:
        """Appends an event of HQ's; its position in the log."""
        now = self.clock.now()
        event = make_event(self.admin, self._place(tx), kind, content, t=now, entropy=self.entropy)
        return tx.events.add(event, Verdict.ACCEPTED, now)

    def approve(self, tx: HqTx, row: StreamRow, by: str) -> StreamRow:
        """Lets a waiting stream in; the frames kept for it are the caller's to take in."""
        if row.state is not StreamState.PENDING:
            return row
        active = replace(row, state=StreamState.ACTIVE)
        number = self._place(tx).seq
        entry = roster_entry(member_of(active))
        self.say(tx, Kind.ROSTER, {"n": number, "add": [entry], "by": by})
        tx.streams.put(active)
        return active

    def revoke(self, tx: HqTx, row: StreamRow, reason: str, good_upto: int | None) -> StreamRow:
        """Ends the trust in a stream.

        Args:
            tx: a writing transaction.
            row: the stream.
            reason: one of `REASONS`.
            good_upto: from this number on nothing is trusted; by default everything that HQ
                holds stays trusted: the chain binds what may still be missing below it.
        """
        upto = tx.events.highest(row.stream) + 1 if good_upto is None else good_upto
        gone = replace(row, state=StreamState.REVOKED, good_upto=upto)
        if row.state is not StreamState.PENDING:
            entry = {"stream": row.stream.hex(), "reason": reason, "good_upto": upto}
            number = self._place(tx).seq
            self.say(tx, Kind.ROSTER, {"n": number, "add": [], "revoke": [entry]})
        tx.waiting.drop(row.stream)
        tx.events.quarantine(row.stream, upto)
        tx.streams.put(gone)
        return gone

    def _place(self, tx: HqTx) -> Place:
        """Where HQ's next event goes.

        After a restore the numbers jump: those of the lost time were seen by others and are
        never used again, and the gap shows that something is missing.
        """
        last = tx.events.highest(self.admin.stream)
        prev = EventId(GENESIS_PREV) if last < 0 else tx.events.at(self.admin.stream, last)[0][0]
        return Place(max(last + 1, (tx.epoch - 1) * NUMBERS_PER_EPOCH), prev)


def _invited(tx: HqTx, asked: CheckedEnrol, now: UtcMillis) -> Invitation:
    stream = asked.genesis.event.head.stream
    if tx.codes.failures(now - _HOUR) >= TRIES_PER_HOUR:
        raise TooManyCodes(detail="in an hour")
    if tx.codes.failed(stream, now - _DAY) >= TRIES:
        raise TooManyCodes(detail="of one laptop")
    hashed = _code_hash(codes.normal(asked.code))
    found = tx.codes.get(hashed)
    if found is None:
        tx.codes.fail(stream, now)
        raise BadCode()
    if found.used_by is not None:
        raise CodeUsed()
    if now > found.expires:
        raise CodeExpired()
    tx.codes.use(hashed, stream)
    return Invitation(found.person, found.unit, found.role)


def _code_hash(code: str) -> bytes:
    return hashlib.sha256(b"ufr1/code\0" + code.replace("-", "").encode()).digest()
