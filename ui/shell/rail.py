"""The rail at the side: the pages by icon and word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.icons import icon
from ui.theme.tokens import GAP_S, GAP_XS, RADIUS, Tokens, current_tokens

WIDTH = 136
_HIGH = 60
"""Height of a place where there is room."""
_ICON = QSize(24, 24)
_INSIDE = 12
"""What a button has around icon and word, from top to bottom."""


@dataclass(frozen=True)
class Place:
    """One entry of the rail.

    Args:
        name: the page it opens.
        symbol: name of its icon.
        words: its word, in the language of the moment.
    """

    name: str
    symbol: str
    words: Callable[[], str]


class Rail(QScrollArea):
    """Pages from the top, the last of them apart at the bottom.

    On a low window the places move together, and when that is not enough, the rail scrolls.

    Signals:
        chosen: name of a page.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self._places = tuple(places)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        inside = _Ground()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_XS)
        for place in self._places:
            button = self._button(f"go {place.name}")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, name=place.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[place.name] = button
            if place is self._places[-1]:
                column.addStretch(1)
            column.addWidget(button)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("part", "rail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self.translated()
        self._restyle()

    def show_place(self, name: str) -> None:
        """Marks where the person is; a page that is not on the rail marks nothing."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
            if other == name:
                self.ensureWidgetVisible(button, 0, GAP_S)
        self._group.setExclusive(True)

    def translated(self) -> None:
        """Sets every word again."""
        for place in self._places:
            self._buttons[place.name].setText(place.words())
        self.setAccessibleName(tr("Shell", "Pages"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in looks and hasattr(self, "_buttons"):
            self._restyle()

    def _button(self, name: str) -> QToolButton:
        button = _PlaceButton()
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(_ICON)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return button

    def _restyle(self) -> None:
        tokens = current_tokens()
        sheet = _sheet(tokens)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for place in self._places:
            self._buttons[place.name].setIcon(
                icon(place.symbol, tokens.rail_text, mirrored=mirrored)
            )
        for button in self._buttons.values():
            if button.styleSheet() != sheet:
                button.setStyleSheet(sheet)


class _PlaceButton(QToolButton):
    """Is as high as its icon and word need, and a little more where there is room."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _HIGH))

    def minimumSizeHint(self) -> QSize:
        # By the font alone: letters of another script are given more height than they fill.
        return QSize(0, _ICON.height() + self.fontMetrics().height() + _INSIDE)


class _Ground(QWidget):
    """What the places stand on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(current_tokens().rail))


def _sheet(tokens: Tokens) -> str:
    return f"""
QToolButton {{
    color: {tokens.rail_text}; background: transparent; border: 2px solid transparent;
    border-radius: {RADIUS}px; padding: 2px 4px;
}}
QToolButton:hover {{ background: rgba(255, 255, 255, 28); }}
QToolButton:checked {{ background: {tokens.accent}; color: {tokens.accent_text}; }}
QToolButton:focus {{ border: 2px solid {tokens.rail_text}; }}
"""
