"""An answer that is one of a few, all visible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from fieldapp.forms.session import Choice
from ui.forms.context import TypedNote
from ui.forms.marks import Marks, literal, place
from ui.i18n import tr


class RadioField(Marks):
    """One of a few, all visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._value = ""
        self._readonly = self._required = False
        self.buttons: list[QRadioButton] = []
        self.clear_button = QPushButton(self)
        self.clear_button.setProperty("look", "link")
        self.clear_button.setAutoDefault(False)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self._clear)
        self.across.insertWidget(1, self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        if [c.name for c in choices] == [c.name for c in self.choices]:
            for button, choice in zip(self.buttons, choices, strict=True):
                button.setText(literal(choice.label))
            self.choices = tuple(choices)
            place(self.grid, self.buttons)
            return
        old, self.choices = self.buttons, tuple(choices)
        self.buttons = [QRadioButton(literal(choice.label), self) for choice in choices]
        for button, choice in zip(self.buttons, choices, strict=True):
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, name=choice.name: self._take(name))
        self.unwatch([self.clear_button])
        self.swap(old, self.buttons)
        self.watch(self.clear_button)
        self._show()

    def _take(self, name: str) -> None:
        if name != self._value:
            self._value = name
            self._show()
            self.answered.emit(name, None)
        self.left.emit()

    def _clear(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus()
        self._value = ""
        self._show()
        self.answered.emit("", None)
        self.left.emit()

    def _show(self) -> None:
        self._group.setExclusive(False)
        for button, choice in zip(self.buttons, self.choices, strict=True):
            button.setChecked(choice.name == self._value)
        self._group.setExclusive(True)
        # Tab leads to the one that is chosen; from there the arrow keys lead to the others.
        stop = next((button for button in self.buttons if button.isChecked()), None)
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for button in self.buttons:
            button.setFocusPolicy(strong if stop in (None, button) else click)
        free = not self._readonly and not self._required
        self.clear_button.setVisible(bool(self._value) and free)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._value = value
        self._show()

    def set_required(self, required: bool) -> None:
        self._required = required
        self._show()

    def set_readonly(self, readonly: bool) -> None:
        self._readonly = readonly
        for button in self.buttons:
            button.setEnabled(not readonly)
        self._show()

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.clear_button.setAccessibleName(tr("forms", "{question}: clear", question=name))

    def retranslate(self) -> None:
        self.clear_button.setText(tr("forms", "Clear"))
