"""Positions on WGS 84 as whole ten-millionths of a degree (about 1 cm), typed and written.

Accepted: decimal degrees (``18.50205, 11.74144``), degrees and minutes, degrees, minutes and
seconds, with signs or hemisphere letters before or after, in either order when letters say which
is which. ``O`` is west, as in French and Spanish. A comma between two digits is a decimal comma
when it cannot be what separates the two numbers.
"""

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import ClassVar

from fieldapp.errors import FieldError, Remedy
from fieldapp.notation.typed import MAX_TYPED, plain
from fieldapp.units import Metres

E7 = 10_000_000
"""Parts of one degree."""

_EQUATOR_M = 6_378_137.0
_ECCENTRICITY_2 = 0.00669437999014
_MEAN_RADIUS_M = 6_371_008.8

_LETTER = {"N": ("lat", 1), "S": ("lat", -1), "E": ("lon", 1), "W": ("lon", -1), "O": ("lon", -1)}
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{0,12})?"
_HALF = re.compile(
    rf"(?P<before>[NSEWO])? ?(?P<sign>[+-])? ?(?P<deg>{_NUMBER})"
    rf"(?: (?P<min>{_NUMBER})(?: (?P<sec>{_NUMBER}))?)?(?: ?(?P<after>[NSEWO]))?"
)
_MARKS = str.maketrans(dict.fromkeys("°º'\"′″’”:", " ") | {"−": "-", "–": "-"})


class PositionRefused(FieldError):
    """The text is no latitude and longitude; the subclass says when a number is out of range."""

    code: ClassVar[str] = "notation.position"
    remedy = Remedy.CHECK_INPUT
    text = "This is not a position. Write latitude, then longitude: 18.50205, 11.74144."


class PositionRangeRefused(PositionRefused):
    code = "notation.position-range"
    text = "A number is too large. Latitude ends at 90, longitude at 180, minutes at 59."


@dataclass(frozen=True, slots=True)
class LatLon:
    """A point: ``lat_e7`` in -90..90 degrees, ``lon_e7`` in -180..180, times ten million.

    Raises:
        PositionRangeRefused: for numbers outside that range.
    """

    lat_e7: int
    lon_e7: int

    def __post_init__(self) -> None:
        if abs(self.lat_e7) > 90 * E7 or abs(self.lon_e7) > 180 * E7:
            raise PositionRangeRefused


def from_degrees(latitude_degrees: float, longitude_degrees: float) -> LatLon:
    """The nearest point to a computed position; longitude may run beyond 180 and is wrapped."""
    lon_e7 = round(longitude_degrees * E7)
    wrapped = (lon_e7 + 180 * E7) % (360 * E7) - 180 * E7
    return LatLon(round(latitude_degrees * E7), lon_e7 if lon_e7 == 180 * E7 else wrapped)


def parse(text: str) -> LatLon:
    """Read a latitude and a longitude as typed; see the module for what is accepted.

    Raises:
        PositionRefused: or its subclass, for text that is no position.
    """
    if len(text) > MAX_TYPED:
        raise PositionRefused
    typed = " ".join(plain(text.translate(_MARKS)).split())
    for first, second in _halves(_decimal_points(typed)):
        if point := _pair(first, second):
            return point
    raise PositionRefused


def format_degrees(point: LatLon, decimals: int = 5) -> str:
    """``18.50205, 11.74144``: signed decimal degrees, 0 to 7 decimals, truncated towards zero.

    Five decimals are about a metre. Truncating keeps a position inside the square it was in.
    """
    if not 0 <= decimals <= 7:
        raise ValueError("between 0 and 7 decimals")
    return f"{_decimal(point.lat_e7, decimals)}, {_decimal(point.lon_e7, decimals)}"


def format_dms(point: LatLon) -> str:
    """``18°30'07.38"N 11°44'29.18"E``: degrees, minutes and hundredths of a second, truncated."""
    return (
        f"{_sexagesimal(point.lat_e7)}{'S' if point.lat_e7 < 0 else 'N'} "
        f"{_sexagesimal(point.lon_e7)}{'W' if point.lon_e7 < 0 else 'E'}"
    )


