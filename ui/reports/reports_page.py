"""The page of all reports: drafts on top, a list to search and filter, and the way to a new one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.habits import drop_filter, keep_filter
from fieldapp.store import reads, saved
from fieldapp.store.lane import CancelToken
from fieldapp.store.saved import SavedFilter
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell
from ui.paged_table import TableOrEmpty
from ui.pages import Page, PageContext
from ui.reports.draft_list import DraftList, DraftWords, read_drafts
from ui.reports.model import PAGE_ROWS, ReportsModel
from ui.reports.names import form_name, kept_time, report_types
from ui.reports.report_model import RowWords
from ui.reports.reports_view import ReportsView
from ui.reports.search_bar import PAUSE_MS, Choices, SearchBar
from ui.reports.writing import discard
from ui.theme.panels import EmptyState, InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL

_MOST_KEPT = 2000
"""Rows read again at once when something changed; further ones come back with scrolling."""


class ReportsPage(Page):
    """Lists reports, newest first.

    Args:
        context: what pages are given.
        pause_ms: pause in typing after which the search begins.
    """

    name = "reports"

    def __init__(self, context: PageContext, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._context = context
        self._reading: CancelToken | None = None
        self._header = PageHeader("")
        self._new = QPushButton()
        self._new.setObjectName("new report")
        self._new.setProperty("look", "primary")
        set_icon(self._new, "plus", self._new.palette().ColorRole.HighlightedText)
        self._message = InlineMessage()
        self._drafts = DraftList(
            DraftWords(
                lambda form: form_name(context, form), lambda moment: kept_time(context, moment)
            )
        )
        self._search = SearchBar(pause_ms)
        self._model = ReportsModel(RowWords.of(context))
        self._view = ReportsView(self._model)
        self._stack = TableOrEmpty(self._view, self._empty)
        self._build()
        self._connect()
        self.translated()

    @property
    def model(self) -> ReportsModel:
        """The rows shown."""
        return self._model

    def opened(self, target: object) -> None:
        self._read()
        self._read_drafts()
        self._read_saved()
        self._stack.take_keyboard()

    def changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.drafts:
            self._read_drafts()
        if changes.reports or changes.delivery or changes.roster:
            self._read()

    def translated(self) -> None:
        self._header.set_texts(tr("Reports", "Reports"))
        self._new.setText(tr("Reports", "New report"))
        self._new.setToolTip(tr("Reports", "New report (Ctrl+N)"))
        types = report_types(self._context)
        units = [(unit.code, unit.code) for unit in self._context.profile.units]
        self._search.show_choices(Choices(types, units))
        self._view.translated()
        self._stack.refill(lambda: self._model.restyle(RowWords.of(self._context)))
        self._drafts.translated()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_stack"):
            self._search.restyle()

    def _build(self) -> None:
        self._header.add(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        for widget in (self._header, self._message, self._drafts, self._search):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._drafts.come_after(self._new)

    def _connect(self) -> None:
        go = self._context.go
        self._new.clicked.connect(lambda: go("form", None))
        self._view.opened.connect(lambda report: go("report", report))
        self._drafts.go_on.connect(lambda draft: go("form", ("draft", draft)))
        self._drafts.discard.connect(self._discard)
        self._search.wanted.connect(self._narrow)
        self._search.keep.connect(self._keep_filter)
        self._search.drop.connect(self._drop_filter)
        self._view.sorted.connect(lambda: self._read(anew=True))
        self._model.more_wanted.connect(self._read_more)
        self._shortcut("Ctrl+N", lambda: go("form", None))
        self._shortcut("Ctrl+F", self._search.focus)

    def _shortcut(self, keys: str, work: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(work)

    # -- reading

    def _narrow(self) -> None:
        self._stack.leave_keyboard()
        self._read(anew=True)

    def _read(self, *, anew: bool = False) -> None:
        if self._reading is not None:
            self._reading.cancel()
        held = 0 if anew else min(self._model.rowCount(), _MOST_KEPT)
        rows = max(PAGE_ROWS, held)
        wish, order = self._search.wish, self._view.order
        wanted = wish.at(self._context.clock.now())

        def show(page: reads.Page) -> None:
            if (wish, order) == (self._search.wish, self._view.order):
                self._show(page, anew=anew)

        self._reading = self._context.operations.read(
            self,
            lambda desk: reads.page(desk.store, wanted, limit=rows, order=order),
            show,
            self._fail,
        )

    def _read_more(self) -> None:
        wish, order, after = self._search.wish, self._view.order, self._model.after
        wanted = wish.at(self._context.clock.now())

        def add(page: reads.Page) -> None:
            now = (self._search.wish, self._view.order, self._model.after)
            if now == (wish, order, after):
                self._model.add_page(page)

        def fail(error: FieldError) -> None:
            self._model.not_fetched()
            self._fail(error)

        self._context.operations.read(
            self,
            lambda desk: reads.page(desk.store, wanted, after, PAGE_ROWS, order),
            add,
            fail,
        )

    def _read_saved(self) -> None:
        self._context.operations.read(
            self,
            lambda desk: saved.load(desk.store, desk.keys.slot.id),
            self._search.show_saved,
            self._fail,
        )

    def _keep_filter(self, wanted: SavedFilter) -> None:
        self._context.operations.run(
            self, lambda desk: keep_filter(desk, wanted), lambda _: self._read_saved(), self._fail
        )

    def _drop_filter(self, name: str) -> None:
        self._context.operations.run(
            self, lambda desk: drop_filter(desk, name), lambda _: self._read_saved(), self._fail
        )

    def _read_drafts(self) -> None:
        self._context.operations.read(self, read_drafts, self._drafts.show_drafts, self._fail)

    def _show(self, page: reads.Page, *, anew: bool) -> None:
        self._message.clear()
        self._stack.refill(lambda: self._model.show_page(page), anew=anew)

    def _empty(self) -> EmptyState:
        if self._search.narrowed:
            said = EmptyState(
                "search",
                tr("Reports", "Nothing found"),
                tr("Reports", "No report on this laptop fits these words and filters."),
                tr("Reports", "Show all"),
            )
            said.acted.connect(self._search.clear)
            return said
        said = EmptyState(
            "file-text",
            tr("Reports", "No reports yet"),
            tr("Reports", "Reports that you file appear here, and those that HQ shares with you."),
            tr("Reports", "New report"),
        )
        said.acted.connect(lambda: self._context.go("form", None))
        return said

    def _fail(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def _discard(self, draft: str) -> None:
        self._context.operations.run(self, lambda desk: discard(desk, draft), on_failure=self._fail)
