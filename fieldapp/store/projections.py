"""Tables folded from events: they answer screens fast, and may be dropped and rebuilt any time."""

from collections.abc import Callable, Iterable
from hashlib import sha256

from fieldapp.event.chain import Event
from fieldapp.event.errors import BadEvent, BadPayload
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import stream_id
from fieldapp.mission.roster import Member, Role, Roster
from fieldapp.notation import grid
from fieldapp.notation.grid import GridRefused
from fieldapp.photos.previews import PREVIEW_MIME, read_preview
from fieldapp.store.arcs import arc_of
from fieldapp.store.clock_notes import corrected, notes_of
from fieldapp.store.database import Store
from fieldapp.store.folding import (
    KIND_PATHS,
    Folded,
    at,
    ended,
    fold,
    happened,
    is_protected,
    words,
)
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.store.stubs import with_stubs
from fieldapp.units import EventId, StreamId

VERSION = 5
"""Rises with every change to the fold. A store of another number or of other tables is rebuilt."""

_TABLES = """
CREATE TABLE person(
  stream BLOB PRIMARY KEY, public BLOB NOT NULL, person TEXT NOT NULL, unit TEXT NOT NULL,
  role TEXT NOT NULL, device TEXT NOT NULL, vouched INTEGER NOT NULL,
  good_upto INTEGER, reason TEXT);

CREATE TABLE report(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL, ref TEXT NOT NULL, type TEXT NOT NULL,
  form TEXT NOT NULL, what TEXT NOT NULL, stream BLOB NOT NULL, own INTEGER NOT NULL,
  precedence TEXT NOT NULL, classification TEXT NOT NULL, state TEXT NOT NULL,
  verdict TEXT NOT NULL, recheck INTEGER NOT NULL, questions INTEGER NOT NULL,
  revision INTEGER NOT NULL, latest BLOB NOT NULL, place TEXT NOT NULL, grid TEXT NOT NULL,
  happened INTEGER, filed INTEGER NOT NULL, changed INTEGER NOT NULL, moment INTEGER NOT NULL,
  files INTEGER NOT NULL, history INTEGER NOT NULL, protected INTEGER NOT NULL,
  lat INTEGER, lon INTEGER, side INTEGER, arc TEXT NOT NULL,
  ended INTEGER, signed INTEGER, hq_t INTEGER);
CREATE INDEX report_list ON report(moment, n, type, state, stream, own, recheck, history);
CREATE INDEX report_filed ON report(filed);
CREATE INDEX report_asked ON report(n) WHERE questions > 0;

CREATE VIRTUAL TABLE report_words USING fts5(
  words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
"""
_NAMES = ("person", "report", "report_words")
_STAMP = f"{VERSION}.{sha256(_TABLES.encode()).hexdigest()[:16]}"
_BATCH = 500


def ensure(store: Store, admin: bytes) -> None:
    """Makes or rebuilds the tables unless they are of the present version.

    Args:
        store: an open store.
        admin: key of HQ's own stream, whose roster events decide who may review.
    """
    if store.setting("projection") != _STAMP:
        rebuild(store, admin)


def rebuild(store: Store, admin: bytes, progress: Callable[[int, int], None] | None = None) -> None:
    """Drops every table and folds all events again, in one transaction.

    Args:
        store: an open store.
        admin: key of HQ's own stream.
        progress: called with (done, all) reports now and then.
    """
    with store.write() as connection:
        for name in _NAMES:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES.split(";\n"):
            if statement.strip():
                connection.execute(statement)
        _fold_people(store, admin)
        reports = [row[0] for row in store.rows("SELECT report FROM event GROUP BY report")]
        for done, report in enumerate(reports):
            project(store, EventId(report))
            if progress is not None and done % _BATCH == 0:
                progress(done, len(reports))
        store.set_setting("projection", _STAMP)


