"""The report that the next one of its form begins with."""

from fieldapp.store.database import Store
from fieldapp.store.folding import WITHDRAWN
from fieldapp.units import EventId, StreamId


def latest_of_form(store: Store, form: str, stream: StreamId) -> EventId | None:
    """The person's last report of a form, else the last of their unit; None where there is none.

    Withdrawn, protected and imported ones do not count, nor those whose text is not here any more.
    """
    row = store.row(
        "SELECT r.id FROM report r LEFT JOIN person p ON p.stream = r.stream"
        " WHERE r.form = ? AND r.state != ? AND NOT r.protected AND NOT r.history"
        " AND NOT EXISTS(SELECT 1 FROM stub WHERE event = r.id)"
        " AND (r.stream = ? OR p.unit = (SELECT unit FROM person WHERE stream = ?))"
        " ORDER BY r.stream = ? DESC, r.n DESC LIMIT 1",
        (form, WITHDRAWN, stream, stream, stream),
    )
    return None if row is None else EventId(row[0])
