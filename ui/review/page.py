"""The officer's page: what waits on the left, the report beside it, the verdict beneath."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.store.folding import WITHDRAWN
from fieldapp.store.lane import CancelToken
from fieldapp.units import EventId
from ui.i18n import tr
from ui.link_state import LinkState
from ui.map.report_map import ReportMap
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.labels import SideLabel
from ui.reports.report_model import Reader, ReportFacts, read_report
from ui.reports.report_view import ReportView
from ui.review.model import Queue, QueueModel, judge, newest, read_queue
from ui.review.queue_view import QueueView
from ui.review.recheck_panel import RecheckPanel
from ui.review.verdict_bar import ACCEPT, ASK, REJECT, VerdictBar
from ui.theme.panels import Card, EmptyState, MessageKind
from ui.theme.tokens import GAP_M, GAP_S, GAP_XL

SEARCH_PAUSE_MS = 200
"""Pause in typing after which the search begins."""
_QUEUE_WIDTH = 320
_MAP_WIDTH = 360
_MAP_FROM = 1500
"""Width of the window in pixels from which the map has room beside queue and report."""


class ReviewPage(Page):
    """Leads an officer through the reports that wait, the most urgent first."""

    name = "review"

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._reader = Reader(context)
        self._report: EventId | None = None
        self._asked_for: EventId | None = None
        self._place = 0
        self._reading: CancelToken | None = None
        self._queueing: CancelToken | None = None
        self._unsent: dict[EventId, tuple[str, str]] = {}
        self._title = SideLabel("", "title")
        self._search = QLineEdit()
        self._pause = QTimer(self)
        self._model = QueueModel(self._reader)
        self._recheck = RecheckPanel(self._reader)
        self._view = ReportView(context, [self._recheck])
        self._queue = QueueView(self._model, self._reader, self._view.times())
        self._bar = VerdictBar()
        self._empty = EmptyState("clipboard-check", "")
        self._place_map = ReportMap()
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self.translated()

    def opened(self, target: object) -> None:
        if isinstance(target, bytes):
            self._asked_for = EventId(target)
            self._turn_to(self._asked_for)
        self._read_queue()
        self._queue.setFocus()

    def changed(self, changes: Changes) -> None:
        if changes.reports or changes.roster or changes.photos:
            self._read_queue()
            self._read_report()

    def keep(self) -> None:
        # The store closes next; a search that has not begun would come too late.
        self._pause.stop()

    def unkept(self) -> bool:
        return bool(self._unsent or self._bar.unsent[1].strip())

    def link_changed(self, link: LinkState) -> None:
        self._view.link_changed(link)

    def translated(self) -> None:
        self._search.setPlaceholderText(tr("Review", "Search the queue"))
        self._search.setAccessibleName(tr("Review", "Search the queue"))
        self._queue.setAccessibleName(tr("Review", "Reports to review"))
        self._queue.use_times(self._view.times())
        self._bar.translated()
        self._empty.set_texts(
            tr("Review", "Nothing to review"),
            tr("Review", "New reports and answers appear here by themselves."),
        )
        self._place_map.translated()
        self._count(len(self._model.rows))
        if self._view.facts is not None:
            self._view.show_facts(self._view.facts, anew=True)
            self._recheck.show_facts(self._view.facts, self._view.times())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_map.give_room(self.window().width() >= _MAP_FROM)

    # -- building

    def _build(self) -> None:
        self._search.setClearButtonEnabled(True)
        self._search.setObjectName("search")
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        left = QWidget()
        side = QVBoxLayout(left)
        # On right-to-left pages the splitter cuts one pixel off.
        side.setContentsMargins(1, 0, 1, 0)
        side.setSpacing(GAP_S)
        side.addWidget(self._title)
        side.addWidget(self._search)
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._queue)
        side.addWidget(card, 1)
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._view, 1)
        column.addWidget(self._bar)
        right = QWidget()
        right.setLayout(self._stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(detail)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.addWidget(self._place_map)
        split.setStretchFactor(1, 1)
        split.setSizes([_QUEUE_WIDTH, 900, _MAP_WIDTH])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(GAP_M)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_M)
        outer.addWidget(split)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._read_queue)
        self._queue.selectionModel().currentChanged.connect(self._chosen)
        self._bar.judged.connect(self._judge)
        self._bar.skipped.connect(self._next)
        for key, verdict in (("A", ACCEPT), ("Q", ASK), ("R", REJECT)):
            shortcut = self._shortcut(key)
            shortcut.activated.connect(lambda verdict=verdict: self._bar.press(verdict))
        self._shortcut("N").activated.connect(self._next)

    def _shortcut(self, key: str) -> QShortcut:
        """A single key; text fields keep the keys that are typed into them."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    # -- the queue

    def _read_queue(self) -> None:
        if self._queueing is not None:
            self._queueing.cancel()
        text = self._search.text()
        self._queueing = self._context.operations.read(
            self, lambda desk: read_queue(desk, text), self._show_queue, self._say
        )

    def _show_queue(self, queue: Queue) -> None:
        self._count(queue.count)
        blocked = self._queue.selectionModel().blockSignals(True)
        self._model.show(queue.rows)
        self._queue.selectionModel().blockSignals(blocked)
        place = self._model.place(self._report)
        staying = self._bar.unsent[1].strip() or self._report == self._asked_for is not None
        if place < 0 and not staying:
            # Its verdict is given, here or elsewhere: the one that moved up takes its place.
            place = min(self._place, len(queue.rows) - 1)
        if place >= 0:
            self._place = place
            self._queue.selectionModel().setCurrentIndex(
                self._model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._turn_to(queue.rows[place].id)
        elif not queue.rows and not staying:
            self._keep_unsent()
            self._report = None
            self._place_map.show_report(None)
            self._stack.setCurrentIndex(0)

    def _count(self, count: int) -> None:
        self._title.setText(tr("Review", "To review ({count})", count=count))

    def _chosen(self) -> None:
        index = self._queue.currentIndex()
        if index.isValid():
            self._place = index.row()
            self._turn_to(self._model.rows[index.row()].id)

    def _next(self) -> None:
        rows = len(self._model.rows)
        if rows:
            self._queue.setCurrentIndex(self._model.index((self._place + 1) % rows))

    # -- the report

    def _turn_to(self, report: EventId) -> None:
        if report == self._report:
            return
        self._keep_unsent()
        self._report = report
        self._bar.begin(*self._unsent.pop(report, ("", "")))
        self._bar.open_for(may=False)
        self._read_report()

    def _keep_unsent(self) -> None:
        if self._report is not None and self._bar.unsent[1].strip():
            self._unsent[self._report] = self._bar.unsent

    def _read_report(self) -> None:
        report = self._report
        if report is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.operations.read(
            self, lambda desk: read_report(desk, report), self._show_report, self._say
        )

    def _show_report(self, facts: ReportFacts) -> None:
        if facts.detail.row.id != self._report:
            return
        self._view.show_facts(facts)
        self._recheck.show_facts(facts, self._view.times())
        row = facts.detail.row
        self._bar.open_for(may=row.state != WITHDRAWN and not row.protected)
        self._place_map.show_report(facts.detail.row)
        self._stack.setCurrentIndex(1)

    def _say(self, error: FieldError) -> None:
        self._bar.say(MessageKind.ERROR, lambda: tell(error).text)

    # -- the verdict

    def _judge(self, verdict: str, text: str) -> None:
        facts, report = self._view.facts, self._report
        if facts is None or report is None or facts.detail.row.id != report:
            return
        seen = newest(facts.detail.history)
        self._bar.open_for(may=False)

        def given(_changes: Changes) -> None:
            self._asked_for = None
            self._bar.close_box()
            self._queue.setFocus()

        def refused(error: FieldError) -> None:
            self._bar.open_for(may=True)
            self._say(error)
            self._read_report()

        self._context.operations.run(
            self, lambda desk: judge(desk, report, seen, verdict, text), given, refused
        )
