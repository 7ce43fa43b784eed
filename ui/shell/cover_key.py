"""The key that hides everything at once, whatever window or menu has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

COVER_KEY = Qt.Key.Key_F9


class CoverKey(QObject):
    """Sees the key before any dialog or menu does; a shortcut ends where a dialog begins.

    Signals:
        pressed: the key went down.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._looked_at: QWindow | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._look_at)
        self._look_at(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != COVER_KEY:
            return False
        if event.modifiers() or event.type() is QEvent.Type.KeyRelease:
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.pressed.emit()
        event.accept()
        return True

    def _look_at(self, window: QWindow | None) -> None:
        if self._looked_at is not None and isValid(self._looked_at):
            self._looked_at.removeEventFilter(self)
        self._looked_at = window
        if window is not None:
            window.installEventFilter(self)


def close_above(window: QWidget) -> None:
    """Closes every menu, and every dialog as if it had been cancelled."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.close()
