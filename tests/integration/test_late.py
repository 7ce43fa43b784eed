"""Late by its way and a laptop with a wrong clock, from the patrol to the officer's list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.cli_support import Shell
from fieldapp.clock import SystemClock
from fieldapp.event.kinds import Kind
from fieldapp.store import reads
from fieldapp.store.database import open_store
from fieldapp.store.timeliness import Late, judge
from fieldapp.units import EventId, UtcMillis
from sync.field.cli import run_round
from sync.field.clock_telling import tell_clock
from sync.field.disk import Disk
from sync.field.sender import serve
from sync.field.sending import Sender, World
from sync.field.status import SenderStatus, wake_sender, write_status
from sync.http import HqLink
from tests.integration.test_field_sync import Laptop, enrolled, let_in
from tests.support.fleet import own_events, restriction
from tests.support.hq import Hq, running_hq

HOUR = 3_600_000


@dataclass
class Slow:
    """A clock that is so many milliseconds behind the true one."""

    behind: int = 0

    def now(self) -> UtcMillis:
        return UtcMillis(SystemClock().now() - self.behind)


@pytest.fixture(scope="module")
def hq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as running:
        yield running


def ticking(laptop: Laptop, clock: Slow) -> Laptop:
    """The same laptop with another clock."""
    laptop.desk.store.close()
    store = open_store(laptop.desk.home, laptop.desk.keys.database, clock)
    return Laptop(replace(laptop.desk, store=store), laptop.spool)


def send(laptop: Laptop, clock: Slow) -> None:
    """What its sender does, by the laptop's own clock."""
    laptop.plan()
    wake_sender(laptop.desk.home)
    ticks = SystemClock()
    world = World(
        clock=clock,
        ticks=lambda: ticks.now() / 1000,
        draw=lambda: 0.5,
        connect=lambda config: HqLink(config.server, config.ca, patience=20),
    )
    sender = Sender(laptop.desk.home, world)
    serve(sender, once=True, stopped=lambda: False, sleep=lambda _seconds: None)
    sender.close()
    laptop.plan()


def report_of(laptop: Laptop, ended: datetime) -> EventId:
    """Files a restriction that was over at ``ended``."""
    answers = restriction(when={"end": ended.isoformat(timespec="milliseconds")})
    return commands.file_report(laptop.desk, answers).report


def test_hq_reads_the_times_of_a_laptop_whose_clock_is_slow(tmp_path: Path, hq: Hq) -> None:
    """Its own times stay as they are; the note beside them says what they are worth."""
    patrol = enrolled(tmp_path, hq, "Capt Slow")
    officer = enrolled(tmp_path, hq, "Maj Clock", "HQ", "officer")
    for one in (patrol, officer):
        let_in(one, hq)
        one.inbox()
    clock = Slow(3 * HOUR)
    patrol = ticking(patrol, clock)
    report = report_of(patrol, datetime.now(UTC) - timedelta(hours=1))
    own = reads.detail(patrol.desk.store, report).row
    assert judge(own, clock.now()).late is Late.DOUBT, "over before it was filed, by this clock"
    send(patrol, clock)
    assert tell_clock(patrol.desk), "three hours are worth a note"
    assert not tell_clock(patrol.desk)
    send(patrol, clock)
    officer.log()
    row = reads.detail(officer.desk.store, report).row
    found = judge(row, SystemClock().now())
    assert found.late is Late.IN_TIME
    assert abs((found.filing or 0) - HOUR) < HOUR // 10
    assert row.filed == own.filed
    listed = reads.page(officer.desk.store, reads.ReportFilter(late=(Late.IN_TIME,)))
    assert report in {one.id for one in listed.rows}


def test_a_report_that_waited_for_the_link_is_told_from_one_filed_late(
    tmp_path: Path, hq: Hq
) -> None:
    patrol = enrolled(tmp_path, hq, "Lt Waits")
    officer = enrolled(tmp_path, hq, "Maj Reads", "HQ", "officer")
    for one in (patrol, officer):
        let_in(one, hq)
        one.inbox()
    clock = Slow(40 * HOUR)
    patrol = ticking(patrol, clock)
    then = datetime.now(UTC) - timedelta(hours=40)
    by_link = report_of(patrol, then - timedelta(minutes=50))
    by_author = report_of(patrol, then - timedelta(hours=3))
    clock.behind = 0
    send(patrol, clock)
    assert not tell_clock(patrol.desk)
    officer.log()
    for desk in (patrol.desk, officer.desk):
        found = {
            one: judge(reads.detail(desk.store, one).row, SystemClock().now())
            for one in (by_link, by_author)
        }
        assert found[by_link].late is Late.LINK
        assert found[by_author].late is Late.FILED_LATE
        assert {round((one.way or 0) / HOUR) for one in found.values()} == {40}
        assert all(one.there for one in found.values())


def test_the_sync_verb_tells_what_was_measured_before_and_what_it_measures_itself(
    tmp_path: Path, hq: Hq
) -> None:
    laptop = enrolled(tmp_path, hq, "Lt Verb")
    let_in(laptop, hq)
    at = SystemClock().now() - HOUR
    status = SenderStatus(clock_off=2 * HOUR, clock_error=100, clock_at=at)
    write_status(laptop.desk.home, status, Disk())
    run_round(laptop.desk, Shell())
    events = own_events(laptop.desk)
    notes = [e.content() or {} for e in events if e.head.kind == Kind.CLOCK_NOTE]
    assert [round(note["offset"] / HOUR) for note in notes] == [2, 0]
    assert notes[1]["was"] == [2 * HOUR, at]
    run_round(laptop.desk, Shell())
    assert laptop.waiting() == 0
    assert len(own_events(laptop.desk)) == len(events)
