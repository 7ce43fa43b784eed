"""From start to painted lock screen, against an empty window of the same toolkit; and memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.bench.harness import Measured
from tests.support.mission import make_desk, make_mission

_PAINTED = "painted"
_COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As installed: the first start, which is not counted, leaves the compiled modules behind."""
_EMPTY = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
class Told(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            sys.stdin.read()
        return done
app = QApplication([])
window = Told()
window.resize(1280, 720)
window.show()
app.exec()
"""
_OURS = """
import sys
from ui.main import main
import ui.app
from ui.shell.lock_screen import LockScreen, QWidget
def painted(self, event):
    QWidget.paintEvent(self, event)
    print("painted", flush=True)
    sys.stdin.read()
LockScreen.paintEvent = painted
main()
"""


def start(runs: int) -> list[Measured]:
    """Wall time from the start of the process to the first paint, and memory at that moment."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        make_desk(home, make_mission()).store.close()
        for script in (_OURS, _EMPTY):
            _painted(script, home)
        pairs = [(_painted(_OURS, home), _painted(_EMPTY, home)) for _ in range(runs)]
    ratio = statistics.median(ours[0] / empty[0] for ours, empty in pairs)
    memory = statistics.median(ours[1] for ours, _ in pairs)
    bare = statistics.median(empty[1] for _, empty in pairs)
    seconds = statistics.median(empty[0] for _, empty in pairs)
    return [
        Measured("start_ratio", ratio, "ratio", seconds, runs),
        Measured("start_rss_mb", memory, "MB", bare, runs),
    ]


def _painted(script: str, home: Path) -> tuple[float, float]:
    """Seconds and MB; the process is ended right after its first paint."""
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", script, "--home", str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_COMPILED,
        text=True,
    )
    assert child.stdout is not None
    try:
        said = child.stdout.readline().strip()
        spent = time.perf_counter() - begun
        memory = psutil.Process(child.pid).memory_info().rss / 1_000_000
    finally:
        child.kill()
        child.communicate()
    assert said == _PAINTED, "no window was painted"
    return spent, memory
