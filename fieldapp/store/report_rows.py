"""What reading answers with: frozen rows about reports, with nothing to change in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fieldapp.store.timeliness import Late
from fieldapp.units import ByteCount, EventId, Sha256, StreamId, UtcMillis


class Delivery(StrEnum):
    """What HQ is proved to hold of a report written here."""

    WAITING = "waiting"
    REFUSED = "refused"
    TEXT_RECEIVED = "text-received"
    RECEIVED = "received"
    HELD = "held"
    FROM_HQ = "from-hq"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in a list.

    Args:
        n: its place in this store; larger is newer.
        id: its id.
        ref: report number as people write it.
        type: short type, as in the report number.
        form: id of the form it was written with.
        what: code of the category or kind of restriction.
        precedence: code; empty where the source gives none.
        classification: code.
        state: ``new``, ``accepted``, ``asked``, ``rejected`` or ``withdrawn``.
        recheck: the verdict was given on an older revision or before an answer.
        questions: questions not answered yet.
        revision: 0 as filed.
        place: name of the place.
        grid: grid as text, or empty.
        happened: when it happened, or None.
        filed: when it was filed, by its author's clock.
        changed: when anything was last added to it.
        author: person, or empty while unknown here.
        unit: unit code of the author.
        own: written on this laptop.
        files: photos and files.
        history: taken from an older source, not reported at the time.
        delivery: what HQ holds of it.
        doubted: something in it was signed after HQ had withdrawn the author's key.
        removed: when its text was removed from this laptop, or None while it is here.
        protected: sealed to a few people; see `fieldapp.event.protected`.
        ended: when what it tells of was over, as its author says; None where no deadline runs.
        signed: when it was filed, by HQ's clock; None where that cannot be told.
        received: when HQ first had it, or None.
    """

    n: int
    id: EventId
    ref: str
    type: str
    form: str
    what: str
    precedence: str
    classification: str
    state: str
    recheck: bool
    questions: int
    revision: int
    place: str
    grid: str
    happened: UtcMillis | None
    filed: UtcMillis
    changed: UtcMillis
    author: str
    unit: str
    own: bool
    files: int
    history: bool
    delivery: Delivery
    doubted: bool = False
    removed: UtcMillis | None = None
    protected: bool = False
    ended: UtcMillis | None = None
    signed: UtcMillis | None = None
    received: UtcMillis | None = None


class Sort(StrEnum):
    """What a list is sorted by; the value is the column of the folded table."""

    MOMENT = "moment"
    WHAT = "what"
    PLACE = "place"
    GRID = "grid"
    NUMBER = "ref"
    STATE = "state"


Key = tuple[str | int, int]
"""Where a page ends: the value it is sorted by, and the report's place in the store."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted; reports of one value are always the newest first.

    Args:
        by: the column.
        rising: smallest first.
    """

    by: Sort = Sort.MOMENT
    rising: bool = False


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports: empty fields do not filter.

    Args:
        text: words, as typed.
        types: short types.
        states: see `ReportRow.state`.
        units: unit codes of the authors.
        to_do: only reports that wait for a reviewer.
        own: only those written on this laptop.
        since: not before this moment.
        until: before this moment.
        late: how they stand with their deadline.
        now: this laptop's clock, for ``late`` alone.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    to_do: bool = False
    own: bool = False
    since: UtcMillis | None = None
    until: UtcMillis | None = None
    late: tuple[Late, ...] = ()
    now: UtcMillis | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the key to ask for the next ones with; None at the end."""

    rows: tuple[ReportRow, ...]
    after: Key | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a report's content."""

    event: EventId
    number: int
    t: UtcMillis
    reason: str
    note: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of what happened to a report; see `fieldapp.store.folding.Entry`."""

    event: EventId
    kind: str
    author: str
    t: UtcMillis
    text: str
    reason: str
    on: EventId | None
    revision: int | None
    received: UtcMillis | None
    own: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """A photo or file of a report.

    Args:
        sha: its hash.
        name: as the author's file was called.
        mime: its media type, or empty.
        size: bytes.
        here: whether its bytes are on this laptop.
        at_hq: whether HQ holds all of it.
        preview: the preview to show until it is here; None where none is on this laptop.
    """

    sha: Sha256
    name: str
    mime: str
    size: ByteCount
    here: bool
    at_hq: bool
    preview: Sha256 | None = None


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """Everything about one report."""

    row: ReportRow
    author: StreamId
    revisions: tuple[Revision, ...]
    history: tuple[HistoryLine, ...]
    files: tuple[FileRow, ...]
