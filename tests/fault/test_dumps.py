"""What may hold keys leaves no memory behind: no core file, no words in a traceback."""

import subprocess
import sys

import pytest

from tests.support.processes import ROOT

# Ends by an error that nobody caught, inside the program's own border, and tells its limits.
_DIES = """
import atexit, ctypes, resource, sys
def tell():
    print(*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
atexit.register(tell)
resource.setrlimit(resource.RLIMIT_CORE, (4096, resource.getrlimit(resource.RLIMIT_CORE)[1]))
import {module} as module
def die(*words, **named):
    raise ValueError("Colonel X at 32QQF89474793")
{instead}
sys.argv = ["program", {words}]
module.main()
"""
PROGRAMS = {
    "verbs": ("ui.main", "import ui.verbs; ui.verbs.run_verbs = die", "'doctor'"),
    "desktop": ("ui.main", "module.open_window = die", ""),
    "HQ": ("sync.hq.cli", "module.run = die", ""),
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux knows them")
@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_no_core_and_no_words(name: str) -> None:
    module, instead, words = PROGRAMS[name]
    done = subprocess.run(
        [sys.executable, "-c", _DIES.format(module=module, instead=instead, words=words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == "0 0 0\n"
    assert done.stderr == "fault: ValueError at <string>:9\n"


@pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux knows them")
def test_the_sender_leaves_no_core(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "spool").mkdir()
    (home / "spool" / "sender.json").touch()
    code = _DIES.format(
        module="sync.field.sender",
        instead="module._run = die",
        words=f"'--home', {str(home)!r}",
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout == "0 0 0\n"
    assert done.stderr == "fault: ValueError at <string>:9\n"
