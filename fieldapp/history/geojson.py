"""GeoJSON feature collections, read feature by feature in little memory."""

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, BinaryIO

from fieldapp.history.errors import SourceUnreadable
from fieldapp.history.row import LATITUDE, LONGITUDE, SourceRow
from fieldapp.units import KIB, MIB

MAX_FEATURE = 1 * MIB
"""Characters. A point with every column full has a few thousand."""
_CHUNK = 64 * KIB
_BLANKS = " \t\r\n"
_WGS84 = ("CRS84", "EPSG:4326", "EPSG::4326")


def read_features(file: BinaryIO) -> Iterator[SourceRow]:
    """The features of a collection, each with its properties as columns.

    A point's position stands under ``@latitude`` and ``@longitude`` in degrees on WGS 84, a
    feature's own id under ``@id``.

    Raises:
        SourceUnreadable: where the file is no collection, is broken, or is on another datum.
    """
    text = _Text(file)
    try:
        yield from _collection(text)
    finally:
        text.close()


def _collection(text: "_Text") -> Iterator[SourceRow]:
    text.take("{")
    found = False
    while True:
        name = text.value()
        text.take(":")
        if name == "features":
            found = True
            yield from _features(text)
        else:
            _check_member(name, text.value(), text)
        if text.peek() != ",":
            break
        text.take(",")
    text.take("}")
    if text.peek() or not found:
        raise text.broken("this is no single GeoJSON collection")


def _features(text: "_Text") -> Iterator[SourceRow]:
    text.take("[")
    number = 0
    while text.peek() != "]":
        if number:
            text.take(",")
        number += 1
        text.peek()
        line = text.line
        yield _row(number, line, text.value())
    text.take("]")


def _check_member(name: object, value: object, text: "_Text") -> None:
    if name == "type" and value != "FeatureCollection":
        raise text.broken("this is no GeoJSON collection of features")
    if name == "crs" and not any(mark in json.dumps(value, default=str) for mark in _WGS84):
        raise text.broken("positions are on another datum than WGS 84")


def _row(number: int, line: int, feature: object) -> SourceRow:
    def refused(why: str) -> SourceRow:
        return SourceRow(number, line, fault=why)

    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return refused("It is no GeoJSON feature.")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        return refused("Its properties are no object.")
    if any(isinstance(part, _Doubled) for part in (feature, properties)):
        return refused("One of its columns stands twice.")
    values = {name: _plain(value) for name, value in properties.items()}
    if "id" in feature:
        values["@id"] = _plain(feature["id"])
    point = _point(feature.get("geometry"))
    if point is None:
        return refused("Its position is no point.")
    if any("\ud800" <= mark <= "\udfff" for value in values.values() for mark in value):
        return refused("Its text is not UTF-8.")
    return SourceRow(number, line, values | point)


def _point(geometry: object) -> dict[str, str] | None:
    if geometry is None:
        return {LATITUDE: "", LONGITUDE: ""}
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    place = geometry.get("coordinates")
    if not isinstance(place, list) or len(place) not in (2, 3):
        return None
    if not all(isinstance(part, Decimal) for part in place):
        return None
    return {LATITUDE: str(place[1]), LONGITUDE: str(place[0])}


def _plain(value: object) -> str:
    """A value as text, numbers as they stand in the file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, default=str, ensure_ascii=False)
    return str(value)


class _Doubled(dict[str, Any]):
    """An object in which a key stands twice."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Doubled(pairs)


class _Text:
    """JSON text of which only the part in use is in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_float=Decimal, parse_int=Decimal, parse_constant=str
        )
        self._buffer = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def close(self) -> None:
        """Lets the handle go: it belongs to the caller, who reads it again."""
        self._file.detach()

    def broken(self, why: str) -> SourceUnreadable:
        """The error to raise for what stands here."""
        return SourceUnreadable(f"Line {self.line} of the file: {why}. Nothing was taken in.")

    def peek(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            while self._at < len(self._buffer):
                char = self._buffer[self._at]
                if char not in _BLANKS:
                    return char
                self._pass(self._at + 1)
            if not self._more():
                return ""

    def take(self, char: str) -> None:
        """Steps over ``char``; raises `SourceUnreadable` when something else is there."""
        if self.peek() != char:
            raise self.broken("this is not the JSON of a GeoJSON file")
        self._pass(self._at + 1)

    def value(self) -> Any:
        """The next value; raises `SourceUnreadable` when it is broken or too long."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._buffer, self._at)
            except (ValueError, ArithmeticError, RecursionError) as error:
                if isinstance(error, RecursionError) or not self._grow():
                    raise self.broken("the JSON is broken here") from error
                continue
            # A number at the very end of what was read may go on.
            if end == len(self._buffer) and self._grow():
                continue
            self._pass(end)
            return found

    def _grow(self) -> bool:
        if len(self._buffer) - self._at > MAX_FEATURE:
            raise self.broken("one feature is above 1 MB")
        return self._more()

    def _more(self) -> bool:
        """Reads on; what was passed is let go."""
        if self._ended:
            return False
        chunk = self._file.read(_CHUNK)
        self._ended = not chunk
        self._buffer = self._buffer[self._at :] + chunk
        self._at = 0
        return bool(chunk)

    def _pass(self, end: int) -> None:
        self.line += self._buffer.count("\n", self._at, end)
        self._at = end
