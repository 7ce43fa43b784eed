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
minutes with sign, ``confirmed`` with the reason given. Keys that do not apply are absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """The place and time a form is filled in.

    Args:
        local_offset_minutes: local time's offset from UTC, -720..+840.
        today: the local date.
        now: the present moment, for the buttons that fill it in.
        base_square: zone and square that complete a short grid (``32QQF``), or None.
        gps: the GPS receiver, listened to on a press only.
        places: names to offer where a place is asked for.
    """

    local_offset_minutes: int
    today: Callable[[], date]
    now: Callable[[], UtcMillis]
    base_square: str | None = None
    places: PlaceBook = field(default_factory=PlaceBook)
    gps: GpsWatch = field(default_factory=GpsWatch)
