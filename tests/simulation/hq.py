"""HQ in the simulation: its real folder, store and calls; HTTP and power cuts are played."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cbor2

from fieldapp.clock import Clock, Entropy
from fieldapp.event.chain import Event
from fieldapp.mission.profile import read_profile
from fieldapp.mission.said import FILE_NAME
from fieldapp.units import EventId
from sync.hq import bundles
from sync.hq.api import EpochChanged, HqApi, Rejected
from sync.hq.app import Hq, build
from sync.hq.backup import BEFORE_SUFFIX, restore
from sync.hq.cli_people import approve
from sync.hq.keys import FOLDER as KEYS
from sync.hq.keys import load_keys
from sync.hq.store_sqlite import DB_NAME, SqliteStore, SqliteTx
from tests.support.hq_inside import code_for


class PowerCut(Exception):
    """HQ's machine stops in the middle of a call."""


class DyingStore(SqliteStore):
    """The real store, on a machine that may stop right before or right after a commit."""

    dies = ""
    """``before`` or ``after`` the next commit; empty for not at all."""

    @contextmanager
    def writing(self) -> Iterator[SqliteTx]:
        with super().writing() as tx:
            yield tx
            if self.dies == "before":
                raise PowerCut()
        if self.dies == "after":
            raise PowerCut()


class SimHq:
    """HQ, which may be stopped, backed up and restored at any moment.

    Args:
        home: an HQ folder with its laptops let in or waiting.
        clock: HQ's clock.
        entropy: where HQ's chance comes from.
    """

    def __init__(self, home: Path, clock: Clock, entropy: Entropy) -> None:
        self.home, self._clock, self._entropy = home, clock, entropy
        self.ever: dict[EventId, Event] = {}
        """Every event that was on HQ's disk at any time."""
        self.lost: set[EventId] = set()
        """Events that a restore took from HQ at any time."""
        self._seen = 0
        self._open()
        self._note()

    def close(self) -> None:
        """Stops the machine in good order."""
        self._store.close()

    def reboot(self) -> None:
        """Stops it in the middle of something; what is committed stays."""
        self.close()
        self._open()

    def call(self, path: str, token: bytes | None, content: Any) -> tuple[int, bytes]:
        """Status and body of the answer to one call; raises `PowerCut`."""
        try:
            match path:
                case "/v1/frames":
                    outcomes = self.api.frames(token, content)
                    answer: Any = [[one.code, one.receipt, one.note] for one in outcomes]
                case "/v1/enrol":
                    one = self.api.enrol(content)
                    if one.code not in (200, 202):
                        return one.code, cbor2.dumps([one.code, one.note])
                    answer = [[one.code, one.receipt, one.note]]
                case "/v1/status":
                    answer = self.api.status(token, content)
                case "/v1/inbox":
                    answer = self.api.inbox(token, content["after"], content["max"])
                case _:
                    raise AssertionError(path)
        except EpochChanged as error:
            return 409, cbor2.dumps([error.epoch])
        except Rejected as error:
            return error.status, cbor2.dumps([error.status, error.message])
        finally:
            self._note()
        return 200, cbor2.dumps(answer, canonical=True)

    def die(self, moment: str) -> None:
        """At the next commit HQ stops ``before`` or ``after`` it."""
        self._store.dies = moment

    def approve(self) -> None:
        """Lets in everyone who waits."""
        approve(self.hq, (), "sim")
        self._note()

    def invite(self, person: str) -> str:
        """A one-time code for somebody."""
        return code_for(self.hq, person=person)

    def take(self, frame: bytes) -> None:
        """A frame that came by no laptop of ours."""
        self.hq.ingest().take([frame])
        self._note()

    def import_bundle(self, path: Path) -> None:
        """Takes a stick in."""
        bundles.import_bundle(self.hq, path)
        self._note()

    def export_bundle(self, path: Path) -> None:
        """Writes a stick for everyone."""
        bundles.export_bundle(self.hq, path)

    def backup(self, path: Path) -> None:
        """Copies the log away."""
        self.hq.store.backup(path)

    def restore(self, path: Path) -> None:
        """Goes back to a copy."""
        before = self.log()
        self.close()
        restore(self.home, path, self._clock)
        (self.home / (DB_NAME + BEFORE_SUFFIX)).unlink(missing_ok=True)
        self._seen = 0
        self._open()
        self._note()
        self.lost |= before.keys() - self.log().keys()

    def log(self) -> dict[EventId, Event]:
        """What the log holds, signatures unchecked."""
        with self.hq.store.reading() as tx:
            return {row.event.id: row.event for row in tx.events.after(0, 100_000)}

    def read(self, look: Callable[[SqliteTx], Any]) -> Any:
        """Whatever a test wants to know."""
        with self.hq.store.reading() as tx:
            return look(tx)

    def _open(self) -> None:
        keys = load_keys(self.home / KEYS)
        profile = read_profile((self.home / FILE_NAME).read_bytes())
        self._store = DyingStore(self.home / DB_NAME, keys.store)
        self.hq = Hq(self.home, keys, profile, self._store, self._clock, self._entropy)
        self.api: HqApi = build(self.hq)

    def _note(self) -> None:
        """What came onto the disk since the last look."""
        with self.hq.store.reading() as tx:
            for row in tx.events.after(self._seen, 100_000):
                self.ever[row.event.id] = row.event
                self._seen = row.n


def copy_folder(source: Path, target: Path) -> None:
    """A folder as a disk image: everything of one moment."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
