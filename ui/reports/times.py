"""Times as people read them: Zulu in the text, local time for the pointer."""

from dataclasses import dataclass

from fieldapp.clock import Clock, as_datetime
from fieldapp.notation.dtg import MONTHS, format_dtg
from fieldapp.units import UtcMillis
from ui.i18n import isolate, tr
from ui.i18n.days import spoken_day
from ui.pages import PageContext


@dataclass(frozen=True, slots=True)
class Times:
    """Writes moments for one person.

    Args:
        clock: says which day it is.
        offset_minutes: local time's distance from UTC, -720..+840.
        language: code of the language shown.
    """

    clock: Clock
    offset_minutes: int
    language: str

    @classmethod
    def of(cls, context: PageContext) -> "Times":
        """Times for the person at this window, in the language of the moment."""
        return cls(context.clock, context.profile.offset_minutes, context.language())

    def short(self, moment: int) -> str:
        """``14:05Z``; with the day in front (``3 NOV 14:05Z``) when it is not today in UTC."""
        there = as_datetime(UtcMillis(moment))
        today = as_datetime(self.clock.now())
        text = f"{there:%H:%M}Z"
        if there.date() == today.date():
            return isolate(text)
        day = f"{there.day} {MONTHS[there.month - 1]}"
        year = "" if there.year == today.year else f" {there.year}"
        return isolate(f"{day}{year} {text}")

    def local(self, moment: int) -> str:
        """The moment in local time, in full, for a tooltip."""
        there = as_datetime(UtcMillis(moment), self.offset_minutes)
        day, time = spoken_day(there.date(), self.language), f"{there:%H:%M}"
        return tr("Times", "{day}, {time} local", day=day, time=time)

    def group(self, moment: int) -> str:
        """The moment as a date-time group in local time, ``061020A NOV 26``."""
        return isolate(format_dtg(UtcMillis(moment), self.offset_minutes))
