"""The table of reports on the screen, with states as badges."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from fieldapp.store.reads import NEWEST, Order, Sort
from fieldapp.units import EventId
from ui.reports.model import (
    BADGES,
    GRID,
    HQ,
    NUMBER,
    PLACE,
    SORTS,
    STATE,
    WHAT,
    WHEN,
    ReportsModel,
    badge_words,
)
from ui.theme.table import BadgeDelegate, PlainTable, badge_width

_WIDTHS = {WHEN: 150, WHAT: 200, GRID: 150, NUMBER: 180, STATE: 160, HQ: 160}
"""Pixels at the least; badges get what the longest of them needs."""
_LEAST_PLACE, _LEAST_WHAT = 160, 120
_FIRST_TO_GO = (GRID, NUMBER)
"""Columns that a narrow window leaves out, in this order; the report itself shows them."""


class ReportsView(PlainTable):
    """One line a report.

    Signals:
        opened: id of the report that the person wants to read.
        sorted: `order` is another one now.
    """

    opened = Signal(object)
    sorted = Signal()

    def __init__(self, model: ReportsModel) -> None:
        super().__init__()
        self.setObjectName("reports")
        self._rows = model
        self.setModel(model)
        badges = BadgeDelegate(self)
        for column in BADGES:
            self.setItemDelegateForColumn(column, badges)
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._sort)
        self._order = NEWEST
        self._show_order()
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._fit)

    @property
    def order(self) -> Order:
        """How the person wants the list sorted."""
        return self._order

    def chosen(self) -> EventId | None:
        """The report that is selected."""
        row = self._rows.row(self.currentIndex())
        return None if row is None else row.id

    def choose(self, report: EventId | None) -> None:
        """Selects a report again after the list was replaced; the first where it is gone."""
        index = QModelIndex() if report is None else self._rows.find(report)
        if not index.isValid() and self._rows.rowCount():
            index = self._rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """No badge is cut, nothing scrolls sideways."""
        widths = dict(_WIDTHS)
        for column in BADGES:
            widths[column] = max(widths[column], badge_width(self, badge_words(column)))
        missing = self.fit_columns(widths, _LEAST_PLACE, _FIRST_TO_GO)
        if missing:
            self.horizontalHeader().resizeSection(WHAT, max(_LEAST_WHAT, widths[WHAT] - missing))

    def _sort(self, column: int) -> None:
        by = SORTS.get(column)
        if by is None:
            self._show_order()
            return
        same = by is self._order.by
        # Moments begin with the latest, words with A.
        rising = not self._order.rising if same else by is not Sort.MOMENT
        self._order = Order(by, rising)
        self._show_order()
        self.sorted.emit()

    def _show_order(self) -> None:
        column = next(column for column, by in SORTS.items() if by is self._order.by)
        run = Qt.SortOrder.AscendingOrder if self._order.rising else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(column, run)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.opened.emit(row.id)
