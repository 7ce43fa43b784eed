"""What stands on the map and does not move with it: zoom buttons, scale bar and the disclaimer."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QToolButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.map.projection import Camera, scale_bar
from ui.theme.tokens import GAP_S, GAP_XS, RADIUS, SMALL_PT, Tokens, current_tokens

_WIDEST_BAR: Final = 120
_BUTTON: Final = 36
_HIGH: Final = 22


def disclaimer() -> str:
    """What every map that shows boundaries says."""
    return tr("Map", "The boundaries and names shown do not imply official endorsement.")


class MapButtons(QWidget):
    """Closer, further, all reports, and what is laid over the map.

    Signals:
        zoomed: 1 for closer, -1 for further.
        fitted: show all reports.
    """

    zoomed = Signal(int)
    fitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_XS)
        self._words: list[tuple[QToolButton, Callable[[], str], str]] = []
        closer = self.add("closer", "plus", lambda: tr("Map", "Closer"), "+")
        further = self.add("further", "minus", lambda: tr("Map", "Further away"), "-")
        fit = self.add("all", "maximize", lambda: tr("Map", "Show all reports"), "0")
        self.grid = self.add("grid", "grid-3x3", lambda: tr("Map", "Military grid"), "G")
        self.grid.setCheckable(True)
        closer.clicked.connect(lambda: self.zoomed.emit(1))
        further.clicked.connect(lambda: self.zoomed.emit(-1))
        fit.clicked.connect(self.fitted)

    def add(self, name: str, symbol: str, words: Callable[[], str], key: str) -> QToolButton:
        """One more button, below the others; its words are asked for in every language."""
        button = QToolButton()
        button.setObjectName(name)
        button.setFixedSize(_BUTTON, _BUTTON)
        set_icon(button, symbol)
        self._column.addWidget(button)
        self._words.append((button, words, key))
        self.translated()
        self.restyle()
        return button

    def reword(self, name: str, words: Callable[[], str]) -> None:
        """Another meaning for a button, in every language."""
        self._words = [
            (button, words if button.objectName() == name else former, key)
            for button, former, key in self._words
        ]
        self.translated()

    def keys(self) -> dict[int, Callable[[], object]]:
        """What letters press."""
        return {ord(key): button.click for button, _, key in self._words if key.isalpha()}

    def translated(self) -> None:
        """Sets every text again."""
        for button, words, key in self._words:
            button.setToolTip(f"{words()} ({key})")
            button.setAccessibleName(words())

    def restyle(self) -> None:
        """The colours changed."""
        sheet = map_button_sheet("padding: 0;")
        for button, _, _ in self._words:
            if button.styleSheet() != sheet:
                button.setStyleSheet(sheet)


def map_button_sheet(more: str) -> str:
    """The look of a button on a map, which needs a ground of its own; ``more`` is its padding."""
    tokens = current_tokens()
    return (
        f"QToolButton {{ background: {tokens.card}; border: 1px solid {tokens.field_edge};"
        f" border-radius: {RADIUS}px; {more} }}"
        f"QToolButton:hover {{ background: {tokens.alternate}; }}"
        f"QToolButton:checked {{ background: {tokens.line}; border: 2px solid {tokens.text}; }}"
        f"QToolButton:focus {{ border: 2px solid {tokens.focus}; }}"
    )


def paint_chrome(painter: QPainter, camera: Camera, widget: QWidget, *, compact: bool) -> None:
    """Draws scale bar and disclaimer at the lower edge, mirrored with the page."""
    tokens = current_tokens()
    font = QFont(widget.font())
    font.setPointSize(SMALL_PT - 1 if compact else SMALL_PT)
    painter.setFont(font)
    # The words decide their own direction; where they stand is the page's.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    metrics = QFontMetrics(font)
    inner = widget.rect().adjusted(GAP_S, GAP_S, -GAP_S, -GAP_S)
    used = _paint_bar(painter, camera, widget, inner, tokens)
    room = inner.width() - (0 if compact else used.width() + GAP_S)
    words = disclaimer()
    wide = min(metrics.horizontalAdvance(words) + 2 * GAP_S, room)
    if compact:
        inner.setBottom(used.top() - GAP_XS)
    ending = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom
    lines = 1 if metrics.horizontalAdvance(words) + 2 * GAP_S <= room else 2
    size = QSize(wide, _HIGH if lines == 1 else 2 * metrics.height() + GAP_XS)
    box = QStyle.alignedRect(widget.layoutDirection(), ending, size, inner)
    _paper(painter, box, tokens)
    painter.setPen(QColor(tokens.text))
    painter.drawText(
        box.adjusted(GAP_XS, 0, -GAP_XS, 0),
        Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
        words,
    )


def _paint_bar(
    painter: QPainter, camera: Camera, widget: QWidget, inner: QRect, tokens: Tokens
) -> QRect:
    metres, pixels = scale_bar(camera.metres_per_pixel(), _WIDEST_BAR)
    text = distance_words(metres)
    wide = painter.fontMetrics().horizontalAdvance(text)
    size = QSize(round(pixels) + wide + 3 * GAP_S, _HIGH)
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
    box = QStyle.alignedRect(widget.layoutDirection(), leading, size, inner)
    _paper(painter, box, tokens)
    painter.setPen(QPen(QColor(tokens.text), 1.5))
    left, base = float(box.left() + GAP_S), box.center().y() + 3.5
    for a, b in (
        ((left, base), (left + pixels, base)),
        ((left, base - 6), (left, base)),
        ((left + pixels, base - 6), (left + pixels, base)),
    ):
        painter.drawLine(QPointF(*a), QPointF(*b))
    words = box.adjusted(2 * GAP_S + round(pixels), 0, -GAP_XS, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return box


def _paper(painter: QPainter, box: QRect, tokens: Tokens) -> None:
    ground = QColor(tokens.card)
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(QRectF(box), RADIUS - 2, RADIUS - 2)


def distance_words(metres: int) -> str:
    """``500 m`` or ``20 km``."""
    if metres < 1000:
        return tr("Map", "{n} m", n=metres)
    return tr("Map", "{n} km", n=metres // 1000)
