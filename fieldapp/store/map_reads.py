"""What the map reads: where reports are, as frozen rows, fast for a hundred thousand of them."""

from dataclasses import dataclass

from fieldapp.notation.latlon import E7
from fieldapp.store.database import Store
from fieldapp.units import EventId, UtcMillis


@dataclass(frozen=True, slots=True)
class MapRow:
    """One report that has a grid.

    Args:
        id: its id.
        ref: report number as people write it.
        lat: degrees of the centre of its grid square.
        lon: degrees of the centre of its grid square.
        side_m: side of the square in metres, 1 to 10,000.
        type: short type, as in the report number.
        state: ``new``, ``accepted``, ``asked``, ``rejected`` or ``withdrawn``.
        precedence: code; empty where the source gives none.
        moment: when it happened, else when it was filed.
    """

    id: EventId
    ref: str
    lat: float
    lon: float
    side_m: int
    type: str
    state: str
    precedence: str
    moment: UtcMillis


@dataclass(frozen=True, slots=True)
class MapRows:
    """The reports that fit: those with a grid, oldest first, and how many have none."""

    rows: tuple[MapRow, ...]
    without: int


def on_map(store: Store, types: tuple[str, ...] = (), since: UtcMillis | None = None) -> MapRows:
    """Reports for the map.

    Args:
        store: an open store.
        types: short types; empty for all.
        since: not before this moment.
    """
    where, values = ["1"], list[object]()
    if types:
        where.append(f"type IN ({','.join('?' * len(types))})")
        values.extend(types)
    if since is not None:
        where.append("moment >= ?")
        values.append(since)
    fits = " AND ".join(where)
    found = store.rows(
        "SELECT id, ref, lat, lon, side, type, state, precedence, moment FROM report"
        f" WHERE lat IS NOT NULL AND {fits} ORDER BY moment, n",
        values,
    )
    missing = store.row(f"SELECT count(*) FROM report WHERE lat IS NULL AND {fits}", values)
    rows = tuple(
        MapRow(EventId(r[0]), r[1], r[2] / E7, r[3] / E7, r[4], r[5], r[6], r[7], UtcMillis(r[8]))
        for r in found
    )
    return MapRows(rows, 0 if missing is None else int(missing[0]))
