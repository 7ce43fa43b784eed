"""The sent book's page."""

from PySide6.QtWidgets import QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.store.sent import SentPage
from ui.i18n import tr
from ui.messages import tell
from ui.paged_table import TableOrEmpty
from ui.pages import Page, PageContext
from ui.reports.report_model import RowWords
from ui.sentbook.model import PAGE_LINES, SentModel, read_sent
from ui.sentbook.view import SentView
from ui.theme.panels import EmptyState, InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL

_MOST_KEPT = 2000
"""Lines read again at once when something changed; further ones come back with scrolling."""


class SentPageView(Page):
    """Lists own reports with their receipts and verdicts.

    Args:
        context: what pages are given.
    """

    name = "sent"

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._header = PageHeader("")
        self._message = InlineMessage()
        self._model = SentModel(RowWords.of(context))
        self._view = SentView(self._model)
        self._stack = TableOrEmpty(self._view, self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._header)
        column.addWidget(self._message)
        column.addWidget(self._stack, 1)
        self._view.opened.connect(lambda report: context.go("report", report))
        self._model.more_wanted.connect(self._read_more)
        self.translated()

    def opened(self, target: object) -> None:
        self._read()
        self._stack.take_keyboard()

    def changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.reports or changes.delivery or changes.photos):
            self._read()

    def translated(self) -> None:
        self._header.set_texts(
            tr("Sent", "Sent book"), tr("Sent", "Your reports, and what HQ has of each.")
        )
        self._view.setAccessibleName(tr("Sent", "Sent book"))
        self._stack.refill(lambda: self._model.restyle(RowWords.of(self._context)))

    def _read(self) -> None:
        limit = max(PAGE_LINES, min(self._model.rowCount(), _MOST_KEPT))
        self._context.operations.read(
            self, lambda desk: read_sent(desk, None, limit), self._show, self._fail
        )

    def _read_more(self) -> None:
        after = self._model.after

        def add(page: SentPage) -> None:
            if after == self._model.after:
                self._model.add_page(page)

        def fail(error: FieldError) -> None:
            self._model.not_fetched()
            self._fail(error)

        self._context.operations.read(self, lambda desk: read_sent(desk, after), add, fail)

    def _show(self, page: SentPage) -> None:
        self._message.clear()
        self._stack.refill(lambda: self._model.show_page(page))

    def _empty(self) -> EmptyState:
        none = EmptyState(
            "mail",
            tr("Sent", "Nothing sent yet"),
            tr("Sent", "Every report that you file appears here, with HQ's receipt and verdict."),
            tr("Sent", "New report"),
        )
        none.acted.connect(lambda: self._context.go("form", None))
        return none

    def _fail(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
