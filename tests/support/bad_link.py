"""Reports under fire: cuts in mid-transfer, killed senders, killed servers; nothing may be lost.

By hand, with the full figures: ``python -m tests.support.bad_link [SEED]``.
"""

import json
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import NewFile
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.store import checking, outbox
from fieldapp.units import EventId, Sha256, UtcMillis
from sync.field.enrol import ask_to_be_let_in
from sync.field.planner import Planner
from sync.field.spool import Shelf, Spool
from sync.field.status import link_rate, wake_sender
from sync.hq.keys import FOLDER, load_keys
from sync.hq.store import LogRow
from sync.hq.store_sqlite import DB_NAME, SqliteStore
from tests.support.chains import check_chain
from tests.support.fleet import own_events, restriction
from tests.support.mission import CHEAP, PASSPHRASE
from tests.support.processes import HqProcess, SenderProcess, until
from tests.support.trip_relay import TripRelay

_MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is filed, and how often it is disturbed meanwhile."""

    seed: int
    reports: int = 300
    photos: int = 20
    cuts: int = 50
    sender_kills: int = 20
    hq_kills: int = 20
    photo_bytes: tuple[int, int] = (50_000, 300_000)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run did."""

    seed: int
    reports: int
    photos: int
    photo_bytes: int
    cuts: int
    sender_kills: int
    hq_kills: int
    in_transfer: int
    looks: int
    crash_copies_checked: int
    bytes_carried: int
    seconds: float


def run(folder: Path, plan: Plan) -> Figures:
    """Files, disturbs, looks and compares; raises ``AssertionError`` at a broken promise."""
    began = time.monotonic()
    home = folder / "laptop"
    hq = HqProcess(folder / "hq", folder / "hq.log")
    sender = SenderProcess(home, folder / "sender.log")
    with TripRelay(hq.port) as relay:
        mission = hq.begin(relay.port)
        laptop = Laptop(_enrolled(home, mission, hq), Random(plan.seed))
        with laptop.desk.store, hq, sender:
            laptop.until_let_in(hq)
            fire = Fire(plan, relay, hq, sender, laptop)
            with ThreadPoolExecutor(1, "fire") as pool:
                _file_under_fire(plan, laptop, fire, pool.submit(fire.burn))
            wake_sender(home)
            until("HQ has everything", laptop.all_received, 120)
            assert sender.stop() == 0
            assert hq.stop() == 0
            compare(laptop, hq, fire.copies)
        _no_fault_in(hq.log, sender.log)
        return Figures(
            seed=plan.seed,
            reports=len(laptop.filed),
            photos=len(laptop.photos),
            photo_bytes=sum(len(photo) for photo in laptop.photos.values()),
            cuts=plan.cuts,
            sender_kills=plan.sender_kills,
            hq_kills=plan.hq_kills,
            in_transfer=fire.in_transfer,
            looks=laptop.looks,
            crash_copies_checked=len(fire.copies),
            bytes_carried=relay.carried,
            seconds=round(time.monotonic() - began, 1),
        )


