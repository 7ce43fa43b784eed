"""The key that hides everything from somebody who leans over."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import Desktop, desktop
from tests.support.looking import words
from tests.support.mission import make_desk, make_mission
from ui.reports.photo_viewer import PhotoViewer


def laptop(home: Path) -> None:
    make_desk(home, make_mission(), "Capt A").store.close()


def cover(qtbot: QtBot, over: QWidget) -> None:
    """Presses the key as the system tells it: to the window that has the keyboard."""
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is over.windowHandle())
    QTest.keyClick(over.windowHandle(), Qt.Key.Key_F9)


def only_the_cover(here: Desktop) -> None:
    window = here.app.window
    assert window.covered
    assert not here.workplace.isVisible()
    assert "Covered. Press F9 to go on." in words(window)
    tops = [top for top in QGuiApplication.topLevelWindows() if top.isVisible()]
    assert tops == [window.windowHandle()]


def test_one_key_covers_and_uncovers(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        cover(qtbot, here.app.window)
        only_the_cover(here)
        cover(qtbot, here.app.window)
        assert here.workplace.isVisible()


def test_a_photo_that_is_looked_at_goes_too(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        viewer = PhotoViewer(here.app.window)
        viewer.show_picture(QImage(40, 30, QImage.Format.Format_RGB32))
        viewer.open()
        cover(qtbot, viewer)
        only_the_cover(here)
        cover(qtbot, here.app.window)
        assert here.workplace.isVisible()
        assert not viewer.isVisible()


def test_an_open_menu_goes_too(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        menu = QMenu(here.app.window)
        menu.addAction("x")
        menu.popup(here.app.window.mapToGlobal(QPoint(40, 40)))
        cover(qtbot, menu)
        only_the_cover(here)


def test_what_is_typed_behind_the_cover_goes_nowhere(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        search = next(box for box in here.workplace.findChildren(QLineEdit) if box.isVisible())
        search.setFocus()
        cover(qtbot, here.app.window)
        for key in (Qt.Key.Key_T, Qt.Key.Key_A):
            QTest.keyClick(here.app.window.windowHandle(), key)
        cover(qtbot, here.app.window)
        assert search.text() == ""
        assert search.hasFocus()


def test_the_lock_works_from_behind_the_cover(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        cover(qtbot, here.app.window)
        QTest.keyClick(
            here.app.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
        )
        assert here.restarts == ["restart"]
