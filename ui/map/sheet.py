"""A view of the map on a sheet of paper: light, with scale, north, legend and classification."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPolygonF,
)

from ui.map.badges import MARK, Badges
from ui.map.model import Sighting
from ui.map.overlay import Overlay, drawing_pool
from ui.map.pack import MapPack
from ui.map.painting import MapPainting
from ui.map.projection import Camera, scale_bar
from ui.theme.tokens import LIGHT

WIDTH: Final = 1123
HEIGHT: Final = 794
"""An A4 sheet on its side at 96 dots an inch: the units of everything here."""
SHARP: Final = 2
"""Dots of the map's picture for each unit."""
_EDGE: Final = 38
_MAP: Final = QRectF(_EDGE, 74, WIDTH - 2 * _EDGE, 592)
_INK: Final = QColor(Qt.GlobalColor.black)
_MM: Final = 96 / 25.4


@dataclass(frozen=True)
class SheetWords:
    """What stands around the map, in the language of the moment.

    Args:
        marking: the highest classification shown.
        title: what it is.
        made: when it was made.
        notes: grid and datum, disclaimer.
        north: beside the arrow.
        legend: words beside each mark.
        scale: a length in metres in words, and what the scale is.
        right_to_left: the language is written so.
    """

    marking: str
    title: str
    made: str
    notes: Sequence[str]
    north: str
    legend: Sequence[str]
    scale: Callable[[int, int], str]
    right_to_left: bool


