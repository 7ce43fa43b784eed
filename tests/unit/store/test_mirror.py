"""What HQ's own stream says is signed, but may be nonsense: the intake goes on all the same."""

from pathlib import Path

import pytest

from fieldapp.event.chain import Event, Place, sign_payload
from fieldapp.event.kinds import Kind
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import mirror, projections
from fieldapp.units import UtcMillis
from tests.support.fleet import carry
from tests.support.mission import START, Mission, make_desk, make_mission


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path, mission)


def said(mission: Mission, payload: bytes) -> Event:
    """The next roster event of HQ's stream, whatever it says."""
    last = mission.events[-1]
    place = Place(last.head.seq + 1, last.id)
    event = sign_payload(
        mission.admin, place, Kind.ROSTER, payload, t=UtcMillis(START), salt=bytes(16)
    )
    mission.events.append(event)
    return event


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b'{"n":1.5}',
        b"{}",
        b'{"n":null}',
        b'{"n":9,"add":5,"revoke":"x"}',
        b'{"n":9,"add":[null],"revoke":[{"stream":"zz"}]}',
    ],
)
def test_a_roster_that_makes_no_sense_stops_nothing(
    desk: Desk, mission: Mission, payload: bytes
) -> None:
    carry([mission.vouch(desk, Role.PATROL)], desk, mission)
    odd = said(mission, payload)
    after = mission.admin_event(Kind.PACK, {"n": 10})
    assert carry([odd, after], desk, mission).new == 2
    projections.rebuild(desk.store, mission.profile.admin)
    member = projections.roster(desk.store, mission.admin.stream).member(desk.stream)
    assert member is not None
    assert member.revoked is None


def test_a_revocation_without_its_number_ends_all_trust(desk: Desk, mission: Mission) -> None:
    carry([mission.vouch(desk, Role.PATROL)], desk, mission)
    gone = said(mission, b'{"n":2,"revoke":[{"stream":"%s"}]}' % desk.stream.hex().encode())
    taken = mirror.take(desk.store, [mirror.Arrival(gone, None)], mission.profile.admin)
    assert taken.roster
    row = desk.store.row("SELECT good_upto FROM person WHERE stream = ?", (desk.stream,))
    assert row is not None
    assert row[0] == 0
