"""Stopped after any step of planning, sending and importing, the laptop ends up the same."""

import contextlib
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from fieldapp.store import journal
from sync.field.errors import SpoolFull
from sync.field.spool import Shelf, Spool
from tests.fault.spool_rig import Crash, Faults, Rig, finish, outcome, prepare
from tests.unit.sync_field.bench import Bench

Story = Callable[[Bench], None]


def sealing(bench: Bench) -> None:
    """Sealing from nothing."""
    bench.plan(100_000)


def merging(bench: Bench) -> None:
    """Single frames made first, then fewer of them."""
    bench.plan(20)
    bench.plan(100_000, merge=True)


def importing(bench: Bench) -> None:
    """Sealed, sent, receipts imported, the spool cleared, twice over."""
    bench.plan(100_000)
    bench.send()
    bench.plan(100_000)
    bench.send()
    bench.plan(100_000)


def taking_apart(bench: Bench) -> None:
    """A frame of several events refused, taken apart, sent again."""
    bench.plan(100_000)
    bench.hq.verdict = lambda body: 422 if len(body.events) > 1 else 200
    bench.send()
    bench.plan(100_000)
    bench.send()
    bench.plan(100_000)


STORIES: list[Story] = [sealing, merging, importing, taking_apart]


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Rig:
    return prepare(tmp_path_factory.mktemp("laptop"))


@pytest.fixture(scope="module")
def wanted(rig: Rig, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    bench = rig.start(tmp_path_factory.mktemp("calm") / "field")
    finish(bench)
    result = outcome(bench)
    bench.desk.store.close()
    assert result[2:] == ([], 0, [])
    return result


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_every_step_may_be_the_last_one(
    rig: Rig, wanted: tuple[object, ...], tmp_path: Path, story: Story
) -> None:
    assert sweep(rig, wanted, tmp_path, story, Crash, 1) > 20


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_full_disk_at_any_step_costs_nothing(
    rig: Rig, wanted: tuple[object, ...], tmp_path: Path, story: Story
) -> None:
    assert sweep(rig, wanted, tmp_path, story, SpoolFull, 5) > 4


def sweep(
    rig: Rig,
    wanted: tuple[object, ...],
    folder: Path,
    story: Story,
    error: Callable[[], BaseException],
    stride: int,
) -> int:
    """Lets the story fail at every step, or each so-many-th; how many cases there were."""
    cases = 0
    for at in count(1, stride):
        home = folder / f"case-{at}"
        faults = Faults(at, error)
        bench = rig.start(home, faults)
        with contextlib.suppress(Crash, SpoolFull):
            story(bench)
        bench.desk.store.connection.close()
        after = rig.again(bench, home)
        tells_the_truth(after)
        finish(after)
        assert outcome(after) == wanted, f"stopped at step {at}"
        after.desk.store.close()
        cases += 1
        if faults.count < at:
            return cases
    return cases


def tells_the_truth(bench: Bench) -> None:
    """Nothing counts as delivered that HQ does not hold."""
    at_hq = {e.id for s in bench.hq.streams.values() for e in s.events.values()}
    own = {row[0] for row in bench.desk.store.rows("SELECT id FROM event WHERE own = 1")}
    for event in own - at_hq:
        assert not journal.delivered(bench.desk.store, event)


def test_frames_and_notes_that_disagree_come_together_again(rig: Rig, tmp_path: Path) -> None:
    """The spool of an older copy of the folder, the store of a newer one, and the other way."""
    home = tmp_path / "field"
    bench = rig.start(home)
    bench.plan(20)
    frames = {n: bench.spool.read(n) or b"" for n in bench.spool.names(Shelf.WAITING)}
    bench.plan(100_000, merge=True)
    for name in bench.spool.names(Shelf.WAITING):
        bench.spool.remove(name, Shelf.WAITING)
    for name, frame in frames.items():
        bench.spool.put(name, frame)
    finish(bench)
    assert bench.undelivered() == 0
    assert bench.spool.names(Shelf.WAITING) == []


def test_half_written_files_are_never_sent_and_are_swept_when_old(rig: Rig, tmp_path: Path) -> None:
    home = tmp_path / "field"
    bench = rig.start(home)
    bench.spool.prepare()
    part = bench.spool.root / "1-0000000001-00000000.ufr.part"
    part.write_bytes(b"UFR1 half")
    assert Spool(home).names(Shelf.WAITING) == []
    bench.plan()
    assert part.exists(), "it may be in the making"
    os.utime(part, (0, 0))
    bench.plan()
    assert not part.exists()


@pytest.mark.parametrize("damage", ["emptied", "cut", "flipped"])
def test_a_frame_damaged_on_disk_is_refused_by_hq_and_made_anew(
    rig: Rig, tmp_path: Path, damage: str
) -> None:
    bench = rig.start(tmp_path / "field")
    bench.plan(100_000)
    bench.send(1)
    name = bench.spool.names(Shelf.WAITING)[0]
    frame = bench.spool.read(name) or b""
    changed = {"emptied": b"", "cut": frame[:-9], "flipped": frame[:-1] + bytes([frame[-1] ^ 4])}
    (bench.spool.root / name).write_bytes(changed[damage])
    bench.send()
    bench.plan(100_000)
    assert len(bench.spool.names(Shelf.PARKED)) == 1
    bench.planner.retry_refused(bench.desk.store)
    finish(bench)
    assert bench.undelivered() == 0
