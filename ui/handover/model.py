"""The watch as a table: first what somebody has to do something about, then what was filed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt

from fieldapp.colleagues import drafts_of
from fieldapp.people import Desk
from fieldapp.store.handover import EVERY_UNIT, Watch, watch
from fieldapp.store.report_rows import ReportRow
from fieldapp.store.timeliness import Late, judge
from fieldapp.units import UtcMillis
from ui.i18n import isolate, listed, tr, tr_count
from ui.i18n.days import span_words
from ui.paged_model import Index, PagedModel
from ui.reports.model import HQ_TONES, delivery_words
from ui.reports.report_model import RowWords, precedence_tone
from ui.reports.timing import late_words, timing_words
from ui.shell.status_words import DeskFacts, read_facts
from ui.theme.table import TONE_ROLE
from ui.theme.tokens import Tone

COLUMNS: Final = 7
NUMBER, WHAT, PLACE, FILED, PRECEDENCE, HQ, TASK = range(COLUMNS)
BADGES: Final = (PRECEDENCE, HQ, TASK)
_MINUTE = 60_000
SOON_MINUTES: Final = 60
"""So long before its deadline a report that still waits is told as due."""


class Task(StrEnum):
    """Why a report is handed over, the most pressing first."""

    ASKED = "asked"
    LATE = "late"
    DUE = "due"
    WAITING = "waiting"
    FILED = "filed"


_TONES: Final = {
    Task.ASKED: Tone.WARNING,
    Task.LATE: Tone.INFO,
    Task.DUE: Tone.WARNING,
    Task.WAITING: Tone.NEUTRAL,
    Task.FILED: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One report of the watch.

    Args:
        row: the report.
        tasks: why it is here, the most pressing first; never empty.
        late: how it stands with its deadline.
        left: minutes until it is due, 0 where that is not near.
    """

    row: ReportRow
    tasks: tuple[Task, ...]
    late: Late
    left: int


@dataclass(frozen=True, slots=True)
class Handover:
    """What the page shows.

    Args:
        since: when the watch began.
        lines: one a report.
        more: there are further reports; see `Watch`.
        drafts: of the person who is in, nobody else's.
        desk: what is known of link and clock.
    """

    since: UtcMillis
    lines: tuple[Line, ...]
    more: bool
    drafts: int
    desk: DeskFacts

    def counted(self, task: Task) -> int:
        """How many reports are here for this reason."""
        return sum(task in line.tasks for line in self.lines)


def read_handover(desk: Desk, since: UtcMillis) -> Handover:
    """Read on the lane: the watch of the person's unit, of every unit for who reviews."""
    unit = EVERY_UNIT if desk.role().reviews else desk.unit()
    found = watch(desk.store, since, unit)
    now = desk.store.clock.now()
    return Handover(
        since,
        lines_of(found, now),
        found.more,
        drafts_of(desk, desk.keys.slot.id),
        read_facts(desk),
    )


def lines_of(found: Watch, now: UtcMillis) -> tuple[Line, ...]:
    """One line a report, the most pressing first; within a task as the watch has them."""
    rows = {row.id: row for row in (*found.asked, *found.waiting, *found.filed)}
    asked, waiting, filed = (
        {row.id for row in rows} for rows in (found.asked, found.waiting, found.filed)
    )
    lines = []
    for report, row in rows.items():
        timing = judge(row, now)
        late = timing.late in (Late.FILED_LATE, Late.LINK)
        left = 0
        if timing.late is Late.IN_TIME and not timing.there and row.own and timing.allowed:
            left = (timing.allowed - (timing.filing or 0) - (timing.way or 0)) // _MINUTE + 1
        due = 0 < left <= SOON_MINUTES
        held = {
            Task.ASKED: report in asked,
            Task.LATE: late,
            Task.DUE: due,
            Task.WAITING: report in waiting,
            Task.FILED: report in filed,
        }
        tasks = tuple(task for task, holds in held.items() if holds)
        lines.append(Line(row, tasks, timing.late, left if due else 0))
    order = list(Task)
    return tuple(sorted(lines, key=lambda line: order.index(line.tasks[0])))


