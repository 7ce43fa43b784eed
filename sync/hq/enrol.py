"""Letting people in and out: one-time codes, requests, approval and revocation."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fieldapp.clock import Clock, Entropy
from fieldapp.event.chain import Event, Place, make_event
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.mission.roster import Role, roster_entry
from fieldapp.units import EventId, StreamId, UtcMillis
from sync.hq.errors import BadCode, NoSuchLaptop
from sync.hq.opening import CheckedEnrol
from sync.hq.projections import member_of
from sync.hq.store import CodeRow, HqTx, StreamRow, StreamState, Verdict

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_CHARS = 10
DAYS_MAX = 14
TRIES = 5
"""Wrong codes one laptop may try; it then needs a new enrolment."""
TRIES_PER_HOUR = 200
"""Wrong codes all together: with 2**50 codes nobody guesses one at this rate."""
REASONS = ("lost", "captured", "left")
_HOUR = 3_600_000
_LOOKALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})


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


def normalise(code: str) -> str:
    """A code as typed, in its one spelling: upper case, no blanks, look-alikes replaced."""
    return code.upper().translate(_LOOKALIKE)


def fingerprint(stream: bytes) -> str:
    """20 hex characters in groups of four that a person reads aloud to HQ."""
    text = stream.hex()[:20]
    return " ".join(text[at : at + 4] for at in range(0, 20, 4))


def invite(tx: HqTx, invitation: Invitation, now: UtcMillis, entropy: Entropy) -> str:
    """A new one-time code such as ``7K2MP-0QRXA``; only its hash is kept."""
    code = "".join(ALPHABET[byte & 31] for byte in entropy(CODE_CHARS))
    expires = UtcMillis(now + invitation.days * 24 * _HOUR)
    row = CodeRow(invitation.person, invitation.unit, invitation.role, expires, None)
    tx.codes.add(_code_hash(code), row)
    return f"{code[:5]}-{code[5:]}"


def ask(tx: HqTx, asked: CheckedEnrol, now: UtcMillis) -> StreamRow:
    """Takes a request to be let in; the same request again changes nothing.

    Returns:
        The stream's row, waiting for a person's decision unless that was taken before.

    Raises:
        BadCode: wrong, used or expired code, or too many tries.
    """
    event, facts = asked.genesis.event, asked.facts
    present = tx.streams.get(event.head.stream)
    if present is not None:
        if present.genesis != event.id:
            raise BadCode(detail="another first event")
        return present
    row = _request(tx, asked, now)
    tx.streams.put(row)
    del facts
    return row


def _request(tx: HqTx, asked: CheckedEnrol, now: UtcMillis) -> StreamRow:
    event, facts = asked.genesis.event, asked.facts
    invited = _invited(tx, asked, now)
    return StreamRow(
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
        link=facts.link,
        upto=0,
        head=GENESIS_PREV,
        forked=False,
        good_upto=None,
    )
