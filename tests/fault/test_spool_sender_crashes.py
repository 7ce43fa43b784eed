"""Killed after any step of its own, the sender leaves a spool from which the next one goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from fieldapp.units import UtcMillis
from sync.field.disk import Disk
from sync.field.enrol import ask_to_be_let_in
from sync.field.errors import SpoolFull
from sync.field.sending import Sender, World
from sync.field.spool import Shelf, Spool
from sync.http import HqLink
from tests.fault.spool_rig import Crash, Faults, FaultyDisk, Rig, finish, outcome, prepare
from tests.unit.sync_field.bench import Bench
from tests.unit.sync_field.mini_hq import CODE
from tests.unit.sync_field.tls_hq import Answering, Authority, hq_answer, serving


@dataclass
class Hand:
    """A clock that jumps on at every look, so that no wait is long."""

    seconds: float = 0.0

    def ticks(self) -> float:
        self.seconds += 100.0
        return self.seconds

    def now(self) -> UtcMillis:
        return UtcMillis(1_793_700_000_000 + int(self.seconds * 1000))


@dataclass
class Line:
    """An HQ behind TLS that a case plugs its own `MiniHq` into."""

    answering: Answering
    authority: Authority

    def sender(self, home: Path, disk: Disk) -> Sender:
        """A sender on the laptop in ``home``."""
        hand = Hand()
        world = World(
            clock=hand,
            ticks=hand.ticks,
            draw=lambda: 0.0,
            connect=lambda config: HqLink(config.server, config.ca, patience=2),
        )
        return Sender(home, world, disk)


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    authority = Authority()
    certificate = authority.issue(tmp_path_factory.mktemp("tls"))
    with serving(Answering(lambda seen: (500, {}, b"")), certificate) as answering:
        yield Line(answering, authority)


@pytest.fixture(scope="module")
def rig(line: Line, tmp_path_factory: pytest.TempPathFactory) -> Rig:
    """A laptop whose frames are sealed and wait."""
    rig = prepare(tmp_path_factory.mktemp("laptop"))
    bench = rig.again(rig.bench, rig.template)
    server = f"https://127.0.0.1:{line.answering.port}"
    profile = replace(bench.mission.profile, server=server, ca=line.authority.pem)
    ask_to_be_let_in(replace(bench.desk, profile=profile), CODE, bench.spool)
    bench.plan(100_000)
    bench.desk.store.close()
    return rig


@pytest.fixture(scope="module")
def wanted(rig: Rig, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    bench = rig.start(tmp_path_factory.mktemp("calm") / "field")
    finish(bench)
    bench.desk.store.close()
    return outcome(rig.again(bench, bench.desk.home))


def run(sender: Sender, spool: Spool) -> None:
    """Turns until nothing waits."""
    try:
        for _ in range(60):
            sender.turn()
            if not spool.names(Shelf.WAITING):
                return
    finally:
        sender.close()


@pytest.mark.parametrize("error", [Crash, SpoolFull], ids=["kill", "full disk"])
def test_every_step_of_the_sender_may_be_its_last(
    rig: Rig,
    line: Line,
    wanted: tuple[object, ...],
    tmp_path: Path,
    error: type[BaseException],
) -> None:
    stopped = 0
    for at in count(1):
        bench = rig.start(tmp_path / f"case-{at}")
        line.answering.answer = hq_answer(bench.hq)
        faults = Faults(at, error)
        try:
            run(line.sender(bench.desk.home, FaultyDisk(faults)), bench.spool)
        except (Crash, SpoolFull):
            stopped += 1
            check_proofs(bench)
        run(line.sender(bench.desk.home, Disk()), bench.spool)
        check_proofs(bench)
        assert bench.spool.names(Shelf.WAITING) == []
        finish(bench)
        assert outcome(bench) == wanted, f"stopped at step {at}"
        bench.desk.store.close()
        if faults.count < at:
            break
    assert stopped > 15


def check_proofs(bench: Bench) -> None:
    """A frame is put among the done only after its receipt is on disk."""
    done = bench.spool.names(Shelf.DONE)
    assert len(bench.spool.receipts()) >= len(done)
