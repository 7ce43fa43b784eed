"""What one watch leaves to the next: reports filed, on their way, and asked about."""

from dataclasses import dataclass

from fieldapp.store import reads
from fieldapp.store.database import Store
from fieldapp.store.folding import WITHDRAWN
from fieldapp.store.report_rows import ReportRow
from fieldapp.units import UtcMillis

MOST = 200
"""So many reports at most of each sort; a watch that has more reads them in the list."""

EVERY_UNIT = "*"
_OURS = f"(r.own = 1 OR ? IN ('{EVERY_UNIT}', p.unit))"
_FILED = f"""
 SELECT r.n FROM report r LEFT JOIN person p ON p.stream = r.stream
 WHERE r.filed >= ? AND r.history = 0 AND {_OURS} ORDER BY r.filed DESC, r.n DESC LIMIT ?
"""
_ASKED = f"""
 SELECT r.n FROM report r LEFT JOIN person p ON p.stream = r.stream
 WHERE r.questions > 0 AND r.history = 0 AND r.state <> '{WITHDRAWN}' AND {_OURS}
 ORDER BY r.n DESC LIMIT ?
"""
# Receipts cover a stream from its start: only what comes after one is looked at.
_WAITING = """
 SELECT f.n FROM stream s LEFT JOIN receipt c ON c.stream = s.id
 CROSS JOIN event e ON e.stream = s.id AND e.seq >= coalesce(c.upto, 0)
 LEFT JOIN arrival a ON a.event = e.id
 CROSS JOIN event f ON f.report = e.report AND f.id = e.report
 CROSS JOIN report r ON r.n = f.n
 WHERE e.own = 1 AND a.event IS NULL AND r.own = 1 AND r.history = 0
 GROUP BY f.n ORDER BY min(e.rank), f.n LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Watch:
    """Reports by why they are handed over; one may stand in several.

    Args:
        filed: since the beginning of the watch, the latest first.
        waiting: written here and not wholly received by HQ, the most urgent first.
        asked: with a question of HQ that nobody answered, the latest first.
        more: there are further ones than `MOST` of some sort.
    """

    filed: tuple[ReportRow, ...]
    waiting: tuple[ReportRow, ...]
    asked: tuple[ReportRow, ...]
    more: bool = False


def watch(store: Store, since: UtcMillis, unit: str) -> Watch:
    """The watch that began at ``since``.

    Args:
        store: an open store.
        since: by the clocks of those who filed.
        unit: the person's; its reports are read beside those written on this laptop, with
            `EVERY_UNIT` those of all.
    """
    sorts = (
        _places(store, _FILED, (since, unit)),
        _places(store, _WAITING, ()),
        _places(store, _ASKED, (unit,)),
    )
    filed, waiting, asked = (reads.rows_at(store, places[:MOST]) for places in sorts)
    return Watch(filed, waiting, asked, any(len(places) > MOST for places in sorts))


def _places(store: Store, statement: str, values: tuple[object, ...]) -> list[int]:
    return [int(row[0]) for row in store.rows(statement, (*values, MOST + 1))]
