"""All laptops come back at once, to the real server: none lost, none twice, memory bounded."""

import os
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.support.herd import run

_MEMORY_MB = 1500
"""10,000 open TLS connections of some 80 kB each included."""


def test_a_herd_is_taken_in_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """300 laptops; with SOAK=1 10,000 of them within ten seconds."""
    soak = os.environ.get("SOAK") == "1"
    figures = run(tmp_path, 10_000) if soak else run(tmp_path, 300, spread=1.0)
    with capsys.disabled():
        print("\n", asdict(figures))
    assert figures.memory_peak_mb < (_MEMORY_MB if soak else 250)
