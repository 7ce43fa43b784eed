"""Step 5 of checking an event over a whole stream."""

from collections.abc import Iterable

from fieldapp.event.chain import FIRST, Event, Place, follow


def check_chain(events: Iterable[Event]) -> Place:
    """The place after the last event; raises `BrokenChain` at the first that does not follow."""
    place = FIRST
    for event in events:
        place = follow(place, event)
    return place
