"""What pages of reports share around a `PagedModel`: the table, and what an empty one says."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from fieldapp.units import EventId
from ui.paged_model import PagedModel
from ui.theme.panels import Card, EmptyState
from ui.theme.table import BadgeDelegate, PlainTable


class PagedTable(PlainTable):
    """One line a report; a double click or Enter opens it.

    Args:
        model: the rows.
        badges: columns that show a badge.

    Signals:
        opened: id of the report that the person wants to read.
    """

    opened = Signal(object)

    def __init__(self, model: PagedModel[Any, Any], badges: Iterable[int]) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        delegate = BadgeDelegate(self)
        for column in badges:
            self.setItemDelegateForColumn(column, delegate)
        self.doubleClicked.connect(self._open)

    def has_rows(self) -> bool:
        """Whether there is anything to read here."""
        return self._rows.rowCount() > 0

    def chosen(self) -> EventId | None:
        """The report that is selected."""
        return self._rows.report(self.currentIndex())

    def choose(self, report: EventId | None) -> None:
        """Selects a report again after the list was replaced; the first where it is gone."""
        index = QModelIndex() if report is None else self._rows.find(report)
        if not index.isValid() and self._rows.rowCount():
            index = self._rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        report = self._rows.report(index)
        if report is not None:
            self.opened.emit(report)


class TableOrEmpty(QStackedWidget):
    """A table on a card; while it has no row, words in its place that say why.

    Args:
        table: the table.
        empty: makes those words in the language of the moment.
    """

    def __init__(self, table: PagedTable, empty: Callable[[], EmptyState]) -> None:
        super().__init__()
        self._table, self._empty = table, empty
        self._wants_keyboard = False
        self._none: EmptyState | None = None
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(table)
        self.addWidget(card)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the table: now, and again once it has rows to stand on."""
        self._wants_keyboard = True
        self._table.setFocus()

    def leave_keyboard(self) -> None:
        """The person is at work elsewhere on the page."""
        self._wants_keyboard = False

    def refill(self, put: Callable[[], None], *, anew: bool = False) -> None:
        """Replaces the rows; the person keeps their row and their place.

        Args:
            put: hands the new rows to the model.
            anew: they are other rows than before, so begin at the top.
        """
        chosen = None if anew else self._table.chosen()
        bar = self._table.verticalScrollBar()
        place = 0 if anew else bar.value()
        put()
        self._table.choose(chosen)
        bar.setValue(place)
        self.settle()

    def settle(self) -> None:
        """Shows the table, or why it is empty; to be called too when the language changed."""
        if self._none is not None:
            self.removeWidget(self._none)
            self._none.deleteLater()
            self._none = None
        if not self._table.has_rows():
            self._none = self._empty()
            self.addWidget(self._none)
            self.setCurrentWidget(self._none)
            return
        self.setCurrentIndex(0)
        if self._wants_keyboard:
            self._wants_keyboard = False
            self._table.setFocus()
