"""What the marks mean, in one line below the map: shapes for types, colours for states."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED
from fieldapp.store.map_reads import MapRow
from fieldapp.units import EventId, UtcMillis
from ui.i18n import listed, tr
from ui.map.badges import MARK, Badges
from ui.map.model import COARSE_M, Look, Sighting, sighting
from ui.reports.report_model import state_words
from ui.theme.tokens import GAP_L, GAP_XS, current_tokens


class Legend(QWidget):
    """Marks with their words, from the side where the page begins."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._items: tuple[tuple[Sighting, str], ...] = ()
        self._badges: Badges | None = None

    def show_types(self, types: Sequence[tuple[str, str]]) -> None:
        """Sets every text again; ``types`` are (short type, words)."""
        shapes = [(replace(_sample(kind), look=Look.PLAIN), words) for kind, words in types]
        states = [(_sample(state=state), state_words(state)) for state in (NEW, ASKED, ACCEPTED)]
        off = _sample(state=REJECTED), tr("Map", "Rejected or withdrawn")
        urgent = _sample(precedence="FLASH"), tr("Map", "Urgent")
        coarse = _sample(side=COARSE_M), tr("Map", "Only a large square known")
        self._items = (*shapes, *states, off, urgent, coarse)
        self.setAccessibleName(tr("Map", "Legend"))
        self.setAccessibleDescription(listed(words for _, words in self._items))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, MARK + 2)

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
            at = 0
            for one, words in self._items:
                wide = MARK + GAP_XS + metrics.horizontalAdvance(words)
                if at + wide > self.width():
                    break
                left = self.width() - at - wide if rtl else at
                mark = left + wide - MARK if rtl else left
                painter.drawPixmap(QPointF(mark, 1), self._badges.single(one))
                text = left if rtl else left + MARK + GAP_XS
                base = (self.height() + metrics.ascent() - metrics.descent()) / 2
                painter.drawText(QPointF(text, base), words)
                at += wide + GAP_L


def _sample(kind: str = "INC", state: str = NEW, precedence: str = "", side: int = 1) -> Sighting:
    row = MapRow(EventId(b""), "", 0.0, 0.0, side, kind, state, precedence, UtcMillis(0))
    return sighting(row)
