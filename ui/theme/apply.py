"""Puts one of the two schemes on the application and follows the system where it says."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.garbage import GarbageKeeper
from ui.theme.fonts import FAMILIES, load_latin
from ui.theme.sheet import style_sheet
from ui.theme.tokens import BODY_PT, DARK, LIGHT, palette_of

_FAMILIES = [*FAMILIES, "Segoe UI", "DejaVu Sans"]
_STYLE = "Fusion"
_FOLLOWER = "_theme_follower"
"""Where the application carries it; `findChild` would make Qt load every type first."""


class Scheme(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def themed_application(program: str) -> QApplication:
    """The application, made if need be, in the style that the palettes and sheets are drawn for.

    Args:
        program: name of the program as it was called.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        running.setStyle(_STYLE)
        return running
    # As an argument, since `setStyle` answers with an object of a type that takes long to load.
    made = QApplication([program, "-style", _STYLE])
    GarbageKeeper(made)
    return made


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give the whole application one look, now and whenever the system's own scheme changes.

    ``SYSTEM`` follows the desktop environment; where that reports nothing it means light.
    """
    follower = getattr(app, _FOLLOWER, None)
    if follower is None:
        load_latin()
        font = QFont(app.font())
        font.setFamilies(_FAMILIES)
        font.setPointSize(BODY_PT)
        app.setFont(font)
        follower = _Follower(app)
        setattr(app, _FOLLOWER, follower)
    follower.follow(scheme)


class _Follower(QObject):
    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        app.styleHints().colorSchemeChanged.connect(self._put)

    def follow(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._put()

    def _put(self) -> None:
        reported = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and reported)
        tokens = DARK if dark else LIGHT
        sheet = style_sheet(tokens)
        if sheet == self._app.styleSheet():
            # Putting it on once more would have Qt style every widget anew.
            return
        self._app.setPalette(palette_of(tokens))
        self._app.setStyleSheet(sheet)
