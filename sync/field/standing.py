"""Where a person stands with HQ, and what of the laptop's work HQ has: the one source for words.

Command line, status strip and outbox all say what stands here, so that they cannot disagree.
"""

from dataclasses import dataclass
from enum import StrEnum

from fieldapp.errors import FieldError, all_codes
from fieldapp.people import Desk
from fieldapp.store import outbox
from fieldapp.store.database import Store
from fieldapp.store.journal import StreamClosed
from fieldapp.store.outbox import OutboxTotals
from fieldapp.units import StreamId
from sync.field.enrol import code_of
from sync.field.errors import AccessWithdrawn, CodeNeeded, RefusedCode
from sync.field.spool import Rank

ACTIVE, REVOKED = "active", "revoked"
"""What HQ says of a person whom it let in, and of one in whom it has ended its trust."""


class Admission(StrEnum):
    """IN: HQ let the person in. ASKED: a request is on its way or with HQ. CODE_NEEDED: none is.
    WITHDRAWN: HQ ended its trust. CLOSED: this laptop was set back to an older copy.
    """

    IN = "in"
    ASKED = "asked"
    CODE_NEEDED = "code-needed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known on this laptop, from HQ's answers and the store.

    Args:
        admission: see `Admission`.
        totals: what waits, was refused, is held at HQ, or stands in a closed stream.
        trouble: why nothing more reaches HQ until somebody does something; None while it does.
    """

    admission: Admission
    totals: OutboxTotals
    trouble: type[FieldError] | None = None


def read_standing(desk: Desk) -> Standing:
    """The standing of the person at a desk; runs on the lane."""
    admission, trouble = _admission(desk)
    return Standing(admission, outbox.totals(desk.store), trouble)


def note_state(store: Store, stream: StreamId, state: str) -> bool:
    """Keeps what HQ said of a person when their inbox was read, empty where it said nothing.

    Returns:
        Whether it is something new.
    """
    if not state or state == store.setting(_name(stream)):
        return False
    store.set_setting(_name(stream), state)
    return True


def told(standing: Standing) -> str:
    """What HQ has, in plain English; "HQ has everything" only on its signed word."""
    totals = standing.totals
    parts = [
        _counted(totals.refused, "HQ refused 1 record.", "HQ refused {} records."),
        _counted(totals.records - totals.closed, "1 record waits.", "{} records wait."),
        _counted(
            totals.closed,
            "1 record stands under a name that is closed: file it again under another.",
            "{} records stand under a name that is closed: file them again under another.",
        ),
        _counted(totals.photos, "1 photo waits.", "{} photos wait."),
        _counted(
            totals.held,
            "HQ could not read 1 record that it has; a person there looks at it.",
            "HQ could not read {} records that it has; a person there looks at them.",
        ),
    ]
    found = " ".join(part for part in parts if part)
    if not totals.records and not totals.photos:
        everything = "HQ has everything." if totals.last_receipt else "Nothing to send yet."
        found = f"{everything} {found}".rstrip()
    if standing.admission is Admission.ASKED:
        found = f"HQ has not let this person in yet. {found}"
    return found


def _admission(desk: Desk) -> tuple[Admission, type[FieldError] | None]:
    store, stream = desk.store, desk.stream
    open_here = store.row("SELECT open FROM stream WHERE id = ?", (stream,))
    if open_here is not None and not open_here[0]:
        return Admission.CLOSED, StreamClosed
    listed = store.row("SELECT vouched, good_upto FROM person WHERE stream = ?", (stream,))
    if store.setting(_name(stream)) == REVOKED or (listed is not None and listed[1] is not None):
        return Admission.WITHDRAWN, AccessWithdrawn
    first = store.rows(
        "SELECT a.event, f.name, f.parked FROM event e LEFT JOIN arrival a ON a.event = e.id"
        " LEFT JOIN frame_event fe ON fe.event = e.id LEFT JOIN frame f ON f.name = fe.frame"
        " WHERE e.stream = ? AND e.own = 1 AND e.seq = 0",
        (stream,),
    )
    if (listed is not None and listed[0]) or any(arrived is not None for arrived, _, _ in first):
        return Admission.IN, None
    asked = {parked for _, name, parked in first if name and Rank.of(name) is Rank.ENROL}
    if None in asked or (not asked and code_of(store, stream)):
        return Admission.ASKED, None
    return Admission.CODE_NEEDED, _refusal(next(iter(asked), ""))


def _refusal(code: str) -> type[FieldError]:
    """What HQ said to the request, as an error; without one a code is simply needed."""
    return all_codes().get(code, RefusedCode) if code else CodeNeeded


def _counted(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(count)


def _name(stream: StreamId) -> str:
    return f"access.{stream.hex()}"
