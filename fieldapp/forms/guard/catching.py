"""What in a text could lead to a person, and what is left of the text without it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fieldapp.forms.guard import patterns
from fieldapp.forms.guard.names import names
from fieldapp.forms.guard.plain import plain

NAME: Final = "name"
CONTACT: Final = "contact"
AGE: Final = "age"
PLACE: Final = "place"
HOME: Final = "house"
RELATIVE: Final = "relative"
LENGTH: Final = "length"

ADVICE: Final = {
    NAME: "This may be somebody's name. Leave it out and write only: a woman, a child, a group.",
    CONTACT: "This may be a way to reach somebody. Leave it out; it is not needed here.",
    AGE: "This may be somebody's age. Leave it out and choose child or adult above.",
    PLACE: "This place is too exact. Give the square of 1 km, such as 32QQF8947, or the area.",
    HOME: "This may lead to somebody's home. Leave it out and name only the village or the area.",
    RELATIVE: "This says whose relative it is. Leave it out and write only: a woman, a child.",
    LENGTH: "This text is too long for this form. Make it shorter.",
}
"""By kind of what was caught: why it may not stand, and what to write instead. English."""

MOST: Final = 1000
"""Characters that are looked at. A longer text is not kept at all."""

_SENTENCE: Final = re.compile(r"[^.!?؟\n]*(?:[.!?؟\n]+|$)")


@dataclass(frozen=True, slots=True)
class Caught:
    """One thing that may not be kept: its kind, a key of `ADVICE`, and where it stands."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=256)
def catch(text: str, *, of_places: bool = False) -> tuple[Caught, ...]:
    """Everything caught in a text, in its order.

    Args:
        text: as typed, in any of the product's languages.
        of_places: it answers where something happened: capitals alone make no name of it.
    """
    if len(text) > MOST:
        return (Caught(LENGTH, 0, len(text)),)
    reading = plain(text)
    if not reading.text.strip():
        return ()
    found = {
        Caught(kind, *reading.spread(*span))
        for kind, span in _all(reading.text, of_places=of_places)
    }
    return tuple(sorted(found, key=lambda caught: (caught.start, caught.end, caught.kind)))


def outer(caught: Sequence[Caught]) -> tuple[Caught, ...]:
    """What was caught, without what lies inside something else that was."""
    return tuple(
        one
        for one in caught
        if not any(
            other.start <= one.start and one.end <= other.end
            for other in caught
            if (other.start, other.end) != (one.start, one.end)
        )
    )


def without(text: str, *, of_places: bool = False) -> str:
    """The text without every sentence in which something was caught."""
    left = text
    while caught := catch(left, of_places=of_places):
        sentences = [match.span() for match in _SENTENCE.finditer(left)]
        left = "".join(
            left[start:end]
            for start, end in sentences
            if not any(one.start < end and start < one.end for one in caught)
        )
    return left.strip() if left != text else text


def _all(text: str, *, of_places: bool) -> Iterator[tuple[str, patterns.Span]]:
    # Digits of a grid are no number to call.
    exact = list(patterns.positions(text))
    yield from ((PLACE, span) for span in exact)
    for span in patterns.contacts(text):
        if not any(start < span[1] and span[0] < end for start, end in exact):
            yield CONTACT, span
    yield from ((AGE, span) for span in patterns.ages(text))
    yield from ((HOME, span) for span in patterns.homes(text))
    yield from ((RELATIVE, span) for span in patterns.relatives(text))
    yield from ((NAME, span) for span in names(text, of_places=of_places))