def project(store: Store, report: EventId) -> None:
    """Folds one report again, inside the running transaction."""
    folded = folded_report(store, report)
    if folded is None:
        return
    row = store.row("SELECT n, own FROM event WHERE report = ? AND id = ?", (report, report))
    if row is not None:
        _write(store, folded, row[0], bool(row[1]))


def project_first(store: Store, event: Event) -> None:
    """As `project`, for the event of a new report that was just kept as an own one."""
    folded = fold([event], lambda _event: False)
    row = store.row("SELECT max(n) FROM event")
    if folded is not None and row is not None:
        _write(store, folded, row[0], True, fresh=True)


def retime(store: Store, stream: StreamId) -> None:
    """Looks again when a stream's reports were signed by HQ's clock, as its notes now say.

    Belongs into the transaction that keeps the note.
    """
    notes = notes_of(store, stream)
    rows = store.rows(
        "SELECT r.n, e.seq, r.filed FROM event e JOIN report r ON r.n = e.n AND r.history = 0"
        " WHERE e.stream = ?",
        (stream,),
    )
    store.connection.executemany(
        "UPDATE report SET signed = ? WHERE n = ?",
        [(corrected(notes, seq, filed), n) for n, seq, filed in rows],
    )


def folded_report(store: Store, report: EventId) -> Folded | None:
    """The report as its events held here say; None while its first one has not arrived.

    An event whose bytes were changed on disk is left out; `verify_store` names it.
    """
    events: list[Event] = []
    for row in store.rows(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.report = ? ORDER BY e.n", (report,)
    ):
        try:
            events.append(read_event(row))
        except BadEvent:
            continue
    protected = any(is_protected(event) for event in events)

    def reviews(event: Event) -> bool:
        return may_review(store, event, protected=protected)

    return fold(events, reviews, with_stubs(store, report))


def project_all(store: Store, reports: Iterable[EventId]) -> None:
    """As `project`, for several."""
    for report in set(reports):
        project(store, report)


def may_review(store: Store, event: Event, *, protected: bool) -> bool:
    """Whether the roster lets the writer judge such a report, and let them when this was signed."""
    row = store.row(
        "SELECT role, good_upto FROM person WHERE stream = ? AND vouched = 1", (event.head.stream,)
    )
    if row is None or not Role(row[0]).judges(protected=protected):
        return False
    return row[1] is None or event.head.seq < int(row[1])


def put_person(store: Store, member: Member, *, vouched: bool) -> None:
    """Notes who writes a stream; ``vouched`` once HQ's roster says so."""
    gone = member.revoked
    store.connection.execute(
        "INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT(stream) DO UPDATE SET"
        " person = excluded.person, unit = excluded.unit, role = excluded.role,"
        " device = excluded.device, vouched = excluded.vouched, good_upto = excluded.good_upto,"
        " reason = excluded.reason WHERE excluded.vouched >= person.vouched",
        (
            member.stream,
            member.public,
            member.person,
            member.unit,
            member.role.value,
            member.device,
            int(vouched),
            None if gone is None else gone.good_upto,
            None if gone is None else gone.reason,
        ),
    )


def own_member(event: Event) -> Member | None:
    """The person that a stream's first event introduces, not vouched for by anyone yet."""
    content = event.content() if event.head.kind == Kind.GENESIS else None
    if content is None:
        return None
    return Member(
        stream=event.head.stream,
        public=bytes.fromhex(content["pk"]),
        inbox=bytes.fromhex(content.get("inbox", "")),
        person=str(content["person"]),
        unit=str(content.get("unit", "")),
        role=Role.PATROL,
        device=str(content.get("device", "")),
    )


def roster(store: Store, admin_stream: StreamId) -> Roster:
    """The roster as HQ's events held here say."""
    rows = store.rows(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.stream = ? AND e.kind = ? ORDER BY e.seq",
        (admin_stream, int(Kind.ROSTER)),
    )
    folded = Roster()
    for row in rows:
        try:
            content = read_event(row).content()
        except BadPayload:
            continue
        if content is not None:
            folded = folded.apply(content)
    return folded


