"""A report to be read out over the radio: numbered lines, spelled, a check word, an HF text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.notation import grid
from fieldapp.notation.grid import GridRefused
from fieldapp.radio.spelling import is_code, spell
from fieldapp.radio.told import Told
from ui.i18n import isolate, tr
from ui.icons import set_icon
from ui.reports.answers import GRID, TIME, Answer, Section, flat
from ui.reports.labels import SideLabel, plain
from ui.reports.layouts import empty, holds_focus
from ui.theme.panels import Card
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XS


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be read out.

    Args:
        label: the question.
        text: the answer.
        spelled: the same letter by letter, empty where it is read as it stands.
    """

    label: str
    text: str
    spelled: str = ""


def radio_lines(ref: str, sections: Sequence[Section]) -> Iterator[Line]:
    """The lines of a report: its number, then every answer."""
    yield Line(tr("Radio", "Report number"), ref, _spelled(ref))
    for answer in flat(sections):
        if answer.text:
            yield Line(answer.label, _text(answer), _spelled(_text(answer), answer.kind))


def _text(answer: Answer) -> str:
    if answer.kind != GRID:
        return answer.text
    try:
        return grid.parse(answer.text).spaced
    except GridRefused:
        return answer.text


def _spelled(text: str, kind: str = "") -> str:
    if kind not in (GRID, TIME) and not is_code(text):
        return ""
    return ",  ".join(spell(text))


class RadioPanel(Card):
    """Shows what to read out.

    Signals:
        closing: it is about to disappear with the keyboard in it.
    """

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = SideLabel("", "heading", wrap=True)
        self._hint = SideLabel("", "muted", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(GAP_L)
        self._lines.setVerticalSpacing(GAP_S)
        self._lines.setColumnStretch(2, 1)
        self._check = SideLabel("", "title", wrap=True)
        self._check.setObjectName("check word")
        self._check_hint = SideLabel("", "small", wrap=True)
        self._short_title = SideLabel("", "heading", wrap=True)
        self._short = SideLabel("")
        self._short.setObjectName("short text")
        self._short.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._short.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._copy, self._no = QPushButton(), QPushButton()
        self._copy.setObjectName("copy short text")
        self._no.setObjectName("radio close")
        self._build()
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._short.text()))
        self._no.clicked.connect(self.close_panel)
        self.hide()

    def show_report(self, lines: Sequence[Line], told: Told) -> None:
        """Opens with a report."""
        self._title.setText(tr("Radio", "Read out"))
        self._hint.setText(
            tr("Radio", "Say the number of each line. Capital words are the letters and digits.")
        )
        empty(self._lines)
        for row, line in enumerate(lines):
            self._show_line(row, line)
        self._check.setText(isolate(told.check))
        self._check_hint.setText(
            tr(
                "Radio",
                "Say this at the end. Whoever wrote it down in the same form sees the same three "
                "words; words of free text do not count.",
            )
        )
        for widget in (self._check, self._check_hint):
            widget.setVisible(bool(told.check))
        self._short_title.setText(tr("Radio", "As one text, for HF"))
        self._short.setText(told.short)
        self._short.setAccessibleName(tr("Radio", "As one text, for HF"))
        self._copy.setText(tr("Radio", "Copy HF text"))
        self._no.setText(tr("Radio", "Close"))
        self.show()
        self._no.setFocus()

    def close_panel(self) -> None:
        """Closes."""
        if holds_focus(self):
            self.closing.emit()
        self.hide()

    def _show_line(self, row: int, line: Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._lines.addWidget(SideLabel(f"{row + 1}", "strong"), row, 0, top)
        self._lines.addWidget(plain(line.label, "muted"), row, 1, top)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        value = SideLabel(line.text, wrap=not line.spelled)
        value.setAccessibleName(f"{row + 1}. {line.label}: {isolate(line.text)}")
        column.addWidget(value)
        if line.spelled:
            spelled = SideLabel(isolate(line.spelled), "strong", wrap=True)
            column.addWidget(spelled)
        self._lines.addWidget(box, row, 2, top)

    def _build(self) -> None:
        set_icon(self._copy, "copy")
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        head.addWidget(self._no)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addLayout(self._lines)
        column.addSpacing(GAP_S)
        column.addWidget(self._check)
        column.addWidget(self._check_hint)
        column.addSpacing(GAP_S)
        column.addWidget(self._short_title)
        column.addWidget(self._short)
