"""Values of expressions and how they turn into one another.

A value is text, a number, a truth value or a list of nodes. Numbers follow IEEE 754; a thing that
is no number is NaN. Text that is a date or a moment counts as its day number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import tzinfo
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

from fieldapp.forms.dates import day_number, looks_dated
from fieldapp.forms.tree import Node

Nodes = list[Node]
Value = str | float | bool | Nodes

NAN: Final = math.nan
_NUMBER: Final = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*\Z")
_CLOSE: Final = 1e-12
_LONGEST_DATE: Final = 10
_TRUTHS: Final = ("true", "false")
_NUMERIC: Final = ("int", "integer", "decimal")


def text_to_number(text: str, zone: tzinfo) -> float:
    """The number that ``text`` writes, the day number of a date, else NaN."""
    if _NUMBER.match(text):
        return float(text)
    if looks_dated(text):
        days = day_number(text.strip(), zone)
        return NAN if days is None else days
    return NAN


def to_number(value: Value, zone: tzinfo) -> float:
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if isinstance(value, list) and value:
        return _node_number(value[0], zone)
    return text_to_number(to_text(value), zone)


def _node_number(node: Node, zone: tzinfo) -> float:
    content = content_of(node)
    if isinstance(content, bool):
        return 1.0 if content else 0.0
    return text_to_number(content, zone)


def content_of(node: Node) -> str | bool:
    """What a node holds: a truth value where the form calculates one, else its text."""
    text = node.value()
    if text in _TRUTHS and node.definition is not None:
        return text == "true" if node.definition.bind.calculate is not None else text
    return text


def to_text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return value[0].value() if value else ""


def to_truth(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    if isinstance(value, list) and value and value[0].definition is not None:
        return _is_answered(value[0])
    return len(value) > 0


def _is_answered(node: Node) -> bool:
    """How phones read an answer as a condition: by its content, not by being there."""
    content = content_of(node)
    if isinstance(content, bool):
        return content
    numeric = node.definition is not None and node.definition.bind.type in _NUMERIC
    if numeric and _NUMBER.match(content):
        return float(content) != 0
    return content != ""


def number_text(number: float) -> str:
    """Decimal notation without exponent; whole numbers without a point."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    text = repr(number)
    return format(Decimal(text), "f") if "e" in text else text


def round_half(number: float, places: int) -> float:
    """Rounded to ``places`` decimals, halves towards positive infinity; NaN beyond 30 places."""
    if not math.isfinite(number):
        return number
    if abs(places) > 30:
        return NAN
    mode = ROUND_HALF_DOWN if number < 0 else ROUND_HALF_UP
    exact = Decimal(repr(number))
    step = Decimal(1).scaleb(-places)
    if exact and exact.adjusted() + places > 26:
        return number
    return float((exact / step).quantize(Decimal(1), rounding=mode) * step)


def equal(left: Value, right: Value, zone: tzinfo) -> bool:
    """``=``: two lists match when any pair does; truth before number before text.

    Against a date a moment counts as its local day.
    """
    left, right = _or_blank(left), _or_blank(right)
    if isinstance(left, list):
        if isinstance(right, list):
            if len(left) == len(right) == 1:
                return _alike(left[0], right[0], zone)
            texts = {node.value() for node in right}
            return any(node.value() in texts for node in left)
        if isinstance(right, bool):
            return to_truth(left) == right
        return any(equal(content_of(node), right, zone) for node in left)
    if isinstance(right, list):
        return equal(right, left, zone)
    if isinstance(left, bool) or isinstance(right, bool):
        return to_truth(left) == to_truth(right)
    if isinstance(left, float) or isinstance(right, float):
        first, second = to_number(left, zone), to_number(right, zone)
        return first == second or abs(first - second) < _CLOSE
    return left == right or _same_day(left, right, zone)


def _alike(first: Node, second: Node, zone: tzinfo) -> bool:
    if _is_numeric(first) and _is_numeric(second):
        return equal(_node_number(first, zone), _node_number(second, zone), zone)
    return equal(first.value(), second.value(), zone)


def _is_numeric(node: Node) -> bool:
    return node.definition is not None and node.definition.bind.type in _NUMERIC and node.text != ""


def _same_day(left: str, right: str, zone: tzinfo) -> bool:
    """Whether a moment falls on a date."""
    if _is_date(left) is _is_date(right) or not (looks_dated(left) and looks_dated(right)):
        return False
    first, second = day_number(left, zone), day_number(right, zone)
    return first is not None and second is not None and math.floor(first) == math.floor(second)


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and looks_dated(text)


def _or_blank(value: Value) -> Value:
    """A list without nodes compares as empty text: what is not relevant counts as not answered."""
    return "" if isinstance(value, list) and not value else value


def unequal(left: Value, right: Value, zone: tzinfo) -> bool:
    """``!=``: true when any pair differs, which is not the opposite of ``=`` for lists."""
    left, right = _or_blank(left), _or_blank(right)
    if isinstance(left, list) and isinstance(right, list):
        if len(left) == len(right) == 1:
            return not _alike(left[0], right[0], zone)
        texts = {node.value() for node in right}
        return any(texts - {node.value()} for node in left)
    if isinstance(right, list):
        left, right = right, left
    if isinstance(left, list):
        if isinstance(right, bool):
            return to_truth(left) != right
        return any(not equal(content_of(node), right, zone) for node in left)
    return not equal(left, right, zone)


def ordered(left: Value, right: Value, zone: tzinfo, test: Callable[[float, float], bool]) -> bool:
    """``<`` and its kin: numbers on both sides, any pair of two lists.

    Against a date a moment counts as its local day: ``. <= today()`` holds all day long.
    """
    firsts = _numbers(left, zone, by_day=_is_date(_text_of(right)))
    seconds = _numbers(right, zone, by_day=_is_date(_text_of(left)))
    return any(test(first, second) for first in firsts for second in seconds)


def _numbers(value: Value, zone: tzinfo, *, by_day: bool) -> list[float]:
    if isinstance(value, list):
        found = [_node_number(node, zone) for node in value]
    else:
        found = [to_number(value, zone)]
    if by_day and looks_dated(_text_of(value)):
        return [math.floor(number) if math.isfinite(number) else number for number in found]
    return found


def _text_of(value: Value) -> str:
    """What a text or the first of some nodes holds; empty for numbers and truth values."""
    if isinstance(value, str):
        return value
    return value[0].value() if isinstance(value, list) and value else ""
