"""What fields need to know about here and now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from fieldapp.units import UtcMillis
from ui.forms.places import PlaceBook
from ui.gps.watch import GpsWatch

TypedNote: TypeAlias = dict[str, str]
"""What a person typed for one answer: ``text`` as typed, ``precision_m`` in metres, ``offset`` in
minutes with sign, ``confirmed`` with the reason given; or ``carried`` alone, the number of the
report that the answer was taken from. Keys that do not apply are absent."""

PickPlace: TypeAlias = Callable[[str, Callable[[str], None]], None]
"""Opens a map at a present square (canonical text, or empty); tells the square that is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """The place and time a form is filled in.

    Args:
        local_offset_minutes: local time's offset from UTC, -720..+840.
        today: the local date.
        now: the present moment, for the buttons that fill it in.
        base_square: zone and square that complete a short grid (``32QQF``), or None.
        pick_place: how a grid is chosen on a map; None where there is no map.
        gps: the GPS receiver, listened to on a press only.
        places: names to offer where a place is asked for.
    """

    local_offset_minutes: int
    today: Callable[[], date]
    now: Callable[[], UtcMillis]
    base_square: str | None = None
    pick_place: PickPlace | None = None
    places: PlaceBook = field(default_factory=PlaceBook)
    gps: GpsWatch = field(default_factory=GpsWatch)
