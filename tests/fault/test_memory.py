"""After a lock no process holds a key, a passphrase or a word, and no file; before it, they do."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import file_report
from fieldapp.mission.installation import install_mission
from fieldapp.people import Newcomer, add_person
from fieldapp.vault.slots import PersonKeys
from sync.field.config import set_up_config
from sync.field.disk import Disk
from sync.field.spool import Spool
from tests.support.canary import Canary, scan
from tests.support.memory import may_look, memory_hits, processes_of
from tests.support.mission import CHEAP, make_mission, seeded
from tests.support.processes import ROOT, until
from tests.support.window import photo, story

_XDG = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")

# The real desktop, led by hand: unlock, write, add a photo, search, copy, look at a report.
_SESSION = """
import json, sys
from pathlib import Path
given = json.loads(sys.stdin.readline())
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
import ui.app, ui.main
begin = ui.app.Application.begin

def lead(app):
    find = app.window.findChild
    find(QLineEdit, "passphrase").setText(given["passphrase"])
    find(QPushButton, "unlock").click()
    while app.sitting is None:
        QApplication.processEvents()
    work = app.sitting.workplace
    find(QLineEdit, "search").setText(given["words"][0])
    find(QLineEdit, "search").returnPressed.emit()
    work.go("report", bytes.fromhex(given["report"]))
    rest()
    work.go("form", ("new", "restriction"))
    rest()
    field = work.page.editor.form.box("/data/where/place").field.edit
    field.setText(given["words"][1])
    field.textEdited.emit(given["words"][1])
    work.page.editor.photos._offer(bytes.fromhex(given["photo"]), given["words"][2] + ".jpg")
    QApplication.clipboard().setText(given["words"][3])
    rest()
    print("open", flush=True)
    poll = QTimer(app, interval=20)
    poll.timeout.connect(lambda: Path(given["lock"]).exists() and (poll.stop(), app.lock()))
    poll.start()

def rest():
    for _ in range(200):
        QApplication.processEvents()

def begun(app):
    begin(app)
    QTimer.singleShot(0, lambda: lead(app))

ui.app.Application.begin = begun
sys.argv = ["fieldapp", "--home", given["home"]]
ui.main.main()
"""


def needles_of(keys: PersonKeys, passphrase: str, canary: Canary) -> dict[str, bytes]:
    needles = canary.needles()
    secrets = {
        "database": keys.database,
        "signing": keys.stream_seed,
        "inbox": keys.inbox_seed,
        "draft": keys.draft,
        "token": keys.inbox_token,
    }
    for name, secret in secrets.items():
        needles[name] = secret
        needles[f"{name} in hex"] = secret.hex().encode()
        needles[f"{name} in HEX"] = secret.hex().upper().encode()
    needles["passphrase"] = passphrase.encode()
    needles["passphrase as Qt has it"] = passphrase.encode("utf-16-le")
    return needles


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux shows it")
def test_a_lock_leaves_nothing_in_memory(tmp_path: Path) -> None:
    home, log, lock = tmp_path / "home", tmp_path / "log", tmp_path / "lock-now"
    canary, passphrase = Canary(11), "glacier pencil orbit walnut teapot"
    mission = make_mission()
    install_mission(home, mission.file)
    newcomer = Newcomer("Capt A", "TS7", "laptop")
    desk = add_person(
        home, newcomer, passphrase, CHEAP, clock=SystemClock(), entropy=system_entropy
    )
    told = {"place": canary.word()}
    report = file_report(desk, story("03-denied-despite-clearance", where=told), [photo(1)])
    Spool(home).prepare()
    set_up_config(home, desk.profile, desk.stream, seeded(1)(16), Disk())
    needles = needles_of(desk.keys, passphrase, canary)
    desk.store.close()
    given = {
        "home": str(home),
        "passphrase": passphrase,
        "words": [canary.word() for _ in range(4)],
        "report": report.report.hex(),
        "photo": photo(2).content.hex(),
        "lock": str(lock),
    }
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", *_XDG):
        (tmp_path / name).mkdir()
        environment[name] = str(tmp_path / name)
    with log.open("w") as said:
        child = subprocess.Popen(
            [sys.executable, "-c", _SESSION],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            cwd=ROOT,
            env=environment,
        )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(given) + "\n")
        child.stdin.close()
        assert child.stdout.readline() == "open\n", log.read_text()
        if not may_look(child.pid):
            pytest.skip("only root may look into memory that is forbidden to all others")
        before = memory_hits(child.pid, needles)
        assert {"UTF-8", "UTF-16 LE", "database", "draft"} <= set(before), before
        lock.touch()
        assert child.wait(timeout=30) == 0, log.read_text()
        others = until("a fresh one and the sender", lambda: two_of(home))
        hits = {pid: memory_hits(pid, needles) for pid in others}
        assert hits == {pid: {} for pid in others}
        assert not Path(f"/proc/{child.pid}").exists()
        seen = scan([tmp_path], canary)
        assert [str(one.path) for one in seen.sightings] == []
        assert {"vault.db", "vault.json", "status.json"} <= {path.name for path in seen.files}
    finally:
        child.kill()
        child.stdout.close()
        for pid in processes_of(home):
            os.kill(pid, signal.SIGKILL)


def two_of(home: Path) -> list[int]:
    """A window and a sender, both with their work begun."""
    found = processes_of(home)
    kinds = {
        word for words in found.values() for word in words if word.startswith(("ui.", "sync."))
    }
    return list(found) if kinds == {"ui.main", "sync.field.sender"} else []
