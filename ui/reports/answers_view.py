"""The answers of a report as cards to be read, one a section; opinion apart from facts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.i18n import isolate, tr
from ui.reports.answers import GRID, LONG, TIME, Answer, Part, Section
from ui.reports.labels import SideLabel, plain
from ui.reports.layouts import empty
from ui.slices import Slices, Steps, no_steps
from ui.theme.panels import Card, InlineMessage, MessageKind
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XS

_LABEL_WIDTH = 180
"""Pixels: room for a question of some 25 letters on one line."""


class AnswersView(QWidget):
    """Shows sections; nothing in it can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_M)
        self._making = Slices(no_steps(), self)

    def show_sections(self, sections: Sequence[Section], warning: str = "") -> None:
        """Replaces what is shown; ``warning`` is a sentence above it.

        The first section is there at once, the others follow within a moment.
        """
        self._making.stop()
        empty(self._column)
        if warning:
            self._column.addWidget(InlineMessage(MessageKind.WARNING, warning))
        self._column.addStretch(1)
        self._making = Slices(self._cards(sections), self)
        self._making.begin()

    def _cards(self, sections: Sequence[Section]) -> Steps:
        for section in sorted(sections, key=lambda section: not section.lead):
            opinions: list[Answer] = []
            parts = [_without_opinion(part, opinions) for part in section.parts]
            kept = [part for part in parts if part.answers]
            if kept:
                self._add(_section_card(Section(section.title, tuple(kept))))
                yield
            for answer in opinions:
                self._add(_opinion_card(answer))
                yield

    def _add(self, card: Card) -> None:
        self._column.insertWidget(self._column.count() - 1, card)


def _without_opinion(part: Part, opinions: list[Answer]) -> Part:
    opinions += [answer for answer in part.answers if answer.opinion and answer.text]
    return Part(part.title, tuple(answer for answer in part.answers if not answer.opinion))


def _section_card(section: Section) -> Card:
    card = Card()
    card.setObjectName("section")
    card.setAccessibleName(section.title)
    column = _card_column(card)
    if section.title:
        column.addWidget(SideLabel(section.title, "heading", wrap=True))
    for part in section.parts:
        if part.title:
            column.addSpacing(GAP_XS)
            column.addWidget(SideLabel(part.title, "strong", wrap=True))
        column.addLayout(_part_grid(part))
    return card


def _opinion_card(answer: Answer) -> Card:
    card = Card()
    card.setObjectName("opinion")
    title = tr("Report", "Assessment")
    card.setAccessibleName(title)
    column = _card_column(card)
    column.addWidget(SideLabel(title, "heading"))
    said = tr("Report", "The author's opinion, kept apart from what was seen.")
    column.addWidget(SideLabel(said, "small", wrap=True))
    column.addWidget(plain(answer.text))
    return card


def _card_column(card: Card) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
    column.setSpacing(GAP_S)
    return column


def _part_grid(part: Part) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_L)
    grid.setVerticalSpacing(GAP_S)
    grid.setColumnStretch(1, 1)
    for row, answer in enumerate(part.answers):
        if answer.kind == LONG:
            cell = QVBoxLayout()
            cell.setSpacing(GAP_XS)
            cell.addWidget(SideLabel(answer.label, "muted", wrap=True))
            cell.addWidget(plain(answer.text))
            grid.addLayout(cell, row, 0, 1, 2)
            continue
        label = SideLabel(answer.label, "muted", wrap=True)
        label.setFixedWidth(_LABEL_WIDTH)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_value(answer), row, 1)
    return grid


def _value(answer: Answer) -> QWidget:
    if answer.missing:
        label: QLabel = SideLabel(tr("Report", "not in source"), "muted")
        italic = label.font()
        italic.setItalic(True)
        label.setFont(italic)
    elif answer.kind in (GRID, TIME):
        label = SideLabel(answer.text)
    else:
        label = SideLabel(answer.text, wrap=True)
    label.setAccessibleName(f"{answer.label}: {isolate(label.text())}")
    if not answer.detail:
        return label
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label)
    column.addWidget(SideLabel(answer.detail, "small", wrap=True))
    return box
