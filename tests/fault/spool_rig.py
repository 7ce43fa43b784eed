"""A disk and a store that fail at a chosen step, and a laptop that is started again after it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.files import PART
from fieldapp.people import open_desk
from fieldapp.store.database import Store
from fieldapp.store.driver import sqlite
from fieldapp.vault.slots import PersonKeys
from sync.field.disk import Disk
from sync.field.planner import Planner
from sync.field.spool import Shelf, Spool
from tests.support.mission import TickingClock, seeded
from tests.unit.sync_field.bench import Bench, make_bench
from tests.unit.sync_field.mini_hq import MiniHq

PHOTO = bytes(range(256)) * 80
PREVIEW = bytes(5000)


class Crash(BaseException):
    """The power went, or the process was killed. No code under test may catch it."""


@dataclass
class Faults:
    """Counts steps and fails at one of them.

    Args:
        at: number of the step that fails; None for none.
        error: what it fails with.
    """

    at: int | None = None
    error: Callable[[], BaseException] = Crash
    count: int = 0

    def step(self) -> None:
        """One step; raises at the chosen one."""
        self.count += 1
        if self.count == self.at:
            raise self.error()


class FaultyDisk(Disk):
    """A disk that stops before, in the middle of, or after a step."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def write(self, path: Path, content: bytes, *, durable: bool = True) -> None:
        self._faults.step()
        try:
            self._faults.step()
        except BaseException:
            path.with_name(path.name + PART).write_bytes(content[: len(content) // 2])
            raise
        super().write(path, content, durable=durable)
        self._faults.step()

    def move(self, source: Path, target: Path) -> bool:
        self._faults.step()
        moved = super().move(source, target)
        self._faults.step()
        return moved

    def remove(self, path: Path) -> None:
        self._faults.step()
        super().remove(path)
        self._faults.step()


class FaultyStore(Store):
    """A store that stops before a transaction, before its commit, or after it."""

    faults: Faults

    @contextmanager
    def write(self) -> Iterator[sqlite.Connection]:
        if self.connection.in_transaction:
            yield self.connection
            return
        self.faults.step()
        with super().write() as connection:
            yield connection
            self.faults.step()
        self.faults.step()


@dataclass
class Rig:
    """A prepared laptop that every case starts from.

    Args:
        template: its folder, copied for each case.
        bench: what it was made with.
        keys: the person's keys.
    """

    template: Path
    bench: Bench
    keys: PersonKeys

    def start(self, home: Path, faults: Faults | None = None) -> Bench:
        """The laptop switched on, its HQ new; with faults where wanted."""
        if not home.exists():
            shutil.copytree(self.template, home)
        return self.again(replace(self.bench, hq=MiniHq(self.bench.mission)), home, faults)

    def again(self, bench: Bench, home: Path, faults: Faults | None = None) -> Bench:
        """The laptop switched on again; HQ remembers."""
        desk = open_desk(home, self.keys, clock=TickingClock(), entropy=seeded(5))
        disk = Disk()
        if faults is not None:
            faulty = FaultyStore(desk.store.connection, desk.store.clock, home)
            faulty.faults = faults
            desk = replace(desk, store=faulty)
            disk = FaultyDisk(faults)
        spool = Spool(home, disk)
        entropy = seeded(17 if faults is None else 19)
        planner = Planner(spool, self.bench.mission.profile, self.bench.planner.clock, entropy)
        hq = bench.hq
        return Bench(self.bench.mission, desk, spool, planner, hq)


def prepare(folder: Path) -> Rig:
    """A laptop with a flash, three routine reports and two photos, nothing sealed yet."""
    template = folder / "template"
    bench = make_bench(template)
    bench.file("FLASH", (PREVIEW,))
    for _ in range(2):
        bench.file("ROUTINE")
    bench.file("ROUTINE", (PHOTO,))
    keys = bench.desk.keys
    bench.desk.store.close()
    return Rig(template, bench, keys)


def finish(bench: Bench) -> None:
    """Plans and sends until nothing is left to do."""
    for _ in range(12):
        changed = bench.plan(100_000)
        if not bench.send() and not changed:
            return
    raise AssertionError("never comes to rest")


def outcome(bench: Bench) -> tuple[object, ...]:
    """What must be the same whatever happened on the way."""
    hq = bench.hq
    held = {
        (stream, seq, event.id)
        for stream, known in hq.streams.items()
        for seq, event in known.events.items()
    }
    on_disk = sorted(name for shelf in Shelf for name in bench.spool.names(shelf))
    photos = sorted((sha.hex(), hq.whole(sha)) for sha in hq.announced)
    return held, photos, on_disk, bench.undelivered(), bench.spool.receipts()
