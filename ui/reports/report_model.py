"""What the screens show of one report, read on the store's lane and judged without widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from fieldapp.clock import as_datetime
from fieldapp.errors import FieldError
from fieldapp.forms.session import FormSession
from fieldapp.people import Desk
from fieldapp.protection import can_open, readers
from fieldapp.store import outbox, reads
from fieldapp.store.folding import WITHDRAWN
from fieldapp.store.links import Link, linked
from fieldapp.store.outbox import OutboxRow
from fieldapp.store.reads import HistoryLine, ReportDetail, Revision
from fieldapp.units import EventId
from ui.i18n import listed, tr
from ui.pages import PageContext
from ui.reports.answers import Difference, Section, differences, plain_sections, sections, tongue
from ui.reports.times import Times
from ui.theme.tokens import Tone

FLASH = "FLASH"
REASONS = "c12"
"""Code list of reasons for a change."""
ERROR_REASON = "WITHDRAWN"
"""The reason among them that means: reported in error."""
_VERDICTS = ("accept", "ask", "reject")


class About(Protocol):
    """What a row says of its report's subject; see `fieldapp.store.report_rows.ReportRow`."""

    @property
    def type(self) -> str:
        """Short type."""
        ...

    @property
    def form(self) -> str:
        """Id of the form."""
        ...

    @property
    def what(self) -> str:
        """Code of the category or kind."""
        ...


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One report with what this laptop knows about its delivery.

    Args:
        detail: the report.
        records: its own records, oldest first; empty for a report written elsewhere.
        mine: the unlocked person wrote it.
        sealed: who can open it, None where everybody can read it.
        links: reports that belong to it.
    """

    detail: ReportDetail
    records: tuple[OutboxRow, ...]
    mine: bool
    sealed: "Sealed | None" = None
    links: tuple[Link, ...] = ()

    @property
    def open(self) -> bool:
        """Whether its author may still change it."""
        return self.mine and self.detail.row.state != WITHDRAWN


@dataclass(frozen=True, slots=True)
class Sealed:
    """How a protected report is sealed.

    Args:
        readers: names of those who can open it, as far as they are known here.
        mine_to_open: the unlocked person is one of them.
    """

    readers: tuple[str, ...]
    mine_to_open: bool


@dataclass(frozen=True, slots=True)
class SinceVerdict:
    """What came after the latest verdict.

    Args:
        verdict: the line of the verdict.
        judged: number of the revision it was given on, None when that one is not here.
        lines: changes and answers that came after it.
    """

    verdict: HistoryLine
    judged: int | None
    lines: tuple[HistoryLine, ...]


def read_report(desk: Desk, report: EventId) -> ReportFacts:
    """Everything to show of one report; raises `NotFound`."""
    detail = reads.detail(desk.store, report)
    records = outbox.records_of(desk.store, report)
    sealed = None
    if detail.row.protected:
        sealed = Sealed(readers(desk, report), can_open(desk, report))
    return ReportFacts(
        detail, records, detail.author == desk.stream, sealed, linked(desk.store, detail)
    )


def doubt_words() -> str:
    """Why a report must not be taken as its author's: HQ withdrew the key that signed it."""
    return tr("Report", "Signed after HQ withdrew this laptop's access. Check with the person.")