class Laptop:
    """A desk with its planner, and somebody who looks at its outbox again and again."""

    def __init__(self, desk: Desk, random: Random) -> None:
        self.desk = desk
        self.random = random
        self.filed: list[EventId] = []
        self.photos: dict[EventId, bytes] = {}
        self.received: dict[EventId, UtcMillis] = {}
        """When the outbox first said that HQ has it."""
        self.whole: dict[EventId, UtcMillis] = {}
        """When the outbox first said that HQ has all of a record's photo."""
        self.looks = 0
        self._there: dict[EventId, int] = {}
        self._planner = Planner(Spool(desk.home), desk.profile, SystemClock(), system_entropy)

    def file(self, photo: int) -> None:
        """Files a report, with a photo of so many random bytes unless that is 0."""
        words = " ".join(self.random.choice(_WORDS) for _ in range(self.random.randrange(20, 120)))
        precedence = self.random.choice(("ROUTINE",) * 8 + ("PRIORITY", "FLASH"))
        content = self.random.randbytes(photo)
        files = [NewFile(content, "image/jpeg", "photo.jpg")] if photo else []
        finished = restriction(narrative=words, precedence=precedence)
        filed = commands.file_report(self.desk, finished, files)
        self.filed.append(filed.report)
        if photo:
            self.photos[filed.report] = content

    def seal(self) -> None:
        """What the desktop does after each command, and now and then at an unlock."""
        merge = self.random.random() < 0.05
        rate = link_rate(self.desk.home)
        self._planner.plan(self.desk.store, rate=rate, merge=merge, originals=True)

    def look(self) -> None:
        """Reads the outbox and checks that it never takes anything back."""
        rows = {row.event: row for row in outbox.outbox(self.desk.store, _MOST_ROWS)}
        now = SystemClock().now()
        self.looks += 1
        assert rows.keys() >= set(self.filed), "a filed report left the outbox"
        for event, row in rows.items():
            if row.received is not None:
                self.received.setdefault(event, now)
            assert (row.received is not None) == (event in self.received), "received went back"
            assert row.photo_bytes_received >= self._there.get(event, 0), "photo went back"
            self._there[event] = row.photo_bytes_received
            if event in self.photos and row.photos_received == 1:
                self.whole.setdefault(event, now)
            assert not row.refused, row.refused
            assert not row.held

    def all_received(self) -> bool:
        """Whether the outbox says that HQ has everything; seals and looks meanwhile."""
        self.seal()
        self.look()
        left = outbox.totals(self.desk.store)
        return not left.records and not left.photos

    def until_let_in(self, hq: HqProcess) -> None:
        """The request arrives at HQ, somebody there says yes, and the answer comes back."""
        self.file(0)
        self.seal()
        until("HQ knows who asks", lambda: hq.ask("status")["pending"] == 1)
        self.look()
        assert not self.received, "nothing counts as received before HQ let the laptop in"
        hq.ask("approve", "--all")
        wake_sender(self.desk.home)
        until("the first receipt", self.all_received)


class Fire:
    """Cuts and kills, one after the other, at chance bytes of the transfer.

    Args:
        plan: how many.
        relay: the link.
        hq: the server.
        sender: the laptop's sender.
        laptop: whose outbox must have told the truth when the server died.
    """

    def __init__(
        self, plan: Plan, relay: TripRelay, hq: HqProcess, sender: SenderProcess, laptop: Laptop
    ) -> None:
        self._random = Random(plan.seed + 1)
        self._relay = relay
        self._hq = hq
        self._sender = sender
        self._laptop = laptop
        self._faults: list[Callable[[], None]] = [
            *[self._cut] * plan.cuts,
            *[self._kill_sender] * plan.sender_kills,
            *[self._kill_hq] * plan.hq_kills,
        ]
        self._random.shuffle(self._faults)
        self._pause = threading.Event()
        self.struck = 0
        self.in_transfer = 0
        self.copies: list[tuple[Path, frozenset[EventId], frozenset[EventId]]] = []
        """HQ's file as each kill left it; what the outbox showed by then as received, as whole."""

    @property
    def share(self) -> float:
        """How much of the plan is done, the fault under way included."""
        return min(1.0, (self.struck + 1) / max(1, len(self._faults)))

    def burn(self) -> None:
        """All faults; returns when everything runs again."""
        for fault in self._faults:
            fault()
            self.struck += 1
            wake_sender(self._laptop.desk.home)

    def _cut(self) -> None:
        self._strike(self._relay.cut)
        self._relay.restore()

    def _kill_sender(self) -> None:
        self._strike(self._sender.strike)
        self._sender.kill()
        self._sender.start()

    def _kill_hq(self) -> None:
        self._strike(self._hq.strike)
        self._hq.kill()
        copy = self._hq.home.parent / f"crash-{len(self.copies)}"
        copy.mkdir()
        for name in (DB_NAME, f"{DB_NAME}-wal"):
            if (self._hq.home / name).exists():
                shutil.copyfile(self._hq.home / name, copy / name)
        shown = frozenset(list(self._laptop.received)), frozenset(list(self._laptop.whole))
        self.copies.append((copy, *shown))
        self._hq.start()

    def _strike(self, how: Callable[[], None]) -> None:
        trip = self._relay.arm(self._random.randrange(1, 50_000), how)
        if trip.done.wait(self._random.uniform(0.1, 1.5)) or not self._relay.fire(trip):
            self.in_transfer += 1
        trip.done.wait()
        self._pause.wait(self._random.uniform(0.0, 0.3))


