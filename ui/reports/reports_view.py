"""The table of reports on the screen, with states as badges."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

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
    TONE_ROLE,
    WHAT,
    WHEN,
    ReportsModel,
)
from ui.theme.badge import badge_size, paint_badge
from ui.theme.tokens import Tone, current_tokens

_ROW = 38
"""Pixels of a row: easy to hit in a moving vehicle."""
_PAD = 9
_WIDTHS = {WHEN: 150, WHAT: 200, GRID: 150, NUMBER: 180, STATE: 142, HQ: 142}
_SHEET = """
QTableView::item { padding: 0 9px; }
QHeaderView { background: palette(base); }
QHeaderView::section {
    background: palette(base); color: palette(text); padding: 7px 12px; border: none;
    border-bottom: 1px solid palette(mid);
}
"""


class BadgeDelegate(QStyledItemDelegate):
    """Draws a badge in the tone that the model gives."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # Qt hands an enumeration of text back as plain text.
        tone = Tone(str(index.data(TONE_ROLE)))
        whole = QStyleOptionViewItem(option)
        tokens = current_tokens()
        if whole.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole.rect, QColor(tokens.accent))
        elif index.row() % 2:
            painter.fillRect(whole.rect, QColor(tokens.alternate))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = whole.rect.adjusted(_PAD, 0, -_PAD, 0)
        size = badge_size(painter.fontMetrics(), text)
        where: QRect = QStyle.alignedRect(
            whole.direction,
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
            QSize(min(size.width(), room.width()), size.height()),
            room,
        )
        painter.setLayoutDirection(whole.direction)
        paint_badge(painter, where, tone, text, tokens)


class ReportsView(QTableView):
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
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_SHEET)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(90)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._sort)
        self._order = NEWEST
        self._show_order()
        self.doubleClicked.connect(self._open)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

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