def distance_m(a: LatLon, b: LatLon) -> Metres:
    """Metres over ground between two points, within 0.1 % up to 2,000 km and 0.6 % beyond."""
    chord = math.dist(_on_ellipsoid(a), _on_ellipsoid(b))
    half = min(chord / (2 * _MEAN_RADIUS_M), 1.0)
    return Metres(round(2 * _MEAN_RADIUS_M * math.asin(half)))


def _on_ellipsoid(point: LatLon) -> tuple[float, float, float]:
    lat, lon = math.radians(point.lat_e7 / E7), math.radians(point.lon_e7 / E7)
    normal = _EQUATOR_M / math.sqrt(1 - _ECCENTRICITY_2 * math.sin(lat) ** 2)
    return (
        normal * math.cos(lat) * math.cos(lon),
        normal * math.cos(lat) * math.sin(lon),
        normal * (1 - _ECCENTRICITY_2) * math.sin(lat),
    )


def _decimal_points(typed: str) -> str:
    """Decimal commas as points, so that a comma left over separates the two halves."""
    inner = re.findall(r"(?<=[0-9]),(?=[0-9])", typed)
    separated = bool(re.search(r"[;A-Z ]", typed))
    if len(inner) >= 2 or (inner and separated and "." not in typed):
        return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", typed)
    return typed


def _halves(typed: str) -> list[tuple[str, str]]:
    """Every way to cut the text in two, the plainest first."""
    for separator in (";", ","):
        if separator in typed:
            parts = [part.strip() for part in typed.split(separator)]
            return [(parts[0], parts[1])] if len(parts) == 2 else []
    cut = re.sub(r"(?<=[0-9.]) ?(?=[NSEWO])|(?<=[NSEWO]) ?(?=[0-9+-])", " ", typed)
    words = cut.split()
    return [
        (" ".join(words[:at]), " ".join(words[at:]))
        for at in sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words)))
    ]


def _pair(first: str, second: str) -> LatLon | None:
    one, two = _HALF.fullmatch(first), _HALF.fullmatch(second)
    if one is None or two is None:
        return None
    letters = [found["before"] or found["after"] for found in (one, two)]
    doubled = any(found["before"] and found["after"] for found in (one, two))
    signed = any(
        found["sign"] and letter for found, letter in zip((one, two), letters, strict=True)
    )
    if doubled or signed or (letters[0] is None) != (letters[1] is None):
        return None
    axes = [_LETTER[letter] if letter else None for letter in letters]
    if axes[0] is None or axes[1] is None:
        signs = [-1 if found["sign"] == "-" else 1 for found in (one, two)]
        return LatLon(signs[0] * _e7(one), signs[1] * _e7(two))
    if axes[0][0] == axes[1][0]:
        return None
    values = {
        axis[0]: axis[1] * _e7(found) for axis, found in zip(axes, (one, two), strict=True) if axis
    }
    return LatLon(values["lat"], values["lon"])


def _e7(found: re.Match[str]) -> int:
    parts = [Decimal(found[name] or 0) for name in ("deg", "min", "sec")]
    for whole, finer in (("deg", "min"), ("min", "sec")):
        if found[finer] is not None and "." in found[whole]:
            raise PositionRefused
    if parts[1] >= 60 or parts[2] >= 60:
        raise PositionRangeRefused
    value = (parts[0] + parts[1] / 60 + parts[2] / 3600) * E7
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def _decimal(value_e7: int, decimals: int) -> str:
    degrees, rest = divmod(abs(value_e7), E7)
    sign = "-" if value_e7 < 0 else ""
    fraction = f"{rest:07d}"[:decimals]
    return f"{sign}{degrees}.{fraction}" if decimals else f"{sign}{degrees}"


def _sexagesimal(value_e7: int) -> str:
    hundredths = abs(value_e7) * 360_000 // E7
    minutes, seconds = divmod(hundredths, 6000)
    degrees, minutes = divmod(minutes, 60)
    return f"{degrees:02d}°{minutes:02d}'{seconds // 100:02d}.{seconds % 100:02d}\""
