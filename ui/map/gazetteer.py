"""Names of towns and villages around the mission, out of the base map."""

from fieldapp.notation.latlon import LatLon, from_degrees
from ui.map.pack import MapPack, MapPackRefused, Name, world_pack
from ui.map.projection import to_degrees, to_world

_AROUND = 3
"""Cells of the finest level each way: about 1,800 km, more than any mission is across."""


def names_around(point: LatLon, pack: MapPack | None = None) -> tuple[tuple[str, LatLon], ...]:
    """Name and place of each town near ``point``, the most important first.

    None where the base map cannot be read: that is told on the map.
    """
    try:
        return _names(point, pack or world_pack())
    except MapPackRefused:
        return ()


def _names(point: LatLon, pack: MapPack) -> tuple[tuple[str, LatLon], ...]:
    level = pack.levels[-1]
    side = 1 << level.cells
    x, y = (int(part * side) for part in to_world(point.lat_e7 / 1e7, point.lon_e7 / 1e7))
    found: list[Name] = []
    for row in range(max(0, y - _AROUND), min(side, y + _AROUND + 1)):
        for column in range(x - _AROUND, x + _AROUND + 1):
            found += pack.names(level, column % side, row)
    towns = [name for name in found if name.kind in ("capital", "place")]
    towns.sort(key=lambda name: (name.zoom, name.text))
    return tuple((name.text, from_degrees(*to_degrees(name.x, name.y))) for name in towns)
