"""Answers that are typed: one line, several lines, numbers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fieldapp.notation.typed import plain
from ui.forms.context import TypedNote
from ui.forms.field import AnswerField, mark_wrong

_NUMBER_WIDTH = 160
_LEAST_LINES = 4
_MOST_LINES = 16


class TextField(AnswerField):
    """A line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.edit, 1)
        self.edit.textEdited.connect(self.take)
        self.watch(self.edit)

    def take(self, text: str) -> None:
        self.answered.emit(text, None)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        if self.edit.text() != value:
            self.edit.setText(value)

    def set_readonly(self, readonly: bool) -> None:
        self.edit.setReadOnly(readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.edit, wrong)


class NumberField(TextField):
    """A number, typed: digits of any script, a decimal comma or point.

    What is not a number is kept as typed and judged by the form.
    """

    def __init__(self, decimal: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decimal = decimal
        self.edit.setMaximumWidth(_NUMBER_WIDTH)
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hints = Qt.InputMethodHint
        self.edit.setInputMethodHints(
            hints.ImhFormattedNumbersOnly if decimal else hints.ImhDigitsOnly
        )
        self.row.addStretch(1)

    def take(self, text: str) -> None:
        value = plain(text)
        if self._decimal and value.count(",") == 1 and "." not in value:
            value = value.replace(",", ".")
        self.answered.emit(value, None)


class LinesField(AnswerField):
    """Several lines of text in a box that grows with them."""

    def __init__(self, rows: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = max(rows, _LEAST_LINES)
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        self.edit.textChanged.connect(self._take)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.watch(self.edit)
        self._fit()

    def _take(self) -> None:
        self.answered.emit(self.edit.toPlainText(), None)

    def _fit(self) -> None:
        lines = round(self.edit.document().size().height())
        wanted = min(max(lines, self._least), _MOST_LINES)
        frame = QSize(0, 24)
        height = wanted * self.edit.fontMetrics().lineSpacing() + frame.height()
        if self.edit.height() != height:
            self.edit.setFixedHeight(height)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        if self.edit.toPlainText() != value:
            blocked = self.edit.blockSignals(True)
            self.edit.setPlainText(value)
            self.edit.blockSignals(blocked)
            self._fit()

    def set_readonly(self, readonly: bool) -> None:
        self.edit.setReadOnly(readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.edit, wrong)
