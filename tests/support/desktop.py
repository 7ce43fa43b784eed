"""The whole desktop in a test: a real window and store, and stand-ins for what is outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.clock import system_entropy
from fieldapp.units import ByteCount, UtcMillis
from sync.errors import LinkDown
from sync.field.autostart import AutostartRefused
from sync.field.config import SenderConfig
from sync.field.lock import sender_running
from sync.field.status import stop_sender
from sync.http import HqLink
from tests.support.looking import at_rest, find, press
from tests.support.mission import CHEAP, PASSPHRASE, START, TickingClock
from ui.app import Application, Outside
from ui.door import House
from ui.link import SenderProcess
from ui.shell.languages import Languages
from ui.shell.lock_screen import LockScreen
from ui.shell.workplace import Workplace
from ui.sitting import Sitting
from ui.theme.apply import Scheme

PATIENCE = 60_000
"""Milliseconds to wait for what goes through other processes."""


@dataclass
class StillSender:
    """A sender that only remembers what it was asked to do."""

    up: bool = True
    asked: list[str] = field(default_factory=list)

    def running(self) -> bool:
        return self.up

    def start(self) -> None:
        self.up = True
        self.asked.append("start")

    def stop(self) -> None:
        self.up = False
        self.asked.append("stop")

    def wake(self) -> None:
        self.asked.append("wake")


@dataclass
class RememberedStart:
    """A system's list of what starts with it that only remembers, or refuses every change."""

    on: bool = True
    refuses: bool = False

    def is_on(self) -> bool:
        return self.on

    def turn(self, on: bool) -> None:
        if self.refuses:
            raise AutostartRefused()
        self.on = on


def no_link(_config: SenderConfig) -> HqLink:
    """There is no network."""
    raise LinkDown()


@dataclass
class Desktop:
    """An application over a folder."""

    app: Application
    home: Path
    qtbot: QtBot
    sender: StillSender
    restarts: list[str]
    autostart: "RememberedStart"

    @property
    def screen(self) -> LockScreen:
        """The lock screen; fails the test when something else is shown."""
        content = self.app.window.content
        assert isinstance(content, LockScreen)
        return content

    @property
    def sitting(self) -> Sitting:
        """Who is in; fails the test while the laptop is locked."""
        sitting = self.app.sitting
        assert sitting is not None
        return sitting

    @property
    def workplace(self) -> Workplace:
        """Rail, pages and strip."""
        return self.sitting.workplace

    def unlock(self, passphrase: str = PASSPHRASE) -> Workplace:
        """Types the passphrase of the person chosen and waits until they are in."""
        self.try_passphrase(passphrase)
        self.qtbot.waitUntil(lambda: self.app.sitting is not None, timeout=20_000)
        self.settle()
        return self.workplace

    def try_passphrase(self, passphrase: str) -> None:
        """Types a passphrase and presses the button."""
        find(self.screen, QLineEdit, "passphrase").setText(passphrase)
        press(self.screen, "unlock")

    def settle(self) -> None:
        """Waits until everything queued on the lane came back, also what that queued again."""
        operations = self.sitting.operations
        for _ in range(4):
            done: list[bool] = []
            operations.read(operations, lambda _desk: True, done.append)
            self.qtbot.waitUntil(partial(bool, done), timeout=10_000)
            self.qtbot.waitUntil(at_rest, timeout=10_000)


@contextmanager
def connected_desktop(home: Path, qtbot: QtBot) -> Iterator[Desktop]:
    """As `desktop`, with the installation's real sender at work and a real link to its HQ."""
    sender = SenderProcess(home)
    outside = Outside(
        restart=lambda: None,
        erased=lambda: None,
        sender=lambda: sender,
        connect=lambda config: HqLink(config.server, config.ca),
        free=lambda: ByteCount(45_000_000_000),
        autostart=RememberedStart,
        minute_ms=3_600_000,
    )
    try:
        with desktop(home, qtbot, outside=outside) as here:
            yield here
    finally:
        stop_sender(home)
        qtbot.waitUntil(lambda: not sender_running(home), timeout=PATIENCE)


@contextmanager
def desktop(
    home: Path,
    qtbot: QtBot,
    *,
    minute_ms: int = 3_600_000,
    outside: Outside | None = None,
    begun: UtcMillis = START,
) -> Iterator[Desktop]:
    """Opens the desktop over ``home``; at the end the window is closed as a person would.

    Without ``outside`` there is no network and no sender. ``begun`` is the time at the start.
    """
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    sender, restarts, autostart = StillSender(), list[str](), RememberedStart()
    house = House(home, TickingClock(begun), system_entropy, lambda: CHEAP)
    outside = outside or Outside(
        restart=lambda: restarts.append("restart"),
        erased=lambda: restarts.append("erased"),
        sender=lambda: sender,
        connect=no_link,
        free=lambda: ByteCount(45_000_000_000),
        autostart=lambda: autostart,
        minute_ms=minute_ms,
        second_ms=40,
    )
    app = Application(qt, house, outside)
    app.use_scheme(Scheme.LIGHT)
    app.window.resize(1366, 768)
    found = Desktop(app, home, qtbot, sender, restarts, autostart)
    try:
        app.begin()
        with qtbot.waitActive(app.window):
            app.window.activateWindow()
        yield found
    finally:
        app.window.close()
        if app.sitting is not None:
            app.sitting.workplace.anyway.emit()
        app.window.deleteLater()
        for languages in qt.findChildren(Languages):
            languages.end()
            languages.deleteLater()
