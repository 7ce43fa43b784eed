"""The console script: verbs without Qt, the window only when nothing is asked for."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.cli_support import Shell, run
from fieldapp.mission.installation import install_mission
from tests.support.mission import make_desk, make_mission
from ui import desktop, main
from ui.verbs import group

_NO_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise AssertionError("Qt was imported: " + name)
sys.meta_path.insert(0, Refuse())
from ui.main import main
try:
    main()
except SystemExit as ended:
    status = ended.code
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
    monkeypatch.setattr(os, "umask", lambda mask: 0)
    monkeypatch.setattr(main, "forbid_dumps", lambda: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    for module in (desktop, main):
        monkeypatch.setattr(module, "desktop_installed", lambda: False)
    monkeypatch.setattr(sys, "argv", ["fieldapp"])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "error main.no-desktop" in said
    assert "pip install 'fieldapp[desktop]'" in said


def test_a_wrong_verb_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(group, Shell(), ["no-such-verb"]) == 2
    assert "No such command" in capsys.readouterr().err


_TELLS_WHEN_OPEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["fieldapp"])
QTimer.singleShot(0, lambda: print("open", flush=True))
from ui.main import main
main()
"""


def test_the_window_opens_and_ends_in_good_order(tmp_path: Path) -> None:
    """A real process: set-up is shown, a request to end it is obeyed, nothing is left running."""
    home = tmp_path / "a new folder"
    opened = subprocess.Popen(
        [sys.executable, "-c", _TELLS_WHEN_OPEN, "--home", str(home)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert opened.stdout is not None
        assert opened.stdout.readline() == "open\n"
        opened.send_signal(signal.SIGTERM)
        assert opened.wait(20) == 0
    finally:
        opened.kill()
        _, said = opened.communicate()
    assert "Traceback" not in said
    assert (home / "desktop.json").exists()
    assert not (home / "desktop.log").exists(), "no fault, no log"


_NO_VERBS = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name in ("click", "rich", "cryptography", "urllib3", "sqlcipher3", "mgrs"):
            raise AssertionError(name + " was imported before anybody is in")
sys.meta_path.insert(0, Refuse())
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["fieldapp"])
QTimer.singleShot(0, app.quit)
from ui.main import main
main()
"""


def test_the_lock_screen_needs_no_verb_no_key_and_no_store(tmp_path: Path) -> None:
    """What makes it slow to open must wait until somebody is in; so must what touches keys."""
    make_desk(tmp_path, make_mission()).store.close()
    done = subprocess.run(
        [sys.executable, "-c", _NO_VERBS, "--home", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], True),
        (["--home", "{new}"], True),
        (["--home={new}"], True),
        (["--home"], False),
        (["--home="], False),
        (["--home", "{file}"], False),
        (["--help"], False),
        (["--home", "{new}", "report"], False),
        (["report", "list"], False),
    ],
)
def test_only_a_line_without_a_verb_opens_the_window(
    arguments: list[str], wanted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAPP_HOME", "untouched")
    (tmp_path / "file").touch()
    line = [word.format(new=tmp_path / "new", file=tmp_path / "file") for word in arguments]
    assert main.window_wanted(line) is wanted
    named = wanted and bool(line)
    assert os.environ["FIELDAPP_HOME"] == (str(tmp_path / "new") if named else "untouched")
