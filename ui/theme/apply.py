"""Puts one of the two schemes on the application and follows the system where it says."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.theme.sheet import style_sheet
from ui.theme.tokens import BODY_PT, DARK, LIGHT, palette_of

_FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Segoe UI", "DejaVu Sans"]


class Scheme(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give the whole application one look, now and whenever the system's own scheme changes.

    ``SYSTEM`` follows the desktop environment; where that reports nothing it means light.
    """
    follower = app.findChild(_Follower)
    if follower is None:
        app.setStyle("Fusion")
        font = QFont(app.font())
        font.setFamilies(_FAMILIES)
        font.setPointSize(BODY_PT)
        app.setFont(font)
        follower = _Follower(app)
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
        self._app.setPalette(palette_of(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
