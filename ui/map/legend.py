"""What the marks mean, below the map: shapes for types, colours for states."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED
from fieldapp.store.map_reads import MapRow
from fieldapp.units import EventId, UtcMillis
from ui.i18n import listed, tr
from ui.map.badges import MARK, Badges
from ui.map.model import CLOSED_AREA, COARSE_M, Look, Sighting, sighting
from ui.reports.report_model import state_words
from ui.theme.tokens import GAP_L, GAP_XS, current_tokens

_LINE = MARK + 2


class Legend(QWidget):
    """Marks with their words, from the side where the page begins."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._items: tuple[tuple[Sighting, str], ...] = ()
        self._lines: list[list[tuple[Sighting, str, int]]] = []
        self._badges: Badges | None = None

    @property
    def items(self) -> tuple[tuple[Sighting, str], ...]:
        """What is explained: a sample of each mark with its words."""
        return self._items

    def show_types(self, types: Sequence[tuple[str, str]]) -> None:
        """Sets every text again; ``types`` are (short type, words)."""
        shapes = [(replace(_sample(kind), look=Look.PLAIN), words) for kind, words in types]
        states = [(_sample(state=state), state_words(state)) for state in (NEW, ASKED, ACCEPTED)]
        off = _sample(state=REJECTED), tr("Map", "Rejected or withdrawn")
        urgent = _sample(precedence="FLASH"), tr("Map", "Urgent")
        coarse = _sample(side=COARSE_M), tr("Map", "Only a large square known")
        heard = _sample(square=False), tr("Map", "Bearing and distance only")
        closed = _sample("FOM", what=CLOSED_AREA), tr("Map", "Closed area")
        self._items = (*shapes, *states, off, urgent, coarse, heard, closed)
        self.setAccessibleName(tr("Map", "Legend"))
        self.setAccessibleDescription(listed(words for _, words in self._items))
        self._break_up()

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._lines)) * _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._badges = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, ratio = current_tokens(), self.devicePixelRatioF()
        if self._badges is None or self._badges.tokens is not tokens or self._badges.ratio != ratio:
            self._badges = Badges(tokens, ratio, self.font())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            metrics = QFontMetrics(self.font())
            middle = (_LINE + metrics.ascent() - metrics.descent()) / 2
            for number, line in enumerate(self._lines):
                at, top = 0, number * _LINE
                for one, words, wide in line:
                    left = self.width() - at - wide if rtl else at
                    mark = left + wide - MARK if rtl else left
                    painter.drawPixmap(QPointF(mark, top + 1), self._badges.single(one))
                    text = left if rtl else left + MARK + GAP_XS
                    painter.drawText(QPointF(text, top + middle), words)
                    at += wide + GAP_L

    def _break_up(self) -> None:
        """Puts the entries on as many lines as they need."""
        metrics = QFontMetrics(self.font())
        lines: list[list[tuple[Sighting, str, int]]] = [[]]
        at = 0
        for one, words in self._items:
            wide = MARK + GAP_XS + metrics.horizontalAdvance(words)
            if lines[-1] and at + wide > self.width():
                lines.append([])
                at = 0
            lines[-1].append((one, words, wide))
            at += wide + GAP_L
        if len(lines) != len(self._lines):
            self.setFixedHeight(len(lines) * _LINE)
        self._lines = lines
        self.update()


def _sample(
    kind: str = "INC",
    state: str = NEW,
    precedence: str = "",
    side: int = 1,
    what: str = "",
    square: bool = True,
) -> Sighting:
    row = MapRow(
        EventId(b""), "", 0.0, 0.0, side, kind, state, precedence, UtcMillis(0), what, None, square
    )
    return sighting(row)
