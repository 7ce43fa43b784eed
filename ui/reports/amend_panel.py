"""Why a filed report changes: asked for above its form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from ui.forms.field import mark_wrong
from ui.i18n import tr
from ui.pages import PageContext
from ui.reports.report_model import ERROR_REASON, REASONS
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

MAX_NOTE = 500


def reasons(context: PageContext) -> list[tuple[str, str]]:
    """Code and words of the reasons for which a report may be corrected."""
    language = context.language()
    return [
        (item.name, item.label(language))
        for item in context.catalog.codes.items(REASONS)
        if item.name != ERROR_REASON
    ]


class AmendPanel(Card):
    """A reason from the mission's list, and a few words if the person likes.

    Signals:
        edited: reason or words changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = text_label("", "heading")
        self._reason = QComboBox()
        self._reason.setObjectName("amend reason")
        self._note = QLineEdit()
        self._note.setObjectName("amend note")
        self._note.setMaxLength(MAX_NOTE)
        self._label = QLabel()
        self._label.setBuddy(self._reason)
        self._problem = text_label("", "problem")
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self._label)
        row.addWidget(self._reason, 2)
        row.addWidget(self._note, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._reason.currentIndexChanged.connect(self._changed)
        self._note.textChanged.connect(self._changed)

    @property
    def reason(self) -> str:
        """Code of the reason, or empty."""
        return str(self._reason.currentData() or "")

    @property
    def note(self) -> str:
        """The reason in words."""
        return self._note.text().strip()

    def show_reasons(self, reasons: Sequence[tuple[str, str]], reason: str, note: str) -> None:
        """Offers (code, label); shows what was chosen before."""
        self.blockSignals(True)
        self._reason.clear()
        self._reason.addItem(tr("Writing", "Choose a reason"), "")
        for code, label in reasons:
            self._reason.addItem(label, code)
        self._reason.setCurrentIndex(max(0, self._reason.findData(reason)))
        self._note.setText(note)
        self.blockSignals(False)
        self._title.setText(tr("Writing", "Why does the report change?"))
        self._label.setText(tr("Writing", "&Reason *"))
        self._reason.setAccessibleName(tr("Writing", "Reason"))
        self._note.setAccessibleName(tr("Writing", "The reason in a few words"))
        self._note.setPlaceholderText(tr("Writing", "In a few words, if you like"))

    def demand(self) -> bool:
        """Marks a missing reason and goes there; False when there is one."""
        missing = not self.reason
        self._mark(missing)
        if missing:
            self._reason.setFocus()
        return missing

    def _changed(self) -> None:
        if self.reason:
            self._mark(False)
        self.edited.emit()

    def _mark(self, missing: bool) -> None:
        mark_wrong(self._reason, missing)
        self._problem.setText(
            tr("Writing", "Please choose a reason. It is kept with the report.") if missing else ""
        )
        self._problem.setVisible(missing)
