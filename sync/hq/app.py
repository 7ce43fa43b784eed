"""HQ's composition root: the only place that opens the folder, builds the parts and serves."""

import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from fieldapp.clock import Clock, Entropy, SystemClock, system_entropy
from fieldapp.files import private
from fieldapp.mission.profile import MissionProfile, read_profile
from fieldapp.mission.said import FILE_NAME
from sync.hq.api import HqApi, Served
from sync.hq.enrol import Registrar
from sync.hq.errors import CannotListen, HqFolderTaken, NoHqFolder, ServerRunning
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
from sync.hq.sockets import allow_connections, spare_memory
from sync.hq.store_sqlite import DB_NAME, SqliteStore
from sync.locking import try_lock

LOOPBACK = ("127.0.0.1", "::1", "localhost")
CONNECTIONS = 12_000
"""All laptops of ten missions at once; each costs a socket and some 80 kilobytes."""
KEEP_ALIVE_SECONDS = 120
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
    return HqApi(Served(hq.store, hq.keys, hq.clock, hq.entropy, hq.profile.server))


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


def serve(hq: Hq, host: str | None, port: int | None, ready: Callable[[str, int], None]) -> None:
    """Serves until SIGTERM or Ctrl-C, then finishes the calls that are running.

    Args:
        hq: an open folder.
        host: address to listen on; by default loopback for a loopback server, else all.
        port: by default the one in the profile.
        ready: called once with the address and the port, when calls are answered.

    Raises:
        ServerRunning: another process serves this folder.
        HqKeysDamaged: laptops would not believe the certificate.
        CannotListen: the port is taken or not allowed.
    """
    with only_server(hq.home):
        allow_connections(CONNECTIONS)
        spare_memory()
        check_certificates(hq.home / FOLDER, hq.profile.ca)
        _serve(hq, host, port, ready)


def _serve(hq: Hq, host: str | None, port: int | None, ready: Callable[[str, int], None]) -> None:
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    parts = urlsplit(hq.profile.server)
    listen = host or ("127.0.0.1" if parts.hostname in LOOPBACK else "0.0.0.0")
    number = (parts.port or 443) if port is None else port
    app = Routes(build(hq), hq.entropy).app()
    config = uvicorn.Config(
        app,
        host=listen,
        port=number,
        ssl_keyfile=str(hq.home / FOLDER / SERVER_KEY),
        ssl_certfile=str(hq.home / FOLDER / SERVER_CERT),
        access_log=False,  # addresses and times of laptops are nobody's business
        log_config=None,
        lifespan="off",
        server_header=False,
        date_header=False,
        ws="none",
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=30,
    )
    config.load()
    _harden(config.ssl)
    name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    server = _Server(config, lambda: ready(f"https://{name}:{number}", number))
    try:
        server.run()
    except SystemExit as error:
        raise CannotListen() from error
    if not server.started:
        raise CannotListen()


def _harden(context: ssl.SSLContext | None) -> None:
    if context is None:
        raise CannotListen(detail="no certificate")
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # Resuming costs more bytes than the short handshake with one P-256 certificate.
    context.num_tickets = 0


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup()
        if self.started:
            self._ready()
