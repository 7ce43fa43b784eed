"""What is seen while the keys that erase the laptop are held."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.errors import FieldError
from ui.i18n import tr
from ui.messages import tell
from ui.theme.panels import Picture, Words
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL, Tone, current_tokens

_ICON = 48
_ROLES = ("title", "count", "muted")


class WipeOverlay(QWidget):
    """Covers a window whole, wherever the keyboard is, and takes no keyboard itself.

    Args:
        over: the window.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("wipe overlay")
        self._title, self._number, self._hint = (Words("", role) for role in _ROLES)
        picture = Picture("trash-2", _ICON)
        picture.show_icon("trash-2", Tone.DANGER)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_L)
        for words in (self._title, self._number, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(3)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.raise_()
        self.show()

    def count(self, left: int) -> None:
        """Shows the seconds that are left."""
        self._title.setText(tr("Wipe", "Keep holding to erase everything on this laptop."))
        self._number.setText(str(left))
        self._hint.setText(tr("Wipe", "Let go to stop. Nothing has been erased."))

    def erasing(self) -> None:
        """Says that it happens now; painted before this returns."""
        self._say(tr("Wipe", "Erasing everything ..."), "")
        self.repaint()

    def failed(self, error: FieldError) -> None:
        """Says what could not be erased and how to go on."""
        hint = tr("Wipe", "Hold the keys once more to try again, or shut the laptop down.")
        self._say(tell(error).text, hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(current_tokens().window))

    def _say(self, title: str, hint: str) -> None:
        self._title.setText(title)
        self._number.setText("")
        self._hint.setText(hint)
