"""Distance and bearing between points, and the point at a bearing: geodesics on WGS 84.

Bearings are degrees clockwise, 0 up to 360. A true bearing counts from the meridian; a grid bearing
from the grid lines of the zone that the point lies in, as on a military map. Magnetic bearings are
not computed: the declination changes from year to year and no model of it is shipped.
"""

from dataclasses import dataclass

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

from fieldapp.notation import utm
from fieldapp.notation.latlon import E7, LatLon, from_degrees

MILS = 6400
"""NATO mils of a full circle."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one point to another.

    Args:
        metres: along the geodesic.
        true: bearing at the first point in degrees from true north.
        grid: the same from grid north.
    """

    metres: float
    true: float
    grid: float


def way(start: LatLon, end: LatLon) -> Way:
    """Distance and bearings; between a point and itself both bearings are 0."""
    lat, lon = start.lat_e7 / E7, start.lon_e7 / E7
    found = Geodesic.WGS84.Inverse(
        lat, lon, end.lat_e7 / E7, end.lon_e7 / E7, Geodesic.DISTANCE | Geodesic.AZIMUTH
    )
    if start == end:
        return Way(0.0, 0.0, 0.0)
    true = float(found["azi1"]) % 360
    return Way(float(found["s12"]), true, (true - convergence(start)) % 360)


def destination(start: LatLon, true: float, metres: float) -> LatLon:
    """The point so many metres away at a true bearing."""
    found = Geodesic.WGS84.Direct(
        start.lat_e7 / E7,
        start.lon_e7 / E7,
        true,
        metres,
        Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL,
    )
    return from_degrees(float(found["lat2"]), float(found["lon2"]))


def convergence(point: LatLon) -> float:
    """Degrees from true to grid north in the zone of a point, clockwise; 0 at the poles."""
    lat, lon = point.lat_e7 / E7, point.lon_e7 / E7
    if abs(lat) > 89:
        return 0.0
    return utm.convergence(utm.zone_at(lat, lon), lat, lon)


def to_mils(degrees: float) -> float:
    """Degrees as mils, 0 up to 6400."""
    return degrees * MILS / 360 % MILS
