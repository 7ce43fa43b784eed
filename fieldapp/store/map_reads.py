"""What the map reads: where reports are, as frozen rows, fast for a hundred thousand of them."""

from dataclasses import dataclass

from fieldapp.notation.latlon import E7
from fieldapp.store.arcs import Arc, read_arc
from fieldapp.store.database import Store
from fieldapp.units import EventId, UtcMillis

ARC_LEAST_M = 1000
"""A place known from an arc alone is told as no smaller than this."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One report that has a grid.

    Args:
        id: its id.
        ref: report number as people write it.
        lat: degrees of the centre of its grid square, or of the middle of its arc.
        lon: the same.
        side_m: side of the square in metres, 1 to 10,000; how wide the arc is where it has none.
        type: short type, as in the report number.
        state: ``new``, ``accepted``, ``asked``, ``rejected`` or ``withdrawn``.
        precedence: code; empty where the source gives none.
        moment: when it happened, else when it was filed.
        what: code of what it is about, such as the kind of a restriction.
        arc: where it was seen or heard from, if the report says so.
        square: whether it has a grid of its own.
        classification: code.
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
    what: str = ""
    arc: Arc | None = None
    square: bool = True
    classification: str = ""


@dataclass(frozen=True, slots=True)
class MapRows:
    """The reports that fit: those with a grid or an arc, oldest first, and how many have none."""

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
        "SELECT id, ref, lat, lon, side, type, state, precedence, moment, what, arc,"
        " classification FROM report"
        f" WHERE (lat IS NOT NULL OR arc != '') AND {fits} ORDER BY moment, n",
        values,
    )
    missing = store.row(
        f"SELECT count(*) FROM report WHERE lat IS NULL AND arc = '' AND {fits}", values
    )
    rows = tuple(_row(*one) for one in found)
    return MapRows(rows, 0 if missing is None else int(missing[0]))


def _row(
    report: bytes,
    ref: str,
    lat: int | None,
    lon: int | None,
    side: int | None,
    kind: str,
    state: str,
    precedence: str,
    moment: int,
    what: str,
    arc_text: str,
    classification: str,
) -> MapRow:
    arc = read_arc(arc_text)
    known = lat is not None
    if arc is not None and not known:
        middle = arc.middle
        lat, lon, side = middle.lat_e7, middle.lon_e7, max(arc.far - arc.near, ARC_LEAST_M)
    return MapRow(
        EventId(report),
        ref,
        (lat or 0) / E7,
        (lon or 0) / E7,
        side or 1,
        kind,
        state,
        precedence,
        UtcMillis(moment),
        what,
        arc,
        known,
        classification,
    )
