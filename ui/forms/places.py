"""Names of places to offer while one is typed: those of earlier reports, then those of the map."""

from collections.abc import Iterable, Iterator
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
class _Entry:
    sought: str
    hit: PlaceHit

    def rank(self, typed: str) -> int:
        """0 begins with it, 1 a later word does, 2 does not fit."""
        if self.sought.startswith(typed):
            return 0
        return 1 if f" {typed}" in self.sought else 2


Entries = tuple[tuple[_Entry, ...], tuple[_Entry, ...]]


def entries(known: Iterable[KnownPlace], towns: Iterable[tuple[str, LatLon]]) -> Entries:
    """Both kinds, ready to be searched; long work for a large map.

    Args:
        known: from reports, the most used first.
        towns: from the map, the most important first.
    """
    from_reports = tuple(
        _Entry(folded(place.name), PlaceHit(place.name, _spaced(place.grid), place.last))
        for place in known
    )
    taken = {entry.sought for entry in from_reports}
    from_map = tuple(entry for entry in _towns(towns) if entry.sought not in taken)
    return from_reports, from_map


class PlaceBook:
    """What `entries` made; empty until it is filled."""

    def __init__(self) -> None:
        self._entries: Entries = ((), ())

    def fill(self, found: Entries) -> None:
        """Replaces what is in the book."""
        self._entries = found

    def find(self, text: str) -> tuple[PlaceHit, ...]:
        """At most `MOST_OFFERED` places whose name has a word that begins as ``text`` does."""
        typed = folded(text)
        if not typed:
            return ()
        known, towns = self._entries
        found = _fitting(known, typed)
        if len(typed) >= _LEAST_TYPED:
            found += _fitting(towns, typed)
        return tuple(entry.hit for entry in found[:MOST_OFFERED])

    def named(self, text: str) -> PlaceHit | None:
        """The place of exactly this name, however it is spelt; those of reports come first."""
        typed = folded(text)
        both = (entry for part in self._entries for entry in part)
        return next((entry.hit for entry in both if typed and entry.sought == typed), None)


def _fitting(among: Iterable[_Entry], typed: str) -> list[_Entry]:
    ranked = [(entry.rank(typed), entry) for entry in among]
    return [entry for wanted in (0, 1) for rank, entry in ranked if rank == wanted]


def _towns(towns: Iterable[tuple[str, LatLon]]) -> Iterator[_Entry]:
    for name, point in towns:
        try:
            square = grid.from_lat_lon(point, _TOWN_DIGITS)
        except grid.GridRefused:
            continue
        yield _Entry(folded(name), PlaceHit(name, square.spaced, None))


def _spaced(text: str) -> str:
    try:
        return grid.parse(text).spaced if text else ""
    except grid.GridRefused:
        return ""
