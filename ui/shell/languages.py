"""The languages of the window: their names, and switching between them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

import ui.i18n

NAMES: Mapping[str, str] = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ar": "العربية",
}
"""Each language by its own name."""
FALLBACK = "en"
_RIGHT_TO_LEFT = frozenset({"ar"})
_FOLDER = Path(ui.i18n.__file__).parent


class Languages(QObject):
    """Puts one language on the application.

    Args:
        app: the application.
        offered: codes of the mission's languages, its own first; none yet means all there are.
    """

    def __init__(self, app: QApplication, offered: tuple[str, ...]) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None
        self._offered: tuple[str, ...] = ()
        self._code = FALLBACK
        self.offer(offered)

    def offer(self, codes: tuple[str, ...]) -> None:
        """Offers a mission's languages; the one shown stays until `use` is called."""
        self._offered = tuple(code for code in codes if code in NAMES) or tuple(NAMES)

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages to choose from; English is always among them."""
        return self._offered if FALLBACK in self._offered else (*self._offered, FALLBACK)

    @property
    def code(self) -> str:
        """The language shown."""
        return self._code

    def use(self, code: str) -> str:
        """Switches; a language that is not offered means the mission's first.

        Returns:
            The language shown from now on. Pages still set their texts again.
        """
        self._code = code if code in self.offered else self.offered[0]
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        translator = QTranslator(self)
        if translator.load(str(_FOLDER / f"{self._code}.qm")):
            self._app.installTranslator(translator)
            self._translator = translator
        rtl = self._code in _RIGHT_TO_LEFT
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)
        return self._code
