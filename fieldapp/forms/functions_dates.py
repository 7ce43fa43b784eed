"""Functions about dates, times and moments."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Final

from fieldapp.forms.calling import Function, eager
from fieldapp.forms.dates import (
    date_from_days,
    day_number,
    epoch_days,
    format_moment,
    moment_from_days,
    read_date,
    read_moment,
    read_time,
    write_moment,
)
from fieldapp.forms.evaluation import Context
from fieldapp.forms.values import NAN, Value, to_number, to_text


def _today(context: Context) -> Value:
    return context.world.now().astimezone(context.world.zone).date().isoformat()


def _now(context: Context) -> Value:
    return write_moment(context.world.now().astimezone(context.world.zone))


def _date(context: Context, value: Value) -> Value:
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return date_from_days(value)
    text = to_text(value).strip()
    day = read_date(text)
    if day is not None:
        return day.isoformat()
    days = day_number(text, context.world.zone)
    if days is None:
        days = to_number(text, context.world.zone)
    return date_from_days(days)


def _date_time(context: Context, value: Value) -> Value:
    zone = context.world.zone
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return moment_from_days(value, zone)
    text = to_text(value).strip()
    if read_date(text) is not None:
        return _date(context, text)
    moment = read_moment(text, zone)
    if moment is not None:
        return text
    return moment_from_days(to_number(text, zone), zone)


def _moment(context: Context, value: Value) -> datetime | None:
    zone = context.world.zone
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        text = date_from_days(value) if value == _whole(value) else moment_from_days(value, zone)
    else:
        text = to_text(value).strip()
        number = to_number(text, zone) if text[:1].isdigit() and text.isdigit() else NAN
        if not math.isnan(number):
            text = date_from_days(number)
    moment = read_moment(text, zone)
    return None if moment is None else moment.astimezone(zone)


def _whole(number: float) -> float:
    return float(math.trunc(number)) if math.isfinite(number) else 0.0


def _format(context: Context, value: Value, pattern: Value) -> Value:
    moment = _moment(context, value)
    return "" if moment is None else format_moment(moment, to_text(pattern))


def _decimal_date_time(context: Context, value: Value) -> Value:
    if isinstance(value, float):
        return value
    text = to_text(value).strip()
    days = epoch_days(text, context.world.zone)
    return to_number(text, context.world.zone) if days is None else days


def _decimal_time(context: Context, value: Value) -> Value:
    zone = context.world.zone
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else NAN
    text = to_text(value).strip()
    moment = read_moment(text, zone)
    if moment is None:
        clock = read_time(text, zone)
        if clock is None:
            return NAN
        moment = datetime.combine(context.world.now().astimezone(zone).date(), clock)
    here = moment.astimezone(zone)
    seconds = here.hour * 3600 + here.minute * 60 + here.second + here.microsecond / 1e6
    return seconds / 86_400


FUNCTIONS: Final[dict[str, Function]] = {
    "today": eager(0, 0, _today),
    "now": eager(0, 0, _now),
    "date": eager(1, 1, _date),
    "date-time": eager(1, 1, _date_time),
    "format-date": eager(2, 2, _format),
    "format-date-time": eager(2, 2, _format),
    "decimal-date-time": eager(1, 1, _decimal_date_time),
    "decimal-time": eager(1, 1, _decimal_time),
}
