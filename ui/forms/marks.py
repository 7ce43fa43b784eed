"""Buttons laid out in columns: what radio buttons and boxes to tick have in common."""

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.forms.session import Choice
from ui.forms.field import AnswerField
from ui.theme.tokens import GAP_L, GAP_XS

RADIO_MOST: Final = 6
"""Choices shown as radio buttons; more go into a list that can be searched."""

_COLUMNS_WIDTH: Final = 640
_MARK_WIDTH: Final = 48
_COLUMNS_MOST: Final = 3
_FEW_COLUMNS: Final = 4

Button = TypeVar("Button", bound=QAbstractButton)


def columns_for(buttons: Sequence[QAbstractButton]) -> int:
    """How many columns fit side by side within a form, 1 to 4, without a lone last one."""
    if not buttons:
        return 1
    few = len(buttons) <= RADIO_MOST
    metrics = buttons[0].fontMetrics()
    widest = max(metrics.horizontalAdvance(button.text()) for button in buttons) + _MARK_WIDTH
    most = _FEW_COLUMNS if few else _COLUMNS_MOST
    columns = min(max(_COLUMNS_WIDTH // widest, 1), most, len(buttons))
    if few and columns > 2 and len(buttons) % columns == 1:
        columns -= 1
    return columns


def place(grid: QGridLayout, buttons: Sequence[QAbstractButton]) -> None:
    """Lay buttons out row by row in as many columns as fit."""
    columns = columns_for(buttons)
    for number, button in enumerate(buttons):
        grid.addWidget(button, number // columns, number % columns)
    for column in range(_FEW_COLUMNS + 1):
        grid.setColumnStretch(column, 1 if column == columns else 0)


def literal(label: str) -> str:
    """A label whose ``&`` is no shortcut."""
    return label.replace("&", "&&")


class Marks(AnswerField):
    """Buttons laid out in columns; what radio buttons and boxes to tick have in common."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_XS)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP_L)
        self.grid.setVerticalSpacing(0)
        self.across = QHBoxLayout()
        self.across.addLayout(self.grid)
        self.across.addStretch(1)
        self.column.addLayout(self.across)
        self._name = self._description = ""

    def swap(self, old: Sequence[Button], new: Sequence[Button]) -> None:
        self.unwatch(old)
        for button in old:
            self.grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        place(self.grid, new)
        self.watch(*new)
        self.describe(self._name, self._description)

    def describe(self, name: str, description: str) -> None:
        # The container carries the question; each button is named by its own words.
        self._name, self._description = name, description
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for stop in self.stops():
            stop.setAccessibleDescription(f"{name} {description}".strip())
