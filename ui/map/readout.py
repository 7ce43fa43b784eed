"""The grid of the place that is pointed at: always on the map, copied by a click or a key."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from fieldapp.notation import grid
from fieldapp.notation.grid import GridRefused
from fieldapp.notation.latlon import LatLon
from ui.i18n import isolate, tr
from ui.icons import set_icon
from ui.map.chrome import map_button_sheet
from ui.map.graticule import digits_for
from ui.theme.tokens import GAP_M, current_tokens

_HIGH, _ICON = 28, 14
_WIDEST = "00W WW 00000 00000"
_ARM, _HOLE = 14, 4


def grid_words(place: LatLon, metres_per_pixel: float) -> str:
    """The grid of a place with as many digits as the scale justifies; empty near the poles."""
    digits = digits_for(metres_per_pixel)
    try:
        square = grid.from_lat_lon(place, max(digits, 2))
    except GridRefused:
        return ""
    return square.spaced if digits else f"{square.zone_band} {square.square}"


class Readout(QToolButton):
    """Says the grid of the aim; pressing it copies."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._copied = False
        self.grid = ""
        self.setObjectName("grid readout")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_ICON, _ICON))
        set_icon(self, "copy")
        self.translated()
        self.restyle()

    def show_place(self, place: LatLon, metres_per_pixel: float) -> None:
        """Shows the square that a pointer at this scale can mean."""
        words = grid_words(place, metres_per_pixel)
        if words != self.grid:
            self.grid, self._copied = words, False
            self._say()

    def say_copied(self) -> None:
        """The grid was copied; said until another one is pointed at."""
        self._copied = True
        self._say()

    def translated(self) -> None:
        """Sets every text again."""
        self.setToolTip(tr("Map", "Copy this grid (C)"))
        self._say()

    def restyle(self) -> None:
        """The colours changed."""
        sheet = map_button_sheet("padding: 0 6px;")
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = max((_WIDEST, tr("Map", "Copied")), key=metrics.horizontalAdvance)
        return QSize(metrics.horizontalAdvance(widest) + _ICON + 3 * GAP_M, _HIGH)

    def _say(self) -> None:
        here = isolate(self.grid) or tr("Map", "No grid here")
        text = tr("Map", "Copied") if self._copied else here
        self.setText(f" {text}")
        said = tr("Map", "Grid pointed at: {grid}", grid=self.grid) if self.grid else text
        self.setAccessibleName(text if self._copied else said)


def paint_crosshair(painter: QPainter, at: QPointF) -> None:
    """Marks the place that keys mean: four arms that leave the place itself free."""
    tokens = current_tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for colour, width in ((tokens.chart.land, 4), (tokens.text, 2)):
        painter.setPen(QPen(QColor(colour), width))
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near = at + QPointF(dx * _HOLE, dy * _HOLE)
            painter.drawLine(near, at + QPointF(dx * _ARM, dy * _ARM))
