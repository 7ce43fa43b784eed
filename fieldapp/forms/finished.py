"""A form that was filled without a problem: the only thing that can be filed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.forms.about import OTHER
from fieldapp.forms.carrying import CARRIED
from fieldapp.forms.guard.catching import ADVICE, NAME
from fieldapp.forms.guard.keeping import refused_notes
from fieldapp.forms.notations import notation_problems
from fieldapp.forms.session import FormSession, Problem

Typed = Mapping[str, Mapping[str, str]]
"""What the person typed for a grid or a time, by question: its text and how it was understood."""


class FormIncomplete(FieldError):
    """Answers are missing or contradict each other."""

    code = "form.incomplete"
    remedy = Remedy.CHECK_INPUT
    text = "Some answers are missing or do not fit. They are marked; nothing was filed."

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(detail=f"{len(problems)} problems")
        self.problems = problems


class WordsRefused(FormIncomplete):
    """A protected report holds words that could lead to a person."""

    code = "form.guarded"
    text = (
        "Some words could lead to a person, and such words are not kept. They are marked; "
        "leave them out. Nothing was filed."
    )


class AnswersLeftOver(FieldError):
    """Answers that the form has no place for, or that are of the wrong kind."""

    code = "form.left-over"
    remedy = Remedy.CHECK_INPUT
    text = "Some answers have no place in this form or are of the wrong kind; nothing was filed."

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(detail=f"{len(places)} places")
        self.places = places


@dataclass(frozen=True, slots=True)
class Finished:
    """Answers that were checked against their form; made by `finish` only.

    Args:
        form: form id.
        version: form version.
        answers: what is relevant, nested as in the form; leaves are text.
        typed: see `Typed`.
        language: language of the narrative.
        protected: to be sealed; see `fieldapp.event.protected`.
        kind: type in its report number.
    """

    form: str
    version: str
    answers: Mapping[str, Any]
    typed: Typed
    language: str
    protected: bool = False
    kind: str = OTHER


def places(leftover: Mapping[str, Any], above: str = "") -> tuple[str, ...]:
    """The paths of what `FormSession.leftover` holds, such as ``/parties[2]/actor``."""
    found: list[str] = []
    for name, value in leftover.items():
        here = f"{above}/{name}"
        if isinstance(value, dict) and value:
            found += places(value, here)
        elif isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, start=1):
                found += places(row, f"{here}[{number}]")
        else:
            found.append(here)
    return tuple(found)


def finish(session: FormSession, typed: Typed, language: str) -> Finished:
    """The session's answers as something to file.

    Raises:
        WordsRefused: of a protected form, when words in it could lead to a person.
        FormIncomplete: with the problems.
    """
    problems = session.problems() or notation_problems(session, typed)
    if session.form.protected:
        noted = (Problem(ref, "guard", ADVICE[NAME]) for ref in refused_notes(typed))
        guarded = (*(one for one in problems if one.kind == "guard"), *noted)
        if guarded:
            raise WordsRefused(guarded)
    if problems:
        raise FormIncomplete(problems)
    return Finished(
        form=session.form.form_id,
        version=session.form.version,
        answers=session.answers(for_filing=True),
        typed={
            ref: dict(note)
            for ref, note in typed.items()
            if session.value(ref) and CARRIED not in note
        },
        language=language,
        protected=session.form.protected,
        kind=session.form.about.kind,
    )
