"""Choosing what to report, or going on with a draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.reports.draft_list import DraftLine, DraftList, DraftWords
from ui.reports.layouts import empty
from ui.theme.panels import Card, PageHeader, Paragraph
from ui.theme.tokens import GAP_L, GAP_S, GAP_XL

_CARD_WIDTH = 360
_SYMBOLS = {"incident": "siren", "restriction": "ban"}


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that can be filled: its id, its name and what it is for."""

    id: str
    name: str
    purpose: str


class FormChooser(QWidget):
    """One card a form, and the drafts below.

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
        self._cards = QHBoxLayout()
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
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
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
        for form in forms:
            card = _FormCard(form)
            card.chosen.connect(self.chosen)
            self._cards.addWidget(card, 1)
        self._cards.addStretch(0)
        self._drafts.translated()

    def show_drafts(self, lines: Sequence[DraftLine]) -> None:
        """Drafts to go on with."""
        self._drafts.show_drafts(lines)


class _FormCard(Card):
    """A form's name and purpose with the button that begins it; the whole card can be clicked."""

    chosen = Signal(str)

    def __init__(self, form: FormLine) -> None:
        super().__init__()
        self._form = form
        self.setMaximumWidth(_CARD_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        button = QPushButton(tr("Writing", "Begin"))
        button.setObjectName(f"new {form.id}")
        button.setAccessibleName(tr("Writing", "Begin: {name}", name=form.name))
        set_icon(button, _SYMBOLS.get(form.id, "file-plus"))
        button.clicked.connect(lambda: self.chosen.emit(form.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        column.setSpacing(GAP_S)
        column.addWidget(Paragraph(form.name, "heading"))
        column.addWidget(Paragraph(form.purpose, "muted"), 1)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._form.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
