"""A text as the guard reads it, and the way back to the text as it was typed."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = str.maketrans("ةىی‘’ʼ`´–—‑", "هيي'''''---")
_LENGTHENER = "\u0640"


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` without accents, vowel signs and invisible characters, its digits ASCII.

    Args:
        text: with the case of its letters.
        places: for each character, where it stands in the text as typed.
    """

    text: str
    places: tuple[int, ...]

    def spread(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of ``text`` stands in the text as typed; it is not empty."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=64)
def plain(typed: str) -> Plain:
    """The text as the guard reads it."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(typed):
        for part in unicodedata.normalize("NFKD", char).translate(_ALIKE):
            if part == _LENGTHENER or unicodedata.category(part) in ("Mn", "Cf"):
                continue
            digit = unicodedata.decimal(part, None)
            letters.append(part if digit is None else str(digit))
            places.append(place)
    return Plain("".join(letters), tuple(places))
