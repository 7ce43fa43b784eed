"""Date-time groups: ``061020A NOV 26`` is the 6th, 10:20, zone A (UTC+1), November 2026.

Zone letters: Z is UTC; A to M without J are UTC+1 to UTC+12; N to Y are UTC-1 to UTC-12. J means
"my own local time" and is resolved to the local zone at once. An offset that no letter names (half
hours, UTC+13) is written in its place with sign and four digits: ``061020+0530 NOV 26``.
A group names a minute; seconds are kept in the moment and not shown.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import ClassVar

from fieldapp.clock import as_datetime, to_millis
from fieldapp.errors import FieldError, Remedy
from fieldapp.notation.typed import MAX_TYPED, plain
from fieldapp.units import UtcMillis

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MIN_OFFSET = -12 * 60
MAX_OFFSET = 14 * 60
"""Minutes from UTC that are in use anywhere on Earth."""

FUTURE_DAYS = 7
"""A short group (day and time only) is taken as at most this many days ahead of today: people
report what was, and plan a week."""

_CENTURY_AHEAD = 20
"""Years. ``45`` read in 2026 is 2045; ``47`` is 1947."""

_LETTERS = {"Z": 0} | {
    letter: hours * 60
    for letters, step in (("ABCDEFGHIKLM", 1), ("NOPQRSTUVWXY", -1))
    for hours, letter in zip(range(step, 13 * step, step), letters, strict=True)
}
_NAMES = {minutes: letter for letter, minutes in _LETTERS.items()}

_GROUP = re.compile(
    r"(?P<day>[0-9]{2}) ?(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2}) ?"
    r"(?P<zone>[A-Z]|[+-][0-9]{2}:?[0-9]{2})"
    r"(?: ?(?P<month>[A-Z]{3}) ?(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_ISO = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[T ]"
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,9}))?)?"
    r" ?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)


class DtgRefused(FieldError):
    """The text is no date-time group at all; the subclasses say what is wrong with one."""

    code: ClassVar[str] = "notation.dtg"
    remedy = Remedy.CHECK_INPUT
    text = "This is not a date-time group. Write day, time, zone, month, year: 061020A NOV 26."


class DtgTimeRefused(DtgRefused):
    code = "notation.dtg-time"
    text = "There is no such time of day. Hours run from 00 to 23; midnight is 0000, never 2400."


class DtgDayRefused(DtgRefused):
    code = "notation.dtg-day"
    text = "That month has no such day. Check the first two digits and the month."


class DtgMonthRefused(DtgRefused):
    code = "notation.dtg-month"
    text = "There is no such month. Use the English abbreviations JAN to DEC."


class DtgZoneRefused(DtgRefused):
    code = "notation.dtg-zone"
    text = "There is no such time zone. Use a letter, or an offset such as +0530."


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """A moment with the offset it was given in; ``offset_minutes`` is never recomputed later.

    ``zone`` is the letter or, where none fits, the offset (``+0530``). ``text`` is the full group
    in its one written form, fit to be shown for confirmation.
    """

    utc: UtcMillis
    offset_minutes: int
    zone: str
    text: str


def parse(text: str, *, local_offset_minutes: int, today: date) -> DateTimeGroup:
    """Read a date-time group or an ISO date and time as typed.

    Args:
        text: a full group, a short one (``061020A``), or ISO (``2026-11-06 10:20``, with or
            without an offset). Case and spaces do not matter.
        local_offset_minutes: the zone of the letter J and of ISO text without an offset.
        today: the local date. A short group takes the month and year that bring it nearest
            to today, at most ``FUTURE_DAYS`` ahead; two digits of a year are taken within
            20 years ahead and 79 back.

    Raises:
        DtgRefused: or a subclass, for text that names no moment.
    """
    if len(text) > MAX_TYPED:
        raise DtgRefused
    typed = plain(text)
    if found := _GROUP.fullmatch(typed):
        return _from_group(found, local_offset_minutes, today)
    if found := _ISO.fullmatch(typed):
        return _from_iso(found, local_offset_minutes)
    raise DtgRefused


def of(utc: UtcMillis, offset_minutes: int) -> DateTimeGroup:
    """The group for a stored moment and offset (minutes, -720..+840).

    Raises:
        DtgZoneRefused: for an offset outside that range.
    """
    zone = zone_name(offset_minutes)
    return DateTimeGroup(utc, offset_minutes, zone, format_dtg(utc, offset_minutes))


def format_dtg(utc: UtcMillis, offset_minutes: int) -> str:
    """A stored moment and offset as ``061020A NOV 26``; see ``of`` for range and errors."""
    zone = zone_name(offset_minutes)
    local = as_datetime(utc, offset_minutes)
    return f"{local:%d%H%M}{zone} {MONTHS[local.month - 1]} {local.year % 100:02d}"


def zone_name(offset_minutes: int) -> str:
    """The zone letter for an offset, or ``+0530`` where no letter fits.

    Raises:
        DtgZoneRefused: for an offset outside -720..+840 minutes.
    """
    if not MIN_OFFSET <= offset_minutes <= MAX_OFFSET:
        raise DtgZoneRefused
    if letter := _NAMES.get(offset_minutes):
        return letter
    hours, minutes = divmod(abs(offset_minutes), 60)
    return f"{'-' if offset_minutes < 0 else '+'}{hours:02d}{minutes:02d}"


def to_xforms(group: DateTimeGroup) -> str:
    """The moment as a form keeps it: ``2026-11-06T10:20:00.000+01:00``."""
    return as_datetime(group.utc, group.offset_minutes).isoformat(timespec="milliseconds")


def from_xforms(text: str, *, local_offset_minutes: int) -> DateTimeGroup:
    """Read a form's dateTime; without an offset it is local, as the forms' own rule says.

    Raises:
        DtgRefused: or a subclass, for text that is no dateTime.
    """
    found = _ISO.fullmatch(plain(text)) if len(text) <= MAX_TYPED else None
    if found is None:
        raise DtgRefused
    return _from_iso(found, local_offset_minutes)


def _from_group(found: re.Match[str], local_offset: int, today: date) -> DateTimeGroup:
    offset = _offset(found["zone"], local_offset)
    hour, minute = _time(found["hour"], found["minute"])
    day = int(found["day"])
    if found["month"] is None:
        return _at(_nearest(day, today), hour, minute, offset)
    if found["month"] not in MONTHS:
        raise DtgMonthRefused
    month = MONTHS.index(found["month"]) + 1
    return _at(_day(_full_year(found["year"], today), month, day), hour, minute, offset)


def _from_iso(found: re.Match[str], local_offset: int) -> DateTimeGroup:
    offset = local_offset if found["zone"] is None else _offset(found["zone"], local_offset)
    hour, minute = _time(found["hour"], found["minute"])
    second = int(found["second"] or 0)
    if second > 59:
        raise DtgTimeRefused
    millis = int((found["part"] or "0").ljust(3, "0")[:3])
    if not 1 <= int(found["month"]) <= 12:
        raise DtgMonthRefused
    day = _day(int(found["year"]), int(found["month"]), int(found["day"]))
    return _at(day, hour, minute, offset, second * 1000 + millis)


def _at(day: date, hour: int, minute: int, offset: int, millis: int = 0) -> DateTimeGroup:
    midnight = datetime(day.year, day.month, day.day, tzinfo=timezone(timedelta(minutes=offset)))
    moment = midnight + timedelta(hours=hour, minutes=minute, milliseconds=millis)
    return of(to_millis(moment), offset)


def _offset(zone: str, local_offset: int) -> int:
    if zone == "J":
        return local_offset
    if zone in _LETTERS:
        return _LETTERS[zone]
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    offset = (-1 if zone[0] == "-" else 1) * (hours * 60 + minutes)
    if minutes > 59 or not MIN_OFFSET <= offset <= MAX_OFFSET:
        raise DtgZoneRefused
    return offset


def _time(hour: str, minute: str) -> tuple[int, int]:
    if int(hour) > 23 or int(minute) > 59:
        raise DtgTimeRefused
    return int(hour), int(minute)


def _day(year: int, month: int, day: int) -> date:
    # The first and the last year are left out, so that no offset can carry a moment outside
    # what the calendar of the language can hold.
    if not 1 < year < 9999:
        raise DtgDayRefused
    try:
        return date(year, month, day)
    except ValueError:
        raise DtgDayRefused from None


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    latest = today.year + _CENTURY_AHEAD
    return latest - (latest - int(digits)) % 100


def _nearest(day: int, today: date) -> date:
    fits = []
    # Any day up to the 31st occurs in this month, the next or one of the two before.
    for months in (-2, -1, 0, 1):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        try:
            fits.append(date(year, month + 1, day))
        except ValueError:
            continue
    allowed = [d for d in fits if (d - today).days <= FUTURE_DAYS]
    if not allowed:
        raise DtgDayRefused
    return min(allowed, key=lambda d: (abs((d - today).days), d))


def today_at(utc: UtcMillis, local_offset_minutes: int) -> date:
    """The local date of a moment, for ``parse``; the offset is in minutes, -720..+840."""
    return as_datetime(utc, local_offset_minutes).date()
