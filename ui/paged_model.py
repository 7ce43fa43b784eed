"""A table whose rows come page by page as the person scrolls; pages of rows share it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fieldapp.units import EventId

R = TypeVar("R")
K = TypeVar("K")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PagedModel(QAbstractTableModel, Generic[R, K]):
    """Shows rows of the type ``R``; who owns it fetches them from a key of the type ``K`` on.

    Args:
        headings: names of the columns, in the language of the moment.
        report_of: the report that a row stands for; one report has one row.

    Signals:
        more_wanted: the view came near the end of what is here; answer with `add_rows`.
    """

    more_wanted = Signal()

    def __init__(
        self, headings: Callable[[], Sequence[str]], report_of: Callable[[R], EventId]
    ) -> None:
        super().__init__()
        self._headings = headings
        self._report_of = report_of
        self._rows: list[R] = []
        self._after: K | None = None
        self._asked = False

    @property
    def after(self) -> K | None:
        """The key to ask for the next page with; None when everything is here."""
        return self._after

    def show_rows(self, rows: Sequence[R], after: K | None) -> None:
        """Begins anew; where the same reports stand in the same places they are only repainted."""
        self._asked = False
        self._after = after
        fresh = list(rows)
        if [self._report_of(row) for row in fresh] == [self._report_of(row) for row in self._rows]:
            if fresh != self._rows:
                self._rows = fresh
                last = self.index(len(fresh) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def add_rows(self, rows: Sequence[R], after: K | None) -> None:
        """Adds the rows that come next; a report that is here already is left out."""
        self._asked = False
        self._after = after
        held = {self._report_of(row) for row in self._rows}
        fresh = [row for row in rows if self._report_of(row) not in held]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def not_fetched(self) -> None:
        """The next page could not be read; it is asked for again when the person scrolls."""
        self._asked = False

    def row(self, index: Index) -> R | None:
        """What stands at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def report(self, index: Index) -> EventId | None:
        """The report at an index."""
        row = self.row(index)
        return None if row is None else self._report_of(row)

    def find(self, report: EventId) -> QModelIndex:
        """Where a report stands; invalid when it is not here."""
        for number, row in enumerate(self._rows):
            if self._report_of(row) == report:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings())

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = self._headings()
        return names[section] if section < len(names) else None
