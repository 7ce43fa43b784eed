"""A form that was filled without a problem: the only thing that can be filed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.forms.session import FormSession, Problem

Typed = Mapping[str, Mapping[str, str]]
"""What the person typed for a grid or a time, by question: its text and how it was understood."""


class FormIncomplete(FieldError):
    """Answers are missing or contradict each other."""

    code = "form.incomplete"
    remedy = Remedy.CHECK_INPUT
    text = "Some answers are missing or do not fit. They are marked; the draft is kept."

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(detail=f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Finished:
    """Answers that were checked against their form; made by `finish` only.

    Args:
        form: form id.
        version: form version.
        answers: what is relevant, nested as in the form; leaves are text.
        typed: see `Typed`.
        language: language of the narrative.
    """

    form: str
    version: str
    answers: Mapping[str, Any]
    typed: Typed
    language: str


def finish(session: FormSession, typed: Typed, language: str) -> Finished:
    """The session's answers as something to file; raises `FormIncomplete` with the problems."""
    problems = session.problems()
    if problems:
        raise FormIncomplete(problems)
    return Finished(
        form=session.form.form_id,
        version=session.form.version,
        answers=session.answers(for_filing=True),
        typed={ref: dict(note) for ref, note in typed.items() if session.value(ref)},
        language=language,
    )
