"""The watch on paper: marked as high as the highest report on it, without what is sealed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from fieldapp.files import write_atomically
from fieldapp.people import Desk
from ui.handover.model import (
    FILED,
    HQ,
    PLACE,
    PRECEDENCE,
    WHAT,
    Handover,
    Line,
    Task,
    cell,
    summary,
    tasks_words,
)
from ui.i18n import listed, tr, tr_count
from ui.outbox.files import file_words
from ui.pages import PageContext
from ui.reports.answers import Answer, Part, Section
from ui.reports.marking import highest_mark
from ui.reports.paper import Paper, pdf_of, print_on
from ui.reports.paper_copy import copied_by
from ui.reports.report_model import RowWords

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LEVELS = "c3"
_ON_PAPER = (WHAT, PLACE, FILED, PRECEDENCE, HQ)


@dataclass(frozen=True)
class HandoverCopy:
    """The watch ready to be copied.

    Args:
        name: name of the file that is offered, with the classification.
        paper: its pages, still without the name of who copies it.
    """

    name: str
    paper: Paper

    def save(self, desk: Desk, path: Path) -> None:
        """On the lane: writes it as PDF; raises `FieldError`, and ``path`` is as it was."""
        write_atomically(path, pdf_of(self._finished(desk)))

    def print(self, desk: Desk, printer: "QPrinter") -> None:
        """On the lane: the same for a printer."""
        print_on(printer, self._finished(desk))

    def _finished(self, desk: Desk) -> Paper:
        return replace(self.paper, made=copied_by(desk, self.paper.made))


def handover_copy(context: PageContext, found: Handover, warnings: str) -> HandoverCopy:
    """What the page shows, in the language of the moment.

    Args:
        context: what every page is given.
        found: the watch.
        warnings: about storage and clock, empty where there are none.
    """
    words = RowWords.of(context)
    times, codes, language = words.times, context.catalog.codes, context.language()
    now = times.group(context.clock.now())
    lines = [line for line in found.lines if not line.row.protected]
    levels = [item.name for item in codes.items(_LEVELS)]
    level = codes.label(
        _LEVELS, highest_mark(levels, [line.row.classification for line in lines]), language
    )
    title = tr("Hand-over", "Hand-over")
    about = [
        tr("Hand-over", "From {since} to {now}", since=times.group(found.since), now=now),
        summary(found),
    ]
    sealed = len(found.lines) - len(lines)
    notes = [
        (tr("Hand-over", "Warnings"), warnings),
        (tr("Hand-over", "Sealed, not on this paper"), str(sealed) if sealed else ""),
        (tr("Hand-over", "Further reports"), more_words() if found.more else ""),
    ]
    paper = Paper(
        ref=title,
        marking=level.upper(),
        about=listed(about, "\u2028"),
        lines=[(name, text) for name, text in notes if text],
        sections=_sections(lines, words),
        pictures=(),
        history=(),
        made=now,
        right_to_left=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
    )
    return HandoverCopy(f"{file_words(f'{title} {now} {level}')}.pdf", paper)


def more_words() -> str:
    """Why not every report is here."""
    return tr("Hand-over", "There are more reports than this page holds. The list has them all.")


def _sections(lines: list[Line], words: RowWords) -> tuple[Section, ...]:
    """A report stands once, where it is most pressing."""
    found = []
    for task in Task:
        rows = [line for line in lines if line.tasks[0] is task]
        if rows:
            answers = tuple(_answer(line, words) for line in rows)
            found.append(Section(_title(task, len(rows)), (Part("", answers),)))
    return tuple(found)


def _answer(line: Line, words: RowWords) -> Answer:
    said = [cell(line, column, words) for column in _ON_PAPER]
    return Answer("", line.row.ref, listed(said, "  ·  "), detail=listed(tasks_words(line)))


def _title(task: Task, count: int) -> str:
    return {
        Task.ASKED: tr_count("Hand-over", "1 question open", "{count} questions open", count),
        Task.LATE: tr_count("Hand-over", "1 late", "{count} late", count),
        Task.DUE: tr_count("Hand-over", "1 due soon", "{count} due soon", count),
        Task.WAITING: tr_count("Hand-over", "1 to be sent", "{count} to be sent", count),
        Task.FILED: tr_count("Hand-over", "1 filed", "{count} filed", count),
    }[task]
