"""A field for a passphrase: hidden, can be shown, and says when Caps Lock seems to be on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_XS

MAX_CHARACTERS = 512
_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseField(QWidget):
    """One passphrase.

    Args:
        name: object name of the line, and of its button with "show " in front.

    Signals:
        entered: the person pressed Enter.
        edited: the text changed.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setInputMethodHints(_HINTS)
        self._line.setMaxLength(MAX_CHARACTERS)
        self._line.installEventFilter(self)
        self._show = QToolButton()
        self._show.setObjectName(f"show {name}")
        self._show.setCheckable(True)
        self._caps = text_label("", "small")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        row.addWidget(self._line, 1)
        row.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addLayout(row)
        column.addWidget(self._caps)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(self.edited)
        self._show.toggled.connect(self._reveal)
        self._reveal(False)

    @property
    def line(self) -> QLineEdit:
        """The field itself, for labels to point at."""
        return self._line

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Forgets what was typed, also for undo, and hides again."""
        self._line.clear()
        self._show.setChecked(False)

    def set_name(self, name: str) -> None:
        """Says to screen readers what this field is for."""
        self._line.setAccessibleName(name)
        self._reveal(self._show.isChecked())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._line.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._judge(event)
        return False

    def _judge(self, event: QKeyEvent) -> None:
        """No portable call tells the state of Caps Lock; a letter's case against Shift does."""
        text = event.text()
        if len(text) != 1 or text.upper() == text.lower():
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on = text.isupper() is not shifted
        self._caps.setText(tr("Lock", "Caps Lock seems to be on.") if on else "")
        self._caps.setVisible(on)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        set_icon(self._show, "eye-off" if shown else "eye")
        words = tr("Lock", "Hide the passphrase") if shown else tr("Lock", "Show the passphrase")
        self._show.setToolTip(words)
        self._show.setAccessibleName(words)
