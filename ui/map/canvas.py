"""The ground of every map: moved by mouse and by keys alone, with the military grid and a tool."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.notation.latlon import LatLon
from ui.map.chrome import MapButtons, paint_chrome
from ui.map.graticule import place_at
from ui.map.overlay import drawing_pool
from ui.map.pack import MapPack
from ui.map.painting import MapPainting
from ui.map.projection import Camera
from ui.map.readout import Readout, paint_crosshair
from ui.theme.tokens import GAP_M, GAP_S, current_tokens

_KEY_STEP: Final = 96
_FINE_STEP: Final = 8
"""Pixels that an arrow key moves the map, alone and with Shift."""
_WHEEL_STEP: Final = 120
_CLICK: Final = 5
"""Pixels a pressed mouse may stray and still click."""
_ABOVE_BAR: Final = 30
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapTool(Protocol):
    """What a person does with the map besides looking: measuring, picking."""

    def press(self, place: LatLon) -> None:
        """A place was clicked, or Enter pressed with the crosshair there."""

    def back(self) -> None:
        """Takes the last press back."""

    def paint(self, painter: QPainter, camera: Camera, aim: LatLon) -> None:
        """Draws over everything else; ``aim`` is where the next press would be."""


class MapCanvas(QWidget):
    """Shows the world.

    Args:
        pack: the map.
        compact: small, beside something else: no buttons, no grid, and tabbing goes past it.

    Signals:
        fit_wanted: the person wants to see all.
        grid_switched: the military grid is shown now, or no more.
        aimed: the place that a press would mean is another one.
        left: Escape, while a tool is in use.
    """

    fit_wanted = Signal()
    grid_switched = Signal(bool)
    aimed = Signal()
    left = Signal()

    def __init__(self, pack: MapPack, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self._camera = Camera()
        self._painting = MapPainting(pack, drawing_pool(), self)
        self._tool: MapTool | None = None
        self._pointer: QPoint | None = None
        self._pressed: QPoint | None = None
        self._dragging = False
        self._last = QPoint()
        self._wheel = 0
        self._buttons = MapButtons(self)
        self._buttons.setVisible(not compact)
        self._readout = Readout(self)
        self._readout.setVisible(not compact)
        self.setObjectName("map")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if compact else Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 180)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painting.arrived.connect(self.update)
        self._buttons.zoomed.connect(self._zoom_by)
        self._buttons.fitted.connect(self.fit_wanted)
        self._buttons.grid.toggled.connect(self._switch_grid)
        self._readout.clicked.connect(self.copy_grid)

    @property
    def camera(self) -> Camera:
        """What part of the world is seen."""
        return self._camera

    @property
    def busy(self) -> bool:
        """Whether something of this view is still being made."""
        return self._painting.waiting > 0

    @property
    def grid_shown(self) -> bool:
        """Whether the military grid lies over the map."""
        return self._buttons.grid.isChecked()

    @property
    def aim(self) -> LatLon:
        """The place under the pointer; under the crosshair in the middle while keys are used."""
        at = self._aim_pixel()
        return place_at(self._camera, at.x(), at.y())

    @property
    def tools(self) -> MapButtons:
        """The buttons on the map."""
        return self._buttons

    def show_grid(self, shown: bool) -> None:
        """Lays the military grid over the map or takes it away."""
        self._buttons.grid.setChecked(shown)

    def use_tool(self, tool: MapTool | None) -> None:
        """Gives clicks, Enter and Escape to a tool; None gives them back to the map."""
        self._tool = tool
        self.setCursor(self._idle_cursor())
        self._re_aim()

    def look(self, camera: Camera) -> None:
        """Shows another part of the world; only its centre and zoom are taken."""
        self._camera = camera.sized(self.width(), self.height())
        self._re_aim()

    def copy_grid(self) -> None:
        """Puts the grid of the aim on the clipboard."""
        if self._readout.grid:
            QGuiApplication.clipboard().setText(self._readout.grid)
            self._readout.say_copied()

    def translated(self) -> None:
        """Sets every text again."""
        self._buttons.translated()
        self._readout.translated()
        self._place_buttons()
        self.update()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            self._painting.tiles(painter, self._camera, tokens, self.devicePixelRatioF())
            if self.grid_shown and not self._compact:
                self._painting.grid(painter, self._camera)
            self._paint_reports(painter)
            if self._tool is not None:
                self._tool.paint(painter, self._camera, self.aim)
            if self._pointer is None and self.hasFocus() and not self._compact:
                paint_crosshair(painter, self._aim_pixel())
            paint_chrome(painter, self._camera, self, compact=self._compact)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            focused = self.hasFocus()
            painter.setPen(
                QPen(QColor(tokens.focus if focused else tokens.line), 3 if focused else 1)
            )
            edge = 1 if focused else 0
            painter.drawRect(self.rect().adjusted(edge, edge, -edge - 1, -edge - 1))

    def _paint_reports(self, painter: QPainter) -> None:
        """What lies on the ground; here the names of places alone."""
        self._painting.names(painter, self._camera, None)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self._pointer = event.position().toPoint()
        if self._pressed is None:
            self.setCursor(self._cursor_at(here))
            self._re_aim()
            return
        if (here - self._pressed).manhattanLength() > _CLICK and not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._move(self._last.x() - here.x(), self._last.y() - here.y())
            self._last = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        clicked = self._pressed is not None and not self._dragging
        self._pressed, self._dragging = None, False
        self.setCursor(self._idle_cursor())
        if not clicked:
            return
        if self._tool is None:
            self._click(here)
        else:
            self._pointer = here
            self._tool.press(self.aim)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._tool is None and self._is_ground(event.position().toPoint()):
            self._zoom_by(1, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self._zoom_by(steps, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._re_aim()

    def _click(self, here: QPoint) -> None:
        """The map was clicked while no tool is in use."""

    def _is_ground(self, here: QPoint) -> bool:
        """Whether nothing that can be clicked is there."""
        return True

    def _cursor_at(self, here: QPoint) -> Qt.CursorShape:
        return self._idle_cursor()

    def _idle_cursor(self) -> Qt.CursorShape:
        free = self._tool is None
        return Qt.CursorShape.OpenHandCursor if free else Qt.CursorShape.CrossCursor

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        work = self._keys()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_grid()
        elif key in _ARROWS:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = _FINE_STEP if fine else _KEY_STEP
            self._pointer = None
            self._move(_ARROWS[key][0] * step, _ARROWS[key][1] * step)
        elif key in work:
            work[key]()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[int, Callable[[], object]]:
        """What keys do besides moving the map."""
        work: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self._zoom_by_key(1),
            Qt.Key.Key_Equal: lambda: self._zoom_by_key(1),
            Qt.Key.Key_Minus: lambda: self._zoom_by_key(-1),
            Qt.Key.Key_0: self.fit_wanted.emit,
            Qt.Key.Key_Home: self.fit_wanted.emit,
            Qt.Key.Key_C: self.copy_grid,
        } | self._buttons.keys()
        tool = self._tool
        if tool is not None:
            press: Callable[[], None] = lambda: tool.press(self.aim)  # noqa: E731
            work |= {
                Qt.Key.Key_Return: press,
                Qt.Key.Key_Enter: press,
                Qt.Key.Key_Space: press,
                Qt.Key.Key_Backspace: tool.back,
                Qt.Key.Key_Escape: self.left.emit,
            }
        return work

    # -- both

    def _aim_pixel(self) -> QPointF:
        if self._pointer is not None:
            return QPointF(self._pointer)
        return QPointF(self.width() / 2, self.height() / 2)

    def _re_aim(self) -> None:
        if not self._compact:
            self._readout.show_place(self.aim, self._camera.metres_per_pixel())
            self.aimed.emit()
        self.update()

    def _switch_grid(self, shown: bool) -> None:
        self.grid_switched.emit(shown)
        self.update()

    def _zoom_by_key(self, steps: int) -> None:
        self._pointer = None
        self._zoom_by(steps)

    def _zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        px, py = (None, None) if at is None else (at.x(), at.y())
        self.look(self._camera.zoomed(self._camera.zoom + steps, px, py))

    def _move(self, dx: float, dy: float) -> None:
        self.look(self._camera.moved(dx, dy))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look(self._camera)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_readout"):
            return
        if event.type() is QEvent.Type.PaletteChange:
            self._buttons.restyle()
            self._readout.restyle()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_buttons()

    def _place_buttons(self) -> None:
        size, small = self._buttons.sizeHint(), self._readout.sizeHint()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = GAP_M if rtl else self.width() - size.width() - GAP_M
        self._buttons.setGeometry(left, GAP_M, size.width(), size.height())
        left = self.width() - small.width() - GAP_S if rtl else GAP_S
        top = self.height() - _ABOVE_BAR - GAP_S - small.height()
        self._readout.setGeometry(left, top, small.width(), small.height())
