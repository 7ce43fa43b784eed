"""Tables of HQ's embedded store, one tuple of statements a version; never change an old one."""

_V1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO meta VALUES ('epoch', 1)",
    """CREATE TABLE stream (
        number INTEGER PRIMARY KEY,
        stream BLOB NOT NULL UNIQUE CHECK (length(stream) = 16),
        public BLOB NOT NULL, inbox BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'revoked')),
        person TEXT NOT NULL, unit TEXT NOT NULL, role TEXT NOT NULL, device TEXT NOT NULL,
        push BLOB NOT NULL, fetch BLOB NOT NULL, genesis BLOB NOT NULL, link BLOB,
        upto INTEGER NOT NULL, head BLOB NOT NULL, forked INTEGER NOT NULL, good_upto INTEGER)""",
    "CREATE INDEX stream_push ON stream (push)",
    "CREATE INDEX stream_fetch ON stream (fetch)",
    # No foreign key to stream: HQ's own stream is not enrolled.
    """CREATE TABLE event (
        n INTEGER PRIMARY KEY AUTOINCREMENT,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
        stream BLOB NOT NULL, seq INTEGER NOT NULL, prev BLOB NOT NULL,
        kind INTEGER NOT NULL, obj BLOB NOT NULL,
        received INTEGER NOT NULL, verdict INTEGER NOT NULL,
        header BLOB NOT NULL, signature BLOB NOT NULL, salt BLOB, payload BLOB)""",
    "CREATE INDEX event_place ON event (stream, seq)",
    "CREATE INDEX event_about ON event (obj, kind) WHERE length(obj) = 32",
    "CREATE INDEX event_verdict ON event (verdict, stream) WHERE verdict != 0",
    """CREATE TABLE delivery (
        stream BLOB NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL REFERENCES event (n),
        PRIMARY KEY (stream, n)) WITHOUT ROWID""",
    "CREATE INDEX delivery_due ON delivery (stream, at)",
    """CREATE TABLE blob (
        number INTEGER PRIMARY KEY,
        sha BLOB NOT NULL UNIQUE CHECK (length(sha) = 32),
        size INTEGER NOT NULL, stream BLOB NOT NULL,
        complete INTEGER NOT NULL, have BLOB NOT NULL)""",
    "CREATE INDEX blob_stream ON blob (stream, complete)",
    """CREATE TABLE piece (
        sha BLOB NOT NULL, offset INTEGER NOT NULL, content BLOB NOT NULL,
        UNIQUE (sha, offset))""",
    """CREATE TABLE code (
        hash BLOB PRIMARY KEY, person TEXT NOT NULL, unit TEXT NOT NULL, role TEXT NOT NULL,
        expires INTEGER NOT NULL, used_by BLOB) WITHOUT ROWID""",
    "CREATE TABLE wrong_code (t INTEGER NOT NULL, stream BLOB NOT NULL)",
    "CREATE INDEX wrong_code_t ON wrong_code (t)",
    "CREATE INDEX wrong_code_stream ON wrong_code (stream)",
    """CREATE TABLE waiting (
        number INTEGER PRIMARY KEY, stream BLOB NOT NULL, digest BLOB NOT NULL UNIQUE,
        size INTEGER NOT NULL, frame BLOB NOT NULL)""",
    "CREATE INDEX waiting_stream ON waiting (stream)",
    "CREATE TABLE waiting_blob (sha BLOB PRIMARY KEY, stream BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE session (
        token BLOB PRIMARY KEY, nonce BLOB NOT NULL UNIQUE, stream BLOB NOT NULL,
        expires INTEGER NOT NULL) WITHOUT ROWID""",
)

SCHEMA: tuple[tuple[str, ...], ...] = (_V1,)
VERSION = len(SCHEMA)
