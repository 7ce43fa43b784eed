"""Stores of every released version are opened, migrated, and everything in them is read again."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import FieldError
from fieldapp.store import blobs, checking, drafts, migrations, projections, reads, saved
from fieldapp.store.database import FILE_NAME, Store, connect, open_store
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import StoreDamaged, StoreNewer
from fieldapp.units import EventId, Sha256
from fieldapp.vault.drafts import DraftSealer
from fieldapp.vault.file import Slot
from fieldapp.vault.slots import PersonKeys
from tests.support.mission import TickingClock, seeded

GOLDEN = Path(__file__).parents[2] / "golden" / "stores"
VERSIONS = sorted(int(path.stem[1:]) for path in GOLDEN.glob("v*.db"))


def golden(home: Path, version: int) -> dict[str, Any]:
    """Lays a released store into a folder; what must be found in it."""
    home.mkdir(exist_ok=True)
    shutil.copyfile(GOLDEN / f"v{version}.db", home / FILE_NAME)
    found: dict[str, Any] = json.loads((GOLDEN / f"v{version}.json").read_bytes())
    return found


def opened(home: Path, facts: dict[str, Any]) -> Store:
    store = open_store(home, bytes.fromhex(facts["key"]), TickingClock())
    projections.ensure(store, bytes.fromhex(facts["admin"]))
    return store


def version_of(home: Path, facts: dict[str, Any]) -> int:
    connection = connect(home / FILE_NAME, bytes.fromhex(facts["key"]))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def check_all(store: Store, facts: dict[str, Any]) -> None:
    """Every event, report, photo, draft and filter of a golden store."""
    ids = [EventId(row[0]).hex() for row in store.rows("SELECT id FROM event ORDER BY n")]
    assert ids == facts["events"]
    checked = checking.verify_store(store, bytes.fromhex(facts["admin"]))
    assert checked.events == len(ids)
    rows = reads.page(store, reads.ReportFilter()).rows
    found = [[r.ref, r.state, r.place, r.revision, r.delivery.value] for r in rows]
    assert found == facts["reports"]
    for row in rows:
        assert reads.detail(store, row.id).revisions[-1].content["answers"]
    photo = bytes.fromhex(facts["photo"])
    content = blobs.read_blob(store, Sha256(photo))
    slot = Slot(facts["slot"], "")
    keys = PersonKeys(slot, b"", b"", b"", bytes.fromhex(facts["draft_key"]), b"")
    sealer = DraftSealer(keys, seeded(1))
    (draft,) = drafts.load_drafts(store, sealer)
    assert drafts.read_draft_file(store, sealer, draft.id, draft.files[0].key) == content
    assert saved.load(store, slot.id)[0].text == "gate"
    assert reads.count(store, reads.ReportFilter(text="passage")) == len(rows)


def test_there_is_a_golden_store_of_every_released_version() -> None:
    assert VERSIONS
    assert list(range(1, VERSIONS[-1] + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_store_opens_and_everything_in_it_is_read(tmp_path: Path, version: int) -> None:
    facts = golden(tmp_path, version)
    with opened(tmp_path, facts) as store:
        check_all(store, facts)
    assert version_of(tmp_path, facts) == migrations.LATEST
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME]
    with opened(tmp_path, facts) as store:
        check_all(store, facts)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_newer_store_is_refused_and_untouched(tmp_path: Path, version: int) -> None:
    facts = golden(tmp_path, version)
    connection = connect(tmp_path / FILE_NAME, bytes.fromhex(facts["key"]))
    connection.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreNewer):
        opened(tmp_path, facts)
    assert (tmp_path / FILE_NAME).read_bytes() == before


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("kind", [Killed, StoreDamaged])
def test_stopped_at_any_statement_the_old_store_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    """A step that dies before or after each of its statements; then the upgrade is tried again."""
    for at in range(20):
        home = tmp_path / str(at)
        facts = golden(home, 1)
        left = [at]

        def step(connection: sqlite.Connection, left: list[int] = left) -> None:
            def stop(_sql: str) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise kind

            for number in range(10):
                stop("")
                connection.execute(f"CREATE TABLE extra{number}(x)")
                stop("")
                connection.execute("DELETE FROM arrival")

        with monkeypatch.context() as patch:
            patch.setattr(migrations, "_STEPS", (lambda _: None, step))
            with pytest.raises(kind):
                opened(home, facts)
        assert version_of(home, facts) == 1
        with opened(home, facts) as store:
            check_all(store, facts)
        assert [path.name for path in home.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("harm", ["DELETE FROM event WHERE n = 3", "UPDATE event SET sig = x'00'"])
def test_a_step_that_harms_what_was_signed_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    facts = golden(tmp_path, 1)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_STEPS", (lambda _: None, lambda c: c.execute(harm)))
        with pytest.raises(FieldError):
            opened(tmp_path, facts)
    assert version_of(tmp_path, facts) == 1
    with opened(tmp_path, facts) as store:
        check_all(store, facts)


def test_what_was_copied_is_the_old_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = golden(tmp_path, 1)

    def fail(_connection: sqlite.Connection) -> None:
        raise StoreDamaged

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_STEPS", (lambda _: None, fail))
        with pytest.raises(StoreDamaged):
            opened(tmp_path, facts)
    copy = tmp_path / f"{FILE_NAME}.before-1"
    assert copy.stat().st_mode & 0o077 == 0
    other = tmp_path / "other"
    other.mkdir()
    shutil.copyfile(copy, other / FILE_NAME)
    with opened(other, facts) as store:
        check_all(store, facts)


def test_a_copy_left_by_a_killed_migration_goes_once_the_new_version_stands(tmp_path: Path) -> None:
    """It holds text that may be removed from the store later."""
    facts = golden(tmp_path, 1)
    copy = tmp_path / f"{FILE_NAME}.before-1"
    shutil.copyfile(tmp_path / FILE_NAME, copy)
    opened(tmp_path, facts).close()
    shutil.copyfile(tmp_path / FILE_NAME, copy)
    opened(tmp_path, facts).close()
    assert not copy.exists()
