"""An HQ inside the test's own process: real store and keys, a clock that the test holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.clock import system_entropy
from fieldapp.mission.profile import Unit
from fieldapp.mission.roster import Role
from sync.hq.app import Hq, open_hq
from sync.hq.cli_people import approve
from sync.hq.enrol import Invitation, invite
from sync.hq.setup import NewMission, begin
from tests.support.laptop import Laptop
from tests.support.mission import TickingClock

MISSION = NewMission(
    code="UNMIZ",
    name="United Nations Mission in Zokara",
    hosts=("127.0.0.1",),
    port=8443,
    units=(Unit("TS7", "Team Site 7", "Sector West"), Unit("HQ", "Force HQ", "Mission HQ")),
    offset_minutes=60,
    base_square="32QQF",
)


@contextmanager
def hq_inside(folder: Path) -> Iterator[Hq]:
    """A new, open HQ in ``folder / "hq"``."""
    clock = TickingClock()
    begin(folder / "hq", MISSION, clock, system_entropy)
    with open_hq(folder / "hq", clock) as hq:
        yield hq


def code_for(hq: Hq, role: Role = Role.PATROL, days: int = 14, person: str = "Capt A") -> str:
    """A one-time code."""
    with hq.store.writing() as tx:
        return invite(tx, Invitation(person, "TS7", role, days), hq.clock.now(), hq.entropy)


def asked(hq: Hq, seed: int = 1, role: Role = Role.PATROL) -> Laptop:
    """A laptop that waits to be let in."""
    laptop = Laptop(hq.profile, seed)
    (outcome,) = hq.ingest().take([laptop.enrolment(code_for(hq, role))])
    assert outcome.code == 202
    return laptop


def let_in(hq: Hq, seed: int = 1, role: Role = Role.PATROL) -> Laptop:
    """A laptop that HQ let in."""
    laptop = asked(hq, seed, role)
    approve(hq, (laptop.stream.hex(),), "Test officer")
    return laptop
