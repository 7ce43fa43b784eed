"""Listed sentences for the guard of protected forms, and how many of them it judges rightly.

Each line of the file: its set (``worked`` was written beside the guard, ``unseen`` afterwards and
never used to change it), language, what it holds (``-`` for nothing that may not be kept) and text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.forms.guard.catching import catch

FILE = Path(__file__).with_suffix(".tsv")
WORKED, UNSEEN, NOTHING = "worked", "unseen", "-"


@dataclass(frozen=True, slots=True)
class Listed:
    """One sentence: its set, language, kind of what it holds, and text."""

    part: str
    language: str
    holds: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many sentences that must be caught were, and how many that may stand were caught."""

    caught: int
    to_catch: int
    alarms: int
    fine: int


def corpus() -> tuple[Listed, ...]:
    """Every listed sentence."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(Listed(*line.split("\t")) for line in lines)


def score(sentences: Iterable[Listed]) -> Score:
    """The guard's verdicts on some sentences, counted."""
    bad, fine = [], []
    for sentence in sentences:
        (fine if sentence.holds == NOTHING else bad).append(bool(catch(sentence.text)))
    return Score(sum(bad), len(bad), sum(fine), len(fine))
