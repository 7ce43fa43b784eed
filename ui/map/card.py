"""A small card about the report that was chosen on the map; leafs through those at one place."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.map.chrome import distance_words
from ui.map.measure import bearing_words, length_words
from ui.map.model import Look, Sighting
from ui.reports.labels import SideLabel
from ui.reports.report_model import state_words
from ui.reports.times import Times
from ui.theme.badge import Badge
from ui.theme.panels import Card
from ui.theme.tokens import GAP_M, GAP_S, GAP_XS, Tone

WIDTH = 264
_TONES = {
    Look.NEW: Tone.INFO,
    Look.ASKED: Tone.WARNING,
    Look.DONE: Tone.SUCCESS,
    Look.OFF: Tone.NEUTRAL,
}


class MapCard(Card):
    """Number, what, when and how exact; hidden while nothing is chosen.

    Signals:
        opened: id of the report to open.
        turned: id of the report that is shown after leafing.
        closed: the person is done with it.
    """

    opened = Signal(object)
    turned = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._found: tuple[Sighting, ...] = ()
        self._place = 0
        self._words: dict[str, str] = {}
        self._times: Times | None = None
        self._ref = SideLabel("", "heading")
        self._ref.setObjectName("card ref")
        self._what = SideLabel("", wrap=True)
        self._when = SideLabel("", "muted")
        self._exact = SideLabel("", "small", wrap=True)
        self._state = Badge()
        self._count = SideLabel("", "small")
        self._open = self._push("open")
        self._open.setProperty("look", "primary")
        self._back = self._tool("before", "chevron-left")
        self._on = self._tool("after", "chevron-right")
        self._shut = self._tool("close", "x")
        self._build()
        self.setFixedWidth(WIDTH)
        self.hide()
        self._open.clicked.connect(lambda: self.opened.emit(self._one.row.id))
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._shut.clicked.connect(self.closed)
        self.translated()

    def use_words(self, words: dict[str, str], times: Times) -> None:
        """Words by short type of report, and how times are written."""
        self._words, self._times = words, times

    def show_sightings(self, found: tuple[Sighting, ...]) -> None:
        """Shows the first of these; none hides the card."""
        self._found, self._place = found, 0
        self.setVisible(bool(found))
        self._fill()

    def renew(self, every: Iterable[Sighting]) -> None:
        """Shows anew what was read again; what is gone is left out, and the card with the last."""
        now = {one.row.id: one for one in every}
        shown = self._found[self._place].row.id if self._found else None
        self._found = tuple(now[one.row.id] for one in self._found if one.row.id in now)
        ids = [one.row.id for one in self._found]
        self._place = ids.index(shown) if shown in ids else 0
        self.setVisible(bool(self._found))
        self._fill()

    def translated(self) -> None:
        """Sets every text again."""
        self._open.setText(tr("Map", "Open"))
        for button, text in (
            (self._back, tr("Map", "Newer report here")),
            (self._on, tr("Map", "Older report here")),
            (self._shut, tr("Map", "Close")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._fill()

    @property
    def _one(self) -> Sighting:
        return self._found[self._place]

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._ref, 1)
        head.addWidget(self._shut, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(GAP_XS)
        foot.addWidget(self._open)
        foot.addStretch(1)
        for widget in (self._back, self._count, self._on):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_S, GAP_S, GAP_M)
        column.setSpacing(GAP_XS)
        column.addLayout(head)
        for label in (self._what, self._when, self._exact):
            column.addWidget(label)
        column.addSpacing(GAP_XS)
        column.addWidget(self._state)
        column.addSpacing(GAP_S)
        column.addLayout(foot)

    def _turn(self, step: int) -> None:
        self._place = (self._place + step) % len(self._found)
        self._fill()
        self.turned.emit(self._one.row.id)

    def _fill(self) -> None:
        if not self._found or self._times is None:
            return
        row = self._one.row
        self._ref.setText(row.ref)
        self._what.setText(self._words.get(row.type, row.type))
        self._when.setText(self._times.group(row.moment))
        exact = self._how_exact()
        self._exact.setText(exact)
        self._exact.setVisible(bool(exact))
        self._state.set_status(state_words(row.state), _TONES[self._one.look])
        several = len(self._found) > 1
        place = tr("Map", "{n} of {count}", n=self._place + 1, count=len(self._found))
        self._count.setText(place)
        for widget in (self._back, self._on, self._count):
            widget.setVisible(several)
        self.setAccessibleName(row.ref)
        self.adjustSize()

    def _how_exact(self) -> str:
        row = self._one.row
        if row.arc is not None and not row.square:
            return tr(
                "Map",
                "{near} to {far} from the observer, true bearing {bearing}",
                near=length_words(row.arc.near),
                far=length_words(row.arc.far),
                bearing=bearing_words(row.arc.true),
            )
        side = distance_words(row.side_m)
        if self._one.closed:
            return tr("Map", "Standing ban on an area in this square of {side}", side=side)
        if self._one.coarse:
            return tr("Map", "Somewhere in this square of {side}", side=side)
        return ""

    def _push(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        return button

    def _tool(self, name: str, symbol: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        set_icon(button, symbol)
        return button
