"""The queue as a list: number and urgency, what and where, who and when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldapp.store.reads import ReportRow
from ui.i18n import tr
from ui.reports.report_model import FLASH, Reader
from ui.reports.times import Times
from ui.review.model import ROW_ROLE, QueueModel
from ui.theme.badge import badge_size, paint_badge
from ui.theme.tokens import GAP_M, GAP_S, SMALL_PT, Tone, tokens_for

_LINES = 3
_Index = QModelIndex | QPersistentModelIndex


class QueueView(QListView):
    """Shows the queue; the chosen report is told by the selection model."""

    def __init__(self, model: QueueModel, reader: Reader, times: Times) -> None:
        super().__init__()
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
        tokens = tokens_for(option.palette)
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
        lines[0] = self._badge(painter, lines[0], option, row)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._text(painter, lines[0], row.ref, bold, option.palette.color(bright))
        subject = [self._reader.subject(row), row.place]
        about = ", ".join(part for part in subject if part)
        self._text(painter, lines[1], about, option.font, option.palette.color(bright))
        small = QFont(option.font)
        small.setPointSize(SMALL_PT)
        who = f"{self.times.short(row.filed)}  {self._reader.writer(row)}"
        self._text(painter, lines[2], who, small, option.palette.color(quiet))
        painter.restore()

    def _badge(
        self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, row: ReportRow
    ) -> QRect:
        """Draws the badge at the end of the first line; returns what is left of it."""
        if row.precedence == FLASH:
            text, tone = self._reader.precedence(row), Tone.DANGER
        elif row.recheck:
            text, tone = tr("Review", "Check again"), Tone.WARNING
        elif row.precedence == "IMMEDIATE":
            text, tone = self._reader.precedence(row), Tone.WARNING
        else:
            return line
        painter.setFont(option.font)
        size = badge_size(option.fontMetrics, text)
        size.setHeight(min(size.height(), line.height() + 2))
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        where = QStyle.alignedRect(option.direction, trailing, size, line)
        paint_badge(painter, where, tone, text, tokens_for(option.palette))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            return line.adjusted(size.width() + GAP_S, 0, 0, 0)
        return line.adjusted(0, 0, -size.width() - GAP_S, 0)

    def _text(self, painter: QPainter, line: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        absolute = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, absolute, shown)
