"""The store file: wrong key, cut short, newer, full, busy; each says so and nothing is lost."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.errors import FieldError
from fieldapp.people import open_desk
from fieldapp.store import checking, drafts, reads
from fieldapp.store.database import FILE_NAME, open_store
from fieldapp.store.drafts import Draft, DraftFile
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import (
    NotFound,
    StoreDamaged,
    StoreForbidden,
    StoreLocked,
    StoreNewer,
)
from fieldapp.store.lane import Cancelled, StoreLane
from tests.support.fleet import restriction
from tests.support.mission import PASSPHRASE, TickingClock, make_desk, make_mission, seeded

KEY = bytes(range(32))


def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    open_store(tmp_path, KEY, TickingClock(), create=True).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreLocked):
        open_store(tmp_path, bytes(32), TickingClock())
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_store_cut_short_at_any_page_says_so(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "a", make_mission())
    for _ in range(5):
        commands.file_report(desk, restriction())
    key = desk.keys.database
    desk.store.close()
    whole = (tmp_path / "a" / FILE_NAME).read_bytes()
    for size in [*range(4096, len(whole), 16 * 4096), len(whole) - 4096, len(whole) - 1, 100]:
        folder = tmp_path / f"cut-{size}"
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(whole[:size])
        with pytest.raises((StoreDamaged, StoreLocked)):
            open_store(folder, key, TickingClock())


def test_a_flipped_bit_is_found_by_the_check(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "a", make_mission())
    for number in range(30):
        commands.file_report(desk, restriction(narrative=f"word{number} " * 200))
    key, admin = desk.keys.database, desk.profile.admin
    desk.store.close()
    path = tmp_path / "a" / FILE_NAME
    whole = path.read_bytes()
    noticed = 0
    positions = [4096 * page + 1000 for page in range(1, len(whole) // 4096, 7)]
    for position in positions:
        changed = bytearray(whole)
        changed[position] ^= 0x10
        path.write_bytes(bytes(changed))
        try:
            with open_store(tmp_path / "a", key, TickingClock()) as store:
                checking.verify_store(store, admin)
        except FieldError as error:
            assert isinstance(error, StoreDamaged | StoreLocked)
            noticed += 1
    assert noticed == len(positions)


def test_a_newer_store_is_left_as_it_is(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY, TickingClock(), create=True)
    store.connection.execute("PRAGMA user_version = 999")
    store.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreNewer):
        open_store(tmp_path, KEY, TickingClock())
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_no_statement_can_write_a_copy_in_clear(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY, TickingClock(), create=True)
    with store, pytest.raises(sqlite.DatabaseError):
        store.connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(tmp_path / "p"),))
    assert not (tmp_path / "p").exists()


def test_a_store_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    """SQLite's own switch stands in for a write-protected disk; the error is the same one."""
    desk = make_desk(tmp_path, make_mission())
    desk.store.connection.execute("PRAGMA query_only = ON")
    with desk.store, pytest.raises(StoreForbidden):
        commands.file_report(desk, restriction())


def test_a_store_that_this_account_may_not_write_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(tmp_path, KEY, TickingClock(), create=True).close()
    before = sorted(path.name for path in tmp_path.iterdir())
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    with pytest.raises(StoreForbidden):
        open_store(tmp_path, KEY, TickingClock())
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_folder_in_place_of_the_store_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(StoreForbidden):
        open_store(tmp_path, KEY, TickingClock())


def test_a_failed_command_leaves_nothing_behind(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, make_mission())
    with pytest.raises(FieldError):
        commands.file_report(desk, restriction(narrative="x" * 70_000))
    assert reads.count(desk.store, reads.ReportFilter()) == 0
    assert commands.file_report(desk, restriction()).ref.startswith("TS7-FOM-2026-0001")


def test_a_full_disk_keeps_what_was_saved_and_says_so(tmp_path: Path) -> None:
    """SQLite's own page limit stands in for the disk; the error is the same one."""
    desk = make_desk(tmp_path, make_mission())
    saved = commands.file_report(desk, restriction())
    pages = desk.store.rows("PRAGMA page_count")[0][0]
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(FieldError) as caught:
        for _ in range(200):
            commands.file_report(desk, restriction(narrative="word " * 900))
    assert caught.value.code == "store.full"
    keys = desk.keys
    count = reads.count(desk.store, reads.ReportFilter())
    desk.store.close()
    again = open_desk(tmp_path, keys, clock=TickingClock(), entropy=seeded(3))
    assert reads.count(again.store, reads.ReportFilter()) == count
    assert reads.detail(again.store, saved.report).row.ref == saved.ref
    checking.verify_store(again.store, again.profile.admin)


