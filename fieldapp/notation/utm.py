"""The Universal Transverse Mercator grid on WGS 84: which zones exist, and metres to degrees.

The projection is the series of Krueger (1912) in the third flattening, in the form given
by Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), cut after the
fourth order: the rest is a few micrometres within a zone.
"""

import math

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Latitude bands from 80 S upwards, 8 degrees each; the last, X, has 12."""

SOUTHERN_FALSE_NORTHING = 10_000_000
"""Metres at the equator, counted from the south."""

_A = 6_378_137.0
_F = 1 / 298.257223563
_N = _F / (2 - _F)
_RADIUS = 0.9996 * _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_E = math.sqrt(_F * (2 - _F))
_ALPHA = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_DELTA = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3 + 116 * _N**4 / 45,
    7 * _N**2 / 3 - 8 * _N**3 / 5 - 227 * _N**4 / 45,
    56 * _N**3 / 15 - 136 * _N**4 / 35,
    4279 * _N**4 / 630,
)

_STEP = 1e-4
"""Degrees north and south of a point between which the direction of a meridian is taken."""

# Southern Norway and Svalbard: zones widened or left out by agreement.
_ODD_ZONES = {
    (31, "V"): (0, 3),
    (32, "V"): (3, 12),
    (31, "X"): (0, 9),
    (33, "X"): (9, 21),
    (35, "X"): (21, 33),
    (37, "X"): (33, 42),
}
_NO_ZONES = {(32, "X"), (34, "X"), (36, "X")}


def zone_exists(zone: int, band: str) -> bool:
    """Whether the grid has this zone (1..60) in this latitude band (C..X without I and O)."""
    return 1 <= zone <= 60 and band in BANDS and len(band) == 1 and (zone, band) not in _NO_ZONES


def zone_degrees(zone: int, band: str) -> tuple[int, int]:
    """Western and eastern edge of a zone in whole degrees east."""
    west = zone * 6 - 186
    return _ODD_ZONES.get((zone, band), (west, west + 6))


def band_degrees(band: str) -> tuple[int, int]:
    """Southern and northern edge of a band in whole degrees north."""
    south = BANDS.index(band) * 8 - 80
    return south, 84 if band == "X" else south + 8


def band_at(latitude_degrees: float) -> str:
    """The band of a latitude; south of 80 S and north of 84 N, the nearest one."""
    return BANDS[min(max(int(latitude_degrees // 8) + 10, 0), len(BANDS) - 1)]


def zone_at(latitude_degrees: float, longitude_degrees: float) -> int:
    """The zone of a place, with the agreed exceptions of Norway and Svalbard."""
    band = band_at(latitude_degrees)
    east = (longitude_degrees + 180) % 360 - 180
    usual = min(int((east + 180) // 6) + 1, 60)
    for zone in (usual, usual - 1, usual + 1):
        if 1 <= zone <= 60 and zone_exists(zone, band):
            low, high = zone_degrees(zone, band)
            if low <= east < high:
                return zone
    return usual


def from_degrees(
    zone: int, latitude_degrees: float, longitude_degrees: float
) -> tuple[float, float]:
    """Easting and northing in metres in a zone; good to 0.01 mm in the zone and beside it.

    Northing is counted from the equator, negative in the south, so that it runs on across it.
    """
    lat = math.radians(latitude_degrees)
    lon = math.radians((longitude_degrees - (zone * 6 - 183) + 180) % 360 - 180)
    sine = math.sin(lat)
    tangent = math.sinh(math.atanh(sine) - _E * math.atanh(_E * sine))
    xi = math.atan2(tangent, math.cos(lon))
    eta = math.asinh(math.sin(lon) / math.hypot(tangent, math.cos(lon)))
    along, across = xi, eta
    for order, alpha in enumerate(_ALPHA, start=1):
        along += alpha * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        across += alpha * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    return 500_000 + _RADIUS * across, _RADIUS * along


def convergence(zone: int, latitude_degrees: float, longitude_degrees: float) -> float:
    """Degrees from true north to grid north, clockwise; take it off a true bearing for a grid one.

    Raises:
        ValueError: at a pole, where there is no north.
    """
    if abs(latitude_degrees) >= 90 - _STEP:
        raise ValueError("no north at a pole")
    west, low = from_degrees(zone, latitude_degrees - _STEP, longitude_degrees)
    east, high = from_degrees(zone, latitude_degrees + _STEP, longitude_degrees)
    return -math.degrees(math.atan2(east - west, high - low))


def to_degrees(zone: int, *, south: bool, easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude in degrees of a point in metres; good to 0.01 mm in the zone.

    Longitude runs on beyond 180 at the date line instead of jumping, so that the corners of
    one square can be compared.
    """
    xi = (northing - (SOUTHERN_FALSE_NORTHING if south else 0)) / _RADIUS
    eta = (easting - 500_000) / _RADIUS
    along, across = xi, eta
    for order, beta in enumerate(_BETA, start=1):
        along -= beta * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        across -= beta * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    conformal = math.asin(math.sin(along) / math.cosh(across))
    latitude = conformal + sum(
        delta * math.sin(2 * order * conformal) for order, delta in enumerate(_DELTA, start=1)
    )
    longitude = math.atan2(math.sinh(across), math.cos(along))
    return math.degrees(latitude), math.degrees(longitude) + zone * 6 - 183
