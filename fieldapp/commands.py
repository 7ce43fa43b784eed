"""The verbs: each is one transaction, durable when it returns, and answers with what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.changes import Changes
from fieldapp.errors import FieldError, Remedy
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.protected import MORE_BYTES
from fieldapp.forms.finished import Finished
from fieldapp.people import Desk
from fieldapp.photos.previews import PREVIEW_BYTES, PREVIEW_MIME
from fieldapp.protection import InPerson, ReportSealed, check_takes_over, sealed_content
from fieldapp.store import ballast, drafts, journal, projections, reads
from fieldapp.store.blobs import put_blob
from fieldapp.store.folding import WITHDRAWN
from fieldapp.store.serials import allot
from fieldapp.units import MIB, EventId

RANKS: Mapping[str, int] = {"FLASH": 0, "IMMEDIATE": 1, "PRIORITY": 2, "ROUTINE": 3}
"""Order of sending by the report's precedence code."""
MAX_FILE_BYTES = 25 * MIB
MAX_FILES = 20
VERDICT_WORDS = ("accept", "ask", "reject")


class NotYours(FieldError):
    """Only a report's author changes it."""

    code = "report.not-yours"
    remedy = Remedy.NONE
    text = "Only the person who wrote this report can change it. You can ask them a question."


class Withdrawn(FieldError):
    """A withdrawn report stays as it is."""

    code = "report.withdrawn"
    remedy = Remedy.NONE
    text = "This report was withdrawn. It can be read, but not changed any more."


class TextRemoved(FieldError):
    """A correction replaces the whole text, which is not here any more."""

    code = "report.text-removed"
    remedy = Remedy.NONE
    text = (
        "The text of this report was removed from this laptop after HQ received it. "
        "To correct it, file a new report that names its number."
    )


class ReasonMissing(FieldError):
    """A change to a filed report says why."""

    code = "report.reason"
    remedy = Remedy.CHECK_INPUT
    text = "Please say why the report changes. The reason is kept with it."


class TextMissing(FieldError):
    """A question, answer or refusal needs words."""

    code = "review.text"
    remedy = Remedy.CHECK_INPUT
    text = "Please write a few words. The other side sees them."


class NotReviewer(FieldError):
    """HQ's roster does not let this person give verdicts."""

    code = "review.role"
    remedy = Remedy.ASK_HQ
    text = "Only an operations officer whom HQ has approved can review reports."


class FileEmpty(FieldError):
    """A photo or file without a single byte."""

    code = "file.empty"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file is empty. Choose it again, or another one."


class NothingAsked(FieldError):
    """What is to be answered is no question of this report."""

    code = "review.nothing-asked"
    remedy = Remedy.NONE
    text = "HQ has not asked this question about this report. Look at the report again."


class FileTooLarge(FieldError):
    """A photo or file is above the limit, or there are too many."""

    code = "file.too-large"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "A report takes up to 20 files of at most 25 MB each. Choose a smaller file."


@dataclass(frozen=True, slots=True)
class NewFile:
    """A photo or file to go with a report.

    Args:
        content: its bytes.
        mime: its media type.
        name: a name to show.
        preview: a small JPEG that goes before it, of at most `PREVIEW_BYTES`; empty for none.
    """

    content: bytes
    mime: str
    name: str
    preview: bytes = b""

    def __post_init__(self) -> None:
        if len(self.preview) > PREVIEW_BYTES:
            raise ValueError("preview")


@dataclass(frozen=True, slots=True)
class Filed:
    """What filing made: the report, its number for people, and what changed."""

    report: EventId
    ref: str
    changes: Changes


_REPORT_CHANGES = Changes(reports=True, drafts=True, journal=True, delivery=True)


