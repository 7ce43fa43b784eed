"""A new report begun with what is known from another one, for the person to check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from fieldapp.forms.model import Definition, QuestionDef, RepeatDef
from fieldapp.forms.session import FormSession

CARRIED: Final = "carried"
"""Key of a note beside an answer: the number of the report that it was taken from."""

Wanted = Callable[[QuestionDef], bool]


def same_again(question: QuestionDef) -> bool:
    """Whether the form says that the answer is, as a rule, the same in the next report."""
    return question.bind.carry


def asked(question: QuestionDef) -> bool:
    """Whether people answer it: what the form works out itself takes no answer."""
    return question.control != "none"


def carries(root: Definition) -> bool:
    """Whether anything at or below ``root`` is put into the next report."""
    if isinstance(root, QuestionDef):
        return same_again(root)
    return any(carries(child) for child in root.children)


def carry_over(
    session: FormSession, answers: Mapping[str, Any], wanted: Wanted = same_again
) -> tuple[str, ...]:
    """Puts answers of another report into a new one.

    What the form has no place for, or would object to, is left out.

    Args:
        session: a report that was just begun.
        answers: as in a record; see `FormSession.answers`.
        wanted: which questions take one.

    Returns:
        References of the questions that have an answer now.
    """
    found: list[str] = []
    _group(session, session.form.root, f"/{session.form.root.name}", answers, wanted, found)
    return tuple(found)


def _group(
    session: FormSession,
    group: Definition,
    ref: str,
    answers: Mapping[str, Any],
    wanted: Wanted,
    found: list[str],
) -> None:
    for child in group.children:
        value, here = answers.get(child.name), f"{ref}/{child.name}"
        if isinstance(child, QuestionDef):
            if isinstance(value, str) and value and wanted(child) and _put(session, here, value):
                found.append(here)
        elif isinstance(child, RepeatDef):
            if isinstance(value, list) and any(map(wanted, _questions(child))):
                _rows(session, child, here, value, wanted, found)
        elif isinstance(value, Mapping):
            _group(session, child, here, value, wanted, found)


def _rows(
    session: FormSession,
    repeat: RepeatDef,
    ref: str,
    rows: list[Any],
    wanted: Wanted,
    found: list[str],
) -> None:
    for number, row in enumerate(rows, 1):
        if number > len(session.rows(ref)):
            session.add_row(ref)
        here = f"{ref}[{number}]"
        if isinstance(row, Mapping) and here in session.rows(ref):
            _group(session, repeat, here, row, wanted, found)


def _questions(repeat: RepeatDef) -> list[QuestionDef]:
    return [child for child in repeat.children if isinstance(child, QuestionDef)]


def _put(session: FormSession, ref: str, value: str) -> bool:
    session.set(ref, value)
    if session.problem(ref) is not None:
        session.set(ref, "")
        return False
    return True
