"""A filed report as people read it: labelled values by section, and how two versions differ.

Only what was signed is shown: values come from the record, labels from the form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fieldapp.forms.definition import Definition, FormDefinition, QuestionDef, RepeatDef
from fieldapp.forms.session import FormSession
from fieldapp.notation import dtg, grid
from fieldapp.notation.grid import GridRefused
from ui.i18n import listed, tr

TEXT, LONG, GRID, TIME = "text", "long", "grid", "time"
ASSESSMENT = "facts/assessment"
"""Path below the root of the answer that is opinion; it is kept apart from what was seen."""
ACCOUNT = "facts"
"""Name of the group with the account and the assessment."""
_LONG_FROM = 90
_YES = frozenset({"true", "1", "ok"})
_NO = frozenset({"false", "0"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer.

    Args:
        ref: reference of the question, ``/data/where/grid``.
        label: the question in the language shown.
        text: the answer as people read it; empty when ``missing``.
        kind: ``text``, ``long`` (a paragraph), ``grid`` or ``time``; the last two are always
            written from left to right.
        detail: how the answer is to be understood, such as ``10 m square``; may be empty.
        opinion: it is the author's assessment and no observation.
        missing: an older source does not say it.
    """

    ref: str
    label: str
    text: str
    kind: str = TEXT
    detail: str = ""
    opinion: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Answers that stand together: a group, or one row of a repeat; the title may be empty."""

    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level group of the form; ``lead`` is the account, which people read first."""

    title: str
    parts: tuple[Part, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that two versions do not share; an empty side had none."""

    ref: str
    label: str
    old: str
    new: str


def tongue(form: FormDefinition, code: str) -> str:
    """The form's name for a language code (``en`` is ``English (en)``), else its default."""
    for name in form.languages:
        if name == code or name.endswith(f"({code})"):
            return name
    return form.default_language


def sections(session: FormSession, content: Mapping[str, Any]) -> tuple[Section, ...]:
    """What a report says, by section, without what is empty.

    Args:
        session: the form resumed with these answers, in the language to show.
        content: the report's content; answers that its form has no place for come last.
    """
    return _Writer(session, content).sections()


def plain_sections(content: Mapping[str, Any]) -> tuple[Section, ...]:
    """As `sections` where the form is not installed: the questions have their short names only."""
    answers = content.get("answers", {})
    return _other(answers) if isinstance(answers, dict) else ()


def flat(found: Sequence[Section]) -> Iterator[Answer]:
    """Every answer, in order; those of a repeat carry the title of their row in the label."""
    for section in found:
        for part in section.parts:
            for answer in part.answers:
                label = f"{part.title}: {answer.label}" if part.title else answer.label
                yield replace(answer, label=label)


def differences(old: Sequence[Section], new: Sequence[Section]) -> tuple[Difference, ...]:
    """Answers that changed, came or went, in the order of the newer version."""
    before = {answer.ref: answer for answer in flat(old)}
    after = {answer.ref: answer for answer in flat(new)}
    changed = [
        Difference(ref, answer.label, before[ref].text if ref in before else "", answer.text)
        for ref, answer in after.items()
        if ref not in before or before[ref].text != answer.text
    ]
    gone = [
        Difference(ref, answer.label, answer.text, "")
        for ref, answer in before.items()
        if ref not in after and answer.text
    ]
    return tuple(changed + gone)


class _Writer:
    """Walks a form beside a record."""

    def __init__(self, session: FormSession, content: Mapping[str, Any]) -> None:
        self._session = session
        self._answers = content.get("answers", {})
        self._typed = content.get("typed", {})
        origin = content.get("origin")
        self._history = isinstance(origin, dict)
        listed = origin.get("missing", ()) if isinstance(origin, dict) else ()
        self._missing = {str(item).removeprefix("/data/").strip("/") for item in listed}
        self._root = f"/{session.form.root.name}"

    def sections(self) -> tuple[Section, ...]:
        found = []
        for definition in self._session.form.root.children:
            value = self._answers.get(definition.name)
            ref = f"{self._root}/{definition.name}"
            if isinstance(definition, QuestionDef):
                answer = self._answer(definition, ref, value)
                parts = [Part("", (answer,))] if answer else []
                title = ""
            else:
                title = self._label(ref)
                parts = list(self._parts(definition, ref, value, ""))
            if parts:
                found.append(Section(title, tuple(parts), definition.name == ACCOUNT))
        return (*found, *_other(self._session.leftover))

    def _parts(self, definition: Definition, ref: str, value: Any, title: str) -> Iterator[Part]:
        if isinstance(definition, RepeatDef):
            rows = value if isinstance(value, list) else []
            name = title or self._label(ref) or definition.name
            for number, row in enumerate(rows, 1):
                yield from self._group(definition, f"{ref}[{number}]", row, f"{name} {number}")
        else:
            yield from self._group(definition, ref, value, title)

    def _group(self, definition: Definition, ref: str, value: Any, title: str) -> Iterator[Part]:
        held = value if isinstance(value, dict) else {}
        waiting: list[Answer] = []
        for child in definition.children:
            below = f"{ref}/{child.name}"
            if isinstance(child, QuestionDef):
                answer = self._answer(child, below, held.get(child.name))
                if answer:
                    waiting.append(answer)
                continue
            name = ": ".join(text for text in (title, self._label(below)) if text)
            inner = list(self._parts(child, below, held.get(child.name), name))
            if inner:
                # Questions before a group come before it, as in the form.
                if waiting:
                    yield Part(title, tuple(waiting))
                    waiting = []
                yield from inner
        if waiting:
            yield Part(title, tuple(waiting))

    def _answer(self, question: QuestionDef, ref: str, value: Any) -> Answer | None:
        label = self._label(ref)
        path = ref.removeprefix(f"{self._root}/")
        if not isinstance(value, str) or not value.strip():
            if label and self._history and self._is_missing(ref, path):
                return Answer(ref, label, "", missing=True)
            return None
        if question.type in ("note", "binary") or (not label and question.control == "none"):
            return None
        answer = Answer(ref, label or question.name, value, opinion=path == ASSESSMENT)
        note = self._typed.get(ref, {}) if isinstance(self._typed, dict) else {}
        if "mgrs" in question.appearance:
            return replace(answer, kind=GRID, detail=_grid_detail(value, note))
        if question.type == "dateTime":
            return replace(answer, kind=TIME, text=_moment(value))
        text = self._display(question, ref, value)
        long = len(text) > _LONG_FROM or "\n" in text or "multiline" in question.appearance
        return replace(answer, text=text, kind=LONG if long else TEXT)

    def _display(self, question: QuestionDef, ref: str, value: str) -> str:
        if question.type in ("boolean", "trigger") and value.lower() in _YES:
            return tr("Answers", "Yes")
        if question.type == "boolean" and value.lower() in _NO:
            return tr("Answers", "No")
        try:
            if question.type == "select":
                names = value.split()
                return listed([self._session.display(ref, name) for name in names])
            return self._session.display(ref, value)
        except KeyError:
            return value

    def _is_missing(self, ref: str, path: str) -> bool:
        if path in self._missing:
            return True
        try:
            return self._session.required(ref) and self._session.relevant(ref)
        except KeyError:
            return False

    def _label(self, ref: str) -> str:
        try:
            return self._session.label(ref).strip()
        except KeyError:
            return ""


def _moment(value: str) -> str:
    try:
        return dtg.from_xforms(value, local_offset_minutes=0).text
    except dtg.DtgRefused:
        return value


def _grid_detail(value: str, note: Mapping[str, Any]) -> str:
    try:
        square = grid.parse(value)
    except GridRefused:
        return ""
    metres = str(note.get("precision_m") or square.precision_m)
    text = tr("Answers", "{metres} m square", metres=metres)
    if square.outside_zone:
        reason = str(note.get("confirmed", ""))
        outside = tr("Answers", "outside its zone")
        if reason:
            outside = tr("Answers", "outside its zone, confirmed: {reason}", reason=reason)
        text = listed((text, outside))
    return text


def _other(answers: Mapping[str, Any]) -> tuple[Section, ...]:
    """Answers without a question, under the names they were filed with."""
    found = tuple(
        Answer(ref, name, value, LONG if len(value) > _LONG_FROM else TEXT)
        for ref, name, value in _leaves(answers, "", "")
        if value
    )
    return (Section(tr("Answers", "Other answers"), (Part("", found),)),) if found else ()


def _leaves(value: Any, ref: str, name: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        yield ref, name, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{ref}/{key}", f"{name} / {key}" if name else str(key))
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _leaves(item, f"{ref}[{number}]", f"{name} {number}")
