"""The sent book's page."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.store.sent import SentPage
from ui.i18n import tr
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.report_model import Reader
from ui.reports.times import Times
from ui.sentbook.model import PAGE_LINES, LineWords, SentModel, read_sent
from ui.sentbook.view import SentView
from ui.theme.panels import Card, EmptyState, InlineMessage, MessageKind, PageHeader
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
        self._fresh = False
        self._header = PageHeader("")
        self._message = InlineMessage()
        self._model = SentModel(self._words())
        self._view = SentView(self._model)
        self._stack = QStackedWidget()
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._view)
        self._stack.addWidget(card)
        self._none = EmptyState("send", "")
        self._stack.addWidget(self._none)
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
        self._fresh = True
        self._read()
        self._view.setFocus()

    def changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.reports or changes.delivery or changes.photos):
            self._read()

    def translated(self) -> None:
        self._header.set_texts(
            tr("Sent", "Sent book"), tr("Sent", "Your reports, and what HQ has of each.")
        )
        self._view.setAccessibleName(tr("Sent", "Sent book"))
        chosen = self._view.chosen()
        self._model.restyle(self._words())
        self._view.choose(chosen)
        self._show_stack()

    def _words(self) -> LineWords:
        context = self._context
        times = Times(context.clock, context.profile.offset_minutes, context.language())
        return LineWords(Reader(context), times)

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
        chosen, place = self._view.chosen(), self._view.verticalScrollBar().value()
        self._message.clear()
        self._model.show_page(page)
        self._view.choose(chosen)
        self._view.verticalScrollBar().setValue(place)
        self._show_stack()
        if self._fresh and self._model.rowCount():
            self._fresh = False
            self._view.setFocus()

    def _show_stack(self) -> None:
        if self._model.rowCount():
            self._stack.setCurrentIndex(0)
            return
        none = EmptyState(
            "send",
            tr("Sent", "Nothing sent yet"),
            tr("Sent", "Every report that you file stands here, with HQ's receipt and verdict."),
            tr("Sent", "New report"),
        )
        none.acted.connect(lambda: self._context.go("form", None))
        self._stack.removeWidget(self._none)
        self._none.deleteLater()
        self._none = none
        self._stack.addWidget(none)
        self._stack.setCurrentWidget(none)

    def _fail(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
