"""The sent book as a table: one line a report, the latest first."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fieldapp.people import Desk
from fieldapp.store import sent
from fieldapp.store.folding import ACCEPTED, ASKED, REJECTED, WITHDRAWN
from fieldapp.store.sent import SentLine, SentPage
from fieldapp.units import EventId
from ui.i18n import tr, tr_count
from ui.reports.report_model import Reader, state_words
from ui.reports.times import Times
from ui.theme.table import TONE_ROLE
from ui.theme.tokens import Tone

PAGE_LINES: Final = 100
COLUMNS: Final = 6
NUMBER, WHAT, FILED, RECEIVED, PHOTOS, VERDICT = range(COLUMNS)
BADGES: Final = (RECEIVED, VERDICT)
_TONES: Final = {
    ACCEPTED: Tone.SUCCESS,
    ASKED: Tone.WARNING,
    REJECTED: Tone.DANGER,
    WITHDRAWN: Tone.NEUTRAL,
}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class LineWords:
    """How lines are written: what a report is about, and its times."""

    reader: Reader
    times: Times


def read_sent(desk: Desk, after: int | None = None, limit: int = PAGE_LINES) -> SentPage:
    """The person's own reports."""
    return sent.sent_page(desk.store, desk.stream, after, limit)


def received_words(line: SentLine, times: Times) -> str:
    """What HQ has of the text, on its signed word only."""
    if line.received is None:
        return tr("Sent", "Waiting")
    time = times.short(line.received)
    if line.waiting:
        return tr_count(
            "Sent",
            "{time}, 1 change waits",
            "{time}, {count} changes wait",
            line.waiting,
            time=time,
        )
    return time


def verdict_words(line: SentLine) -> str:
    """What HQ said; nothing for a report that nobody judged yet."""
    if line.recheck:
        return tr("Sent", "HQ checks again")
    if line.state == "new":
        return tr("Sent", "None yet")
    return state_words(line.state)


class SentModel(QAbstractTableModel):
    """Shows lines; who owns it fetches them.

    Args:
        words: see `LineWords`.

    Signals:
        more_wanted: the view came near the end of what is here; answer with `add_page`.
    """

    more_wanted = Signal()

    def __init__(self, words: LineWords) -> None:
        super().__init__()
        self._words = words
        self._lines: list[SentLine] = []
        self._after: int | None = None
        self._asked = False

    @property
    def after(self) -> int | None:
        """The key to ask for the next page with; None when everything is here."""
        return self._after

    def show_page(self, page: SentPage) -> None:
        """Begins anew; lines that stayed the same in number are only repainted."""
        self._asked = False
        lines, self._after = list(page.lines), page.after
        if [line.report for line in lines] == [line.report for line in self._lines]:
            if lines != self._lines:
                self._lines = lines
                last = self.index(len(lines) - 1, COLUMNS - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def add_page(self, page: SentPage) -> None:
        """Adds the lines that come next."""
        self._asked = False
        self._after = page.after
        if page.lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page.lines) - 1)
            self._lines.extend(page.lines)
            self.endInsertRows()

    def restyle(self, words: LineWords) -> None:
        """Another language."""
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def report(self, index: _Index) -> EventId | None:
        """The report at an index."""
        return self._lines[index.row()].report if index.isValid() else None

    def find(self, report: EventId) -> QModelIndex:
        """Where a report stands; invalid when it is not here."""
        for number, line in enumerate(self._lines):
            if line.report == report:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._after is not None and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return headings()[section] if section < COLUMNS else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == RECEIVED:
            return received_words(line, self._words.times)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == TONE_ROLE and column == RECEIVED:
            return _received_tone(line)
        if role == TONE_ROLE and column == VERDICT:
            return Tone.WARNING if line.recheck else _TONES.get(line.state, Tone.NEUTRAL)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hover(line, column)
        return None

    def _text(self, line: SentLine, column: int) -> str:
        words = self._words
        if column == NUMBER:
            return f"{line.ref}  R{line.revision}" if line.revision else line.ref
        if column == WHAT:
            return words.reader.subject(line)
        if column == FILED:
            return words.times.short(line.filed)
        if column == RECEIVED and line.received is not None and line.waiting:
            # Short in the table; in full for the pointer and for screen readers.
            return f"{words.times.short(line.received)}  +{line.waiting}"
        if column == RECEIVED:
            return received_words(line, words.times)
        if column == PHOTOS:
            return _photos(line)
        return verdict_words(line)

    def _hover(self, line: SentLine, column: int) -> str:
        times = self._words.times
        if column == FILED:
            return times.local(line.filed)
        if column == RECEIVED and line.received is not None and not line.waiting:
            return times.local(line.received)
        if column == RECEIVED:
            return received_words(line, times)
        return self._text(line, column)


def headings() -> tuple[str, ...]:
    """The columns' names."""
    return (
        tr("Sent", "Number"),
        tr("Sent", "What"),
        tr("Sent", "Filed"),
        tr("Sent", "Received by HQ"),
        tr("Sent", "Photos"),
        tr("Sent", "HQ's verdict"),
    )


def _photos(line: SentLine) -> str:
    if not line.photos:
        return ""
    if line.photos_received == line.photos:
        return str(line.photos)
    return tr("Sent", "{done} of {count}", done=line.photos_received, count=line.photos)


def _received_tone(line: SentLine) -> Tone:
    if line.received is None:
        return Tone.NEUTRAL
    whole = not line.waiting and line.photos_received == line.photos
    return Tone.SUCCESS if whole else Tone.INFO
