"""An answer that puts choices into an order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QWidget

from fieldapp.forms.session import Choice
from ui.forms.context import TypedNote
from ui.forms.field import AnswerField
from ui.i18n import tr
from ui.icons import set_icon

_WIDTH = 420
_ROW = 30


class OrderField(AnswerField):
    """A list whose entries move up and down; untouched, it counts as no answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._value: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setFixedWidth(_WIDTH)
        self.list.setProperty("part", "order")
        self.up, self.down = QToolButton(self), QToolButton(self)
        set_icon(self.up, "chevron-up")
        set_icon(self.down, "chevron-down")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        row.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.down, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.watch(self.list, self.up, self.down)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self._show()

    def _show(self) -> None:
        labels = {choice.name: choice.label for choice in self._choices}
        order = [name for name in self._value if name in labels]
        order += [name for name in labels if name not in order]
        chosen = max(self.list.currentRow(), 0)
        self.list.clear()
        for name in order:
            item = QListWidgetItem(labels[name], self.list)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.setFixedHeight(_ROW * max(len(order), 1) + 4)
        self.list.setCurrentRow(chosen)

    def _move(self, step: int) -> None:
        here = self.list.currentRow()
        there = here + step
        if here < 0 or not 0 <= there < self.list.count():
            return
        self.list.insertItem(there, self.list.takeItem(here))
        self.list.setCurrentRow(there)
        self._value = tuple(
            str(self.list.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.list.count())
        )
        self.answered.emit(" ".join(self._value), None)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._value = tuple(value.split())
        self._show()

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.up.setAccessibleName(tr("forms", "{question}: move up", question=name))
        self.down.setAccessibleName(tr("forms", "{question}: move down", question=name))
