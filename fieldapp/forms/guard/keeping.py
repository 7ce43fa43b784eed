"""What of a report being written may be kept: for a protected form, all but what was caught."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fieldapp.forms.guard.catching import catch, without
from fieldapp.forms.guard.judging import PLACES, caught_in
from fieldapp.forms.model import QuestionDef
from fieldapp.forms.record import Answers
from fieldapp.forms.session import FormSession, View

Notes = Mapping[str, Mapping[str, str]]
_STEP: Final = re.compile(r"(?P<name>[^\[]+)(?:\[(?P<row>\d+)\])?")


@dataclass(frozen=True, slots=True)
class Keepable:
    """What may be written down of a report.

    Args:
        answers: as `FormSession.answers` gives them for a draft, without what was caught.
        typed: notes on how answers were typed, without those that hold it.
        refused: references of the questions whose text is only in the window.
    """

    answers: Answers
    typed: dict[str, dict[str, str]]
    refused: tuple[str, ...] = ()


def keepable(session: FormSession, typed: Notes) -> Keepable:
    """What a draft may hold; everything, unless the form is protected.

    Of a text in which something was caught, the sentences without it stay.
    """
    answers = session.answers(for_filing=False)
    notes = {ref: dict(note) for ref, note in typed.items()}
    if not session.form.protected:
        return Keepable(answers, notes)
    refused = []
    for ref, question in _questions(session.tree()):
        text = session.value(ref)
        if text and caught_in(question, ref, text):
            refused.append(ref)
            _put(answers, ref, without(text, of_places=ref in PLACES))
    kept = {
        ref: note
        for ref, note in notes.items()
        if ref not in refused and not refused_notes({ref: note})
    }
    return Keepable(answers, kept, tuple(refused))


def refused_notes(typed: Notes) -> tuple[str, ...]:
    """References of the notes, such as the reason for an odd grid, that hold something caught."""
    return tuple(
        ref
        for ref, note in typed.items()
        if any(catch(text) for name, text in note.items() if name in ("text", "confirmed"))
    )


def _questions(view: View) -> Iterator[tuple[str, QuestionDef]]:
    if isinstance(view.definition, QuestionDef):
        yield view.ref, view.definition
    for child in view.children:
        yield from _questions(child)


def _put(answers: Answers, ref: str, text: str) -> None:
    here: Any = answers
    *above, last = ref.split("/")[2:]
    for step in above:
        found = _STEP.fullmatch(step)
        if found is None:
            raise KeyError(ref)
        here = here[found["name"]]
        if found["row"] is not None:
            here = here[int(found["row"]) - 1]
    here[last] = text
