"""Questions, answers and verdicts as one conversation, with a box for the author's answer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.store.reads import HistoryLine
from fieldapp.units import EventId
from ui.i18n import listed, tr
from ui.reports.labels import SideLabel, plain
from ui.reports.layouts import empty, holds_focus
from ui.reports.report_model import line_words, open_questions
from ui.reports.times import Times
from ui.theme.badge import Badge
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XS, Tone

_TONES = {
    "accept": Tone.SUCCESS,
    "ask": Tone.WARNING,
    "reject": Tone.DANGER,
    "answer": Tone.INFO,
}
TALK = frozenset(_TONES)
"""Kinds of history lines that belong to the conversation."""


class ThreadCard(Card):
    """The conversation about a report.

    Signals:
        answered: (id of the question, text) when the author sends an answer.
        left: the box in which the author was at work goes; somebody else has to take the keyboard.
    """

    answered = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question: EventId | None = None
        self._title = SideLabel("", "heading", wrap=True)
        self._talk = QVBoxLayout()
        self._talk.setSpacing(GAP_M)
        self._box = QWidget()
        self._text = QPlainTextEdit()
        self._text.setObjectName("answer")
        self._text.setFixedHeight(84)
        self._text.setTabChangesFocus(True)
        self._text.installEventFilter(self)
        self._send = QPushButton()
        self._send.setObjectName("send answer")
        self._send.setProperty("look", "primary")
        self._problem = InlineMessage(MessageKind.ERROR)
        self._build()
        self._send.clicked.connect(self._emit)
        self._text.textChanged.connect(self._enable)

    @property
    def unsent(self) -> str:
        """What is typed into the answer box and not sent."""
        return self._text.toPlainText()

    def show_talk(self, history: Sequence[HistoryLine], times: Times, *, may_answer: bool) -> None:
        """Replaces the conversation; text typed into the box stays while the question is open."""
        empty(self._talk)
        lines = [line for line in history if line.kind in TALK]
        self.setVisible(bool(lines))
        for line in lines:
            self._talk.addWidget(_bubble(line, times))
        waiting = open_questions(history) if may_answer else ()
        if not waiting and holds_focus(self._box):
            # Else the keyboard would jump to whatever comes next, and the page with it.
            self.left.emit()
        self._box.setVisible(bool(waiting))
        self._question = waiting[-1].event if waiting else None
        self._title.setText(tr("Report", "Questions and verdicts"))
        self._text.setAccessibleName(tr("Report", "Your answer to HQ"))
        self._text.setPlaceholderText(tr("Report", "Your answer to HQ"))
        self._send.setText(tr("Report", "Send answer"))
        self._send.setToolTip(tr("Report", "Ctrl+Enter"))
        self._enable()

    def sent(self) -> None:
        """The answer is kept; empties the box."""
        self._text.clear()
        self._problem.clear()

    def failed(self, text: Wording) -> None:
        """The answer was not kept; says why beside it and leaves the text as it is."""
        self._problem.show_message(MessageKind.ERROR, text)
        self._enable()

    def begin(self, text: str) -> None:
        """Starts with another report, with what was typed for it before."""
        self._text.setPlainText(text)
        self._problem.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._text
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._emit()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        box = QVBoxLayout(self._box)
        box.setContentsMargins(0, GAP_S, 0, 0)
        box.setSpacing(GAP_S)
        box.addWidget(self._text)
        row = QHBoxLayout()
        row.addWidget(self._problem, 1)
        row.addStretch(0)
        row.addWidget(self._send)
        box.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(self._talk)
        column.addWidget(self._box)

    def _enable(self) -> None:
        self._send.setEnabled(bool(self._text.toPlainText().strip()))

    def _emit(self) -> None:
        text = self._text.toPlainText().strip()
        if self._question is not None and text and self._send.isEnabled():
            self._send.setEnabled(False)
            self.answered.emit(self._question, text)


def _bubble(line: HistoryLine, times: Times) -> QWidget:
    bubble = QFrame()
    bubble.setObjectName(line.kind)
    across = QHBoxLayout(bubble)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    if line.kind == "answer":
        across.addSpacing(GAP_XL)
    column = QVBoxLayout()
    column.setSpacing(GAP_XS)
    across.addLayout(column, 1)
    head = QHBoxLayout()
    head.setSpacing(GAP_S)
    head.addWidget(Badge(line_words(line, ""), _TONES[line.kind]))
    author = line.author or tr("Report", "Unknown author")
    who = SideLabel(listed((author, times.short(line.t))), "small")
    who.setToolTip(times.local(line.t))
    head.addWidget(who, 1, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(head)
    if line.text:
        column.addWidget(plain(line.text))
    bubble.setAccessibleName(listed((line_words(line, ""), author)))
    return bubble
