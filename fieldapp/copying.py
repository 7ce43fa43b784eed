"""What leaves the encrypted store in clear: noted as signed records, so that HQ can tell."""

from enum import StrEnum

from fieldapp.changes import Changes
from fieldapp.event.kinds import Kind
from fieldapp.people import Desk
from fieldapp.protection import ReportSealed
from fieldapp.store import journal, reads
from fieldapp.units import EventId


class CopyKind(StrEnum):
    """How a report was copied."""

    PDF = "pdf"
    PAPER = "paper"


def note_copy(desk: Desk, report: EventId, kind: CopyKind) -> Changes:
    """Signs that this person makes a copy of a report that anybody can read who holds it.

    Raises:
        NotFound, ReportSealed, StreamClosed, StoreFull: nothing was signed; make no copy.
    """
    if reads.detail(desk.store, report).row.protected:
        raise ReportSealed()
    content = {"v": 1, "what": "copy", "as": kind.value}
    with desk.store.write():
        journal.append(
            desk.store, desk.signing, Kind.EXPORT, content, entropy=desk.entropy, obj=report
        )
    return Changes(journal=True, delivery=True)
