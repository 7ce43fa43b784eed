"""The product's own processes for tests: HQ's server and the sender, started, killed, restarted."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

from sync.field.starting import command

ROOT = Path(__file__).resolve().parents[2]
_LOOK_SECONDS = 0.02
T = TypeVar("T")


def until(what: str, look: Callable[[], T], seconds: float = 30.0) -> T:
    """The first true answer of ``look``; fails the test when none comes in time."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < end, f"waited {seconds:.0f} s in vain until {what}"
        time.sleep(_LOOK_SECONDS)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class Killable:
    """A child process whose output goes to a file.

    Args:
        words: the command.
        log: file that standard error, and standard output unless it is read, are appended to.
        environment: variables on top of this process's own.
    """

    def __init__(
        self, words: list[str], log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self._words = words
        self.log = log
        self._environment = {**os.environ, **(environment or {})}
        self._child: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """Number of the running process."""
        assert self._child is not None
        return self._child.pid

    def start(self) -> None:
        """Starts it; it must not be running."""
        assert self._child is None
        with self.log.open("a") as log:
            self._child = subprocess.Popen(
                self._words,
                stdin=subprocess.DEVNULL,
                stdout=self._output(log.fileno()),
                stderr=log,
                text=True,
                cwd=ROOT,
                env=self._environment,
            )

    def strike(self) -> None:
        """SIGKILL, without waiting for its end."""
        if self._child is not None:
            self._child.kill()

    def kill(self) -> None:
        """SIGKILL, and nothing of it is left."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> int:
        """Asks it to end and waits; its exit status."""
        return self._end(subprocess.Popen.terminate)

    def _end(self, how: Callable[[subprocess.Popen[str]], None]) -> int:
        child, self._child = self._child, None
        if child is None:
            return 0
        how(child)
        status = child.wait(timeout=30)
        if child.stdout is not None:
            child.stdout.close()
        return status

    def _output(self, log: int) -> int:
        return log


class SenderProcess(Killable):
    """The sender of one installation folder."""

    def __init__(self, home: Path, log: Path, environment: Mapping[str, str] | None = None) -> None:
        super().__init__(command(home), log, environment)


class HqProcess(Killable):
    """An HQ folder and its server.

    Args:
        home: the folder; `begin` makes it.
        log: see `Killable`.
        environment: see `Killable`.
    """

    def __init__(self, home: Path, log: Path, environment: Mapping[str, str] | None = None) -> None:
        self.home = home
        self.port = free_port()
        words = [*_HQ, "serve", "--home", str(home), "--port", str(self.port), "--json"]
        super().__init__(words, log, environment)

    def begin(self, public_port: int) -> bytes:
        """Makes the folder; the mission file, which names ``public_port`` as HQ's."""
        self.verb(
            *("init", str(self.home), "--mission", "UNMIZ", "--name", "Mission in Zokara"),
            *("--host", "127.0.0.1", "--port", str(public_port), "--offset", "60"),
            *("--base-square", "32QQF", "--unit", "TS7:Team Site 7:Sector West"),
            *("--unit", "HQ:Force HQ:Mission HQ", "--json"),
        )
        return (self.home / "mission.profile").read_bytes()

    def start(self) -> None:
        """Starts it; it answers when this returns."""
        super().start()
        assert self._child is not None
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        assert "ready" in line, self.log.read_text()

    def ask(self, *words: str) -> Any:
        """The JSON answer of a verb about this folder."""
        return self.verb(*words, "--home", str(self.home), "--json")

    def code(self, person: str, unit: str = "TS7", role: str = "patrol") -> str:
        """A new one-time code."""
        found = self.ask("enrol", "--person", person, "--unit", unit, "--role", role)
        return str(found["code"])

    def verb(self, *words: str) -> Any:
        """Runs a verb in a process of its own; its JSON answer."""
        done = subprocess.run(
            [*_HQ, *words],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self._environment,
            check=False,
        )
        assert done.returncode == 0, (words[0], done.stderr)
        return json.loads(done.stdout)

    def _output(self, log: int) -> int:
        return subprocess.PIPE


_HQ = [sys.executable, "-m", "sync.hq.cli"]
