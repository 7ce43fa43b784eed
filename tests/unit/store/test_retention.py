"""Text goes once HQ has long held it; proof, number and state stay, and nothing tells it again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fieldapp import cli, commands
from fieldapp.cli_support import Shell, run
from fieldapp.commands import NewFile, TextRemoved
from fieldapp.event.errors import BrokenChain
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import checking, drafts, journal, outbox, projections, reads, retention, sent
from fieldapp.store.database import FILE_NAME
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.journal import ReceiptEffect
from fieldapp.store.retention import DAY_MILLIS, Rule
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import (
    PASSPHRASE,
    START,
    Mission,
    TickingClock,
    make_desk,
    make_mission,
    seeded,
)

PAGE, RESERVED = 4096, 80
"""Of SQLCipher 4: each page ends with 16 random bytes for its cipher and 64 that prove it."""
PHOTO = b"\xff\xd8" + b"photo" * 30_000
PREVIEW = b"\xff\xd8" + b"small" * 2_000


@dataclass
class Laptop:
    """One field laptop, its officer, and two clocks that go as a test wants."""

    desk: Desk
    officer: Desk
    mission: Mission
    clock: TickingClock
    hq: int = START

    def days(self, here: float, hq: float | None = None) -> None:
        """Lets time pass on the laptop and, unless told otherwise, as much at HQ."""
        self.clock.at += round(here * DAY_MILLIS)
        self.hq += round((here if hq is None else hq) * DAY_MILLIS)

    def receive(self, *, epoch: int = 1, upto: int | None = None) -> ReceiptEffect:
        """HQ's word of the moment: it has everything, photos included."""
        shas = [
            row[0] for row in self.desk.store.rows("SELECT sha FROM blob WHERE hq_complete = 0")
        ]
        receipt = receipt_for(
            self.desk,
            len(own_events(self.desk)) if upto is None else upto,
            epoch=epoch,
            photos={sha: PhotoState(True) for sha in shas},
            t=UtcMillis(self.hq),
        )
        return deliver(self.desk, self.mission, receipt)

    def run(self, rule: Rule | None = None) -> int:
        """One whole run; the number of reports whose text went."""
        return sum(retention.remove_old(self.desk.store, rule or self.rule()))

    def rule(self) -> Rule:
        return Rule(14, person=self.desk.keys.slot.id)

    def judge(self, report: EventId, verdict: str = "accept", text: str = "") -> None:
        carry(own_events(self.desk), self.officer, self.mission, 10)
        before = len(own_events(self.officer))
        commands.review_report(self.officer, report, verdict, text)
        carry(own_events(self.officer)[before:], self.desk, self.mission, 100 + before)

    def row(self, report: EventId) -> reads.ReportRow:
        return reads.detail(self.desk.store, report).row


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    mission, clock = make_mission(), TickingClock()
    desk = make_desk(tmp_path / "field", mission, clock=clock)
    officer = make_desk(tmp_path / "hq", mission, "Maj H", unit="HQ", seed=21)
    carry([mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)], desk, mission)
    carry(mission.events, officer, mission)
    yield Laptop(desk, officer, mission, clock)
    desk.store.close()
    officer.store.close()


def accepted(laptop: Laptop, *, photo: bool = False, narrative: str = "Turned back.") -> EventId:
    files = [NewFile(PHOTO, "image/jpeg", "kestrel.jpg", PREVIEW)] if photo else []
    done = commands.file_report(laptop.desk, restriction(narrative=narrative), files)
    laptop.judge(done.report)
    laptop.receive()
    return done.report


def removed(laptop: Laptop) -> EventId:
    """A report whose text went."""
    report = accepted(laptop, photo=True)
    assert laptop.run() == 0
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    return report


def test_text_goes_after_the_days_and_not_before(laptop: Laptop) -> None:
    report = accepted(laptop)
    assert laptop.run() == 0
    laptop.days(13.9)
    laptop.receive()
    assert laptop.run() == 0
    laptop.days(0.2)
    laptop.receive()
    assert laptop.run() == 1
    event = own_events(laptop.desk)[1]
    assert event.id == report
    assert (event.salt, event.payload) == (None, None)


@pytest.mark.parametrize(("here", "hq"), [(20 * 365, 1), (1, 20 * 365), (-20 * 365, 15), (15, -9)])
def test_no_clock_that_jumps_alone_removes_anything(laptop: Laptop, here: int, hq: int) -> None:
    accepted(laptop)
    laptop.run()
    laptop.days(here, hq)
    laptop.receive()
    assert laptop.run() == 0


