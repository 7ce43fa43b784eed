"""Long work of the window's own thread, cut into slices between which input has its turn."""

import time
from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

BUDGET_MS = 12
"""A slice ends with the first step after this time; a person takes 50 ms still for at once."""

Steps = Generator[None, None, None]
"""Work that yields wherever it may be interrupted."""


def no_steps() -> Steps:
    """Nothing to do."""
    yield from ()


class Slices(QObject):
    """Goes through steps a slice at a time, each from its own turn of the event loop.

    Args:
        steps: the work.
        parent: with it the work ends.
        budget_ms: how long a slice goes on.

    Signals:
        ended: all is done; sent once.
    """

    ended = Signal()

    def __init__(self, steps: Steps, parent: QObject, budget_ms: float = BUDGET_MS) -> None:
        super().__init__(parent)
        self._steps = steps
        self._budget = budget_ms / 1000
        self._left = True
        self._begun = False
        self._inside = False
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._slice)

    @property
    def going_on(self) -> bool:
        """Whether it was begun and something is left to do."""
        return self._begun and self._left

    def begin(self) -> None:
        """Starts with the next turn of the event loop."""
        self._begun = True
        # A timer that is due may still have its turn in the one that goes on now, which is long
        # enough with whatever is shown there.
        QTimer.singleShot(0, self, self._turn.start)

    def finish(self) -> None:
        """Does at once what is left; within a step of its own it does nothing."""
        self._turn.stop()
        self._go_on(None)

    def stop(self) -> None:
        """Leaves undone what is left."""
        self._turn.stop()
        self._left = False

    def _slice(self) -> None:
        self._go_on(time.perf_counter() + self._budget)
        if self._left:
            self._turn.start()

    def _go_on(self, until: float | None) -> None:
        if not self._left or self._inside:
            return
        self._inside = True
        try:
            for _ in self._steps:
                if not self._left or (until is not None and time.perf_counter() >= until):
                    return
        finally:
            self._inside = False
        self._left = False
        self.ended.emit()