def compare(
    laptop: Laptop,
    hq: HqProcess,
    copies: Sequence[tuple[Path, frozenset[EventId], frozenset[EventId]]],
) -> None:
    """HQ's file against the laptop's, after the fact."""
    mine = own_events(laptop.desk)
    key = load_keys(hq.home / FOLDER).store
    there = _rows(hq.home, key, laptop.desk.stream)
    assert [row.event.head.seq for row in there] == list(range(len(mine))), "once each, no gaps"
    for event, row in zip(mine, there, strict=True):
        assert (row.event.raw, row.event.payload) == (event.raw, event.payload)
    check_chain(row.event for row in there)
    assert {row.event.id for row in there} >= set(laptop.filed)
    positions = {row.event.id: row for row in there}
    for report, shown in laptop.received.items():
        assert positions[report].received <= shown, "shown as received before HQ had it"
    hashes = {report: _sha(laptop, report) for report in laptop.photos}
    photos = _photos(hq.home, key)
    assert photos == {hashes[report]: content for report, content in laptop.photos.items()}
    for folder, received, whole in copies:
        held = {row.event.id for row in _rows(folder, key, laptop.desk.stream)}
        assert received <= held, f"{folder.name}: HQ lost what was shown as received"
        assert {hashes[report] for report in whole} <= _photos(folder, key).keys()
    found = hq.ask("status")
    figures = {name: found[name] for name in ("pending", "forked", "incomplete", "held")}
    assert figures == {"pending": 0, "forked": 0, "incomplete": 0, "held": 0}
    assert hq.ask("verify")["events"] == found["events"]
    checking.verify_store(laptop.desk.store, laptop.desk.profile.admin)
    for shelf in Shelf:
        assert Spool(laptop.desk.home).names(shelf) == []


def _file_under_fire(plan: Plan, laptop: Laptop, fire: Fire, burning: Future[None]) -> None:
    """Files evenly while the faults last; looks at the outbox after each step."""
    pause = threading.Event()
    every = max(1, plan.reports // max(1, plan.photos))
    while not (burning.done() and len(laptop.filed) >= plan.reports):
        wanted = 1 + int((plan.reports - 1) * (1.0 if burning.done() else fire.share))
        if len(laptop.filed) < wanted:
            due = min(plan.photos, 1 + len(laptop.filed) // every)
            with_photo = len(laptop.photos) < due
            laptop.file(laptop.random.randint(*plan.photo_bytes) if with_photo else 0)
        else:
            pause.wait(0.02)
        laptop.seal()
        laptop.look()
    burning.result()


def _enrolled(home: Path, mission: bytes, hq: HqProcess) -> Desk:
    install_mission(home, mission)
    clock, entropy = SystemClock(), system_entropy
    newcomer = Newcomer("Capt A", "TS7", "laptop")
    desk = add_person(home, newcomer, PASSPHRASE, CHEAP, clock=clock, entropy=entropy)
    ask_to_be_let_in(desk, hq.code("Capt A"), Spool(home))
    return desk


def _rows(home: Path, key: bytes, stream: bytes) -> list[LogRow]:
    store = SqliteStore(home / DB_NAME, key)
    try:
        with store.reading() as tx:
            rows = list(tx.events.after(0, _MOST_ROWS))
    finally:
        store.close()
    own = [row for row in rows if row.event.head.stream == stream]
    return sorted(own, key=lambda row: row.event.head.seq)


def _photos(home: Path, key: bytes) -> dict[Sha256, bytes]:
    """The photos that HQ calls complete, with their bytes."""
    store = SqliteStore(home / DB_NAME, key)
    try:
        with store.reading() as tx:
            whole = [row.sha for row in tx.blobs.all() if row.complete]
            return {sha: b"".join(tx.blobs.pieces(sha)) for sha in whole}
    finally:
        store.close()


def _sha(laptop: Laptop, report: EventId) -> Sha256:
    row = laptop.desk.store.row("SELECT sha FROM announced WHERE report = ?", (report,))
    assert row is not None
    return Sha256(row[0])


def _no_fault_in(*logs: Path) -> None:
    """Cuts and kills are errors of the world: none of them may look like a bug."""
    for log in logs:
        text = log.read_text()
        assert "Traceback" not in text, text[-2000:]
        assert "bug:" not in text, text[-2000:]
        assert " at " not in text, text[-2000:]


_WORDS = (
    "patrol stopped checkpoint soldiers road bridge north clearance shown refused waited liaison "
    "called nobody came turned back vehicle village market well track dust evening convoy"
).split()


def main() -> None:
    """The full figures, once; prints them as JSON."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else time.time_ns() % 1_000_000
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="bad-link-") as folder:
        print(json.dumps(asdict(run(Path(folder), Plan(seed)))))


if __name__ == "__main__":
    main()
