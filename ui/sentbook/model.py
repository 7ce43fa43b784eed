"""The sent book as a table: one line a report, the latest first."""

from typing import Final

from PySide6.QtCore import Qt

from fieldapp.people import Desk
from fieldapp.store import sent
from fieldapp.store.folding import ACCEPTED, ASKED, REJECTED, WITHDRAWN
from fieldapp.store.sent import SentLine, SentPage
from fieldapp.store.timeliness import Late, judge
from ui.i18n import tr, tr_count
from ui.paged_model import Index, PagedModel
from ui.reports.report_model import RowWords, state_words
from ui.reports.times import Times
from ui.reports.timing import LATE_TONES, late_words, timing_words
from ui.theme.table import TONE_ROLE
from ui.theme.tokens import Tone

PAGE_LINES: Final = 100
COLUMNS: Final = 7
NUMBER, WHAT, FILED, RECEIVED, TIMING, PHOTOS, VERDICT = range(COLUMNS)
BADGES: Final = (RECEIVED, TIMING, VERDICT)
_TONES: Final = {
    ACCEPTED: Tone.SUCCESS,
    ASKED: Tone.WARNING,
    REJECTED: Tone.DANGER,
    WITHDRAWN: Tone.NEUTRAL,
}


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


class SentModel(PagedModel[SentLine, int]):
    """Own reports as a table; see `PagedModel`.

    Args:
        words: see `RowWords`.
    """

    def __init__(self, words: RowWords) -> None:
        super().__init__(headings, lambda line: line.report)
        self._words = words

    def show_page(self, page: SentPage) -> None:
        """Begins anew with these lines."""
        self.show_rows(page.lines, page.after)

    def add_page(self, page: SentPage) -> None:
        """Adds the lines that come next."""
        self.add_rows(page.lines, page.after)

    def restyle(self, words: RowWords) -> None:
        """Another language."""
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.row(index), index.column()
        if line is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == RECEIVED:
            return received_words(line, self._words.times)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == TONE_ROLE and column == RECEIVED:
            return _received_tone(line)
        if role == TONE_ROLE and column == TIMING:
            return LATE_TONES[self._late(line)]
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
        if column == TIMING:
            return late_words(self._late(line))
        if column == PHOTOS:
            return _photos(line)
        return verdict_words(line)

    def _late(self, line: SentLine) -> Late:
        return judge(line, self._words.times.clock.now()).late

    def _hover(self, line: SentLine, column: int) -> str:
        times = self._words.times
        if column == FILED:
            return times.local(line.filed)
        if column == RECEIVED and line.received is not None and not line.waiting:
            return times.local(line.received)
        if column == RECEIVED:
            return received_words(line, times)
        if column == TIMING:
            return timing_words(line, times)
        return self._text(line, column)


def headings() -> tuple[str, ...]:
    """The columns' names."""
    return (
        tr("Sent", "Number"),
        tr("Sent", "What"),
        tr("Sent", "Filed"),
        tr("Sent", "Received by HQ"),
        tr("Sent", "Deadline"),
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
