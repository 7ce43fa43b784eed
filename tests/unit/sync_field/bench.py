"""What the tests of this folder share: a laptop, an HQ in one object, and the road between."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp import commands
from fieldapp.clock import SystemClock
from fieldapp.commands import NewFile
from fieldapp.event.receipt import Receipt
from fieldapp.people import Desk
from fieldapp.store import journal
from fieldapp.units import EventId
from sync.field.enrol import ask_to_be_let_in
from sync.field.planner import Planner
from sync.field.spool import Shelf, Spool
from sync.receipt import open_receipt
from tests.support.fleet import restriction
from tests.support.mission import Mission, make_desk, make_mission, seeded
from tests.unit.sync_field.mini_hq import CODE, MiniHq

SLOW, FAST = 300, 100_000


@dataclass
class Bench:
    """A laptop whose person asked to be let in."""

    mission: Mission
    desk: Desk
    spool: Spool
    planner: Planner
    hq: MiniHq

    def file(self, precedence: str = "ROUTINE", photos: tuple[bytes, ...] = ()) -> EventId:
        """Files a report; its id."""
        files = [NewFile(content, "image/jpeg", "p.jpg") for content in photos]
        return commands.file_report(self.desk, restriction(precedence=precedence), files).report

    def plan(self, rate: int = SLOW, *, merge: bool = False, originals: bool = False) -> bool:
        """One run of the planner; whether it says that something changed."""
        changes = self.planner.plan(self.desk.store, rate=rate, merge=merge, originals=originals)
        return bool(changes)

    def send(self, most: int = 10_000) -> int:
        """Does what the sender does, without a network; number of frames settled."""
        settled = 0
        for name in self.spool.names(Shelf.WAITING)[:most]:
            frame = self.spool.read(name)
            if frame is None:
                continue
            code, raw, _ = self.hq.take(frame)
            if raw is not None:
                self.spool.add_receipt(raw)
            if code == 200:
                self.spool.move(name, Shelf.WAITING, Shelf.DONE)
            elif code == 202:
                self.spool.move(name, Shelf.WAITING, Shelf.KEPT)
            elif code == 415:
                self.spool.park(name, "refused.version")
            elif code in (400, 403, 422):
                self.spool.park(name, "refused.check")
            settled += code != 409
        return settled

    def waiting(self) -> list[str]:
        """First digits of the frames that wait, in order."""
        return [name[0] for name in self.spool.names(Shelf.WAITING)]

    def undelivered(self) -> int:
        """Own events that no receipt covers."""
        return len(journal.pending(self.desk.store))

    def opened(self, raw: bytes) -> Receipt:
        """A receipt, checked."""
        return open_receipt(raw, self.mission.profile.receipt)


def make_bench(home: Path, *, let_in: bool = True, enrol: bool = True) -> Bench:
    """A set-up laptop and its HQ."""
    mission = make_mission()
    desk = make_desk(home, mission)
    spool = Spool(home)
    if enrol:
        ask_to_be_let_in(desk, CODE, spool)
    planner = Planner(spool, mission.profile, SystemClock(), seeded(3))
    return Bench(mission, desk, spool, planner, MiniHq(mission, let_in))
