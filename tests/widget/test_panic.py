"""The keys that erase the laptop: held long enough, in any state; let go, nothing happens."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.vault.wipe import ERASED, KeysLeft
from tests.support.desktop import Desktop, desktop
from tests.support.looking import find, press, type_into, words
from tests.support.mission import make_desk, make_mission
from ui.shell.panic import HOLD_SECONDS, KEYS, Panic
from ui.shell.setup_panel import SetUpPanel
from ui.shell.wipe_overlay import WipeOverlay


def laptop(home: Path) -> None:
    make_desk(home, make_mission(), "Capt A").store.close()


def hold() -> None:
    """As the system tells it: to the window that has the keyboard."""
    _tell(QEvent.Type.KeyPress, KEYS.key())


def let_go(key: Qt.Key = Qt.Key.Key_Backspace) -> None:
    _tell(QEvent.Type.KeyRelease, key)


def _tell(what: QEvent.Type, key: Qt.Key) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None
    QApplication.sendEvent(window, QKeyEvent(what, key, KEYS.keyboardModifiers()))


def overlay() -> WipeOverlay | None:
    """The overlay that is seen, in whatever window."""
    for window in QApplication.topLevelWidgets():
        for found in window.findChildren(WipeOverlay):
            if found.isVisible():
                return found
    return None


def erased(here: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: here.restarts == ["erased"], timeout=20_000)
    left = sorted(path.name for path in here.home.iterdir())
    assert left == []


def test_held_while_locked_everything_goes(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        hold()
        shown = overlay()
        assert shown is not None
        assert shown.size() == here.app.window.size()
        said = words(shown)
        assert "Keep holding to erase everything on this laptop." in said
        assert str(HOLD_SECONDS) in said
        qtbot.waitUntil(lambda: "1" in words(shown), timeout=5000)
        erased(here, qtbot)
        here.app.begin()
        panel = here.app.window.content
        assert isinstance(panel, SetUpPanel)
        assert not any("Zokara" in text for text in words(panel)), "an empty set-up"


def test_held_while_somebody_works(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        here.workplace.go("form", ("new", "restriction"))
        here.settle()
        hold()
        erased(here, qtbot)


def test_held_over_a_dialog_a_menu_and_the_cover(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        dialog = QDialog(here.app.window)
        dialog.setModal(True)
        dialog.resize(700, 500)
        dialog.show()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
        hold()
        shown = overlay()
        assert shown is not None
        assert shown.parentWidget() is dialog
        let_go()
        qtbot.waitUntil(lambda: overlay() is None, timeout=5000)
        dialog.close()
        here.unlock()
        menu = QMenu(here.app.window)
        menu.addAction("x")
        menu.popup(here.app.window.rect().center())
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is menu.windowHandle())
        hold()
        assert overlay() is not None
        let_go()
        qtbot.waitUntil(lambda: overlay() is None, timeout=5000)
        menu.close()
        here.app.window.activateWindow()
        here.app.window.toggle_cover()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is here.app.window.windowHandle())
        hold()
        erased(here, qtbot)


def test_a_key_that_repeats_by_letting_go_counts_as_held(qtbot: QtBot) -> None:
    """As some X servers tell it: release and press, again and again, neither marked as a repeat."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    tries: list[str] = []
    panic = Panic(app, window, lambda: tries.append("erased"), second_ms=20)
    done: list[bool] = []
    panic.erased.connect(lambda: done.append(True))
    hold()

    def repeated() -> bool:
        let_go()
        hold()
        return bool(done)

    qtbot.waitUntil(repeated, timeout=10_000)
    assert tries[:1] == ["erased"]


def test_letting_go_of_any_of_the_keys_stops_it(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    with desktop(tmp_path, qtbot) as here:
        for key in (KEYS.key(), Qt.Key.Key_Shift, Qt.Key.Key_Control):
            hold()
            assert overlay() is not None
            let_go(key)
            qtbot.waitUntil(lambda: overlay() is None, timeout=5000)
        with qtbot.assertNotEmitted(here.app._panic.erased, wait=40 * (HOLD_SECONDS + 2)):
            pass
        assert before == sorted(p.name for p in tmp_path.iterdir() if p.name != "desktop.json")
        here.unlock()


def test_a_window_of_another_program_stops_it(tmp_path: Path, qtbot: QtBot) -> None:
    """Keys that are let go over there are not seen here."""
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        hold()
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda: overlay() is None, timeout=5000)
        here.app.window.activateWindow()


def test_no_field_sees_these_keys(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        line = find(here.screen, QLineEdit, "passphrase")
        type_into(line, "two words")
        hold()
        let_go()
        qtbot.waitUntil(lambda: overlay() is None, timeout=5000)
        assert line.text() == "two words"


def test_a_second_hold_tries_again_what_failed(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    tries: list[str] = []

    def erase() -> None:
        tries.append("try")
        if len(tries) == 1:
            raise KeysLeft()

    panic = Panic(app, window, erase, second_ms=5)
    hold()
    shown = overlay()
    assert shown is not None
    qtbot.waitUntil(lambda: any(KeysLeft.text in text for text in words(shown)), timeout=5000)
    let_go()
    with qtbot.waitSignal(panic.erased, timeout=5000):
        hold()
    assert tries == ["try", "try"]


def test_an_erasing_cut_short_goes_on_at_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    (tmp_path / "vault.json").write_bytes(ERASED)
    with desktop(tmp_path, qtbot) as here:
        assert isinstance(here.app.window.content, SetUpPanel)
        assert not (tmp_path / "vault.db").exists()
        press(here.app.window, "settings")
        for menu in here.app.window.findChildren(QMenu):
            menu.close()
