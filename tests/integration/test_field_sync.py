"""The field side against a real HQ: asking in, sending, receipts, answers, sticks, bad days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import pytest

from fieldapp import commands
from fieldapp.clock import SystemClock
from fieldapp.commands import NewFile
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.store import blobs, journal, reads
from fieldapp.store.database import Store
from fieldapp.store.reads import Delivery
from fieldapp.units import EventId
from sync.errors import OtherMission, TurnedAway
from sync.field import courier, intake
from sync.field.config import SenderConfig, read_config
from sync.field.enrol import ask_to_be_let_in, code_of
from sync.field.errors import NothingToCarry
from sync.field.intake import Person, Pulled
from sync.field.planner import Planner
from sync.field.sender import real_world, serve
from sync.field.sending import Sender
from sync.field.spool import Shelf, Spool
from sync.field.status import SenderState, read_status, wake_sender
from sync.http import HqLink
from tests.support.fleet import restriction
from tests.support.hq import Hq, running_hq
from tests.support.mission import CHEAP, PASSPHRASE, seeded

T = TypeVar("T")
PHOTO = bytes(range(256)) * 500
PREVIEW = b"\xff\xd8" + bytes(3000)


@dataclass
class Laptop:
    """An enrolled laptop that is driven by hand."""

    desk: Desk
    spool: Spool

    @property
    def person(self) -> Person:
        return Person(self.desk.keys, self.desk.profile)

    def plan(self, *, rate: int = 100_000, merge: bool = False) -> None:
        """Imports receipts and seals what waits."""
        planner = Planner(self.spool, self.desk.profile, SystemClock(), seeded(23))
        planner.plan(self.desk.store, rate=rate, merge=merge)

    def send(self) -> None:
        """What the sender process does in one go."""
        wake_sender(self.desk.home)
        sender = Sender(self.desk.home, real_world())
        serve(sender, once=True, stopped=lambda: False, sleep=lambda _seconds: None)
        sender.close()

    def round(self) -> None:
        """Seals, sends and takes receipts in until nothing moves."""
        for _ in range(4):
            self.plan()
            self.send()
        self.plan()

    def on_lane(self, work: Callable[[Store], T], /) -> T:
        """This test has one thread."""
        return work(self.desk.store)

    def link(self) -> HqLink:
        """A connection to HQ."""
        config: SenderConfig = read_config(self.desk.home)
        return HqLink(config.server, config.ca, patience=20)

    def inbox(self) -> Pulled:
        """Fetches what HQ has for this person."""
        link = self.link()
        try:
            return intake.pull_inbox(link, self.person, self.on_lane)
        finally:
            link.close()

    def log(self) -> tuple[Pulled, Pulled]:
        """Fetches HQ's log and photos, as an officer."""
        link = self.link()
        try:
            token = intake.open_session(link, self.person)
            pulled = intake.pull_log(link, token, self.person, self.on_lane)
            return pulled, intake.pull_blobs(link, token, self.on_lane)
        finally:
            link.close()

    def file(self, precedence: str = "ROUTINE", photos: tuple[bytes, ...] = ()) -> EventId:
        """Files a report."""
        # The same photo from two laptops is another story; here each person takes their own.
        mark = self.desk.stream
        files = [NewFile(content + mark, "image/jpeg", "gate.jpg") for content in photos]
        return commands.file_report(self.desk, restriction(precedence=precedence), files).report

    def delivery(self, report: EventId) -> Delivery:
        """What is known about a report's way."""
        return reads.detail(self.desk.store, report).row.delivery

    def waiting(self) -> int:
        """Own events that no receipt covers."""
        return len(journal.pending(self.desk.store))


def enrolled(folder: Path, hq: Hq, person: str, unit: str = "TS7", role: str = "patrol") -> Laptop:
    """A new laptop whose request to be let in lies in its spool."""
    home = folder / person.replace(" ", "-")
    install_mission(home, hq.profile_path.read_bytes())
    desk = add_person(
        home,
        Newcomer(person, unit, "laptop"),
        PASSPHRASE,
        CHEAP,
        clock=SystemClock(),
        entropy=seeded(crc32(person.encode())),
    )
    laptop = Laptop(desk, Spool(home))
    ask_to_be_let_in(desk, hq.code(person, unit, role), laptop.spool)
    return laptop


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as hq:
        yield hq


def let_in(laptop: Laptop, hq: Hq) -> None:
    """Asks, is approved, and knows it."""
    laptop.round()
    hq.approve_all()
    link = laptop.link()
    intake.ask_receipts(link, read_config(laptop.desk.home), laptop.spool, laptop.on_lane)
    link.close()
    laptop.plan()


