"""``make real-input``: real events through the real commands, from one officer to another.

The whole of ``ucdp-ged-23.1-central-african-republic.geojson`` is taken in at one officer's
desktop, pushed to a real HQ, pulled by a second officer; counts, ids and content must be equal.
Then the same again: nothing may change. Then one byte at HQ is changed by hand: HQ must name it.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.event.kinds import Kind
from fieldapp.people import open_desk
from fieldapp.store.driver import sqlite
from fieldapp.vault.slots import Vault
from sync.hq.store_sqlite import DB_NAME
from tests.support.hq import Hq, running_hq
from tests.support.mission import PASSPHRASE

FILE = "ucdp-ged-23.1-central-african-republic.geojson"
BRIEF_ROWS = 200
T = TypeVar("T")
Records = dict[str, bytes]
"""Content by hex id."""


class Broken(Exception):
    """A promise did not hold."""


class Officer:
    """An officer's desktop, used by its verbs."""

    def __init__(self, folder: Path, name: str, hq: Hq) -> None:
        self.home = folder / name.replace(" ", "-")
        self._name = name
        self._secret = folder / "passphrase"
        self._secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
        code = hq.code(name, "HQ", "officer")
        self.run("enrol", "--profile", str(hq.profile_path), "--code", code, "--unit", "HQ")
        self.run("sync", "--once")

    def run(self, *words: str) -> dict[str, Any]:
        """A verb's answer."""
        about = ("--home", str(self.home), "--person", self._name, "--json")
        done = subprocess.run(
            [sys.executable, "-m", "ui.main", *words, *about, "--passphrase-file", self._secret],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Broken(f"{words[0]} failed: {done.stderr or done.stdout}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def records(self) -> Records:
        """The history records held here, as stored."""
        vault = Vault(self.home, system_entropy)
        keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
        desk = open_desk(self.home, keys, clock=SystemClock(), entropy=system_entropy)
        with desk.store:
            rows = desk.store.rows(
                "SELECT id, payload FROM event WHERE kind = ?", (int(Kind.HISTORY),)
            )
        return {event.hex(): payload for event, payload in rows}


def at_hq(hq: Hq) -> Records:
    """The history records in HQ's log, read past the server."""
    rows = _log(hq, "SELECT id, payload FROM event WHERE kind = ?", (int(Kind.HISTORY),))
    return {event.hex(): payload for event, payload in rows}


def main(words: list[str]) -> int:
    """Prints each step with its figures; the exit status is 1 at the first broken promise."""
    brief = "--brief" in words
    folders = [word for word in words if not word.startswith("-")]
    source = Path(folders[0]) / FILE if folders else Path(FILE)
    if not source.is_file():
        print(f"The full data is not there: {source}. Use: make real-input DATA=DIR")
        return 1
    with tempfile.TemporaryDirectory(prefix="real-input-") as folder:
        try:
            _play(Path(folder), source, brief)
        except Broken as error:
            print(f"BROKEN: {error}")
            return 1
    print("All equal.")
    return 0


def _play(folder: Path, source: Path, brief: bool) -> None:
    file, wanted = _rows(folder, source, BRIEF_ROWS if brief else None)
    with running_hq(folder) as hq:
        one, two = (Officer(folder, name, hq) for name in ("Maj One", "Capt Two"))
        hq.approve_all()
        one.run("sync", "--once")
        taken = _timed("taken in", lambda: _take_in(one, file))
        _expect(taken["taken"] == wanted - len(taken["refused"]), "every row taken or refused")
        print(f"  {taken['taken']} of {wanted}, {len(taken['refused'])} refused with a reason")
        _timed("pushed", lambda: _until(lambda: one.run("sync", "--once")["waiting"] == 0))
        _timed("pulled", lambda: _until(lambda: two.run("sync", "--once")["new"] == 0))
        held = _same(one, two, hq)
        _expect(len(held) == taken["taken"], "as many records as were taken in")
        print(f"  {len(held)} records, ids and content equal at all three")

        again = _timed("the same file again", lambda: _take_in(one, file))
        _expect((again["taken"], again["already"]) == (0, taken["taken"]), "nothing taken twice")
        _until(lambda: one.run("sync", "--once")["waiting"] == 0)
        two.run("sync", "--once")
        _expect(_same(one, two, hq) == held, "nothing changed")
        print("  nothing changed")
        _verified(hq)


def _verified(hq: Hq) -> None:
    found = hq.ask("verify")
    print(f"  HQ verifies {found['events']} records of {found['streams']} authors")
    n, payload = _log(
        hq, "SELECT n, payload FROM event WHERE kind = ? LIMIT 1 OFFSET 100", (int(Kind.HISTORY),)
    )[0]
    ref = json.loads(payload)["ref"]
    middle = len(payload) // 2
    changed = payload[:middle] + bytes([payload[middle] ^ 1]) + payload[middle + 1 :]
    _log(hq, "UPDATE event SET payload = ? WHERE n = ?", (changed, n))
    done = hq.cli("verify", check=False)
    said = done.stdout + done.stderr
    _log(hq, "UPDATE event SET payload = ? WHERE n = ?", (payload, n))
    _expect(done.returncode == 1, "verify fails after one changed byte")
    _expect(ref in said or str(n) in said, f"verify names the record; it said: {said}")
    print("  one byte changed by hand: HQ names the record")
    print("   ", next((line for line in said.splitlines() if str(n) in line), "").strip())
    _expect(hq.cli("verify").returncode == 0, "whole again")


def _same(one: Officer, two: Officer, hq: Hq) -> Records:
    first, second, log = one.records(), two.records(), at_hq(hq)
    _expect(first == log, f"HQ holds what was pushed ({len(first)} and {len(log)})")
    _expect(second == log, f"the second desktop holds the log ({len(second)} and {len(log)})")
    return log


def _take_in(officer: Officer, file: Path) -> dict[str, Any]:
    return officer.run("import", str(file), "--form", "incident", "--mapping", "ucdp-ged-23.1")


def _rows(folder: Path, source: Path, most: int | None) -> tuple[Path, int]:
    """The file to take in, all of it or its first rows, and how many rows it has."""
    content = json.loads(source.read_bytes())
    if most is None:
        return source, len(content["features"])
    content["features"] = content["features"][:most]
    part = folder / "part.geojson"
    part.write_text(json.dumps(content), encoding="utf-8")
    return part, len(content["features"])


def _log(hq: Hq, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    key = bytes.fromhex((hq.folder / "keys" / "store.key").read_text("ascii").strip())
    connection = sqlite.connect(str(hq.folder / DB_NAME), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return list(connection.execute(statement, values))
    finally:
        connection.close()


def _until(done: Callable[[], bool], rounds: int = 30) -> None:
    for _ in range(rounds):
        if done():
            return
    raise Broken("it did not come to an end")


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.monotonic()
    answer = work()
    print(f"{what}: {time.monotonic() - start:.1f} s")
    return answer


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise Broken(what)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
