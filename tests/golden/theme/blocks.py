"""The theme's building blocks in their looks and states, drawn the same on every computer."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import set_icon
from ui.shell.rail import Place, Rail
from ui.theme.apply import Scheme, apply_theme
from ui.theme.badge import Badge
from ui.theme.fonts import load_arabic
from ui.theme.panels import (
    Card,
    EmptyState,
    InlineMessage,
    MessageKind,
    PageHeader,
)
from ui.theme.tokens import Tone

FOLDER = Path(__file__).parent
THEMES = (Scheme.LIGHT, Scheme.DARK)
DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
_GAP = 8
_WORDS = {"ltr": ("New report", "Wadi Adoum"), "rtl": ("تقرير جديد", "وادي أدوم")}
_State = Callable[[QWidget], None]
_Row = Sequence[tuple[QWidget, _State]]


def _plain(widget: QWidget) -> None:
    """As it is."""


def _focused(widget: QWidget) -> None:
    widget.setFocus()


def _disabled(widget: QWidget) -> None:
    widget.setEnabled(False)


def _wrong(widget: QWidget) -> None:
    widget.setProperty("wrong", True)


def _pressed(widget: QWidget) -> None:
    assert isinstance(widget, QPushButton)
    widget.setDown(True)


def _button(words: str, look: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", look)
    role = (
        QPalette.ColorRole.HighlightedText if look == "primary" else QPalette.ColorRole.ButtonText
    )
    set_icon(button, "plus", role)
    return button


def buttons(words: tuple[str, str]) -> Iterator[_Row]:
    """Every look, at rest, focused, pressed and disabled."""
    for look in ("", "primary", "danger", "quiet", "link"):
        states = (_plain, _focused, _pressed, _disabled)
        yield [(_button(words[0], look), state) for state in states]


def fields(words: tuple[str, str]) -> Iterator[_Row]:
    """Lines, boxes and ticks, at rest, focused, wrong and disabled."""
    for make in (lambda: QLineEdit(words[1]), lambda: _combo(words), lambda: _area(words[1])):
        yield [(make(), state) for state in (_plain, _focused, _wrong, _disabled)]
    for kind in (QCheckBox, QRadioButton):
        yield [(kind(words[1]), state) for state in (_plain, _focused, _ticked, _disabled)]


def _ticked(widget: QWidget) -> None:
    assert isinstance(widget, QCheckBox | QRadioButton)
    widget.setChecked(True)


def _combo(words: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    box.addItems(words)
    return box


def _area(words: str) -> QPlainTextEdit:
    area = QPlainTextEdit(words)
    area.setFixedSize(190, 60)
    return area


def badges(words: tuple[str, str]) -> Iterator[_Row]:
    """Every tone."""
    for tone in Tone:
        yield [(Badge(words[0], tone), _plain)]


def labels(words: tuple[str, str]) -> Iterator[_Row]:
    """Every role, on a card."""
    card = Card()
    column = QVBoxLayout(card)
    for role in ("title", "heading", "strong", "", "muted", "small", "problem"):
        label = QLabel(f"{words[1]} 32QQF 89474 793")
        label.setProperty("role", role)
        column.addWidget(label)
    card.setFixedSize(card.sizeHint())
    yield [(card, _plain)]


def messages(words: tuple[str, str]) -> Iterator[_Row]:
    """Every kind, with and without an action."""
    for kind in MessageKind:
        message = InlineMessage(kind, words[1], words[0])
        bare = InlineMessage(kind, f"{words[1]}. " * 6)
        for one in (message, bare):
            one.setFixedWidth(320)
        yield [(message, _plain), (bare, _plain)]


def empty(words: tuple[str, str]) -> Iterator[_Row]:
    """A page that has nothing."""
    state = EmptyState("inbox", words[1], f"{words[1]}. " * 4, words[0])
    state.setFixedSize(420, 260)
    yield [(state, _plain)]


def rail(words: tuple[str, str]) -> Iterator[_Row]:
    """The rail with one place marked."""
    made = Rail([Place(name, name, lambda: words[0]) for name in ("file-text", "send", "map")])
    made.show_place("send")
    made.setFixedHeight(320)
    yield [(made, _plain)]


def header(words: tuple[str, str]) -> Iterator[_Row]:
    """A page's title with a badge and a button."""
    made = PageHeader(words[0], f"{words[1]}, {words[1]}")
    made.add(Badge(words[1], Tone.INFO))
    made.add(_button(words[0], "primary"))
    made.setFixedWidth(560)
    yield [(made, _plain)]


BLOCKS = {
    block.__name__: block
    for block in (buttons, fields, badges, labels, messages, empty, rail, header)
}


@contextmanager
def fixed_font(app: QApplication) -> Iterator[None]:
    """The bundled letters without hinting, which computers do differently."""
    before, hinted = app.layoutDirection(), QFont(app.font())
    load_arabic()
    font = QFont(hinted)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    try:
        yield
    finally:
        app.setFont(hinted)
        app.setLayoutDirection(before)
        apply_theme(app, Scheme.LIGHT)


def draw(app: QApplication, block: str, theme: Scheme, direction: str) -> QImage:
    """One block's picture; to be called within `fixed_font`."""
    apply_theme(app, theme)
    app.setLayoutDirection(DIRECTIONS[direction])
    stage = _Stage()
    rows = [[stage.snap(*each) for each in row] for row in BLOCKS[block](_WORDS[direction])]
    ground = stage.palette().window().color()
    stage.close()
    stage.deleteLater()
    _settle()
    width = max(sum(image.width() + _GAP for image in row) for row in rows) + _GAP
    heights = [max(image.height() for image in row) + _GAP for row in rows]
    sheet = QImage(QSize(width, sum(heights) + _GAP), QImage.Format.Format_RGB32)
    sheet.fill(ground)
    with QPainter(sheet) as painter:
        top = _GAP
        for row, height in zip(rows, heights, strict=True):
            left = _GAP
            for image in row:
                painter.drawImage(QPoint(left, top), image)
                left += image.width() + _GAP
            top += height
    return sheet


def picture(block: str, theme: Scheme, direction: str) -> Path:
    """Where a block's golden picture is kept."""
    return FOLDER / f"{block}-{theme.value}-{direction}.png"


class _Stage(QWidget):
    """A window on which one widget stands at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(700, 400)
        self.show()
        self.activateWindow()
        _settle()

    def snap(self, widget: QWidget, state: _State) -> QImage:
        widget.setParent(self)
        widget.move(_GAP, _GAP)
        widget.show()
        state(widget)
        self.style().unpolish(widget)
        self.style().polish(widget)
        _settle()
        widget.resize(widget.sizeHint().expandedTo(widget.minimumSize()))
        _settle()
        taken = self.grab(QRect(widget.pos(), widget.size())).toImage()
        widget.hide()
        widget.deleteLater()
        return taken.convertToFormat(QImage.Format.Format_RGB32)


def _settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QCoreApplication.processEvents()
