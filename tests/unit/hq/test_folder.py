"""HQ's folder: what is lost or swapped is told, and nothing of its own is written over."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fieldapp.clock import system_entropy
from fieldapp.files import TargetInside, TargetTaken
from sync.hq.app import Hq, only_server, open_hq
from sync.hq.backup import restore
from sync.hq.bundles import export_bundle
from sync.hq.errors import HqKeysDamaged, HqStoreMissing, ServerRunning
from sync.hq.keys import FOLDER, check_certificates
from sync.hq.setup import begin
from sync.hq.store_sqlite import DB_NAME, SqliteStore, connect
from tests.support.hq_inside import MISSION, hq_inside, let_in
from tests.support.mission import TickingClock


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A closed HQ's folder with a person in its log."""
    with hq_inside(tmp_path) as hq:
        let_in(hq)
    return tmp_path / "hq"


def open_and_close(home: Path) -> None:
    with open_hq(home, TickingClock()):
        pass


def only_the_first_page(path: Path) -> None:
    key = bytes.fromhex((path.parent / FOLDER / "store.key").read_text())
    path.unlink()
    connect(path, key).close()


@pytest.mark.parametrize(
    "lose", [Path.unlink, lambda path: path.write_bytes(b""), only_the_first_page]
)
def test_a_lost_log_is_never_begun_afresh(home: Path, lose: Callable[[Path], object]) -> None:
    with open_hq(home, TickingClock()) as hq:
        hq.store.backup(home.parent / "backup.db")
        last = events(hq)
    lose(home / DB_NAME)
    before = {path: path.stat().st_size for path in home.iterdir()}
    for _ in range(2):
        with pytest.raises(HqStoreMissing):
            open_and_close(home)
    assert {path: path.stat().st_size for path in home.iterdir()} == before
    assert restore(home, home.parent / "backup.db", TickingClock()) > 1
    with open_hq(home, TickingClock()) as hq:
        assert events(hq) == last


def events(hq: Hq) -> int:
    with hq.store.reading() as tx:
        return tx.events.last()


@pytest.mark.parametrize("name", [DB_NAME, "mission.profile", f"{FOLDER}/store.key", "new.db"])
def test_nothing_is_saved_in_hqs_own_folder(home: Path, name: str) -> None:
    with open_hq(home, TickingClock()) as hq:
        before = kept(home)
        with pytest.raises(TargetInside):
            hq.store.backup(home / name)
        with pytest.raises(TargetInside):
            export_bundle(hq, home / name)
        assert kept(home) == before


def kept(home: Path) -> dict[Path, bytes]:
    """Every file but the two that SQLite works with while the log is open."""
    found = (path for path in home.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in found if not path.name.startswith(f"{DB_NAME}-")}


def test_a_backup_replaces_nothing_but_an_earlier_one(home: Path, tmp_path: Path) -> None:
    notes, target = tmp_path / "notes.txt", tmp_path / "backup.db"
    with open_hq(home, TickingClock()) as hq:
        for content in (b"", b"Minutes of the meeting", bytes(8192)):
            notes.write_bytes(content)
            with pytest.raises(TargetTaken):
                hq.store.backup(notes)
            assert notes.read_bytes() == content
        hq.store.backup(target)
        first = target.read_bytes()
        let_in(hq, seed=2)
        hq.store.backup(target)
        with closing(SqliteStore(target, hq.keys.store)) as copy, copy.reading() as tx:
            assert tx.events.last() == events(hq)
    assert target.read_bytes() != first
    assert {path.name for path in tmp_path.iterdir()} == {"hq", "notes.txt", "backup.db"}
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["admin.key", "receipt.key", "seal.key", "bundle-seal.key"])
def test_a_key_of_another_hq_is_noticed(home: Path, tmp_path: Path, name: str) -> None:
    begin(tmp_path / "other", MISSION, TickingClock(), system_entropy)
    shutil.copyfile(tmp_path / "other" / FOLDER / name, home / FOLDER / name)
    with pytest.raises(HqKeysDamaged):
        open_and_close(home)


@pytest.mark.parametrize("name", ["ca.pem", "server.pem", "server.key"])
@pytest.mark.parametrize("damage", ["swapped", "cut short", "gone"])
def test_a_certificate_that_laptops_would_not_believe_is_noticed(
    home: Path, tmp_path: Path, name: str, damage: str
) -> None:
    begin(tmp_path / "other", MISSION, TickingClock(), system_entropy)
    with open_hq(home, TickingClock()) as hq:
        check_certificates(home / FOLDER, hq.profile.ca)
        path = home / FOLDER / name
        match damage:
            case "swapped":
                shutil.copyfile(tmp_path / "other" / FOLDER / name, path)
            case "cut short":
                path.write_bytes(path.read_bytes()[:100])
            case _:
                path.unlink()
        with pytest.raises(HqKeysDamaged):
            check_certificates(home / FOLDER, hq.profile.ca)


def test_a_certificate_and_key_of_another_hq_are_noticed(home: Path, tmp_path: Path) -> None:
    begin(tmp_path / "other", MISSION, TickingClock(), system_entropy)
    for name in ("server.pem", "server.key"):
        shutil.copyfile(tmp_path / "other" / FOLDER / name, home / FOLDER / name)
    with open_hq(home, TickingClock()) as hq, pytest.raises(HqKeysDamaged):
        check_certificates(home / FOLDER, hq.profile.ca)


def test_one_folder_has_one_server(home: Path) -> None:
    with only_server(home):
        with pytest.raises(ServerRunning), only_server(home):
            pass
        open_and_close(home)
    with only_server(home):
        pass
