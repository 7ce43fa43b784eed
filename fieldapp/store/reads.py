"""What screens and verbs read: frozen rows, newest first, paged by key and never by offset."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from fieldapp.photos.previews import read_preview
from fieldapp.store.database import Row, Store
from fieldapp.store.errors import NotFound, SeveralFound
from fieldapp.store.folding import ASKED, NEW, Entry, Folded
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.store.projections import folded_report
from fieldapp.store.report_rows import (
    Delivery,
    FileRow,
    HistoryLine,
    Key,
    Order,
    Page,
    ReportDetail,
    ReportFilter,
    ReportRow,
    Revision,
    Sort,
)
from fieldapp.store.search import match_expression
from fieldapp.store.timeliness import RECEIVED, condition
from fieldapp.units import ByteCount, EventId, Sha256, StreamId, UtcMillis

__all__ = [
    "NEWEST",
    "Delivery",
    "FileRow",
    "HistoryLine",
    "Key",
    "Order",
    "Page",
    "ReportDetail",
    "ReportFilter",
    "ReportRow",
    "Revision",
    "Sort",
]

_DELIVERY = """
 CASE WHEN r.own = 0 THEN 'from-hq'
  WHEN EXISTS(SELECT 1 FROM event e LEFT JOIN arrival a ON a.event = e.id
    JOIN frame_event fe ON fe.event = e.id JOIN frame f ON f.name = fe.frame
    WHERE e.report = r.id AND e.own = 1 AND a.event IS NULL AND f.parked IS NOT NULL)
   THEN 'refused'
  WHEN EXISTS(SELECT 1 FROM event e LEFT JOIN arrival a ON a.event = e.id
    WHERE e.report = r.id AND e.own = 1 AND a.event IS NULL) THEN 'waiting'
  WHEN EXISTS(SELECT 1 FROM event e JOIN arrival a ON a.event = e.id
    WHERE e.report = r.id AND a.held = 1) THEN 'held'
  WHEN r.files AND EXISTS(SELECT 1 FROM announced an JOIN blob b ON b.sha = an.sha
    WHERE an.report = r.id AND an.preview_of IS NULL AND b.hq_complete = 0) THEN 'text-received'
  ELSE 'received' END
"""
_DOUBTED = """
 p.good_upto IS NOT NULL AND EXISTS(SELECT 1 FROM event e
  WHERE e.report = r.id AND e.stream = r.stream AND e.seq >= p.good_upto)
"""
_COLUMNS = f"""
 r.n, r.id, r.ref, r.type, r.form, r.what, r.precedence, r.classification, r.state, r.recheck,
 r.questions, r.revision, r.place, r.grid, r.happened, r.filed, r.changed,
 coalesce(p.person, ''), coalesce(p.unit, ''), r.own, r.files, r.history, {_DELIVERY}, {_DOUBTED},
 (SELECT t FROM stub WHERE event = r.id), r.protected, r.ended, r.signed,
 {RECEIVED}
