"""Arcs and closed areas on the map: where something was heard, where nobody may go."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from fieldapp.notation.bearings import destination
from fieldapp.store.arcs import Arc
from ui.map.measure import on_screen
from ui.map.projection import Camera
from ui.theme.tokens import Tokens

_PIECE: Final = 2
"""Degrees between two corners of a band."""
_OBSERVER: Final = 3.5
_LEAST_CLOSED: Final = 16.0
_STRIPES: Final = 6


def band_ring(arc: Arc, camera: Camera) -> QPolygonF:
    """The edge of an arc's band in pixels of the view."""
    steps = range(-arc.spread, arc.spread + 1, _PIECE)
    if steps[-1] != arc.spread:
        steps = range(-arc.spread, arc.spread + 1)
    outer = [destination(arc.observer, arc.true + step, arc.far) for step in steps]
    inner = [destination(arc.observer, arc.true + step, arc.near) for step in reversed(steps)]
    return QPolygonF([on_screen(camera, place) for place in (*outer, *inner)])


def paint_band(painter: QPainter, camera: Camera, arc: Arc, tokens: Tokens) -> None:
    """The band, and a dashed line to where the observer stood."""
    edge = QColor(tokens.chart.coarse)
    tint = QColor(edge)
    tint.setAlphaF(0.22)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(tint)
    painter.drawPolygon(band_ring(arc, camera))
    start = on_screen(camera, arc.observer)
    near = on_screen(camera, destination(arc.observer, arc.true, arc.near))
    painter.setPen(QPen(edge, 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(start, near)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(QColor(tokens.chart.land))
    painter.drawEllipse(start, _OBSERVER, _OBSERVER)


def paint_closed(painter: QPainter, camera: Camera, box: QRectF, tokens: Tokens) -> None:
    """A standing ban on an area: its square, hatched, as large as its precision says."""
    if box.width() < _LEAST_CLOSED:
        more = (_LEAST_CLOSED - box.width()) / 2
        box = box.adjusted(-more, -more, more, more)
    hatch(painter, box, QRectF(0, 0, camera.width, camera.height), tokens)


def hatch(painter: QPainter, box: QRectF, within: QRectF, tokens: Tokens) -> None:
    """Stripes and an edge; only what lies ``within`` is drawn, and stripes stay with the box."""
    ink = QColor(tokens.danger_text)
    seen = box.intersected(within)
    painter.save()
    painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 1.2))
    origin = box.left() + box.top()
    first = math.ceil((seen.left() + seen.top() - origin) / _STRIPES)
    last = math.floor((seen.right() + seen.bottom() - origin) / _STRIPES)
    for number in range(first, last + 1):
        down = origin + number * _STRIPES
        painter.drawLine(
            QPointF(down - seen.top(), seen.top()), QPointF(down - seen.bottom(), seen.bottom())
        )
    painter.restore()
    painter.setPen(QPen(ink, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
