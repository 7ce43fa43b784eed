"""A laptop that goes to sleep, or whose session is locked, locks itself."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.units import UtcMillis
from tests.support.desktop import desktop
from tests.support.mission import make_desk, make_mission
from tests.support.processes import ROOT
from ui.shell.leaving import SLEPT_MS, LeavingWatch
from ui.shell.leaving_windows import leaves


@dataclass
class SetClock:
    """A clock that stands until it is set."""

    at: int = 1_793_700_000_000

    def now(self) -> UtcMillis:
        return UtcMillis(self.at)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_sleep_is_noticed_at_its_end(window: QWidget, qtbot: QtBot) -> None:
    clock = SetClock()
    watch = LeavingWatch(window, clock, look_ms=10)
    watch.start()
    clock.at += SLEPT_MS
    with qtbot.assertNotEmitted(watch.leaving, wait=50):
        pass
    with qtbot.waitSignal(watch.leaving, timeout=5000):
        clock.at += SLEPT_MS + 11
    watch.stop()
    clock.at += SLEPT_MS * 2
    with qtbot.assertNotEmitted(watch.leaving, wait=50):
        pass


@pytest.mark.parametrize(
    ("message", "what", "wanted"),
    [
        (0x0218, 4, True),
        (0x0218, 7, False),
        (0x02B1, 7, True),
        (0x02B1, 8, False),
        (0x02B1, 6, True),
        (0x02B1, 2, True),
        (0x0100, 4, False),
    ],
)
def test_what_windows_says(message: int, what: int, wanted: bool) -> None:
    assert leaves(message, what) is wanted


# A process of its own, since the address of the bus is read once: it says what it was told.
_LISTENS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication([])
from ui.shell.leaving_linux import BusTeller
told = []
teller = BusTeller(lambda: print("leaving", flush=True))
QTimer.singleShot(0, lambda: print("listens", flush=True))
QTimer.singleShot(20000, app.quit)
app.exec()
"""
# Stands for logind: takes its name on the bus and says one thing.
_SAYS = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication([])
bus = QDBusConnection.systemBus()
assert bus.isConnected()
assert bus.registerService("org.freedesktop.login1")
path, interface, name, *words = sys.argv[1:]
message = QDBusMessage.createSignal(path, "org.freedesktop." + interface, name)
message.setArguments([word == "true" for word in words])
assert bus.send(message)
bus.interface().isServiceRegistered("org.freedesktop.login1")
"""


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """A bus of our own in the place of the system's."""
    daemon = which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon")
    words = [daemon, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        yield {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        running.terminate()


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("/org/freedesktop/login1 login1.Manager PrepareForSleep true", True),
        ("/org/freedesktop/login1 login1.Manager PrepareForSleep false", False),
        ("/org/freedesktop/login1/session/_31 login1.Session Lock", True),
        ("/org/freedesktop/login1/session/_31 login1.Session Unlock", False),
        ("/ScreenSaver ScreenSaver ActiveChanged true", True),
    ],
)
def test_what_logind_says(bus: dict[str, str], said: str, wanted: bool) -> None:
    environment = {**os.environ, **bus, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", _LISTENS],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    ) as listens:
        assert listens.stdout is not None
        assert listens.stdout.readline() == "listens\n"
        for words in (said, "/any login1.Session Lock"):
            says = [sys.executable, "-c", _SAYS, *words.split()]
            subprocess.run(says, check=True, timeout=20, env=environment)
        for _ in range(2 if wanted else 1):
            assert listens.stdout.readline() == "leaving\n"
        listens.terminate()
        assert listens.stdout.read() == ""


def test_leaving_locks_and_keeps_what_was_typed(tmp_path: Path, qtbot: QtBot) -> None:
    make_desk(tmp_path, make_mission()).store.close()
    with desktop(tmp_path, qtbot) as here:
        here.app._leaving.leaving.emit()
        assert here.restarts == [], "nobody is in"
        here.unlock()
        here.app._leaving.leaving.emit()
        assert here.restarts == ["restart"]
        assert here.app.sitting is None
