"""The reports that belong to one: each a button that leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from fieldapp.store.links import Link
from ui.i18n import isolate, listed, tr
from ui.icons import set_icon
from ui.reports.labels import SideLabel
from ui.reports.layouts import empty
from ui.reports.report_model import Reader
from ui.theme.panels import Card
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


class LinksCard(Card):
    """Hidden while nothing belongs to the report.

    Args:
        reader: puts reports into words.

    Signals:
        opened: id of a report.
    """

    opened = Signal(object)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._title = SideLabel("", "heading", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP_S)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        self.hide()

    def show_links(self, links: Sequence[Link]) -> None:
        """Replaces them."""
        empty(self._rows)
        self._title.setText(tr("Report", "Reports that belong together"))
        for link in links:
            self._rows.addWidget(self._button(link), 0, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(bool(links))

    def _button(self, link: Link) -> QPushButton:
        kind, about = self._reader.type(link), self._reader.subject(link)
        words = listed(dict.fromkeys((kind, about)), " · ")
        button = QPushButton(f"{isolate(link.ref)}  {words}".replace("&", "&&"))
        button.setObjectName(f"link {link.ref}")
        button.setProperty("look", "link")
        button.setAccessibleName(listed((link.ref, words)))
        set_icon(button, "arrow-left" if link.above else "arrow-right")
        button.clicked.connect(lambda: self.opened.emit(link.report))
        return button
