"""Tables in the product's look: one line a row, whole rows chosen, states as badges."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme.badge import badge_size, paint_badge
from ui.theme.tokens import Tone, current_tokens

TONE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Data role: the `Tone` of a badge, for the columns that show one."""
_ROW = 38
"""Pixels of a row: easy to hit in a moving vehicle."""
_PAD = 9
_SHEET = """
QTableView::item { padding: 0 9px; }
QHeaderView { background: palette(base); }
QHeaderView::section {
    background: palette(base); color: palette(text); padding: 7px 12px; border: none;
    border-bottom: 1px solid palette(mid);
}
"""


def badge_width(table: QTableView, words: Iterable[str]) -> int:
    """Pixels that a column needs which may say any of these in a badge."""
    metrics = table.fontMetrics()
    return max(badge_size(metrics, text).width() for text in words) + 2 * _PAD


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


class PlainTable(QTableView):
    """A table to read and to choose whole rows in; nothing is edited in it."""

    def __init__(self) -> None:
        super().__init__()
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
        header.setMinimumSectionSize(80)
