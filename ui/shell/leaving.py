"""Notices that the person leaves: the laptop goes to sleep, or the system locks its session.

Linux tells it through logind and the screen saver, Windows by messages to a window. macOS tells
it to programs of its own kind only: there, and where nobody tells, a sleep is noticed at its end.
"""

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LOOK_MS = 5_000
SLEPT_MS = 30_000
"""A look that comes so much too late means that the laptop slept, or that its clock was set."""


class Teller(Protocol):
    """The system's own way to tell; ends with its object."""

    def end(self) -> None:
        """Tells nothing more."""
        ...


class LeavingWatch(QObject):
    """Watches while somebody is in.

    Args:
        window: the main window.
        clock: this laptop's clock.
        look_ms: milliseconds between two looks at the clock.

    Signals:
        leaving: the laptop has to lock now.
    """

    leaving = Signal()

    def __init__(self, window: "QWidget", clock: Clock, look_ms: int = _LOOK_MS) -> None:
        super().__init__()
        self._window = window
        self._clock = clock
        self._teller: Teller | None = None
        self._seen = 0
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begins to watch."""
        self._seen = self._clock.now()
        self._timer.start()
        self._teller = self._teller or self._system()

    def stop(self) -> None:
        """Watches no more."""
        self._timer.stop()
        teller, self._teller = self._teller, None
        if teller is not None:
            teller.end()

    def _look(self) -> None:
        before, self._seen = self._seen, self._clock.now()
        if self._seen - before > self._timer.interval() + SLEPT_MS:
            self.leaving.emit()

    def _system(self) -> Teller | None:
        if sys.platform == "linux":
            from ui.shell.leaving_linux import BusTeller

            return BusTeller(self.leaving.emit)
        if sys.platform == "win32":
            from ui.shell.leaving_windows import MessageTeller

            return MessageTeller(int(self._window.winId()), self.leaving.emit)
        return None
