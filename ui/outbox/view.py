"""The outbox's list: groups that stay open, rows that open their report."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.outbox.model import REPORT, SIGNED, SIZE, STATE, WHAT, Group, OutboxModel
from ui.theme.table import hide_columns

_ROW = 36
"""Pixels of a row: easy to hit in a moving vehicle."""
_WIDTHS = {REPORT: 180, WHAT: 170, SIZE: 90, SIGNED: 130}
_LEAST_WHAT, _LEAST_STATE = 120, 420
"""Pixels; what HQ has of a record is said whole."""
_FIRST_TO_GO = (SIGNED, SIZE)
"""Columns that a narrow window leaves out, in this order; the report itself shows them."""

_SHEET = """
QTreeView::item { padding: 0 9px; }
QHeaderView { background: palette(base); }
QHeaderView::section {
    background: palette(base); color: palette(text); padding: 7px 9px; border: none;
    border-bottom: 1px solid palette(mid);
}
"""


class _Delegate(QStyledItemDelegate):
    """Rows of one height; the headings of groups are bold."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        elif index.column() in (SIZE, SIGNED):
            # Isolated, so that the number in front stays there on right-to-left pages.
            option.text = f"\u2066{option.text}\u2069"

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)


class OutboxView(QTreeView):
    """Shows the model with every group open."""

    def __init__(self, model: OutboxModel) -> None:
        super().__init__()
        self.setObjectName("outbox")
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_SHEET)
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = dict(_WIDTHS)
        beyond = hide_columns(self, widths, _LEAST_STATE, _FIRST_TO_GO)
        widths[WHAT] -= min(max(0, beyond), widths[WHAT] - _LEAST_WHAT)
        for column, width in widths.items():
            self.header().resizeSection(column, width)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Shows new content; the selected record stays selected."""
        chosen = self._rows.line(self.currentIndex())
        place = self.verticalScrollBar().value()
        if not self._rows.show(groups):
            return
        self.open_groups()
        if chosen is not None:
            self.setCurrentIndex(self._rows.find(chosen.row.event))
        self.verticalScrollBar().setValue(place)

    def open_groups(self) -> None:
        """Opens every group; their headings take the whole width."""
        self.expandAll()
        for row in range(self._rows.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
