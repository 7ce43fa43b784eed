"""The reviewer's queue, and the verdict on exactly what was shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from fieldapp.changes import Changes
from fieldapp.commands import VERDICT_WORDS, review_report
from fieldapp.errors import FieldError, Remedy
from fieldapp.people import Desk
from fieldapp.store import reads
from fieldapp.store.reads import HistoryLine, ReportFilter, ReportRow
from fieldapp.units import EventId
from ui.i18n import listed, tr
from ui.reports.report_model import Reader

LIMIT = 500
"""Rows listed at once; nobody scrolls further, and the most urgent ones come first."""
ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ReportChanged(FieldError):
    """Something came to the report after it was shown; the verdict was not given."""

    code = "review.changed"
    remedy = Remedy.TRY_AGAIN
    text = "Something new came to this report while you read it. Look at it, then decide."


@dataclass(frozen=True, slots=True)
class Queue:
    """Reports that wait, most urgent first, and how many there are in all."""

    rows: tuple[ReportRow, ...]
    count: int


def read_queue(desk: Desk, text: str) -> Queue:
    """The queue, narrowed down to reports with these words."""
    rows = reads.to_review(desk.store, text, LIMIT)
    if len(rows) < LIMIT:
        return Queue(rows, len(rows))
    return Queue(rows, reads.count(desk.store, ReportFilter(text=text, to_do=True)))


def newest(history: Sequence[HistoryLine]) -> EventId:
    """The author's latest record in a history: what a verdict is given on."""
    return [line.event for line in history if line.kind not in VERDICT_WORDS][-1]


def judge(desk: Desk, report: EventId, seen: EventId, verdict: str, text: str) -> Changes:
    """Gives a verdict if ``seen`` is still the author's latest record.

    Raises:
        ReportChanged: it is not; nothing was changed.
        NotReviewer, TextMissing, NotFound: nothing was changed.
    """
    if newest(reads.detail(desk.store, report).history) != seen:
        raise ReportChanged()
    return review_report(desk, report, verdict, text)


class QueueModel(QAbstractListModel):
    """The queue's rows, in order."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._rows: tuple[ReportRow, ...] = ()

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """What is listed."""
        return self._rows

    def show(self, rows: tuple[ReportRow, ...]) -> bool:
        """Takes new rows; True when rows came, went or moved."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            if rows:
                self._rows = rows
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def place(self, report: EventId | None) -> int:
        """The row of a report, -1 when it is not listed."""
        return next((i for i, row in enumerate(self._rows) if row.id == report), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None

    def _words(self, row: ReportRow) -> str:
        again = tr("Review", "check again") if row.recheck else ""
        parts = (row.ref, self._reader.precedence(row), self._reader.subject(row), row.place, again)
        return listed(parts)