def test_a_clock_that_was_ahead_for_a_while_does_not_keep_text_for_ever(laptop: Laptop) -> None:
    laptop.days(80 * 365, 0)
    accepted(laptop)
    laptop.run()
    laptop.days(-80 * 365, 1)
    laptop.receive()
    assert laptop.run() == 0
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1


def test_without_a_later_word_of_hq_nothing_goes(laptop: Laptop) -> None:
    accepted(laptop)
    laptop.run()
    laptop.days(40)
    assert laptop.run() == 0


def test_what_hq_lost_counts_from_its_new_receipt(laptop: Laptop) -> None:
    report = accepted(laptop)
    laptop.run()
    laptop.days(15)
    laptop.receive(epoch=2, upto=1)
    assert laptop.run() == 0
    assert [p.event.id for p in journal.pending(laptop.desk.store)] == [report]
    laptop.receive(epoch=2)
    assert laptop.run() == 0
    laptop.days(15)
    laptop.receive(epoch=2)
    assert laptop.run() == 1


def test_a_receipt_of_an_older_epoch_than_another_stream_knows_covers_nothing(
    laptop: Laptop, tmp_path: Path
) -> None:
    accepted(laptop)
    laptop.run()
    laptop.days(15)
    laptop.receive()
    laptop.desk.store.connection.execute(
        "INSERT INTO receipt(stream, epoch, upto, head, t, raw) VALUES (x'01', 2, 0, x'', ?, x'')",
        (laptop.hq,),
    )
    assert laptop.run() == 0


def test_the_mission_may_keep_longer_but_not_shorter(laptop: Laptop) -> None:
    accepted(laptop)
    laptop.run()
    laptop.days(13)
    laptop.receive()
    assert laptop.run(replace(laptop.rule(), days=1)) == 0
    laptop.days(7)
    laptop.receive()
    assert laptop.run(replace(laptop.rule(), days=30)) == 0
    assert laptop.run(replace(laptop.rule(), days=20)) == 1
    assert Rule(10**9).millis == 365 * DAY_MILLIS


def test_a_photo_that_hq_lacks_keeps_its_report(laptop: Laptop) -> None:
    accepted(laptop, photo=True)
    laptop.desk.store.connection.execute("UPDATE blob SET hq_complete = 0")
    laptop.run()
    laptop.days(60)
    receipt = receipt_for(laptop.desk, len(own_events(laptop.desk)), t=UtcMillis(laptop.hq))
    deliver(laptop.desk, laptop.mission, receipt)
    assert laptop.run() == 0


def test_what_hq_could_not_read_stays(laptop: Laptop) -> None:
    accepted(laptop)
    laptop.desk.store.connection.execute("UPDATE arrival SET held = 1")
    laptop.run()
    laptop.days(60)
    laptop.receive()
    assert laptop.run() == 0


@pytest.mark.parametrize("how", ["no verdict", "open question", "answered"])
def test_an_unfinished_report_stays_three_times_as_long(laptop: Laptop, how: str) -> None:
    report = commands.file_report(laptop.desk, restriction()).report
    if how != "no verdict":
        laptop.judge(report, "ask", "Which gate?")
    if how == "answered":
        question = reads.detail(laptop.desk.store, report).history[-1].event
        commands.answer_question(laptop.desk, report, question, "The northern one.")
    laptop.receive()
    laptop.run()
    laptop.days(41)
    laptop.receive()
    assert laptop.run() == 0
    laptop.days(2)
    laptop.receive()
    assert laptop.run() == 1


def test_a_withdrawn_report_is_finished(laptop: Laptop) -> None:
    report = commands.file_report(laptop.desk, restriction()).report
    commands.withdraw_report(laptop.desk, report, "WITHDRAWN")
    laptop.receive()
    laptop.run()
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    assert laptop.row(report).state == "withdrawn"


def test_a_late_verdict_begins_the_days_anew_and_is_read_till_then(laptop: Laptop) -> None:
    report = removed(laptop)
    laptop.judge(report, "ask", "Who was in charge?")
    laptop.receive()
    assert laptop.run() == 0
    detail = reads.detail(laptop.desk.store, report)
    assert detail.history[-1].text == "Who was in charge?"
    assert detail.row.questions == 1
    commands.answer_question(laptop.desk, report, detail.history[-1].event, "A captain.")
    laptop.judge(report)
    laptop.receive()
    laptop.run()
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    after = reads.detail(laptop.desk.store, report)
    assert [line.kind for line in after.history] == ["filed", "accept", "ask", "answer", "accept"]
    assert not any(line.text for line in after.history)


