"""Room for a full disk: made of real blocks where there is room, and given back in time."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.people import open_desk
from fieldapp.store import ballast, drafts
from fieldapp.store.ballast import NoRoomForPhotos
from fieldapp.store.drafts import Draft
from fieldapp.units import MIB, ByteCount
from sync.field import intake
from tests.support.fleet import restriction
from tests.support.mission import TickingClock, make_desk, make_mission, seeded
from ui.sealing import Sealing

Free = Callable[[float], None]
PHOTO = NewFile(b"\xff\xd8 a picture", "image/jpeg", "p.jpg")


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Free:
    """Says how many MiB the disk has left."""

    def leave(mib: float) -> None:
        monkeypatch.setattr(ballast, "free_bytes", lambda folder: ByteCount(int(mib * MIB)))

    leave(50_000)
    return leave


def kept(home: Path) -> int | None:
    found = ballast.ballast_bytes(home)
    return None if found is None else found // MIB


@pytest.mark.parametrize(
    ("room", "made"), [(50_000, 64), (1024, 64), (640, 40), (128, 8), (127, None), (0, None)]
)
def test_it_is_as_large_as_the_disk_allows(
    tmp_path: Path, free: Free, room: int, made: int | None
) -> None:
    free(room)
    ballast.prepare(tmp_path)
    assert kept(tmp_path) == made


def test_its_blocks_are_real(tmp_path: Path, free: Free) -> None:
    ballast.prepare(tmp_path)
    found = (tmp_path / ballast.FILE_NAME).stat()
    assert found.st_blocks * 512 >= ballast.FULL_BYTES
    assert found.st_mode & 0o077 == 0


def test_it_is_written_out_where_the_system_reserves_nothing(
    tmp_path: Path, free: Free, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    ballast.prepare(tmp_path)
    assert (tmp_path / ballast.FILE_NAME).stat().st_blocks * 512 >= ballast.FULL_BYTES


def test_it_goes_on_a_full_disk_and_comes_back_with_the_room(tmp_path: Path, free: Free) -> None:
    ballast.prepare(tmp_path)
    ballast.spare(tmp_path)
    assert kept(tmp_path) == 64
    free(3.9)
    ballast.spare(tmp_path)
    assert kept(tmp_path) == 0
    assert ballast.was_used(tmp_path)
    free(100)
    ballast.prepare(tmp_path)
    assert kept(tmp_path) == 0, "the room it left is not taken again"
    free(50_000)
    assert not ballast.was_used(tmp_path), "there is room again"
    ballast.prepare(tmp_path)
    assert kept(tmp_path) == 64
    assert not ballast.was_used(tmp_path)


def test_a_laptop_that_never_had_one_did_not_use_it(tmp_path: Path, free: Free) -> None:
    free(0)
    ballast.spare(tmp_path)
    assert not ballast.was_used(tmp_path)


def test_a_disk_that_fills_meanwhile_leaves_nothing_half_made(
    tmp_path: Path, free: Free, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, start: int, length: int) -> None:
        os.ftruncate(handle, length // 2)
        raise OSError(28, "full")

    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    ballast.prepare(tmp_path)
    assert kept(tmp_path) is None


@pytest.mark.parametrize("step", ["report", "draft", "open"])
def test_saving_text_and_opening_give_it_back(tmp_path: Path, free: Free, step: str) -> None:
    desk = make_desk(tmp_path, make_mission())
    ballast.prepare(tmp_path)
    free(1)
    if step == "report":
        commands.file_report(desk, restriction())
    elif step == "draft":
        drafts.save_draft(desk.store, desk.sealer, Draft("d1", "incident", "1"))
    else:
        open_desk(tmp_path, desk.keys, clock=TickingClock(), entropy=seeded(5)).store.close()
    desk.store.close()
    assert kept(tmp_path) == 0


def test_photos_are_refused_in_time_and_text_is_not(tmp_path: Path, free: Free) -> None:
    desk = make_desk(tmp_path, make_mission())
    free(470)
    filed = commands.file_report(desk, restriction())
    drafts.save_draft(desk.store, desk.sealer, Draft("d1", "incident", "1"))
    for refused in (
        lambda: commands.file_report(desk, restriction(), [PHOTO]),
        lambda: commands.attach_files(desk, filed.report, [PHOTO]),
        lambda: commands.amend_report(desk, filed.report, restriction(), "grid", files=[PHOTO]),
        lambda: drafts.put_draft_file(desk.store, desk.sealer, "d1", "p", PHOTO.content),
    ):
        with pytest.raises(NoRoomForPhotos):
            refused()
    free(480)
    commands.attach_files(desk, filed.report, [PHOTO])
    desk.store.close()


def test_photos_of_others_are_left_at_hq_while_there_is_no_room(tmp_path: Path, free: Free) -> None:
    desk = make_desk(tmp_path, make_mission())
    free(470)
    found = intake.pull_blobs(None, "", lambda work: work(desk.store))  # type: ignore[arg-type]
    assert found == intake.Pulled()
    desk.store.close()


def test_the_person_is_told_when_it_is_being_used(tmp_path: Path, free: Free) -> None:
    desk = make_desk(tmp_path, make_mission())
    told: list[str] = []
    sealing = Sealing(TickingClock(), lambda error: told.append(error.code))
    ballast.prepare(tmp_path)
    sealing.run(desk)
    assert told == []
    free(1)
    commands.file_report(desk, restriction())
    sealing.run(desk)
    assert told == ["disk.ballast"]
    desk.store.close()