"""
_FROM = " FROM report r LEFT JOIN person p ON p.stream = r.stream"
_THE_REPORT = "r.n = (SELECT n FROM event WHERE report = ? AND id = ?)"
_BARE = " FROM report r"
_BARE_WORDS = " FROM report_words w CROSS JOIN report r ON r.n = w.rowid"
NEWEST = Order()
"""By the moment they happened, the latest first."""
_TEXTS = (Sort.WHAT, Sort.PLACE, Sort.GRID, Sort.NUMBER, Sort.STATE)
_FROM_WORDS = f"{_BARE_WORDS} LEFT JOIN person p ON p.stream = r.stream"


def page(
    store: Store,
    wanted: ReportFilter,
    after: Key | None = None,
    limit: int = 50,
    order: Order = NEWEST,
) -> Page:
    """The reports that fit, from the key ``after`` on; see `Order`.

    Newest first with words means by the moment they reached this store, which the index answers
    without sorting.
    """
    where, values = _conditions(wanted)
    by_words = match_expression(wanted.text) is not None
    column = f"r.{order.by.value}"
    if order.by in _TEXTS:
        column += " COLLATE NOCASE"
    run = "ASC" if order.rising else "DESC"
    sorting = f"{column} {run}, r.n DESC"
    by_index = by_words and order == NEWEST
    if by_index:
        # The index gives its rows in this order by itself, as long as nothing else is asked of it.
        column, sorting = "w.rowid", "w.rowid DESC"
    if after is not None:
        if by_index:
            where.append("w.rowid < ?")
            values.append(after[1])
        elif order.rising:
            where.append(f"({column} > ? OR ({column} = ? AND r.n < ?))")
            values.extend((after[0], *after))
        else:
            where.append(f"({column}, r.n) < (?, ?)")
            values.extend(after)
    source = _BARE_WORDS if by_words else _BARE
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    # Only keys are sorted; what is costly to know is looked up for the rows that are shown.
    keys = f"SELECT r.n AS n, {column} AS key{source}{condition} ORDER BY {sorting} LIMIT ?"
    rows = store.rows(
        f"SELECT {_COLUMNS}, k.key FROM ({keys}) k CROSS JOIN report r ON r.n = k.n"
        f" LEFT JOIN person p ON p.stream = r.stream ORDER BY k.key {run}, r.n DESC",
        [*values, limit],
    )
    found = tuple(_report_row(row) for row in rows)
    return Page(found, (rows[-1][-1], rows[-1][0]) if len(rows) == limit else None)


def to_review(store: Store, text: str = "", limit: int = 500) -> tuple[ReportRow, ...]:
    """Reports that wait for a reviewer: by precedence, within it the one filed first."""
    where, values = _conditions(ReportFilter(text=text, to_do=True))
    source = _FROM if match_expression(text) is None else _FROM_WORDS
    rows = store.rows(
        f"SELECT {_COLUMNS}{source} WHERE {' AND '.join(where)}"
        " ORDER BY CASE r.precedence WHEN 'FLASH' THEN 0 WHEN 'IMMEDIATE' THEN 1"
        " WHEN 'PRIORITY' THEN 2 ELSE 3 END, r.filed, r.n LIMIT ?",
        [*values, limit],
    )
    return tuple(_report_row(row) for row in rows)


def rows_at(store: Store, places: Sequence[int]) -> tuple[ReportRow, ...]:
    """The reports at these places of the store, `ReportRow.n`, in their order."""
    found = store.rows(
        f"SELECT {_COLUMNS}{_FROM} WHERE r.n IN ({','.join('?' * len(places))})", list(places)
    )
    order = {n: at for at, n in enumerate(places)}
    return tuple(sorted(map(_report_row, found), key=lambda row: order[row.n]))


def count(store: Store, wanted: ReportFilter) -> int:
    """How many reports fit."""
    where, values = _conditions(wanted)
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    source = _BARE if match_expression(wanted.text) is None else _BARE_WORDS
    row = store.row(f"SELECT count(*){source}{condition}", values)
    return 0 if row is None else int(row[0])


def find_report(store: Store, name: str) -> EventId:
    """The report with this number or hex id; raises `NotFound`, or `SeveralFound` for a number."""
    ref = name.strip().upper()
    rows = store.rows(
        "SELECT r.id FROM report_words w CROSS JOIN report r ON r.n = w.rowid"
        " WHERE w.words MATCH ? AND r.ref = ? LIMIT 2",
        (match_expression(ref) or '""', ref),
    )
    if len(rows) > 1:
        raise SeveralFound()
    if not rows:
        try:
            wanted = bytes.fromhex(name)
        except ValueError:
            wanted = b""
        rows = store.rows(f"SELECT r.id FROM report r WHERE {_THE_REPORT}", (wanted, wanted))
    if not rows:
        raise NotFound()
    return EventId(rows[0][0])


def detail(store: Store, report: EventId) -> ReportDetail:
    """Everything about one report; raises `NotFound`."""
    row = store.row(f"SELECT {_COLUMNS}, r.stream{_FROM} WHERE {_THE_REPORT}", (report, report))
    if row is None:
        raise NotFound()
    folded = folded_report(store, report)
    if folded is None:
        raise NotFound()
    return ReportDetail(
        row=_report_row(row),
        author=StreamId(row[-1]),
        revisions=_revisions(store, folded),
        history=tuple(_line(store, report, entry) for entry in folded.entries),
        files=_files(store, report),
    )


def _line(store: Store, report: EventId, entry: Entry) -> HistoryLine:
    found = store.row(
        "SELECT e.own, a.t, coalesce(p.person, '') FROM event e"
        " LEFT JOIN arrival a ON a.event = e.id LEFT JOIN person p ON p.stream = e.stream"
        " WHERE e.report = ? AND e.id = ?",
        (report, entry.event),
    )
    own, received, author = found if found is not None else (0, None, "")
    return HistoryLine(
        event=entry.event,
        kind=entry.kind,
        author=author,
        t=entry.t,
        text=entry.text,
        reason=entry.reason,
        on=entry.on,
        revision=entry.revision,
        received=received,
        own=bool(own),
    )


def _revisions(store: Store, folded: Folded) -> tuple[Revision, ...]:
    found = []
    for entry in folded.entries:
        if entry.revision is None:
            continue
        row = store.row(
            f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.report = ? AND e.id = ?",
            (folded.first.id, entry.event),
        )
        content = None if row is None else read_event(row).content()
        found.append(
            Revision(entry.event, entry.revision, entry.t, entry.reason, entry.text, content or {})
        )
    return tuple(found)


def _files(store: Store, report: EventId) -> tuple[FileRow, ...]:
    named: dict[str, Mapping[str, Any]] = {}
    for row in store.rows(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.report = ? ORDER BY e.n", (report,)
    ):
        content = read_event(row).content()
        for item in (content or {}).get("files", ()):
            named[str(item["sha"])] = item
    states = {
        row[0].hex(): row
        for row in store.rows(
            "SELECT b.sha, b.size, b.mime, b.present, b.hq_complete, an.own FROM announced an"
            " JOIN blob b ON b.sha = an.sha WHERE an.report = ? AND an.preview_of IS NULL",
            (report,),
        )
    }
    previews = frozenset(
        row[0]
        for row in store.rows(
            "SELECT b.sha FROM announced an JOIN blob b ON b.sha = an.sha"
            " WHERE an.report = ? AND an.preview_of IS NOT NULL AND b.present = 1",
            (report,),
        )
    )
    order = {sha: place for place, sha in enumerate(named)}
    return tuple(
        FileRow(
            Sha256(state[0]),
            str(named.get(sha, {}).get("name", "")),
            state[2],
            ByteCount(state[1]),
            bool(state[3]),
            bool(state[4]) or not state[5],
            _shown_before(named.get(sha, {}), previews),
        )
        for sha, state in sorted(states.items(), key=lambda item: order.get(item[0], len(order)))
    )


def _shown_before(item: Mapping[str, Any], held: Collection[bytes]) -> Sha256 | None:
    preview = read_preview(item)
    return preview.sha if preview is not None and preview.sha in held else None


def _conditions(wanted: ReportFilter) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    expression = match_expression(wanted.text)
    if expression is not None:
        where.append("w.words MATCH ?")
        values.append(expression)
    elif wanted.text.strip():
        where.append("0")
    for column, chosen in (("type", wanted.types), ("state", wanted.states)):
        if chosen:
            where.append(f"r.{column} IN ({','.join('?' * len(chosen))})")
            values.extend(chosen)
    if wanted.units:
        several = ",".join("?" * len(wanted.units))
        where.append(f"r.stream IN (SELECT stream FROM person WHERE unit IN ({several}))")
        values.extend(wanted.units)
    if wanted.to_do:
        where.append(
            f"(r.state = '{NEW}' OR r.recheck OR (r.state = '{ASKED}' AND r.questions = 0))"
        )
        where.append("r.history = 0 AND r.protected = 0")
    if wanted.own:
        where.append("r.own = 1")
    for sign, moment in ((">=", wanted.since), ("<", wanted.until)):
        if moment is not None:
            where.append(f"r.moment {sign} ?")
            values.append(moment)
    if wanted.late:
        sql, found = condition(wanted.late, wanted.now or UtcMillis(0))
        where.append(sql)
        values.extend(found)
    return where, values


def _report_row(row: Row) -> ReportRow:
    (n, report, ref, kind, form, what, precedence, classification, state, recheck, *rest) = row
    questions, revision, place, grid, happened, filed, changed, author, unit, *last = rest
    own, files, history, delivery, doubted, removed, protected, *times = last[:10]
    ended, signed, received = (None if t is None else UtcMillis(t) for t in times)
    return ReportRow(
        n=n,
        id=EventId(report),
        ref=ref,
        type=kind,
        form=form,
        what=what,
        precedence=precedence,
        classification=classification,
        state=state,
        recheck=bool(recheck),
        questions=questions,
        revision=revision,
        place=place,
        grid=grid,
        happened=happened,
        filed=UtcMillis(filed),
        changed=UtcMillis(changed),
        author=author,
        unit=unit,
        own=bool(own),
        files=files,
        history=bool(history),
        delivery=Delivery(delivery),
        doubted=bool(doubted),
        removed=None if removed is None else UtcMillis(removed),
        protected=bool(protected),
        ended=ended,
        signed=signed,
        received=received,
    )
