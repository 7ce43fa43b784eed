"""Notes which announced files are previews of others."""

from fieldapp.store.driver import sqlite


def up(connection: sqlite.Connection) -> None:
    """Everything announced until now is a photo or file itself."""
    connection.execute("ALTER TABLE announced ADD COLUMN preview_of BLOB")
