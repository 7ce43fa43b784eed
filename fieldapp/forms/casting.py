"""Values of expressions turned into the text that a node of a given type stores."""

from __future__ import annotations

import math
import re
from datetime import tzinfo
from typing import Final

from fieldapp.forms.dates import (
    date_from_days,
    day_number,
    moment_from_days,
    read_date,
    read_moment,
    read_time,
)
from fieldapp.forms.functions_geo import read_points
from fieldapp.forms.values import Value, number_text, to_text

_INT: Final = re.compile(r"[+-]?\d{1,18}\Z")
_DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?\Z")


def stored(value: Value, type_name: str, zone: tzinfo) -> str:
    """The text to store for ``value`` at a node of the XForms type ``type_name``.

    Not a number becomes empty; a fraction at a whole-number node is cut off; day numbers become
    dates or moments where the type asks for them.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _stored_number(value, type_name, zone)
    text = to_text(value)
    if type_name == "date" and text and read_date(text) is None:
        days = day_number(text, zone)
        return text if days is None else date_from_days(days)
    if type_name in ("int", "integer") and _DECIMAL.match(text):
        return _whole(float(text))
    return "" if text == "NaN" else text


def _stored_number(number: float, type_name: str, zone: tzinfo) -> str:
    if math.isnan(number):
        return ""
    if type_name in ("int", "integer"):
        return _whole(number)
    if type_name == "date":
        return date_from_days(number)
    if type_name == "dateTime":
        return moment_from_days(number, zone)
    return number_text(number)


def _whole(number: float) -> str:
    return str(math.trunc(number)) if math.isfinite(number) else ""


def well_typed(text: str, type_name: str, zone: tzinfo) -> bool:
    """Whether ``text`` is empty or a value of a question's type (``QuestionDef.type``)."""
    if not text:
        return True
    if type_name == "int":
        return _INT.match(text) is not None
    if type_name == "decimal":
        return _DECIMAL.match(text) is not None
    if type_name == "date":
        return read_date(text) is not None
    if type_name == "dateTime":
        return read_moment(text, zone) is not None
    if type_name == "time":
        return read_time(text, zone) is not None
    if type_name == "geopoint":
        points = read_points(text)
        return points is not None and len(points) == 1
    if type_name in ("geotrace", "geoshape"):
        points = read_points(text)
        return points is not None and len(points) > 1
    return True
