"""Places that reports name, for offering them again."""

from dataclasses import dataclass

from fieldapp.notation.folding import folded
from fieldapp.store.database import Store
from fieldapp.units import UtcMillis

_LATEST = 5_000
"""Reports looked at, the newest first; a year of a busy team site."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place by the name that the latest report gives it.

    Args:
        name: as written there.
        grid: canonical grid of the latest report of it that has one, else empty.
        used: reports that name it.
        last: the moment of the latest of them.
    """

    name: str
    grid: str
    used: int
    last: UtcMillis


def known_places(store: Store) -> tuple[KnownPlace, ...]:
    """The places of the reports held here, most used first, then latest first.

    Names that fold alike are one place. Neither protected nor withdrawn reports are looked at, and
    no drafts.
    """
    found: dict[str, KnownPlace] = {}
    for name, grid, moment in store.rows(
        "SELECT place, grid, moment FROM report WHERE protected = 0 AND state <> 'withdrawn'"
        f" AND place <> '' ORDER BY moment DESC, n DESC LIMIT {_LATEST}"
    ):
        key = folded(name)
        newer = found.get(key, KnownPlace(name.strip(), "", 0, UtcMillis(moment)))
        found[key] = KnownPlace(newer.name, newer.grid or grid, newer.used + 1, newer.last)
    found.pop("", None)
    return tuple(sorted(found.values(), key=lambda place: (-place.used, -place.last, place.name)))
