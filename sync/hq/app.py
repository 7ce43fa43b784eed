"""HQ's composition root: the only place that opens the folder, builds the parts and serves."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.clock import Clock, Entropy, SystemClock, system_entropy
from fieldapp.files import private
from fieldapp.mission.profile import MissionProfile, read_profile
from fieldapp.mission.said import FILE_NAME
from sync.hq.api import HqApi, Served
from sync.hq.enrol import Registrar
from sync.hq.errors import HqFolderTaken, NoHqFolder, ServerRunning
from sync.hq.ingest import Ingest
from sync.hq.keys import (
    FOLDER,
    SERVER_CERT,
    SERVER_KEY,
    HqKeys,
    check_certificates,
    check_keys,
    load_keys,
)
from sync.hq.routes import Routes
from sync.hq.server import Place, run_server
from sync.hq.store_sqlite import DB_NAME, SqliteStore
from sync.locking import try_lock

_LOCK = "serve.lock"


@dataclass(frozen=True, slots=True)
class Hq:
    """An open HQ folder.

    Args:
        home: the folder.
        keys: its keys.
        profile: the mission.
        store: the log.
        clock: HQ's clock.
        entropy: source of randomness.
    """

    home: Path
    keys: HqKeys
    profile: MissionProfile
    store: SqliteStore
    clock: Clock
    entropy: Entropy

    def registrar(self) -> Registrar:
        """HQ's own hand."""
        return Registrar(self.keys.admin, self.clock, self.entropy)

    def ingest(self) -> Ingest:
        """Takes frames in."""
        return Ingest(self.store, self.keys, self.clock)


@contextmanager
def open_hq(
    home: Path, clock: Clock | None = None, entropy: Entropy = system_entropy
) -> Iterator[Hq]:
    """The HQ in a folder, closed at the end.

    Raises:
        NoHqFolder, HqKeysDamaged, BadMissionFile, HqStoreMissing, HqStoreLocked, HqStoreDamaged.
    """
    try:
        profile = read_profile((home / FILE_NAME).read_bytes())
    except FileNotFoundError as error:
        raise NoHqFolder() from error
    keys = load_keys(home / FOLDER)
    check_keys(keys, profile)
    store = SqliteStore(home / DB_NAME, keys.store)
    try:
        yield Hq(home, keys, profile, store, clock or SystemClock(), entropy)
    finally:
        store.close()


def check_free(home: Path) -> None:
    """Raises `HqFolderTaken` where a new HQ would overwrite something."""
    if home.exists() and any(home.iterdir()):
        raise HqFolderTaken()


def build(hq: Hq) -> HqApi:
    """What answers calls."""
    return HqApi(Served(hq.store, hq.keys, hq.clock, hq.entropy, hq.profile.desk))


@contextmanager
def only_server(home: Path) -> Iterator[None]:
    """Holds the lock of a folder's server; its embedded store takes one server only.

    Raises:
        ServerRunning: another process holds it.
    """
    with open(home / _LOCK, "ab", opener=private) as handle:
        if not try_lock(handle):
            raise ServerRunning()
        yield


def serve(
    hq: Hq,
    host: str | None,
    port: int | None,
    ready: Callable[[str, int], None],
    daily: Callable[[threading.Event], None],
) -> None:
    """Serves until SIGTERM or Ctrl-C, then finishes the calls that are running.

    Args:
        hq: an open folder.
        host: address to listen on; by default loopback for a loopback server, else all.
        port: by default the one in the profile.
        ready: called once with the address and the port, when calls are answered.
        daily: runs beside the server, in a thread of its own, until the event is set.

    Raises:
        ServerRunning: another process serves this folder.
        HqKeysDamaged: laptops would not believe the certificate.
        CannotListen: the port is taken or not allowed.
    """
    with only_server(hq.home):
        check_certificates(hq.home / FOLDER, hq.profile.ca)
        folder = hq.home / FOLDER
        stop = threading.Event()
        threading.Thread(target=daily, args=(stop,), daemon=True).start()
        place = Place(hq.profile.desk, folder / SERVER_CERT, folder / SERVER_KEY, host, port)
        try:
            run_server(Routes(build(hq), hq.entropy).app(), place, ready)
        finally:
            stop.set()
