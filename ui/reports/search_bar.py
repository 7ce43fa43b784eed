"""Search box and filters above the list of reports; tells what is wanted soon after typing."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED, WITHDRAWN
from fieldapp.store.reads import ReportFilter
from ui.i18n import tr
from ui.icons import icon
from ui.reports.report_model import state_words
from ui.theme.tokens import GAP_S, current_tokens

PAUSE_MS = 200
"""So long after the last keystroke the search begins."""
_MAX_TEXT = 200
_STATES = (NEW, ASKED, ACCEPTED, REJECTED, WITHDRAWN)


class SearchBar(QWidget):
    """Signals ``wanted`` when words or filters changed and stayed for a moment.

    Args:
        pause_ms: see `PAUSE_MS`.
    """

    wanted = Signal()

    def __init__(self, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._text = QLineEdit()
        self._text.setObjectName("search")
        self._text.setMaxLength(_MAX_TEXT)
        self._text.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self._text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._types = QComboBox()
        self._types.setObjectName("types")
        self._states = QComboBox()
        self._states.setObjectName("states")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._text, 1)
        row.addWidget(self._types)
        row.addWidget(self._states)
        self._timer = QTimer(self, interval=pause_ms, singleShot=True)
        self._timer.timeout.connect(self.wanted)
        self._text.textChanged.connect(lambda _text: self._timer.start())
        for box in (self._types, self._states):
            box.currentIndexChanged.connect(lambda _at: self._timer.start())
        self._text.returnPressed.connect(self._at_once)

    @property
    def filter(self) -> ReportFilter:
        """What the person wants to see."""
        kind, state = self._types.currentData(), self._states.currentData()
        return ReportFilter(
            text=self._text.text(),
            types=(str(kind),) if kind else (),
            states=(str(state),) if state else (),
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.filter != ReportFilter()

    def clear(self) -> None:
        """Shows everything again, at once."""
        self._text.clear()
        self._types.setCurrentIndex(0)
        self._states.setCurrentIndex(0)
        self._at_once()

    def focus(self) -> None:
        """Puts the cursor into the search box."""
        self._text.setFocus()
        self._text.selectAll()

    def show_types(self, types: Sequence[tuple[str, str]]) -> None:
        """Sets every text again; ``types`` are (short type, words)."""
        self._text.setPlaceholderText(tr("Reports", "Search number, place, words"))
        self._text.setAccessibleName(tr("Reports", "Search reports"))
        self._types.setAccessibleName(tr("Reports", "Type of report"))
        self._states.setAccessibleName(tr("Reports", "State"))
        _fill(self._types, tr("Reports", "All types"), types)
        states = [(state, state_words(state)) for state in _STATES]
        _fill(self._states, tr("Reports", "All states"), states)
        self.restyle()

    def restyle(self) -> None:
        """The colours changed."""
        self._glass.setIcon(icon("search", current_tokens().text_muted))

    def _at_once(self) -> None:
        self._timer.stop()
        self.wanted.emit()


def _fill(box: QComboBox, every: str, items: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(every, "")
    for code, words in items:
        box.addItem(words, code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
