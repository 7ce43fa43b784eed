"""Noticing that nobody is there: after the time without a touch, and not before."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell.idle import IdleWatch


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def watch(after_ms: int) -> IdleWatch:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return IdleWatch(app, after_ms)


def test_touches_put_it_off(line: QLineEdit, qtbot: QtBot) -> None:
    """Each touch counts, also those that follow while it looks away."""
    idle = watch(400)
    fired: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    last: list[int] = []
    idle.idle.connect(lambda: fired.append(clock.elapsed()))
    idle.start()

    def typed() -> bool:
        if clock.elapsed() < 1000:
            assert fired == []
            QTest.keyClick(line, Qt.Key.Key_A)
            last[:] = [clock.elapsed()]
        return bool(fired)

    qtbot.waitUntil(typed, timeout=10_000)
    assert fired[0] - last[0] >= 400 * 0.95 - 20
    idle.stop()


def test_a_stopped_watch_says_nothing_and_begins_anew(line: QLineEdit, qtbot: QtBot) -> None:
    idle = watch(50)
    idle.start()
    QTest.keyClick(line, Qt.Key.Key_A)
    idle.stop()
    with qtbot.assertNotEmitted(idle.idle, wait=200):
        pass
    with qtbot.waitSignal(idle.idle, timeout=5000):
        idle.start()
    idle.stop()
