"""How hard a passphrase is to guess: the floor below which none is taken."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import takewhile

from fieldapp.vault.errors import WeakPassphrase

MIN_WORDS = 4
MIN_CHARACTERS = 16
MIN_CHARACTERS_IN_WORDS = 12
MIN_DIFFERENT = 6
MIN_LETTERS = 4
"""Fewer make a number with decoration."""
RUN = 4
"""So many neighbours in a row of keys or letters count as one character."""
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertzuiop",
    "yxcvbnm",
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
    "ئءؤرلاىةوزظ",
    "٠١٢٣٤٥٦٧٨٩",
)
_BOTH_WAYS = (*_ROWS, *(row[::-1] for row in _ROWS))


def check_strength(passphrase: str) -> None:
    """Raises `WeakPassphrase` for what a captor would try early.

    Judged is what is left when repeated words, rows of keys and repeated characters count once:
    16 characters, or 4 words and 12 characters; of at least 6 different characters, 4 of them
    letters; and none of the commonest.
    """
    text = unicodedata.normalize("NFKC", passphrase).strip().casefold()
    words = list(dict.fromkeys(_folded(word) for word in text.split()))
    left = _folded(" ".join(words))
    long_enough = len(left) >= MIN_CHARACTERS or (
        len(words) >= MIN_WORDS and len(left) >= MIN_CHARACTERS_IN_WORDS
    )
    if (
        not long_enough
        or len(set(left)) < MIN_DIFFERENT
        or sum(character.isalpha() for character in left) < MIN_LETTERS
        or _letters(text) in _commonest()
    ):
        raise WeakPassphrase()


def _folded(text: str) -> str:
    """The text without repetition: runs of neighbours by their first, a repeated block once."""
    kept = "".join(_without_runs(text))
    period = (kept + kept).find(kept, 1) if kept else 0
    return kept[:period]


def _without_runs(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        yield text[at]
        length = _run(text[at:])
        at += length if length >= RUN else 1


def _run(text: str) -> int:
    """How many characters from the first on are alike or stand in a row."""
    first = text[0]
    rows = [row[row.index(first) :] for row in _BOTH_WAYS if first in row]
    return max(_alike(text, row) for row in (*rows, first * len(text)))


def _alike(text: str, row: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, row, strict=False)))


@cache
def _commonest() -> frozenset[str]:
    text = files(__package__).joinpath("words", "common.txt").read_text("utf-8")
    return frozenset(_letters(line.casefold()) for line in text.splitlines())


def _letters(text: str) -> str:
    """Without blanks, signs, digits and a repeated block: what remains of a decorated favourite."""
    return _folded("".join(character for character in text if character.isalpha()))
