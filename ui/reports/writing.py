"""A report being written: its session in memory, and how it is kept and filed on the lane."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from fieldapp.changes import Changes
from fieldapp.commands import Filed, NewFile, amend_report, file_report
from fieldapp.forms.carrying import CARRIED, Wanted, asked, carry_over, same_again
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.editions import left_over
from fieldapp.forms.finished import Finished
from fieldapp.forms.guard.keeping import keepable
from fieldapp.forms.session import FormSession
from fieldapp.people import Desk
from fieldapp.raising import lasting_answers, raised_answers
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft, DraftFile
from fieldapp.store.latest import latest_of_form
from fieldapp.store.reads import ReportDetail
from fieldapp.units import EventId
from ui.forms.context import TypedNote
from ui.reports.previews import with_preview

KEPT = Changes(drafts=True)


@dataclass(frozen=True, slots=True)
class Here:
    """Time and chance for forms: the aware present moment, fresh ids, the form's language."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    language: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft begins with.

    Args:
        draft: itself as kept.
        corrects: number of the report it corrects, or empty.
        source: number of the report that a new draft takes answers from, or empty.
        answers: of that report.
        wanted: which questions take one.
    """

    draft: Draft
    corrects: str = ""
    source: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    wanted: Wanted = same_again


@dataclass
class Writing:
    """Everything on the screen of one draft.

    Args:
        draft: as it was begun or taken up; answers and notes in it may be old.
        session: the answers as they are now.
        typed: how grids and moments were typed, as they are now.
        corrects: number of the report that is corrected, or empty.
        files: photos taken in; none in a protected form.
        refused: the questions whose text was caught when the draft was last kept.
    """

    draft: Draft
    session: FormSession
    typed: dict[str, TypedNote]
    corrects: str = ""
    files: list[DraftFile] = field(default_factory=list)
    refused: tuple[str, ...] = ()

    @property
    def report(self) -> EventId | None:
        """The report that is corrected."""
        return None if self.draft.report is None else EventId(bytes.fromhex(self.draft.report))

    def give_reason(self, reason: str, note: str) -> None:
        """Why the report changes."""
        self.draft = replace(self.draft, reason=reason, note=note)

    def now(self) -> Draft:
        """The draft as it may be kept: what is on the screen, without what the guard caught."""
        may = keepable(self.session, self.typed)
        self.refused = may.refused
        return replace(self.draft, answers=may.answers, typed=may.typed, files=tuple(self.files))


def take_up(origin: Origin, form: FormDefinition, here: Here) -> Writing:
    """The draft's answers in its form, ready to be shown."""
    draft = origin.draft
    if not draft.version:
        draft = replace(draft, version=form.version)
    session = FormSession(
        form,
        answers=draft.answers or None,
        now=here.now,
        new_id=here.new_id,
        language=here.language,
    )
    draft = replace(draft, strays=(*draft.strays, *left_over(session)))
    typed = {ref: dict(note) for ref, note in draft.typed.items()}
    files = [] if form.protected else list(draft.files)
    if not draft.answers:
        for ref in carry_over(session, origin.answers, origin.wanted):
            typed[ref] = {CARRIED: origin.source}
    return Writing(draft, session, typed, origin.corrects, files)


def from_last(desk: Desk, draft: Draft) -> Origin:
    """A new draft with what is the same again as in the person's last report of its form."""
    last = latest_of_form(desk.store, draft.form, desk.stream)
    if last is None:
        return Origin(draft)
    return carried(desk, draft, last)


def carried(desk: Desk, draft: Draft, report: EventId) -> Origin:
    """A new draft with what is the same again as in one report of its form; raises `NotFound`."""
    detail = reads.detail(desk.store, report)
    answers = detail.revisions[-1].content.get("answers", {})
    return Origin(draft, source=detail.row.ref, answers=answers)


