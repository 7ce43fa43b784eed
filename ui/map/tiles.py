"""Pieces of the map as pictures, painted on threads of their own and kept while there is room."""

import struct
import sys
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from ui.map import pack
from ui.map.pack import Level, MapPack, MapPackRefused, Shape
from ui.map.projection import TILE
from ui.theme.tokens import MapColours

THREADS: Final = 2
"""Enough to keep up with panning on a weak laptop, and the window keeps its own core."""
MOST_BYTES: Final = 48 * 1024 * 1024
"""Pictures kept: about six windows full."""
_KEPT_LAYERS = 96
"""Unpacked layers of cells kept for the next tiles."""
_UNITS_FROM = 6
"""Zoom from which first-level units are drawn."""
_RIVER_RANKS = {2: 6, 3: 14, 4: 30, 5: 60}
"""How many of the largest rivers a zoom shows; all from 6 on."""


class TileId(NamedTuple):
    """One tile: zoom, column, row, and its picture's pixels per point."""

    zoom: int
    x: int
    y: int
    ratio: float


class Tiles(QObject):
    """Hands out tiles that are there, and has the others painted.

    Args:
        source: the pack.
        pool: where they are painted; none is waited for.

    Signals:
        arrived: tiles that were asked for are there now.
    """

    arrived = Signal()

    def __init__(self, source: MapPack, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._artist = _Artist(source)
        self._pool = pool
        self._colours: MapColours | None = None
        self._kept: OrderedDict[TileId, QImage] = OrderedDict()
        self._bytes = 0
        self._asked: dict[TileId, _Job] = {}
        self._order = 0
        self._post = _Post()
        self._post.made.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def use_colours(self, colours: MapColours) -> None:
        """Forgets every tile when the colours are others than before."""
        if colours is not self._colours:
            self._colours = colours
            self._kept.clear()
            self._bytes = 0
            self.want(())

    def there(self, tile: TileId) -> QImage | None:
        """The picture, if it is painted; kept longest from now on."""
        found = self._kept.get(tile)
        if found is not None:
            self._kept.move_to_end(tile)
        return found

    def want(self, tiles: Sequence[TileId]) -> None:
        """Has these painted, the first one first; what was asked before and is not here is off."""
        wanted = set(tiles)
        for tile in [tile for tile in self._asked if tile not in wanted]:
            self._asked.pop(tile).off = True
        colours = self._colours
        if colours is None:
            return
        for tile in tiles:
            if tile in self._kept or tile in self._asked:
                continue
            self._order -= 1
            job = _Job(self._post, self._artist, tile, colours)
            self._asked[tile] = job
            self._pool.start(job, self._order)

    @property
    def waiting(self) -> int:
        """How many tiles are being painted."""
        return len(self._asked)

    def _arrive(self, job: "_Job", tile: TileId, picture: QImage) -> None:
        if self._asked.get(tile) is not job:
            return
        del self._asked[tile]
        self._kept[tile] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        self.arrived.emit()


class _Post(QObject):
    """Brings pictures home; it belongs to the jobs, too, so that it outlives the window."""

    made = Signal(object, object, object)


class _Job(QRunnable):
    def __init__(self, post: _Post, artist: "_Artist", tile: TileId, colours: MapColours) -> None:
        super().__init__()
        self.off = False
        self._post, self._artist, self._tile, self._colours = post, artist, tile, colours

    def run(self) -> None:
        if self.off:
            return
        picture = self._artist.painted(self._tile, self._colours)
        if not self.off:
            self._post.made.emit(self, self._tile, picture)


@dataclass(frozen=True)
class _Strokes:
    """Pens for one zoom."""

    river: QPen
    unit: QPen
    coast: QPen
    border: QPen
    disputed: QPen


class _Artist:
    """Paints tiles; used by several threads at once."""

    def __init__(self, source: MapPack) -> None:
        self._source = source
        self._layers: OrderedDict[tuple[int, int, int, int], tuple[tuple[int, QPolygonF], ...]] = (
            OrderedDict()
        )

    def painted(self, tile: TileId, colours: MapColours) -> QImage:
        """The picture of one tile; plain sea where the pack cannot be read."""
        side = round(TILE * tile.ratio)
        picture = QImage(side, side, QImage.Format.Format_RGB32)
        picture.fill(QColor(colours.sea))
        level = self._source.level_for(tile.zoom)
        shift = tile.zoom - level.cells
        cell = tile.x >> shift, tile.y >> shift
        step = TILE * tile.ratio * (1 << shift) / level.extent
        away = TILE * tile.ratio
        with QPainter(picture) as painter:
            painter.setTransform(
                QTransform.fromTranslate(
                    (cell[0] * (1 << shift) - tile.x) * away,
                    (cell[1] * (1 << shift) - tile.y) * away,
                ).scale(step, step)
            )
            with suppress(MapPackRefused):
                self._paint(painter, level, cell, tile, colours)
        picture.setDevicePixelRatio(tile.ratio)
        return picture

    def _paint(
        self,
        painter: QPainter,
        level: Level,
        cell: tuple[int, int],
        tile: TileId,
        colours: MapColours,
    ) -> None:
        pens = _strokes(tile, colours)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.land))
        # Without smoothing neighbours meet without a gap; coasts are smoothed by their lines.
        for _, ring in self._layer(level, cell, pack.AREA):
            painter.drawPolygon(ring)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.lake))
        painter.setPen(pens.coast)
        for _, ring in self._layer(level, cell, pack.LAKE):
            painter.drawPolygon(ring)
        painter.setPen(pens.river)
        most = _RIVER_RANKS.get(tile.zoom, 100)
        for rank, line in self._layer(level, cell, pack.RIVER):
            if rank < most:
                painter.drawPolyline(line)
        layers = [(pack.COAST, pens.coast), (pack.BORDER, pens.border)]
        if tile.zoom >= _UNITS_FROM:
            layers.insert(0, (pack.ADMIN, pens.unit))
        for layer, pen in (*layers, (pack.DASHED, pens.disputed)):
            painter.setPen(pen)
            for _, line in self._layer(level, cell, layer):
                painter.drawPolyline(line)

    def _layer(
        self, level: Level, cell: tuple[int, int], layer: int
    ) -> tuple[tuple[int, QPolygonF], ...]:
        key = (level.n, *cell, layer)
        found = self._layers.get(key)
        if found is None:
            found = tuple(
                (shape.tag, _polygon(shape)) for shape in self._source.shapes(level, *cell, layer)
            )
            self._layers[key] = found
            if len(self._layers) > _KEPT_LAYERS:
                self._layers.popitem(last=False)
        return found


def _strokes(tile: TileId, colours: MapColours) -> _Strokes:
    near = tile.zoom >= 7
    line = Qt.PenStyle.SolidLine

    def pen(colour: str, width: float, style: Qt.PenStyle = line) -> QPen:
        made = QPen(QColor(colour), width * tile.ratio, style)
        made.setCosmetic(True)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return made

    disputed = pen(colours.disputed, 1.6 if near else 1.3)
    disputed.setDashPattern([5, 3])
    unit = pen(colours.unit, 1.0)
    unit.setDashPattern([6, 3, 1.5, 3])
    return _Strokes(
        river=pen(colours.river, 1.4 if near else 1.0),
        unit=unit,
        coast=pen(colours.coast, 1.0),
        border=pen(colours.border, 1.6 if near else 1.2),
        disputed=disputed,
    )


def _polygon(shape: Shape) -> QPolygonF:
    """The points as Qt keeps them, copied as one block; one at a time takes far longer."""
    numbers = array("d", shape.points)
    if sys.byteorder == "little":
        numbers.byteswap()
    held = QByteArray(struct.pack(">I", len(numbers) // 2) + numbers.tobytes())
    polygon = QPolygonF()
    QDataStream(held) >> polygon
    return polygon
