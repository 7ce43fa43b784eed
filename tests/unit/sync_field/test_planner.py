"""The spool follows the journal: what waits is sealed once, what HQ has goes, nothing is lost."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.clock import SystemClock
from fieldapp.store import blobs, journal
from fieldapp.store.journal import ReceiptEffect
from sync.body import EnrolBody, EventsBody, PieceBody
from sync.dictionaries import MIXED
from sync.field import enrol
from sync.field.config import read_config
from sync.field.enrol import ask_to_be_let_in, code_of
from sync.field.errors import SpoolFull
from sync.field.machine import request_budget
from sync.field.spool import Rank, Shelf
from sync.frame import open_frame
from tests.support.mission import TickingClock, make_desk
from tests.unit.sync_field.bench import FAST, SLOW, Bench, make_bench
from tests.unit.sync_field.mini_hq import CODE

PHOTO = bytes(range(256)) * 400
PREVIEW = b"\xff\xd8" + bytes(9000)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path / "field")


def bodies(bench: Bench, shelf: Shelf = Shelf.WAITING) -> list[object]:
    keys = bench.hq.keys()
    frames = [bench.spool.read(name, shelf) for name in bench.spool.names(shelf)]
    return [open_frame(frame, keys) for frame in frames if frame is not None]


def test_the_request_to_be_let_in_goes_first_and_carries_code_and_first_event(
    bench: Bench,
) -> None:
    bench.file("FLASH")
    bench.plan()
    first = bodies(bench)[0]
    assert isinstance(first, EnrolBody)
    assert first.code == CODE
    assert first.genesis.head.seq == 0
    assert bench.waiting() == ["0", "1"]


def test_order_is_flash_then_immediate_then_routine_then_previews_then_photos(
    bench: Bench,
) -> None:
    bench.file("ROUTINE", (PREVIEW, PHOTO))
    bench.file("PRIORITY")
    bench.file("FLASH")
    bench.file("IMMEDIATE")
    bench.plan(FAST)
    assert "".join(dict.fromkeys(bench.waiting())) == "012348a"


def test_each_flash_has_a_frame_of_its_own_and_routine_shares_one(bench: Bench) -> None:
    for _ in range(3):
        bench.file("FLASH")
        bench.file("ROUTINE")
    bench.plan(FAST)
    assert bench.waiting() == ["0", "1", "1", "1", "4"]


def test_a_second_run_changes_nothing(bench: Bench) -> None:
    bench.file(photos=(PREVIEW,))
    assert bench.plan()
    before = bench.spool.names(Shelf.WAITING)
    assert not bench.plan()
    assert not bench.plan(merge=True)
    assert bench.spool.names(Shelf.WAITING) == before


def test_receipts_clear_the_spool_and_the_code(bench: Bench) -> None:
    bench.file("ROUTINE", (PREVIEW, PHOTO))
    bench.plan(FAST)
    bench.send()
    bench.plan(FAST)
    bench.send()
    bench.plan(FAST)
    assert bench.undelivered() == 0
    assert all(bench.spool.names(shelf) == [] for shelf in Shelf)
    assert journal.frames_in_use(bench.desk.store) == {}
    assert code_of(bench.desk.store, bench.desk.stream) == ""
    assert blobs.photos_waiting(bench.desk.store) == []
    assert bench.spool.receipts() == []


def test_what_was_filed_one_by_one_is_sent_together_after_a_merge(bench: Bench) -> None:
    for _ in range(12):
        bench.file()
        bench.plan(SLOW)
    assert bench.waiting() == ["0"] + ["4"] * 12
    bench.plan(SLOW, merge=True)
    assert len(bench.waiting()) < 6
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
    assert len(bench.hq.taken) == len(set(bench.hq.taken)) == 12


@pytest.mark.parametrize("rate", [30, SLOW, 1200, FAST])
def test_a_batch_stays_within_25_seconds_of_the_link(bench: Bench, rate: int) -> None:
    for _ in range(60):
        bench.file()
    bench.plan(rate)
    for frame in bench.spool.frames(Shelf.WAITING):
        body = open_frame(bench.spool.read(frame.name) or b"", bench.hq.keys())
        several = isinstance(body, EventsBody) and len(body.events) > 1
        assert frame.size <= request_budget(rate) or not several


def test_a_link_that_became_slow_gets_smaller_frames(bench: Bench) -> None:
    for _ in range(60):
        bench.file()
    bench.plan(FAST)
    large = len(bench.waiting())
    bench.plan(30, merge=True)
    assert len(bench.waiting()) > 5 * large
    assert all(f.size <= 2 * request_budget(30) for f in bench.spool.frames(Shelf.WAITING)[1:])


def test_large_photos_wait_for_a_fast_link_or_a_wish(bench: Bench) -> None:
    bench.file(photos=(PREVIEW, PHOTO))
    bench.plan(SLOW)
    assert Rank.PHOTO not in map(Rank.of, bench.spool.names(Shelf.WAITING))
    bench.plan(SLOW, originals=True)
    assert Rank.PHOTO in map(Rank.of, bench.spool.names(Shelf.WAITING))


def test_pieces_cover_a_photo_once_and_begin_on_the_grain(bench: Bench) -> None:
    bench.file(photos=(PHOTO,))
    bench.plan(SLOW, originals=True)
    pieces = [body for body in bodies(bench) if isinstance(body, PieceBody)]
    rebuilt = bytearray(len(PHOTO))
    for piece in pieces:
        assert piece.offset % 4096 == 0
        rebuilt[piece.offset : piece.offset + len(piece.content)] = piece.content
    assert bytes(rebuilt) == PHOTO
    assert sum(len(piece.content) for piece in pieces) == len(PHOTO)
    assert max(len(piece.content) for piece in pieces) <= request_budget(SLOW) + 2048


def test_photos_filed_one_after_another_are_sent_one_after_another(bench: Bench) -> None:
    photos = [bytes([number]) * 300_000 for number in (1, 2, 3)]
    for photo in photos:
        bench.file(photos=(photo,))
        bench.plan(FAST)
    sent = [body.content[0] for body in bodies(bench) if isinstance(body, PieceBody)]
    assert len(sent) > 2 * len(photos)
    assert sent == sorted(sent), "a link that ends early leaves the first photos whole"


def test_only_what_hq_lacks_of_a_photo_is_sealed_again(bench: Bench) -> None:
    bench.file(photos=(PHOTO,))
    bench.plan(FAST)
    bench.send()
    sha = next(iter(bench.hq.have))
    bench.hq.have[sha].discard(8192)
    for name in bench.spool.names(Shelf.DONE):
        bench.spool.remove(name, Shelf.DONE)
    for path, _ in bench.spool.receipts():
        path.unlink()
    bench.spool.add_receipt(bench.hq.receipt(bench.desk.stream, (sha,)))
    bench.plan(FAST)
    pieces = [body for body in bodies(bench) if isinstance(body, PieceBody)]
    assert [(piece.offset, len(piece.content)) for piece in pieces] == [(8192, 4096)]
    bench.send()
    bench.plan(FAST)
    assert bench.hq.whole(sha)
    assert blobs.photos_waiting(bench.desk.store) == []


def test_a_frame_that_vanished_is_made_again(bench: Bench) -> None:
    report = bench.file()
    bench.plan()
    for name in bench.spool.names(Shelf.WAITING):
        bench.spool.remove(name, Shelf.WAITING)
    bench.plan()
    assert bench.waiting() == ["0", "4"]
    bench.send()
    assert report in bench.hq.taken


def test_an_hq_restored_from_backup_is_filled_again(bench: Bench) -> None:
    for _ in range(3):
        bench.file()
    bench.plan()
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
    stream = bench.hq.streams[bench.desk.stream]
    del stream.events[2], stream.events[3]
    bench.hq.epoch = 2
    bench.spool.add_receipt(bench.hq.receipt(bench.desk.stream))
    bench.plan()
    assert bench.undelivered() == 2
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
    assert sorted(stream.events) == [0, 1, 2, 3]


def test_a_receipt_of_the_old_epoch_takes_nothing_back(bench: Bench) -> None:
    bench.file()
    bench.plan()
    old = None
    for name in bench.spool.names(Shelf.WAITING):
        old = bench.hq.take(bench.spool.read(name) or b"")[1]
    bench.hq.epoch = 2
    bench.spool.add_receipt(bench.hq.receipt(bench.desk.stream))
    bench.plan()
    assert old is not None
    opened = bench.opened(old)
    effect = journal.apply_receipt(bench.desk.store, opened, old)
    assert effect is ReceiptEffect.OUTDATED


def test_forged_receipts_prove_nothing_and_are_thrown_away(bench: Bench) -> None:
    bench.file()
    bench.plan()
    bench.send()
    good = [raw for _, raw in bench.spool.receipts()]
    for path, _ in bench.spool.receipts():
        path.unlink()
    for raw in good:
        bench.spool.add_receipt(raw[:-1] + bytes([raw[-1] ^ 1]))
    bench.plan()
    assert bench.undelivered() == 2
    assert bench.spool.receipts() == []
    assert bench.waiting() == ["0", "4"], "without a proof the frames are sent again"


def test_one_bad_event_is_found_and_parked_and_the_others_arrive(bench: Bench) -> None:
    reports = [bench.file() for _ in range(5)]
    bad = reports[2]
    bench.hq.verdict = lambda body: 422 if bad in [e.id for e in body.events] else 200
    for _ in range(3):
        bench.plan(FAST)
        bench.send()
    bench.plan(FAST)
    waiting = journal.pending(bench.desk.store)
    assert [item.event.id for item in waiting] == [bad]
    assert waiting[0].parked == "refused.check"
    assert set(bench.hq.taken) == set(reports) - {bad}
    assert bench.waiting() == []
    assert not bench.plan(FAST)


def test_an_older_hq_gets_what_every_version_reads(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.file()
    monkeypatch.setattr("sync.body.NUMBERS", (MIXED,))
    bench.plan(FAST)
    bench.send()
    assert bench.spool.names(Shelf.PARKED), "HQ is old enough for this test"
    bench.plan(FAST)
    bench.send()
    bench.plan(FAST)
    assert bench.undelivered() == 0
    bench.file()
    bench.plan(FAST)
    bench.send()
    assert bench.spool.names(Shelf.PARKED) == [], "what was learned is kept"


def test_a_refused_frame_is_made_anew_when_asked_for(bench: Bench) -> None:
    bench.file()
    bench.hq.verdict = lambda body: 422
    bench.plan()
    bench.send()
    bench.plan()
    assert bench.undelivered() == 1
    bench.hq.verdict = lambda body: 200
    assert bench.planner.retry_refused(bench.desk.store)
    bench.plan()
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0


def test_frames_that_hq_keeps_are_not_sent_twice_and_go_when_it_has_decided(
    tmp_path: Path,
) -> None:
    bench = make_bench(tmp_path / "field", let_in=False)
    bench.file()
    bench.plan()
    bench.send()
    assert len(bench.spool.names(Shelf.KEPT)) == 2
    bench.plan()
    assert bench.waiting() == []
    bench.hq.approve()
    bench.spool.add_receipt(bench.hq.receipt(bench.desk.stream))
    bench.plan()
    assert bench.undelivered() == 0
    assert all(bench.spool.names(shelf) == [] for shelf in Shelf)


def test_what_hq_kept_and_forgot_is_sent_again_once_it_let_the_laptop_in(tmp_path: Path) -> None:
    bench = make_bench(tmp_path / "field", let_in=False)
    bench.file()
    bench.plan()
    bench.send()
    bench.hq.streams[bench.desk.stream].kept.clear()
    bench.hq.approve()
    bench.spool.add_receipt(bench.hq.receipt(bench.desk.stream))
    bench.plan()
    assert bench.waiting() == [], "its receipt may be on the way, or a relay has it"
    later = TickingClock(SystemClock().now() + 61 * 60_000)
    replace(bench.planner, clock=later).plan(bench.desk.store, rate=SLOW)
    assert bench.waiting() == ["4"]
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0


def test_after_a_day_a_frame_that_hq_keeps_is_sent_again(tmp_path: Path) -> None:
    bench = make_bench(tmp_path / "field", let_in=False)
    bench.file()
    bench.plan()
    bench.send()
    tomorrow = TickingClock(SystemClock().now() + 25 * 3_600_000)
    late = replace(bench.planner, clock=tomorrow)
    late.plan(bench.desk.store, rate=SLOW)
    assert bench.waiting() == ["0", "4"]


def test_another_code_replaces_a_request_that_was_refused(bench: Bench) -> None:
    ask_to_be_let_in(bench.desk, "00000-00000", bench.spool)
    bench.plan()
    bench.send()
    bench.plan()
    assert len(bench.spool.names(Shelf.PARKED)) == 1
    ask_to_be_let_in(bench.desk, f"{CODE[:5]}-{CODE[5:]}".lower(), bench.spool)
    bench.plan()
    assert [type(body) for body in bodies(bench)] == [EnrolBody]
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
    assert bench.spool.names(Shelf.PARKED) == []


def test_a_new_code_makes_everything_wait_again_also_when_the_disk_was_full_at_first(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.file(photos=(PREVIEW,))
    for _ in range(3):
        bench.plan(FAST)
        bench.send()
    bench.plan(FAST)
    assert (bench.undelivered(), bench.waiting()) == (0, [])

    def full(*_: object) -> None:
        raise SpoolFull()

    with monkeypatch.context() as while_full:
        while_full.setattr(enrol, "set_up_config", full)
        with pytest.raises(SpoolFull):
            ask_to_be_let_in(bench.desk, CODE, bench.spool)
    ask_to_be_let_in(bench.desk, CODE, bench.spool)
    bench.plan(FAST)
    assert [type(body) for body in bodies(bench)] == [EnrolBody, EventsBody, PieceBody]
    assert bench.undelivered() == 2


def test_a_strange_file_in_the_spool_is_left_alone(bench: Bench) -> None:
    bench.spool.prepare()
    (bench.spool.root / "notes.txt").write_text("x")
    (bench.spool.root / "in" / "evil.rcpt").mkdir()
    bench.file()
    bench.plan()
    assert bench.waiting() == ["0", "4"]
    assert (bench.spool.root / "notes.txt").exists()


def test_a_frame_without_a_note_is_still_sent(bench: Bench) -> None:
    """As after a torn log: the file may be all that is left of a report."""
    report = bench.file()
    bench.plan()
    names = list(journal.frames_in_use(bench.desk.store))
    journal.drop_frames(bench.desk.store, names)
    bench.send()
    assert report in bench.hq.taken
    bench.plan()
    assert bench.undelivered() == 0
    assert all(bench.spool.names(shelf) == [] for shelf in Shelf)


def test_two_people_on_one_laptop_never_share_a_frame(bench: Bench) -> None:
    colleague = make_desk(bench.desk.home, bench.mission, "Sgt B", seed=11, by=bench.desk)
    colleague.store.close()
    second = replace(bench.desk, keys=colleague.keys, signing=colleague.signing)
    ask_to_be_let_in(second, CODE, bench.spool)
    bench.file()
    bench.plan(FAST)
    assert bench.waiting() == ["0", "0", "4"]
    streams = [body.stream for body in bodies(bench) if isinstance(body, EventsBody)]
    assert streams == [bench.desk.stream]
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
    assert len(bench.hq.streams) == 2


def test_the_senders_file_is_made_again_with_the_same_token(bench: Bench) -> None:
    bench.file()
    bench.plan()
    home = bench.desk.home
    before = read_config(home)
    path = home / "spool" / "sender.json"
    for spoil in (path.unlink, lambda: path.write_bytes(b"{"), lambda: shutil.rmtree(path.parent)):
        spoil()
        bench.plan()
        assert read_config(home) == before
    assert bench.waiting() == ["0", "4"]
    (home / "push.token").unlink()
    path.unlink()
    bench.plan()
    assert not path.exists(), "HQ would not know another token"


def test_nobody_who_never_asked_is_sent_for(tmp_path: Path) -> None:
    bench = make_bench(tmp_path / "new", enrol=False)
    bench.file()
    bench.plan()
    assert not (bench.desk.home / "spool" / "sender.json").exists()
