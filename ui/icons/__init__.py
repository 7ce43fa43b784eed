"""Line icons, coloured when loaded so that they fit light and dark.

The drawings are Lucide 1.62.0 (https://lucide.dev), licence in ``LICENSE`` beside them.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

FOLDER: Final = Path(__file__).parent
_ON_BUTTON: Final = 16
_GAP: Final = 4
"""Room between a button's icon and its words, of which Qt gives too little, in pixels."""
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


def icon(
    name: str,
    colour: QColor | str | None = None,
    *,
    mirrored: bool = False,
    chosen: QColor | str | None = None,
) -> QIcon:
    """An icon that is drawn when and as large as it is needed.

    Args:
        name: one of ``names()``.
        colour: of the lines; that of button text when left out.
        mirrored: turn arrows round, for right-to-left pages.
        chosen: of the lines where a list shows its row as selected; ``colour`` when left out.

    Raises:
        KeyError: there is no such icon.
    """
    return QIcon(_Drawn(name, _inks(colour, chosen), mirrored, 0))


def _inks(colour: QColor | str | None, chosen: QColor | str | None) -> Mapping[QIcon.Mode, QColor]:
    palette = QGuiApplication.palette()
    ink = palette.color(QPalette.ColorRole.ButtonText) if colour is None else QColor(colour)
    return {
        QIcon.Mode.Normal: ink,
        QIcon.Mode.Selected: ink if chosen is None else QColor(chosen),
        QIcon.Mode.Disabled: palette.color(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
        ),
    }


class _Drawn(QIconEngine):
    """Draws an icon at the size asked for; ``gap`` leaves some room on the side of the words."""

    def __init__(
        self, name: str, inks: Mapping[QIcon.Mode, QColor], mirrored: bool, gap: int
    ) -> None:
        super().__init__()
        _source(name)
        self._name, self._inks, self._mirrored, self._gap = name, inks, mirrored, gap

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._inks, self._mirrored, self._gap)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width() - self._gap, rect.height())
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        if self._gap:
            place.moveLeft(rect.right() + 1 - side if self._mirrored else rect.left())
        painter.drawPixmap(place, self._picture(round(side * ratio), mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # Qt asks in physical pixels; the gap is a distance on the page.
        gap = round(self._gap * scale)
        side = min(size.width() - gap, size.height())
        if not gap and size.width() == size.height():
            return self._picture(side, mode)
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        left = 0 if gap and not self._mirrored else size.width() - side
        if not gap:
            left //= 2
        with QPainter(made) as painter:
            painter.drawPixmap(left, (size.height() - side) // 2, self._picture(side, mode))
        return made

    def _picture(self, side: int, mode: QIcon.Mode) -> QPixmap:
        ink = self._inks.get(mode, self._inks[QIcon.Mode.Normal])
        return pixmap(self._name, max(side, 1), ink, mirrored=self._mirrored)


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
        gap = _GAP if isinstance(self._button, QPushButton) else 0
        self._button.setIcon(QIcon(_Drawn(self._name, _inks(colour, None), rtl, gap)))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not path.is_file():
        raise KeyError(name)
    return path.read_text("utf-8")