def task_words(line: Line, task: Task) -> str:
    """What is to be done about a report, short enough for a column."""
    if task is Task.ASKED:
        person = line.row.author or tr("Report", "Unknown author")
        return tr("Hand-over", "Question for {person}", person=person)
    if task is Task.LATE:
        return late_words(line.late)
    if task is Task.DUE:
        return tr("Hand-over", "Due in {span}", span=span_words(line.left))
    return tr("Hand-over", "To be sent") if task is Task.WAITING else tr("Hand-over", "Nothing")


def tasks_words(line: Line) -> list[str]:
    """All that is to be done about a report; nothing where it was only filed."""
    return [task_words(line, task) for task in line.tasks if task is not Task.FILED]


def summary(found: Handover) -> str:
    """The watch in one sentence of figures."""
    counts = {task: found.counted(task) for task in Task}
    parts = (
        tr_count("Hand-over", "1 filed", "{count} filed", counts[Task.FILED]),
        tr_count("Hand-over", "1 to be sent", "{count} to be sent", counts[Task.WAITING]),
        tr_count("Hand-over", "1 question open", "{count} questions open", counts[Task.ASKED]),
        tr_count("Hand-over", "1 late", "{count} late", counts[Task.LATE]),
        tr_count("Hand-over", "1 due soon", "{count} due soon", counts[Task.DUE]),
        tr_count("Hand-over", "1 draft of yours", "{count} drafts of yours", found.drafts),
    )
    return listed(parts, "  ·  ")


class HandoverModel(PagedModel[Line, int]):
    """The watch as a table; see `PagedModel`.

    Args:
        words: see `RowWords`.
    """

    def __init__(self, words: RowWords) -> None:
        super().__init__(headings, lambda line: line.row.id)
        self._words = words

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Begins anew with these lines."""
        self.show_rows(lines, None)

    def restyle(self, words: RowWords) -> None:
        """Another language."""
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.row(index), index.column()
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell(line, column, self._words)
        if role == TONE_ROLE and column in BADGES:
            return _tone(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hover(line, column)
        return None

    def _hover(self, line: Line, column: int) -> str:
        times = self._words.times
        if column == FILED:
            return times.local(line.row.filed)
        if column == TASK:
            said = [*tasks_words(line), timing_words(line.row, times)]
            return "\n".join(part for part in said if part)
        if column == NUMBER:
            return self._words.reader.writer(line.row)
        return cell(line, column, self._words)


def cell(line: Line, column: int, words: RowWords) -> str:
    """What stands in one column."""
    row = line.row
    if column == NUMBER:
        return isolate(row.ref)
    if column == WHAT:
        return isolate(words.reader.subject(row))
    if column == PLACE:
        return tr("Reports", "Sealed") if row.protected else isolate(row.place or row.grid)
    if column == FILED:
        return words.times.group(row.filed)
    if column == PRECEDENCE:
        return words.reader.precedence(row)
    if column == HQ:
        return delivery_words(row)
    return task_words(line, line.tasks[0])


def headings() -> tuple[str, ...]:
    """The columns' names."""
    return (
        tr("Hand-over", "Number"),
        tr("Hand-over", "What"),
        tr("Hand-over", "Place"),
        tr("Hand-over", "Filed"),
        tr("Hand-over", "Precedence"),
        tr("Hand-over", "HQ"),
        tr("Hand-over", "To do"),
    )


def _tone(line: Line, column: int) -> Tone:
    if column == HQ:
        return HQ_TONES[line.row.delivery]
    if column == PRECEDENCE:
        return precedence_tone(line.row)
    return _TONES[line.tasks[0]]
