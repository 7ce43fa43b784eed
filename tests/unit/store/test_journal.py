"""What HQ has, as receipts say it: never more, never less, and what follows from a lost past."""

from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.event.receipt import PhotoState
from fieldapp.people import Desk
from fieldapp.store import blobs, journal, outbox, reads
from fieldapp.store.journal import ReceiptEffect, StreamClosed
from fieldapp.store.reads import Delivery
from fieldapp.units import EventId, Sha256
from tests.support.fleet import deliver, own_events, receipt_for, restriction
from tests.support.mission import Mission, make_desk, make_mission


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path / "field", mission)


def delivery(desk: Desk, report: EventId) -> Delivery:
    return reads.detail(desk.store, report).row.delivery


def test_a_report_waits_until_a_receipt_covers_it(desk: Desk, mission: Mission) -> None:
    filed = commands.file_report(desk, restriction())
    assert delivery(desk, filed.report) is Delivery.WAITING
    assert deliver(desk, mission, receipt_for(desk, 1)) is ReceiptEffect.NEWS
    assert delivery(desk, filed.report) is Delivery.WAITING
    assert deliver(desk, mission) is ReceiptEffect.NEWS
    assert delivery(desk, filed.report) is Delivery.RECEIVED
    assert deliver(desk, mission) is ReceiptEffect.NOTHING_NEW
    assert [p.event.head.seq for p in journal.pending(desk.store)] == []


def test_a_flash_may_arrive_before_what_was_written_earlier(desk: Desk, mission: Mission) -> None:
    slow = commands.file_report(desk, restriction())
    flash = commands.file_report(desk, restriction(precedence="FLASH"))
    deliver(desk, mission, receipt_for(desk, 1, beyond=[2]))
    assert delivery(desk, flash.report) is Delivery.RECEIVED
    assert delivery(desk, slow.report) is Delivery.WAITING
    assert [p.event.id for p in journal.pending(desk.store)] == [slow.report]


def test_text_received_is_not_photos_received(desk: Desk, mission: Mission) -> None:
    photo = NewFile(bytes(range(256)) * 400, "image/jpeg", "gate.jpg")
    filed = commands.file_report(desk, restriction(), [photo])
    sha = reads.detail(desk.store, filed.report).files[0].sha
    deliver(desk, mission)
    assert delivery(desk, filed.report) is Delivery.TEXT_RECEIVED
    half = PhotoState(False, b"\xff\x0f")
    deliver(desk, mission, receipt_for(desk, 2, photos={sha: half}))
    row = outbox.outbox(desk.store)[0]
    assert (row.photos, row.photos_received) == (1, 0)
    assert row.photo_bytes_received == 12 * 4096
    assert [w.state.held(0) for w in blobs.photos_waiting(desk.store)] == [True]
    deliver(desk, mission, receipt_for(desk, 2, photos={sha: PhotoState(True)}))
    assert delivery(desk, filed.report) is Delivery.RECEIVED
    assert blobs.photos_waiting(desk.store) == []


def test_an_older_receipt_takes_nothing_back(desk: Desk, mission: Mission) -> None:
    filed = commands.file_report(desk, restriction())
    early = receipt_for(desk, 1)
    deliver(desk, mission)
    assert deliver(desk, mission, early) is ReceiptEffect.NOTHING_NEW
    assert delivery(desk, filed.report) is Delivery.RECEIVED


def test_a_restored_hq_gets_again_what_it_lost(desk: Desk, mission: Mission) -> None:
    photo = NewFile(b"p" * 9000, "image/jpeg", "gate.jpg")
    filed = commands.file_report(desk, restriction(), [photo])
    sha = reads.detail(desk.store, filed.report).files[0].sha
    deliver(desk, mission, receipt_for(desk, 2, photos={sha: PhotoState(True)}))
    deliver(desk, mission, receipt_for(desk, 1, epoch=2))
    assert delivery(desk, filed.report) is Delivery.WAITING
    assert [p.event.id for p in journal.pending(desk.store)] == [filed.report]
    assert [w.sha for w in blobs.photos_waiting(desk.store)] == [sha]
    assert deliver(desk, mission) is ReceiptEffect.OUTDATED
    assert delivery(desk, filed.report) is Delivery.WAITING


def test_a_receipt_for_somebody_else_is_left_alone(
    desk: Desk, mission: Mission, tmp_path: Path
) -> None:
    other = make_desk(tmp_path / "other", mission, "Lt B", seed=11)
    commands.file_report(other, restriction())
    assert deliver(desk, mission, receipt_for(other, 2)) is ReceiptEffect.UNKNOWN_STREAM


@pytest.mark.parametrize("how", ["ahead", "other-head", "unknown-beyond", "forked"])
def test_a_laptop_set_back_to_an_old_copy_signs_nothing_more(
    desk: Desk, mission: Mission, tmp_path: Path, how: str
) -> None:
    from dataclasses import replace

    filed = commands.file_report(desk, restriction())
    receipt = receipt_for(desk, 2)
    receipt = {
        "ahead": replace(receipt, upto=3),
        "other-head": replace(receipt, head=EventId(b"\x01" * 32)),
        "unknown-beyond": replace(receipt, beyond=(EventId(b"\x02" * 32),)),
        "forked": replace(receipt, forked=True),
    }[how]
    assert deliver(desk, mission, receipt) is ReceiptEffect.ROLLED_BACK
    with pytest.raises(StreamClosed):
        commands.file_report(desk, restriction())
    assert reads.detail(desk.store, filed.report).row.place == "CP Tarek"
    assert len(own_events(desk)) == 2


def test_what_hq_could_not_read_is_shown_as_held(desk: Desk, mission: Mission) -> None:
    filed = commands.file_report(desk, restriction())
    deliver(desk, mission, receipt_for(desk, 2, held=[1]))
    assert delivery(desk, filed.report) is Delivery.HELD


def test_a_refused_frame_marks_its_reports_until_they_arrive(desk: Desk, mission: Mission) -> None:
    filed = commands.file_report(desk, restriction())
    journal.assign_frame(desk.store, "3-a.ufr", [filed.report])
    journal.park_frame(desk.store, "3-a.ufr", "frame.malformed")
    assert delivery(desk, filed.report) is Delivery.REFUSED
    assert outbox.totals(desk.store).refused == 1
    deliver(desk, mission)
    assert delivery(desk, filed.report) is Delivery.RECEIVED
    assert outbox.totals(desk.store).refused == 0


def test_frames_remember_what_they_hold(desk: Desk) -> None:
    filed = commands.file_report(desk, restriction())
    piece = (Sha256(b"\x05" * 32), 4096, 100)
    journal.assign_frame(desk.store, "a", [filed.report])
    journal.assign_frame(desk.store, "b", [], [piece])
    used = journal.frames_in_use(desk.store)
    assert used["a"].events == {filed.report}
    assert used["b"].pieces == {piece}
    journal.drop_frames(desk.store, ["a", "b"])
    assert journal.frames_in_use(desk.store) == {}


def test_pending_tells_the_order_of_sending(desk: Desk) -> None:
    for precedence in ("ROUTINE", "FLASH", "PRIORITY"):
        commands.file_report(desk, restriction(precedence=precedence))
    assert [p.precedence for p in journal.pending(desk.store)] == [0, 3, 0, 2]
