"""Measuring fairly on a noisy machine: the thing and its baseline in turn, medians of the runs."""

import json
import statistics
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measured:
    """One line of the result.

    Args:
        name: what was measured.
        value: median, or ratio of medians where the name ends in ``_ratio``.
        unit: of the value.
        baseline: median of the baseline in the same run, in its own unit; None without one.
        runs: how many runs of each.
    """

    name: str
    value: float
    unit: str
    baseline: float | None
    runs: int

    def print(self) -> None:
        """As one JSON object on a line of its own."""
        row = {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}
        sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()


def ratio(
    name: str, thing: Callable[[], float], baseline: Callable[[], float], runs: int
) -> Measured:
    """Median of the pairwise ratios of two measurements taken in turn: A B A B ..."""
    pairs = [(thing(), baseline()) for _ in range(runs)]
    value = statistics.median(a / b for a, b in pairs)
    return Measured(name, value, "ratio", statistics.median(b for _, b in pairs), runs)


def absolute(name: str, unit: str, thing: Callable[[], float], runs: int) -> Measured:
    """Median of several runs of something that has no baseline."""
    return Measured(name, statistics.median(thing() for _ in range(runs)), unit, None, runs)
