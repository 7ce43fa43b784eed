"""What happened to a report, line by line, and what two of its versions do not share."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.store.reads import HistoryLine, Revision
from ui.i18n import listed, tr
from ui.reports.differences_view import DifferencesView
from ui.reports.labels import SideLabel
from ui.reports.layouts import empty
from ui.reports.report_model import REASONS, Reader, line_words
from ui.reports.times import Times
from ui.theme.panels import Card
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


class RevisionsCard(Card):
    """The history; with two versions or more, a comparison of any two of them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.setObjectName("history")
        self._reader = reader
        self._revisions: tuple[Revision, ...] = ()
        self._title = SideLabel("", "heading", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(GAP_L)
        self._lines.setVerticalSpacing(GAP_S)
        self._lines.setColumnStretch(1, 1)
        self._compare = QWidget()
        self._old, self._new = QComboBox(), QComboBox()
        self._old.setObjectName("old revision")
        self._new.setObjectName("new revision")
        self._differences = DifferencesView()
        self._compare_title = SideLabel("", "strong", wrap=True)
        self._build_compare()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addWidget(self._compare)
        self._old.currentIndexChanged.connect(self._differ)
        self._new.currentIndexChanged.connect(self._differ)

    def show_history(
        self, history: Sequence[HistoryLine], revisions: tuple[Revision, ...], times: Times
    ) -> None:
        """Replaces what is shown and compares the last two versions."""
        self._title.setText(tr("Report", "History"))
        self._show_lines(history, times)
        self._revisions = revisions
        self._compare.setVisible(len(revisions) > 1)
        self._compare_title.setText(tr("Report", "What changed"))
        self._old.setAccessibleName(tr("Report", "Older version"))
        self._new.setAccessibleName(tr("Report", "Newer version"))
        for box, chosen in ((self._old, len(revisions) - 2), (self._new, len(revisions) - 1)):
            box.blockSignals(True)
            box.clear()
            box.addItems([_name(revision, times) for revision in revisions])
            box.setCurrentIndex(max(0, chosen))
            box.blockSignals(False)
        self._differ()

    def _show_lines(self, history: Sequence[HistoryLine], times: Times) -> None:
        empty(self._lines)
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(history):
            when = SideLabel(times.short(line.t), "muted")
            when.setToolTip(times.local(line.t))
            self._lines.addWidget(when, row, 0, top)
            text = line_words(line, self._reader.code(REASONS, line.reason))
            number = "" if not line.revision else f"R{line.revision}"
            author = line.author or tr("Report", "Unknown author")
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(SideLabel(listed((number, text), "  "), wrap=True))
            box.addWidget(SideLabel(author, "small"))
            if line.kind in ("amended", "withdrawn", "attached") and line.text:
                box.addWidget(SideLabel(line.text, "small", wrap=True))
            holder = QWidget()
            box.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(box)
            self._lines.addWidget(holder, row, 1, top)

    def _build_compare(self) -> None:
        column = QVBoxLayout(self._compare)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._compare_title)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self._old, 1)
        row.addWidget(self._new, 1)
        column.addLayout(row)
        column.addWidget(self._differences)

    def _differ(self) -> None:
        old, new = self._old.currentIndex(), self._new.currentIndex()
        if len(self._revisions) < 2 or old < 0 or new < 0:
            return
        found = self._reader.differences(self._revisions[old], self._revisions[new])
        self._differences.show_differences(found, f"R{old}", f"R{new}")


def _name(revision: Revision, times: Times) -> str:
    return listed((f"R{revision.number}", times.short(revision.t)), "  ")
