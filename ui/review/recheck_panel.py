"""What came to a report since its verdict: new answers, and which answers changed."""

from PySide6.QtWidgets import QVBoxLayout

from ui.i18n import isolate, tr
from ui.reports.differences_view import DifferencesView
from ui.reports.labels import SideLabel, plain
from ui.reports.layouts import empty
from ui.reports.report_model import REASONS, Reader, ReportFacts, line_words, since_verdict
from ui.reports.times import Times
from ui.theme.badge import Badge
from ui.theme.panels import Card
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, Tone


class RecheckPanel(Card):
    """Hidden unless the verdict must be looked at again."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._badge = Badge()
        self._title = SideLabel("", "strong", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP_S)
        self._differences = DifferencesView()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._badge)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addWidget(self._differences)
        self.hide()

    def show_facts(self, facts: ReportFacts, times: Times) -> None:
        """Shows what came since the verdict on this report."""
        detail = facts.detail
        since = since_verdict(detail.history) if detail.row.recheck else None
        self.setVisible(since is not None)
        if since is None:
            return
        self._badge.set_status(tr("Review", "Check again"), Tone.WARNING)
        verdict = line_words(since.verdict, "")
        when = times.short(since.verdict.t)
        self._title.setText(
            tr("Review", "New since: {verdict}, {time}", verdict=verdict, time=when)
        )
        empty(self._lines)
        for line in since.lines:
            words = line_words(line, self._reader.code(REASONS, line.reason))
            text = f"{words}. {isolate(line.text)}" if line.text else words
            self._lines.addWidget(plain(text))
        old = next((r for r in detail.revisions if r.number == since.judged), None)
        new = detail.revisions[-1]
        changed = old is not None and old.number != new.number
        self._differences.setVisible(changed)
        if old is not None and changed:
            self._differences.show_differences(
                self._reader.differences(old, new), f"R{old.number}", f"R{new.number}"
            )