@dataclass(frozen=True)
class Sheet:
    """A sheet ready to be written, off the window's thread if need be.

    Args:
        picture: the map.
        marks: pictures of the legend.
        words: everything else.
        metres_per_unit: at the middle of the map.
    """

    picture: QImage
    marks: Sequence[QImage]
    words: SheetWords
    metres_per_unit: float

    def png(self) -> bytes:
        """The sheet as a picture."""
        image = QImage(WIDTH * SHARP, HEIGHT * SHARP, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            painter.scale(SHARP, SHARP)
            self._paint(painter)
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(held, "PNG")  # type: ignore[call-overload]
        return bytes(held.data().data())

    def pdf(self) -> bytes:
        """The sheet as one page."""
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(held)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Landscape,
                QMarginsF(),
            )
        )
        writer.setResolution(96 * SHARP)
        writer.setTitle(self.words.title)
        writer.setCreator("")
        with QPainter(writer) as painter:
            painter.scale(SHARP, SHARP)
            self._paint(painter)
        return bytes(held.data().data())

    def _paint(self, painter: QPainter) -> None:
        words = self.words
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if words.right_to_left
            else Qt.LayoutDirection.LeftToRight
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(_MAP, self.picture)
        painter.setPen(QPen(_INK, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_MAP)
        middle = Qt.AlignmentFlag.AlignHCenter
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        for top in (16, HEIGHT - 34):
            _write(painter, top, words.marking, middle, 12, bold=True)
        _write(painter, 44, words.title, leading, 13, bold=True)
        _write(painter, 46, words.made, trailing, 10)
        below = _MAP.bottom() + 8
        self._paint_scale(painter, below)
        self._paint_legend(painter, below + 34)
        for number, note in enumerate(words.notes):
            _write(painter, below + number * 15, note, trailing, 8)
        self._paint_north(painter)

    def _paint_scale(self, painter: QPainter, top: float) -> None:
        metres, long = scale_bar(self.metres_per_unit, 220)
        scale = _rounded(self.metres_per_unit * 1000 * _MM)
        painter.setPen(QPen(_INK, 1.5))
        rtl = self.words.right_to_left
        left = WIDTH - _EDGE - long if rtl else float(_EDGE)
        base = top + 12
        painter.drawLine(QPointF(left, base), QPointF(left + long, base))
        for part in (0.0, 0.5, 1.0):
            x = left + long * part
            painter.drawLine(QPointF(x, base - 6), QPointF(x, base))
        room = QRectF(_EDGE, top, WIDTH - 2 * _EDGE, 22)
        shift = -long - 10 if rtl else long + 10
        _put(painter, room.translated(shift, 0), self.words.scale(metres, scale), 9)

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        rtl = self.words.right_to_left
        metrics = QFontMetricsF(_font(9))
        at = 0.0
        for mark, words in zip(self.marks, self.words.legend, strict=True):
            wide = MARK + 4 + metrics.horizontalAdvance(words)
            if at + wide > WIDTH - 2 * _EDGE:
                at, top = 0.0, top + MARK + 2
            left = WIDTH - _EDGE - at - wide if rtl else _EDGE + at
            painter.drawImage(QRectF(left + wide - MARK if rtl else left, top, MARK, MARK), mark)
            start = left if rtl else left + MARK + 4
            _put(painter, QRectF(start, top, wide - MARK - 4, MARK), words, 9)
            at += wide + 14

    def _paint_north(self, painter: QPainter) -> None:
        x, top = _MAP.right() - 30, _MAP.top() + 14
        painter.setPen(QPen(_INK, 1.2))
        painter.setBrush(QColor(255, 255, 255, 220))
        painter.drawEllipse(QPointF(x, top + 22), 22, 30)
        painter.setBrush(_INK)
        arrow = [(0, -2), (8, 30), (0, 24), (-8, 30)]
        painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in arrow]))
        box = QRectF(x - 22, top + 30, 44, 16)
        painter.setFont(_font(9, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words.north)


class SheetMaker(QObject):
    """Paints the map of a sheet once its tiles are there; the window goes on meanwhile.

    Args:
        pack: the map.
        camera: the view; the sheet shows all of it.
        found: reports on the map.
        grid: whether the military grid lies over it.

    Signals:
        ready: `finished` may be called.
    """

    ready = Signal()

    def __init__(
        self, pack: MapPack, camera: Camera, found: tuple[Sighting, ...], *, grid: bool
    ) -> None:
        super().__init__()
        self._shrunk = max(camera.width / _MAP.width(), camera.height / _MAP.height())
        wide, high = round(_MAP.width() * self._shrunk), round(_MAP.height() * self._shrunk)
        self.camera = camera.sized(wide, high)
        self._found, self._grid = found, grid
        self._done = False
        self._painting = MapPainting(pack, drawing_pool(), self)
        self._overlay = Overlay(drawing_pool(), self)
        self._overlay.show_sightings(found)
        self._painting.arrived.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._overlay.gathered.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._go_on()

    @property
    def is_ready(self) -> bool:
        """Whether everything of the view is there."""
        return self._done

    def shown(self) -> tuple[Sighting, ...]:
        """The reports inside the map's edges."""
        camera, kept = self.camera, []
        for one in self._found:
            x, y = camera.to_screen(one.x, one.y)
            if 0 <= x <= camera.width and 0 <= y <= camera.height:
                kept.append(one)
        return tuple(kept)

    def finished(self, samples: Sequence[Sighting], words: SheetWords) -> Sheet:
        """The sheet; ``samples`` are painted beside the words of its legend."""
        badges = Badges(LIGHT, SHARP * 2.0, QFont())
        marks = [badges.single(one).toImage() for one in samples]
        metres = self.camera.metres_per_pixel() * self._shrunk
        return Sheet(self._painted(), marks, words, metres)

    def _go_on(self) -> None:
        if self._done:
            return
        self._painted()
        if not self._painting.waiting and not self._overlay.waiting:
            self._done = True
            self.ready.emit()

    def _painted(self) -> QImage:
        camera = self.camera
        image = QImage(camera.width * SHARP, camera.height * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        every = self._overlay.sightings
        with QPainter(image) as painter:
            self._painting.tiles(painter, camera, LIGHT, SHARP)
            if self._grid:
                self._painting.grid(painter, camera)
            gathered = self._overlay.at(camera.zoom) if every else None
            seen = [] if gathered is None else list(gathered.seen(camera))
            self._painting.names(painter, camera, gathered)
            self._painting.squares(painter, camera, seen, every)
            self._painting.marks(painter, camera, seen, every)
        image.setDevicePixelRatio(1)
        return image


def _rounded(scale: float) -> int:
    """Two digits that count: paper and printers are no more exact."""
    power: int = 10 ** max(math.floor(math.log10(scale)) - 1, 0)
    return round(scale / power) * power


def _write(
    painter: QPainter,
    top: float,
    text: str,
    side: Qt.AlignmentFlag,
    points: int,
    *,
    bold: bool = False,
) -> None:
    painter.setPen(_INK)
    painter.setFont(_font(points, bold=bold))
    painter.drawText(QRectF(_EDGE, top, WIDTH - 2 * _EDGE, 26), side, text)


def _put(painter: QPainter, box: QRectF, text: str, points: int) -> None:
    painter.setPen(_INK)
    painter.setFont(_font(points))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)


def _font(points: int, *, bold: bool = False) -> QFont:
    font = QFont()
    # Units of the sheet, whatever the device's own resolution is.
    font.setPixelSize(round(points * 96 / 72))
    font.setBold(bold)
    return font
