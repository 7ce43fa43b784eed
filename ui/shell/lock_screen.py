"""The lock screen: who works on this laptop, and the passphrase that lets one of them in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import FieldError
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.file import Slot
from ui.i18n import tr, tr_count
from ui.icons import icon
from ui.messages import tell, unexpected
from ui.shell.passphrase_field import PassphraseField
from ui.shell.waiting import seconds_to_wait
from ui.shell.way_back import CopyAtHand, way_back_words
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, current_tokens

_WIDTH = 440
_ROW = QSize(0, 40)
_ICON = QSize(20, 20)
_ROWS_SHOWN = 5


class LockScreen(QWidget):
    """Names without secrets; forgets the passphrase as soon as it was handed over.

    Args:
        mission: the mission's name.
        second_ms: length of a second of waiting after a wrong passphrase, in milliseconds.

    Signals:
        unlock_wanted: (id of the person's slot, passphrase).
        go_back_wanted: the same, to open the newest copy of a store that does not open.
        forgotten: id of the slot of a person who forgot their passphrase.
    """

    unlock_wanted = Signal(str, str)
    go_back_wanted = Signal(str, str)
    forgotten = Signal(str)

    def __init__(self, mission: str, second_ms: int = 1000) -> None:
        super().__init__()
        self._wrong = 0
        self._left = 0
        self._opening = False
        self._tick = QTimer(self, interval=second_ms)
        self._tick.timeout.connect(self._second)
        self._mission = text_label(mission, "muted")
        self._title = text_label("", "title")
        self._people = QListWidget()
        self._people.setObjectName("people")
        self._people.setIconSize(_ICON)
        self._label = QLabel()
        self._passphrase = PassphraseField("passphrase")
        self._label.setBuddy(self._passphrase.line)
        self._open = QPushButton()
        self._open.setObjectName("unlock")
        self._open.setProperty("look", "primary")
        self._back = QPushButton()
        self._back.setObjectName("go back")
        self._back.hide()
        self._forgot = QPushButton()
        self._forgot.setObjectName("forgotten")
        self._forgot.setProperty("look", "link")
        self._message = InlineMessage()
        self._first: QWidget = self._passphrase
        self._build()
        self._open.clicked.connect(self._ask)
        self._back.clicked.connect(lambda: self._hand_over(self.go_back_wanted))
        self._forgot.clicked.connect(self._help)
        self._passphrase.entered.connect(self._ask)
        self._passphrase.edited.connect(self._enable)
        self._people.currentRowChanged.connect(lambda _row: self._enable())
        self._people.itemActivated.connect(lambda _item: self._passphrase.setFocus())
        self.translated()

    def show_people(self, people: Sequence[Slot]) -> None:
        """The people of this laptop; one alone needs no choosing."""
        self._people.clear()
        for slot in people:
            symbol = icon("user", chosen=current_tokens().accent_text)
            item = QListWidgetItem(symbol, slot.label)
            item.setData(Qt.ItemDataRole.UserRole, slot.id)
            item.setSizeHint(_ROW)
            self._people.addItem(item)
        rows = min(max(len(people), 1), _ROWS_SHOWN)
        self._people.setFixedHeight(rows * _ROW.height() + 4)
        if people:
            self._people.setCurrentRow(0)
        self._enable()
        self._first = self._people if len(people) > 1 else self._passphrase
        self._first.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A focus proxy would have Tab pass by the people.
        self._first.setFocus(event.reason())

    def failed(self, error: FieldError) -> None:
        """The laptop stays locked; says why and, after a wrong passphrase, lets time pass."""
        self._opening = False
        if isinstance(error, WrongPassphrase):
            self._wrong += 1
            self._left = seconds_to_wait(self._wrong)
            self._tick.start()
            self._show_wrong()
        elif isinstance(error, CopyAtHand):
            self._show_back(True)
            self._message.show_message(MessageKind.ERROR, lambda: way_back_words(error))
        else:
            self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()
        if not self._left:
            self._passphrase.setFocus()

    def broken(self) -> None:
        """A fault of the program kept the laptop locked."""
        self._opening = False
        self._message.show_message(MessageKind.ERROR, unexpected)
        self._enable()

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Lock", "Unlock this laptop"))
        self._label.setText(tr("Lock", "&Passphrase"))
        self._passphrase.set_name(tr("Lock", "Passphrase"))
        self._people.setAccessibleName(tr("Lock", "People on this laptop"))
        self._forgot.setText(tr("Lock", "Forgotten passphrase?"))
        self._open.setText(tr("Lock", "Opening ...") if self._opening else tr("Lock", "Unlock"))
        self._back.setText(tr("Lock", "Go back to the copy"))

    def _build(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        inner.setSpacing(GAP_M)
        for widget in (self._title, self._mission, self._people):
            inner.addWidget(widget)
        inner.addSpacing(GAP_S)
        for below in (self._label, self._passphrase, self._message):
            inner.addWidget(below)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addWidget(self._forgot)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setTabOrder(self._open, self._forgot)

    def _ask(self) -> None:
        self._hand_over(self.unlock_wanted)

    def _hand_over(self, wanted: SignalInstance) -> None:
        item = self._people.currentItem()
        if item is None or not self._open.isEnabled():
            return
        words = self._passphrase.text()
        self._opening = True
        self._passphrase.clear()
        self._message.clear()
        self._show_back(False)
        self._enable()
        wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)), words)

    def _show_back(self, shown: bool) -> None:
        """The way back stands where the forgotten passphrase does: it is needed to go back."""
        self._back.setVisible(shown)
        self._forgot.setVisible(not shown)

    def _help(self) -> None:
        item = self._people.currentItem()
        if item is not None:
            self.forgotten.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _second(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._show_wrong()
            return
        self._left = 0
        self._tick.stop()
        self._show_wrong()
        self._enable()
        self._passphrase.setFocus()

    def _show_wrong(self) -> None:
        self._message.show_message(MessageKind.ERROR, self._wrong_words)

    def _wrong_words(self) -> str:
        text = tr("Lock", "This passphrase is not right. Nothing was changed.")
        if not self._left:
            return text
        wait = tr_count(
            "Lock", "Try again in 1 second.", "Try again in {count} seconds.", self._left
        )
        return f"{text} {wait}"

    def _enable(self) -> None:
        ready = not self._opening and not self._left
        self._passphrase.setEnabled(ready)
        chosen = self._people.currentItem() is not None
        self._forgot.setEnabled(chosen and not self._opening)
        self._open.setEnabled(ready and chosen and bool(self._passphrase.text()))
        self._back.setEnabled(self._open.isEnabled())
        self._open.setText(tr("Lock", "Opening ...") if self._opening else tr("Lock", "Unlock"))
