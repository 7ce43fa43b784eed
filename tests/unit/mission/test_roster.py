"""The roster: an entry that cannot be read lets nobody in, and takes nobody's revocation away."""

from typing import Any

import pytest

from fieldapp.mission.roster import Member, Revocation, Role, Roster, roster_entry
from fieldapp.units import StreamId

STREAM = StreamId(bytes(16))
ENTRY: dict[str, Any] = roster_entry(
    Member(STREAM, bytes(32), bytes(32), "Capt A", "TS7", Role.PATROL, "laptop")
)
LET_IN = Roster().apply({"n": 1, "add": [ENTRY]})


def test_who_was_let_in_is_a_member_until_revoked() -> None:
    member = LET_IN.member(STREAM)
    assert member is not None
    assert member.revoked is None
    gone = {"stream": STREAM.hex(), "reason": "lost", "good_upto": 3}
    after = LET_IN.apply({"n": 2, "revoke": [gone]}).member(STREAM)
    assert after is not None
    assert after.revoked == Revocation("lost", 3)


@pytest.mark.parametrize("number", [None, "2", 1.5, True, 0, 1, -5])
def test_without_a_higher_number_nothing_changes(number: object) -> None:
    assert LET_IN.apply({"n": number, "revoke": [{"stream": STREAM.hex()}]}) is LET_IN


@pytest.mark.parametrize(
    "entry",
    [
        None,
        5,
        "x",
        [],
        {},
        {**ENTRY, "role": "emperor"},
        {**ENTRY, "stream": "zz"},
        {**ENTRY, "pk": 5},
        {**ENTRY, "inbox": None},
    ],
)
def test_an_entry_that_cannot_be_read_harms_no_other(entry: object) -> None:
    roster = Roster().apply({"n": 1, "add": [entry, ENTRY]})
    assert list(roster.members) == [STREAM]
    assert Roster().apply({"n": 1, "add": entry}).members == {}


@pytest.mark.parametrize("upto", [None, "3", [], True])
def test_a_revocation_that_is_unclear_trusts_nothing(upto: object) -> None:
    gone = {"stream": STREAM.hex(), "good_upto": upto}
    member = LET_IN.apply({"n": 2, "revoke": [5, {"stream": 5}, {"stream": "z"}, gone]}).member(
        STREAM
    )
    assert member is not None
    assert member.revoked == Revocation("", 0)
