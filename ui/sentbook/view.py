"""The table of the sent book on the screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from fieldapp.units import EventId
from ui.sentbook.model import BADGES, FILED, NUMBER, PHOTOS, RECEIVED, VERDICT, WHAT, SentModel
from ui.theme.table import BadgeDelegate, PlainTable

_WIDTHS = {NUMBER: 185, FILED: 130, RECEIVED: 300, PHOTOS: 90, VERDICT: 170}
_NARROW = {**_WIDTHS, RECEIVED: 240}
_LEAST_WHAT = 80
_FIRST_TO_GO = (PHOTOS, FILED)
"""Columns that a narrow window leaves out; the report itself shows them."""


class SentView(PlainTable):
    """One line a report.

    Signals:
        opened: id of the report that the person wants to read.
    """

    opened = Signal(object)

    def __init__(self, model: SentModel) -> None:
        super().__init__()
        self.setObjectName("sent")
        self._lines = model
        self.setModel(model)
        badges = BadgeDelegate(self)
        for column in BADGES:
            self.setItemDelegateForColumn(column, badges)
        header = self.horizontalHeader()
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)

    def chosen(self) -> EventId | None:
        """The report that is selected."""
        return self._lines.report(self.currentIndex())

    def choose(self, report: EventId | None) -> None:
        """Selects a report again after the list was replaced; the first where it is gone."""
        index = QModelIndex() if report is None else self._lines.find(report)
        if not index.isValid() and self._lines.rowCount():
            index = self._lines.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        missing = self.fit_columns(_WIDTHS, _LEAST_WHAT, _FIRST_TO_GO)
        if missing:
            # The longest badges end in dots there; their tooltip says them whole.
            self.fit_columns(_NARROW, _LEAST_WHAT, _FIRST_TO_GO)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        report = self._lines.report(index)
        if report is not None:
            self.opened.emit(report)
