"""Search box and filters above the list of reports; tells what is wanted soon after a change."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED, WITHDRAWN
from fieldapp.store.reads import ReportFilter
from fieldapp.store.saved import SavedFilter
from fieldapp.store.timeliness import Late
from fieldapp.units import UtcMillis
from ui.i18n import tr
from ui.icons import icon
from ui.reports.filter_chip import FilterChip
from ui.reports.report_model import state_words
from ui.reports.saved_filters import SavedFilters
from ui.reports.timing import LATE_CHOICES, late_words
from ui.theme.tokens import GAP_S, current_tokens

PAUSE_MS = 200
"""So long after the last keystroke the search begins."""
_MAX_TEXT = 200
_STATES = (NEW, ASKED, ACCEPTED, REJECTED, WITHDRAWN)
_DAY = 86_400_000
PERIODS = {"day": _DAY, "week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}
"""Milliseconds by the code of a period that ends now."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see; a period is counted back from the moment of asking."""

    text: str = ""
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: str = ""
    late: tuple[str, ...] = ()

    def at(self, now: UtcMillis) -> ReportFilter:
        """As the store understands it."""
        span = PERIODS.get(self.period)
        return ReportFilter(
            text=self.text,
            types=self.types,
            states=self.states,
            units=self.units,
            since=None if span is None else UtcMillis(now - span),
            late=tuple(Late(code) for code in self.late),
            now=now,
        )


@dataclass(frozen=True)
class Choices:
    """What can be filtered by, as code and words: types and units of the mission."""

    types: Sequence[tuple[str, str]]
    units: Sequence[tuple[str, str]]


class SearchBar(QWidget):
    """Signals ``wanted`` when words or filters changed and stayed for a moment.

    Args:
        pause_ms: see `PAUSE_MS`.

    Signals:
        wanted: see `wish`.
        keep: a `SavedFilter` to keep.
        drop: name of one to forget.
    """

    wanted = Signal()
    keep = Signal(object)
    drop = Signal(str)

    def __init__(self, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._text = QLineEdit()
        self._text.setObjectName("search")
        self._text.setMaxLength(_MAX_TEXT)
        self._text.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self._text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._types, self._states = FilterChip("types"), FilterChip("states")
        self._period = FilterChip("period", several=False)
        self._late = FilterChip("late")
        self._units = FilterChip("units")
        self._clear = QPushButton()
        self._clear.setObjectName("clear filters")
        self._clear.setProperty("look", "link")
        self._saved = SavedFilters()
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self._text, 1)
        for widget in (*self._chips, self._clear, self._saved.button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(row)
        column.addWidget(self._saved.naming)
        self._timer = QTimer(self, interval=pause_ms, singleShot=True)
        self._connect()

    @property
    def wish(self) -> Wish:
        """What the person wants to see."""
        return Wish(
            self._text.text(),
            self._types.chosen,
            self._states.chosen,
            self._units.chosen,
            "".join(self._period.chosen),
            self._late.chosen,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.wish != Wish()

    def clear(self) -> None:
        """Shows everything again, at once."""
        self._show(Wish())

    def focus(self) -> None:
        """Puts the cursor into the search box."""
        self._text.setFocus()
        self._text.selectAll()

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """The filters that the person kept."""
        self._saved.show_saved(saved)

    def show_choices(self, choices: Choices) -> None:
        """Sets every text again."""
        self._text.setPlaceholderText(tr("Reports", "Search number, place, words"))
        self._text.setAccessibleName(tr("Reports", "Search reports"))
        self._clear.setText(tr("Reports", "Show all"))
        self._types.set_texts(tr("Reports", "Type"), choices.types)
        self._states.set_texts(
            tr("Reports", "State"), [(state, state_words(state)) for state in _STATES]
        )
        self._period.set_texts(
            tr("Reports", "Period"),
            [
                ("day", tr("Reports", "Last 24 hours")),
                ("week", tr("Reports", "Last 7 days")),
                ("month", tr("Reports", "Last 30 days")),
                ("year", tr("Reports", "Last 12 months")),
            ],
        )
        self._late.set_texts(
            tr("Reports", "Deadline"), [(late.value, late_words(late)) for late in LATE_CHOICES]
        )
        self._units.set_texts(tr("Reports", "Unit"), choices.units)
        self._units.setVisible(len(choices.units) > 1)
        self._saved.translated()
        self._tell()
        self.restyle()

    def restyle(self) -> None:
        """The colours changed."""
        self._glass.setIcon(icon("search", current_tokens().text_muted))

    @property
    def _chips(self) -> tuple[FilterChip, ...]:
        return (self._types, self._states, self._period, self._late, self._units)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.wanted)
        self._text.textChanged.connect(lambda _text: self._changed())
        for chip in self._chips:
            chip.changed.connect(self._changed)
        self._text.returnPressed.connect(self._at_once)
        self._clear.clicked.connect(self.clear)
        self._saved.chosen.connect(self._show_saved)
        self._saved.named.connect(self._keep)
        self._saved.dropped.connect(self.drop)

    def _changed(self) -> None:
        self._tell()
        self._timer.start()

    def _tell(self) -> None:
        self._clear.setVisible(self.narrowed)
        self._saved.can_save(self.narrowed)

    def _keep(self, name: str) -> None:
        wish = self.wish
        self.keep.emit(
            SavedFilter(
                name, wish.text, wish.types, wish.states, wish.units, wish.period, wish.late
            )
        )

    def _show_saved(self, saved: SavedFilter) -> None:
        self._show(
            Wish(saved.text, saved.types, saved.states, saved.units, saved.period, saved.late)
        )

    def _show(self, wish: Wish) -> None:
        self._text.setText(wish.text)
        self._types.choose(wish.types)
        self._states.choose(wish.states)
        self._units.choose(wish.units)
        self._period.choose((wish.period,))
        self._late.choose(wish.late)
        self._tell()
        self._at_once()

    def _at_once(self) -> None:
        self._timer.stop()
        self.wanted.emit()
