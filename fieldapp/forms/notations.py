"""Grids and moments among the answers: read with the field's own notations before they count.

A question says by its appearance what it holds: ``mgrs`` a grid, ``dtg`` a moment to the minute.
"""

from collections.abc import Iterator, Mapping

from fieldapp.errors import FieldError
from fieldapp.forms.dates import read_date
from fieldapp.forms.model import QuestionDef
from fieldapp.forms.session import FormSession, Problem, View
from fieldapp.notation import grid

_DOUBTFUL = "This square lies outside its grid zone. Correct the grid, or say why it is right."
_NO_TIME = "Enter the time as well as the date."
SENTENCES = (_DOUBTFUL, _NO_TIME)
"""The English sentences of this module, for those who translate them."""


def notation_problems(
    session: FormSession, typed: Mapping[str, Mapping[str, str]]
) -> tuple[Problem, ...]:
    """What is wrong with grids and moments that the form's own rules let pass.

    Args:
        session: the report.
        typed: by question, ``confirmed`` holds the reason why a square outside its zone is right.
    """
    found = []
    for ref, appearance in _asked(session, session.tree()):
        value = session.value(ref)
        text = ""
        if "mgrs" in appearance:
            text = _about_grid(value, typed.get(ref, {}).get("confirmed", ""))
        elif "dtg" in appearance and read_date(value) is not None:
            text = _NO_TIME
        if text:
            found.append(Problem(ref, "type", text))
    return tuple(found)


def _asked(session: FormSession, view: View) -> Iterator[tuple[str, frozenset[str]]]:
    definition = view.definition
    if isinstance(definition, QuestionDef):
        if definition.appearance and session.relevant(view.ref) and session.value(view.ref):
            yield view.ref, definition.appearance
        return
    for child in view.children:
        yield from _asked(session, child)


def _about_grid(value: str, confirmed: str) -> str:
    try:
        square = grid.parse(value)
    except FieldError as refused:
        return refused.message
    return _DOUBTFUL if square.outside_zone and not confirmed.strip() else ""
