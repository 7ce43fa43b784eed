"""The process dies at any statement of removing text or of a migration: the store opens, all good.

The folder is copied as it is at each statement: that is what a killed process leaves behind.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, open_desk
from fieldapp.store import checking, migrations, reads, retention
from fieldapp.store.database import FILE_NAME, connect
from fieldapp.store.retention import DAY_MILLIS, Rule
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import START, Mission, TickingClock, make_desk, make_mission, seeded
from tests.unit.store.test_migrations import check_all, golden, opened

PHOTO = b"photo" * 30_000


def copies_while(store: Desk, folder: Path, work: Callable[[], object]) -> list[Path]:
    """Copies of the installation folder as it was at every statement of some work."""
    made: list[Path] = []

    def copy(_statement: str) -> None:
        target = folder / str(len(made))
        shutil.copytree(store.home, target)
        made.append(target)

    store.store.connection.set_trace_callback(copy)
    work()
    store.store.connection.set_trace_callback(None)
    return made


def removable(home: Path, mission: Mission) -> tuple[Desk, list[EventId]]:
    """A desk with two reports whose text may go, and one that still waits."""
    clock = TickingClock()
    desk = make_desk(home / "field", mission, clock=clock)
    officer = make_desk(home / "hq", mission, "Maj H", unit="HQ", seed=21)
    carry([mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)], desk, mission)
    carry(mission.events, officer, mission)
    photos = [NewFile(PHOTO, "image/jpeg", "gate.jpg")]
    reports = [commands.file_report(desk, restriction(), photos).report for _ in range(2)]
    carry(own_events(desk), officer, mission, 10)
    for report in reports:
        commands.review_report(officer, report, "accept")
    carry(own_events(officer)[1:], desk, mission, 20)
    officer.store.close()
    (sha,) = (file.sha for file in reads.detail(desk.store, reports[0]).files)
    for days in (0, 15):
        clock.at += days * DAY_MILLIS
        t, state = UtcMillis(START + days * DAY_MILLIS), {sha: PhotoState(True)}
        deliver(desk, mission, receipt_for(desk, 3, photos=state if not days else {}, t=t))
        if not days:
            assert list(remove(desk)) == []
    commands.file_report(desk, restriction("Waiting"))
    return desk, reports


def remove(desk: Desk) -> list[int]:
    return list(retention.remove_old(desk.store, Rule(14, person=desk.keys.slot.id)))


def test_text_is_removed_whole_or_not_at_all(tmp_path: Path) -> None:
    mission = make_mission()
    desk, reports = removable(tmp_path, mission)
    left = copies_while(desk, tmp_path / "at", lambda: remove(desk))
    want = refs(desk, reports)
    assert len(left) > 60
    seen = set()
    for home in left:
        seen.add(removed_whole_or_not(home, desk, mission, reports, want))
        shutil.rmtree(home)
    assert seen == {(False, False), (True, False), (True, True)}


def refs(desk: Desk, reports: list[EventId]) -> list[str]:
    return [reads.detail(desk.store, report).row.ref for report in reports]


def removed_whole_or_not(
    home: Path, desk: Desk, mission: Mission, reports: list[EventId], want: list[str]
) -> tuple[bool, ...]:
    """Of which reports the text is gone; in the end it is of all, and nothing else is missing."""
    clock = TickingClock(desk.store.clock.now())
    with open_desk(home, desk.keys, clock=clock, entropy=seeded(1)).store as store:
        checking.verify_store(store, mission.profile.admin)
        rows = [reads.detail(store, report) for report in reports]
        gone = tuple(one.row.removed is not None for one in rows)
        assert [bool(one.revisions[-1].content) for one in rows] == [not go for go in gone]
        here = replace(desk, home=home, store=store)
        assert sum(remove(here)) == gone.count(False)
        assert refs(here, reports) == want
        assert reads.count(store, reads.ReportFilter(text="soldiers")) == 1
        assert store.rows("SELECT count(*) FROM piece") == [(0,)]
        assert store.rows("PRAGMA freelist_count") == [(0,)]
        checking.verify_store(store, mission.profile.admin)
    return gone


def test_a_migration_killed_at_any_statement_leaves_a_store_that_opens(tmp_path: Path) -> None:
    facts = golden(tmp_path / "home", 1)
    made: list[Path] = []

    def copy(_statement: str) -> None:
        target = tmp_path / "at" / str(len(made))
        shutil.copytree(tmp_path / "home", target)
        made.append(target)

    connection = connect(tmp_path / "home" / FILE_NAME, bytes.fromhex(facts["key"]))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.set_trace_callback(copy)
    migrations.migrate(connection, tmp_path / "home" / FILE_NAME, 1)
    connection.close()
    assert len(made) > 8
    for home in made:
        with opened(home, facts) as store:
            check_all(store, facts)
            assert store.rows("PRAGMA user_version") == [(migrations.LATEST,)]
