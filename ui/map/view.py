"""The map with reports on it, chosen by mouse and by keys alone."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from fieldapp.units import EventId
from ui.i18n import tr, tr_count
from ui.map.badges import MARK, badge_side
from ui.map.canvas import MapCanvas
from ui.map.clusters import Cluster
from ui.map.model import Sighting
from ui.map.overlay import Gathered, Overlay, drawing_pool
from ui.map.pack import MapPack
from ui.map.projection import MAX_ZOOM, Camera
from ui.theme.tokens import current_tokens

_CLEAR: Final = 40


class MapView(MapCanvas):
    """Shows sightings on the world.

    Args:
        pack: the map.
        compact: small, beside something else: no buttons, and tabbing goes past it.

    Signals:
        picked: a tuple of sightings the person chose; several when they share one place.
        opened: id of the report to open.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, pack: MapPack, *, compact: bool = False) -> None:
        super().__init__(pack, compact=compact)
        self._overlay = Overlay(drawing_pool(), self)
        self._selected: EventId | None = None
        self._at: Cluster | None = None
        self._overlay.gathered.connect(self.update)
        self.translated()

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """The reports that are shown."""
        return self._overlay.sightings

    @property
    def selected(self) -> EventId | None:
        """The report that is marked."""
        return self._selected

    @property
    def busy(self) -> bool:
        """Whether tiles or clusters of this view are still being made."""
        return self._overlay.waiting or super().busy

    def show_sightings(self, found: tuple[Sighting, ...]) -> None:
        """Replaces what is shown; the view stays, and the marked report if it is among them."""
        self._overlay.show_sightings(found)
        self._at = None
        if all(one.row.id != self._selected for one in found):
            self._selected = None
        self.translated()
        self.update()

    def look(self, camera: Camera) -> None:
        if camera.zoom != self._camera.zoom:
            self._at = None
        super().look(camera)

    def select(self, report: EventId | None) -> None:
        """Marks a report."""
        self._selected = report
        self._at = None
        self.update()

    def keep_clear(self, box: QRect) -> None:
        """Moves the map when the marked report lies under this part of the widget."""
        chosen = self._chosen(self.seen())
        if chosen is None:
            return
        x, y = self._camera.to_screen(chosen.x, chosen.y)
        if box.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR).contains(QPoint(int(x), int(y))):
            rtl = box.center().x() > self.width() / 2
            self._move(x - (box.left() - _CLEAR if rtl else box.right() + _CLEAR), 0)

    def translated(self) -> None:
        count = len(self._overlay.sightings)
        self.setAccessibleName(tr("Map", "Map of reports"))
        text = tr_count(
            "Map",
            "1 report is shown. Tab goes to it, Enter opens.",
            "{count} reports are shown. Tab goes through them, Enter opens.",
            count,
        )
        self.setAccessibleDescription(tr("Map", "Place of the report") if self._compact else text)
        super().translated()

    def seen(self) -> list[Cluster]:
        """Clusters and single reports in the view, as tabbing goes: by rows, from the left."""
        gathered = self._gathered()
        found = [] if gathered is None else list(gathered.seen(self._camera, 0))
        side = self._camera.scale
        return sorted(found, key=lambda one: (int(one.y * side) // 64, one.x, one.members))

    def sightings_of(self, cluster: Cluster) -> tuple[Sighting, ...]:
        """The reports that a badge stands for, the newest first."""
        every = self._overlay.sightings
        return tuple(every[number] for number in reversed(cluster.members))

    # -- painting

    def _paint_reports(self, painter: QPainter) -> None:
        gathered = self._gathered()
        seen = [] if gathered is None else list(gathered.seen(self._camera))
        self._painting.names(painter, self._camera, gathered)
        self._painting.squares(painter, self._camera, seen, self._overlay.sightings)
        self._painting.marks(painter, self._camera, seen, self._overlay.sightings)
        self._paint_chosen(painter, seen)

    def _paint_chosen(self, painter: QPainter, seen: list[Cluster]) -> None:
        chosen = self._chosen(seen)
        if chosen is None:
            return
        x, y = self._camera.to_screen(chosen.x, chosen.y)
        side = MARK if len(chosen.members) == 1 else badge_side(len(chosen.members))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tokens = current_tokens()
        for colour, width in ((tokens.chart.land, 6), (tokens.text, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QPointF(x, y), side / 2 + 4, side / 2 + 4)

    def _chosen(self, seen: list[Cluster]) -> Cluster | None:
        if self._at is not None:
            return self._at if self._at in seen else None
        if self._selected is None:
            return None
        every = self._overlay.sightings
        return next(
            (one for one in seen if any(every[n].row.id == self._selected for n in one.members)),
            None,
        )

    def _gathered(self) -> Gathered | None:
        return self._overlay.at(self._camera.zoom) if self._overlay.sightings else None

    # -- mouse

    def _cursor_at(self, here: QPoint) -> Qt.CursorShape:
        if self._tool is None and self._hit(here) is not None:
            return Qt.CursorShape.PointingHandCursor
        return self._idle_cursor()

    def _is_ground(self, here: QPoint) -> bool:
        return self._hit(here) is None

    def _click(self, here: QPoint) -> None:
        hit = self._hit(here)
        if hit is not None:
            self._choose(hit)
        elif not self._compact:
            self._let_go()

    def _hit(self, here: QPoint) -> Cluster | None:
        gathered = self._gathered()
        for cluster in () if gathered is None else gathered.seen(self._camera):
            x, y = self._camera.to_screen(cluster.x, cluster.y)
            count = len(cluster.members)
            reach = max((MARK if count == 1 else badge_side(count)) / 2, 12.0)
            if (here.x() - x) ** 2 + (here.y() - y) ** 2 <= reach * reach:
                return cluster
        return None

    # -- keys

    def _keys(self) -> dict[int, Callable[[], object]]:
        own: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Escape: self._let_go,
        }
        return own | super()._keys()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Goes on to the next report that is seen; after the last one the focus moves on."""
        if self._compact or not self.hasFocus():
            return super().focusNextPrevChild(next)
        seen = self.seen()
        chosen = self._chosen(seen)
        place = seen.index(chosen) if chosen is not None else (-1 if next else len(seen))
        place += 1 if next else -1
        if not 0 <= place < len(seen):
            self._let_go()
            return super().focusNextPrevChild(next)
        self._at = seen[place]
        found = self.sightings_of(self._at)
        self._selected = found[0].row.id
        self.picked.emit(found if len(found) == 1 or self._at.same else ())
        self._say(found)
        self.update()
        return True

    def _let_go(self) -> None:
        self.select(None)
        self.picked.emit(())

    def _say(self, found: tuple[Sighting, ...]) -> None:
        text = found[0].row.ref
        if len(found) > 1:
            text = tr_count("Map", "1 report", "{count} reports", len(found))
        self.setAccessibleDescription(text)

    def _enter(self) -> None:
        chosen = self._chosen(self.seen())
        if chosen is None:
            return
        if len(chosen.members) == 1:
            self.opened.emit(self.sightings_of(chosen)[0].row.id)
        else:
            self._choose(chosen)

    # -- both

    def _choose(self, cluster: Cluster) -> None:
        found = self.sightings_of(cluster)
        if len(found) == 1 or cluster.same or self._camera.zoom == MAX_ZOOM:
            self._at = cluster
            self._selected = found[0].row.id
            self.picked.emit(found)
            self.update()
            return
        close = self._camera.fitted([(one.x, one.y) for one in found], deepest=MAX_ZOOM)
        zoom = max(self._camera.zoom + 1, min(close.zoom, self._camera.zoom + 3))
        self._let_go()
        self.look(self._camera.zoomed(zoom).at(cluster.x, cluster.y))
