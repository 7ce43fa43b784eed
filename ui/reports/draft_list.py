"""Drafts as a short list: what, when it was kept, and going on with it or throwing it away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.people import Desk
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import NotFound
from fieldapp.units import EventId, UtcMillis
from ui.i18n import tr
from ui.icons import set_icon
from ui.reports.layouts import empty
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft in a list.

    Args:
        id: the draft.
        form: id of its form.
        place: name of the place, or empty.
        corrects: number of the report it corrects, or empty.
        kept: when it was last saved.
    """

    id: str
    form: str
    place: str
    corrects: str
    kept: UtcMillis


def read_drafts(desk: Desk) -> tuple[DraftLine, ...]:
    """The person's drafts, the latest first; runs on the lane."""
    return tuple(_line(desk, draft) for draft in drafts.load_drafts(desk.store, desk.sealer))


@dataclass(frozen=True)
class DraftWords:
    """How a page writes what a draft is and when it was kept."""

    form: Callable[[str], str]
    time: Callable[[UtcMillis], str]


class DraftList(Card):
    """Shows nothing at all without drafts.

    Args:
        words: see `DraftWords`.

    Signals:
        go_on: id of a draft.
        discard: id of a draft, after the person was asked.
    """

    go_on = Signal(str)
    discard = Signal(str)

    def __init__(self, words: DraftWords) -> None:
        super().__init__()
        self._words = words
        self._lines: tuple[DraftLine, ...] = ()
        self._before: QWidget | None = None
        self._shown: list[_Row] = []
        self._title = text_label("", "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP_S)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        self.hide()

    @property
    def lines(self) -> tuple[DraftLine, ...]:
        """The drafts shown."""
        return self._lines

    def show_drafts(self, lines: Sequence[DraftLine]) -> None:
        """Replaces the list; an open question about a draft that is still there stays open."""
        if tuple(lines) == self._lines and self._rows.count():
            return
        asked = {row.line.id for row in self.findChildren(_Row) if row.asking}
        self._lines = tuple(lines)
        empty(self._rows)
        self._shown = []
        for line in self._lines:
            row = _Row(line, self._words)
            row.go_on.connect(self.go_on)
            row.discard.connect(self.discard)
            self._rows.addWidget(row)
            self._shown.append(row)
            if line.id in asked:
                row.ask()
        self._title.setText(tr("Reports", "Drafts, seen only by you"))
        self.setVisible(bool(self._lines))
        self._lead_tab()

    def come_after(self, before: QWidget) -> None:
        """Has Tab lead here from a button that stands above; otherwise new drafts come last."""
        self._before = before
        self._lead_tab()

    def translated(self) -> None:
        """Sets every text again."""
        lines, self._lines = self._lines, ()
        empty(self._rows)
        self._shown = []
        self.show_drafts(lines)

    def _lead_tab(self) -> None:
        before = self._before
        for row in self._shown:
            for stop in row.stops:
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop


class _Row(QWidget):
    """One draft with its two buttons and, once asked for, the question before it goes."""

    go_on = Signal(str)
    discard = Signal(str)

    def __init__(self, line: DraftLine, words: DraftWords) -> None:
        super().__init__()
        self.line = line
        title = words.form(line.form)
        if line.corrects:
            title = tr("Reports", "Correction of {ref}", ref=line.corrects)
        what = QLabel(title)
        what.setProperty("role", "strong")
        what.setTextFormat(Qt.TextFormat.PlainText)
        where = QLabel(line.place)
        where.setTextFormat(Qt.TextFormat.PlainText)
        when = QLabel(tr("Reports", "kept {time}", time=words.time(line.kept)))
        when.setProperty("role", "muted")
        self._continue = QPushButton(tr("Reports", "Continue"))
        self._continue.setObjectName(f"continue {line.id}")
        self._continue.setAccessibleName(tr("Reports", "Continue {title}", title=title))
        self._throw = QPushButton(tr("Reports", "Discard"))
        self._throw.setObjectName(f"discard {line.id}")
        self._throw.setAccessibleName(tr("Reports", "Discard {title}", title=title))
        self._throw.setProperty("look", "quiet")
        set_icon(self._throw, "trash-2")
        self._question = InlineMessage()
        self._question.button.setObjectName(f"discard yes {line.id}")
        self._keep = QPushButton(tr("Reports", "Keep it"))
        self._keep.setObjectName(f"discard no {line.id}")
        self._keep.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        for widget in (what, where, when):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._throw)
        row.addWidget(self._continue)
        below = QHBoxLayout()
        below.addWidget(self._question, 1)
        below.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(below)
        self._continue.clicked.connect(lambda: self.go_on.emit(line.id))
        self._throw.clicked.connect(self.ask)
        self._keep.clicked.connect(self._close)
        self._question.acted.connect(lambda: self.discard.emit(line.id))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in order."""
        return self._throw, self._continue, self._question.button, self._keep

    @property
    def asking(self) -> bool:
        return not self._keep.isHidden()

    def ask(self) -> None:
        self._question.show_message(
            MessageKind.WARNING,
            tr("Reports", "Throw this draft and its photos away? It was not filed."),
            tr("Reports", "Throw away"),
        )
        self._keep.show()
        self._keep.setFocus()

    def _close(self) -> None:
        self._question.clear()
        self._keep.hide()
        self._throw.setFocus()


def _line(desk: Desk, draft: Draft) -> DraftLine:
    where = draft.answers.get("where")
    place = where.get("place", "") if isinstance(where, dict) else ""
    corrects = ""
    if draft.report is not None:
        try:
            corrects = reads.detail(desk.store, EventId(bytes.fromhex(draft.report))).row.ref
        except NotFound:
            corrects = "?"
    return DraftLine(draft.id, draft.form, str(place), corrects, draft.updated)
