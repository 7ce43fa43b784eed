"""Code lists: the words a mission reports in, each with a stable name and labels by language.

A name (``DENY``, ``HST-ARM``) is what reports hold; it never changes meaning, has no blanks and is
the same in every language. Labels are what people see. A list may give its items further text
columns: c19 ``category`` (the items of c19_category), c27 ``group`` (ground, flight, admin,
other), c29 ``ocha`` (the items of ocha; empty for none), c9 and c19_category ``acled``, c53
``group`` (direct, indirect). List names are the numbers of the mission's code book in lower case;
the second list of a number has a word after it (``c20_outcome``).

The file is JSON: ``{"version": text, "lists": {name: {"title": labels, "items": [{"name": text,
"label": labels, column: text, ...}, ...]}}}``, where labels are ``{"en": text, "fr": text, ...}``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import ClassVar, Self

from fieldapp.errors import FieldError, Remedy
from fieldapp.units import MIB

MAX_BYTES = 4 * MIB
"""A list of 10,000 villages in four languages takes about 2 MiB."""

FALLBACK_LANGUAGE = "en"
DEFAULT_FILE = "default_codes.json"

MOVEMENT_GROUPS = frozenset({"ground", "flight", "admin", "other"})
"""What a movement can be (column ``group`` of c27): it decides what a form asks about it."""

_LIST_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_ITEM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_COLUMN_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class CodesRefused(FieldError):
    """A file of code lists that is not as it should be; the message names list and item."""

    code: ClassVar[str] = "mission.codes"
    remedy = Remedy.ASK_HQ
    text = "The code lists cannot be read. Ask headquarters to publish them again."

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"The code lists cannot be used: {where}: {what}.", detail=where)


@dataclass(frozen=True, slots=True)
class CodeItem:
    """One code. ``labels`` by language, never empty; ``columns`` are the further texts."""

    name: str
    labels: Mapping[str, str]
    columns: Mapping[str, str]

    def label(self, language: str) -> str:
        """The label in a language, else in English, else the name."""
        return self.labels.get(language) or self.labels.get(FALLBACK_LANGUAGE) or self.name


class CodeLists:
    """Every code list of a mission, as published together under one version."""

    def __init__(
        self,
        version: str,
        titles: Mapping[str, Mapping[str, str]],
        lists: Mapping[str, Sequence[CodeItem]],
    ) -> None:
        self.version = version
        self._titles = dict(titles)
        self._lists = {name: tuple(items) for name, items in lists.items()}
        self._by_name = {
            name: {item.name: item for item in items} for name, items in self._lists.items()
        }

    @classmethod
    def load(cls, content: bytes) -> Self:
        """Read a file of code lists; the whole file is checked before anything is used.

        Raises:
            CodesRefused: names the list, the item and what is wrong with it.
        """
        raw = _members(_json(content), "the file", {"version", "lists"})
        version = _text(raw["version"], "version")
        titles: dict[str, Mapping[str, str]] = {}
        lists: dict[str, tuple[CodeItem, ...]] = {}
        for name, value in _object(raw["lists"], "lists").items():
            where = f"list {name}"
            if not _LIST_NAME.fullmatch(name):
                raise CodesRefused(where, "the name is not small letters, digits and underscores")
            one = _members(value, where, {"title", "items"})
            titles[name] = _labels(one["title"], f"{where}, title")
            lists[name] = _items(one["items"], where)
        _check_columns(lists)
        return cls(version, titles, lists)

    def names(self) -> tuple[str, ...]:
        """Names of all lists, in the order of the file."""
        return tuple(self._lists)

    def items(self, list_name: str) -> tuple[CodeItem, ...]:
        """The items of a list in their order; none for a list that the mission does not have."""
        return self._lists.get(list_name, ())

    def title(self, list_name: str, language: str) -> str:
        """What a list is called in a language, else in English, else its name."""
        titles = self._titles.get(list_name, {})
        return titles.get(language) or titles.get(FALLBACK_LANGUAGE) or list_name

    def label(self, list_name: str, code: str, language: str) -> str:
        """The label of a code; the code itself when the list does not hold it.

        Reports outlive the lists they were written with, so an unknown code is no error.
        """
        item = self._by_name.get(list_name, {}).get(code)
        return code if item is None else item.label(language)

    def column(self, list_name: str, code: str, column: str) -> str:
        """A further text of a code, empty when there is none."""
        item = self._by_name.get(list_name, {}).get(code)
        return "" if item is None else item.columns.get(column, "")


def default_codes() -> CodeLists:
    """The lists that ship with the product; a mission's own pack replaces them as a whole."""
    return CodeLists.load(files("fieldapp.mission").joinpath(DEFAULT_FILE).read_bytes())


def _json(content: bytes) -> object:
    if len(content) > MAX_BYTES:
        raise CodesRefused("the file", f"larger than {MAX_BYTES // MIB} MiB")
    try:
        value: object = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise CodesRefused("the file", "not JSON text in UTF-8") from None
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CodesRefused(f"member {twice[:40]}", "given twice")
    return found


def _object(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise CodesRefused(where, "not an object")
    return value


def _members(value: object, where: str, needed: set[str]) -> dict[str, object]:
    found = _object(value, where)
    if missing := sorted(needed - found.keys()):
        raise CodesRefused(where, f"{missing[0]} is missing")
    if unknown := sorted(found.keys() - needed):
        raise CodesRefused(where, f"{unknown[0][:40]} is unknown")
    return found


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise CodesRefused(where, "text is missing")
    return value


def _labels(value: object, where: str) -> Mapping[str, str]:
    found = _object(value, where)
    if not found:
        raise CodesRefused(where, "no label")
    for language in found:
        if not _LANGUAGE.fullmatch(language):
            raise CodesRefused(where, f"{language[:40]} is no language code")
    labels = {language: _text(text, f"{where}, {language}") for language, text in found.items()}
    return MappingProxyType(labels)


def _items(value: object, where: str) -> tuple[CodeItem, ...]:
    if not isinstance(value, list) or not value:
        raise CodesRefused(where, "no items")
    items = tuple(_item(raw, f"{where}, item {n}") for n, raw in enumerate(value, start=1))
    seen: set[str] = set()
    for item in items:
        if item.name in seen:
            raise CodesRefused(where, f"{item.name} is there twice")
        seen.add(item.name)
    return items


def _check_columns(lists: Mapping[str, Sequence[CodeItem]]) -> None:
    """The columns that forms filter by: without them a question would have nothing to choose."""
    categories = {item.name for item in lists.get("c19_category", ())}
    for name, column, allowed in (
        ("c19", "category", categories),
        ("c27", "group", MOVEMENT_GROUPS),
    ):
        for item in lists.get(name, ()):
            if item.columns.get(column) not in allowed:
                words = ", ".join(sorted(allowed))[:200]
                raise CodesRefused(f"list {name}, {item.name}", f"{column} must be one of: {words}")


def _item(raw: object, where: str) -> CodeItem:
    found = dict(_object(raw, where))
    name = found.pop("name", None)
    if not isinstance(name, str) or not _ITEM_NAME.fullmatch(name):
        raise CodesRefused(where, "the name is missing or has characters that a code cannot have")
    labels = _labels(found.pop("label", None), f"{where} ({name})")
    for column, text in found.items():
        if not _COLUMN_NAME.fullmatch(column) or not isinstance(text, str):
            raise CodesRefused(f"{where} ({name})", f"column {column[:40]} is not text")
    columns = {column: text for column, text in found.items() if isinstance(text, str)}
    return CodeItem(name, labels, MappingProxyType(columns))
