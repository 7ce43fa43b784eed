"""What the sender measured is signed by whoever unlocks, and sealed for HQ at once."""

from pathlib import Path

import pytest

from fieldapp.event.kinds import Kind
from fieldapp.store import journal, projections, reads
from sync.field.clock_telling import tell_clock
from sync.field.disk import Disk
from sync.field.spool import Shelf
from sync.field.status import SenderStatus, write_status
from tests.support.fleet import own_events
from tests.support.mission import START
from tests.unit.sync_field.bench import Bench, make_bench
from ui.sealing import Sealing

HOUR = 3_600_000


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path / "field")


def measured(bench: Bench, off: int | None, at: int | None = START) -> None:
    """The sender says how far HQ's clock is ahead."""
    status = SenderStatus(clock_off=off, clock_error=200, clock_at=at)
    write_status(bench.desk.home, status, Disk())


def kinds(bench: Bench) -> list[int]:
    return [event.head.kind for event in own_events(bench.desk)]


def test_a_note_is_signed_and_sealed_with_what_waits(bench: Bench) -> None:
    bench.plan()
    bench.send()
    bench.plan()
    measured(bench, HOUR)
    sealing = Sealing(bench.planner.clock)
    changes = sealing.run(bench.desk)
    assert changes.reports
    assert kinds(bench) == [Kind.GENESIS, Kind.CLOCK_NOTE]
    assert len(bench.spool.names(Shelf.WAITING)) == 1
    sealing.run(bench.desk)
    assert kinds(bench).count(Kind.CLOCK_NOTE) == 1
    bench.send()
    bench.plan()
    assert journal.pending(bench.desk.store) == []


@pytest.mark.parametrize(("off", "at"), [(None, START), (HOUR, None)])
def test_a_sender_that_measured_nothing_tells_nothing(
    bench: Bench, off: int | None, at: int | None
) -> None:
    assert not tell_clock(bench.desk), "there is no sender yet"
    measured(bench, off, at)
    assert not tell_clock(bench.desk)


def test_a_receipt_says_when_hq_had_it(bench: Bench) -> None:
    report = bench.file()
    bench.plan()
    bench.send()
    bench.plan()
    row = reads.detail(bench.desk.store, report).row
    assert row.received is not None
    projections.rebuild(bench.desk.store, bench.desk.profile.admin)
    assert reads.detail(bench.desk.store, report).row.received == row.received
