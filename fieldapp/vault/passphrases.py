"""Passphrases that are made, not thought up: people choose badly, and captors know how."""

from functools import cache
from importlib.resources import files

from fieldapp.clock import Entropy

WORDS = 5
"""About 64 bits: ten million years of guessing with a hundred cards at the vault's cost."""
LIST_LENGTH = 7776
_DRAW = 2
_FAIR = 256**_DRAW // LIST_LENGTH * LIST_LENGTH
"""Draws from here on would favour the words at the beginning."""


def generate(entropy: Entropy) -> str:
    """Five different words of the shipped list with blanks between, each equally likely."""
    words: list[str] = []
    while len(words) < WORDS:
        number = int.from_bytes(entropy(_DRAW), "big")
        if number < _FAIR:
            word = word_list()[number % LIST_LENGTH]
            if word not in words:
                words.append(word)
    return " ".join(words)


@cache
def word_list() -> tuple[str, ...]:
    """The list, see ``words/NOTICE.md``."""
    return tuple(files(__package__).joinpath("words", "eff_large.txt").read_text().split())
