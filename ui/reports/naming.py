"""The names that a report's questions for places offer, read on the lane."""

from functools import lru_cache

from fieldapp.notation import grid
from fieldapp.people import Desk
from fieldapp.store.places import known_places
from ui.forms.places import Entries, Entry, known_entries, town_entries
from ui.map.gazetteer import names_around


def known_names(desk: Desk) -> Entries:
    """Places of the reports held here, and towns of the map around the mission's base square."""
    return known_entries(known_places(desk.store)), _towns(desk.profile.base_square)


@lru_cache(maxsize=1)
def _towns(base_square: str) -> tuple[Entry, ...]:
    """Thousands, and the same for every report."""
    try:
        square = grid.parse("55", base_square=base_square or None)
    except grid.GridRefused:
        return ()
    return town_entries(names_around(square.centre))