def test_work_begins_at_once_and_is_taken_in_when_hq_lets_the_laptop_in(
    tmp_path: Path, shared: Hq
) -> None:
    laptop = enrolled(tmp_path, shared, "Capt First")
    report = laptop.file("FLASH", (PREVIEW,))
    laptop.round()
    assert len(laptop.spool.names(Shelf.KEPT)) == 3
    assert laptop.delivery(report) is Delivery.WAITING
    assert laptop.inbox().state == "pending"
    let_in(laptop, shared)
    assert laptop.delivery(report) is Delivery.RECEIVED
    assert laptop.waiting() == 0
    assert all(laptop.spool.names(shelf) == [] for shelf in Shelf)
    assert laptop.inbox().state == "active"
    assert laptop.desk.vouched()
    assert code_of(laptop.desk.store, laptop.desk.stream) == ""


def test_a_report_a_question_an_answer_and_a_verdict_travel(tmp_path: Path, shared: Hq) -> None:
    patrol = enrolled(tmp_path, shared, "Lt Second")
    officer = enrolled(tmp_path, shared, "Maj Third", "HQ", "officer")
    for laptop in (patrol, officer):
        let_in(laptop, shared)
        laptop.inbox()
    report = patrol.file("IMMEDIATE", (PREVIEW, PHOTO))
    patrol.round()
    assert patrol.delivery(report) is Delivery.RECEIVED
    log, photos = officer.log()
    assert log.refused == 0
    assert photos.new >= 2
    files = reads.detail(officer.desk.store, report).files
    held = [blobs.read_blob(officer.desk.store, file.sha) for file in files]
    assert [content[:-16] for content in held] == [PREVIEW, PHOTO]
    commands.review_report(officer.desk, report, "ask", "Which gate?")
    officer.round()
    pulled = patrol.inbox()
    assert pulled.changes.reports
    question = reads.detail(patrol.desk.store, report).history[-1]
    commands.answer_question(patrol.desk, report, question.event, "The northern one.")
    patrol.round()
    officer.log()
    commands.review_report(officer.desk, report, "accept", "")
    officer.round()
    patrol.inbox()
    assert reads.detail(patrol.desk.store, report).row.state == "accepted"
    assert patrol.inbox().new == 0, "nothing comes twice"
    assert officer.log()[0].new == 0


def test_an_officer_has_the_preview_first_and_the_photo_later(tmp_path: Path, shared: Hq) -> None:
    patrol = enrolled(tmp_path, shared, "Lt Preview")
    officer = enrolled(tmp_path, shared, "Maj Preview", "HQ", "officer")
    for laptop in (patrol, officer):
        let_in(laptop, shared)
        laptop.inbox()
    photo = NewFile(PHOTO[::-1], "image/jpeg", "gate.jpg", PREVIEW[::-1])
    report = commands.file_report(patrol.desk, restriction(), [photo]).report
    for _ in range(3):
        patrol.plan(rate=300)
        patrol.send()
    patrol.plan(rate=300)
    assert patrol.delivery(report) is Delivery.TEXT_RECEIVED
    assert patrol.spool.names(Shelf.WAITING) == []
    officer.log()
    (file,) = reads.detail(officer.desk.store, report).files
    assert not file.here
    assert file.preview is not None
    assert blobs.read_blob(officer.desk.store, file.preview) == photo.preview
    patrol.round()
    assert patrol.delivery(report) is Delivery.RECEIVED
    officer.log()
    (file,) = reads.detail(officer.desk.store, report).files
    assert file.here
    assert blobs.read_blob(officer.desk.store, file.sha) == photo.content


def test_only_officers_read_the_log(tmp_path: Path, shared: Hq) -> None:
    patrol = enrolled(tmp_path, shared, "Sgt Fourth")
    let_in(patrol, shared)
    with pytest.raises(TurnedAway) as raised:
        patrol.log()
    assert raised.value.status == 403


def test_a_wrong_code_is_parked_and_another_one_helps(tmp_path: Path, shared: Hq) -> None:
    laptop = enrolled(tmp_path, shared, "Sgt Fifth")
    good = code_of(laptop.desk.store, laptop.desk.stream)
    ask_to_be_let_in(laptop.desk, "0000000000", laptop.spool)
    laptop.round()
    parked = laptop.spool.names(Shelf.PARKED)
    assert [laptop.spool.reason(name) for name in parked] == ["enrol.code"]
    ask_to_be_let_in(laptop.desk, good, laptop.spool)
    let_in(laptop, shared)
    assert laptop.waiting() == 0