def copied(desk: Desk, draft: Draft, report: EventId) -> Origin:
    """The same for a form that does not say itself what is the same again."""
    origin = carried(desk, draft, report)
    return replace(origin, answers=lasting_answers(origin.answers), wanted=asked)


def raised(child: Draft, answers: Mapping[str, Any], ref: str) -> Origin:
    """A new draft that belongs to the report ``ref`` with these answers."""
    return Origin(child, source=ref, answers=raised_answers(answers, ref), wanted=asked)


def raise_from(desk: Desk, child: Draft, report: EventId) -> Origin:
    """A new draft that belongs to a report that is filed; raises `NotFound`."""
    detail = reads.detail(desk.store, report)
    answers = detail.revisions[-1].content.get("answers", {})
    return raised(child, answers, detail.row.ref)


def load_origin(desk: Desk, draft: str) -> Origin:
    """A draft that was kept; raises `NotFound`."""
    found = drafts.load_draft(desk.store, desk.sealer, draft)
    return Origin(found, _number(desk, found))


def correct(desk: Desk, report: EventId, new_id: str, language: str) -> Origin:
    """A draft that corrects a report: the one begun already, else a new one with its answers.

    Raises:
        NotFound: the report is not here.
    """
    detail = reads.detail(desk.store, report)
    for draft in drafts.load_drafts(desk.store, desk.sealer):
        if draft.report == report.hex():
            return Origin(draft, detail.row.ref)
    return Origin(_from_report(detail, new_id, language), detail.row.ref)


def keep(desk: Desk, draft: Draft) -> Changes:
    """Saves the draft; raises `StoreFull`, `StoreBusy`, `StoreDamaged`."""
    drafts.save_draft(desk.store, desk.sealer, draft)
    return KEPT


def keep_photo(desk: Desk, draft: Draft, key: str, content: bytes) -> Changes:
    """Saves the draft together with a photo of its; raises `NoRoomForPhotos` besides."""
    with desk.store.write():
        drafts.save_draft(desk.store, desk.sealer, draft)
        drafts.put_draft_file(desk.store, desk.sealer, draft.id, key, content)
    return KEPT


def drop_photo(desk: Desk, draft: Draft, key: str) -> Changes:
    """Saves the draft without a photo that it had."""
    with desk.store.write():
        drafts.save_draft(desk.store, desk.sealer, draft)
        drafts.delete_draft_file(desk.store, draft.id, key)
    return KEPT


def discard(desk: Desk, draft: str) -> Changes:
    """Throws a draft away, with its photos."""
    drafts.delete_draft(desk.store, draft)
    return KEPT


def send_off(desk: Desk, draft: Draft, finished: Finished) -> Filed:
    """Files the report or its correction, and lets the draft go, all at once.

    Raises:
        FileTooLarge, StoreFull, NotYours, Withdrawn, ReasonMissing: the draft is as before.
    """
    files = [
        with_preview(
            NewFile(
                drafts.read_draft_file(desk.store, desk.sealer, draft.id, file.key),
                file.mime,
                file.name,
            )
        )
        for file in draft.files
    ]
    if draft.report is None:
        return file_report(desk, finished, files, draft=draft.id, ref=draft.ref)
    report = EventId(bytes.fromhex(draft.report))
    changes = amend_report(desk, report, finished, draft.reason, draft.note, files, draft=draft.id)
    return Filed(report, reads.detail(desk.store, report).row.ref, changes)


def _from_report(detail: ReportDetail, new_id: str, language: str) -> Draft:
    content = detail.revisions[-1].content
    return Draft(
        id=new_id,
        form=str(content.get("form", detail.row.form)),
        version=str(content.get("version", "")),
        answers=dict(content.get("answers", {})),
        typed={ref: dict(note) for ref, note in content.get("typed", {}).items()},
        language=language,
        report=detail.row.id.hex(),
    )


def _number(desk: Desk, draft: Draft) -> str:
    if draft.report is None:
        return ""
    return reads.detail(desk.store, EventId(bytes.fromhex(draft.report))).row.ref
