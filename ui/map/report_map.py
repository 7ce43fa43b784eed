"""A small map beside one report: where it was, with the land around."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.store.reads import ReportRow
from ui.i18n import tr
from ui.map.model import Sighting, sighting_of
from ui.map.pack import MapPackRefused, world_pack
from ui.map.view import MapView
from ui.theme.panels import text_label

_CLOSEST = 7
"""Zoom at which the next towns and the country are still in view."""


class ReportMap(QWidget):
    """Shows one report's place; empty words where it has no grid, nothing without room."""

    def __init__(self) -> None:
        super().__init__()
        self._row: ReportRow | None = None
        self._sighting: Sighting | None = None
        self._room = False
        self._view: MapView | None = None
        self._none = text_label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)
        self.translated()
        self.hide()

    @property
    def view(self) -> MapView | None:
        """The map, once it was needed."""
        return self._view

    def give_room(self, room: bool) -> None:
        """Whether there is room for a map."""
        if room != self._room:
            self._room = room
            self._fill()

    def show_report(self, row: ReportRow | None) -> None:
        """Centres on a report; None shows nothing."""
        before, self._row = self._sighting, row
        self._sighting = None if row is None else sighting_of(row)
        moved = before is None or self._sighting is None or before.row != self._sighting.row
        self._fill(moved=moved)

    def translated(self) -> None:
        """Sets every text again."""
        self._none.setText(tr("Map", "This report has no grid."))
        if self._view is not None:
            self._view.translated()

    def _fill(self, *, moved: bool = True) -> None:
        self.setVisible(self._room and self._row is not None)
        if not self._room or self._row is None:
            return
        one = self._sighting
        if one is not None and self._view is None:
            try:
                self._view = MapView(world_pack(), compact=True)
            except MapPackRefused:
                self._room = False
                self.hide()
                return
            self._view.fit_wanted.connect(self._fill)
            self._column.addWidget(self._view)
        self._none.setVisible(one is None)
        if self._view is None:
            return
        self._view.setVisible(one is not None)
        if one is not None and moved:
            self._view.show_sightings((one,))
            half = one.side / 2
            around = [(one.x - half, one.y - half), (one.x + half, one.y + half)]
            self._view.look(self._view.camera.fitted(around, deepest=_CLOSEST))
            self._view.select(one.row.id)
