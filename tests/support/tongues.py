"""What a window says, and which of it is still English."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import ui.i18n
from fieldapp.mission.profile import MissionProfile
from ui.theme.badge import Badge

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_CODES = re.compile(
    r"[0-9]{6}[A-Z]\b|[0-9]{1,2}:[0-9]{2}|[A-Z0-9]+-[A-Z]{2,8}-[0-9]{4}-|[0-9]{2}[A-Z]{3}[0-9]{4}"
)
"""Date-time groups, times, report numbers and grids."""
_LONG = 14
"""Letters from which a text is looked for inside others, too."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def translated(language: str) -> dict[str, set[str]]:
    """English texts of a translation file that read differently in it, with their forms."""
    file = Path(ui.i18n.__file__).with_name(f"{language}.ts")
    found: dict[str, set[str]] = {}
    for node in ElementTree.parse(file).getroot().iter("message"):
        translation = node.find("translation")
        assert translation is not None
        forms = {form.text or "" for form in translation.iter("numerusform")}
        found.setdefault(node.findtext("source", ""), set()).update(
            forms or {translation.text or ""}
        )
    names = re.compile(r"\{\w+\}")
    return {
        source: forms
        for source, forms in found.items()
        if source not in forms and any(map(str.isalpha, names.sub("", source)))
    }


def english_left(said: set[str], language: str, mission: frozenset[str] = frozenset()) -> list[str]:
    """Texts on the screen that hold an English source although the language has its own words.

    Args:
        said: what a window says, see `said_by`.
        language: code of the language it is in.
        mission: names of the mission's own (`mission_names`), which are in no language.
    """
    pairs = _pairs(language)
    return sorted(
        text
        for text in said - mission
        if any(
            english.search(text) and not any(own.search(text) for own in forms)
            for english, forms in pairs
        )
    )


def mission_names(profile: MissionProfile) -> frozenset[str]:
    """What a mission calls itself, its units and their sectors; may happen to be English words."""
    units = [name for unit in profile.units for name in (unit.code, unit.name, unit.sector)]
    return frozenset([profile.mission, profile.name, *units])


@cache
def _pairs(language: str) -> list[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    return [
        (_pattern(source), [_pattern(ISOLATES.sub("", form)) for form in forms])
        for source, forms in translated(language).items()
    ]


def _pattern(source: str) -> re.Pattern[str]:
    """A source as it may stand on the screen: long ones anywhere, short ones by themselves."""
    letters, parts = 0, list[str | None]()
    for literal, name, _, _ in Formatter().parse(source.replace("&", "")):
        letters += sum(map(str.isalpha, literal))
        parts.append(re.escape(literal))
        if name is not None:
            parts.append(None)
    inner = "".join((".+?" if letters > 4 else "[^ ]+") if part is None else part for part in parts)
    return re.compile(inner if letters > _LONG else f"^(?:{inner})$", re.DOTALL)


def said_by(window: QWidget) -> set[str]:
    """Every text that a person or a screen reader meets in a window at present.

    Args:
        window: where to look; what is hidden says nothing.
    """
    found = set(texts_of(window))
    plain = {ISOLATES.sub("", text).replace("&", "").strip() for text in found}
    return {text for text in plain if text}


def texts_of(window: QWidget) -> Iterator[str]:
    """As `said_by`, with the marks that keep a text's direction."""
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            yield from _texts(widget)


def loose_codes(text: str) -> list[str]:
    """Codes among Arabic words that these would turn about, because nothing keeps them apart."""
    if not _ARABIC.search(text):
        return []
    depth, outside = 0, []
    for mark in text:
        depth += (mark in "\u2066\u2067\u2068") - (mark == "\u2069")
        outside.append(mark if not depth else "\n")
    return _CODES.findall("".join(outside))


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield interface.text(QAccessible.Text.Name)
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, Badge):
        yield widget.text
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _cells(widget.model(), QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    flat = isinstance(model, QAbstractListModel)
    for column in range(1 if flat else model.columnCount(parent)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
    for row in range(0 if flat else model.rowCount(parent)):
        yield from _cells(model, model.index(row, 0, parent))
