"""Copies of the store: whole, checked, few; and going back to one, whatever happens meanwhile."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.errors import FieldError
from fieldapp.people import Desk, open_desk
from fieldapp.store import checking, reads, restoring, snapshots
from fieldapp.store.database import FILE_NAME, connect, open_store
from fieldapp.store.errors import StoreBusy, StoreDamaged, StoreLocked
from fieldapp.store.journal import ReceiptEffect
from fieldapp.store.snapshots import DAY_MILLIS, Snapshot, SnapshotStopped, SnapshotUnusable
from tests.support.fleet import deliver, receipt_for, restriction
from tests.support.mission import Mission, TickingClock, make_desk, make_mission, seeded

PLENTY = 2**40


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Desk:
    found = make_desk(tmp_path / "home", mission)
    for number in range(3):
        commands.file_report(found, restriction(narrative=f"Canary{number} " * 20))
    return found


def make(desk: Desk, free: int = PLENTY) -> Snapshot:
    found = snapshots.make_snapshot(desk.home, desk.keys.database, desk.store.clock, lambda: free)
    assert found is not None
    return found


def held(desk: Desk) -> tuple[Snapshot, ...]:
    return snapshots.snapshots(desk.home, desk.keys.database)


def again(desk: Desk) -> Desk:
    """The same person after the laptop was started again."""
    return open_desk(desk.home, desk.keys, clock=TickingClock(), entropy=seeded(3))


def numbers(desk: Desk) -> list[int]:
    return [one.number for one in held(desk)]


def files(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_copy_holds_what_the_store_holds_and_is_as_secret(desk: Desk) -> None:
    made = make(desk)
    assert held(desk) == (made,)
    assert made.held.events == 4
    assert made.held.places == {desk.stream: 4}
    path = desk.home / "snapshots" / "1.db"
    assert path.stat().st_mode & 0o077 == 0
    raw = path.read_bytes()
    assert b"anary" not in raw
    assert b"SQLite format" not in raw
    assert [name for name in files(desk.home) if "snapshots" in name] == ["snapshots/1.db"]
    with pytest.raises(FieldError):
        connection = connect(path, bytes(32))
        with snapshots.sorted_errors(desk.home):
            connection.execute("SELECT * FROM event")


def test_the_store_is_written_while_a_copy_is_made(desk: Desk) -> None:
    """A writer does not wait, and the copy is of the moment when it began."""

    def write_meanwhile() -> bool:
        if reads.count(desk.store, reads.ReportFilter()) == 3:
            commands.file_report(desk, restriction("Meanwhile"))
        return False

    made = snapshots.make_snapshot(
        desk.home, desk.keys.database, desk.store.clock, lambda: PLENTY, write_meanwhile
    )
    assert made is not None
    assert made.held.events == 4
    snapshots.check_snapshot(desk.home, desk.keys.database, made)
    assert reads.count(desk.store, reads.ReportFilter()) == 4


def test_three_stay_and_one_a_day_is_made(desk: Desk) -> None:
    clock = TickingClock()
    key = desk.keys.database
    assert snapshots.snapshot_due(desk.home, key, clock)
    for _ in range(5):
        make(desk)
    assert numbers(desk) == [5, 4, 3]
    clock.at = held(desk)[0].at
    assert not snapshots.snapshot_due(desk.home, key, clock)
    clock.at += DAY_MILLIS
    assert snapshots.snapshot_due(desk.home, key, clock)
    clock.at -= 3 * DAY_MILLIS
    assert snapshots.snapshot_due(desk.home, key, clock)


def test_without_room_none_is_made_and_the_older_stay(desk: Desk) -> None:
    make(desk)
    size = (desk.home / FILE_NAME).stat().st_size
    for free in (0, size, snapshots.RESERVE, snapshots.RESERVE + 4096):
        made = snapshots.make_snapshot(
            desk.home, desk.keys.database, desk.store.clock, lambda free=free: free
        )
        assert made is None
    assert numbers(desk) == [1]
    assert not list((desk.home / "snapshots").glob("*.part"))


def test_a_copy_never_outlives_text_that_was_removed(desk: Desk) -> None:
    make(desk)
    make(desk)
    desk.store.connection.execute("INSERT INTO stub(event, t, facts) VALUES (x'00', 1, '{}')")
    clock = TickingClock(held(desk)[0].at)
    assert snapshots.snapshot_due(desk.home, desk.keys.database, clock)
    made = make(desk)
    assert held(desk) == (made,)
    assert [path.name for path in (desk.home / "snapshots").iterdir()] == ["3.db"]


def test_a_copy_under_a_key_that_is_no_more_goes(desk: Desk) -> None:
    folder = desk.home / "snapshots"
    make(desk)
    (folder / "1.db").rename(folder / "4.db")
    (folder / "4.db").write_bytes(bytes(8192))
    assert held(desk) == ()
    assert make(desk).number == 5
    assert [path.name for path in folder.iterdir()] == ["5.db"]


def test_what_a_killed_process_left_does_no_harm(desk: Desk) -> None:
    make(desk)
    folder = desk.home / "snapshots"
    shutil.copyfile(folder / "1.db", folder / "new.db.part")
    for suffix in ("-journal", "-wal", "-shm"):
        (folder / f"new.db.part{suffix}").write_bytes(bytes(5000))
    snapshots.check_snapshot(desk.home, desk.keys.database, make(desk))
    assert sorted(path.name for path in folder.iterdir()) == ["1.db", "2.db"]


def test_given_up_at_any_page_nothing_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "_PAGES_AT_ONCE", 2)
    make(desk)
    for at in range(0, 12, 3):
        left = [at]

        def stopped(left: list[int] = left) -> bool:
            left[0] -= 1
            return left[0] < 0

        with pytest.raises(SnapshotStopped):
            snapshots.make_snapshot(
                desk.home, desk.keys.database, desk.store.clock, lambda: PLENTY, stopped
            )
        assert numbers(desk) == [1]
        assert [path.name for path in (desk.home / "snapshots").iterdir()] == ["1.db"]


def damaged(desk: Desk) -> bytes:
    """Spoils the middle of the store; what stands there now."""
    desk.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.store.close()
    path = desk.home / FILE_NAME
    raw = bytearray(path.read_bytes())
    raw[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    path.write_bytes(raw)
    return bytes(raw)


def test_going_back_brings_everything_and_keeps_the_damaged_file(
    desk: Desk, mission: Mission
) -> None:
    made = make(desk)
    commands.file_report(desk, restriction("After the copy"))
    spoiled = damaged(desk)
    kept = snapshots.restore(desk.home, desk.keys.database, made)
    assert kept == desk.home / f"{FILE_NAME}.damaged-1"
    assert kept.read_bytes() == spoiled
    back = again(desk)
    with back.store:
        assert snapshots.held_in(back.store.connection) == made.held
        checking.verify_store(back.store, mission.profile.admin)
        assert reads.count(back.store, reads.ReportFilter(text="canary1")) == 1
        assert reads.count(back.store, reads.ReportFilter()) == 3
    assert numbers(desk) == [1]


def test_after_going_back_behind_hq_nothing_more_is_signed(desk: Desk, mission: Mission) -> None:
    made = make(desk)
    commands.file_report(desk, restriction("After the copy"))
    ahead = receipt_for(desk, 5)
    damaged(desk)
    snapshots.restore(desk.home, desk.keys.database, made)
    back = again(desk)
    with back.store:
        assert deliver(back, mission, ahead) is ReceiptEffect.ROLLED_BACK


def test_after_going_back_to_what_hq_has_work_goes_on(desk: Desk, mission: Mission) -> None:
    made = make(desk)
    ahead = receipt_for(desk, 4)
    damaged(desk)
    snapshots.restore(desk.home, desk.keys.database, made)
    back = again(desk)
    with back.store:
        assert deliver(back, mission, ahead) is ReceiptEffect.NEWS
        commands.file_report(back, restriction())


def test_a_store_that_is_gone_comes_back_too(desk: Desk) -> None:
    made = make(desk)
    desk.store.close()
    (desk.home / FILE_NAME).unlink()
    assert snapshots.restore(desk.home, desk.keys.database, made) is None
    with again(desk).store as store:
        assert snapshots.held_in(store.connection) == made.held


def test_a_store_that_is_open_is_left_alone(desk: Desk) -> None:
    made = make(desk)
    with pytest.raises(StoreBusy):
        snapshots.restore(desk.home, desk.keys.database, made)
    commands.file_report(desk, restriction())


def test_a_second_damaged_file_is_kept_beside_the_first(desk: Desk) -> None:
    made = make(desk)
    damaged(desk)
    snapshots.restore(desk.home, desk.keys.database, made)
    back = again(desk)
    damaged(back)
    kept = snapshots.restore(desk.home, desk.keys.database, made)
    assert kept is not None
    assert kept.name.endswith("damaged-2")
    assert (desk.home / f"{FILE_NAME}.damaged-1").exists()


@pytest.mark.parametrize("where", [0.1, 0.5, 0.95])
def test_a_damaged_copy_is_never_put_in_place(desk: Desk, where: float) -> None:
    made = make(desk)
    desk.store.close()
    before = (desk.home / FILE_NAME).read_bytes()
    path = desk.home / "snapshots" / "1.db"
    raw = bytearray(path.read_bytes())
    raw[int(len(raw) * where)] ^= 1
    path.write_bytes(raw)
    with pytest.raises(SnapshotUnusable):
        snapshots.restore(desk.home, desk.keys.database, made)
    assert (desk.home / FILE_NAME).read_bytes() == before


def test_another_store_is_no_copy_of_this_one(desk: Desk, tmp_path: Path) -> None:
    made = make(desk)
    commands.file_report(desk, restriction())
    desk.store.close()
    shutil.copyfile(desk.home / FILE_NAME, desk.home / "snapshots" / "1.db")
    with pytest.raises(SnapshotUnusable):
        snapshots.restore(desk.home, desk.keys.database, made)


class PowerCut(BaseException):
    """Everything ends here."""


def cut_at(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Lets the power fail before the ``at``-th rename, removal or flush of a restore."""
    left = [at]

    def cutting(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise PowerCut
            return real(*arguments, **named)

        return step

    for name in ("rename", "replace", "unlink"):
        monkeypatch.setattr(Path, name, cutting(getattr(Path, name)))
    for module in (snapshots, restoring):
        monkeypatch.setattr(module, "sync_folder", cutting(module.sync_folder))
    monkeypatch.setattr(snapshots, "sync_file", cutting(snapshots.sync_file))


def test_wherever_the_power_fails_the_old_store_or_the_new_is_there(
    desk: Desk, tmp_path: Path, mission: Mission
) -> None:
    made = make(desk)
    commands.file_report(desk, restriction("After the copy"))
    now = snapshots.held_in(desk.store.connection)
    path = desk.home / FILE_NAME
    # As after a crash: the last records are in the log only.
    shutil.copytree(desk.home, tmp_path / "crashed")
    assert (tmp_path / "crashed" / f"{FILE_NAME}-wal").stat().st_size
    desk.store.close()
    key, seen, cuts = desk.keys.database, set(), 0
    for at in range(40):
        home = tmp_path / f"cut{at}"
        shutil.copytree(tmp_path / "crashed", home)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(snapshots, "_alone", lambda _store, _key: None)
            cut_at(patch, at)
            try:
                snapshots.restore(home, key, made)
            except PowerCut:
                cuts += 1
        with open_store(home, key, TickingClock()) as store:
            found = snapshots.held_in(store.connection)
            checking.verify_store(store, mission.profile.admin)
        assert found in (now, made.held)
        seen.add(found.events)
        assert snapshots.snapshots(home, key) == (made,)
        if found == made.held:
            assert (home / f"{path.name}.damaged-1").exists()
            assert (home / f"{path.name}.damaged-1-wal").exists()
    assert seen == {now.events, made.held.events}
    assert 6 < cuts < 40


def test_a_damaged_store_says_how_to_go_back() -> None:
    for kind in (StoreDamaged, StoreLocked):
        assert "fieldapp snapshot" in kind.advice
