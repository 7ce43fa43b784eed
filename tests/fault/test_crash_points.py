"""Stopped after any write, flush, rename or removal, of ours or of SQLite: nothing is lost.

Real files, real SQLCipher, real keys; see `tests.support.crash_points` for what a stop is.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import NewFile
from fieldapp.people import Desk, Newcomer, add_person, open_desk
from fieldapp.store import checking, journal, reads
from fieldapp.store.reads import ReportFilter
from fieldapp.units import EventId
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.slots import PersonKeys, Vault
from sync.bundle import read_bundle
from sync.field import courier
from sync.field.enrol import ask_to_be_let_in
from sync.field.planner import Planner
from sync.field.spool import Shelf, Spool
from sync.hq.app import open_hq
from sync.receipt import sign_receipt
from tests.support.crash_points import can_stop, sweep
from tests.support.fleet import receipt_for, restriction
from tests.support.hq_inside import hq_inside, let_in
from tests.support.laptop import Laptop
from tests.support.mission import CHEAP, PASSPHRASE, Mission, TickingClock, make_desk, make_mission

KEPT = 3
OTHER = "harbour velvet onion clock"
EVERY = 1 if os.environ.get("SOAK") else 5
"""``make test`` stops at each fifth step of the longer pieces of work, SOAK=1 at every one."""
pytestmark = pytest.mark.parametrize("stops", [True] if can_stop() else [])


@dataclass
class Set:
    """A laptop with three reports, sealed, and a receipt that waits to be taken in."""

    home: Path
    keys: PersonKeys
    mission: Mission

    def desk(self, home: Path) -> Desk:
        """The laptop switched on, nothing missing."""
        desk = open_desk(home, self.keys, clock=SystemClock(), entropy=system_entropy)
        assert desk.notice is None
        return desk

    def plan(self, home: Path, *, merge: bool = False) -> None:
        """What the app does after a command."""
        desk = self.desk(home)
        with desk.store:
            spool = Spool(home)
            planner = Planner(spool, self.mission.profile, desk.store.clock, system_entropy)
            planner.plan(desk.store, rate=100_000, merge=merge)

    def reports(self, home: Path) -> int:
        """How many there are, every page and signature checked."""
        desk = self.desk(home)
        with desk.store:
            checking.verify_store(desk.store, self.mission.profile.admin)
            return reads.count(desk.store, ReportFilter())


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Set:
    home, mission = tmp_path_factory.mktemp("laptop") / "home", make_mission()
    desk = make_desk(home, mission, clock=SystemClock())
    found = Set(home, desk.keys, mission)
    with desk.store:
        ask_to_be_let_in(desk, "7K2MX-4PQ9E", Spool(home))
        for number in range(KEPT):
            commands.file_report(desk, restriction(place=f"CP {number}"))
    found.plan(home)
    return found


def test_saving_a_report_with_a_photo(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def work(home: Path) -> None:
        desk = laptop.desk(home)
        commands.file_report(desk, restriction(), [NewFile(bytes(9000), "image/jpeg", "p.jpg")])

    def check(home: Path, done: bool) -> None:
        assert laptop.reports(home) in ((KEPT + 1,) if done else (KEPT, KEPT + 1))
        desk = laptop.desk(home)
        with desk.store:
            commands.file_report(desk, restriction())
        laptop.desk(home).store.close()

    assert sweep(laptop.home, tmp_path, work, check, EVERY) > 5


def test_changing_a_report(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def report(desk: Desk) -> EventId:
        return EventId(reads.page(desk.store, ReportFilter()).rows[0].id)

    def work(home: Path) -> None:
        desk = laptop.desk(home)
        commands.amend_report(desk, report(desk), restriction(place="CP north"), "grid")

    def check(home: Path, done: bool) -> None:
        assert laptop.reports(home) == KEPT
        desk = laptop.desk(home)
        with desk.store:
            row = reads.detail(desk.store, report(desk)).row
        assert (row.revision, row.place) in ((1, "CP north"), *(() if done else ((0, "CP 2"),)))

    assert sweep(laptop.home, tmp_path, work, check, EVERY) > 3


def test_taking_a_receipt_in(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def work(home: Path) -> None:
        desk = laptop.desk(home)
        receipt = receipt_for(desk, KEPT + 1)
        Spool(home).add_receipt(sign_receipt(receipt, laptop.mission.receipt))
        desk.store.close()
        laptop.plan(home)

    def check(home: Path, done: bool) -> None:
        desk = laptop.desk(home)
        with desk.store:
            waiting = len(journal.pending(desk.store))
        assert waiting in ((0,) if done else (0, KEPT + 1))
        work(home)
        desk = laptop.desk(home)
        with desk.store:
            assert journal.pending(desk.store) == []
        assert Spool(home).names(Shelf.WAITING) == []
        assert laptop.reports(home) == KEPT

    assert sweep(laptop.home, tmp_path, work, check, EVERY) > 5


def test_sealing_the_spool_anew(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def work(home: Path) -> None:
        desk = laptop.desk(home)
        for _ in range(2):
            commands.file_report(desk, restriction())
        desk.store.close()
        laptop.plan(home)
        laptop.plan(home, merge=True)

    def check(home: Path, done: bool) -> None:
        laptop.plan(home)
        desk = laptop.desk(home)
        with desk.store:
            waiting = journal.pending(desk.store)
            assert len(waiting) == KEPT + 3 or (not done and len(waiting) >= KEPT + 1)
            assert all((home / "spool" / (one.frame or "none")).exists() for one in waiting)

    assert sweep(laptop.home, tmp_path, work, check, EVERY) > 10


def test_writing_a_bundle(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def work(home: Path) -> None:
        stick = home.parent / f"{home.name}.ufrb"
        courier.export_bundle(Spool(home), laptop.mission.profile, stick, system_entropy)

    def check(home: Path, done: bool) -> None:
        stick = home.parent / f"{home.name}.ufrb"
        assert stick.exists() or not done
        assert not stick.exists() or read_bundle(stick, lambda frame: None).whole
        work(home)
        assert read_bundle(stick, lambda frame: None).whole
        assert laptop.reports(home) == KEPT

    assert sweep(laptop.home, tmp_path, work, check) > 2


def test_changing_a_passphrase(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def opens(home: Path, passphrase: str) -> bool:
        try:
            return Vault(home, system_entropy).unlock(laptop.keys.slot.id, passphrase) is not None
        except WrongPassphrase:
            return False

    def work(home: Path) -> None:
        Vault(home, system_entropy).change_passphrase(laptop.keys, OTHER, CHEAP)

    def check(home: Path, done: bool) -> None:
        assert opens(home, OTHER) != opens(home, PASSPHRASE)
        assert opens(home, OTHER) or not done
        assert laptop.reports(home) == KEPT

    assert sweep(laptop.home, tmp_path, work, check) > 2


def test_letting_a_person_in(laptop: Set, tmp_path: Path, stops: bool) -> None:
    def work(home: Path) -> None:
        add_person(
            home,
            Newcomer("Lt B", "TS7", "test laptop"),
            OTHER,
            CHEAP,
            clock=SystemClock(),
            entropy=system_entropy,
            by=laptop.keys,
        )

    def check(home: Path, done: bool) -> None:
        vault = Vault(home, system_entropy)
        there = [slot for slot in vault.slots() if slot.label == "Lt B"]
        assert there or not done
        for slot in there:
            keys = vault.unlock(slot.id, OTHER)
            desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
            with desk.store:
                assert desk.notice is None
                assert commands.file_report(desk, restriction()).ref
        assert laptop.reports(home) == KEPT + len(there)

    assert sweep(laptop.home, tmp_path, work, check, EVERY) > 3


def test_hq_taking_frames_in(tmp_path: Path, stops: bool) -> None:
    photo = bytes(range(256)) * 40
    with hq_inside(tmp_path / "template") as hq:
        sender: Laptop = let_in(hq)
    report, sha = sender.with_photo(photo)
    frames = [sender.frame(sender.events[0], report), *sender.pieces(photo)]
    last = sender.report()
    frames.append(sender.frame(last))

    def take(home: Path) -> list[int]:
        with open_hq(home / "hq", TickingClock()) as hq:
            outcomes = hq.ingest().take(frames)
            for one in outcomes:
                assert sender.believe(one.receipt).upto == len(sender.events)
            return [one.code for one in outcomes]

    def check(home: Path, done: bool) -> None:
        with open_hq(home / "hq", TickingClock()) as hq, hq.store.reading() as tx:
            held = {row.event.id for row in tx.events.after(0, 100)}
        mine = {event.id for event in sender.events[1:]}
        assert mine <= held or (not done and not mine & held)
        assert set(take(home)) == {200}
        with open_hq(home / "hq", TickingClock()) as hq, hq.store.reading() as tx:
            (row,) = [row for row in tx.blobs.all() if row.sha == sha]
            assert row.complete
            assert b"".join(tx.blobs.pieces(sha)) == photo

    assert sweep(tmp_path / "template", tmp_path, take, check, EVERY) > 3
