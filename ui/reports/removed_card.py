"""What stands in place of a report's text once HQ has it and this laptop does not any more."""

from PySide6.QtWidgets import QVBoxLayout

from fieldapp.units import UtcMillis
from ui.i18n import tr
from ui.reports.labels import plain
from ui.reports.times import Times
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


class RemovedCard(Card):
    """Says calmly where the text is, why it is not here, and what still can be done.

    Args:
        removed: when it was removed.
        mine: the reader wrote the report.
        times: writes times.
    """

    def __init__(self, removed: UtcMillis, mine: bool, times: Times) -> None:
        super().__init__()
        self.setObjectName("removed")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        column.addWidget(text_label(tr("Report", "HQ has the text of this report"), "heading"))
        words = plain(removed_words(removed, times))
        words.setToolTip(times.local(removed))
        column.addWidget(words)
        column.addWidget(
            plain(
                tr(
                    "Report",
                    "Delivered text does not stay on laptops for long, so that nobody who takes "
                    "one can read it. Number, times and verdict stay here.",
                ),
                "muted",
            )
        )
        if mine:
            column.addWidget(
                plain(
                    tr("Report", "To correct it, file a new report that names this number."),
                    "muted",
                )
            )


def removed_words(removed: UtcMillis, times: Times) -> str:
    """That text and photos are gone from here, and since when."""
    return tr(
        "Report",
        "Text and photos were removed from this laptop: {time}.",
        time=times.short(removed),
    )
