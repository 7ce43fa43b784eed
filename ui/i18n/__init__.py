"""The desktop's texts in the language of the person, and how foreign pieces stand inside them."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

_ISOLATE, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CODE = re.compile(
    r"(?<!\w)[A-Z0-9]*[0-9][A-Z0-9]*(?:-[A-Z0-9]+)*(?: [A-Z]{3} [0-9]{2})?(?!\w)", re.ASCII
)
"""A run of capitals and digits, such as a grid, a report number or a date-time group."""
_COMMAS = {True: "، ", False: ", "}


def tr(context: str, text: str, **values: object) -> str:
    """``text`` translated, with ``{name}`` filled from ``values``.

    Args:
        context: the page or widget the text stands on, as in the translation files.
        text: the English source text; it is what is shown where no translation exists.
        values: what to put in for ``{name}``; each keeps its own direction, see `isolate`.
    """
    return _filled(QCoreApplication.translate(context, text), values)


def tr_count(context: str, one: str, many: str, count: int, **values: object) -> str:
    """A text about a number of things, in the form that the language has for this number.

    Args:
        context: as in `tr`.
        one: the English text for exactly one.
        many: the English text for every other number; it stands in the translation files, with
            one translation for each form of the language.
        count: how many; fills ``{count}``.
        values: as in `tr`.
    """
    found = QCoreApplication.translate(context, many, None, count)
    if found == many and count == 1:
        found = one
    return _filled(found, {"count": count, **values})


def translation(context: str, text: str) -> str | None:
    """``text`` translated; None where the language shown has no words of its own for it."""
    found = QCoreApplication.translate(context, text)
    return None if found == text else found


def isolate(text: str) -> str:
    """A name, number, grid or time that keeps its own direction inside any sentence.

    Unchanged where nothing can get mixed up: Latin text on a left-to-right page.
    """
    if not text or not (_right_to_left() or _RIGHT_TO_LEFT.search(text)):
        return text
    return f"{_ISOLATE}{text}{_END}"


def isolate_codes(text: str) -> str:
    """A form's own sentence whose grids, moments and numbers keep their direction."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return _CODE.sub(lambda found: f"{_ISOLATE}{found[0]}{_END}", text)


def listed(parts: Iterable[str], between: str = "") -> str:
    """Parts in the order of the page, each with its own direction.

    Args:
        parts: what to list; empty ones are left out.
        between: what stands between them; the comma of the language when empty.
    """
    rtl = _right_to_left()
    text = (between or _COMMAS[rtl]).join(isolate(part) for part in parts if part)
    return f"{_RIGHT_TO_LEFT_MARK}{text}" if rtl and text else text


def _filled(text: str, values: dict[str, object]) -> str:
    if not values:
        return text
    whole = text.format(**{name: isolate(str(value)) for name, value in values.items()})
    # A text without words of its own would else run as the first of its values does.
    bare = _right_to_left() and not _RIGHT_TO_LEFT.search(text)
    return f"{_RIGHT_TO_LEFT_MARK}{whole}" if bare else whole


def _right_to_left() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
