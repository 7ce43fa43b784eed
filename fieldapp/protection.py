"""Protected reports at a desk: to whom they are sealed, and reading them, which leaves a trace."""

from collections.abc import Mapping, Sequence
from typing import Any

from fieldapp.changes import NOTHING, Changes
from fieldapp.errors import FieldError, Remedy
from fieldapp.event import protected
from fieldapp.event.chain import Event
from fieldapp.event.kinds import Kind
from fieldapp.event.protected import OpenedSeal
from fieldapp.event.signing import stream_id
from fieldapp.mission.roster import Member
from fieldapp.people import Desk
from fieldapp.store import journal, projections
from fieldapp.store.blobs import put_blob, read_blob
from fieldapp.store.errors import NotFound
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.store.reads import ReportDetail
from fieldapp.units import EventId, Sha256


class NoHolders(FieldError):
    """HQ's roster, as it is known here, names nobody who could open the report."""

    code = "protected.no-holders"
    remedy = Remedy.ASK_HQ
    text = (
        "HQ has not named anybody yet who may read such a report. It stays here as your draft, "
        "and you can file it once HQ has."
    )


class ReportSealed(FieldError):
    """What cannot be read any more cannot be changed or added to."""

    code = "protected.sealed"
    remedy = Remedy.NONE
    text = (
        "This report is sealed, and nobody on this laptop can open it any more. "
        "To correct it or add to it, file a new report that names its number."
    )


class InPerson(FieldError):
    """Words about a protected report would stand beside it for everybody to read."""

    code = "protected.in-person"
    remedy = Remedy.NONE
    text = "Nothing is written about a sealed report. Speak with the person themselves."


class NoPhotos(FieldError):
    """A photo was given with a report about somebody who must not be found."""

    code = "protected.photos"
    remedy = Remedy.CHECK_INPUT
    text = "Such a report takes no photos: a picture could lead to a person. Nothing was filed."


class NotHolder(FieldError):
    """Taking a protected report over is for those to whom it was sealed."""

    code = "protected.role"
    remedy = Remedy.ASK_HQ
    text = "Only a protection officer who can open this report can take it over."


def holders(desk: Desk) -> tuple[Member, ...]:
    """Who may read protected reports that are filed now, as HQ's roster held here says."""
    return projections.roster(desk.store, stream_id(desk.profile.admin)).holders()


def readers(desk: Desk, report: EventId) -> tuple[str, ...]:
    """Names of the people to whom a report was sealed, as far as they are known here."""
    content = _event(desk, report).content() or {}
    known = projections.roster(desk.store, stream_id(desk.profile.admin)).members.values()
    found = [member for member in known if protected.sealed_to(content, member.inbox)]
    return tuple(sorted(member.person for member in found))


def sealed_content(
    desk: Desk, clear: Mapping[str, str], secret: Mapping[str, Any], photos: Sequence[bytes]
) -> dict[str, Any]:
    """The payload of a protected report, its photos kept sealed, inside the running transaction.

    Raises:
        NoHolders: nobody could ever open it.
        BadPayload: too long.
    """
    inboxes = [member.inbox for member in holders(desk)]
    if not inboxes:
        raise NoHolders()
    made = protected.seal(desk.stream, clear, secret, photos, inboxes, desk.entropy)
    for photo in made.photos:
        put_blob(desk.store, photo, protected.SEALED_MIME)
    return dict(made.content)


def can_open(desk: Desk, report: EventId) -> bool:
    """Whether a protected report held here was sealed to this person."""
    content = _event(desk, report).content() or {}
    return protected.sealed_to(content, desk.keys.inbox_public())


def note_opening(desk: Desk, report: EventId) -> Changes:
    """Signs that this person opens a protected report, once from unlocking to locking.

    Raises:
        SealedToOthers, SealBroken, NotFound: it does not open here, and nothing was signed.
        StreamClosed, StoreFull: nothing was signed.
    """
    _open(desk, report)
    if report in desk.opened:
        return NOTHING
    with desk.store.write():
        content = {"v": 1, "what": "read"}
        journal.append(
            desk.store, desk.signing, Kind.EXPORT, content, entropy=desk.entropy, obj=report
        )
    desk.opened.add(report)
    return Changes(journal=True, delivery=True)


def open_report(desk: Desk, report: EventId) -> OpenedSeal:
    """The inner text of a protected report; nothing of it is kept.

    Raises:
        SealedToOthers, SealBroken, NotFound: it does not open here.
        ValueError: `note_opening` was not called.
    """
    if report not in desk.opened:
        raise ValueError("no opening without a trace")
    return _open(desk, report)


def open_photo(desk: Desk, report: EventId, number: int) -> bytes:
    """A photo of a protected report by its place, from 0; raises as `open_report`."""
    opened = open_report(desk, report)
    listed = (_event(desk, report).content() or {}).get("files", [])
    if number >= len(listed):
        raise NotFound("This photo is not part of the report.")
    return opened.photo(number, read_blob(desk.store, Sha256(bytes.fromhex(listed[number]["sha"]))))


def check_takes_over(desk: Desk, detail: ReportDetail, *, wordless: bool) -> None:
    """Returns when this person may take a protected report over; raises `NotHolder`, `InPerson`."""
    judges = desk.role().judges(protected=True)
    if not judges or not can_open(desk, detail.row.id):
        raise NotHolder()
    if not wordless:
        raise InPerson()


def _open(desk: Desk, report: EventId) -> OpenedSeal:
    return protected.open_seal(_event(desk, report), desk.keys.inbox_seed)


def _event(desk: Desk, report: EventId) -> Event:
    row = desk.store.row(
        f"SELECT {EVENT_COLUMNS} FROM event e WHERE e.report = ? AND e.id = ?", (report, report)
    )
    if row is None:
        raise NotFound()
    return read_event(row)