def file_report(
    desk: Desk,
    finished: Finished,
    files: Sequence[NewFile] = (),
    draft: str | None = None,
    ref: str = "",
) -> Filed:
    """Signs and keeps a new report, and lets its draft go, all at once.

    A protected one is sealed first; from then on its author cannot read it either.

    Args:
        desk: the person who reports.
        finished: checked answers.
        files: photos and files.
        draft: id of the draft it was written in.
        ref: the number that the draft was given; see `fieldapp.raising`.

    Raises:
        FileTooLarge, NoRoomForPhotos, BadPayload, NoHolders, StreamClosed, StoreFull: nothing was
            changed.
    """
    sealed = finished.protected
    _check_files(desk, files, most=MAX_FILE_BYTES - MORE_BYTES if sealed else MAX_FILE_BYTES)
    with desk.store.write():
        ref = ref or allot(desk.store, desk.stream, finished.kind)
        content = (_sealed if sealed else _content)(desk, finished, ref, files)
        rank = _rank(finished)
        event = journal.append(
            desk.store,
            desk.signing,
            Kind.FLASH if rank == 0 else Kind.REPORT,
            content,
            entropy=desk.entropy,
            rank=rank,
            ctype=ContentType.PROTECTED if sealed else ContentType.JSON,
        )
        projections.project_first(desk.store, event)
        if draft is not None:
            (drafts.forget_draft if sealed else drafts.delete_draft)(desk.store, draft)
    return Filed(event.id, ref, _REPORT_CHANGES)


def amend_report(
    desk: Desk,
    report: EventId,
    finished: Finished,
    reason: str,
    note: str = "",
    files: Sequence[NewFile] = (),
    draft: str | None = None,
) -> Changes:
    """Adds a revision: a whole new version with the reason; earlier ones stay readable.

    Photos of earlier revisions stay with the report; ``files`` are added.

    Raises:
        NotYours, Withdrawn, ReportSealed, TextRemoved, ReasonMissing, FileTooLarge,
            NoRoomForPhotos, NotFound:
            nothing was changed.
    """
    if not reason:
        raise ReasonMissing()
    _check_files(desk, files)
    with desk.store.write():
        detail = _own_open_report(desk, report, changes_text=True)
        if detail.row.removed is not None:
            raise TextRemoved()
        kept = detail.revisions[-1].content.get("files", [])
        content = {
            **_content(desk, finished, detail.row.ref, files),
            "reason": reason,
            "note": note,
            "revision": detail.row.revision + 1,
        }
        content["files"] = [*kept, *content["files"]]
        _append(desk, report, Kind.AMEND, content, _rank(finished))
        if draft is not None:
            drafts.delete_draft(desk.store, draft)
    return _REPORT_CHANGES


def withdraw_report(desk: Desk, report: EventId, reason: str, note: str = "") -> Changes:
    """Marks an own report as reported in error; it stays readable everywhere.

    Raises:
        NotYours, Withdrawn, ReasonMissing, NotFound: nothing was changed.
        InPerson: a note on a protected report.
    """
    if not reason:
        raise ReasonMissing()
    with desk.store.write():
        detail = _own_open_report(desk, report)
        if detail.row.protected and note:
            raise InPerson()
        rank = RANKS.get(detail.row.precedence, journal.ROUTINE)
        _append(desk, report, Kind.WITHDRAW, {"reason": reason, "note": note}, rank)
    return _REPORT_CHANGES


def attach_files(desk: Desk, report: EventId, files: Sequence[NewFile], note: str = "") -> Changes:
    """Adds photos or files to an own report that is filed already.

    Raises:
        NotYours, Withdrawn, ReportSealed, FileTooLarge, NoRoomForPhotos, NotFound: nothing was
            changed.
    """
    with desk.store.write():
        detail = _own_open_report(desk, report, changes_text=True)
        _check_files(desk, files, already=len(detail.files))
        rank = RANKS.get(detail.row.precedence, journal.ROUTINE)
        content = {"files": _keep_files(desk, files), "note": note}
        _append(desk, report, Kind.ATTACH, content, rank)
    return _REPORT_CHANGES | Changes(photos=True)


def review_report(desk: Desk, report: EventId, verdict: str, text: str = "") -> Changes:
    """Gives a verdict on the revision held here: ``accept``, ``ask`` or ``reject``.

    A question or refusal needs words. The author's text is never touched. A protected report can
    be taken over by who can open it; nothing is written about it.

    Raises:
        NotReviewer, Withdrawn, TextMissing, NotFound: nothing was changed.
        NotHolder, InPerson: the report is protected; nothing was changed.
    """
    if verdict not in VERDICT_WORDS:
        raise ValueError(verdict)
    if not desk.role().reads_log:
        raise NotReviewer()
    if verdict != "accept" and not text.strip():
        raise TextMissing()
    with desk.store.write():
        detail = reads.detail(desk.store, report)
        if detail.row.protected:
            check_takes_over(desk, detail, wordless=verdict == "accept" and not text)
        elif not desk.role().reviews:
            raise NotReviewer()
        if detail.row.state == WITHDRAWN:
            raise Withdrawn()
        seen = [line.event for line in detail.history if line.kind not in VERDICT_WORDS]
        content = {
            "verdict": verdict,
            "on": detail.revisions[-1].event.hex(),
            "seen": seen[-1].hex(),
            "text": text.strip(),
        }
        _append(desk, report, Kind.REVIEW, content, RANKS["IMMEDIATE"])
    return Changes(reports=True, journal=True, delivery=True)


