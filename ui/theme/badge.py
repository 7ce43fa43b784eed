"""A status as a small pill: words, an icon of its own shape, and only then a colour."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.icons import pixmap
from ui.theme.tokens import TONE_ICONS, Tokens, Tone, current_tokens

_ICON: Final = 16
_PAD: Final = 9
_GAP: Final = 5
_HEIGHT: Final = 24


def badge_size(metrics: QFontMetrics, text: str) -> QSize:
    """Size of a badge in device-independent pixels."""
    width = metrics.horizontalAdvance(text) + _ICON + _GAP + 2 * _PAD
    return QSize(width, max(_HEIGHT, metrics.height() + 6))


def paint_badge(painter: QPainter, rect: QRect, tone: Tone, text: str, tokens: Tokens) -> None:
    """Draw a badge into ``rect``, in the painter's own layout direction; for table cells, too.

    Text that does not fit is shortened at its end.
    """
    colours = tokens.tones[tone]
    direction = painter.layoutDirection()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.edge))
    painter.setBrush(QColor(colours.ground))
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    inner = rect.adjusted(_PAD, 0, -_PAD, 0)
    where = QStyle.alignedRect(
        direction,
        Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
        QSize(_ICON, _ICON),
        inner,
    )
    device = painter.device()
    scale = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(where, pixmap(TONE_ICONS[tone], round(_ICON * scale), colours.text))
    words = QRect(inner)
    if direction is Qt.LayoutDirection.RightToLeft:
        words.setRight(where.left() - _GAP)
    else:
        words.setLeft(where.right() + _GAP)
    painter.setPen(QColor(colours.text))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
    painter.restore()


class Badge(QWidget):
    """A status with its words; readable without colour and by a screen reader."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone = text, tone
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._text

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_status(self, text: str, tone: Tone) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self.fontMetrics(), self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_badge(painter, self.rect(), self._tone, self._text, current_tokens())
