"""The table of a watch on the screen."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ui.handover.model import (
    BADGES,
    FILED,
    HQ,
    NUMBER,
    PLACE,
    PRECEDENCE,
    TASK,
    WHAT,
    HandoverModel,
    headings,
)
from ui.paged_table import PagedTable
from ui.reports.model import HQ as HQ_COLUMN
from ui.reports.model import badge_words
from ui.theme.table import badge_width

_WIDTHS = {NUMBER: 185, PLACE: 150, FILED: 150}
_LEAST_WHAT = 120
_FIRST_TO_GO = (PLACE, PRECEDENCE, FILED, HQ)
"""Columns that a narrow window leaves out; the report itself shows them."""


class HandoverView(PagedTable):
    """One line a report."""

    def __init__(self, model: HandoverModel) -> None:
        super().__init__(model, BADGES)
        self.setObjectName("handover")
        self.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Gives the columns their widths for these rows."""
        model, names = self.model(), headings()
        widths = {**_WIDTHS, HQ: badge_width(self, badge_words(HQ_COLUMN))}
        for column in (PRECEDENCE, TASK):
            rows = [str(model.index(row, column).data()) for row in range(model.rowCount())]
            widths[column] = badge_width(self, [names[column], *rows])
        self.fit_columns(widths, _LEAST_WHAT, _FIRST_TO_GO)
