"""The list of reports as a table: frozen rows, fetched page by page as the person scrolls."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt

from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED, WITHDRAWN
from fieldapp.store.reads import Delivery, Key, Page, ReportRow, Sort
from ui.i18n import isolate, tr
from ui.paged_model import Index, PagedModel
from ui.reports.removed_card import removed_words
from ui.reports.report_model import RowWords, doubt_words, state_words
from ui.reports.sealed_card import sealed_words
from ui.reports.timing import timing_words
from ui.theme.table import TONE_ROLE
from ui.theme.tokens import Tone

PAGE_ROWS = 50
COLUMNS = 7
WHEN, WHAT, PLACE, GRID, NUMBER, STATE, HQ = range(COLUMNS)
SORTS: Final = {
    WHEN: Sort.MOMENT,
    WHAT: Sort.WHAT,
    PLACE: Sort.PLACE,
    GRID: Sort.GRID,
    NUMBER: Sort.NUMBER,
    STATE: Sort.STATE,
}
"""What the list is sorted by when a column's head is pressed."""
BADGES = (STATE, HQ)
_STATE_TONES = {
    NEW: Tone.NEUTRAL,
    ACCEPTED: Tone.SUCCESS,
    ASKED: Tone.WARNING,
    REJECTED: Tone.DANGER,
    WITHDRAWN: Tone.NEUTRAL,
}
HQ_TONES = {
    Delivery.WAITING: Tone.NEUTRAL,
    Delivery.REFUSED: Tone.DANGER,
    Delivery.TEXT_RECEIVED: Tone.INFO,
    Delivery.RECEIVED: Tone.SUCCESS,
    Delivery.HELD: Tone.INFO,
    Delivery.FROM_HQ: Tone.NEUTRAL,
}


class ReportsModel(PagedModel[ReportRow, Key]):
    """Reports as a table; see `PagedModel`.

    Args:
        words: see `RowWords`.
    """

    def __init__(self, words: RowWords) -> None:
        super().__init__(headings, lambda row: row.id)
        self._words = words

    def show_page(self, page: Page) -> None:
        """Begins anew with these rows."""
        self.show_rows(page.rows, page.after)

    def add_page(self, page: Page) -> None:
        """Adds the rows that come next."""
        self.add_rows(page.rows, page.after)

    def restyle(self, words: RowWords) -> None:
        """Another language."""
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == TONE_ROLE and column in BADGES:
            return HQ_TONES[row.delivery] if column == HQ else _state_tone(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hover(row, column)
        return None

    def _text(self, row: ReportRow, column: int) -> str:
        words = self._words
        if column == WHEN:
            return words.times.group(row.happened if row.happened is not None else row.filed)
        if column == WHAT:
            return isolate(words.reader.subject(row))
        if column == PLACE and row.protected:
            return tr("Reports", "Sealed")
        if column == PLACE and row.removed is not None:
            return tr("Reports", "Text removed")
        if column == PLACE:
            return isolate(row.place)
        if column == GRID:
            return isolate(row.grid)
        if column == NUMBER:
            return isolate(row.ref)
        if column == STATE:
            return row_state(row)
        return delivery_words(row)

    def _hover(self, row: ReportRow, column: int) -> str:
        words = self._words
        if column == WHEN:
            local = words.times.local(row.happened if row.happened is not None else row.filed)
            return "\n".join(part for part in (local, timing_words(row, words.times)) if part)
        if column == NUMBER:
            return words.reader.writer(row)
        if column == PLACE and row.protected:
            return sealed_words()
        if column == PLACE and row.removed is not None:
            return removed_words(row.removed, words.times)
        if column == STATE and row.doubted:
            return doubt_words()
        return self._text(row, column)


def headings() -> Sequence[str]:
    """The columns' names."""
    return (
        tr("Reports", "When"),
        tr("Reports", "What"),
        tr("Reports", "Place"),
        tr("Reports", "Grid"),
        tr("Reports", "Number"),
        tr("Reports", "State"),
        tr("Reports", "HQ"),
    )


def row_state(row: ReportRow) -> str:
    """A report's state; a verdict that has to be looked at again says so."""
    if row.history:
        return _imported()
    if row.doubted:
        return _doubted()
    if row.recheck:
        return _again()
    return state_words(row.state)


def delivery_words(row: ReportRow) -> str:
    """What HQ has of it, short enough for a column."""
    return _deliveries()[row.delivery]


def badge_words(column: int) -> Sequence[str]:
    """Everything that a column of badges may say, so that it can be wide enough."""
    if column == HQ:
        return tuple(_deliveries().values())
    return (*(state_words(state) for state in _STATE_TONES), _imported(), _doubted(), _again())


def _imported() -> str:
    return tr("Reports", "Imported")


def _doubted() -> str:
    return tr("Reports", "Key withdrawn")


def _again() -> str:
    return tr("Reports", "Check again")


def _deliveries() -> Mapping[Delivery, str]:
    return {
        Delivery.WAITING: tr("Reports", "Waiting"),
        Delivery.REFUSED: tr("Reports", "Refused"),
        Delivery.TEXT_RECEIVED: tr("Reports", "Text received"),
        Delivery.RECEIVED: tr("Reports", "Received"),
        Delivery.HELD: tr("Reports", "HQ looks at it"),
        Delivery.FROM_HQ: tr("Reports", "From HQ"),
    }


def _state_tone(row: ReportRow) -> Tone:
    if row.doubted and not row.history:
        return Tone.DANGER
    if row.recheck and not row.history:
        return Tone.WARNING
    return _STATE_TONES.get(row.state, Tone.NEUTRAL)
