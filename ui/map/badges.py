"""Marks of the map as small pictures, each painted once: clusters, single reports, names."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui.map.bands import hatch
from ui.map.model import Look, Sighting
from ui.map.shapes import outline
from ui.theme.tokens import SMALL_PT, Tokens, Tone

MARK: Final = 22
"""Side of a single report's picture in points; its shape is 14 wide, with room for a ring."""
_MOST_KEPT = 800
_HALO = 1.5
_REACH = 7.5


def count_words(count: int) -> str:
    """A count that fits a badge: ``12k`` from ten thousand on."""
    return str(count) if count < 10_000 else f"{count // 1000}k"


def badge_side(count: int) -> int:
    """Diameter of a badge in points; it grows with its count, slowly."""
    if count < 100:
        return 28 if count < 10 else 34
    return 40 if count < 1000 else 48


class Badges:
    """Paints and keeps pictures for one look of the window.

    Args:
        tokens: colours.
        ratio: pixels per point.
        font: of the widget.
    """

    def __init__(self, tokens: Tokens, ratio: float, font: QFont) -> None:
        self.tokens, self.ratio = tokens, ratio
        self._font = font
        self._fonts: dict[str, QFont] = {}
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def cluster(self, count: int, *, urgent: bool) -> QPixmap:
        """A disc with a count; with a red rim when something urgent is in it."""
        words, side = count_words(count), badge_side(count)
        return self._get(
            ("cluster", words, side, urgent),
            side,
            side,
            lambda p: self._disc(p, words, side, urgent),
        )

    def single(self, one: Sighting) -> QPixmap:
        """The shape of its type; for a coarse grid a square, for an arc a wedge."""
        shape = "square" if one.coarse else one.row.type
        if one.closed:
            shape = "closed"
        elif not one.row.square:
            shape = "arc"
        return self._get(
            ("single", shape, one.look, one.urgent),
            MARK,
            MARK,
            lambda p: self._mark(p, shape, one.look, one.urgent),
        )

    def known_name(self, text: str, kind: str) -> bool:
        """Whether the picture of a name is there already."""
        return ("name", text, kind) in self._kept

    def name(self, text: str, kind: str) -> QPixmap:
        """A name with a soft edge, so that lines below do not cut it."""
        found = self._kept.get(("name", text, kind))
        if found is not None:
            return found
        font = self.font_of(kind)
        metrics = QFontMetricsF(font)
        shown = name_words(text, kind)
        wide = metrics.horizontalAdvance(shown) + 2 * _HALO + 2
        return self._get(
            ("name", text, kind),
            wide,
            metrics.height() + 2 * _HALO,
            lambda p: self._name(p, shown, kind, font),
        )

    def font_of(self, kind: str) -> QFont:
        """The font of a kind of name."""
        found = self._fonts.get(kind)
        if found is not None:
            return found
        font = self._fonts[kind] = QFont(self._font)
        font.setPointSizeF(SMALL_PT if kind in ("place", "unit", "grid") else SMALL_PT + 0.5)
        if kind in ("country", "unit"):
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.6)
        if kind in ("country", "capital"):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def look_colours(self, look: Look) -> tuple[QColor, QColor]:
        """Ground and edge of a single report's mark."""
        chart, tones = self.tokens.chart, self.tokens.tones
        edge = QColor(chart.mark_edge)
        if look is Look.PLAIN:
            return QColor(self.tokens.card), QColor(self.tokens.text)
        if look is Look.NEW:
            return QColor(chart.mark), edge
        tone = {Look.ASKED: Tone.WARNING, Look.DONE: Tone.SUCCESS, Look.OFF: Tone.NEUTRAL}[look]
        return QColor(tones[tone].edge), QColor(tones[tone].text)

    def _get(
        self, key: Hashable, wide: float, high: float, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = QPixmap(round(wide * self.ratio), round(high * self.ratio))
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font)
            paint(painter)
        self._kept[key] = made
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return made

    def _disc(self, painter: QPainter, words: str, side: int, urgent: bool) -> None:
        chart = self.tokens.chart
        rim = QColor(self.tokens.tones[Tone.DANGER].edge if urgent else chart.mark_edge)
        painter.setPen(QPen(rim, 2.5 if urgent else 2))
        painter.setBrush(QColor(chart.mark))
        painter.drawEllipse(QRectF(0, 0, side, side).adjusted(1.5, 1.5, -1.5, -1.5))
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(SMALL_PT + (1 if side > 34 and len(words) < 4 else 0))
        painter.setFont(font)
        painter.setPen(QColor(chart.mark_text))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, words)

    def _mark(self, painter: QPainter, shape: str, look: Look, urgent: bool) -> None:
        ground, edge = self.look_colours(look)
        middle = MARK / 2
        if urgent:
            painter.setPen(QPen(QColor(self.tokens.danger_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(middle, middle), middle - 1.5, middle - 1.5)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(ground)
        if shape == "closed":
            box = QRectF(middle - 7, middle - 7, 14, 14)
            hatch(painter, box, box, self.tokens)
        elif shape == "arc":
            ground.setAlphaF(0.35)
            painter.setBrush(ground)
            painter.setPen(QPen(QColor(self.tokens.chart.coarse), 2))
            # Sixteenths of a degree, from three o'clock.
            painter.drawPie(QRectF(middle - 9, middle - 6, 18, 18), 50 * 16, 80 * 16)
        elif shape == "square":
            ground.setAlphaF(0.35)
            painter.setBrush(ground)
            painter.setPen(QPen(QColor(self.tokens.chart.coarse), 2))
            painter.drawRect(QRectF(middle - 5.5, middle - 5.5, 11, 11))
        elif (corners := outline(shape, QPointF(middle, middle), _REACH)) is not None:
            painter.drawPolygon(corners)
        else:
            painter.drawEllipse(QPointF(middle, middle), 6.2, 6.2)

    def _name(self, painter: QPainter, text: str, kind: str, font: QFont) -> None:
        chart = self.tokens.chart
        painter.setFont(font)
        base = QFontMetricsF(font).ascent() + _HALO
        halo = QColor(chart.land)
        halo.setAlpha(150)
        painter.setPen(halo)
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)):
            painter.drawText(QPointF(_HALO + dx * 1.2, base + dy * 1.2), text)
        inks = {"capital": chart.label, "place": chart.label, "grid": chart.grid}
        painter.setPen(QColor(inks.get(kind, chart.label_quiet)))
        painter.drawText(QPointF(_HALO, base), text)


def name_words(text: str, kind: str) -> str:
    """Countries stand in capitals."""
    return text.upper() if kind == "country" else text
