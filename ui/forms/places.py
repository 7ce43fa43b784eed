"""Names of places to offer while one is typed: those of earlier reports, then those of the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fieldapp.notation import grid
from fieldapp.notation.folding import folded
from fieldapp.notation.latlon import LatLon
from fieldapp.store.places import KnownPlace
from fieldapp.units import UtcMillis

MOST_OFFERED: Final = 8
_TOWN_DIGITS: Final = 4
"""A town's name on the map is good for a square of 1 km."""
_LEAST_TYPED: Final = 2
"""Letters from which names of the map are offered, too."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that may be meant.

    Args:
        name: as it will stand in the report.
        grid: its grid as people read it; empty when no report gave one.
        last: when a report last named it; None for a name of the map.
    """

    name: str
    grid: str
    last: UtcMillis | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to look for and what it stands for; made by `known_entries` and `town_entries`."""

    sought: str
    name: str
    grid: str = ""
    last: UtcMillis | None = None
    point: LatLon | None = None

    def rank(self, typed: str) -> int:
        """0 begins with it, 1 a later word does, 2 does not fit."""
        if self.sought.startswith(typed):
            return 0
        return 1 if f" {typed}" in self.sought else 2

    def hit(self) -> PlaceHit:
        """The place; the grid of a town is worked out for the few that are shown only."""
        text = _spaced(self.grid) if self.point is None else _square(self.point)
        return PlaceHit(self.name, text, self.last)


Entries = tuple[tuple[Entry, ...], tuple[Entry, ...]]


def known_entries(known: Iterable[KnownPlace]) -> tuple[Entry, ...]:
    """Places of reports, the most used first."""
    return tuple(Entry(folded(one.name), one.name, one.grid, one.last) for one in known)


def town_entries(towns: Iterable[tuple[str, LatLon]]) -> tuple[Entry, ...]:
    """Towns of the map, the most important first; thousands of them."""
    return tuple(Entry(folded(name), name, point=point) for name, point in towns)


class PlaceBook:
    """Places of reports and towns of the map; empty until it is filled."""

    def __init__(self) -> None:
        self._entries: Entries = ((), ())

    def fill(self, found: Entries) -> None:
        """Replaces what is in the book: places of reports, then towns of the map."""
        self._entries = found

    def find(self, text: str) -> tuple[PlaceHit, ...]:
        """At most `MOST_OFFERED` places whose name has a word that begins as ``text`` does."""
        typed = folded(text)
        if not typed:
            return ()
        known, towns = self._entries
        found = _fitting(known, typed)
        if len(typed) >= _LEAST_TYPED:
            taken = {entry.sought for entry in known}
            found += [town for town in _fitting(towns, typed) if town.sought not in taken]
        return tuple(entry.hit() for entry in found[:MOST_OFFERED])

    def named(self, text: str) -> PlaceHit | None:
        """The place of exactly this name, however it is spelt; those of reports come first."""
        typed = folded(text)
        both = (entry for part in self._entries for entry in part)
        return next((entry.hit() for entry in both if typed and entry.sought == typed), None)


def _fitting(among: Iterable[Entry], typed: str) -> list[Entry]:
    ranked = [(entry.rank(typed), entry) for entry in among]
    return [entry for wanted in (0, 1) for rank, entry in ranked if rank == wanted]


def _square(point: LatLon) -> str:
    try:
        return grid.from_lat_lon(point, _TOWN_DIGITS).spaced
    except grid.GridRefused:
        return ""


def _spaced(text: str) -> str:
    try:
        return grid.parse(text).spaced if text else ""
    except grid.GridRefused:
        return ""
