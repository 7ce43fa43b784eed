"""Functions about text."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from fieldapp.forms.calling import Function, eager, lazy
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.values import Value, to_number, to_text

MAX_PATTERN: Final = 1_000
"""Longest regular expression, in characters; forms are signed, so this only stops accidents."""

MAX_SUBJECT: Final = 10_000
"""Longest text a regular expression is tried on, in characters; longer text never matches."""


def _string(context: Context, *values: Value) -> Value:
    return to_text(values[0]) if values else context.node.value()


def _concat(context: Context, *values: Value) -> Value:
    return "".join(_texts(values))


def _texts(values: Sequence[Value]) -> list[str]:
    found: list[str] = []
    for value in values:
        if isinstance(value, list):
            found.extend(node.value() for node in value)
        else:
            found.append(to_text(value))
    return found


def _join(context: Context, separator: Value, *values: Value) -> Value:
    return to_text(separator).join(_texts(values))


def _position(context: Context, value: Value, size: int) -> int | None:
    """An index from the start, negative counted from the end; None when it is no number."""
    number = to_number(value, context.world.zone)
    if math.isnan(number):
        return None
    index = int(max(min(number, 1e9), -1e9))
    return max(size + index, 0) if index < 0 else index


def _substr(context: Context, text: Value, start: Value, end: Value = math.inf) -> Value:
    whole = to_text(text)
    first = _position(context, start, len(whole))
    last = _position(context, end, len(whole))
    return "" if first is None or last is None else whole[first:last]


def _substring(context: Context, text: Value, start: Value, length: Value = math.inf) -> Value:
    zone = context.world.zone
    first = _half_up(to_number(start, zone))
    end = first + _half_up(to_number(length, zone))
    whole = to_text(text)
    if math.isnan(first) or math.isnan(end):
        return ""
    return "".join(letter for place, letter in enumerate(whole, 1) if first <= place < end)


def _half_up(number: float) -> float:
    return float(math.floor(number + 0.5)) if math.isfinite(number) else number


def _translate(context: Context, text: Value, old: Value, new: Value) -> Value:
    replacements = to_text(new)
    table: dict[int, str] = {}
    for index, letter in enumerate(to_text(old)):
        table.setdefault(ord(letter), replacements[index : index + 1])
    return to_text(text).translate(table)


def _normalize(context: Context, *values: Value) -> Value:
    text = to_text(_string(context, *values))
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def _length(context: Context, *values: Value) -> Value:
    return float(len(to_text(_string(context, *values))))


@lru_cache(maxsize=512)
def _pattern(source: str) -> re.Pattern[str] | None:
    if len(source) > MAX_PATTERN:
        return None
    try:
        return re.compile(source)
    except (re.error, OverflowError, RecursionError):
        return None


def _regex(arguments: Sequence[Evaluate]) -> Evaluate:
    def run(context: Context) -> Value:
        subject = to_text(arguments[0](context))
        pattern = _pattern(to_text(arguments[1](context)))
        if pattern is None or len(subject) > MAX_SUBJECT:
            return False
        return pattern.search(subject) is not None

    return run


def check_pattern(source: str) -> None:
    """Raises ``FormRefused`` when ``source`` is no regular expression that we can use."""
    if _pattern(source) is None:
        raise FormRefused("An expression holds a regular expression that cannot be used.")


def _before(context: Context, text: Value, mark: Value) -> Value:
    head, found, _ = to_text(text).partition(to_text(mark)) if to_text(mark) else ("", "", "")
    return head if found else ""


def _after(context: Context, text: Value, mark: Value) -> Value:
    if not to_text(mark):
        return to_text(text)
    return to_text(text).partition(to_text(mark))[2]


def _uuid(context: Context, *values: Value) -> Value:
    if not values:
        return context.world.new_id()
    wanted = to_number(values[0], context.world.zone)
    count = int(min(wanted, 1_000.0)) if wanted > 0 else 0
    letters = ""
    while len(letters) < count:
        letters += context.world.new_id().replace("-", "")
    return letters[:count]


_DIGESTS: Final = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384"}
_DIGESTS["SHA-512"] = "sha512"


def _digest(context: Context, text: Value, name: Value, coding: Value = "base64") -> Value:
    known = _DIGESTS.get(to_text(name).upper())
    if known is None:
        return ""
    raw = hashlib.new(known, to_text(text).encode(), usedforsecurity=False).digest()
    return raw.hex() if to_text(coding) == "hex" else base64.b64encode(raw).decode()


def _decode(context: Context, text: Value) -> Value:
    try:
        return base64.b64decode(to_text(text), validate=False).decode("utf-8", "replace")
    except ValueError:
        return ""


def _words(value: Value) -> list[str]:
    return to_text(value).split()


def _selected(context: Context, text: Value, word: Value) -> Value:
    return to_text(word).strip() in _words(text)


def _selected_at(context: Context, text: Value, place: Value) -> Value:
    number = to_number(place, context.world.zone)
    words = _words(text)
    if not math.isfinite(number) or not 0 <= int(number) < len(words) or number < 0:
        return ""
    return words[int(number)]


FUNCTIONS: Final[dict[str, Function]] = {
    "string": eager(0, 1, _string),
    "concat": eager(0, None, _concat),
    "join": eager(1, None, _join),
    "substr": eager(2, 3, _substr),
    "substring": eager(2, 3, _substring),
    "substring-before": eager(2, 2, _before),
    "substring-after": eager(2, 2, _after),
    "translate": eager(3, 3, _translate),
    "string-length": eager(0, 1, _length),
    "normalize-space": eager(0, 1, _normalize),
    "contains": eager(2, 2, lambda context, text, part: to_text(part) in to_text(text)),
    "starts-with": eager(2, 2, lambda c, text, part: to_text(text).startswith(to_text(part))),
    "ends-with": eager(2, 2, lambda c, text, part: to_text(text).endswith(to_text(part))),
    "regex": lazy(2, 2, _regex),
    "uuid": eager(0, 1, _uuid),
    "digest": eager(2, 3, _digest),
    "base64-decode": eager(1, 1, _decode),
    "selected": eager(2, 2, _selected),
    "is-selected": eager(2, 2, _selected),
    "selected-at": eager(2, 2, _selected_at),
    "count-selected": eager(1, 1, lambda context, text: float(len(_words(text)))),
}
