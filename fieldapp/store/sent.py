"""The sent book: own reports, newest first, with what HQ proved to hold and said of each."""

from dataclasses import dataclass

from fieldapp.store.database import Row, Store
from fieldapp.units import EventId, UtcMillis


@dataclass(frozen=True, slots=True)
class SentLine:
    """One own report.

    Args:
        n: its place in this store; larger is newer.
        report: its id.
        ref: report number.
        type: short type.
        form: id of the form it was written with.
        what: code of what it is about.
        precedence: code.
        filed: when it was filed, by this laptop's clock.
        received: when HQ received it as it was filed, or None.
        waiting: later records of it that HQ is not known to hold.
        revision: 0 as filed.
        state: see `fieldapp.store.report_rows.ReportRow`.
        recheck: HQ's verdict is older than the author's last record.
        photos: photos and files announced.
        photos_received: those that HQ holds whole.
        ended: when what it tells of was over, as it says, or None.
        signed: when it was filed, by HQ's clock; None where that cannot be told.
    """

    n: int
    report: EventId
    ref: str
    type: str
    form: str
    what: str
    precedence: str
    filed: UtcMillis
    received: UtcMillis | None
    waiting: int
    revision: int
    state: str
    recheck: bool
    photos: int
    photos_received: int
    ended: UtcMillis | None = None
    signed: UtcMillis | None = None
    own: bool = True
    history: bool = False


@dataclass(frozen=True, slots=True)
class SentPage:
    """Lines, and the key to ask for the next ones with; None at the end."""

    lines: tuple[SentLine, ...]
    after: int | None


_LINES = """
 SELECT r.n, r.id, r.ref, r.type, r.form, r.what, r.precedence, r.filed,
  (SELECT a.t FROM arrival a WHERE a.event = r.id),
  (SELECT count(*) FROM event e LEFT JOIN arrival a ON a.event = e.id
    WHERE e.report = r.id AND e.own = 1 AND a.event IS NULL AND e.id <> r.id),
  r.revision, r.state, r.recheck,
  (SELECT count(DISTINCT an.sha) FROM announced an
    WHERE an.report = r.id AND an.own = 1 AND an.preview_of IS NULL),
  (SELECT count(DISTINCT an.sha) FROM announced an JOIN blob b ON b.sha = an.sha
    WHERE an.report = r.id AND an.own = 1 AND an.preview_of IS NULL AND b.hq_complete = 1),
  r.ended, r.signed
 FROM report r
"""


def sent_page(store: Store, stream: bytes, after: int | None = None, limit: int = 100) -> SentPage:
    """Reports of one stream, the latest first, imported history left out.

    Args:
        store: an open store.
        stream: whose.
        after: key of the page before.
        limit: at most so many.
    """
    below = 2**62 if after is None else after
    rows = store.rows(
        f"{_LINES} WHERE r.own = 1 AND r.history = 0 AND r.stream = ? AND r.n < ?"
        " ORDER BY r.n DESC LIMIT ?",
        (stream, below, limit),
    )
    lines = tuple(_line(row) for row in rows)
    return SentPage(lines, lines[-1].n if len(lines) == limit else None)


def _line(row: Row) -> SentLine:
    n, report, ref, kind, form, what, precedence, filed, received, waiting, *rest = row
    revision, state, recheck, photos, photos_received, ended, signed = rest
    return SentLine(
        n=n,
        report=EventId(report),
        ref=ref,
        type=kind,
        form=form,
        what=what,
        precedence=precedence,
        filed=UtcMillis(filed),
        received=None if received is None else UtcMillis(received),
        waiting=waiting,
        revision=revision,
        state=state,
        recheck=bool(recheck),
        photos=photos,
        photos_received=photos_received,
        ended=None if ended is None else UtcMillis(ended),
        signed=None if signed is None else UtcMillis(signed),
    )
