"""The queue as a list: number and urgency, what and where, who and when."""

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldapp.store.reads import ReportRow
from ui.i18n import listed, tr
from ui.reports.report_model import FLASH, Reader, precedence_tone
from ui.reports.times import Times
from ui.review.model import ROW_ROLE, QueueModel
from ui.theme.badge import badge_size, paint_badge
from ui.theme.tokens import GAP_M, GAP_S, SMALL_PT, Tone, current_tokens

_LINES = 3
URGENT = frozenset({FLASH, "IMMEDIATE"})
"""Precedences worth a badge in a list."""
_Index = QModelIndex | QPersistentModelIndex


class QueueView(QListView):
    """Shows the queue; the chosen report is told by the selection model."""

    def __init__(self, model: QueueModel, reader: Reader, times: Times) -> None:
        super().__init__()
        self.setObjectName("queue")
        self._delegate = _Delegate(reader, times, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def use_times(self, times: Times) -> None:
        """Other language."""
        self._delegate.times = times
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    def __init__(self, reader: Reader, times: Times, parent: QListView) -> None:
        super().__init__(parent)
        self._reader = reader
        self.times = times

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(220, _LINES * option.fontMetrics.height() + 2 * GAP_M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ReportRow):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = current_tokens()
        painter.save()
        painter.setLayoutDirection(option.direction)
        if chosen:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        bright = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        quiet = bright if chosen else QPalette.ColorRole.PlaceholderText
        inner = option.rect.adjusted(GAP_M, GAP_S, -GAP_M, -GAP_S)
        height = inner.height() // _LINES
        lines = [QRect(inner.x(), inner.y() + i * height, inner.width(), height) for i in range(3)]
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._text(painter, lines[0], row.ref, bold, option.palette.color(bright))
        about = listed((self._reader.subject(row), row.place))
        self._text(painter, lines[1], about, option.font, option.palette.color(bright))
        small = QFont(option.font)
        small.setPointSize(SMALL_PT)
        when = self.times.short(row.filed)
        who = listed((when, self._reader.writer(row)), "  ")
        room = self._badges(painter, lines[2], option, row)
        if QFontMetrics(small).horizontalAdvance(f"{when}  …") <= room.width():
            # Half a time says nothing; the report beside the queue has it, too.
            self._text(painter, room, who, small, option.palette.color(quiet))
        painter.restore()

    def _badges(
        self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, row: ReportRow
    ) -> QRect:
        """Draws what is urgent or new at the end of a line; returns what is left of it."""
        wanted = []
        if row.precedence in URGENT:
            tone = precedence_tone(row)
            wanted.append((self._reader.precedence(row), tone))
        if row.doubted:
            wanted.append((tr("Review", "Key withdrawn"), Tone.DANGER))
        if row.recheck:
            wanted.append((tr("Review", "Check again"), Tone.WARNING))
        painter.setFont(option.font)
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        for text, tone in wanted:
            size = badge_size(option.fontMetrics, text)
            size.setHeight(min(size.height(), line.height() + 2))
            if size.width() > line.width():
                # What has no room stands above the report itself as well.
                break
            where = QStyle.alignedRect(option.direction, trailing, size, line)
            paint_badge(painter, where, tone, text, current_tokens())
            gap = size.width() + GAP_S
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            line = line.adjusted(gap, 0, 0, 0) if rtl else line.adjusted(0, 0, -gap, 0)
        return line

    def _text(self, painter: QPainter, line: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        page = painter.layoutDirection()
        side = (
            Qt.AlignmentFlag.AlignRight
            if page == Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        # The words run as their own script does, but begin where the page begins.
        painter.setLayoutDirection(direction_of(text))
        absolute = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, absolute, shown)
        painter.setLayoutDirection(page)


def direction_of(text: str) -> Qt.LayoutDirection:
    """Which way a text runs, by its first letter."""
    for mark in text:
        kind = unicodedata.bidirectional(mark)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight
