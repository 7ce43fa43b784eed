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

from fieldapp.units import EventId
from ui.reports.model import (
    BADGES,
    GRID,
    HQ,
    NUMBER,
    PLACE,
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
    """

    opened = Signal(object)

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
        self.doubleClicked.connect(self._open)

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

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.opened.emit(row.id)
