"""The rehearsal's cast: HQ, two field laptops of one unit and an officer, all on this computer.

Everything is done by the commands that anybody can type; nothing reaches into a store or a log.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Self

from fieldapp.errors import FieldError, Remedy
from sync.field.lock import sender_running
from sync.field.status import stop_sender
from ui.demo.link import Relay, free_port

MISSION = "UNMIZ"
PATIENCE_SECONDS = 60.0
_POLL_SECONDS = 0.25


class RehearsalFailed(FieldError):
    """A step of the rehearsal did not do what the product promises."""

    code = "demo.step"
    remedy = Remedy.TRY_AGAIN
    text = "A step of the rehearsal failed."


@dataclass(frozen=True)
class Actor:
    """One person of the rehearsal, with a laptop of their own.

    Args:
        key: short name, also of the folder.
        name: as on the lock screen.
        unit: unit code.
        role: what HQ lets them do.
        laptop: number of the laptop in its unit.
        passphrase: made up for the rehearsal and printed.
    """

    key: str
    name: str
    unit: str
    role: str
    laptop: int
    passphrase: str


PATROL = Actor("patrol", "Capt Amadou", "TS7", "patrol", 0, "amber kettle north lantern")
SECOND = Actor("second", "Lt Berg", "TS7", "patrol", 1, "copper river quiet saddle")
OFFICER = Actor("officer", "Maj Okafor", "HQ", "officer", 0, "velvet harbour seven maples")
CAST = (PATROL, SECOND, OFFICER)


class Rehearsal:
    """Starts the cast, runs its commands, and leaves nothing running.

    Args:
        folder: an empty folder that belongs to the rehearsal.
        say: prints one line.
    """

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.say = say
        self._children: list[subprocess.Popen[bytes]] = []
        self._hq_port = free_port()
        self.link = Relay(self._hq_port)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        for actor in CAST:
            if self.home(actor).exists():
                stop_sender(self.home(actor))
        for child in reversed(self._children):
            child.terminate()
        for child in reversed(self._children):
            try:
                child.wait(timeout=15)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self._wait_for_senders()
        self.link.close()

    def _wait_for_senders(self) -> None:
        """A desktop leaves its sender running, as it should; here it ends with the rehearsal."""
        end = time.monotonic() + PATIENCE_SECONDS
        while any(sender_running(self.home(actor)) for actor in CAST):
            if time.monotonic() > end:
                break
            time.sleep(_POLL_SECONDS)

    def home(self, actor: Actor) -> Path:
        """The actor's installation folder."""
        return self.folder / actor.key

    def start(self) -> None:
        """HQ initialised and serving; everybody enrolled and approved."""
        self.hq(
            *("init", str(self.folder / "hq"), "--mission", MISSION),
            *("--name", "Rehearsal Mission in Zokara", "--host", "127.0.0.1"),
            *("--port", str(self.link.port), "--offset", "60", "--base-square", "32QQF"),
            *("--unit", "TS7:Team Site 7:Sector West", "--unit", "HQ:Force HQ:Mission HQ"),
        )
        self._spawn(
            [*_python("sync.hq.cli"), "serve", *self._hq_home(), "--port", str(self._hq_port)]
        )
        for actor in CAST:
            self._enrol(actor)

    def approve_everybody(self) -> None:
        """HQ lets in whoever asked."""
        self.until("everybody has asked to be let in", self._all_pending)
        self.hq("approve", "--all", "--by", "Rehearsal administrator", *self._hq_home())

    def start_senders(self) -> None:
        """The part of every laptop that sends by itself."""
        for actor in CAST:
            self._spawn([*_python("sync.field.sender"), "--home", str(self.home(actor))])

    def spawn_desktop(self, actor: Actor) -> subprocess.Popen[bytes]:
        """A real window for this actor; its sender starts with it."""
        return self._spawn([*_python("ui.main"), "--home", str(self.home(actor))])

    def hq(self, *words: str) -> dict[str, Any]:
        """Runs a verb of HQ's server program."""
        return self._run([*_python("sync.hq.cli"), *words])

    def hq_json(self, *words: str) -> dict[str, Any]:
        """As `hq`, with machine-readable output."""
        return self.hq(*words, *self._hq_home(), "--json")

    def field(self, actor: Actor, *words: str) -> dict[str, Any]:
        """Runs a verb of the desktop's program as this actor, without a screen."""
        home = self.home(actor)
        secret = self.folder / f"{actor.key}.passphrase"
        return self._run(
            [
                *_python("ui.main"),
                *words,
                "--home",
                str(home),
                "--json",
                "--passphrase-file",
                str(secret),
            ]
        )

    def locked(self, actor: Actor, *words: str) -> dict[str, Any]:
        """Runs a verb that needs no passphrase, as from this actor's lock screen."""
        return self._run([*_python("ui.main"), *words, "--home", str(self.home(actor)), "--json"])

    def report(self, actor: Actor, ref: str) -> dict[str, Any]:
        """A report as this actor sees it."""
        return self.field(actor, "report", "show", ref)

    def answers(self, name: str, **where: str) -> Path:
        """A file of answers for the rehearsal, with parts of its place replaced."""
        content = json.loads(files("ui.demo").joinpath(f"data/{name}.json").read_text("utf-8"))
        content["answers"]["where"].update(where)
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def take_in_history(self, actor: Actor) -> int:
        """Some real older events, so that lists and search have something to show; how many."""
        source = files("ui.demo").joinpath("data/ucdp-ged-23.1-excerpt.geojson")
        words = ("--form", "incident", "--mapping", "ucdp-ged-23.1")
        with as_file(source) as path:
            taken = int(self.field(actor, "import", str(path), *words)["taken"])
        self.field(actor, "sync", "--once")
        return taken

    def until(self, what: str, done: Callable[[], bool]) -> None:
        """Waits for something that the product does by itself; raises `RehearsalFailed`."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                raise RehearsalFailed(f"Waited in vain until {what}.")
            time.sleep(_POLL_SECONDS)

    def _all_pending(self) -> bool:
        for actor in CAST:
            self.field(actor, "sync", "--once")
        return int(self.hq_json("status")["pending"]) == len(CAST)

    def _enrol(self, actor: Actor) -> None:
        secret = self.folder / f"{actor.key}.passphrase"
        secret.write_text(actor.passphrase + "\n", encoding="utf-8")
        code = self.hq_json(
            "enrol", "--person", actor.name, "--unit", actor.unit, "--role", actor.role
        )["code"]
        self.field(
            actor,
            *("enrol", "--profile", str(self.folder / "hq" / "mission.profile"), "--code", code),
            *("--person", actor.name, "--unit", actor.unit, "--laptop", str(actor.laptop)),
            *("--device", f"{actor.key} laptop"),
        )

    def _hq_home(self) -> tuple[str, str]:
        return ("--home", str(self.folder / "hq"))

    def _spawn(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{len(self._children)}.log").open("wb")
        with log:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )
        self._children.append(child)
        return child

    def _run(self, command: Sequence[str]) -> dict[str, Any]:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        if done.returncode:
            words = " ".join(command[3:5])
            raise RehearsalFailed(f"'{words}' failed: {done.stderr.strip() or done.stdout}")
        try:
            value = json.loads(done.stdout)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {"items": value}


def _python(module: str) -> list[str]:
    return [sys.executable, "-m", module]
