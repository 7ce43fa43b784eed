"""Dates, times and moments as forms write them: ISO 8601 text, and day numbers since 1970-01-01.

The zone is always a parameter. A date without a time means the local day: its day number is a
whole number. A moment's day number counts local days, so that it compares with dates.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

_EPOCH: Final = date(1970, 1, 1)
_DAY: Final = timedelta(days=1)
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_MOMENT: Final = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})T(.+)\Z")
_TIME: Final = re.compile(
    r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?\Z"
)
_LARGEST: Final = 2_900_000.0
"""Day numbers beyond this fall outside the calendar of years 1 to 9999."""


def read_date(text: str) -> date | None:
    """The date that ``text`` (YYYY-MM-DD) names, or None."""
    match = _DATE.match(text)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def read_time(text: str, zone: tzinfo | None) -> time | None:
    """The time of day with its offset, ``zone`` where none is written; None when unreadable."""
    match = _TIME.match(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction, offset = match.groups()
    micros = int(((fraction or "") + "000000")[:6])
    try:
        return time(int(hours), int(minutes), int(seconds or 0), micros, _offset(offset) or zone)
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-shift if text[0] == "-" else shift)


def read_moment(text: str, zone: tzinfo) -> datetime | None:
    """The aware moment that ``text`` names; a date means its first moment in ``zone``."""
    day = read_date(text)
    if day is not None:
        return datetime(day.year, day.month, day.day, tzinfo=zone)
    match = _MOMENT.match(text)
    if match is None:
        return None
    day = read_date(match.group(1))
    clock = read_time(match.group(2), zone)
    if day is None or clock is None:
        return None
    return datetime.combine(day, clock)


def looks_dated(text: str) -> bool:
    """True when ``text`` may be a date or a moment: cheap, to be asked before reading it."""
    return len(text) > 7 and text[4:5] == "-" and text[:4].isdigit()


def day_number(text: str, zone: tzinfo) -> float | None:
    """Local days since 1970-01-01 of a date (whole) or moment (with a fraction), or None."""
    day = read_date(text)
    if day is not None:
        return float((day - _EPOCH).days)
    moment = read_moment(text, zone)
    if moment is None:
        return None
    try:
        here = moment.astimezone(zone)
    except OverflowError:
        return None
    midnight = datetime(here.year, here.month, here.day, tzinfo=here.tzinfo)
    return float((here.date() - _EPOCH).days) + (here - midnight) / _DAY


def epoch_days(text: str, zone: tzinfo) -> float | None:
    """Days since 1970-01-01T00:00Z with a fraction, or None."""
    moment = read_moment(text, zone)
    if moment is None:
        return None
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) / _DAY


def date_from_days(days: float) -> str:
    """The local date of a day number; empty when out of range or not a number."""
    if not math.isfinite(days) or abs(days) > _LARGEST:
        return ""
    try:
        return (_EPOCH + timedelta(days=math.floor(days))).isoformat()
    except OverflowError:
        return ""


def moment_from_days(days: float, zone: tzinfo) -> str:
    """The moment that lies ``days`` days after 1970-01-01T00:00Z, written in ``zone``."""
    if not math.isfinite(days) or abs(days) > _LARGEST:
        return ""
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=round(days * 86_400_000))
        return write_moment(moment.astimezone(zone))
    except OverflowError:
        return ""


def write_moment(moment: datetime) -> str:
    """ISO 8601 with milliseconds and the offset (UTC is ``+00:00``, never ``Z``)."""
    return moment.isoformat(timespec="milliseconds")


_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
_WEEKDAYS: Final = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_LONG_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LONG_WEEKDAYS: Final = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]


def format_moment(moment: datetime, pattern: str) -> str:
    """``moment`` by an ODK date pattern (%Y %y %m %n %B %b %d %e %H %h %M %S %3 %a %A %Z %W)."""
    parts = {
        "Y": f"{moment.year:04d}",
        "y": f"{moment.year % 100:02d}",
        "m": f"{moment.month:02d}",
        "n": str(moment.month),
        "B": _LONG_MONTHS[moment.month - 1],
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02d}",
        "e": str(moment.day),
        "H": f"{moment.hour:02d}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02d}",
        "S": f"{moment.second:02d}",
        "3": f"{moment.microsecond // 1000:03d}",
        "a": _WEEKDAYS[moment.weekday()],
        "A": _LONG_WEEKDAYS[moment.weekday()],
        "W": f"{moment.isocalendar().week:02d}",
        "Z": moment.strftime("%z"),
        "%": "%",
    }
    return re.sub(r"%(.)", lambda match: parts.get(match.group(1), match.group(0)), pattern)
