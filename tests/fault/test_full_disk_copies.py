"""The disk is full at any write of making a copy of the store, or of going back to one.

On a small disk of its own that has room for nothing, for one page more, and so on, until it fits:
whatever fits, the store and its older copies are as they were, nothing is left lying about, and
the error says that the disk is full.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.files import DiskFull
from fieldapp.people import Desk, open_desk
from fieldapp.store import checking, snapshots
from fieldapp.store.errors import StoreFull
from fieldapp.store.snapshots import Snapshot
from tests.support.fleet import restriction
from tests.support.mission import Mission, TickingClock, make_desk, make_mission, seeded
from tests.support.small_disk import can_mount, filled, small_disk

REPORTS = 3
_PAGE_KIB = os.sysconf("SC_PAGE_SIZE") // 1024
_PLENTY = 2**40
_MOST_PAGES = 2_000


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture(params=["small disk"] if can_mount() else [])
def desk(tmp_path: Path, mission: Mission) -> Iterator[Desk]:
    """A desk with three reports and an older copy, on a disk that others may fill."""
    with small_disk(tmp_path / "disk", 24) as disk:
        found = make_desk(disk / "home", mission)
        for number in range(REPORTS):
            commands.file_report(found, restriction(narrative=f"Account {number} " * 40))
        copied(found)
        try:
            yield found
        finally:
            found.store.close()


def copied(desk: Desk) -> Snapshot | None:
    """The room is looked at before a copy begins; here somebody takes it afterwards."""
    key = desk.keys.database
    return snapshots.make_snapshot(desk.home, key, desk.store.clock, lambda: _PLENTY)


def files(home: Path) -> set[str]:
    found = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}
    return {name for name in found if not name.endswith(("-wal", "-shm"))}


def refused_until_it_fits(
    home: Path, work: Callable[[], object], intact: Callable[[], None]
) -> int:
    """How often the disk was too full: tried with one page of room more each time."""
    before = files(home)
    for pages in range(_MOST_PAGES):
        with filled(home.parent, pages * _PAGE_KIB):
            try:
                work()
            except (DiskFull, StoreFull) as error:
                assert "full" in str(error).lower()
            else:
                return pages
            assert files(home) == before
            intact()
    raise AssertionError("never enough room")


def test_a_copy_is_made_whole_or_the_older_ones_stay(desk: Desk, mission: Mission) -> None:
    (older,) = snapshots.snapshots(desk.home, desk.keys.database)

    def intact() -> None:
        assert snapshots.snapshots(desk.home, desk.keys.database) == (older,)
        snapshots.check_snapshot(desk.home, desk.keys.database, older)
        assert checking.verify_store(desk.store, mission.profile.admin).events == REPORTS + 1

    refused = refused_until_it_fits(desk.home, lambda: copied(desk), intact)
    assert refused >= (desk.home / "snapshots" / "1.db").stat().st_size // 4096
    newer, _ = snapshots.snapshots(desk.home, desk.keys.database)
    snapshots.check_snapshot(desk.home, desk.keys.database, newer)
    intact_events = checking.verify_store(desk.store, mission.profile.admin).events
    assert intact_events == newer.held.events == REPORTS + 1


def test_going_back_happens_or_nothing_is_changed(desk: Desk, mission: Mission) -> None:
    (older,) = snapshots.snapshots(desk.home, desk.keys.database)
    commands.file_report(desk, restriction("Later"))
    desk.store.close()
    key, home = desk.keys.database, desk.home
    here = (home / "vault.db").read_bytes()

    def intact() -> None:
        assert (home / "vault.db").read_bytes() == here
        assert snapshots.snapshots(home, key) == (older,)
        snapshots.check_snapshot(home, key, older)

    refused = refused_until_it_fits(home, lambda: snapshots.restore(home, key, older), intact)
    assert refused >= (home / "snapshots" / "1.db").stat().st_size // 4096 - 8, (
        "SQLite has files of its own"
    )
    assert (home / "vault.db.damaged-1").read_bytes() == here, "what was there is kept"
    with open_desk(home, desk.keys, clock=TickingClock(), entropy=seeded(3)).store as store:
        assert checking.verify_store(store, mission.profile.admin).events == REPORTS + 1
