"""Paints the layers of a map into a widget: what is costly is painted once and kept."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from fieldapp.store.arcs import Arc
from ui.map.badges import MARK, Badges, badge_side, name_words
from ui.map.bands import paint_band, paint_closed
from ui.map.clusters import Cluster
from ui.map.grid_layer import paint_grid
from ui.map.model import Sighting
from ui.map.names import Box, Names, Placed
from ui.map.overlay import Gathered, tile_span
from ui.map.pack import MapPack, Name
from ui.map.projection import TILE, Camera
from ui.map.tiles import TileId, Tiles
from ui.theme.tokens import Tokens, current_tokens

_NEW_NAMES: Final = 4
"""Names painted anew in one frame; the others follow in the next ones."""
_LEAST_SQUARE: Final = 14
"""Pixels below which a square is drawn as a small mark of the same shape."""


class MapPainting(QObject):
    """The painter's memory of one map.

    Signals:
        arrived: something more can be painted.
    """

    arrived = Signal()

    def __init__(self, pack: MapPack, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._tiles = Tiles(pack, pool, self)
        self._tiles.arrived.connect(self.arrived)
        self._names = Names(pack, self._size)
        self._placed: tuple[Placed, ...] = ()
        self._placed_for: tuple[object, ...] = ()
        self._placed_at = (0.0, 0.0)
        self._badges = Badges(current_tokens(), 1.0, QFont())
        self._sizes: dict[tuple[str, str], tuple[float, float]] = {}
        self._pictures: dict[int, tuple[Cluster, QPixmap | None, float]] = {}

    @property
    def waiting(self) -> int:
        """How many tiles are being painted."""
        return self._tiles.waiting

    def tiles(self, painter: QPainter, camera: Camera, tokens: Tokens, ratio: float) -> None:
        """The ground; a tile that is not there yet is shown enlarged from a coarser one."""
        if self._badges.tokens is not tokens or self._badges.ratio != ratio:
            self._badges = Badges(tokens, ratio, painter.font())
            self._sizes.clear()
            self._pictures.clear()
        self._tiles.use_colours(tokens.chart)
        missing = []
        across, down = tile_span(camera)
        if camera.scale < max(camera.width, camera.height):
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), QColor(tokens.chart.sea))
        left, top = round(camera.left), round(camera.top)
        for x in across:
            for y in down:
                tile = TileId(camera.zoom, x, y, ratio)
                place = QRectF(x * TILE - left, y * TILE - top, TILE, TILE)
                picture = self._tiles.there(tile)
                if picture is not None:
                    painter.drawImage(place.topLeft(), picture)
                else:
                    missing.append(tile)
                    painter.fillRect(place, QColor(tokens.chart.sea))
                    self._instead(painter, tile, place)
        middle = camera.x * (1 << camera.zoom), camera.y * (1 << camera.zoom)
        missing.sort(key=lambda t: (t.x + 0.5 - middle[0]) ** 2 + (t.y + 0.5 - middle[1]) ** 2)
        self._tiles.want(missing)

    def names(
        self,
        painter: QPainter,
        camera: Camera,
        gathered: Gathered | None,
    ) -> None:
        """Names where there is room beside the badges."""
        key = (camera.zoom, camera.width, camera.height, gathered, self._badges)
        x, y = camera.x * camera.scale, camera.y * camera.scale
        far = (
            abs(x - self._placed_at[0]) > camera.width / 2
            or abs(y - self._placed_at[1]) > camera.height / 2
        )
        if key != self._placed_for or far:
            self._placed_for, self._placed_at = key, (x, y)
            around = (
                [] if gathered is None else gathered.seen(camera, max(camera.width, camera.height))
            )
            self._placed = self._names.placed(camera, [_box(one, camera.scale) for one in around])
        fresh = 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._badges.tokens
        painter.setBrush(QColor(tokens.chart.label))
        left, top = round(camera.left), round(camera.top)
        for one in self._placed:
            px, py = one.x - left, one.y - top
            if not (-300 < px < camera.width and -40 < py < camera.height):
                continue
            fresh += not self._badges.known_name(one.name.text, one.name.kind)
            if fresh > _NEW_NAMES:
                self.arrived.emit()
                break
            if one.dot is not None:
                size = 2.6 if one.name.kind == "capital" else 1.8
                painter.drawEllipse(QPointF(one.dot[0] - left, one.dot[1] - top), size, size)
            painter.drawPixmap(
                QPointF(round(px), round(py)), self._badges.name(one.name.text, one.name.kind)
            )

    def grid(self, painter: QPainter, camera: Camera) -> None:
        """The military grid."""
        paint_grid(painter, camera, self._badges)

    def squares(
        self,
        painter: QPainter,
        camera: Camera,
        seen: Sequence[Cluster],
        every: Sequence[Sighting],
    ) -> None:
        """Reports of low precision, each as large as its square on the ground; arcs; closed areas.

        Those that were gathered into a badge with others follow when the view comes closer.
        """
        edge = QColor(self._badges.tokens.chart.coarse)
        tint = QColor(edge)
        tint.setAlphaF(0.16)
        for cluster in seen:
            for number in cluster.members[:1] if cluster.same else ():
                one = every[number]
                box = square_box(one, camera)
                if one.row.arc is not None and _reach(one.row.arc, camera) >= _LEAST_SQUARE:
                    paint_band(painter, camera, one.row.arc, self._badges.tokens)
                if one.closed:
                    paint_closed(painter, camera, box, self._badges.tokens)
                elif one.row.square and one.coarse and box.width() >= _LEAST_SQUARE:
                    painter.setPen(QPen(edge, 1.5))
                    painter.setBrush(tint)
                    painter.drawRect(box)

    def marks(
        self,
        painter: QPainter,
        camera: Camera,
        seen: Sequence[Cluster],
        every: Sequence[Sighting],
    ) -> None:
        """Badges of clusters, and single reports."""
        scale, left, top = camera.scale, camera.left, camera.top
        for cluster in seen:
            kept = self._pictures.get(cluster.members[0])
            if kept is None or kept[0] is not cluster:
                kept = self._pictures[cluster.members[0]] = self._picture(cluster, camera, every)
            _, picture, half = kept
            if picture is not None:
                x, y = cluster.x * scale - left - half, cluster.y * scale - top - half
                painter.drawPixmap(round(x), round(y), picture)

    def _picture(
        self, cluster: Cluster, camera: Camera, every: Sequence[Sighting]
    ) -> tuple[Cluster, QPixmap | None, float]:
        """The mark of a cluster and half its side; none where its square says it all."""
        count = len(cluster.members)
        if count > 1:
            picture = self._badges.cluster(count, urgent=cluster.flagged)
            return cluster, picture, badge_side(count) / 2
        one = every[cluster.members[0]]
        arc = one.row.arc
        if not one.row.square:
            large = arc is not None and _reach(arc, camera) >= _LEAST_SQUARE
        else:
            large = one.coarse and square_box(one, camera).width() >= _LEAST_SQUARE
        if large or one.closed:
            return cluster, None, 0.0
        return cluster, self._badges.single(one), MARK / 2

    def _instead(self, painter: QPainter, tile: TileId, place: QRectF) -> None:
        for up in (1, 2, 3):
            coarser = TileId(tile.zoom - up, tile.x >> up, tile.y >> up, tile.ratio)
            picture = self._tiles.there(coarser)
            if picture is None:
                continue
            side = picture.width() / (1 << up)
            part = QRectF(
                (tile.x - (coarser.x << up)) * side, (tile.y - (coarser.y << up)) * side, side, side
            )
            painter.drawImage(place, picture, part)
            return

    def _size(self, name: Name) -> tuple[float, float]:
        key = name.text, name.kind
        found = self._sizes.get(key)
        if found is None:
            metrics = QFontMetricsF(self._badges.font_of(name.kind))
            words = name_words(name.text, name.kind)
            found = metrics.horizontalAdvance(words) + 5, metrics.height() + 1
            self._sizes[key] = found
        return found


def square_box(one: Sighting, camera: Camera) -> QRectF:
    """A report's grid square in pixels of the widget, at its true size."""
    x, y = camera.to_screen(one.x, one.y)
    side = one.side * camera.scale
    return QRectF(x - side / 2, y - side / 2, side, side)


def _reach(arc: Arc, camera: Camera) -> float:
    """Pixels from an observer to the far edge of the band."""
    return arc.far / camera.metres_per_pixel()


def _box(cluster: Cluster, scale: int) -> Box:
    half = (MARK if len(cluster.members) == 1 else badge_side(len(cluster.members))) / 2
    x, y = cluster.x * scale, cluster.y * scale
    return x - half, y - half, x + half, y + half
