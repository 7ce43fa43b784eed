"""One receiver for all questions of a form: who listens, and what was heard last."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.notation.nmea import Fix
from ui.gps.receiver import Receiver

BEAT_MS: Final = 500
"""So often what was heard is looked at."""


class GpsWatch(QObject):
    """Listens for one question at a time, and only while it is asked to.

    Args:
        make: makes a receiver that was not started.
        parent: with it, listening ends.

    Signals:
        beat: look at `latest` again; while somebody listens.
    """

    beat = Signal()

    def __init__(
        self, make: Callable[[], Receiver] = Receiver, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._receiver: Receiver | None = None
        self._listener: object = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)

    @property
    def listener(self) -> object:
        """Who listens; None when nobody does."""
        return self._listener

    @property
    def latest(self) -> tuple[Fix, float] | None:
        """The latest position since listening began, and its age in seconds."""
        return None if self._receiver is None else self._receiver.latest

    def begin(self, listener: object) -> None:
        """Listens for somebody; whoever listened before does no more."""
        self.end()
        self._listener = listener
        self._receiver = self._make()
        self._receiver.start()
        self._timer.start()
        self.beat.emit()

    def end(self) -> None:
        """Listens no more; nothing when nobody did."""
        self._timer.stop()
        self._listener = None
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            receiver.stop()
            self.beat.emit()
