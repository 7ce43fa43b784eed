"""Choosing a place on the map for a form: a square as large as the scale allows to point at."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen, QPolygonF, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldapp.notation import grid
from fieldapp.notation.grid import GridRefused, GridSquare
from fieldapp.notation.latlon import E7, LatLon
from ui.i18n import tr
from ui.map.canvas import MapCanvas
from ui.map.chrome import distance_words
from ui.map.graticule import digits_for
from ui.map.measure import on_screen
from ui.map.model import first_view
from ui.map.pack import MapPack, MapPackRefused, world_pack
from ui.map.projection import Camera, to_world, world_side
from ui.theme.panels import PageHeader
from ui.theme.tokens import GAP_S, current_tokens

_CLOSER = 3
"""Levels that a press goes closer where no square can be pointed at yet."""
_CLOSEST_START = 12
_DRAWN_WITHIN_M = 1000
"""Metres by which lines of a world map at 1:10 million are off."""


class PickTool(QObject):
    """Marks a square; pressing the marked square again takes it.

    Signals:
        changed: another square is marked, or none.
        taken: the marked square was pressed again.
        too_far: the scale allows no square; the place that was pressed.
    """

    changed = Signal()
    taken = Signal()
    too_far = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.square: GridSquare | None = None
        self.digits = 0

    def press(self, place: LatLon) -> None:
        if self.square is not None and _holds(self.square, place):
            self.taken.emit()
            return
        if not self.digits:
            self.too_far.emit(place)
            return
        try:
            self.mark(grid.from_lat_lon(place, self.digits))
        except GridRefused:
            self.mark(None)

    def back(self) -> None:
        self.mark(None)

    def mark(self, square: GridSquare | None) -> None:
        """Marks a square."""
        self.square = square
        self.changed.emit()

    def paint(self, painter: QPainter, camera: Camera, aim: LatLon) -> None:
        if self.square is None:
            return
        tokens = current_tokens()
        ring = QPolygonF([on_screen(camera, corner) for corner in self.square.corners])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(tokens.focus)
        tint.setAlphaF(0.3)
        painter.setBrush(tint)
        for colour, width in ((tokens.chart.land, 5), (tokens.focus, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPolygon(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        box = ring.boundingRect()
        if box.width() < 12:
            painter.drawEllipse(box.center(), 10, 10)


class PlacePicker(QWidget):
    """A map on which one square is chosen.

    Args:
        pack: the map.
        present: the square that the form has now; empty for none.
        base_square: where the mission is, to begin there without a present square.

    Signals:
        taken: canonical text of the chosen square.
        left: the person goes back without one.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, pack: MapPack, present: str, base_square: str | None) -> None:
        super().__init__()
        self.setObjectName("place picker")
        self._begun = False
        self._base_square = base_square
        self._canvas = MapCanvas(pack)
        self._canvas.tools.reword("all", lambda: tr("Map", "Back to where it began"))
        self._tool = PickTool(self)
        self._take = QPushButton()
        self._take.setObjectName("take square")
        self._take.setProperty("look", "primary")
        self._back = QPushButton()
        self._back.setObjectName("leave map")
        self._header = PageHeader("")
        self._header.add(self._back)
        self._header.add(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._header)
        column.addWidget(self._canvas, 1)
        self._connect()
        self._tool.mark(_square(present))
        self.translated()

    @property
    def canvas(self) -> MapCanvas:
        """The map."""
        return self._canvas

    def begin(self) -> None:
        """Shows where to begin, with the keyboard on the map."""
        self._canvas.show_grid(True)
        self._canvas.use_tool(self._tool)
        self._fit()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def translated(self) -> None:
        """Sets every text again."""
        self._take.setText(tr("Map", "Take this square"))
        self._back.setText(tr("Map", "Back to the form"))
        self._back.setToolTip(tr("Map", "Back to the form (Esc)"))
        self._canvas.setAccessibleName(tr("Map", "Map to choose a place on"))
        self._canvas.translated()
        self._say()

    def _connect(self) -> None:
        self._tool.changed.connect(self._say)
        self._tool.taken.connect(self._accept)
        self._tool.too_far.connect(self._go_closer)
        self._canvas.aimed.connect(self._re_aim)
        self._canvas.fit_wanted.connect(self._fit)
        self._canvas.left.connect(self.left)
        self._take.clicked.connect(self._accept)
        self._back.clicked.connect(self.left)
        keys = QShortcut(QKeySequence("Escape"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)

    def _fit(self) -> None:
        square, camera = self._tool.square, self._canvas.camera
        if square is None:
            self._canvas.look(first_view(camera, (), self._base_square))
            return
        lat, lon = square.centre.lat_e7 / E7, square.centre.lon_e7 / E7
        x, y = to_world(lat, lon)
        half = world_side(square.precision_m, lat)
        around = [(x - half, y - half), (x + half, y + half)]
        self._canvas.look(camera.fitted(around, deepest=_CLOSEST_START))

    def _re_aim(self) -> None:
        self._tool.digits = digits_for(self._canvas.camera.metres_per_pixel())
        if self._tool.square is None:
            self._say()

    def _go_closer(self, place: object) -> None:
        if isinstance(place, LatLon):
            camera = self._canvas.camera
            x, y = to_world(place.lat_e7 / E7, place.lon_e7 / E7)
            self._canvas.look(camera.zoomed(camera.zoom + _CLOSER).at(x, y))

    def _accept(self) -> None:
        if self._tool.square is not None:
            self.taken.emit(self._tool.square.text)

    def _say(self) -> None:
        square = self._tool.square
        if square is not None:
            side = distance_words(square.precision_m)
            text = tr("Map", "{grid}, a square of {side}.", grid=square.spaced, side=side)
            if square.precision_m <= _DRAWN_WITHIN_M:
                text += " " + tr(
                    "Map", "Lines on this map may be off by a kilometre; check with your own map."
                )
        elif self._tool.digits:
            side = distance_words(10 ** (5 - self._tool.digits // 2))
            text = tr(
                "Map",
                "Click a place, or move the cross with the arrow keys and press Enter. "
                "Here that means a square of {side}; go closer for a smaller one.",
                side=side,
            )
        else:
            text = tr("Map", "Go closer to choose a square: click, the wheel, or the + key.")
        self._header.set_texts(tr("Map", "Choose the place on the map"), text)
        self._canvas.setAccessibleDescription(text)
        self._take.setEnabled(square is not None)


def can_pick() -> bool:
    """Whether this installation has a map to choose on."""
    try:
        world_pack()
    except MapPackRefused:
        return False
    return True


def _square(text: str) -> GridSquare | None:
    try:
        return grid.parse(text)
    except GridRefused:
        return None


def _holds(square: GridSquare, place: LatLon) -> bool:
    try:
        return grid.from_lat_lon(place, square.digits).text == square.text
    except GridRefused:
        return False