def test_killed_in_the_middle_of_saving_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """Ten kills at chance moments; the child prints each number only after it was saved."""
    home = tmp_path / "home"
    desk = make_desk(home, make_mission())
    keys = desk.keys
    desk.store.close()
    script = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from fieldapp import commands
        from fieldapp.clock import SystemClock, system_entropy
        from fieldapp.people import open_desk
        from fieldapp.vault.slots import Vault
        from tests.support.fleet import restriction
        vault = Vault(Path({str(home)!r}), system_entropy)
        keys = vault.unlock(vault.slots()[0].id, {PASSPHRASE!r})
        desk = open_desk(Path({str(home)!r}), keys, clock=SystemClock(), entropy=system_entropy)
        while True:
            print(commands.file_report(desk, restriction()).ref, flush=True)
        """
    )
    acknowledged: set[str] = set()
    for kill in range(10):
        child = subprocess.Popen(
            [sys.executable, "-c", script],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        assert child.stdout is not None
        for _ in range(3 + kill * 7):
            acknowledged.add(child.stdout.readline().strip())
        child.kill()
        acknowledged |= {line.strip() for line in child.stdout.readlines() if line.endswith("\n")}
        child.stdout.close()
        child.wait()
    again = open_desk(home, keys, clock=TickingClock(), entropy=seeded(3))
    with again.store:
        kept = {row[0] for row in again.store.rows("SELECT ref FROM report")}
        assert acknowledged <= kept
        assert len(acknowledged) > 200
        checking.verify_store(again.store, again.profile.admin)


def test_drafts_are_kept_and_belong_to_their_author(tmp_path: Path) -> None:
    mission = make_mission()
    a = make_desk(tmp_path, mission)
    b = make_desk(tmp_path, mission, "Lt B", seed=8, by=a)
    draft = Draft("d1", "incident", "1", {"facts": {"narrative": "half a sent"}})
    drafts.save_draft(a.store, a.sealer, draft)
    photo = bytes(range(256)) * 600
    drafts.put_draft_file(a.store, a.sealer, "d1", "p1", photo)
    with_photo = Draft(
        "d1",
        "incident",
        "1",
        draft.answers,
        files=(DraftFile("p1", "image/jpeg", "p", len(photo)),),
    )
    drafts.save_draft(a.store, a.sealer, with_photo)
    assert drafts.load_draft(a.store, a.sealer, "d1").answers == draft.answers
    assert drafts.read_draft_file(a.store, a.sealer, "d1", "p1") == photo
    assert drafts.load_drafts(b.store, b.sealer) == []
    with pytest.raises(NotFound):
        drafts.load_draft(b.store, b.sealer, "d1")
    commands.file_report(a, restriction(), draft="d1")
    assert drafts.load_drafts(a.store, a.sealer) == []
    with pytest.raises(NotFound):
        drafts.read_draft_file(a.store, a.sealer, "d1", "p1")


def test_a_copy_of_the_folder_opens_as_it_was(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "a", make_mission())
    ref = commands.file_report(desk, restriction()).ref
    desk.store.close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    copy = open_desk(tmp_path / "b", desk.keys, clock=TickingClock(), entropy=seeded(5))
    with copy.store:
        assert reads.page(copy.store, reads.ReportFilter()).rows[0].ref == ref


def test_the_lane_runs_in_order_and_a_cancelled_piece_never_starts() -> None:
    lane = StoreLane()
    order: list[int] = []
    gate, _ = lane.submit(lambda token: order.append(1))
    gate.result()
    blocked, first = lane.submit(lambda token: order.append(2))
    dropped, second = lane.submit(lambda token: order.append(3))
    second.cancel()
    blocked.result()
    try:
        dropped.result()
    except Cancelled:
        order.append(4)
    lane.close()
    assert order[:2] == [1, 2]
    assert (3 in order) != (4 in order)
    assert not first.cancelled
