"""Forty bombs and more: each is refused in calm words and costs little memory.

Each meets the product in a process of its own whose memory and time are bounded, so that one that
goes off ends as a failed test.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault.bombs import BOMBS, SWALLOWED

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds of a process as Linux has")

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = 300
PATIENCE = 600


def test_each_is_refused_and_costs_little() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fault.bombs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    found = {line["bomb"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert found.keys() == BOMBS.keys() | SWALLOWED.keys()
    taken = [found[name] for name in BOMBS if not found[name]["said"].startswith("refused: ")]
    assert taken == []
    odd = [found[name] for name in SWALLOWED if not found[name]["said"].startswith("taken: ")]
    assert odd == []
    assert [line for line in found.values() if not 0 < line["mb"] < MEGABYTES] == []


def test_there_are_forty() -> None:
    assert len(BOMBS) >= 40