def test_without_any_link_everything_goes_and_comes_by_stick(tmp_path: Path, shared: Hq) -> None:
    laptop = enrolled(tmp_path, shared, "Lt Sixth")
    report = laptop.file("ROUTINE", (PREVIEW,))
    laptop.plan()
    out = courier.export_bundle(laptop.spool, laptop.desk.profile, tmp_path, seeded(2))
    assert out.left == 0
    shared.cli("import", str(out.path))
    shared.approve_all()
    shared.cli("import", str(out.path))
    back = tmp_path / "back.ufrb"
    shared.cli("export", str(back))
    found = courier.import_bundle(back, laptop.person, laptop.on_lane)
    assert found.whole
    assert (found.refused, found.damaged) == (0, 0)
    assert found.receipts >= 1
    assert laptop.desk.vouched()
    assert reads.detail(laptop.desk.store, report).row.received is not None
    laptop.plan()
    assert laptop.delivery(report) is Delivery.RECEIVED
    assert all(laptop.spool.names(shelf) == [] for shelf in Shelf)
    with pytest.raises(NothingToCarry):
        courier.export_bundle(laptop.spool, laptop.desk.profile, tmp_path, seeded(3))
    again = courier.import_bundle(back, laptop.person, laptop.on_lane)
    assert (again.new, again.receipts, bool(again.changes)) == (0, 0, False)


def test_a_stick_for_somebody_else_changes_nothing(tmp_path: Path, shared: Hq) -> None:
    mine = enrolled(tmp_path, shared, "Lt Seventh")
    other = enrolled(tmp_path, shared, "Lt Eighth")
    let_in(other, shared)
    mine.plan()
    back = tmp_path / "back.ufrb"
    fingerprint = other.desk.stream.hex()[:20]
    shared.cli("export", str(back), "--for", fingerprint)
    with pytest.raises(OtherMission):
        courier.import_bundle(back, mine.person, mine.on_lane)
    assert not mine.desk.vouched()


def test_a_revoked_laptop_stops_and_keeps_its_reports(tmp_path: Path, shared: Hq) -> None:
    laptop = enrolled(tmp_path, shared, "Lt Ninth")
    let_in(laptop, shared)
    laptop.inbox()
    fingerprint = laptop.desk.stream.hex()[:20]
    shared.cli("revoke", fingerprint, "--reason", "lost")
    report = laptop.file()
    laptop.plan()
    laptop.send()
    status = read_status(laptop.desk.home)
    assert status is not None
    assert status.state is SenderState.PAUSED
    assert status.error == "link.refused"
    assert len(laptop.spool.names(Shelf.WAITING)) == 1
    assert laptop.delivery(report) is Delivery.WAITING
    assert reads.detail(laptop.desk.store, report).row.ref


def test_an_hq_set_back_to_its_backup_is_filled_from_the_laptops(tmp_path: Path) -> None:
    with running_hq(tmp_path / "own") as hq:
        patrol = enrolled(tmp_path, hq, "Lt Tenth")
        officer = enrolled(tmp_path, hq, "Maj Tenth", "HQ", "officer")
        for laptop in (patrol, officer):
            let_in(laptop, hq)
        patrol.file()
        patrol.round()
        officer.log()
        backup = tmp_path / "hq.backup"
        hq.cli("backup", str(backup))
        lost = patrol.file("FLASH", (PREVIEW,))
        patrol.round()
        assert patrol.delivery(lost) is Delivery.RECEIVED
        hq.stop()
        hq.cli("restore", str(backup))
        hq.start()
        link = patrol.link()
        intake.ask_receipts(link, read_config(patrol.desk.home), patrol.spool, patrol.on_lane)
        link.close()
        patrol.plan()
        assert patrol.delivery(lost) is Delivery.WAITING
        patrol.round()
        assert patrol.delivery(lost) is Delivery.RECEIVED
        pulled, _ = officer.log()
        assert pulled.refused == 0
        assert reads.detail(officer.desk.store, lost).row.ref
        assert hq.cli("verify").returncode == 0


def test_an_hq_that_dies_in_the_middle_is_only_a_delay(tmp_path: Path) -> None:
    with running_hq(tmp_path / "own") as hq:
        laptop = enrolled(tmp_path, hq, "Lt Last")
        let_in(laptop, hq)
        for _ in range(20):
            laptop.file("ROUTINE", (PREVIEW,))
        laptop.plan()
        hq.kill()
        laptop.send()
        status = read_status(laptop.desk.home)
        assert status is not None
        assert status.error == "link.down"
        hq.start()
        laptop.round()
        assert laptop.waiting() == 0
        assert blobs.photos_waiting(laptop.desk.store) == []


def test_the_server_named_in_a_new_profile_is_used(tmp_path: Path, shared: Hq) -> None:
    laptop = enrolled(tmp_path, shared, "Lt Moved")
    moved = replace(laptop.desk.profile, server="https://127.0.0.1:1")
    good = code_of(laptop.desk.store, laptop.desk.stream)
    ask_to_be_let_in(replace(laptop.desk, profile=moved), good, laptop.spool)
    laptop.plan()
    laptop.send()
    assert len(laptop.spool.names(Shelf.WAITING)) == 1
    ask_to_be_let_in(laptop.desk, good, laptop.spool)
    laptop.send()
    assert laptop.spool.names(Shelf.WAITING) == []
