"""The hand-over page: what one watch leaves to the next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store.lane import CancelToken
from fieldapp.units import ByteCount
from ui.handover.model import Handover, HandoverModel, read_handover, summary
from ui.handover.paper import HandoverCopy, handover_copy, more_words
from ui.handover.period import Period
from ui.handover.view import HandoverView
from ui.i18n import isolate, tr
from ui.icons import set_icon
from ui.link_state import LinkState
from ui.messages import tell
from ui.outbox.files import choose_target
from ui.paged_table import TableOrEmpty
from ui.pages import Page, PageContext
from ui.reports.copy_panel import CopyPanel
from ui.reports.handing_on import choose_printer
from ui.reports.report_model import RowWords
from ui.shell.status_words import clock_words, space_words
from ui.theme.panels import EmptyState, InlineMessage, MessageKind, PageHeader, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL, Tone


class HandoverPage(Page):
    """Reports of a watch with what is to be done about them; each opens with Enter.

    Args:
        context: what pages are given.
        free: room on the disk of the installation.
    """

    name = "handover"

    def __init__(self, context: PageContext, free: Callable[[], ByteCount]) -> None:
        super().__init__()
        self._context, self._free = context, free
        self._reading: CancelToken | None = None
        self._found: Handover | None = None
        self._header = PageHeader("")
        self._copy = QPushButton()
        self._copy.setObjectName("copy handover")
        set_icon(self._copy, "printer")
        self._period = Period(context.profile.offset_minutes)
        self._figures = text_label("")
        self._figures.setObjectName("figures")
        self._warning, self._message = InlineMessage(MessageKind.WARNING), InlineMessage()
        self._warning.setObjectName("warnings")
        self._copying = CopyPanel(_copy_words)
        self._model = HandoverModel(RowWords.of(context))
        self._view = HandoverView(self._model)
        self._stack = TableOrEmpty(self._view, self._empty)
        self._build()
        self.translated()

    def opened(self, target: object) -> None:
        self._copying.close_panel()
        self._read()
        self._stack.take_keyboard()

    def changed(self, changes: Changes) -> None:
        if self.isVisible() and changes:
            self._read()

    def link_changed(self, link: LinkState) -> None:
        if self.isVisible():
            self._show_words()

    def translated(self) -> None:
        self._header.set_texts(tr("Hand-over", "Hand-over"))
        self._copy.setText(tr("Report", "Print or PDF"))
        self._period.translated()
        self._copying.close_panel()
        self._view.setAccessibleName(tr("Hand-over", "Reports of the watch"))
        self._stack.refill(lambda: self._model.restyle(RowWords.of(self._context)))
        self._view.fit()
        self._show_words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            # A low window has no room for both.
            shut = event.type() is QEvent.Type.HideToParent
            for widget in (self._period, self._figures):
                widget.setVisible(shut)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._copying.installEventFilter(self)
        self._header.add(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_M)
        column.setSpacing(GAP_M)
        above = (self._header, self._period, self._copying, self._message)
        for widget in (*above, self._warning, self._figures):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._view.opened.connect(lambda report: self._context.go("report", report))
        self._period.changed.connect(self._read)
        self._copy.clicked.connect(lambda: self._copying.open_panel(photos=False))
        self._copying.pdf_wanted.connect(self._save)
        self._copying.print_wanted.connect(self._print)
        self._copying.closing.connect(self._copy.setFocus)

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        since = self._period.since(self._context.clock.now())
        if since is None:
            return
        self._reading = self._context.operations.read(
            self, lambda desk: read_handover(desk, since), self._show, self._fail
        )

    def _show(self, found: Handover) -> None:
        self._message.clear()
        self._found = found
        self._stack.refill(lambda: self._model.show_lines(found.lines))
        self._view.fit()
        self._show_words()
        if found.more:
            self._message.show_message(MessageKind.INFO, more_words)

    def _show_words(self) -> None:
        found = self._found
        self._figures.setText("" if found is None else summary(found))
        self._copy.setEnabled(found is not None)
        self._warning.show_message(MessageKind.WARNING, self._warnings)

    def _warnings(self) -> str:
        """What the next watch has to look to on this laptop, in words."""
        said = space_words(self._free())
        facts = None if self._found is None else self._found.desk
        clock = clock_words(self._context.link().clock_off, facts)
        room = said.text if said.tone is not Tone.NEUTRAL else ""
        return "  ·  ".join(part for part in (room, clock) if part)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "clipboard-list",
            tr("Hand-over", "Nothing to hand over"),
            tr("Hand-over", "In this time nothing was filed, and nothing waits or is asked."),
        )

    # -- copies

    def _save(self) -> None:
        copy = self._copied()
        path = None if copy is None else choose_target(self._copying, copy.name)
        if copy is not None and path is not None:
            self._make(
                lambda desk: copy.save(desk, path),
                lambda: tr("Report", "Saved as {name}.", name=isolate(path.name)),
            )

    def _print(self) -> None:
        copy = self._copied()
        printer = None if copy is None else choose_printer(self._copying)
        if copy is not None and printer is not None:
            self._make(
                lambda desk: copy.print(desk, printer),
                lambda: tr("Report", "Given to the printer."),
            )

    def _copied(self) -> HandoverCopy | None:
        if self._found is None:
            return None
        return handover_copy(self._context, self._found, self._warnings())

    def _make(self, make: Callable[[Desk], None], done: Callable[[], str]) -> None:
        self._copying.busy(True)
        self._context.operations.read(
            self._copying,
            make,
            lambda _nothing: self._copying.done(done),
            lambda error: self._copying.failed(lambda: tell(error).text),
        )

    def _fail(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)


def _copy_words() -> tuple[str, str]:
    return (
        tr("Hand-over", "Copy this page"),
        tr(
            "Hand-over",
            "A copy is not encrypted: anybody who finds it can read it. "
            "It is marked as high as the highest report on it.",
        ),
    )
