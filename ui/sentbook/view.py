"""The table of the sent book on the screen."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ui.paged_table import PagedTable
from ui.reports.timing import LATE_CHOICES, late_words
from ui.sentbook.model import (
    BADGES,
    FILED,
    NUMBER,
    PHOTOS,
    RECEIVED,
    TIMING,
    VERDICT,
    WHAT,
    SentModel,
)
from ui.theme.table import badge_width

_LEAST_WIDTHS = {NUMBER: 185, FILED: 130, RECEIVED: 300, TIMING: 100, PHOTOS: 90, VERDICT: 170}
_NARROW_RECEIVED = 220
_LEAST_WHAT = 80
_FIRST_TO_GO = (PHOTOS, FILED, TIMING)
"""Columns that a narrow window leaves out; the report itself shows them."""


class SentView(PagedTable):
    """One line a report."""

    def __init__(self, model: SentModel) -> None:
        super().__init__(model, BADGES)
        self.setObjectName("sent")
        self.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lates = [late_words(late) for late in LATE_CHOICES]
        widths = {**_LEAST_WIDTHS, TIMING: max(_LEAST_WIDTHS[TIMING], badge_width(self, lates))}
        missing = self.fit_columns(widths, _LEAST_WHAT, _FIRST_TO_GO)
        if missing:
            # The longest badges end in dots there; their tooltip says them whole.
            narrow = {**widths, RECEIVED: _NARROW_RECEIVED}
            self.fit_columns(narrow, _LEAST_WHAT, _FIRST_TO_GO)
