"""Functions about places: points, lines and areas written as ``lat lon alt acc; lat lon ...``."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from fieldapp.forms.calling import Function, eager
from fieldapp.forms.evaluation import Context
from fieldapp.forms.values import NAN, Value, to_text

EARTH_RADIUS: Final = 6_378_100.0
"""Metres, as ODK clients use it for lengths and areas."""

Point = tuple[float, float]


def read_points(text: str) -> list[Point] | None:
    """Latitude and longitude, in degrees, of each point; None when one cannot be read."""
    points: list[Point] = []
    parts = [part for part in text.split(";") if part.strip()]
    for part in parts:
        numbers = part.split()
        try:
            latitude, longitude = float(numbers[0]), float(numbers[1])
        except (ValueError, IndexError):
            return None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        points.append((latitude, longitude))
    return points


def _line(values: tuple[Value, ...]) -> list[Point] | None:
    texts: list[str] = []
    for value in values:
        if isinstance(value, list):
            texts.extend(node.value() for node in value)
        else:
            texts.append(to_text(value))
    return read_points(";".join(text for text in texts if text.strip()))


def _gap(first: Point, second: Point) -> float:
    lat1, lon1, lat2, lon2 = map(math.radians, (*first, *second))
    across = math.sin((lat2 - lat1) / 2) ** 2
    across += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(across)))


def _distance(context: Context, *values: Value) -> Value:
    """Metres along great circles, to the centimetre."""
    points = _line(values)
    if points is None:
        return NAN
    return round(sum(map(_gap, points, points[1:]), 0.0), 2)


def _area(context: Context, *values: Value) -> Value:
    """Square metres on a sphere, to two decimals."""
    points = _line(values)
    if points is None:
        return NAN
    if len(points) < 3:
        return 0.0
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in zip(points, points[1:] + points[:1], strict=True):
        turn = math.radians(lon2 - lon1)
        total += turn * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return round(abs(total * EARTH_RADIUS**2 / 2), 2)


def _geofence(context: Context, point: Value, area: Value) -> Value:
    places = read_points(to_text(point))
    corners = read_points(to_text(area))
    if not places or corners is None or len(corners) < 4 or corners[0] != corners[-1]:
        return False
    y, x = places[0]
    inside = False
    for (y1, x1), (y2, x2) in pairwise(corners):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


FUNCTIONS: Final[dict[str, Function]] = {
    "distance": eager(1, None, _distance),
    "area": eager(1, None, _area),
    "geofence": eager(2, 2, _geofence),
}
