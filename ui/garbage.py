"""Garbage is collected in the window's thread alone.

A widget that a cycle holds dies where the collector happens to run. In another thread that ends
the window, or both threads wait for each other: one has Python's lock, the other one of Qt's.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
_LONG_SECONDS = 0.02


class GarbageKeeper(QObject):
    """Turns the collector off for every thread and collects from the event loop in its stead.

    Args:
        parent: the application, whose thread it is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collects the oldest generation that is due, as the collector would have by itself.

    When that took long, what is left is not looked at again: forms, code lists and modules stay
    until the process ends, which it does with each lock.
    """
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            begun = time.perf_counter()
            gc.collect(generation)
            if time.perf_counter() - begun > _LONG_SECONDS:
                gc.freeze()
            return
