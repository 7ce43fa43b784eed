"""What was copied here stays out of lists of copies, and is gone after a lock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import desktop
from tests.support.looking import find
from tests.support.mission import make_desk, make_mission
from ui.shell.clipboard import MARKS, CopyGuard


@pytest.fixture
def guard(qtbot: QtBot) -> Iterator[CopyGuard]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = CopyGuard(app, owns=lambda: True)
    yield made
    QGuiApplication.clipboard().changed.disconnect(made._mark)
    QGuiApplication.clipboard().clear()


def test_a_copy_is_marked_and_taken_back(guard: CopyGuard, qtbot: QtBot) -> None:
    line = QLineEdit("Colonel X at 32QQF")
    qtbot.addWidget(line)
    line.selectAll()
    line.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Colonel X at 32QQF"
    assert set(MARKS) <= set(copied.formats())
    guard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_the_copy_of_another_program_stays(guard: CopyGuard) -> None:
    guard._owns = lambda: False
    QGuiApplication.clipboard().setText("shopping")
    guard.clear()
    assert QGuiApplication.clipboard().text() == "shopping"


def test_a_lock_takes_back_what_was_copied(tmp_path: Path, qtbot: QtBot, guard: CopyGuard) -> None:
    make_desk(tmp_path, make_mission()).store.close()
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        search = find(here.workplace, QLineEdit, "search")
        search.setText("Colonel X")
        search.selectAll()
        search.copy()
        assert QGuiApplication.clipboard().text() == "Colonel X"
        here.app.lock()
        assert QGuiApplication.clipboard().text() == ""
