"""The whole desktop over an installation, led by hand: opened, let in, brought to a page."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from fieldapp.clock import system_entropy
from fieldapp.units import ByteCount
from tests.support.desktop import RememberedStart, StillSender, no_link
from tests.support.looking import at_rest
from tests.support.mission import CHEAP, PASSPHRASE, START, TickingClock
from ui.app import Application, Outside
from ui.door import House
from ui.pages import Page
from ui.preferences import Preferences, save_preferences
from ui.shell.languages import Languages
from ui.sitting import Sitting
from ui.theme.apply import Scheme

W = TypeVar("W", bound=QWidget)
_PATIENCE_SECONDS = 20.0
_AFTER_THE_STORY = START + 14 * 24 * 3_600_000


@dataclass
class Hands:
    """What a person does to come to a page."""

    app: Application

    @property
    def window(self) -> QWidget:
        """The window itself."""
        return self.app.window

    @property
    def content(self) -> QWidget:
        """Lock screen, set-up or workplace."""
        content = self.app.window.content
        assert content is not None
        return content

    @property
    def sitting(self) -> Sitting:
        """Who is in."""
        assert self.app.sitting is not None
        return self.app.sitting

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.sitting.workplace.page
        assert page is not None
        return page

    def unlock(self) -> None:
        """Lets the first person in."""
        self.find(QLineEdit, "passphrase").setText(PASSPHRASE)
        self.find(QPushButton, "unlock").click()
        until(lambda: self.app.sitting is not None)
        self.settle()

    def go(self, name: str, target: object = None) -> None:
        """Opens a page and waits until it shows what it reads."""
        self.sitting.workplace.go(name, target)
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """A widget by its object name, of what is shown."""
        within = self.page if self.app.sitting is not None else self.content
        found = within.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} called {name}"
        return found

    def press(self, name: str) -> None:
        """Presses a button and waits for what comes of it."""
        self.find(QPushButton, name).click()
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Puts text into a line and presses Enter."""
        line = self.find(QLineEdit, name)
        line.setText(text)
        line.returnPressed.emit()
        self.settle()

    def settle(self) -> None:
        """Waits until everything queued came back to the window, also what that queued again."""
        settle()
        if self.app.sitting is None:
            return
        operations = self.app.sitting.operations
        for _ in range(4):
            done: list[bool] = []
            operations.read(operations, lambda _desk: True, done.append)
            until(partial(bool, done))
            until(at_rest)
        settle()


def settle() -> None:
    """Handles what Qt has queued, deletions and layouts included."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def until(true: Callable[[], bool]) -> None:
    """Runs the window until something holds."""
    end = time.monotonic() + _PATIENCE_SECONDS
    flags = QEventLoop.ProcessEventsFlag
    beat = QTimer(interval=5)
    beat.start()
    while not true():
        assert time.monotonic() < end, "the window did not come to rest"
        QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
    beat.stop()


@contextmanager
def opened(home: Path, language: str, scheme: Scheme = Scheme.LIGHT) -> Iterator[Hands]:
    """The desktop over an installation folder, without network or sender."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    save_preferences(home, Preferences(language=language, scheme=scheme))
    clock = TickingClock(_AFTER_THE_STORY)
    house = House(home, clock, system_entropy, lambda: CHEAP)
    outside = Outside(
        restart=lambda: None,
        erased=lambda: None,
        sender=StillSender,
        connect=no_link,
        free=lambda: ByteCount(45_000_000_000),
        autostart=RememberedStart,
        minute_ms=3_600_000,
    )
    app = Application(qt, house, outside)
    app.window.setAnimated(False)
    try:
        app.begin()
        app.window.activateWindow()
        settle()
        yield Hands(app)
    finally:
        app.window.close()
        if app.sitting is not None:
            app.sitting.workplace.anyway.emit()
        app.window.deleteLater()
        app.deleteLater()
        for languages in qt.findChildren(Languages):
            languages.end()
            languages.deleteLater()
        settle()
