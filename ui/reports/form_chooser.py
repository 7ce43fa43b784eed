"""Choosing what to report, or going on with a draft."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.icons import set_icon
from ui.reports.draft_list import DraftLine, DraftList, DraftWords
from ui.reports.layouts import empty
from ui.theme.panels import Card, PageHeader, Paragraph, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL

_CARD_LEAST = 250
"""Width in pixels that a card needs beside others."""
_MOST_ACROSS = 4
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that can be filled: its id, its name, what it is for and its icon."""

    id: str
    name: str
    purpose: str
    icon: str


class FormChooser(QWidget):
    """One card a form, and the drafts below.

    The digit on a card chooses it, the arrow keys go from one to the next.

    Args:
        words: how drafts are written.

    Signals:
        chosen: id of a form.
        go_on: id of a draft.
        discard: id of a draft.
    """

    chosen = Signal(str)
    go_on = Signal(str)
    discard = Signal(str)

    def __init__(self, words: DraftWords) -> None:
        super().__init__()
        self._header = PageHeader("")
        self._shown: list[_FormCard] = []
        self._across = 0
        self._cards = QGridLayout()
        self._cards.setSpacing(GAP_L)
        self._drafts = DraftList(words)
        self._drafts.go_on.connect(self.go_on)
        self._drafts.discard.connect(self.discard)
        ground = QWidget()
        ground.setProperty("part", "ground")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP_L)
        inner.addLayout(self._cards)
        inner.addWidget(self._drafts)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_L)
        column.addWidget(self._header)
        column.addWidget(area, 1)

    def show_forms(self, forms: Sequence[FormLine]) -> None:
        """Offers these forms."""
        self._header.set_texts(
            tr("Writing", "New report"), tr("Writing", "What do you want to report?")
        )
        empty(self._cards)
        self._shown = [_FormCard(form, place) for place, form in enumerate(forms, 1)]
        for card in self._shown:
            card.chosen.connect(self.chosen)
            card.button.installEventFilter(self)
        self._across = 0
        self._spread()
        self._drafts.translated()

    def show_drafts(self, lines: Sequence[DraftLine]) -> None:
        """Drafts to go on with."""
        self._drafts.show_drafts(lines)

    def take_keyboard(self) -> None:
        """Puts the keyboard on the first form."""
        if self._shown:
            self._shown[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = unicodedata.digit(event.text(), 0) if len(event.text()) == 1 else 0
        if 1 <= place <= len(self._shown):
            self.chosen.emit(self._shown[place - 1].form.id)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _walk(self, button: QObject, across: int, down: int) -> None:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            across = -across
        places = [card.button for card in self._shown]
        here = next(place for place, one in enumerate(places) if one is button)
        wanted = here + across + down * self._across
        if 0 <= wanted < len(places):
            places[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._shown[wanted])

    def _spread(self) -> None:
        """Puts as many cards beside each other as there is room for."""
        across = max(1, min(_MOST_ACROSS, (self.width() + GAP_L) // (_CARD_LEAST + GAP_L)))
        if across == self._across:
            return
        for column in range(_MOST_ACROSS):
            self._cards.setColumnStretch(column, int(column < across))
        for place, card in enumerate(self._shown):
            self._cards.addWidget(card, place // across, place % across)
        self._across = across


class _FormCard(Card):
    """A form's name and purpose with the button that begins it; the whole card can be clicked."""

    chosen = Signal(str)

    def __init__(self, form: FormLine, place: int) -> None:
        super().__init__()
        self.form = form
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QPushButton(tr("Writing", "Begin"))
        self.button.setObjectName(f"new {form.id}")
        self.button.setAccessibleName(tr("Writing", "Begin: {name}", name=form.name))
        self.button.setToolTip(tr("Writing", "Key {key}", key=place))
        set_icon(self.button, form.icon)
        self.button.clicked.connect(lambda: self.chosen.emit(form.id))
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        if place <= 9:
            key = text_label(str(place), "small")
            key.setWordWrap(False)
            foot.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(Paragraph(form.name, "heading"))
        column.addWidget(Paragraph(form.purpose, "muted"))
        column.addStretch(1)
        column.addLayout(foot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.form.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
