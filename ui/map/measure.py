"""Measuring on the map: legs between pressed places, their length, bearing and sum."""

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from fieldapp.notation.bearings import Way, destination, to_mils, way
from fieldapp.notation.latlon import E7, LatLon
from ui.i18n import tr
from ui.map.projection import Camera, to_world
from ui.theme.tokens import current_tokens

_PIECE_M: Final = 100_000
_MOST_PIECES: Final = 60
"""A long leg is drawn in pieces that bend with the earth."""


class Leg(NamedTuple):
    """What there is to say of a leg, in the language of the moment."""

    length: str
    grid: str
    true: str


class MeasureTool(QObject):
    """Places in the order in which they were pressed.

    Signals:
        changed: places were added or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: list[LatLon] = []

    @property
    def places(self) -> tuple[LatLon, ...]:
        """What was pressed so far."""
        return tuple(self._places)

    def press(self, place: LatLon) -> None:
        if not self._places or self._places[-1] != place:
            self._places.append(place)
            self.changed.emit()

    def back(self) -> None:
        if self._places:
            self._places.pop()
            self.changed.emit()

    def clear(self) -> None:
        """Takes every place back."""
        self._places.clear()
        self.changed.emit()

    def total(self, aim: LatLon | None = None) -> float:
        """Metres along all legs, with the one to ``aim`` if it is given."""
        ends = [*self._places, *([] if aim is None else [aim])]
        return sum(way(a, b).metres for a, b in pairwise(ends))

    def paint(self, painter: QPainter, camera: Camera, aim: LatLon) -> None:
        tokens = current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for a, b in pairwise(self._places):
            _paint_leg(painter, camera, a, b, Qt.PenStyle.SolidLine)
        if self._places:
            _paint_leg(painter, camera, self._places[-1], aim, Qt.PenStyle.DashLine)
        painter.setBrush(QColor(tokens.chart.land))
        painter.setPen(QPen(QColor(tokens.text), 2))
        for place in self._places:
            painter.drawEllipse(on_screen(camera, place), 4.5, 4.5)


def on_screen(camera: Camera, place: LatLon) -> QPointF:
    """A place in pixels of the view."""
    return QPointF(*camera.to_screen(*to_world(place.lat_e7 / E7, place.lon_e7 / E7)))


def leg_words(found: Way) -> Leg:
    """A leg in words: bearings from grid and from true north, in degrees and in mils."""
    return Leg(
        length_words(found.metres),
        tr("Map", "Grid {bearing}", bearing=bearing_words(found.grid)),
        tr("Map", "True {bearing}", bearing=bearing_words(found.true)),
    )


def length_words(metres: float) -> str:
    """``640 m``, ``3.42 km``, ``34.2 km`` or ``342 km``."""
    if round(metres) < 1000:
        return tr("Map", "{n} m", n=round(metres))
    km = metres / 1000
    return tr("Map", "{n} km", n=f"{km:.{2 if km < 10 else 1 if km < 100 else 0}f}")


def bearing_words(degrees: float) -> str:
    """``047° (0836 mils)``, whole degrees and mils."""
    return tr(
        "Map",
        "{degrees} ({mils} mils)",
        degrees=f"{round(degrees) % 360:03}°",
        mils=f"{round(to_mils(degrees)) % 6400:04}",
    )


def _paint_leg(
    painter: QPainter, camera: Camera, start: LatLon, end: LatLon, style: Qt.PenStyle
) -> None:
    line = QPolygonF([on_screen(camera, place) for place in _bent(start, end)])
    tokens = current_tokens()
    for colour, width, pen in (
        (tokens.chart.land, 5.0, Qt.PenStyle.SolidLine),
        (tokens.text, 2.0, style),
    ):
        painter.setPen(QPen(QColor(colour), width, pen))
        painter.drawPolyline(line)


def _bent(start: LatLon, end: LatLon) -> list[LatLon]:
    found = way(start, end)
    pieces = min(int(found.metres // _PIECE_M) + 1, _MOST_PIECES)
    between = [destination(start, found.true, found.metres * n / pieces) for n in range(1, pieces)]
    return [start, *between, end]
