"""The rehearsal's strip: its steps, its link switch, and windows side by side."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.looking import find, press, unnamed, words
from ui.demo.rehearsal import OFFICER, PATROL, SECOND, Actor
from ui.demo.window import STRIP, DemoWindow, beside, steps
from ui.preferences import load_preferences
from ui.shell.main_window import SMALLEST, MainWindow

SCREEN = QRect(0, 0, 1920, 1080)


class Link:
    up = True

    def cut(self) -> None:
        self.up = False

    def restore(self) -> None:
        self.up = True


class Stage:
    """A rehearsal of which nothing runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.link = Link()
        self.opened: list[str] = []

    def start(self) -> None:
        """Everybody is ready."""

    def approve_everybody(self) -> None:
        """Nobody waits."""

    def field(self, actor: Actor, *words: str) -> dict[str, Any]:
        return {}

    def take_in_history(self, actor: Actor) -> int:
        return 0

    def home(self, actor: Actor) -> Path:
        return self.folder / actor.key

    def spawn_desktop(self, actor: Actor) -> object:
        self.opened.append(actor.key)
        return None


def strip(stage: Stage, qtbot: QtBot) -> DemoWindow:
    window = DemoWindow(stage, SCREEN)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.begin()
    qtbot.waitUntil(lambda: len(stage.opened) == 2, timeout=5000)
    window.wait()
    return window


def test_both_windows_open_side_by_side(tmp_path: Path, qtbot: QtBot) -> None:
    stage = Stage(tmp_path)
    window = strip(stage, qtbot)
    assert stage.opened == [PATROL.key, OFFICER.key]
    for actor in (PATROL, OFFICER):
        other = MainWindow(lambda: True)
        qtbot.addWidget(other)
        assert other.restoreGeometry(load_preferences(stage.home(actor)).geometry)
    left, right = beside(SCREEN, last=False), beside(SCREEN, last=True)
    assert not left.intersects(right)
    assert left.top() >= STRIP
    assert SCREEN.contains(left)
    assert SCREEN.contains(right)
    assert unnamed(window) == []
    press(window, f"open {SECOND.key}")
    assert stage.opened[-1] == SECOND.key


def test_on_a_small_screen_the_windows_overlap_but_stay_usable() -> None:
    small = QRect(0, 0, 1366, 768)
    left, right = beside(small, last=False), beside(small, last=True)
    assert left.size().width() >= SMALLEST.width()
    assert (left.left(), right.right()) == (0, small.right())


def test_steps_follow_each_other(tmp_path: Path, qtbot: QtBot) -> None:
    window = strip(Stage(tmp_path), qtbot)
    told = steps()
    for number in range(1, len(told) + 1):
        assert f"Step {number} of {len(told)}" in words(window)
        assert told[number - 1] in words(window)
        if number < len(told):
            press(window, "step next")
    assert not find(window, QPushButton, "step next").isEnabled()
    press(window, "step back")
    assert f"Step {len(told) - 1} of {len(told)}" in words(window)


def test_the_switch_cuts_and_restores(tmp_path: Path, qtbot: QtBot) -> None:
    stage = Stage(tmp_path)
    window = strip(stage, qtbot)
    switch = find(window, QPushButton, "link switch")
    press(window, "link switch")
    assert (stage.link.up, switch.text()) == (False, "The link is cut. Restore it")
    press(window, "link switch")
    assert (stage.link.up, switch.text()) == (True, "The link is up. Cut it")
