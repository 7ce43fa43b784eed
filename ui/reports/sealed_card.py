"""What stands in place of a protected report's text: who can open it, and for them, opening it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.commands import review_report
from fieldapp.errors import FieldError
from fieldapp.event.protected import OpenedSeal
from fieldapp.people import Desk
from fieldapp.protection import note_opening, open_photo, open_report
from fieldapp.store.folding import NEW
from fieldapp.store.lane import CancelToken
from fieldapp.store.reads import FileRow
from fieldapp.units import EventId, Sha256
from ui.i18n import listed, tr
from ui.icons import set_icon
from ui.messages import tell
from ui.operations import Operations
from ui.reports.labels import plain
from ui.reports.photos import Picture, decode
from ui.reports.report_model import ReportFacts
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

ReadPicture = Callable[[Desk, Sha256, QSize], Picture]
"""Reads a photo, at most so large; see `ui.reports.photos.read_picture`."""


class SealedCard(Card):
    """Says calmly that a report is sealed; a holder opens it here, looks at it and shuts it.

    What was opened lives in this card alone, and goes when the card is shut or leaves the screen.

    Args:
        operations: reads and commands.

    Signals:
        turned: it was opened or shut; see `content`.
    """

    turned = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self.setObjectName("sealed")
        self._operations = operations
        self._facts: ReportFacts | None = None
        self._content: Mapping[str, Any] | None = None
        self._opening: CancelToken | None = None
        self._title = text_label("", "heading")
        self._who, self._nobody, self._still = plain(""), plain("", "muted"), plain("", "muted")
        self._open, self._shut, self._take = QPushButton(), QPushButton(), QPushButton()
        self._problem = InlineMessage(MessageKind.ERROR)
        self._problem.setObjectName("sealed problem")
        self._build()
        self._open.clicked.connect(self._ask_to_open)
        self._shut.clicked.connect(self.shut)
        self._take.clicked.connect(self._take_over)
        self.hide()

    @property
    def content(self) -> Mapping[str, Any] | None:
        """The inner text while it is open."""
        return self._content

    def show_facts(self, facts: ReportFacts) -> None:
        """Shows how a report is sealed; hidden for one that is not."""
        if self._facts is None or self._facts.detail.row.id != facts.detail.row.id:
            self.shut()
            self._problem.clear()
        self._facts = facts
        self._say(facts)
        self.setVisible(facts.sealed is not None)

    def files(self) -> tuple[FileRow, ...]:
        """The photos under their own names while it is open; none otherwise."""
        if self._facts is None or self._content is None:
            return ()
        named = self._content.get("files", [])
        return tuple(
            replace(file, name=str(inner.get("name", "")), mime=str(inner.get("mime", "")))
            for file, inner in zip(self._facts.detail.files, named, strict=False)
        )

    def picture_of(self, sha: Sha256) -> ReadPicture | None:
        """How a photo of the open report is read; None where it is none of its."""
        report = self._report()
        number = next((at for at, file in enumerate(self.files()) if file.sha == sha), None)
        if report is None or number is None:
            return None
        return partial(_read_sealed, report, number)

    def shut(self) -> None:
        """Lets go of what was opened."""
        if self._opening is not None:
            self._opening.cancel()
        self._opening = None
        was, self._content = self._content, None
        self._enable()
        if was is not None:
            self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shut()

    def _build(self) -> None:
        for name, button, sign in (
            ("open sealed", self._open, "lock-open"),
            ("shut sealed", self._shut, "lock"),
            ("take over", self._take, "circle-check"),
        ):
            button.setObjectName(name)
            set_icon(button, sign)
        self._take.setProperty("look", "primary")
        set_icon(self._take, "circle-check", QPalette.ColorRole.HighlightedText)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        for button in (self._open, self._shut, self._take):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        for widget in (self._title, self._who, self._nobody, self._still, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _say(self, facts: ReportFacts) -> None:
        if facts.sealed is None:
            return
        self._title.setText(sealed_words())
        names = listed(facts.sealed.readers)
        self._who.setText(
            tr("Report", "For: {names}. Each can open it on their own desktop.", names=names)
            if names
            else tr("Report", "Only those for whom it was sealed can open it.")
        )
        self._nobody.setText(
            tr("Report", "It can be opened here. HQ sees that you opened it, and when.")
            if facts.sealed.mine_to_open
            else tr(
                "Report",
                "Nobody else can: not on this laptop, not its author, and not those who run HQ's "
                "server.",
            )
        )
        self._still.setVisible(facts.open)
        self._still.setText(
            tr("Report", "To correct it or add to it, file a new report that names this number.")
        )
        self._open.setText(tr("Report", "Open"))
        self._shut.setText(tr("Report", "Close"))
        self._take.setText(tr("Report", "Take over"))
        self._take.setToolTip(tr("Report", "Tells the author that it is in your hands"))
        self._enable()

    def _enable(self) -> None:
        facts = self._facts
        mine = facts is not None and facts.sealed is not None and facts.sealed.mine_to_open
        held = self._content is not None
        self._open.setVisible(mine and not held)
        self._open.setEnabled(self._opening is None)
        self._shut.setVisible(mine and held)
        new = facts is not None and facts.detail.row.state == NEW
        self._take.setVisible(mine and held and new)
        self._take.setEnabled(held)

    # -- opening

    def _ask_to_open(self) -> None:
        report = self._report()
        if report is None:
            return
        self._problem.clear()
        self._opening = self._operations.run(
            self, lambda desk: note_opening(desk, report), self._read_it, self._fail
        )
        self._enable()

    def _read_it(self, _changes: Changes) -> None:
        report = self._report()
        if report is None or self._opening is None:
            return
        self._opening = self._operations.read(
            self, lambda desk: open_report(desk, report), self._show_it, self._fail
        )

    def _show_it(self, opened: OpenedSeal) -> None:
        if self._opening is None:
            return
        self._opening = None
        self._content = opened.content
        self._enable()
        self._shut.setFocus()
        self.turned.emit()

    def _take_over(self) -> None:
        report = self._report()
        if report is not None:
            self._take.setEnabled(False)
            self._operations.run(
                self, lambda desk: review_report(desk, report, "accept"), None, self._fail
            )

    def _fail(self, error: FieldError) -> None:
        self._opening = None
        self._problem.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()

    def _report(self) -> EventId | None:
        return None if self._facts is None else self._facts.detail.row.id


def sealed_words() -> str:
    """In place of what a protected report is about."""
    return tr("Report", "Sealed for protection officers")


def _read_sealed(report: EventId, number: int, desk: Desk, sha: Sha256, within: QSize) -> Picture:
    return Picture(sha, decode(open_photo(desk, report, number), within))
