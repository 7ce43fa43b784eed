"""The fonts that the desktop brings along, so that it looks the same on every computer.

Noto Sans 2.004 and Noto Sans Arabic 2.005 (https://notofonts.github.io), licence in ``LICENSE``
beside them.
"""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

FOLDER: Final = Path(__file__).parent
FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic")
"""Latin first: digits and grids look alike in every language."""


def load_latin() -> None:
    """Makes the letters of English, French and Spanish known to Qt; needs the application."""
    _load("NotoSans")


def load_arabic() -> None:
    """Makes the letters of Arabic known to Qt; needs the application."""
    _load("NotoSansArabic")


@cache
def _load(name: str) -> None:
    for weight in ("Regular", "Bold"):
        # A computer that cannot read them has fonts of its own.
        QFontDatabase.addApplicationFont(str(FOLDER / f"{name}-{weight}.ttf"))
