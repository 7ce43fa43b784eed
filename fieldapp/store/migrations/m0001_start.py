"""The first schema. ``fieldapp/FORMAT.md`` says what each table promises."""

from fieldapp.store.driver import sqlite

_KEPT = """
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE stream(
  id BLOB PRIMARY KEY, slot TEXT NOT NULL, public BLOB NOT NULL,
  open INTEGER NOT NULL, opened INTEGER NOT NULL);

CREATE TABLE event(
  n INTEGER PRIMARY KEY,
  stream BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL,
  header BLOB NOT NULL, sig BLOB NOT NULL, salt BLOB, payload BLOB,
  kind INTEGER NOT NULL, report BLOB NOT NULL, own INTEGER NOT NULL,
  rank INTEGER NOT NULL, hq_n INTEGER,
  UNIQUE(stream, seq, id));
CREATE UNIQUE INDEX event_report ON event(report, id);

CREATE TABLE receipt(
  stream BLOB PRIMARY KEY, epoch INTEGER NOT NULL, upto INTEGER NOT NULL,
  head BLOB NOT NULL, t INTEGER NOT NULL, raw BLOB NOT NULL);
CREATE TABLE arrival(event BLOB PRIMARY KEY, t INTEGER NOT NULL, held INTEGER NOT NULL)
  WITHOUT ROWID;

CREATE TABLE blob(
  sha BLOB PRIMARY KEY, size INTEGER NOT NULL, mime TEXT NOT NULL, present INTEGER NOT NULL,
  hq_complete INTEGER NOT NULL DEFAULT 0, hq_have BLOB NOT NULL DEFAULT x'');
CREATE TABLE piece(sha BLOB NOT NULL, i INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY(sha, i));
CREATE TABLE announced(
  event BLOB NOT NULL, sha BLOB NOT NULL, report BLOB NOT NULL, own INTEGER NOT NULL,
  PRIMARY KEY(sha, event)) WITHOUT ROWID;
CREATE INDEX announced_report ON announced(report);

CREATE TABLE draft(
  id TEXT PRIMARY KEY, slot TEXT NOT NULL, sealed BLOB NOT NULL, updated INTEGER NOT NULL);
CREATE TABLE draft_piece(
  draft TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE, file TEXT NOT NULL,
  i INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY(draft, file, i));

CREATE TABLE frame(name TEXT PRIMARY KEY, parked TEXT) WITHOUT ROWID;
CREATE TABLE frame_event(
  event BLOB NOT NULL, frame TEXT NOT NULL REFERENCES frame(name) ON DELETE CASCADE,
  PRIMARY KEY(event, frame)) WITHOUT ROWID;
CREATE INDEX frame_event_frame ON frame_event(frame);
CREATE TABLE frame_piece(
  sha BLOB NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
  frame TEXT NOT NULL REFERENCES frame(name) ON DELETE CASCADE,
  PRIMARY KEY(sha, offset, frame)) WITHOUT ROWID;
CREATE INDEX frame_piece_frame ON frame_piece(frame);

CREATE TABLE cursor(road TEXT PRIMARY KEY, epoch INTEGER NOT NULL, n INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE serial(type TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY(type, year)) WITHOUT ROWID;
"""


def up(connection: sqlite.Connection) -> None:
    """From an empty file."""
    for statement in _KEPT.split(";\n"):
        if statement.strip():
            connection.execute(statement)
