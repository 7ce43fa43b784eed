"""Paints the military grid over a map, one zone beside the other."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.map.badges import Badges
from ui.map.graticule import Region, blocks, labels, regions, step_for
from ui.map.projection import Camera, to_world

_MINOR, _MAIN = 0.4, 0.75
"""How much of the ground the lines cover."""


def paint_grid(painter: QPainter, camera: Camera, badges: Badges) -> None:
    """Lines and their letters and digits, as close as the scale allows.

    Args:
        painter: of the widget.
        camera: what it shows.
        badges: pictures of the letters, painted once.
    """
    step = step_for(camera.metres_per_pixel())
    ink = QColor(badges.tokens.chart.grid)
    parts = list(regions(camera))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for region in parts:
        _paint_lines(painter, camera, region, step, ink)
    for region in parts:
        for label in labels(region, camera, step):
            picture = badges.name(label.text, "grid")
            x, y = label.x, label.y
            if label.centred:
                size = picture.deviceIndependentSize()
                x, y = x - size.width() / 2, y - size.height() / 2
            painter.drawPixmap(QPointF(round(x), round(y)), picture)


def _paint_lines(painter: QPainter, camera: Camera, region: Region, step: int, ink: QColor) -> None:
    west, south, east, north = region.edges
    left, top = camera.to_screen(*to_world(north, west))
    right, bottom = camera.to_screen(*to_world(south, east))
    border = QColor(ink)
    border.setAlphaF(_MAIN)
    seen = QRectF(0, 0, camera.width, camera.height)
    # Filled boxes: stroking a line that runs far beyond the view costs a hundred times as much.
    for edge in (
        QRectF(left - 1, top, 2, bottom - top),
        QRectF(left, bottom - 1, right - left, 2),
    ):
        painter.fillRect(edge.intersected(seen), border)
    if not step:
        return
    painter.save()
    painter.setClipRect(QRectF(left, top, right - left, bottom - top))
    painter.translate(-camera.left, -camera.top)
    painter.scale(camera.scale, camera.scale)
    minor, main = _pen(ink, _MINOR), _pen(ink, _MAIN)
    for block in blocks(region, step):
        painter.setPen(minor)
        painter.drawLines(block.minor)
        painter.setPen(main)
        painter.drawLines(block.main)
    painter.restore()


def _pen(ink: QColor, cover: float) -> QPen:
    colour = QColor(ink)
    colour.setAlphaF(cover)
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    return pen
