"""A store that does not open: the lock screen offers the copy, and says what going back costs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.commands import file_report
from fieldapp.store import reads, snapshots
from fieldapp.store.reads import ReportFilter
from tests.support.desktop import Desktop, desktop
from tests.support.fleet import restriction
from tests.support.looking import find, press, words
from tests.support.mission import PASSPHRASE, TickingClock, make_desk, make_mission

GIB = 2**30


def laptop(home: Path) -> None:
    """A report that is in the copy, and one that is not."""
    desk = make_desk(home, make_mission(), "Capt A")
    with desk.store:
        file_report(desk, restriction())
        snapshots.make_snapshot(home, desk.keys.database, TickingClock(), lambda: GIB)
        file_report(desk, restriction())


def flipped(home: Path) -> None:
    path = home / "vault.db"
    raw = bytearray(path.read_bytes())
    for at in range(0, len(raw), 4096):
        raw[at + 2000] ^= 1
    path.write_bytes(raw)


def lost(home: Path) -> None:
    for path in home.glob("vault.db*"):
        path.unlink()


def said(here: Desktop) -> str:
    return " ".join(words(here.screen))


@pytest.mark.parametrize("harm", [flipped, lost])
def test_a_person_goes_back_to_the_copy(
    tmp_path: Path, qtbot: QtBot, harm: Callable[[Path], None]
) -> None:
    laptop(tmp_path)
    harm(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        assert find(here.screen, QPushButton, "go back").isHidden()
        here.try_passphrase(PASSPHRASE)
        back = find(here.screen, QPushButton, "go back")
        qtbot.waitUntil(back.isVisible, timeout=20_000)
        assert "The copy holds 2 records, as on 3 NOV 2026" in said(here)
        assert "drafts included, is not in it" in said(here)
        assert not back.isEnabled()
        find(here.screen, QLineEdit, "passphrase").setText(PASSPHRASE)
        press(here.screen, "go back")
        qtbot.waitUntil(lambda: here.app.sitting is not None, timeout=20_000)
        here.settle()
        found: list[int] = []
        operations = here.sitting.operations
        operations.read(
            operations,
            lambda desk: reads.count(desk.store, ReportFilter()),
            found.append,
        )
        here.settle()
        assert found == [1]
    kept = sorted(path.name for path in tmp_path.glob("vault.db.damaged-*"))
    assert bool(kept) is (harm is flipped)


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    flipped(tmp_path)
    before = (tmp_path / "vault.db").read_bytes()
    with desktop(tmp_path, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(find(here.screen, QPushButton, "go back").isVisible, timeout=20_000)
        find(here.screen, QLineEdit, "passphrase").setText("not the one I had")
        press(here.screen, "go back")
        qtbot.waitUntil(lambda: "Nothing was changed" in said(here), timeout=20_000)
    assert (tmp_path / "vault.db").read_bytes() == before
