"""The languages of the window: their names, and switching between them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

import ui.i18n
from ui.i18n.days import locale_of
from ui.theme.fonts import load_arabic

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
        self._translators: list[QTranslator] = []
        self._offered: tuple[str, ...] = ()
        self._code = ""
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
        return self._code or FALLBACK

    @property
    def files(self) -> tuple[Path, ...]:
        """The translation files in use: those of the language shown and no other."""
        return tuple(Path(translator.filePath()) for translator in self._translators)

    def use(self, code: str) -> str:
        """Switches; a language that is not offered means the mission's first.

        Returns:
            The language shown from now on. Pages still set their texts again.
        """
        shown = code if code in self.offered else self.offered[0]
        if shown != self._code:
            self._put_on(shown)
        return shown

    def end(self) -> None:
        """Takes the language off the application: English from left to right remains."""
        self._put_on(FALLBACK)

    def _put_on(self, code: str) -> None:
        self._code = code
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []
        QLocale.setDefault(locale_of(code))
        rtl = code in _RIGHT_TO_LEFT
        if rtl:
            load_arabic()
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)
        if code != FALLBACK:
            # Qt's own words first: where both know a text, the one put on last is asked first.
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._add(Path(qt) / f"qtbase_{code}.qm")
            self._add(_FOLDER / f"{code}.qm")

    def _add(self, file: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(file)):
            self._app.installTranslator(translator)
            self._translators.append(translator)
