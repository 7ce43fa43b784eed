"""Time and randomness as parameters, so that a whole fleet can run in one repeatable test."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

from fieldapp.units import UtcMillis

Entropy = Callable[[int], bytes]
"""``entropy(n)`` returns n unpredictable bytes."""


class Clock(Protocol):
    """A wall clock. It may be wrong; nothing may depend on its being right."""

    def now(self) -> UtcMillis:
        """Milliseconds UTC as this device believes them."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> UtcMillis:
        return UtcMillis(time.time_ns() // 1_000_000)


system_entropy: Entropy = os.urandom


def as_datetime(moment: UtcMillis, offset_minutes: int = 0) -> datetime:
    """``moment`` as an aware datetime at the given offset from UTC (minutes, -720..+840)."""
    zone = UTC if offset_minutes == 0 else timezone(timedelta(minutes=offset_minutes))
    return datetime.fromtimestamp(moment / 1000, tz=zone)


def to_millis(moment: datetime) -> UtcMillis:
    """An aware datetime as milliseconds UTC; raises ``ValueError`` when it is naive."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    return UtcMillis(round(moment.timestamp() * 1000))
