"""Report numbers of one laptop: they rise by type and year, and none is given twice."""

from datetime import UTC, datetime

from fieldapp.notation.reference import ReportNumber, serial_text
from fieldapp.store.database import Store
from fieldapp.store.journal import StreamClosed
from fieldapp.units import StreamId


def allot(store: Store, stream: StreamId, kind: str) -> str:
    """The next report number of this laptop, inside the running transaction.

    Args:
        store: an open store.
        stream: whose unit stands in it.
        kind: short type.

    Raises:
        StreamClosed: their first record was lost here, and their stream is closed for it.
    """
    year = datetime.fromtimestamp(store.clock.now() / 1000, tz=UTC).year
    year = min(max(year, 2000), 2099)
    (count,) = store.rows(
        "INSERT INTO serial(type, year, last) VALUES (?, ?, 1)"
        " ON CONFLICT(type, year) DO UPDATE SET last = last + 1 RETURNING last",
        (kind, year),
    )[0]
    (laptop, unit) = store.rows(
        "SELECT (SELECT value FROM setting WHERE name = 'laptop'),"
        " (SELECT unit FROM person WHERE stream = ?)",
        (stream,),
    )[0]
    if unit is None:
        raise StreamClosed()
    return ReportNumber(unit, kind, year, serial_text(int(laptop or 0), count)).base
