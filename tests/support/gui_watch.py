"""How long the window's thread is busy without a break."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer

_BEAT_MS = 1


@dataclass
class Stretches:
    """Milliseconds of CPU that the thread spent between two looks for input, and during what."""

    longest: dict[str, float] = field(default_factory=dict)
    doing: str = ""
    _last: float = 0.0

    def mark(self) -> None:
        """The event loop came round."""
        now = time.thread_time()
        spent = (now - self._last) * 1000
        self._last = now
        if self.doing:
            self.longest[self.doing] = max(spent, self.longest.get(self.doing, 0.0))

    def begin(self, doing: str) -> None:
        """From here on stretches belong to this; empty for what is not judged."""
        self.mark()
        self.doing = doing


@contextmanager
def watched() -> Iterator[Stretches]:
    """Measures the present thread's event loop by the CPU time of the thread.

    Other processes and threads cannot make such a stretch longer, as they can with wall time.
    """
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    found = Stretches()
    found.mark()
    dispatcher.awake.connect(found.mark)
    dispatcher.aboutToBlock.connect(found.mark)
    try:
        yield found
    finally:
        dispatcher.awake.disconnect(found.mark)
        dispatcher.aboutToBlock.disconnect(found.mark)


class Heartbeat(QObject):
    """The longest time, in milliseconds of the wall clock, in which no timer came to its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.longest = 0.0

    def start(self) -> None:
        """Begins to count."""
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Ends; the longest gap."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now