def test_a_report_that_is_being_corrected_stays(laptop: Laptop) -> None:
    report = accepted(laptop)
    laptop.run()
    laptop.days(15)
    laptop.receive()
    assert laptop.run(replace(laptop.rule(), spared=frozenset({report}))) == 0
    drafts.save_draft(laptop.desk.store, laptop.desk.sealer, Draft("00" * 8, "restriction", "1"))
    assert laptop.run(replace(laptop.rule(), person="somebody else")) == 0
    assert laptop.run() == 1


def test_hqs_own_desktop_keeps_everything(laptop: Laptop) -> None:
    accepted(laptop)
    laptop.run()
    carry([laptop.mission.vouch(laptop.desk, Role.OFFICER)], laptop.desk, laptop.mission, 5)
    laptop.days(60)
    laptop.receive()
    assert laptop.run() == 0


def test_proof_number_and_state_stay(laptop: Laptop) -> None:
    report = accepted(laptop, photo=True)
    before, line = (
        laptop.row(report),
        sent.sent_page(laptop.desk.store, laptop.desk.stream).lines[0],
    )
    checked = checking.verify_store(laptop.desk.store, laptop.mission.profile.admin)
    assert laptop.run() == 0
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    again = checking.verify_store(laptop.desk.store, laptop.mission.profile.admin)
    assert again == checked
    after = laptop.row(report)
    assert after.removed is not None
    assert after == replace(before, place="", grid="", what="", files=0, removed=after.removed)
    later = sent.sent_page(laptop.desk.store, laptop.desk.stream).lines[0]
    assert later == replace(line, what="", photos=0, photos_received=0)
    assert outbox.records_of(laptop.desk.store, report)[0].size > 0
    assert not reads.detail(laptop.desk.store, report).revisions[-1].content


def test_folded_again_from_what_is_left_every_row_is_the_same(laptop: Laptop) -> None:
    report = removed(laptop)
    other = accepted(laptop)
    before = [reads.detail(laptop.desk.store, one) for one in (report, other)]
    projections.rebuild(laptop.desk.store, laptop.mission.profile.admin)
    assert [reads.detail(laptop.desk.store, one) for one in (report, other)] == before


def test_a_removed_report_can_be_withdrawn_and_added_to_but_not_corrected(laptop: Laptop) -> None:
    report = removed(laptop)
    with pytest.raises(TextRemoved):
        commands.amend_report(laptop.desk, report, restriction(), "GRID")
    commands.attach_files(laptop.desk, report, [NewFile(b"one more", "image/png", "b")])
    assert [file.name for file in reads.detail(laptop.desk.store, report).files] == ["b"]
    commands.withdraw_report(laptop.desk, report, "WITHDRAWN")
    assert laptop.row(report).state == "withdrawn"


