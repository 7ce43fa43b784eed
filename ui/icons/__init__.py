"""Line icons, coloured when loaded so that they fit light and dark.

The drawings are Lucide 1.62.0 (https://lucide.dev), licence in ``LICENSE`` beside them.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

FOLDER: Final = Path(__file__).parent
_SIZES: Final = (16, 18, 20, 24, 32, 48, 64, 96)
_ON_BUTTON: Final = 16
_GAP: Final = 4
_DIRECTIONAL: Final = frozenset(
    {"chevron-left", "chevron-right", "arrow-left", "arrow-right", "send", "log-out", "undo-2"}
)


def names() -> tuple[str, ...]:
    """Every icon there is, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


def pixmap(name: str, size: int, colour: QColor | str, *, mirrored: bool = False) -> QPixmap:
    """One icon as a picture.

    Args:
        name: one of ``names()``.
        size: width and height in physical pixels.
        colour: of the lines.
        mirrored: turn arrows round, for right-to-left pages.

    Raises:
        KeyError: there is no such icon.
    """
    ink = QColor(colour)
    flip = mirrored and name in _DIRECTIONAL
    key = f"icon/{name}/{size}/{ink.name(QColor.NameFormat.HexArgb)}/{flip}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    renderer = QSvgRenderer(_source(name).replace("currentColor", ink.name()).encode())
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        if flip:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, size, size))
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, colour: QColor | str | None = None, *, mirrored: bool = False) -> QIcon:
    """An icon at all usual sizes; without ``colour`` it has that of button text.

    Raises:
        KeyError: there is no such icon.
    """
    palette = QGuiApplication.palette()
    ink = palette.color(QPalette.ColorRole.ButtonText) if colour is None else QColor(colour)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, size, ink, mirrored=mirrored))
        made.addPixmap(pixmap(name, size, faint, mirrored=mirrored), QIcon.Mode.Disabled)
    return made


def set_icon(
    button: QAbstractButton,
    name: str,
    role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
) -> None:
    """Give a button an icon that keeps fitting when the theme or the reading direction changes.

    Raises:
        KeyError: there is no such icon.
    """
    _source(name)
    if isinstance(button, QPushButton):
        button.setIconSize(QSize(_ON_BUTTON + _GAP, _ON_BUTTON))
    for old in button.findChildren(_Keeper, options=Qt.FindChildOption.FindDirectChildrenOnly):
        button.removeEventFilter(old)
        old.deleteLater()
    _Keeper(button, name, role)


class _Keeper(QObject):
    def __init__(self, button: QAbstractButton, name: str, role: QPalette.ColorRole) -> None:
        super().__init__(button)
        self._button, self._name, self._role = button, name, role
        button.installEventFilter(self)
        self._put()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self._put()
        return False

    def _put(self) -> None:
        rtl = self._button.layoutDirection() is Qt.LayoutDirection.RightToLeft
        colour = QGuiApplication.palette().color(self._role)
        made = icon(self._name, colour, mirrored=rtl)
        self._button.setIcon(_spaced(made, rtl) if isinstance(self._button, QPushButton) else made)


def _spaced(source: QIcon, rtl: bool) -> QIcon:
    """An icon with some room between it and the words that follow, which Qt gives too little."""
    made = QIcon()
    for ratio in (1, 2, 3):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            size = _ON_BUTTON * ratio
            picture = QPixmap(size + _GAP * ratio, size)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                left = _GAP * ratio if rtl else 0
                painter.drawPixmap(left, 0, source.pixmap(QSize(size, size), 1.0, mode))
            picture.setDevicePixelRatio(ratio)
            made.addPixmap(picture, mode)
    return made


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not path.is_file():
        raise KeyError(name)
    return path.read_text("utf-8")
