"""Withdrawing a report: the reason and the confirmation in one place, without another window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from ui.i18n import tr
from ui.reports.labels import SideLabel
from ui.reports.layouts import holds_focus
from ui.reports.report_model import ERROR_REASON
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

MAX_NOTE = 500


class WithdrawPanel(Card):
    """Asks why, and whether really.

    Signals:
        confirmed: (code of the reason, note) when the person is sure.
        closing: it is about to disappear with the keyboard in it.
    """

    confirmed = Signal(str, str)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = SideLabel("", "heading", wrap=True)
        self._text = SideLabel("", "muted", wrap=True)
        self._reason = QComboBox()
        self._reason.setObjectName("withdraw reason")
        self._note = QLineEdit()
        self._note.setObjectName("withdraw note")
        self._note.setMaxLength(MAX_NOTE)
        self._yes = QPushButton()
        self._yes.setObjectName("withdraw yes")
        self._yes.setProperty("look", "danger")
        self._no = QPushButton()
        self._no.setObjectName("withdraw no")
        self._problem = InlineMessage(MessageKind.ERROR)
        fields = QHBoxLayout()
        fields.setSpacing(GAP_S)
        fields.addWidget(self._reason, 2)
        fields.addWidget(self._note, 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(fields)
        column.addLayout(buttons)
        self._reason.currentIndexChanged.connect(self._enable)
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.close_panel)
        self.hide()

    def ask(self, ref: str, reasons: Sequence[tuple[str, str]], *, note: bool = True) -> None:
        """Opens for a report; ``reasons`` are (code, label), ``note`` lets words be added."""
        self._title.setText(tr("Report", "Withdraw {ref}?", ref=ref))
        self._text.setText(
            tr("Report", "It stays readable for everyone, marked as withdrawn, with your reason.")
            if note
            else tr("Report", "It stays sealed, marked as withdrawn, with your reason.")
        )
        self._reason.clear()
        self._reason.addItem(tr("Report", "Choose a reason"), "")
        for code, label in reasons:
            self._reason.addItem(label, code)
        likely = self._reason.findData(ERROR_REASON)
        self._reason.setCurrentIndex(max(0, likely))
        self._reason.setAccessibleName(tr("Report", "Reason"))
        self._note.clear()
        self._note.setVisible(note)
        self._note.setPlaceholderText(tr("Report", "In a few words, if you like"))
        self._note.setAccessibleName(tr("Report", "Note"))
        self._yes.setText(tr("Report", "Withdraw report"))
        self._no.setText(tr("Report", "Keep it"))
        self._problem.clear()
        self._enable()
        self.show()
        self._reason.setFocus()

    def close_panel(self) -> None:
        """Closes; nothing is withdrawn."""
        if holds_focus(self):
            self.closing.emit()
        self.hide()

    def failed(self, text: Wording) -> None:
        """Nothing was withdrawn; says why."""
        self._problem.show_message(MessageKind.ERROR, text)
        self._enable()

    def _enable(self) -> None:
        self._yes.setEnabled(bool(self._reason.currentData()))

    def _confirm(self) -> None:
        self._yes.setEnabled(False)
        self.confirmed.emit(str(self._reason.currentData()), self._note.text().strip())
