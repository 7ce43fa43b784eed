"""The console script: verbs without Qt, the window only when nothing is asked for."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from fieldapp.cli_support import Shell, run
from fieldapp.mission.installation import install_mission
from tests.support.mission import make_mission
from ui import main

_NO_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise AssertionError("Qt was imported: " + name)
sys.meta_path.insert(0, Refuse())
from ui.main import verbs_group
from fieldapp.cli_support import Shell, run
status = run(verbs_group(), Shell(), sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
sys.exit(status)
"""


def without_qt(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _NO_QT, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )


def test_verbs_never_import_qt(tmp_path: Path) -> None:
    done = without_qt("--help")
    assert done.returncode == 0, done.stderr
    for verb in ("report", "verify", "enrol", "sync", "bundle", "doctor", "import", "demo"):
        assert verb in done.stdout
    empty = without_qt("report", "list", "--home", str(tmp_path / "none"))
    assert empty.returncode == 1
    assert "error vault.none" in empty.stderr
    assert "AssertionError" not in empty.stderr


def test_the_home_before_the_verb_counts_too(tmp_path: Path) -> None:
    install_mission(tmp_path, make_mission().file)
    done = without_qt("--home", str(tmp_path), "doctor", "--json")
    assert json.loads(done.stdout)["findings"]["mission"].startswith("ok: UNMIZ")


def test_without_qt_the_window_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIELDAPP_HOME", str(tmp_path))
    monkeypatch.setattr(main, "desktop_installed", lambda: False)
    assert run(main.verbs_group(), Shell(), []) == 1
    said = capsys.readouterr().err
    assert "error main.no-desktop" in said
    assert "pip install 'fieldapp[desktop]'" in said


def test_a_wrong_verb_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(main.verbs_group(), Shell(), ["no-such-verb"]) == 2
    assert "No such command" in capsys.readouterr().err


def test_the_window_opens_and_ends_in_good_order(tmp_path: Path) -> None:
    """A real process: set-up is shown, a request to end it is obeyed, nothing is left running."""
    opened = subprocess.Popen(
        [sys.executable, "-m", "ui.main", "--home", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        told = False
        for _ in range(100):
            with suppress(subprocess.TimeoutExpired):
                opened.wait(5 if told else 0.1)
                break
            if (tmp_path / "desktop.log").exists():
                told = True
                opened.send_signal(signal.SIGTERM)
        assert opened.returncode == 0
    finally:
        opened.kill()
        _, said = opened.communicate()
    assert "Traceback" not in said
    assert (tmp_path / "desktop.json").exists()
    assert (tmp_path / "desktop.log").read_text("utf-8") == ""
