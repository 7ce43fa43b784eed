"""Accept, ask, reject, next: buttons with one key each, and the words that go with a verdict."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

ACCEPT, ASK, REJECT = "accept", "ask", "reject"
_KEY = re.compile(r"\s*\([A-Z]\)")
"""The key that does the same, as it stands behind a button's words."""


class VerdictBar(Card):
    """Collects a verdict; a question or refusal needs words.

    Signals:
        judged: (verdict, text).
        skipped: the person wants the next report.
    """

    judged = Signal(str, str)
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._writing = ""
        self._may = False
        self._buttons = {name: _button(name) for name in (ACCEPT, ASK, REJECT)}
        self._next = _button("next")
        self._title = text_label("", "strong")
        self._text = QPlainTextEdit()
        self._text.setObjectName("verdict text")
        self._text.setFixedHeight(84)
        self._text.setTabChangesFocus(True)
        self._text.installEventFilter(self)
        self._send, self._cancel = _button("send verdict"), _button("cancel verdict")
        self._box = QWidget()
        self._message = InlineMessage()
        self._message.setObjectName("verdict message")
        self._build()
        self._buttons[ACCEPT].clicked.connect(lambda: self._judge(ACCEPT, ""))
        self._buttons[ASK].clicked.connect(lambda: self.write(ASK))
        self._buttons[REJECT].clicked.connect(lambda: self.write(REJECT))
        self._next.clicked.connect(self.skipped)
        self._send.clicked.connect(self._send_text)
        self._cancel.clicked.connect(self.close_box)
        self._text.textChanged.connect(self._enable)
        self.translated()

    @property
    def unsent(self) -> tuple[str, str]:
        """Verdict and words that are being written; empty texts when there are none."""
        return (self._writing, self._text.toPlainText()) if self._writing else ("", "")

    def translated(self) -> None:
        """Sets every text again."""
        self._fit()
        self._cancel.setText(tr("Review", "Cancel"))
        self._send.setToolTip(tr("Review", "Ctrl+Enter"))
        self._name_box()

    def open_for(self, *, may: bool) -> None:
        """A report is shown; ``may`` says whether a verdict can be given."""
        self._may = may
        self._enable()

    def begin(self, verdict: str, text: str) -> None:
        """Another report: with what was being written for it, or with nothing."""
        self._message.clear()
        self.close_box()
        if verdict:
            self.write(verdict)
            self._text.setPlainText(text)

    def press(self, verdict: str) -> None:
        """As if its button was pressed; nothing happens while no verdict can be given."""
        self._buttons[verdict].click()

    def write(self, verdict: str) -> None:
        """Opens the box for the words of a question or refusal; what is typed there stays."""
        self._writing = verdict
        self._show_verdicts(show=False)
        self._name_box()
        self._box.show()
        self._enable()
        self._text.setFocus()

    def close_box(self) -> None:
        """Closes the box and lets its words go."""
        self._writing = ""
        self._show_verdicts(show=True)
        self._text.clear()
        self._box.hide()
        self._enable()

    def say(self, kind: MessageKind, text: Wording) -> None:
        """One sentence above the buttons."""
        self._message.show_message(kind, text)
        self._enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._text
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._send_text()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_box()
                self._buttons[ACCEPT].setFocus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_verdicts(self, *, show: bool) -> None:
        """Whoever writes a question or a refusal sends it or leaves it; nothing else is offered."""
        for button in self._buttons.values():
            button.setVisible(show)

    def _fit(self) -> None:
        """Leaves the keys to the pointer's hint where the buttons would not fit with them."""
        texts = {
            self._buttons[ACCEPT]: tr("Review", "Accept (A)"),
            self._buttons[ASK]: tr("Review", "Ask a question (Q)"),
            self._buttons[REJECT]: tr("Review", "Reject (R)"),
            self._next: tr("Review", "Next (N)"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.setToolTip(text)
            button.setAccessibleName(text)
        room = self.width() - 2 * GAP_L - len(texts) * GAP_S
        if sum(button.sizeHint().width() for button in texts) > room:
            for button, text in texts.items():
                button.setText(_KEY.sub("", text))

    def _build(self) -> None:
        self._buttons[ACCEPT].setProperty("look", "primary")
        self._buttons[REJECT].setProperty("look", "danger")
        self._send.setProperty("look", "primary")
        set_icon(self._buttons[ASK], "message-square")
        set_icon(self._next, "chevron-right")
        box = QVBoxLayout(self._box)
        box.setContentsMargins(0, 0, 0, GAP_S)
        box.setSpacing(GAP_S)
        box.addWidget(self._title)
        box.addWidget(self._text)
        sending = QHBoxLayout()
        sending.addStretch(1)
        sending.addWidget(self._cancel)
        sending.addWidget(self._send)
        box.addLayout(sending)
        self._box.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._message)
        column.addWidget(self._box)
        column.addLayout(row)

    def _name_box(self) -> None:
        asking = self._writing == ASK
        title = (
            tr("Review", "Your question to the author")
            if asking
            else tr("Review", "Why is it rejected? The author reads this.")
        )
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._send.setText(tr("Review", "Send question") if asking else tr("Review", "Reject"))

    def _enable(self) -> None:
        for name, button in self._buttons.items():
            # Words being written belong to their own verdict; they go first, or are cancelled.
            button.setEnabled(self._may and self._writing in ("", name))
        self._send.setEnabled(self._may and bool(self._text.toPlainText().strip()))

    def _send_text(self) -> None:
        text = self._text.toPlainText().strip()
        if self._writing and text and self._send.isEnabled():
            self._judge(self._writing, text)

    def _judge(self, verdict: str, text: str) -> None:
        self._message.clear()
        self.judged.emit(verdict, text)


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    return button
