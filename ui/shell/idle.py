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


class IdleWatch(QObject):
    """Signals ``idle`` once after the given time without input, while it is started.

    Args:
        app: whose input counts.
        after_ms: milliseconds.
    """

    idle = Signal()

    def __init__(self, app: QApplication, after_ms: int) -> None:
        super().__init__()
        self._app = app
        self._timer = QTimer(self, interval=after_ms, singleShot=True)
        self._timer.timeout.connect(self.idle)

    def start(self) -> None:
        """Begins to count."""
        self._app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Counts no more."""
        self._app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._timer.start()
        return False
