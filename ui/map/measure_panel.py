"""What was measured, in words beside the map, and how to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from fieldapp.notation.bearings import way
from fieldapp.notation.latlon import LatLon
from ui.i18n import tr, tr_count
from ui.icons import set_icon
from ui.map.measure import MeasureTool, leg_words, length_words
from ui.reports.labels import SideLabel
from ui.theme.panels import Card
from ui.theme.tokens import GAP_M, GAP_S, GAP_XS

WIDTH = 264


class MeasurePanel(Card):
    """The leg to where the person points, and the sum.

    Args:
        tool: whose places these are.

    Signals:
        closed: the person is done.
        resized: its height is another one.
    """

    closed = Signal()
    resized = Signal()

    def __init__(self, tool: MeasureTool) -> None:
        super().__init__()
        self._tool = tool
        self._aim: LatLon | None = None
        self.setObjectName("measure panel")
        self._title = SideLabel("", "heading")
        self._length = SideLabel("", "strong", wrap=True)
        self._grid = SideLabel("")
        self._true = SideLabel("")
        self._total = SideLabel("", "strong", wrap=True)
        self._help = SideLabel("", "small", wrap=True)
        self._clear = QPushButton()
        self._clear.setObjectName("measure again")
        self._shut = QToolButton()
        self._shut.setObjectName("measure close")
        set_icon(self._shut, "x")
        self._build()
        self.setFixedWidth(WIDTH)
        # A click beside its button must not set a point below it.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        self._clear.clicked.connect(tool.clear)
        self._shut.clicked.connect(self.closed)
        tool.changed.connect(self._fill)
        self.translated()

    def point_to(self, aim: LatLon) -> None:
        """The next place would be here."""
        self._aim = aim
        if self.isVisible():
            self._fill()

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Map", "Measure"))
        self._clear.setText(tr("Map", "Start again"))
        self._shut.setToolTip(tr("Map", "Stop measuring"))
        self._shut.setAccessibleName(tr("Map", "Stop measuring"))
        self._help.setText(
            tr("Map", "Click or Enter sets a point. Backspace takes it back. Esc ends.")
        )
        self._fill()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._shut, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_S, GAP_S, GAP_M)
        column.setSpacing(GAP_XS)
        column.addLayout(head)
        for label in (self._length, self._grid, self._true, self._total, self._help):
            column.addWidget(label)
        column.addSpacing(GAP_XS)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeading)

    def _fill(self) -> None:
        places, aim = self._tool.places, self._aim
        begun = bool(places) and aim is not None
        for label in (self._length, self._grid, self._true, self._total):
            label.setVisible(begun)
        self._clear.setEnabled(bool(places))
        if places and aim is not None:
            leg = leg_words(way(places[-1], aim))
            self._length.setText(tr("Map", "From the last point: {length}", length=leg.length))
            self._grid.setText(leg.grid)
            self._true.setText(leg.true)
            total = length_words(self._tool.total(aim))
            self._total.setText(
                tr_count(
                    "Map",
                    "In all with 1 point: {length}",
                    "In all with {count} points: {length}",
                    len(places),
                    length=total,
                )
            )
            self._total.setVisible(len(places) > 1)
            self.setAccessibleDescription(" ".join((*leg, total)))
        high = self.height()
        self.adjustSize()
        if self.height() != high:
            self.resized.emit()
