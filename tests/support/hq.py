"""A real HQ for tests: ``fieldapp-hq serve`` as a child process in a folder of its own."""

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

READY_SECONDS = 60
UNITS = ('TS7:"Team Site 7":"Sector West"', 'HQ:"Force HQ":"Mission HQ"')


@dataclass
class Hq:
    """An HQ folder and the server on it.

    Args:
        folder: the HQ folder.
        port: where the server listens.
        words: the verb that serves it.
    """

    folder: Path
    port: int
    words: tuple[str, ...] = ("serve",)
    _process: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """As in the mission profile."""
        return f"https://127.0.0.1:{self.port}"

    @property
    def profile_path(self) -> Path:
        """The signed mission profile."""
        return self.folder / "mission.profile"

    @property
    def log_path(self) -> Path:
        """What the server wrote on standard error."""
        return self.folder.with_name(f"{self.folder.name}-serve.log")

    @property
    def pid(self) -> int | None:
        """The running server's process, None while stopped."""
        return None if self._process is None else self._process.pid

    def cli(self, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Runs ``fieldapp-hq`` on this folder; an exit other than 0 fails if ``check``."""
        done = subprocess.run(
            [*_COMMAND, *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=300,
        )
        if check and done.returncode:
            raise AssertionError(f"fieldapp-hq {arguments[0]}: {done.stdout}{done.stderr}")
        return done

    def ask(self, *arguments: str) -> Any:
        """What a verb says with ``--json``."""
        return json.loads(self.cli(*arguments, "--json").stdout)

    def code(self, person: str, unit: str = "TS7", role: str = "patrol") -> str:
        """A one-time code."""
        verb = ("enrol", "--person", person, "--unit", unit, "--role", role)
        return self.cli(*verb).stdout.strip()

    def approve_all(self) -> list[dict[str, Any]]:
        """Lets in everyone who waits; who they were."""
        done: list[dict[str, Any]] = self.ask("approve", "--all", "--by", "Test officer")
        return done

    def start(self) -> None:
        """Starts the server and returns when it answers."""
        if self._process is not None:
            return
        # Into a file: a pipe that nobody reads would stop a server that has much to say.
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [*_COMMAND, *self.words],
                env=self._environment(),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        try:
            _wait_ready(self._process)
        except AssertionError:
            self.kill()
            raise AssertionError(f"no server: {self.log_path.read_text()}") from None

    def stop(self) -> int:
        """Ends the server in good order; its exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends the server as a power cut would end its process."""
        self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(number)
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        return process.returncode

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "FIELDAPP_HQ_HOME": str(self.folder)}


_COMMAND = (sys.executable, "-m", "sync.hq.cli")


@contextmanager
def running_hq(
    folder: Path, *, units: Sequence[str] = UNITS, serve: bool = True, relay: int = 0
) -> Iterator[Hq]:
    """An HQ in ``folder / "hq"``, its server running; surely stopped at the end."""
    hq = Hq(folder / "hq", free_port())
    named = [word for unit in units for word in ("--unit", unit)]
    about = ("--mission", "UNMIZ", "--name", "United Nations Mission in Zokara")
    place = ("--offset", "60", "--base-square", "32QQF", "--port", str(hq.port))
    if relay:
        place = (*place, "--relay", f"127.0.0.1:{relay}")
    hq.cli("init", str(hq.folder), *about, *place, *named)
    try:
        if serve:
            hq.start()
        yield hq
    finally:
        hq.stop()


def free_port() -> int:
    """A port on which nobody listens just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    with selectors.DefaultSelector() as watch:
        watch.register(process.stdout, selectors.EVENT_READ)
        until = time.monotonic() + READY_SECONDS
        while watch.select(max(0.0, until - time.monotonic())):
            line = process.stdout.readline()
            if line.startswith("ready"):
                return
            if not line:
                break
    raise AssertionError("the server did not start")
