"""What the map shows of reports, judged without widgets: one sighting for each that has a grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldapp.notation import grid
from fieldapp.notation.grid import GridRefused
from fieldapp.notation.latlon import E7
from fieldapp.people import Desk
from fieldapp.store import map_reads
from fieldapp.store.folding import ACCEPTED, ASKED, REJECTED, WITHDRAWN
from fieldapp.store.map_reads import MapRow
from fieldapp.store.reads import ReportRow
from fieldapp.units import EventId, UtcMillis
from ui.map.projection import Camera, to_world, world_side

COARSE_M: Final = 1000
"""From this side on, in metres, a report is drawn as its square: a pin would claim to know more."""
CLOSED_AREA: Final = "DENY-AREA"
"""Kind of a restriction: a standing ban on an area."""
_URGENT = frozenset({"FLASH", "IMMEDIATE"})


class Look(StrEnum):
    """How a single report is painted, by what became of it; plain is for the legend alone."""

    PLAIN = "plain"
    NEW = "new"
    ASKED = "asked"
    DONE = "done"
    OFF = "off"


_LOOKS = {ACCEPTED: Look.DONE, ASKED: Look.ASKED, REJECTED: Look.OFF, WITHDRAWN: Look.OFF}


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report at its place.

    Args:
        row: what was read.
        x: centre of its square in the unit square of the projection.
        y: the same.
        side: width of its square in the unit square.
        look: by its state.
        urgent: flash or immediate.
    """

    row: MapRow
    x: float
    y: float
    side: float
    look: Look
    urgent: bool

    @property
    def coarse(self) -> bool:
        """Whether it must be drawn as a square."""
        return self.row.side_m >= COARSE_M

    @property
    def closed(self) -> bool:
        """Whether it reports a standing ban on an area."""
        return self.row.what == CLOSED_AREA


@dataclass(frozen=True, slots=True)
class Sightings:
    """What fits the filter, and how many reports more fit but have no grid."""

    found: tuple[Sighting, ...]
    without: int


def read_sightings(desk: Desk, types: tuple[str, ...], since: UtcMillis | None) -> Sightings:
    """Reads reports for the map, on the store's lane."""
    rows = map_reads.on_map(desk.store, types, since)
    return Sightings(tuple(sighting(row) for row in rows.rows), rows.without)


def sighting(row: MapRow) -> Sighting:
    """A row at its place."""
    x, y = to_world(row.lat, row.lon)
    side = world_side(row.side_m, row.lat)
    look = _LOOKS.get(row.state, Look.NEW)
    return Sighting(row, x, y, side, look, row.precedence in _URGENT)


def sighting_of(row: ReportRow) -> Sighting | None:
    """One report of a list or detail at its place; None without a grid that can be read."""
    try:
        square = grid.parse(row.grid)
    except GridRefused:
        return None
    moment = row.filed if row.happened is None else row.happened
    at = square.centre
    return sighting(
        MapRow(
            EventId(row.id),
            row.ref,
            at.lat_e7 / E7,
            at.lon_e7 / E7,
            square.precision_m,
            row.type,
            row.state,
            row.precedence,
            moment,
        )
    )


def first_view(camera: Camera, found: Sequence[Sighting], base_square: str | None) -> Camera:
    """The view to begin with: all reports, else the mission's base square, else the world."""
    if found:
        return camera.fitted([(one.x, one.y) for one in found])
    try:
        square = grid.parse("5050", base_square=base_square)
    except GridRefused:
        return camera
    lat, lon = square.centre.lat_e7 / E7, square.centre.lon_e7 / E7
    x, y = to_world(lat, lon)
    half = world_side(100_000, lat)
    return camera.fitted([(x - half, y - half), (x + half, y + half)])
