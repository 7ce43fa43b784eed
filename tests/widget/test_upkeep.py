"""What a laptop does for itself behind an unlocked desk, and that it stops when the desk closes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.changes import Changes
from fieldapp.commands import file_report, review_report
from fieldapp.errors import FieldError
from fieldapp.files import DiskFull
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import drafts, reads, snapshots
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import StoreBusy
from fieldapp.store.lane import StoreLane
from fieldapp.store.retention import DAY_MILLIS
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import START, TickingClock, make_desk, make_mission
from ui import upkeep
from ui.upkeep import Upkeep, UpkeepClosed


@pytest.fixture
def lane() -> Iterator[StoreLane]:
    found = StoreLane()
    yield found
    found.close()


def trouble(error: FieldError) -> None:
    """Nothing goes wrong, or the test ends."""
    raise error


def old_report(home: Path) -> tuple[Desk, EventId]:
    """A desk with one report that HQ accepted long ago, seen complete for as long."""
    mission, clock = make_mission(), TickingClock()
    desk = make_desk(home / "field", mission, clock=clock)
    officer = make_desk(home / "hq", mission, "Maj H", unit="HQ", seed=21)
    carry([mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)], desk, mission)
    carry(mission.events, officer, mission)
    report = file_report(desk, restriction()).report
    carry(own_events(desk), officer, mission, 10)
    review_report(officer, report, "accept")
    carry(own_events(officer)[1:], desk, mission, 20)
    officer.store.close()
    for days in (0, 15):
        clock.at += days * DAY_MILLIS
        deliver(desk, mission, receipt_for(desk, 2, t=UtcMillis(START + days * DAY_MILLIS)))
        if not days:
            assert list(upkeep.remove_old_text(desk)) == []
    return desk, report


def test_a_round_removes_what_is_due_then_makes_a_copy(tmp_path: Path, lane: StoreLane) -> None:
    desk, report = lane.ask(lambda: old_report(tmp_path))
    told: list[Changes] = []
    work = Upkeep(lane, desk, told.append, trouble)
    work.round()
    assert told == [Changes(reports=True, photos=True)]
    assert lane.ask(lambda: reads.detail(desk.store, report).row.removed) is not None
    (copy,) = snapshots.snapshots(desk.home, desk.keys.database)
    assert copy.held.removed == 2
    work.round()
    assert len(told) == 1
    assert snapshots.snapshots(desk.home, desk.keys.database) == (copy,)
    lane.ask(desk.store.close)


def test_a_correction_under_way_spares_its_report(tmp_path: Path, lane: StoreLane) -> None:
    desk, report = lane.ask(lambda: old_report(tmp_path))
    draft = Draft("00" * 8, "restriction", "1", report=report.hex())
    lane.ask(lambda: drafts.save_draft(desk.store, desk.sealer, draft))
    work = Upkeep(lane, desk, lambda _changes: None, trouble)
    work.round()
    assert lane.ask(lambda: reads.detail(desk.store, report).row.removed) is None
    lane.ask(lambda: drafts.delete_draft(desk.store, draft.id))
    work.round()
    assert lane.ask(lambda: reads.detail(desk.store, report).row.removed) is not None
    lane.ask(desk.store.close)


def test_trouble_with_removing_does_not_keep_a_copy_from_being_made(
    tmp_path: Path, lane: StoreLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = lane.ask(lambda: old_report(tmp_path))

    def busy(_desk: Desk) -> Iterator[int]:
        raise StoreBusy
        yield 0

    monkeypatch.setattr(upkeep, "remove_old_text", busy)
    Upkeep(lane, desk, lambda _changes: None, trouble).round()
    assert len(snapshots.snapshots(desk.home, desk.keys.database)) == 1
    lane.ask(desk.store.close)


def test_a_closed_desk_is_left_alone_between_two_steps(
    tmp_path: Path, lane: StoreLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = lane.ask(lambda: old_report(tmp_path))
    begun, steps = threading.Event(), []

    def endless(_desk: Desk) -> Iterator[int]:
        while True:
            steps.append(threading.current_thread().name)
            begun.set()
            yield 0

    monkeypatch.setattr(upkeep, "remove_old_text", endless)
    monkeypatch.setattr(upkeep, "FIRST_SECONDS", 0.0)
    work = Upkeep(lane, desk, lambda _changes: None, trouble)
    work.start()
    assert begun.wait(10)
    work.close()
    lane.ask(desk.store.close)
    assert work.join(10)
    assert all(name.startswith("store-lane") for name in steps)
    with pytest.raises(UpkeepClosed):
        work.round()
    assert snapshots.snapshots(desk.home, desk.keys.database) == ()


def test_a_copy_that_finds_no_room_is_told(
    tmp_path: Path, lane: StoreLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = lane.ask(lambda: old_report(tmp_path))
    told: list[str] = []
    work = Upkeep(lane, desk, lambda _changes: None, lambda error: told.append(error.code))

    def full(*_given: object) -> None:
        raise DiskFull

    with monkeypatch.context() as here:
        here.setattr(snapshots, "make_snapshot", full)
        work.round()
    assert told == ["os.full"]
    work.round()
    assert told == ["os.full"]
    assert len(snapshots.snapshots(desk.home, desk.keys.database)) == 1, "made with the next round"
    lane.ask(desk.store.close)
