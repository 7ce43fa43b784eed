"""Room for when HQ received a record, and a quick way to what a stream says of its clock."""

from fieldapp.store.driver import sqlite

_STATEMENTS = (
    "ALTER TABLE event ADD COLUMN hq_t INTEGER",
    "CREATE INDEX event_clock ON event(stream, seq) WHERE kind = 11",
)


def up(connection: sqlite.Connection) -> None:
    """Of what is here already nobody knows when it came; nothing that was kept changes."""
    for statement in _STATEMENTS:
        connection.execute(statement)
