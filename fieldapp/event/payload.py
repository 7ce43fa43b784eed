"""Strict JSON for payloads: what is signed is kept verbatim and read the same way everywhere.

Allowed: objects with unique keys, arrays, strings, integers within 64 bits, true, false, null.
Refused: floats, NaN, duplicate keys, lone surrogates, nesting above 16, more than 64 KiB.
"""

import json
from collections.abc import Mapping
from typing import Any

from fieldapp.event.errors import BadPayload
from fieldapp.units import KIB

MAX_BYTES = 64 * KIB
"""A report of 25 fields with a long narrative is about 4 KiB; the rest is room for repeats."""
MAX_DEPTH = 16
_INT_LIMIT = 2**63

Json = dict[str, Any]


def encode(value: Mapping[str, Any]) -> bytes:
    """``value`` as compact UTF-8 JSON that `decode` accepts; raises `BadPayload` otherwise."""
    _check(value, 1)
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadPayload(detail="half a character") from error
    if len(raw) > MAX_BYTES:
        raise BadPayload(
            f"This report is too long: {len(raw) // KIB + 1} KiB of text, at most "
            f"{MAX_BYTES // KIB} KiB. Shorten the longest text."
        )
    return raw


def decode(raw: bytes) -> Json:
    """Step 6: the object in ``raw``; raises `BadPayload` for what is not strict JSON."""
    if len(raw) > MAX_BYTES:
        raise BadPayload(detail=f"{len(raw)} bytes")
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_unique)
        if b"\\u" in raw:
            # Only an escape can smuggle in half a character; UTF-8 itself has none.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (UnicodeError, json.JSONDecodeError, RecursionError, ValueError) as error:
        raise BadPayload(detail=type(error).__name__) from error
    if not isinstance(value, dict):
        raise BadPayload(detail="not an object")
    _check(value, 1)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadPayload(detail="a key stands twice")
    return found


def _check(value: object, depth: int) -> None:
    """Kinds, ranges and nesting; on the path of every save, so the common kinds come first."""
    if isinstance(value, str | bool) or value is None:
        return
    if isinstance(value, dict | Mapping):
        if depth > MAX_DEPTH:
            raise BadPayload(detail="nested too deep")
        for key, item in value.items():
            if not isinstance(key, str):
                raise BadPayload(detail="a key that is not text")
            if type(item) is not str:
                _check(item, depth + 1)
    elif isinstance(value, int):
        if not -_INT_LIMIT <= value < _INT_LIMIT:
            raise BadPayload(detail="a number out of range")
    elif isinstance(value, list | tuple):
        if depth > MAX_DEPTH:
            raise BadPayload(detail="nested too deep")
        for item in value:
            _check(item, depth + 1)
    else:
        raise BadPayload(detail=f"a value of kind {type(value).__name__}")
