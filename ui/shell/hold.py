"""Notices keys that are held down together for some seconds, whatever window or menu is open."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

_REPEAT_MS = 100
"""A key that is held may come as pairs of release and press; a release alone counts after this."""
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class HoldWatch(QObject):
    """Counts while a combination is held; no other part of the window sees these keys.

    Looks only at the window that has the keyboard, since looking at every event slows the whole.

    Args:
        app: whose windows count.
        keys: the combination.
        seconds: so long it must be held.
        second_ms: length of such a second, in milliseconds.

    Signals:
        counting: seconds left, at the press and at each second after it but the last.
        let_go: the keys were let go before the time was up.
        held: the time was up.
    """

    counting = Signal(int)
    let_go = Signal()
    held = Signal()

    def __init__(
        self, app: QGuiApplication, keys: QKeyCombination, seconds: int, second_ms: int = 1000
    ) -> None:
        super().__init__()
        self._keys = keys
        self._seconds = seconds
        self._left = 0
        self._counting = False
        self._looked_at: QWindow | None = None
        self._tick = QTimer(self, interval=second_ms)
        self._tick.timeout.connect(self._second)
        self._up = QTimer(self, interval=_REPEAT_MS, singleShot=True)
        self._up.timeout.connect(self._stop)
        app.focusWindowChanged.connect(self._look_at)
        self._look_at(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        ours = event.key() == self._keys.key()
        if event.type() is QEvent.Type.KeyRelease:
            if self._counting and not event.isAutoRepeat():
                self._release(ours, event.key())
            return False
        if not ours or event.modifiers() != self._keys.keyboardModifiers():
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._press(event.isAutoRepeat())
        event.accept()
        return True

    def _press(self, repeated: bool) -> None:
        if self._counting:
            self._up.stop()
            self._finish()
        elif not repeated:
            self._counting = True
            self._left = self._seconds
            self._tick.start()
            self.counting.emit(self._left)

    def _release(self, ours: bool, key: int) -> None:
        if ours:
            self._up.start()
        elif key in _HELD:
            self._stop()

    def _look_at(self, window: QWindow | None) -> None:
        """The keyboard went elsewhere; keys that are held there are not seen any more."""
        if self._looked_at is not None and isValid(self._looked_at):
            self._looked_at.removeEventFilter(self)
        self._looked_at = window
        if window is not None:
            window.installEventFilter(self)
        if self._counting:
            self._stop()

    def _second(self) -> None:
        self._left -= 1
        if self._left:
            self.counting.emit(self._left)
        else:
            self._tick.stop()
            self._finish()

    def _finish(self) -> None:
        """The time is up and the key is down; where it just came up, its next press decides."""
        if not self._left and not self._up.isActive():
            self._counting = False
            self.held.emit()

    def _stop(self) -> None:
        self._counting = False
        self._tick.stop()
        self._up.stop()
        self.let_go.emit()
