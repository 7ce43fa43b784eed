"""Laptop and HQ as real processes on a link that is cut, both ends killed again and again."""

import os
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.support.bad_link import Plan, run


def test_nothing_is_lost_doubled_or_claimed_too_early(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """60 reports and 5 photos; with SOAK=1 the full figures and a seed of the day."""
    soak = os.environ.get("SOAK") == "1"
    seed = time.time_ns() % 1_000_000 if soak else 20261124
    print(f"seed {seed}")
    plan = Plan(seed)
    if not soak:
        plan = Plan(seed, reports=60, photos=5, cuts=10, sender_kills=4, hq_kills=4)
    figures = run(tmp_path, plan)
    with capsys.disabled():
        print("\n", asdict(figures))
    assert (figures.reports, figures.photos) == (plan.reports, plan.photos)
    assert figures.crash_copies_checked == plan.hq_kills
    assert figures.in_transfer > (plan.cuts + plan.sender_kills + plan.hq_kills) // 4
