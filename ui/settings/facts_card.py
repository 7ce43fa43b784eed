"""A card of short facts: a word, and what it is at present."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout

from ui.reports.labels import SideLabel
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


class FactsCard(Card):
    """Shows what it is given, and at most one button below.

    Args:
        button: the one thing to do, or None.
    """

    def __init__(self, button: QPushButton | None = None) -> None:
        super().__init__()
        self._title = text_label("", "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_S)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        if button is not None:
            column.addWidget(button)

    def show_facts(self, title: str, facts: Sequence[tuple[str, str]]) -> None:
        """Replaces everything; a fact without a value is left out."""
        self._title.setText(title)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = [(name, value) for name, value in facts if value]
        for row, (name, value) in enumerate(shown):
            self._grid.addWidget(text_label(name, "muted"), row, 0)
            self._grid.addWidget(SideLabel(value, wrap=True), row, 1)