def open_questions(history: Sequence[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Questions that neither an answer nor a later revision has settled, oldest first."""
    answered = {line.on for line in history if line.kind == "answer"}
    return tuple(
        line
        for place, line in enumerate(history)
        if line.kind == "ask"
        and line.event not in answered
        and not any(later.kind == "amended" for later in history[place:])
    )


def since_verdict(history: Sequence[HistoryLine]) -> SinceVerdict | None:
    """What has come since the latest verdict; None without a verdict."""
    places = [place for place, line in enumerate(history) if line.kind in _VERDICTS]
    if not places:
        return None
    verdict = history[places[-1]]
    judged = next((line.revision for line in history if line.event == verdict.on), None)
    later = tuple(
        line for line in history[places[-1] + 1 :] if line.kind in ("amended", "answer", "attached")
    )
    return SinceVerdict(verdict, judged, later)


class Reader:
    """Puts reports into words for the person at this window."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def sections(self, content: Mapping[str, Any]) -> tuple[Section, ...]:
        """A revision's answers by section; with short names where its form is not installed."""
        try:
            form = self._context.catalog.form_of(
                str(content.get("form", "")), str(content.get("version", ""))
            )
        except FieldError:
            return plain_sections(content)
        answers = content.get("answers", {})
        offset = self._context.profile.offset_minutes
        session = FormSession(
            form,
            answers=answers if isinstance(answers, dict) else {},
            now=lambda: as_datetime(self._context.clock.now(), offset),
            new_id=lambda: "",
            language=tongue(form, self._context.language()),
        )
        return sections(session, content)

    def knows_form(self, form_id: str) -> bool:
        """Whether the form is installed here and can be read."""
        try:
            self._context.catalog.form(form_id)
        except FieldError:
            return False
        return True

    def differences(self, old: Revision, new: Revision) -> tuple[Difference, ...]:
        """What two revisions do not share."""
        return differences(self.sections(old.content), self.sections(new.content))

    def code(self, list_name: str, code: str) -> str:
        """The label of a code, empty for an empty code."""
        if not code:
            return ""
        return self._context.catalog.codes.label(list_name, code, self._context.language())

    def subject(self, row: About) -> str:
        """What a report is about: the label of its kind, else of its type."""
        kind = self.code(self._context.catalog.about(row.form).subject, row.what)
        return kind or self.type(row)

    def type(self, row: About) -> str:
        """What sort of report it is."""
        form = self._context.catalog.of_kind(row.type)
        name = "" if form is None else form.name(self._context.language())
        return name or self.code("c1", row.type) or tr("Report", "Report")

    def precedence(self, row: reads.ReportRow) -> str:
        """The precedence in words, empty where the source gives none."""
        return self.code("c2", row.precedence)

    def writer(self, row: reads.ReportRow) -> str:
        """``Capt A, TS7``, as far as it is known here."""
        name = row.author or tr("Report", "Unknown author")
        return listed((name, row.unit))


def precedence_tone(row: reads.ReportRow) -> Tone:
    """How a precedence looks: what is urgent never looks like a refusal."""
    if row.precedence == FLASH:
        return Tone.URGENT
    return Tone.WARNING if row.precedence == "IMMEDIATE" else Tone.INFO


@dataclass(frozen=True)
class RowWords:
    """How rows of reports are written: what a report is about, and its times."""

    reader: Reader
    times: Times

    @classmethod
    def of(cls, context: PageContext) -> "RowWords":
        """Words for the person at this window, in the language of the moment."""
        return cls(Reader(context), Times.of(context))


def line_words(line: HistoryLine, reason: str) -> str:
    """What one line of the history says happened.

    Args:
        line: the line.
        reason: label of its reason, may be empty.
    """
    names = {
        "filed": tr("Report", "Filed"),
        "amended": tr("Report", "Corrected"),
        "withdrawn": tr("Report", "Withdrawn"),
        "attached": tr("Report", "Photos added"),
        "accept": tr("Report", "Accepted"),
        "ask": tr("Report", "Question from HQ"),
        "reject": tr("Report", "Rejected"),
        "answer": tr("Report", "Answer"),
    }
    text = names.get(line.kind, line.kind)
    return tr("Report", "{what}: {why}", what=text, why=reason) if reason else text


def state_words(state: str) -> str:
    """A report's state as one or two words."""
    names = {
        "new": tr("Report", "New"),
        "accepted": tr("Report", "Accepted"),
        "asked": tr("Report", "Question open"),
        "rejected": tr("Report", "Rejected"),
        "withdrawn": tr("Report", "Withdrawn"),
    }
    return names.get(state, state)
