"""The rehearsal's story: the whole product from keystroke to verdict, and nothing left behind."""

import tempfile
from pathlib import Path

import psutil
import pytest

from ui.demo import story
from ui.demo.rehearsal import CAST


def test_the_story_plays_through_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = _still_running(tmp_path)
    lines: list[str] = []
    story.play(lines.append)
    assert [line[0] for line in lines if line[:1].isdigit()] == ["1", "2", "3", "4", "5", "6", "7"]
    assert lines[-1].startswith("Done.")
    assert all(any(actor.passphrase in line for line in lines) for actor in CAST)
    assert _still_running(tmp_path) == before
    assert list(tmp_path.iterdir()) == []


def _still_running(folder: Path) -> list[int]:
    """Processes that this one started, and any whose command line names the folder."""
    mine = {child.pid for child in psutil.Process().children(recursive=True)}
    found = []
    for process in psutil.process_iter(["pid", "cmdline"]):
        words = process.info["cmdline"] or []
        if process.pid in mine or any(str(folder) in word for word in words):
            found.append(process.pid)
    return found
