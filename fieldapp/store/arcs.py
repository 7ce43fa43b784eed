"""Where something was seen or heard from: an observer's place, a bearing and a distance.

The place of the thing itself is then no point but a band of an arc, and it is kept and drawn so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from fieldapp.notation import grid
from fieldapp.notation.bearings import MILS, convergence, destination
from fieldapp.notation.grid import GridRefused
from fieldapp.notation.latlon import LatLon
from fieldapp.store.folding import at
from fieldapp.units import Metres

COMPASS_DEGREES: Final = 5
"""Half the width of a band: what a hand compass and an ear may be off."""
MAGNETIC_DEGREES: Final = 15
"""The same where the bearing is magnetic: the declination is not known here."""
_FARTHEST_M: Final = 100_000
_ONE_DISTANCE: Final = 0.1
"""Part of a distance that stands alone by which the band reaches to both sides."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A band of an arc.

    Args:
        observer: centre of the square where the observer stood.
        true: bearing of the middle in degrees from true north.
        spread: degrees to both sides.
        near: metres to its inner edge.
        far: metres to its outer edge.
    """

    observer: LatLon
    true: float
    spread: int
    near: Metres
    far: Metres

    @property
    def middle(self) -> LatLon:
        """The place in the middle of the band."""
        return destination(self.observer, self.true, (self.near + self.far) / 2)

    @property
    def text(self) -> str:
        """As it is kept in a column; `read_arc` reads it."""
        lat, lon = self.observer.lat_e7, self.observer.lon_e7
        return f"{lat} {lon} {self.true:.3f} {self.spread} {self.near} {self.far}"


def read_arc(text: str) -> Arc | None:
    """The arc of a column; None for an empty one."""
    if not text:
        return None
    lat, lon, true, spread, near, far = text.split()
    place = LatLon(int(lat), int(lon))
    return Arc(place, float(true), int(spread), Metres(int(near)), Metres(int(far)))


def arc_of(content: Mapping[str, Any]) -> Arc | None:
    """The arc that a report's answers describe; None where a part is missing or makes no sense."""
    try:
        square = grid.parse(at(content, "where", "observer_grid"))
        bearing = float(at(content, "where", "bearing"))
        ends = [
            float(text)
            for name in ("distance_min", "distance_max")
            if (text := at(content, "where", name))
        ]
    except (GridRefused, ValueError):
        return None
    if at(content, "where", "bearing_unit") == "mils":
        bearing *= 360 / MILS
    if not ends or not 0 <= bearing <= 360 or not 0 < max(ends) <= _FARTHEST_M or min(ends) < 0:
        return None
    near, far = min(ends), max(ends)
    if near == far:
        near, far = near * (1 - _ONE_DISTANCE), far * (1 + _ONE_DISTANCE)
    north = at(content, "where", "bearing_north")
    if north == "grid":
        bearing += convergence(square.centre)
    spread = MAGNETIC_DEGREES if north == "magnetic" else COMPASS_DEGREES
    return Arc(
        square.centre, round(bearing, 3) % 360, spread, Metres(round(near)), Metres(round(far))
    )
