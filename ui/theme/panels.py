"""Panels that several pages share: cards, messages with one action, empty pages, headers."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import pixmap
from ui.theme.tokens import (
    GAP_L,
    GAP_M,
    GAP_S,
    GAP_XL,
    RADIUS,
    TONE_ICONS,
    Tone,
    current_tokens,
)

_MESSAGE_ICON: Final = 18
_EMPTY_ICON: Final = 48
_ROOM_FOR_PICTURE: Final = 240


class MessageKind(StrEnum):
    """How urgent an inline message is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


Wording = str | Callable[[], str]
"""Words that stay as they are, or a function that gives them in the language of the moment."""

_TONES: Final = {
    MessageKind.INFO: Tone.INFO,
    MessageKind.WARNING: Tone.WARNING,
    MessageKind.ERROR: Tone.DANGER,
}


class Words(QLabel):
    """Plain words that wrap and begin where the page begins.

    A label of Qt goes by the direction of its own words, so that on a right-to-left page a name
    or an untranslated sentence would stand on the far side.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        self.setText(text)
        self._align()

    def _align(self) -> None:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)


class Paragraph(Words):
    """Words that keep the height they need, where a layout asks too early how high they will be."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def text_label(text: str, role: str = "", parent: QWidget | None = None) -> Words:
    """Plain words that wrap; ``role`` as in the style sheet."""
    return Words(text, role, parent)


class Card(QFrame):
    """A raised sheet with rounded corners for things that belong together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(tokens.card))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, RADIUS + 2, RADIUS + 2)


class Picture(QWidget):
    """An icon that takes its colour from the theme each time it is painted."""

    def __init__(self, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, Tone.NEUTRAL
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: Tone) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        neutral = self._tone is Tone.NEUTRAL
        colour = tokens.text_muted if neutral else tokens.tones[self._tone].text
        size = round(self.width() * self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(self.rect(), pixmap(self._name, size, colour))


class InlineMessage(QWidget):
    """One sentence beside what it is about, with at most one action.

    ``acted`` is sent when the action button is pressed. An empty message hides itself. Words given
    as a function are asked for again when the language changes.
    """

    acted = Signal()

    def __init__(
        self,
        kind: MessageKind = MessageKind.INFO,
        text: Wording = "",
        action: Wording = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._said: tuple[Wording, Wording] = ("", "")
        self._picture = Picture("info", _MESSAGE_ICON, self)
        self._label = Paragraph("", parent=self)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        row.setSpacing(GAP_S)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_message(kind, text, action)

    @property
    def kind(self) -> MessageKind:
        return self._kind

    @property
    def text(self) -> str:
        return self._label.text()

    @property
    def button(self) -> QPushButton:
        """The action; hidden when the message has none."""
        return self._button

    def show_message(self, kind: MessageKind, text: Wording, action: Wording = "") -> None:
        """Replace sentence and action; an empty ``text`` takes the message away."""
        self._kind = kind
        self._said = text, action
        self._picture.show_icon(TONE_ICONS[_TONES[kind]], _TONES[kind])
        self._say()
        self.setVisible(bool(self.text))
        self._tint()
        self.update()

    def clear(self) -> None:
        self.show_message(self._kind, "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        text, action = (said if isinstance(said, str) else said() for said in self._said)
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def _tint(self) -> None:
        colours = current_tokens().tones[_TONES[self._kind]]
        palette = self._label.palette()
        if palette.color(QPalette.ColorRole.WindowText).name() != colours.text:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.text))
            self._label.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._tint()
        colours = current_tokens().tones[_TONES[self._kind]]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours.edge))
            painter.setBrush(QColor(colours.ground))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, RADIUS, RADIUS)


class EmptyState(QWidget):
    """What a page shows when it has nothing: why, and the one thing to do about it.

    ``acted`` is sent when the action button is pressed.
    """

    acted = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        column.addStretch(1)
        self._picture = Picture(icon_name, _EMPTY_ICON, self)
        column.addWidget(self._picture, 0, centre)
        self._heading = Paragraph("", "heading", self)
        self._heading.setAlignment(centre)
        column.addWidget(self._heading)
        self._body = Paragraph("", "muted", self)
        self._body.setAlignment(centre)
        column.addWidget(self._body)
        self._button = QPushButton(self)
        self._button.setProperty("look", "primary")
        self._button.clicked.connect(self.acted)
        column.addWidget(self._button, 0, centre)
        column.addStretch(1)
        self.set_texts(title, text, action)

    @property
    def button(self) -> QPushButton:
        return self._button

    def set_texts(self, title: str, text: str = "", action: str = "") -> None:
        """Replace the words; without ``action`` there is no button."""
        self._heading.setText(title)
        self._body.setText(text)
        self._body.setVisible(bool(text))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low window the words need the room.
        self._picture.setVisible(self.height() >= _ROOM_FOR_PICTURE)


class PageHeader(QWidget):
    """The top of a page: its title, one line below it, and room for a badge and buttons.

    Badge and buttons stand beside the title, or below it where the page is too narrow.
    """

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label(title, "title", self)
        self._subtitle = text_label(subtitle, "muted", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._parts = QWidget(self)
        self._row = QHBoxLayout(self._parts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_L)
        self._beside = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, GAP_M)
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_S)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(words, 0, 0)
        self._grid.addWidget(self._parts, 0, 1)
        self.set_texts(title, subtitle)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add(self, widget: QWidget) -> None:
        """Put a badge or a button at the far end of the header."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        wanted = title + GAP_L + self._parts.sizeHint().width()
        beside = self._row.isEmpty() or wanted <= self.width()
        if beside is self._beside:
            return
        self._beside = beside
        self._grid.removeWidget(self._parts)
        if beside:
            self._grid.addWidget(self._parts, 0, 1)
        else:
            self._grid.addWidget(self._parts, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
