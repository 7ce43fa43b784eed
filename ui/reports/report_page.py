"""The page of one report: reading it, and what its author may still do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.changes import Changes
from fieldapp.commands import NewFile, answer_question, attach_files, withdraw_report
from fieldapp.errors import FieldError
from fieldapp.store.lane import CancelToken
from fieldapp.units import EventId
from ui.forms.photos import Choose, choose_photos
from ui.i18n import tr
from ui.icons import set_icon
from ui.link_state import LinkState
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.add_photos_panel import AddPhotosPanel
from ui.reports.also_button import AlsoButton
from ui.reports.copy_panel import CopyPanel
from ui.reports.handing_on import HandingOn, Shown
from ui.reports.names import raised_forms
from ui.reports.previews import with_preview
from ui.reports.radio_panel import RadioPanel
from ui.reports.report_model import REASONS, Reader, ReportFacts, read_report
from ui.reports.report_view import ReportView
from ui.reports.withdraw_panel import WithdrawPanel
from ui.theme.flow import FlowLayout
from ui.theme.panels import EmptyState
from ui.theme.tokens import GAP_M, GAP_S, GAP_XL


class ReportPage(Page):
    """Shows the report that was asked for and keeps it up to date.

    Args:
        context: what every page is given.
        choose: how photos are asked for.
    """

    name = "report"

    def __init__(self, context: PageContext, choose: Choose = choose_photos) -> None:
        super().__init__()
        self._context = context
        self._report: EventId | None = None
        self._reading: CancelToken | None = None
        self._unsent: dict[EventId, str] = {}
        self._withdraw = WithdrawPanel()
        self._add = AddPhotosPanel(choose)
        self._back = _button("back", "quiet")
        self._amend = _button("amend", "primary")
        self._photos = _button("add photos", "")
        self._take_back = _button("withdraw", "")
        self._copy = _button("copy report", "")
        self._read_out = _button("read out", "")
        self._again = _button("copy as new", "")
        self._handing_on = HandingOn(context, self._readable)
        self._view = ReportView(context, self._panels())
        self._also = AlsoButton()
        self._gone = EmptyState("file-text", "")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.translated()

    def opened(self, target: object) -> None:
        if not isinstance(target, bytes):
            return
        report = EventId(target)
        if report != self._report:
            self._keep_unsent()
            self._report = report
            self._withdraw.close_panel()
            self._add.close_panel()
            self._handing_on.close()
            self._view.talk.begin(self._unsent.pop(report, ""))
            self._stack.setCurrentIndex(0)
        self._view.setFocus()
        self._read()

    def changed(self, changes: Changes) -> None:
        if changes.reports or changes.delivery or changes.photos or changes.roster:
            self._read()

    def unkept(self) -> bool:
        return bool(self._unsent or self._view.talk.unsent.strip() or self._add.chosen)

    def link_changed(self, link: LinkState) -> None:
        self._view.link_changed(link)

    def translated(self) -> None:
        self._back.setText(tr("Report", "All reports"))
        self._amend.setText(tr("Report", "Correct"))
        self._photos.setText(tr("Report", "Add photos"))
        self._take_back.setText(tr("Report", "Withdraw"))
        self._copy.setText(tr("Report", "Print or PDF"))
        self._read_out.setText(tr("Report", "Read out"))
        self._again.setText(tr("Report", "Copy as new"))
        self._again.setToolTip(
            tr("Report", "Begin a new report with the answers that stay the same")
        )
        self._withdraw.close_panel()
        self._handing_on.close()
        self._add.translated()
        if self._view.facts is not None:
            self._view.show_facts(self._view.facts, anew=True)
            self._offer_more(self._view.facts)

    def _build(self) -> None:
        set_icon(self._back, "arrow-left")
        set_icon(self._photos, "camera")
        set_icon(self._take_back, "undo-2")
        set_icon(self._copy, "printer")
        set_icon(self._read_out, "radio")
        set_icon(self._again, "copy")
        bar = QHBoxLayout()
        bar.setSpacing(GAP_S)
        bar.addWidget(self._back)
        bar.addStretch(1)
        buttons = FlowLayout(GAP_S)
        for button in self._buttons():
            button.hide()
            buttons.addWidget(button)
        bar.addLayout(buttons)
        bar.setAlignment(self._back, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_M, GAP_XL, 0)
        column.setSpacing(GAP_S)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self._context.go("reports", None))
        self._amend.clicked.connect(lambda: self._context.go("form", ("amend", self._report)))
        self._photos.clicked.connect(self._ask_photos)
        self._also.chosen.connect(
            lambda form: self._context.go("form", ("also", form, self._report))
        )
        self._again.clicked.connect(self._copy_as_new)
        self._view.linked.connect(lambda report: self._context.go("report", report))
        self._take_back.clicked.connect(self._ask_withdraw)
        self._withdraw.confirmed.connect(self._run_withdraw)
        self._copy.clicked.connect(self._ask_copy)
        self._read_out.clicked.connect(self._ask_radio)
        for panel in self._panels():
            panel.closing.connect(self._view.setFocus)
        self._add.confirmed.connect(self._run_attach)
        self._view.answered.connect(self._run_answer)

    def _read(self) -> None:
        report = self._report
        if report is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.operations.read(
            self, lambda desk: read_report(desk, report), self._show, self._show_failure
        )

    def _show(self, facts: ReportFacts) -> None:
        if facts.detail.row.id != self._report:
            return
        self._view.show_facts(facts)
        for button in (self._amend, self._photos, self._take_back):
            button.setVisible(facts.open)
        for button in (self._copy, self._read_out):
            button.setVisible(self._readable() is not None)
        self._offer_more(facts)
        changeable = facts.open and facts.sealed is None
        self._amend.setVisible(changeable and facts.detail.row.removed is None)
        self._photos.setVisible(changeable)
        if not facts.open:
            self._withdraw.close_panel()
            self._add.close_panel()
        self._stack.setCurrentIndex(1)

    def _offer_more(self, facts: ReportFacts) -> None:
        offered = facts.open and facts.sealed is None
        form = facts.detail.row.form
        self._also.show_forms(raised_forms(self._context, form) if offered else ())
        readable = self._readable() is not None
        self._again.setVisible(readable and Reader(self._context).knows_form(form))

    def _show_failure(self, error: FieldError) -> None:
        self._stack.removeWidget(self._gone)
        self._gone.deleteLater()
        self._gone = EmptyState("file-text", tell(error).text)
        self._stack.addWidget(self._gone)
        self._stack.setCurrentWidget(self._gone)
        for button in self._buttons():
            button.hide()

    def _ask_withdraw(self) -> None:
        facts = self._view.facts
        if facts is None:
            return
        self._add.close_panel()
        self._only()
        language = self._context.language()
        reasons = [
            (item.name, item.label(language)) for item in self._context.catalog.codes.items(REASONS)
        ]
        self._withdraw.ask(facts.detail.row.ref, reasons, note=facts.sealed is None)

    def _readable(self) -> Shown | None:
        """The report with its text, None where that is sealed or not here any more."""
        facts = self._view.facts
        if facts is None or facts.sealed is not None or facts.detail.row.removed is not None:
            return None
        return facts, facts.detail.revisions[-1].content

    def _buttons(self) -> tuple[QPushButton | AlsoButton, ...]:
        ours = (self._again, self._read_out, self._copy, self._take_back, self._photos, self._amend)
        return (self._also, *ours)

    def _panels(self) -> tuple[WithdrawPanel | AddPhotosPanel | CopyPanel | RadioPanel, ...]:
        return (self._withdraw, self._add, self._handing_on.copying, self._handing_on.radio)

    def _copy_as_new(self) -> None:
        facts = self._view.facts
        if facts is not None:
            row = facts.detail.row
            self._context.go("form", ("copy", row.form, row.id))

    def _ask_copy(self) -> None:
        self._only()
        self._handing_on.open_copying()

    def _ask_radio(self) -> None:
        self._only()
        self._handing_on.open_radio()

    def _only(self) -> None:
        """Makes room for one panel; photos that were chosen and not added yet stay."""
        for panel in self._panels():
            if panel is not self._add or not self._add.chosen:
                panel.close_panel()
        self._view.show_top()

    def _ask_photos(self) -> None:
        for panel in (self._withdraw, self._handing_on.copying, self._handing_on.radio):
            panel.close_panel()
        self._view.show_top()
        self._add.open_panel()

    def _run_withdraw(self, reason: str, note: str) -> None:
        report = self._report
        if report is None:
            return
        self._context.operations.run(
            self,
            lambda desk: withdraw_report(desk, report, reason, note),
            lambda _changes: self._withdraw.close_panel(),
            lambda error: self._withdraw.failed(lambda: tell(error).text),
        )

    def _run_attach(self, files: list[NewFile], note: str) -> None:
        report = self._report
        if report is None:
            return
        self._context.operations.run(
            self,
            lambda desk: attach_files(desk, report, [with_preview(f) for f in files], note),
            lambda _changes: self._add.close_panel(),
            lambda error: self._add.failed(lambda: tell(error).text),
        )

    def _run_answer(self, question: EventId, text: str) -> None:
        report = self._report
        if report is None:
            return
        self._context.operations.run(
            self,
            lambda desk: answer_question(desk, report, question, text),
            lambda _changes: self._answer_kept(report),
            lambda error: self._view.talk.failed(lambda: tell(error).text),
        )

    def _answer_kept(self, report: EventId) -> None:
        if report == self._report:
            self._view.talk.sent()
        else:
            self._unsent.pop(report, None)

    def _keep_unsent(self) -> None:
        if self._report is not None and self._view.talk.unsent.strip():
            self._unsent[self._report] = self._view.talk.unsent


def _button(name: str, look: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("look", look)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
