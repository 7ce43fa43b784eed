"""A report's paper put together, and brought to a file or a printer on the store's lane."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from fieldapp.changes import Changes
from fieldapp.copying import CopyKind, note_copy
from fieldapp.files import write_atomically
from fieldapp.people import Desk
from fieldapp.store.reads import FileRow
from fieldapp.units import EventId
from ui.i18n import listed, tr
from ui.outbox.files import file_words
from ui.pages import PageContext
from ui.reports.paper import Paper, pdf_of, print_on
from ui.reports.photo_wall import shown_of
from ui.reports.photos import FULL, read_picture
from ui.reports.report_model import REASONS, Reader, ReportFacts, line_words, state_words
from ui.reports.times import Times

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LEVELS, _CAVEATS = "c3", "c3_caveat"
_NO_CAVEAT = "NONE"


@dataclass(frozen=True)
class PaperCopy:
    """A report ready to be copied.

    Args:
        report: its id.
        name: name of the file that is offered, with the classification.
        paper: its pages, still without photos and without the name of who copies it.
        files: photos to put in.
    """

    report: EventId
    name: str
    paper: Paper
    files: Sequence[FileRow]

    def save(self, desk: Desk, path: Path) -> Changes:
        """On the lane: signs that a copy is made, and writes it as PDF, whole or not at all.

        Raises:
            FieldError: ``path`` is as it was.
        """
        content = pdf_of(self._finished(desk))
        changes = note_copy(desk, self.report, CopyKind.PDF)
        write_atomically(path, content)
        return changes

    def print(self, desk: Desk, printer: "QPrinter") -> Changes:
        """On the lane: the same for a printer; raises `FieldError` before anything is printed."""
        changes = note_copy(desk, self.report, CopyKind.PAPER)
        print_on(printer, self._finished(desk))
        return changes

    def _finished(self, desk: Desk) -> Paper:
        pictures = [(self._picture(desk, file), file.name) for file in self.files]
        shown = [(image, name) for image, name in pictures if not image.isNull()]
        return replace(self.paper, pictures=shown, made=copied_by(desk, self.paper.made))

    @staticmethod
    def _picture(desk: Desk, file: FileRow) -> QImage:
        shown = shown_of(file)
        return QImage() if shown is None else read_picture(desk, shown, FULL).image


def paper_copy(
    context: PageContext, facts: ReportFacts, content: Mapping[str, Any], *, photos: bool
) -> PaperCopy:
    """Puts together what the person sees of a report, in the language of the moment.

    Args:
        context: what every page is given.
        facts: the report.
        content: the revision to show.
        photos: whether photos go along.
    """
    reader, times = Reader(context), Times.of(context)
    row = facts.detail.row
    codes, language = context.catalog.codes, context.language()
    head = content.get("answers", {}).get("head", {})
    level = codes.label(_LEVELS, row.classification, language)
    caveat = str(head.get("caveat", ""))
    shown = codes.label(_CAVEATS, caveat, language) if caveat not in ("", _NO_CAVEAT) else ""
    ref = f"{row.ref}  R{row.revision}"
    lines = [
        (tr("Paper", "Author"), reader.writer(row)),
        (tr("Paper", "Filed"), times.group(row.filed)),
        (tr("Paper", "State"), state_words(row.state)),
        (tr("Paper", "Precedence"), reader.precedence(row)),
    ]
    history = [
        listed(
            (
                times.group(line.t),
                line_words(line, reader.code(REASONS, line.reason)),
                line.author or tr("Report", "Unknown author"),
                line.text,
            ),
            "  ·  ",
        )
        for line in facts.detail.history
    ]
    paper = Paper(
        ref=ref,
        marking=listed((level.upper(), shown), "  ·  "),
        about=listed(dict.fromkeys((reader.type(row), reader.subject(row), row.place)), "  ·  "),
        lines=[(name, text) for name, text in lines if text],
        sections=reader.sections(content),
        pictures=(),
        history=history,
        made=times.group(context.clock.now()),
        right_to_left=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
    )
    files = facts.detail.files if photos else ()
    return PaperCopy(row.id, f"{row.ref} R{row.revision} {file_words(level)}.pdf", paper, files)


def copied_by(desk: Desk, time: str) -> str:
    """The line at the foot of a copy."""
    return tr("Paper", "Copied by {person}, {time}", person=desk.keys.slot.label, time=time)
