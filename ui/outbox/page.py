"""The outbox: what HQ has of one's own work, what waits, and the road by USB stick."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.store.lane import CancelToken
from sync.field.forecast import forecast
from ui.i18n import tr
from ui.icons import set_icon
from ui.link_state import LinkState
from ui.messages import tell
from ui.outbox.files import Choose, choose_file, choose_folder
from ui.outbox.forecast_panel import ForecastPanel
from ui.outbox.model import (
    OutboxFacts,
    OutboxModel,
    arrange,
    read_outbox,
    totals_words,
)
from ui.outbox.standing_panel import StandingPanel
from ui.outbox.view import OutboxView
from ui.pages import Page, PageContext
from ui.reports.times import Times
from ui.theme.panels import Card, EmptyState, InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import GAP_M, GAP_XL, current_tokens

_ARRIVED = Changes(reports=True, journal=True, delivery=True, roster=True, photos=True, packs=True)
"""What a file from HQ may have brought."""


@dataclass(frozen=True, slots=True)
class Roads:
    """What the page can ask for besides reading; the application gives it.

    Args:
        export_bundle: writes what waits into a folder and says in one sentence what it wrote.
            Called on the store's lane; raises `FieldError`.
        import_bundle: takes in a file from HQ and says in one sentence what it brought. Called on
            the store's lane; raises `FieldError`.
        ask_again: has HQ asked to let the person in with another one-time code. Called on the
            store's lane as a command; raises `FieldError`.
        try_now: wakes the sender; called in the window's thread and returns at once.
        choose_folder: how the folder to write to is asked for.
        choose_file: how the file to read is asked for.
    """

    export_bundle: Callable[[Path], str]
    import_bundle: Callable[[Path], str]
    ask_again: Callable[[str], Changes]
    try_now: Callable[[], None]
    choose_folder: Choose = choose_folder
    choose_file: Choose = choose_file


class OutboxPage(Page):
    """Lists own records by what is still to be done about them."""

    name = "outbox"

    def __init__(self, context: PageContext, roads: Roads) -> None:
        super().__init__()
        self._context = context
        self._roads = roads
        self._facts: OutboxFacts | None = None
        self._reading: CancelToken | None = None
        self._header = PageHeader("")
        self._try, self._save, self._load = QPushButton(), QPushButton(), QPushButton()
        self._result = InlineMessage()
        self._result.setObjectName("result")
        self._panel = StandingPanel()
        self._forecast = ForecastPanel()
        self._model = OutboxModel(self._times(), current_tokens())
        self._view = OutboxView(self._model)
        self._empty = EmptyState("send", "")
        self._stack = QStackedWidget()
        self._build()
        self.translated()

    def opened(self, target: object) -> None:
        self._read()
        self._view.setFocus()

    def changed(self, changes: Changes) -> None:
        if changes.journal or changes.delivery or changes.photos or changes.reports:
            self._read()

    def link_changed(self, link: LinkState) -> None:
        if self._facts is not None:
            self._show(self._facts)

    def translated(self) -> None:
        self._try.setText(tr("Outbox", "Try now"))
        self._save.setText(tr("Outbox", "Save to USB stick"))
        self._load.setText(tr("Outbox", "Load from USB stick"))
        self._save.setToolTip(
            tr("Outbox", "Sealed for HQ. Nobody who finds the stick can read it.")
        )
        self._view.setAccessibleName(tr("Outbox", "Outbox"))
        self._panel.translated()
        self._forecast.translated()
        self._empty.set_texts(
            tr("Outbox", "Nothing to send"),
            tr("Outbox", "Reports that you file appear here, and what HQ has of them."),
        )
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_stack"):
            self._restyle()

    def _restyle(self) -> None:
        self._model.restyle(self._times(), current_tokens())
        self._view.open_groups()
        if self._facts is None:
            self._header.set_texts(tr("Outbox", "Outbox"))
        else:
            self._show(self._facts)

    def _build(self) -> None:
        for button, symbol, name in (
            (self._try, "refresh-cw", "try now"),
            (self._load, "download", "load bundle"),
            (self._save, "usb", "save bundle"),
        ):
            set_icon(button, symbol)
            button.setObjectName(name)
            self._header.add(button)
        for button in (self._load, self._save):
            button.setVisible(self._context.profile.usb_allowed)
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        column.addWidget(self._header)
        column.addWidget(self._result)
        column.addWidget(self._panel)
        column.addWidget(self._forecast)
        column.addWidget(self._stack, 1)
        self._try.clicked.connect(self._try_now)
        self._save.clicked.connect(self._ask_folder)
        self._load.clicked.connect(self._ask_file)
        self._view.activated.connect(self._open)
        self._panel.wanted.connect(self.ask_again)
        self._forecast.minutes_changed.connect(lambda _minutes: self._foretell())

    def _times(self) -> Times:
        context = self._context
        return Times.of(context)

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.operations.read(self, read_outbox, self._show, self._fail)

    def _show(self, facts: OutboxFacts) -> None:
        self._facts = facts
        link, times = self._context.link(), self._times()
        self._view.show_groups(arrange(facts.rows, link, times))
        self._header.set_texts(
            tr("Outbox", "Outbox"), totals_words(facts.standing.totals, link, times)
        )
        self._panel.show_standing(facts.standing)
        self._foretell()
        self._stack.setCurrentIndex(1 if facts.rows else 0)

    def _foretell(self) -> None:
        facts = self._facts
        if facts is not None:
            seconds = self._forecast.seconds
            found = forecast(facts.frames, facts.rate, seconds, facts.tariff)
            self._forecast.show_forecast(found, facts.tariff)

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None and line.row.ref:
            self._context.go("report", line.row.report)

    def _try_now(self) -> None:
        self._roads.try_now()
        self._result.show_message(MessageKind.INFO, lambda: tr("Outbox", "Looking for a link ..."))

    def ask_again(self, code: str) -> None:
        """Asks HQ to let the person in, with another one-time code."""
        self._context.operations.run(
            self, lambda _desk: self._roads.ask_again(code), self._asked, self._panel.failed
        )

    def _asked(self, _changes: Changes) -> None:
        self._panel.asked()
        self._try_now()

    def _ask_folder(self) -> None:
        folder = self._roads.choose_folder(self)
        if folder is not None:
            self.save_to(folder)

    def _ask_file(self) -> None:
        file = self._roads.choose_file(self)
        if file is not None:
            self.load_from(file)

    def save_to(self, folder: Path) -> None:
        """Writes what waits into a folder and says beneath the title how it went."""
        self._busy(tr("Outbox", "Writing ..."))
        self._context.operations.read(
            self, lambda _desk: self._roads.export_bundle(folder), self._done, self._fail
        )

    def load_from(self, file: Path) -> None:
        """Takes in a file from HQ and says beneath the title what it brought."""
        self._busy(tr("Outbox", "Reading ..."))
        self._context.operations.read(
            self, lambda _desk: self._roads.import_bundle(file), self._loaded, self._fail
        )

    def _busy(self, text: str) -> None:
        self._save.setEnabled(False)
        self._load.setEnabled(False)
        self._result.show_message(MessageKind.INFO, text)

    def _done(self, text: str) -> None:
        self._save.setEnabled(True)
        self._load.setEnabled(True)
        self._result.show_message(MessageKind.INFO, text)

    def _loaded(self, text: str) -> None:
        self._done(text)
        self._context.operations.announce(_ARRIVED)

    def _fail(self, error: FieldError) -> None:
        self._save.setEnabled(True)
        self._load.setEnabled(True)
        self._result.show_message(MessageKind.ERROR, lambda: tell(error).text)
