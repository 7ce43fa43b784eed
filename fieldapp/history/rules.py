"""How one answer is made from a row: a closed set of rules, none of which runs code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Protocol

from fieldapp.history.errors import RowRefused
from fieldapp.history.row import SourceRow
from fieldapp.notation import grid
from fieldapp.notation.latlon import E7, LatLon

FIRST_YEAR, LAST_YEAR = 1900, 2100
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Made:
    """An answer, and what is to be noted beside it (see `fieldapp.forms.finished.Typed`)."""

    text: str
    note: Mapping[str, str] | None = None


NOTHING = Made("")


class Rule(Protocol):
    """Makes an answer; an empty one where the source says nothing."""

    def make(self, row: SourceRow) -> Made:
        """The answer; raises `RowRefused` when the row contradicts the mapping."""
        ...

    def columns(self) -> frozenset[str]:
        """The columns it reads."""
        ...


@dataclass(frozen=True, slots=True)
class Constant:
    """The same answer for every row."""

    value: str

    def make(self, row: SourceRow) -> Made:
        return Made(self.value)

    def columns(self) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True, slots=True)
class Column:
    """The text of a column, or the code that stands for it.

    Args:
        column: where to read.
        codes: answer by value; None takes the value as it is.
        otherwise: the answer for a value without a code; None refuses such a row.
    """

    column: str
    codes: Mapping[str, str] | None = None
    otherwise: str | None = None

    def make(self, row: SourceRow) -> Made:
        text = row.text(self.column)
        if self.codes is None:
            return Made(text)
        if text in self.codes:
            return Made(self.codes[text])
        if not text:
            return NOTHING
        if self.otherwise is None:
            raise RowRefused(f"Column {self.column} holds a value that the mapping does not know.")
        return Made(self.otherwise)

    def columns(self) -> frozenset[str]:
        return frozenset({self.column})


@dataclass(frozen=True, slots=True)
class First:
    """The first of several columns that holds anything."""

    names: tuple[str, ...]

    def make(self, row: SourceRow) -> Made:
        return Made(next((row.text(name) for name in self.names if row.text(name)), ""))

    def columns(self) -> frozenset[str]:
        return frozenset(self.names)


@dataclass(frozen=True, slots=True)
class Text:
    """Parts with columns in braces; a part is left out when one of its columns is empty."""

    parts: tuple[str, ...]
    join: str = "\n"

    def make(self, row: SourceRow) -> Made:
        return Made(self.join.join(filter(None, (_filled(part, row) for part in self.parts))))

    def columns(self) -> frozenset[str]:
        return frozenset(name for part in self.parts for name in PLACEHOLDER.findall(part))


@dataclass(frozen=True, slots=True)
class Date:
    """A moment or day.

    Args:
        column: where to read.
        pattern: how the source writes it: %Y %m %d %H %M %S and the marks between them.
        at: time of day for a source that knows only days; None takes the source's own.
        offset_minutes: what the source's times are ahead of UTC.
        day_only: the answer is a day, not a moment.
    """

    column: str
    pattern: str
    at: time | None
    offset_minutes: int
    day_only: bool = False

    def make(self, row: SourceRow) -> Made:
        text = row.text(self.column)
        if not text:
            return NOTHING
        try:
            moment = datetime.strptime(text, self.pattern)
        except ValueError as error:
            raise RowRefused(f"Column {self.column} holds no date as the mapping says.") from error
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise RowRefused(f"Column {self.column} is not between {FIRST_YEAR} and {LAST_YEAR}.")
        if self.at is not None:
            moment = datetime.combine(moment.date(), self.at)
        if self.day_only:
            return Made(moment.date().isoformat())
        zone = timezone(timedelta(minutes=self.offset_minutes))
        return Made(moment.replace(tzinfo=zone).isoformat(timespec="milliseconds"))

    def columns(self) -> frozenset[str]:
        return frozenset({self.column})


@dataclass(frozen=True, slots=True)
class Share:
    """One end of the span in which a group's number lies, when only the total has a span.

    The source gives a best number for each of several groups, and a best, a low and a high one
    for all together. A group's number may then be wrong by as much as the total is. A source that
    contradicts itself (low above high) is taken at its widest.

    Args:
        part: column of the group's number.
        best: column of the best total.
        low: column of the low total.
        high: column of the high total.
        upper: True for the upper end, False for the lower one.
    """

    part: str
    best: str
    low: str
    high: str
    upper: bool

    def make(self, row: SourceRow) -> Made:
        part, *totals = (row.whole(name) for name in (self.part, self.best, self.low, self.high))
        if self.upper:
            return Made(str(part + max(totals) - totals[0]))
        return Made(str(max(0, part - (totals[0] - min(totals)))))

    def columns(self) -> frozenset[str]:
        return frozenset({self.part, self.best, self.low, self.high})


@dataclass(frozen=True, slots=True)
class Precision:
    """What a source's class of precision allows: digits of a grid, and metres it may be off."""

    digits: int
    metres: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid square around a position, no smaller than the source knows it.

    Args:
        latitude: column with degrees north on WGS 84.
        longitude: column with degrees east.
        by: column with the source's class of precision.
        classes: what each class allows; a class that is not here gets no grid at all.
        within: west, south, east and north end in degrees; a position outside is an error.
    """

    latitude: str
    longitude: str
    by: str
    classes: Mapping[str, Precision]
    within: tuple[int, int, int, int]

    def make(self, row: SourceRow) -> Made:
        allowed = self.classes.get(row.text(self.by))
        north, east = row.text(self.latitude), row.text(self.longitude)
        if not north and not east:
            return NOTHING
        west_end, south_end, east_end, north_end = self.within
        point = LatLon(
            _e7(north, self.latitude, south_end, north_end),
            _e7(east, self.longitude, west_end, east_end),
        )
        if allowed is None:
            return NOTHING
        try:
            square = grid.from_lat_lon(point, allowed.digits)
        except grid.GridRefused as error:
            raise RowRefused(f"Column {self.latitude}: {error.message}") from error
        return Made(square.text, {"text": square.text, "precision_m": str(allowed.metres)})

    def columns(self) -> frozenset[str]:
        return frozenset({self.latitude, self.longitude, self.by})


@dataclass(frozen=True, slots=True)
class Condition:
    """A column is one of some texts, is none of them, or is a number above another.

    Exactly one of ``one_of``, ``none_of`` and ``above`` is set.
    """

    column: str
    one_of: frozenset[str] | None = None
    none_of: frozenset[str] | None = None
    above: int | None = None

    def holds(self, row: SourceRow) -> bool:
        """Whether it is so; raises `RowRefused` where a number was expected."""
        if self.one_of is not None:
            return row.text(self.column) in self.one_of
        if self.none_of is not None:
            return row.text(self.column) not in self.none_of
        return row.whole(self.column) > (self.above or 0)


def _filled(part: str, row: SourceRow) -> str:
    names = PLACEHOLDER.findall(part)
    if names and not all(row.text(name) for name in names):
        return ""
    return PLACEHOLDER.sub(lambda found: row.text(found[1]), part)


def _e7(text: str, column: str, low: int, high: int) -> int:
    try:
        degrees = Decimal(text)
    except InvalidOperation as error:
        raise RowRefused(f"Column {column} holds no number of degrees.") from error
    if not degrees.is_finite() or not low <= degrees <= high:
        raise RowRefused(f"Column {column} lies outside the area that the mapping names.")
    return int((degrees * E7).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
