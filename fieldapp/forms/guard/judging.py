"""Which answers of a protected form the guard reads, and how."""

from datetime import UTC
from typing import Final

from fieldapp.forms.casting import well_typed
from fieldapp.forms.guard.catching import Caught, catch
from fieldapp.forms.model import QuestionDef

PLACES: Final = frozenset(
    {"/data/where/place", "/data/where/place_local", "/data/where/admin_area"}
)
"""Questions that are answered with the name of a place; README.md of the library tells them."""

_CHOSEN: Final = frozenset({"select1", "select", "rank"})
_MOMENTS: Final = frozenset({"date", "time", "dateTime"})


def caught_in(question: QuestionDef, ref: str, text: str) -> tuple[Caught, ...]:
    """What may not be kept of an answer to a protected form; nothing where all may.

    Choices and moments are no words. The form's own keeping (``meta``) is none of the person's.
    """
    if question.type in _CHOSEN or ref.split("/")[2:3] == ["meta"]:
        return ()
    if question.type in _MOMENTS and well_typed(text, question.type, UTC):
        return ()
    return catch(text, of_places=ref in PLACES)
