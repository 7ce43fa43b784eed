"""The table of reports on the screen, with states as badges."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu

from fieldapp.store.reads import NEWEST, Order, Sort
from ui.i18n import tr
from ui.paged_table import PagedTable
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
    headings,
)
from ui.theme.table import badge_width

_WIDTHS = {WHEN: 150, WHAT: 200, GRID: 150, NUMBER: 180, STATE: 90, HQ: 90}
"""Pixels at the least; badges get what the longest of them needs."""
_LEAST_PLACE, _LEAST_WHAT = 160, 120
_FIRST_TO_GO = (GRID, NUMBER)
"""Columns that a narrow window leaves out, in this order; the report itself shows them."""


class ReportsView(PagedTable):
    """One line a report.

    Signals:
        sorted: `order` is another one now.
    """

    sorted = Signal()

    def __init__(self, model: ReportsModel) -> None:
        super().__init__(model, BADGES)
        self.setObjectName("reports")
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._sort)
        self._order = NEWEST
        self._show_order()
        model.modelReset.connect(self._fit)

    @property
    def order(self) -> Order:
        """How the person wants the list sorted."""
        return self._order

    def translated(self) -> None:
        """Sets every word again."""
        self.setAccessibleName(tr("Reports", "Reports"))
        self.horizontalHeader().setToolTip(
            tr("Reports", "Click to sort. By keyboard: the menu key or Shift+F10 in the list.")
        )

    def sort_menu(self) -> QMenu:
        """Every order that there is, the present one ticked; choosing that again turns it round."""
        menu = QMenu(self)
        orders = QActionGroup(menu)
        words = headings()
        for column, by in SORTS.items():
            action = menu.addAction(tr("Reports", "Sort by: {column}", column=words[column]))
            action.setCheckable(True)
            action.setChecked(by is self._order.by)
            action.setActionGroup(orders)
            action.triggered.connect(lambda _on, chosen=column: self._sort(chosen))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.sort_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No badge is cut, nothing scrolls sideways."""
        widths = dict(_WIDTHS)
        for column in BADGES:
            widths[column] = max(widths[column], badge_width(self, badge_words(column)))
        missing = self.fit_columns(widths, _LEAST_PLACE, _FIRST_TO_GO, grows=WHAT)
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
