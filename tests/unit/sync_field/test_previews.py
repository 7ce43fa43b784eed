"""Previews go after all text and before any photo, by precedence; nobody counts them."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.event.receipt import PhotoState
from fieldapp.store import blobs, outbox, reads
from fieldapp.store.figures import store_figures
from fieldapp.store.reads import Delivery
from fieldapp.store.sent import sent_page
from fieldapp.units import EventId, Sha256
from sync.body import PieceBody
from sync.field.sealing import pieces
from sync.field.spool import Rank, Shelf, frame_name
from sync.frame import open_frame
from tests.support.fleet import deliver, restriction
from tests.support.mission import seeded
from tests.unit.sync_field.bench import FAST, SLOW, Bench, make_bench

PRECEDENCES = ("FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path / "field")


def with_photo(bench: Bench, precedence: str = "ROUTINE", mark: int = 0) -> EventId:
    """Files a report with a photo of its own that has a preview."""
    photo = bytes([mark]) * 90_000
    file = NewFile(photo, "image/jpeg", "p.jpg", bytes([mark + 100]) * 15_000)
    return commands.file_report(bench.desk, restriction(precedence=precedence), [file]).report


def hashes(bench: Bench, report: EventId) -> tuple[Sha256, Sha256]:
    """Of the photo and of its preview."""
    (file,) = reads.detail(bench.desk.store, report).files
    assert file.preview is not None
    return file.sha, file.preview


def sent(bench: Bench) -> list[Sha256]:
    """Photos in the order in which their first pieces go."""
    found: dict[Sha256, None] = {}
    for name in bench.spool.names(Shelf.WAITING):
        body = open_frame(bench.spool.read(name) or b"", bench.hq.keys())
        if isinstance(body, PieceBody):
            found.setdefault(body.blob)
    return list(found)


def test_names_sort_as_ranks_do() -> None:
    names = [frame_name(rank, bench_time, seeded(1)) for rank in Rank for bench_time in (1, 2**40)]
    assert names == sorted(names)
    assert [Rank.of(name) for name in names] == [rank for rank in Rank for _ in range(2)]


def test_previews_go_by_precedence_although_they_come_later(bench: Bench) -> None:
    routine = with_photo(bench, "ROUTINE", 1)
    bench.plan(FAST)
    urgent = with_photo(bench, "IMMEDIATE", 2)
    bench.plan(FAST)
    flash = with_photo(bench, "FLASH", 3)
    bench.plan(FAST)
    order = [hashes(bench, report)[1] for report in (flash, urgent, routine)]
    assert sent(bench)[:3] == order
    assert "".join(dict.fromkeys(bench.waiting())) == "0124568" + "9a"


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.integers(1, 60_000)), max_size=12),
    st.sampled_from([SLOW, FAST]),
)
def test_no_original_is_planned_before_a_preview(
    photos: list[tuple[int, bool, int]], rate: int
) -> None:
    waiting = [
        blobs.PhotoWaiting(
            Sha256(sha256(b"%d" % number).digest()),
            size % blobs.PREVIEW_BYTES + 1 if small else blobs.PREVIEW_BYTES + size,
            precedence,
            PhotoState(False),
            EventId(bytes(32)),
        )
        for number, (precedence, small, size) in enumerate(photos)
    ]
    # As `photos_waiting` answers.
    waiting.sort(key=lambda photo: (photo.size > blobs.PREVIEW_BYTES, photo.precedence))
    ranks = [plan.rank for plan in pieces(waiting, {}, rate=rate, originals=True, room=10**9)]
    assert ranks == sorted(ranks)
    small = {plan.rank for plan in pieces(waiting, {}, rate=SLOW, originals=False, room=10**9)}
    assert all(Rank.PREVIEW_FLASH <= rank < Rank.PHOTO_URGENT for rank in small)


def test_small_ones_are_first_in_the_store_whatever_their_precedence(bench: Bench) -> None:
    reports = [with_photo(bench, word, at) for at, word in enumerate(PRECEDENCES[::-1])]
    waiting = [photo.sha for photo in blobs.photos_waiting(bench.desk.store)]
    pairs = [hashes(bench, report) for report in reversed(reports)]
    assert waiting == [preview for _, preview in pairs] + [photo for photo, _ in pairs]


def test_on_a_slow_link_the_preview_goes_and_the_photo_waits(bench: Bench) -> None:
    report = with_photo(bench)
    photo, preview = hashes(bench, report)
    for _ in range(3):
        bench.plan(SLOW)
        bench.send()
    bench.plan(SLOW)
    assert bench.hq.whole(preview)
    assert not bench.hq.photos.get(photo)
    assert [waiting.sha for waiting in blobs.photos_waiting(bench.desk.store)] == [photo]
    assert bench.spool.names(Shelf.WAITING) == []


def test_a_preview_is_not_sent_once_hq_holds_the_photo(bench: Bench) -> None:
    report = with_photo(bench)
    photo, preview = hashes(bench, report)
    bench.plan(FAST)
    bench.send(2)
    bench.plan(FAST)
    assert preview in sent(bench)
    (stream,) = bench.hq.streams
    said = bench.opened(bench.hq.receipt(stream))
    receipt = replace(said, photos={photo: PhotoState(True)})
    deliver(bench.desk, bench.mission, receipt)
    assert blobs.photos_waiting(bench.desk.store) == []
    assert reads.detail(bench.desk.store, report).row.delivery is Delivery.RECEIVED
    assert outbox.totals(bench.desk.store).photos == 0
    bench.plan(FAST)
    assert bench.spool.names(Shelf.WAITING) == []


def test_people_are_told_of_photos_only(bench: Bench) -> None:
    report = with_photo(bench)
    _photo, preview = hashes(bench, report)
    store = bench.desk.store
    assert outbox.totals(store).photos == 1
    assert store_figures(store).photos == 1
    assert store_figures(store).photo_bytes == 90_000
    (record,) = outbox.records_of(store, report)
    assert (record.photos, record.photo_bytes) == (1, 90_000)
    (line,) = sent_page(store, bench.desk.stream).lines
    assert (line.photos, line.photos_received) == (1, 0)
    for _ in range(3):
        bench.plan(SLOW)
        bench.send()
    bench.plan(SLOW)
    assert bench.hq.whole(preview)
    assert outbox.totals(store).photos == 1
    (record,) = outbox.records_of(store, report)
    assert (record.photos_received, record.photo_bytes_received) == (0, 0)
    assert sent_page(store, bench.desk.stream).lines[0].photos_received == 0
    assert reads.detail(store, report).row.delivery is Delivery.TEXT_RECEIVED
    assert reads.detail(store, report).row.files == 1


def test_a_corrected_report_counts_its_photo_once_and_keeps_its_preview(bench: Bench) -> None:
    report = with_photo(bench)
    pair = hashes(bench, report)
    commands.amend_report(bench.desk, report, restriction(place="Gate"), "grid")
    assert hashes(bench, report) == pair
    assert sent_page(bench.desk.store, bench.desk.stream).lines[0].photos == 1
