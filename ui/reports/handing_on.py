"""Passing a report on outside the app: on paper, as PDF, or by voice."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.radio.told import told
from ui.i18n import isolate, tr
from ui.messages import tell
from ui.outbox.files import choose_target
from ui.pages import PageContext
from ui.reports.copy_panel import CopyPanel
from ui.reports.paper_copy import PaperCopy, paper_copy
from ui.reports.photo_wall import shown_of
from ui.reports.radio_panel import RadioPanel, radio_lines
from ui.reports.report_model import Reader, ReportFacts

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Shown = tuple[ReportFacts, Mapping[str, Any]]


def choose_printer(parent: QWidget) -> "QPrinter | None":
    """Asks which printer; None when they changed their mind."""
    # Few print, and everybody would wait for it at the start.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


class HandingOn(QObject):
    """The two panels of a report's page, and what their buttons do.

    Args:
        context: what every page is given.
        shown: the report on the page with the content that can be read, None without one.
    """

    def __init__(self, context: PageContext, shown: Callable[[], Shown | None]) -> None:
        super().__init__()
        self._context, self._shown = context, shown
        self.copying = CopyPanel()
        self.radio = RadioPanel()
        self.copying.pdf_wanted.connect(self._save)
        self.copying.print_wanted.connect(self._print)

    def open_copying(self) -> None:
        """Opens the panel that makes copies."""
        shown = self._shown()
        self.radio.close_panel()
        if shown is not None:
            files = shown[0].detail.files
            self.copying.open_panel(photos=any(shown_of(file) is not None for file in files))

    def open_radio(self) -> None:
        """Opens the panel to read out from."""
        shown = self._shown()
        self.copying.close_panel()
        if shown is None:
            return
        facts, content = shown
        sections = Reader(self._context).sections(content)
        lines = tuple(radio_lines(facts.detail.row.ref, sections))
        self.radio.show_report(lines, told(self._context.catalog, facts.detail, content))

    def close(self) -> None:
        """Closes both."""
        self.copying.close_panel()
        self.radio.close_panel()

    def _save(self) -> None:
        copy = self._copy()
        path = None if copy is None else choose_target(self.copying, copy.name)
        if copy is not None and path is not None:
            self._make(
                lambda desk: copy.save(desk, path),
                lambda: tr("Report", "Saved as {name}.", name=isolate(path.name)),
            )

    def _print(self) -> None:
        copy = self._copy()
        printer = None if copy is None else choose_printer(self.copying)
        if copy is not None and printer is not None:
            self._make(
                lambda desk: copy.print(desk, printer),
                lambda: tr("Report", "Given to the printer."),
            )

    def _copy(self) -> PaperCopy | None:
        shown = self._shown()
        if shown is None:
            return None
        facts, content = shown
        return paper_copy(self._context, facts, content, photos=self.copying.photos)

    def _make(self, make: Callable[[Desk], Changes], done: Callable[[], str]) -> None:
        self.copying.busy(True)

        def failed(error: FieldError) -> None:
            self.copying.failed(lambda: tell(error).text)

        self._context.operations.run(
            self.copying, make, lambda _changes: self.copying.done(done), failed
        )