def answer_question(desk: Desk, report: EventId, question: EventId, text: str) -> Changes:
    """Answers HQ's question on an own report.

    Raises:
        NotYours, Withdrawn, TextMissing, NothingAsked, NotFound: nothing was changed.
    """
    if not text.strip():
        raise TextMissing()
    with desk.store.write():
        detail = _own_open_report(desk, report)
        if not any(line.kind == "ask" and line.event == question for line in detail.history):
            raise NothingAsked()
        content = {"to": question.hex(), "text": text.strip()}
        _append(desk, report, Kind.ANSWER, content, RANKS["IMMEDIATE"])
    return Changes(reports=True, journal=True, delivery=True)


def import_history(desk: Desk, finished: Finished, origin: Mapping[str, Any], ref: str) -> Filed:
    """Signs one record of an older source; outside numbering, deadlines and timeliness.

    Args:
        desk: the importing officer, who is its author here.
        finished: answers; what the source does not say is missing and marked.
        origin: source, licence, the source's own id and what it does not say.
        ref: number that names it for people.
    """
    with desk.store.write():
        content = {**_content(desk, finished, ref, ()), "origin": dict(origin)}
        event = journal.append(
            desk.store, desk.signing, Kind.HISTORY, content, entropy=desk.entropy
        )
        projections.project_first(desk.store, event)
    return Filed(event.id, ref, _REPORT_CHANGES)


def _append(desk: Desk, report: EventId, kind: Kind, content: Mapping[str, Any], rank: int) -> None:
    journal.append(
        desk.store, desk.signing, kind, content, entropy=desk.entropy, obj=report, rank=rank
    )
    projections.project(desk.store, report)


def _own_open_report(
    desk: Desk, report: EventId, *, changes_text: bool = False
) -> reads.ReportDetail:
    detail = reads.detail(desk.store, report)
    if detail.author != desk.stream:
        raise NotYours()
    if detail.row.state == WITHDRAWN:
        raise Withdrawn()
    if changes_text and detail.row.protected:
        raise ReportSealed()
    return detail


def _sealed(desk: Desk, finished: Finished, ref: str, files: Sequence[NewFile]) -> dict[str, Any]:
    secret = {
        "language": finished.language,
        "answers": finished.answers,
        "typed": finished.typed,
        "files": [{"mime": file.mime, "name": file.name} for file in files],
    }
    clear = {
        "ref": ref,
        "type": finished.kind,
        "form": finished.form,
        "version": finished.version,
    }
    return sealed_content(desk, clear, secret, [file.content for file in files])


def _content(desk: Desk, finished: Finished, ref: str, files: Sequence[NewFile]) -> dict[str, Any]:
    return {
        "ref": ref,
        "type": finished.kind,
        "form": finished.form,
        "version": finished.version,
        "language": finished.language,
        "answers": finished.answers,
        "typed": finished.typed,
        "files": _keep_files(desk, files),
    }


def _keep_files(desk: Desk, files: Sequence[NewFile]) -> list[dict[str, Any]]:
    kept = []
    for file in files:
        item = _keep(desk, file.content, file.mime)
        item |= {"mime": file.mime, "name": file.name}
        if file.preview:
            item["preview"] = _keep(desk, file.preview, PREVIEW_MIME)
        kept.append(item)
    return kept


def _keep(desk: Desk, content: bytes, mime: str) -> dict[str, Any]:
    return {"sha": put_blob(desk.store, content, mime).hex(), "size": len(content)}


def _check_files(
    desk: Desk, files: Sequence[NewFile], already: int = 0, most: int = MAX_FILE_BYTES
) -> None:
    if len(files) + already > MAX_FILES or any(len(f.content) > most for f in files):
        raise FileTooLarge()
    if any(not f.content for f in files):
        raise FileEmpty()
    if files:
        ballast.check_photo_room(desk.home)


def _rank(finished: Finished) -> int:
    head = finished.answers.get("head")
    code = head.get("precedence", "") if isinstance(head, dict) else ""
    return RANKS.get(code, journal.ROUTINE)
