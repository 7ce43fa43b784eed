"""Room for what stays of a report whose text was removed, and for how long it has been at HQ."""

from fieldapp.store.driver import sqlite

_STATEMENTS = (
    "CREATE TABLE stub(event BLOB PRIMARY KEY, t INTEGER NOT NULL, facts TEXT NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE aging(report BLOB PRIMARY KEY, records INTEGER NOT NULL,"
    " hq INTEGER NOT NULL, here INTEGER NOT NULL) WITHOUT ROWID",
)


def up(connection: sqlite.Connection) -> None:
    """Adds two empty tables; nothing that was kept changes."""
    for statement in _STATEMENTS:
        connection.execute(statement)
