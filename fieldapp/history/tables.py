"""Reading TOML strictly: every problem is noted with its place, and none ends the reading."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class Table:
    """One table of a mapping.

    What is wrong or missing is added to ``problems`` and reads as an empty value, so that the
    rest is still looked at.

    Args:
        values: the table as TOML gave it.
        where: how to name it to the person, such as ``answer 3 (what/category)``.
        problems: where problems are collected.
    """

    def __init__(self, values: Mapping[str, Any], where: str, problems: list[str]) -> None:
        self.where = where
        self.problems = problems
        self._values = dict(values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def wrong(self, what: str) -> None:
        """Notes a problem of this table."""
        self.problems.append(f"{self.where}: {what}.")

    def text(self, key: str, default: str | None = None, pattern: str = "(?s).+") -> str:
        """A text that matches ``pattern``; missing is wrong unless there is a default."""
        value = self._take(key, str, "a text", default)
        if value is None:
            return ""
        if value != default and not re.fullmatch(pattern, value):
            self.wrong(f"{key} is not as it should be")
        return value

    def texts(
        self, key: str, default: tuple[str, ...] | None = None, *, empty: bool = False
    ) -> tuple[str, ...]:
        """A list of texts; ``empty`` allows an empty text in it."""
        value = self._take(key, list, "a list of texts", None if default is None else [*default])
        if value is None:
            return ()
        good = all(isinstance(item, str) and (item or empty) for item in value)
        if not good or (not value and default is None):
            self.wrong(f"{key} must be a list of texts{'' if empty else ', none of them empty'}")
            return ()
        return tuple(value)

    def flag(self, key: str) -> bool:
        """True or false; false when missing."""
        return bool(self._take(key, bool, "true or false", False))

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self._take(key, int, "a whole number", default)
        if value is None:
            return low
        if not low <= value <= high:
            self.wrong(f"{key} must be from {low} to {high}")
            return low
        return int(value)

    def texts_by_text(self, key: str) -> dict[str, str]:
        """A table whose values are texts, at least one of them."""
        value = self._take(key, dict, "a table", None)
        if value is None:
            return {}
        if not value or not all(isinstance(item, str) for item in value.values()):
            self.wrong(f"{key} must hold texts, at least one")
            return {}
        return value

    def table(self, key: str, optional: bool = False) -> "Table | None":
        """A table below this one; None where it is missing."""
        value = self._take(key, dict, "a table", {} if optional else None)
        if not value:
            if value is not None and not optional:
                self.wrong(f"{key} is empty")
            return None
        return Table(value, f"{self.where}, {key}", self.problems)

    def tables(self, key: str, name: Callable[[int, Any], str]) -> list["Table"]:
        """The tables of a list; ``name`` tells what to call each, from its number and values."""
        value = self._take(key, list, "a list of tables", [])
        found = []
        for number, item in enumerate(value or (), 1):
            if isinstance(item, dict):
                found.append(Table(item, name(number, item), self.problems))
            else:
                self.wrong(f"{key}, item {number} is no table")
        return found

    def end(self) -> None:
        """Notes every key that nobody asked for."""
        for key in self._values:
            self.wrong(f"nobody knows {key}")

    def _take(self, key: str, kind: type[T], name: str, default: T | None) -> T | None:
        if key not in self._values:
            if default is None:
                self.wrong(f"{key} is missing")
            return default
        value = self._values.pop(key)
        if type(value) is not kind:
            self.wrong(f"{key} must be {name}")
            return None
        return value
