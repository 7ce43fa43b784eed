"""The names that a report's questions for places offer, read on the lane."""

from fieldapp.notation import grid
from fieldapp.people import Desk
from fieldapp.store.places import known_places
from ui.forms.places import Entries, entries
from ui.map.gazetteer import names_around


def known_names(desk: Desk) -> Entries:
    """Places of the reports held here, and towns of the map around the mission's base square."""
    towns = names_around(square.centre) if (square := _base(desk)) is not None else ()
    return entries(known_places(desk.store), towns)


def _base(desk: Desk) -> grid.GridSquare | None:
    try:
        return grid.parse("55", base_square=desk.profile.base_square or None)
    except grid.GridRefused:
        return None
