"""What was taken in before, by anyone whose records are held here."""

from collections.abc import Mapping

from fieldapp.event.kinds import Kind
from fieldapp.store.database import Store


def known_origins(store: Store) -> Mapping[str, str]:
    """The key of every row that became a record here or on another laptop, and its digest.

    The signed records themselves are asked, so that the answer survives every rebuild and holds
    for records of other officers as soon as they have arrived. A withdrawn record counts: a row
    that somebody took back does not return by itself.
    """
    return {
        str(key): str(digest)
        for key, digest in store.rows(
            "SELECT json_extract(text, '$.origin.key'), json_extract(text, '$.origin.row_digest')"
            " FROM (SELECT CAST(payload AS TEXT) AS text FROM event"
            "  WHERE kind = ? AND payload IS NOT NULL)"
            " WHERE json_valid(text) AND json_extract(text, '$.origin.key') IS NOT NULL",
            (int(Kind.HISTORY),),
        )
    }
