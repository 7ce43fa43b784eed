"""From the words of a mapping to its rules and conditions."""

import re
from collections.abc import Callable
from datetime import time
from typing import Final

from fieldapp.history.row import LATITUDE, LONGITUDE
from fieldapp.history.rules import (
    PLACEHOLDER,
    Column,
    Condition,
    Constant,
    Date,
    First,
    Grid,
    Precision,
    Rule,
    Share,
    Text,
)
from fieldapp.history.tables import Table

_ISO_DAY = "%Y-%m-%d"
_DATE_MARKS = re.compile(r"(%[YmdHMS]|[-/.: T,])+")


def read_rule(table: Table, offset_minutes: int) -> Rule:
    """The one rule in a table; several or none are a problem."""
    present = [name for name in _READERS if name in table]
    if len(present) != 1:
        table.wrong(f"it needs exactly one of {', '.join(_READERS)}")
        for name in present:
            _READERS[name](table, offset_minutes)
        return Constant("")
    return _READERS[present[0]](table, offset_minutes)


def read_conditions(table: Table) -> tuple[Condition, ...]:
    """The conditions under ``when``; all of them have to hold."""
    found = []
    for item in table.tables("when", lambda number, _: f"{table.where}, when {number}"):
        column = item.text("column")
        present = [name for name in ("is", "not", "above") if name in item]
        if len(present) != 1:
            item.wrong("it needs exactly one of is, not, above")
        one_of = frozenset(item.texts("is", empty=True)) if "is" in item else None
        none_of = frozenset(item.texts("not", empty=True)) if "not" in item else None
        above = item.number("above", 0, 10**9) if "above" in item else None
        item.end()
        if len(present) == 1:
            found.append(Condition(column, one_of, none_of, above))
    return tuple(found)


def _constant(table: Table, _: int) -> Rule:
    return Constant(table.text("value"))


def _column(table: Table, _: int) -> Rule:
    column = table.text("column")
    codes = table.texts_by_text("codes") if "codes" in table else None
    otherwise = table.text("otherwise") if "otherwise" in table else None
    if otherwise is not None and codes is None:
        table.wrong("otherwise needs codes")
    return Column(column, codes, otherwise)


def _first(table: Table, _: int) -> Rule:
    return First(table.texts("first"))


def _text(table: Table, _: int) -> Rule:
    parts = table.texts("text")
    join = table.text("join", "\n", pattern="(?s).{0,8}")
    for part in parts:
        bare = PLACEHOLDER.sub("", part)
        if "{" in bare or "}" in bare or "" in PLACEHOLDER.findall(part):
            table.wrong("a brace in text stands alone or holds no column")
    return Text(parts, join)


def _date(table: Table, offset_minutes: int) -> Rule:
    inner = table.table("date")
    if inner is None:
        return Constant("")
    column = inner.text("column")
    pattern = inner.text("format", _ISO_DAY)
    if not _DATE_MARKS.fullmatch(pattern) or not {"%Y", "%m", "%d"} <= _marks(pattern):
        inner.wrong("format must hold %Y, %m and %d; %H, %M, %S and - / . : T may stand there")
    at = inner.text("at", "", pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]")
    day_only = inner.flag("day_only")
    if day_only and at:
        inner.wrong("a day has no time: leave out at or day_only")
    inner.end()
    return Date(column, pattern, _time(at), offset_minutes, day_only)


def _share(table: Table, _: int) -> Rule:
    inner = table.table("share")
    if inner is None:
        return Constant("")
    part, best, low, high = (inner.text(key) for key in ("part", "best", "low", "high"))
    end = inner.text("end", pattern="lower|upper")
    inner.end()
    return Share(part, best, low, high, end == "upper")


def _grid(table: Table, _: int) -> Rule:
    inner = table.table("grid")
    if inner is None:
        return Constant("")
    by = inner.text("by")
    classes = _classes(inner)
    box = inner.table("within", optional=True)
    within = (-180, -80, 180, 84)
    if box is not None:
        west, east = box.number("west", -180, 180), box.number("east", -180, 180)
        south, north = box.number("south", -80, 84), box.number("north", -80, 84)
        box.end()
        if west >= east or south >= north:
            box.wrong("west must lie west of east, and south of north south")
        within = (west, south, east, north)
    inner.end()
    return Grid(LATITUDE, LONGITUDE, by, classes, within)


def _classes(grid: Table) -> dict[str, Precision]:
    found = {}
    for item in grid.tables("class", lambda number, _: f"{grid.where}, class {number}"):
        value = item.text("is")
        digits = item.number("digits", 2, 10)
        metres = item.number("metres", 1, 1_000_000)
        item.end()
        if digits % 2:
            item.wrong("digits must be even")
        if digits > 2 and 10 ** (5 - digits // 2) < metres:
            item.wrong("more digits than metres allow")
        if value in found:
            item.wrong("this class stands twice")
        found[value] = Precision(digits, metres)
    if not found:
        grid.wrong("it needs a class")
    return found


def _marks(pattern: str) -> set[str]:
    return set(re.findall("%.", pattern))


def _time(text: str) -> time | None:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        return None
    return time.fromisoformat(text)


_READERS: Final[dict[str, Callable[[Table, int], Rule]]] = {
    "value": _constant,
    "column": _column,
    "first": _first,
    "text": _text,
    "date": _date,
    "share": _share,
    "grid": _grid,
}
