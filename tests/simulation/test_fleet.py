"""The fleet through thousands of bad months, and broken rules that it must notice."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.simulation.fleet import Broken, Tally, Template, make_template, run
from tests.simulation.mutants import MUTANTS

SOAKING = bool(os.environ.get("SOAK"))
SEEDS = 100_000 if SOAKING else 2_000
GROUP = 500 if SOAKING else 50
_MEMORY = Path("/dev/shm")
"""Where the system keeps files in memory: the disk's own speed is tested elsewhere."""
_MOST = 400


@pytest.fixture(scope="module")
def world() -> Iterator[tuple[Template, Path]]:
    with TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
        place = Path(folder)
        yield make_template(place / "template"), place


@pytest.mark.parametrize("first", range(0, SEEDS, GROUP))
def test_nothing_is_lost_doubled_or_forged(world: tuple[Template, Path], first: int) -> None:
    tally = Tally()
    for seed in range(first, first + GROUP):
        run(*world, seed, tally)
    counts = tally.counts
    assert counts["seeds"] == GROUP
    # A month in which nothing goes wrong proves nothing.
    for trouble in ("crash", "restored", "went back", "stick in", "forgery", "killed sender"):
        assert counts.get(trouble, 0) > 0, trouble


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_rule_is_noticed(world: tuple[Template, Path], name: str) -> None:
    for seed in range(_MOST):
        try:
            with MUTANTS[name]():
                run(*world, seed, Tally())
        except Broken:
            return
    pytest.fail(f"{name}: {_MOST} seeds did not notice")
