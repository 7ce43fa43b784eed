"""Answers that are chosen: one of many, several."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.forms.session import Choice
from ui.forms.context import TypedNote
from ui.forms.field import AnswerField, mark_wrong
from ui.forms.marks import Marks, literal, place
from ui.i18n import tr

FILTER_FROM: Final = 13
"""Boxes to tick from which a filter line is shown above them."""

_LIST_WIDTH: Final = 460


def _is_down(event: QEvent) -> bool:
    pressed = event.type() is QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down


class _QuietCombo(QComboBox):
    """A list that the mouse wheel scrolls past, so that no answer changes by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ListField(AnswerField):
    """One of many: a list that is searched by typing any part of a label.

    Text that names no choice stays as typed, counts as no answer and is objected to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self._value = ""
        self.combo = _QuietCombo(self)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setMaximumWidth(_LIST_WIDTH)
        self.combo.setMinimumContentsLength(20)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMaxVisibleItems(14)
        self._labels = QStringListModel(self)
        completer = QCompleter(self._labels, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found = QListView()
        self._found.setProperty("popup", "true")
        completer.setPopup(self._found)
        self.combo.setCompleter(completer)
        completer.activated.connect(self._pick_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        self.edit.textEdited.connect(self._type)
        self.combo.activated.connect(self._pick)
        self.edit.installEventFilter(self)
        self.watch(self.combo)
        self.retranslate()

    @property
    def edit(self) -> QLineEdit:
        """The line inside the list."""
        line = self.combo.lineEdit()
        assert line is not None
        return line

    def set_choices(self, choices: Sequence[Choice]) -> None:
        if tuple(choices) == self.choices:
            return
        typed = "" if self._value else self.edit.text()
        self.choices = tuple(choices)
        labels = [choice.label for choice in choices]
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItems(labels)
        self._labels.setStringList(labels)
        self._show(typed)

    def _show(self, typed: str) -> None:
        names = [choice.name for choice in self.choices]
        with QSignalBlocker(self.combo):
            if self._value in names:
                index = names.index(self._value)
                self.combo.setCurrentIndex(index)
                self.edit.setText(self.choices[index].label)
            else:
                self.combo.setCurrentIndex(-1)
                self.edit.setText(self._value or typed)
        self.edit.setCursorPosition(0)

    def _type(self, text: str) -> None:
        self._offer(self._named(text), {"text": text} if text.strip() else None)

    def _named(self, text: str) -> str:
        sought = text.strip().casefold()
        return next((c.name for c in self.choices if c.label.casefold() == sought), "")

    def _offer(self, name: str, note: TypedNote | None) -> None:
        self._value = name
        self.answered.emit(name, None if name else note)

    def _pick(self, index: int) -> None:
        if 0 <= index < len(self.choices):
            self._value = self.choices[index].name
            self._show("")
            self.answered.emit(self._value, None)
            self.left.emit()

    def _pick_label(self, label: str) -> None:
        for index, choice in enumerate(self.choices):
            if choice.label == label:
                self._pick(index)
                return

    def _finish(self) -> None:
        """Take the only choice that holds what was typed, when there is just one."""
        sought = self.edit.text().strip().casefold()
        if self._value or not sought:
            return
        fits = [i for i, choice in enumerate(self.choices) if sought in choice.label.casefold()]
        if len(fits) == 1:
            self._pick(fits[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = self._found.isVisible()
        if event.type() is QEvent.Type.FocusOut and not shown:
            self._finish()
        if not shown and _is_down(event):
            self.combo.showPopup()
            return True
        return super().eventFilter(watched, event)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._value = value
        self._show((note or {}).get("text", ""))

    def objection(self) -> str:
        if self.edit.text().strip() and not self._value:
            return tr("forms", "This is not in the list. Choose one of its entries.")
        return ""

    def set_readonly(self, readonly: bool) -> None:
        self.combo.setEnabled(not readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.combo, wrong)

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(description)

    def retranslate(self) -> None:
        self.edit.setPlaceholderText(tr("forms", "Choose, or type to search"))


class ChecksField(Marks):
    """Several of a list, as boxes to tick in columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: tuple[str, ...] = ()
        self.boxes: list[QCheckBox] = []
        self.filter = QLineEdit(self)
        self.filter.setMaximumWidth(_LIST_WIDTH)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)
        self.filter.hide()
        self.column.insertWidget(0, self.filter)
        self.watch(self.filter)
        self.retranslate()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        if tuple(choices) == self.choices:
            return
        old, self.choices = self.boxes, tuple(choices)
        self.boxes = [QCheckBox(literal(choice.label), self) for choice in choices]
        for box in self.boxes:
            box.clicked.connect(self._take)
        self.filter.setVisible(len(self.boxes) >= FILTER_FROM)
        self.swap(old, self.boxes)
        self._show()
        self._sift(self.filter.text())

    def _take(self) -> None:
        shown = {choice.name for choice in self.choices}
        ticked = [
            choice.name
            for box, choice in zip(self.boxes, self.choices, strict=True)
            if box.isChecked()
        ]
        self._value = (*ticked, *(name for name in self._value if name not in shown))
        self.answered.emit(" ".join(self._value), None)

    def _show(self) -> None:
        for box, choice in zip(self.boxes, self.choices, strict=True):
            box.setChecked(choice.name in self._value)

    def _sift(self, text: str) -> None:
        sought = text.strip().casefold()
        kept: list[QCheckBox] = []
        for box, choice in zip(self.boxes, self.choices, strict=True):
            fits = sought in choice.label.casefold() or box.isChecked()
            self.grid.removeWidget(box)
            box.setVisible(fits)
            if fits:
                kept.append(box)
        place(self.grid, kept)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._value = tuple(value.split())
        self._show()

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.filter.setAccessibleName(tr("forms", "{question}: filter", question=name))

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(tr("forms", "Filter the list"))