def test_the_command_line_says_where_the_text_is(
    laptop: Laptop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = removed(laptop)
    (tmp_path / "words").write_text(PASSPHRASE + "\n", "utf-8")
    where = ["--home", str(laptop.desk.home), "--passphrase-file", str(tmp_path / "words")]
    shell = Shell(clock=TickingClock(laptop.clock.at), entropy=seeded(3))
    assert run(cli.report, shell, ["show", laptop.row(report).ref, *where]) == 0
    assert "HQ has the text; it was removed from this laptop: 2026-11-18" in capsys.readouterr().out
    assert run(cli.verify, shell, where) == 0
    assert "all as signed" in capsys.readouterr().out


def test_a_photo_that_another_report_names_stays(laptop: Laptop) -> None:
    report = accepted(laptop, photo=True)
    laptop.run()
    laptop.days(15)
    newer = accepted(laptop, photo=True)
    assert laptop.run() == 1
    assert laptop.row(report).files == 0
    assert reads.detail(laptop.desk.store, newer).files[0].here


def plain_bytes(laptop: Laptop) -> bytes:
    """Every page of the file as its key shows it: rows, index and free pages, none left out."""
    store = laptop.desk.store
    store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = (laptop.desk.home / FILE_NAME).read_bytes()
    cipher = algorithms.AES(laptop.desk.keys.database)
    pages = []
    for at in range(0, len(raw), PAGE):
        page = raw[at + (0 if at else 16) : at + PAGE - RESERVED]
        mode = modes.CBC(raw[at + PAGE - RESERVED : at + PAGE - RESERVED + 16])
        opened = Cipher(cipher, mode).decryptor()
        pages.append(opened.update(page) + opened.finalize())
    return b"".join(pages)


def test_no_word_is_found_and_no_guess_can_be_confirmed(laptop: Laptop) -> None:
    secret = "Quetzal under the viaduct"
    report = accepted(laptop, photo=True, narrative=secret)
    event = own_events(laptop.desk)[1]
    assert event.payload is not None
    laptop.judge(report, "ask", "Was Xylander there?")
    question = reads.detail(laptop.desk.store, report).history[-1].event
    commands.answer_question(laptop.desk, report, question, "Yes, Zwetschge saw him.")
    laptop.judge(report)
    laptop.receive()
    for number in range(30):
        commands.file_report(laptop.desk, restriction(narrative=f"Patrol number {number}"))
    assert b"photophoto" in plain_bytes(laptop)
    assert b"uetzal" in plain_bytes(laptop)
    laptop.run()
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    assert reads.count(laptop.desk.store, reads.ReportFilter(text="quetzal")) == 0
    held = plain_bytes(laptop)
    for word in (b"uetzal", b"ylander", b"wetschge", b"kestrel", b"photophoto"):
        assert word not in held.lower()
    assert sha256(PHOTO).digest() not in held
    assert sha256(PREVIEW).digest() not in held
    assert sha256(PHOTO).hexdigest().encode() not in held
    assert sha256(PREVIEW).hexdigest().encode() not in held
    assert laptop.desk.store.rows("SELECT sha FROM blob") == []
    assert laptop.desk.store.rows("SELECT sha FROM piece") == []
    # The salt is what a guess would need.
    assert event.salt is not None
    assert event.salt not in held


def test_freed_pages_are_overwritten_at_once(laptop: Laptop) -> None:
    """Even where the power fails before the file is shortened."""
    accepted(laptop, photo=True)
    laptop.run()
    laptop.days(15)
    laptop.receive()
    assert next(retention.remove_old(laptop.desk.store, laptop.rule())) == 1
    assert laptop.desk.store.rows("PRAGMA freelist_count")[0][0] > 30
    assert b"photophoto" not in plain_bytes(laptop)


def test_the_file_shrinks_and_its_log_is_empty(laptop: Laptop) -> None:
    accepted(laptop, photo=True)
    laptop.run()
    laptop.desk.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = laptop.desk.home / FILE_NAME
    before = path.stat().st_size
    laptop.days(15)
    laptop.receive()
    assert laptop.run() == 1
    assert path.stat().st_size < before - len(PHOTO) * 0.9
    assert path.with_name(FILE_NAME + "-wal").stat().st_size < 100_000
    assert laptop.desk.store.rows("PRAGMA freelist_count") == [(0,)]
    assert laptop.desk.store.rows("PRAGMA secure_delete") == [(2,)]


def test_every_step_may_be_the_last(laptop: Laptop) -> None:
    """A run given up after any step; the next one does the rest."""
    reports = [accepted(laptop, photo=True, narrative=f"Iguana {n}") for n in range(3)]
    laptop.run()
    laptop.days(15)
    laptop.receive()
    gone = steps = 0
    while steps < 500:
        run = retention.remove_old(laptop.desk.store, laptop.rule())
        done = next(run, None)
        run.close()
        if done is None:
            break
        gone += done
        steps += 1
        checking.verify_store(laptop.desk.store, laptop.mission.profile.admin)
    assert gone == len(reports)
    assert b"guana" not in plain_bytes(laptop).lower()
    assert all(laptop.row(report).removed for report in reports)


def test_an_own_record_that_is_missing_is_named(laptop: Laptop) -> None:
    for _ in range(2):
        accepted(laptop)
    store, admin = laptop.desk.store, laptop.mission.profile.admin
    checking.verify_store(store, admin)
    store.connection.execute(
        "DELETE FROM event WHERE stream = ? AND seq = 1", (laptop.desk.stream,)
    )
    with pytest.raises(BrokenChain, match="does not follow the one before"):
        checking.verify_store(store, admin)


def test_a_record_that_was_changed_on_disk_stays_for_the_check_to_name(laptop: Laptop) -> None:
    report = accepted(laptop)
    laptop.run()
    laptop.days(15)
    laptop.receive()
    laptop.desk.store.connection.execute(
        "UPDATE event SET payload = zeroblob(length(payload)) WHERE id = ?", (report,)
    )
    assert laptop.run() == 0
    with pytest.raises(StoreDamaged):
        checking.verify_store(laptop.desk.store, laptop.mission.profile.admin)
