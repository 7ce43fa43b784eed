"""The scrolling sheet that the sections of a form lie on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL, READING_WIDTH

_MARGIN = 24


class Sheet(QScrollArea):
    """Cards below each other, no wider than is good to read, under a line on what * means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._ground.setProperty("part", "ground")
        self.paper = QWidget(self._ground)
        self.paper.setProperty("part", "ground")
        self.paper.setMaximumWidth(READING_WIDTH)
        self._legend = text_label("", "small", self.paper)
        self._column = QVBoxLayout(self.paper)
        self._column.setContentsMargins(0, 0, GAP_M, GAP_XL)
        self._column.setSpacing(GAP_L)
        self._column.addWidget(self._legend)
        self._column.addStretch(1)
        across = QHBoxLayout(self._ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.paper, 100)
        across.addStretch(1)
        self.setWidget(self._ground)
        self.retranslate()

    def add(self, card: QWidget) -> None:
        """Put a card below the others; made with ``paper`` as its parent."""
        self._column.insertWidget(self._column.count() - 1, card)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll as far as needed to show a widget that lies on the sheet."""
        # What has just appeared has no place until the page is laid out.
        for holder in (self.paper, self._ground):
            layout = holder.layout()
            if layout is not None:
                layout.activate()
        top = self._top(widget)
        bar = self.verticalScrollBar()
        bottom = top + widget.height()
        if top - _MARGIN < bar.value() or bottom + _MARGIN > bar.value() + bar.pageStep():
            bar.setValue(top - _MARGIN)

    def bring_to_top(self, card: QWidget) -> None:
        """Scroll until a card is the first thing in view."""
        self.verticalScrollBar().setValue(self._top(card))

    def retranslate(self) -> None:
        self._legend.setText(tr("forms", "* Needed before the report can be filed."))

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._ground, widget.rect().topLeft()).y()
