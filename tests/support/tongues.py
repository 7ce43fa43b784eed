"""What a window says, and which of it is still English."""

import json
import re
from collections.abc import Iterator
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

import fieldapp.mission
import ui.i18n
from ui.forms.question import QuestionBox
from ui.forms.section import SectionCard, SectionList
from ui.reports.answers_view import AnswersView
from ui.reports.differences_view import DifferencesView
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
_FORM_WORDS = (QuestionBox, SectionCard, SectionList, AnswersView, DifferencesView)
"""What shows words of a form, which has languages of its own."""


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


def english_left(said: set[str], language: str) -> list[str]:
    """Texts on the screen that hold an English source although the language has its own words."""
    pairs = [
        (_pattern(source), [_pattern(ISOLATES.sub("", form)) for form in forms])
        for source, forms in translated(language).items()
    ]
    return sorted(
        text
        for text in said
        if any(
            english.search(text) and not any(own.search(text) for own in forms)
            for english, forms in pairs
        )
    )


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


def said_by(window: QWidget, *, form_words: bool = True) -> set[str]:
    """Every text that a person or a screen reader meets in a window at present.

    Args:
        window: where to look; what is hidden says nothing.
        form_words: also what questions, choices, code lists and answers say.
    """
    found = set(texts_of(window, form_words=form_words))
    plain = {ISOLATES.sub("", text).replace("&", "").strip() for text in found}
    return {text for text in plain if text} - (set() if form_words else _code_labels())


def texts_of(window: QWidget, *, form_words: bool = True) -> Iterator[str]:
    """As `said_by`, with the marks that keep a text's direction."""
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible() and (form_words or not _of_form(widget)):
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


def _code_labels() -> set[str]:
    with (Path(fieldapp.mission.__file__).with_name("default_codes.json")).open("rb") as source:
        lists = json.load(source)["lists"].values()
    return {item["label"]["en"] for each in lists for item in each["items"]}


def _of_form(widget: QWidget) -> bool:
    here: QWidget | None = widget
    while here is not None:
        if isinstance(here, _FORM_WORDS):
            return True
        here = here.parentWidget()
    return False


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
