"""The keys that erase the laptop: held, shown, done, in whatever state the window is."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.errors import FieldError
from ui.shell.hold import HoldWatch
from ui.shell.wipe_overlay import WipeOverlay

KEYS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backspace
)
"""On every keyboard in the same places, typed by no layout, and of no use to any text field."""
HOLD_SECONDS = 3


class Panic(QObject):
    """Leads from the press of the keys to the erased laptop.

    Args:
        app: whose windows count.
        window: the main window.
        erase: erases everything; raises `FieldError`.
        second_ms: length of a second of holding, in milliseconds.

    Signals:
        erased: nothing is left.
    """

    erased = Signal()

    def __init__(
        self,
        app: QApplication,
        window: QWidget,
        erase: Callable[[], None],
        second_ms: int = 1000,
    ) -> None:
        super().__init__()
        self._window = window
        self._erase = erase
        self._overlay: WipeOverlay | None = None
        self._hold = HoldWatch(app, KEYS, HOLD_SECONDS, second_ms)
        self._hold.counting.connect(self._count)
        self._hold.let_go.connect(self._let_go)
        self._hold.held.connect(self._held)

    def _count(self, left: int) -> None:
        if self._overlay is None:
            self._overlay = WipeOverlay(QApplication.activeModalWidget() or self._window)
        self._overlay.count(left)

    def _let_go(self) -> None:
        overlay, self._overlay = self._overlay, None
        if overlay is not None:
            overlay.hide()
            overlay.deleteLater()

    def _held(self) -> None:
        overlay = self._overlay
        if overlay is None:
            return
        overlay.erasing()
        try:
            self._erase()
        except FieldError as error:
            overlay.failed(error)
        else:
            self.erased.emit()
