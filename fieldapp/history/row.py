"""One row of a source, whatever file it came from."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldapp.history.errors import RowRefused

LATITUDE, LONGITUDE = "@latitude", "@longitude"
"""Columns under which a feature's point is found; the mapping may name a CSV file's own."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row as text by column.

    Args:
        number: its place in the file, from 1.
        line: the line of the file on which it begins, from 1.
        values: text by column; an absent value is an empty text.
        fault: what is wrong with the row as a whole, in a few words; empty for a good one.
    """

    number: int
    line: int
    values: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""

    def text(self, column: str) -> str:
        """The value without blanks around it; empty where the row has none."""
        return self.values.get(column, "").strip()

    def whole(self, column: str) -> int:
        """The value as a whole number from 0 to 999,999,999; raises `RowRefused`."""
        text = self.text(column)
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            raise RowRefused(f"Column {column} holds no whole number.")
        return int(text)

    def digest(self, columns: Iterable[str]) -> str:
        """16 hex digits that change with the text of any of these columns."""
        plain = json.dumps([[name, self.text(name)] for name in columns])
        return hashlib.sha256(plain.encode()).hexdigest()[:16]
