"""Tables in the product's look: one line a row, whole rows chosen, states as badges."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
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


def hide_columns(
    view: QTableView | QTreeView,
    widths: Mapping[int, int],
    rest: int,
    first_to_go: Sequence[int],
) -> int:
    """Hides what a narrow window has no room for; see `PlainTable.fit_columns`.

    Returns:
        Pixels that are missing even so; negative when some are left over.
    """
    beyond = sum(widths.values()) + rest - view.viewport().width()
    for column in first_to_go:
        view.setColumnHidden(column, beyond > 0)
        beyond -= widths[column] if beyond > 0 else 0
    return beyond


class CellDelegate(QStyledItemDelegate):
    """Words of a cell by themselves, so that a number in front stays there in every direction."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return isolated(str(value or ""))


def isolated(text: str) -> str:
    """Text that runs as its own first letter does, whatever stands around it."""
    return f"\u2068{text}\u2069" if text else ""


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
        if text:
            paint_badge(painter, where, tone, isolated(text), tokens)


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
        self.setItemDelegate(CellDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(80)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Whole rows are chosen: Home and End lead to the first and last of them.
        if action in (
            QAbstractItemView.CursorAction.MoveHome,
            QAbstractItemView.CursorAction.MoveEnd,
        ):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def fit_columns(
        self,
        widths: Mapping[int, int],
        rest: int,
        first_to_go: Sequence[int],
        *,
        grows: int | None = None,
    ) -> int:
        """Gives columns their widths and hides what a narrow window has no room for.

        Args:
            widths: pixels by column, without the one that stretches.
            rest: pixels that the stretching one needs at the least.
            first_to_go: columns to hide, in this order.
            grows: a column that shares with the stretching one what is left over.

        Returns:
            Pixels that are missing even so; 0 when everything fits.
        """
        beyond = hide_columns(self, widths, rest, first_to_go)
        for column, width in widths.items():
            more = -beyond // 2 if column == grows and beyond < 0 else 0
            self.horizontalHeader().resizeSection(column, width + more)
        return max(0, beyond)
