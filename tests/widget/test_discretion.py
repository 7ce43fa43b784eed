"""What the system must not keep: words that were typed, windows that were seen, files chosen."""

import ctypes
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import desktop
from tests.support.looking import find
from tests.support.mission import make_desk, make_mission
from ui.forms.photos import choose_photos
from ui.outbox.files import choose_file, choose_folder
from ui.shell.discretion import hide_from_capture


def test_fields_ask_not_to_be_learnt_from(tmp_path: Path, qtbot: QtBot) -> None:
    make_desk(tmp_path, make_mission()).store.close()
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        search = find(here.workplace, QLineEdit, "search")
        before = search.inputMethodHints()
        search.setFocus()
        qtbot.waitUntil(search.hasFocus)
        learn = Qt.InputMethodHint.ImhSensitiveData
        assert search.inputMethodHints() == before | learn


def test_a_window_is_left_out_of_pictures_on_windows(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    user32 = SimpleNamespace(SetWindowDisplayAffinity=lambda *given: told.append(given))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    window = QWindow()
    hide_from_capture(window)
    monkeypatch.setattr(sys, "platform", "win32")
    hide_from_capture(window)
    hide_from_capture(None)
    assert told == [(int(window.winId()), 0x11)]


@pytest.mark.parametrize("choose", [choose_photos, choose_folder, choose_file])
def test_a_dialog_leaves_no_list_of_files_behind(
    choose: object, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in Qt's own settings nor in the desktop's list of recent files."""
    secret = tmp_path / "kanarienvogel"
    secret.mkdir()
    (secret / "a.jpg").write_bytes(b"x")
    for scope in QSettings.Scope:
        QSettings.setPath(QSettings.Format.NativeFormat, scope, str(tmp_path / "settings"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))
    parent = QWidget()
    qtbot.addWidget(parent)

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setDirectory(str(secret))
        if dialog.fileMode() is not QFileDialog.FileMode.Directory:
            dialog.selectFile("a.jpg")
        dialog.done(QFileDialog.DialogCode.Accepted)

    QTimer.singleShot(50, accept)
    assert callable(choose)
    choose(parent)
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "a.jpg"]
    assert [path for path in written if b"kanarienvogel" in path.read_bytes()] == []
    assert not list(tmp_path.rglob("recently-used.xbel"))
