"""``kill -9`` during real work on real files: what was said to be safe is safe, each time.

The app's core files, amends, takes receipts in and seals its spool; ``fieldapp-hq serve`` takes
frames in. ``make test`` kills the core 20 and the server 8 times, SOAK=1 500 and 200 times.
"""

import json
import os
import signal
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import TextIO

import cbor2
import pytest

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.errors import FieldError
from fieldapp.event.chain import check_author
from fieldapp.event.receipt import Receipt
from fieldapp.mission.profile import read_profile
from fieldapp.people import Desk, open_desk
from fieldapp.store import checking
from fieldapp.units import EventId
from sync.field.config import bearer
from sync.hq.keys import FOLDER, load_keys
from sync.hq.store import LogRow
from sync.hq.store_sqlite import DB_NAME, SqliteStore
from sync.http import HqLink
from tests.support import working
from tests.support.chains import check_chain
from tests.support.laptop import Laptop
from tests.support.mission import make_desk, make_mission
from tests.support.processes import HqProcess

SOAKING = bool(os.environ.get("SOAK"))
CORE_KILLS = 500 if SOAKING else 20
HQ_KILLS = 200 if SOAKING else 8
_MOST_ROWS = 1_000_000


@dataclass
class Promises:
    """What the app said of its work before it was killed."""

    filed: set[str] = field(default_factory=set)
    amended: set[str] = field(default_factory=set)
    received: int = 0

    def hear(self, line: str) -> None:
        """One line of the worker; a line that the kill cut short promises nothing."""
        if not line.endswith("\n"):
            return
        said = json.loads(line)
        assert said.get("opened", 1) == 1, "nothing is ever missing"
        self.filed |= {said["filed"]} if "filed" in said else set()
        self.amended |= {said["amended"]} if "amended" in said else set()
        self.received = max(self.received, said.get("receipt", 0))

    def check(self, desk: Desk) -> None:
        """All of it is true."""
        assert desk.notice is None
        rows = desk.store.rows("SELECT ref, revision FROM report")
        assert self.filed <= {ref for ref, _ in rows}
        assert self.amended <= {ref for ref, revision in rows if revision > 0}
        (found,) = desk.store.rows("SELECT count(*) FROM arrival")[0]
        assert found >= self.received


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no such system call here")
def test_the_app_is_killed_at_work_and_keeps_every_promise(tmp_path: Path) -> None:
    mission, home, chance = make_mission(), tmp_path / "home", Random(5)
    desk = make_desk(home, mission)
    keys = desk.keys
    desk.store.close()
    promises = Promises()
    for _ in range(CORE_KILLS):
        child, told = _at_work(home)
        with told:
            for _ in range(chance.randrange(1, 20)):
                promises.hear(told.readline())
            late = threading.Timer(chance.random() / 50, os.kill, (child, signal.SIGKILL))
            late.start()
            for line in told:
                promises.hear(line)
        late.join()
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL, "it failed by itself"
        desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
        with desk.store:
            promises.check(desk)
    desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
    with desk.store:
        checking.verify_store(desk.store, mission.profile.admin)
    assert len(promises.filed) > CORE_KILLS * 3
    assert promises.amended
    assert promises.received > CORE_KILLS * 2


def _at_work(home: Path) -> tuple[int, TextIO]:
    """A child process that works, and what it says."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            working.work(home, os.fdopen(there, "w"))
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(there)
    return child, os.fdopen(here)


@dataclass
class Log:
    """What HQ's file holds, read bit by bit after each kill."""

    path: Path
    key: bytes
    last: int = 0
    rows: dict[EventId, LogRow] = field(default_factory=dict)

    def read_on(self) -> None:
        """Opens the file as the next server would."""
        store = SqliteStore(self.path, self.key)
        try:
            with store.reading() as tx:
                for row in tx.events.after(self.last, _MOST_ROWS):
                    self.rows[row.event.id] = row
                    self.last = row.n
        finally:
            store.close()


def test_hq_is_killed_at_work_and_its_receipts_stay_true(tmp_path: Path) -> None:
    hq = HqProcess(tmp_path / "hq", tmp_path / "hq.log")
    profile = read_profile(hq.begin(hq.port))
    laptop, chance = Laptop(profile), Random(6)
    log = Log(hq.home / DB_NAME, load_keys(hq.home / FOLDER).store)
    with hq:
        _post(laptop, laptop.enrolment(hq.code("Capt A")))
        hq.ask("approve", "--all")
    answered = 0
    for _ in range(HQ_KILLS):
        hq.start()
        receipts = _until_killed(laptop, hq, chance)
        log.read_on()
        answered += len(receipts)
        for receipt in receipts:
            assert receipt.upto == 0 or laptop.events[receipt.upto - 1].id == receipt.head
            promised = {event.id for event in laptop.events[: receipt.upto]}
            assert promised | set(receipt.beyond) <= log.rows.keys()
            assert not receipt.forked
    hq.start()
    try:
        (last,) = _post(laptop, *[laptop.frame(event) for event in laptop.events[-1:]])
    finally:
        hq.kill()
    log.read_on()
    own = [row.event for row in log.rows.values() if row.event.head.stream == laptop.stream]
    own.sort(key=lambda event: event.head.seq)
    for event in own:
        check_author(event, laptop.signing.public)
    assert check_chain(own[: last.upto]).seq == last.upto
    assert answered > HQ_KILLS
    assert "Traceback" not in hq.log.read_text()


def _until_killed(laptop: Laptop, hq: HqProcess, chance: Random) -> list[Receipt]:
    """Sends, and has the server killed at a chance moment of its work; the receipts it gave."""
    late = threading.Timer(chance.random() / 50, hq.strike)
    receipts = []
    for left, receipt in zip(count(chance.randrange(3, 30), -1), _work(laptop, chance)):
        receipts.append(receipt)
        if left == 0:
            late.start()
    late.join()
    hq.kill()
    return receipts


def _work(laptop: Laptop, chance: Random) -> Iterator[Receipt]:
    """Sends until the server is gone; what had no answer is sent again by the next one."""
    behind = laptop.events[-3:]
    while True:
        try:
            if behind:
                yield from _post(laptop, *[laptop.frame(event) for event in behind])
            behind = [laptop.report(note=chance.randrange(10**9)) for _ in range(3)]
        except FieldError as error:
            assert error.code.startswith("link."), error
            return


def _post(laptop: Laptop, *frames: bytes) -> list[Receipt]:
    """The receipts of one request; raises as `sync.http` where no answer comes."""
    link = HqLink(laptop.profile.server, laptop.profile.ca, patience=10.0)
    try:
        reply = link.post("/v1/frames", b"".join(frames), token=bearer(laptop.push))
    finally:
        link.close()
    assert reply.status == 200, reply.status
    found = cbor2.loads(reply.body)
    assert all(code in (200, 202) for code, _, _ in found), found
    return [laptop.believe(raw) for _, raw, _ in found if raw is not None]