def _fold_people(store: Store, admin: bytes) -> None:
    rows = store.rows(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.kind = ? AND e.own = 1",
        (int(Kind.GENESIS),),
    )
    for row in rows:
        member = own_member(read_event(row))
        if member is not None:
            put_person(store, member, vouched=False)
    for member in roster(store, stream_id(admin)).members.values():
        put_person(store, member, vouched=True)


def _write(store: Store, folded: Folded, n: int, own: bool, *, fresh: bool = False) -> None:
    """Keeps a folded report; ``fresh`` spares looking for an earlier one in its place."""
    content, report, head = folded.content, folded.first.id, folded.first.head
    form = str(content.get("form", ""))
    moment = happened(content)
    connection = store.connection
    put = "INSERT" if fresh else "INSERT OR REPLACE"
    connection.execute(
        f"{put} INTO report VALUES ({','.join('?' * 32)})",
        (
            n,
            report,
            str(content.get("ref", "")),
            str(content.get("type", "")),
            form,
            at(content, *KIND_PATHS.get(form, ("what", "kind"))),
            head.stream,
            int(own),
            at(content, "head", "precedence"),
            at(content, "head", "classification"),
            folded.state,
            folded.verdict,
            int(folded.recheck),
            folded.questions_open,
            folded.revision,
            folded.latest,
            at(content, "where", "place"),
            at(content, "where", "grid"),
            moment,
            head.t,
            folded.changed,
            head.t if moment is None else moment,
            len(folded.files),
            int(head.kind == Kind.HISTORY),
            int(folded.protected),
            *_square(at(content, "where", "grid")),
            "" if (arc := arc_of(content)) is None else arc.text,
            *_times(store, folded, n),
        ),
    )
    if len(folded.entries) > 1:
        connection.execute("DELETE FROM report_words WHERE rowid = ?", (n,))
    connection.execute(f"{put} INTO report_words(rowid, words) VALUES (?, ?)", (n, words(content)))
    _announce(store, folded, own)


def _times(store: Store, folded: Folded, n: int) -> tuple[int | None, int | None, int | None]:
    """End of the event, signature and arrival by HQ's clock; nothing of what was taken in later."""
    head = folded.first.head
    if head.kind == Kind.HISTORY:
        return None, None, None
    row = store.row("SELECT hq_t FROM event WHERE n = ?", (n,))
    signed = corrected(notes_of(store, head.stream), head.seq, head.t)
    return ended(folded.content), signed, None if row is None else row[0]


def _square(text: str) -> tuple[int, int, int] | tuple[None, None, None]:
    """Centre of a grid square in ten-millionths of a degree, and its side in metres."""
    try:
        square = grid.parse(text) if text else None
    except GridRefused:
        square = None
    if square is None:
        return None, None, None
    return square.centre.lat_e7, square.centre.lon_e7, square.precision_m


def _announce(store: Store, folded: Folded, own: bool) -> None:
    """Notes which photos the report names, so that they are sent or fetched.

    What is a photo of its own in this report stays one, whoever calls it a preview as well.
    """
    named: list[tuple[bytes, int, str, bytes | None]] = []
    for item in folded.files:
        sha = bytes.fromhex(item["sha"])
        named.append((sha, item["size"], str(item.get("mime", "")), None))
    for item in folded.files:
        preview = read_preview(item)
        if preview is not None:
            named.append((preview.sha, preview.size, PREVIEW_MIME, bytes.fromhex(item["sha"])))
    for sha, size, mime, preview_of in named:
        store.connection.execute(
            "INSERT OR IGNORE INTO blob(sha, size, mime, present) VALUES (?, ?, ?, 0)",
            (sha, size, mime),
        )
        store.connection.execute(
            "INSERT OR IGNORE INTO announced(event, sha, report, own, preview_of)"
            " VALUES (?, ?, ?, ?, ?)",
            (folded.latest, sha, folded.first.id, int(own), preview_of),
        )
