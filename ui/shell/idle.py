"""Notices when nobody has touched keys or mouse for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_REST_MS = 2_000
"""After a touch it looks away for so long at most: looking at every event slows the window."""
_REST_PART = 20
"""It looks away for this part of the whole time at most, so that it is off by no more."""


class IdleWatch(QObject):
    """Signals ``idle`` once after the given time without input, while it is started.

    Args:
        app: whose input counts.
        after_ms: see `wait`.
    """

    idle = Signal()

    def __init__(self, app: QApplication, after_ms: int) -> None:
        super().__init__()
        self._app = app
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._look)
        self.wait(after_ms)

    def wait(self, after_ms: int) -> None:
        """Sets the time, in milliseconds; it may be off by a twentieth and two seconds at most."""
        self._timer.setInterval(after_ms)
        self._rest.setInterval(min(_REST_MS, after_ms // _REST_PART))

    def start(self) -> None:
        """Begins to count, as after a touch."""
        self._timer.start()
        self._rest.start()

    def stop(self) -> None:
        """Counts no more."""
        self._app.removeEventFilter(self)
        self._rest.stop()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._timer.start()
            self._app.removeEventFilter(self)
            self._rest.start()
        return False

    def _look(self) -> None:
        self._app.installEventFilter(self)
