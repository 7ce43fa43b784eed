"""Verbs about the laptop and the person's way with it, which no record is made of."""

from fieldapp.changes import NOTHING, Changes
from fieldapp.people import Desk
from fieldapp.store import clock_check, saved
from fieldapp.store.saved import SavedFilter


def trust_clock(desk: Desk) -> Changes:
    """The person says that date and time are right although they were later before."""
    clock_check.confirm(desk.store)
    return Changes(journal=True)


def keep_filter(desk: Desk, wanted: SavedFilter) -> Changes:
    """Keeps a filter of the report list for this person; see `fieldapp.store.saved.keep`."""
    saved.keep(desk.store, desk.keys.slot.id, wanted)
    return NOTHING


def drop_filter(desk: Desk, name: str) -> Changes:
    """Forgets one of this person's filters."""
    saved.drop(desk.store, desk.keys.slot.id, name)
    return NOTHING
