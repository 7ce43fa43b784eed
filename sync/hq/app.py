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
from fieldapp.mission.profile import MissionProfile, read_profile
from fieldapp.mission.said import FILE_NAME
from sync.hq.api import HqApi, Served
from sync.hq.enrol import Registrar
from sync.hq.errors import CannotListen, HqFolderTaken, NoHqFolder
from sync.hq.ingest import Ingest
from sync.hq.keys import FOLDER, SERVER_CERT, SERVER_KEY, HqKeys, load_keys
from sync.hq.routes import Routes
from sync.hq.store_sqlite import DB_NAME, SqliteStore

LOOPBACK = ("127.0.0.1", "::1", "localhost")
CONNECTIONS = 2000
"""More laptops than a mission has; each idle one costs a socket and some kilobytes."""
KEEP_ALIVE_SECONDS = 120


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
        NoHqFolder, HqKeysDamaged, BadMissionFile, HqStoreLocked, HqStoreDamaged.
    """
    try:
        profile = read_profile((home / FILE_NAME).read_bytes())
    except FileNotFoundError as error:
        raise NoHqFolder() from error
    keys = load_keys(home / FOLDER)
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


def serve(hq: Hq, host: str | None, port: int | None, ready: Callable[[str], None]) -> None:
    """Serves until SIGTERM or Ctrl-C, then finishes the calls that are running.

    Args:
        hq: an open folder.
        host: address to listen on; by default loopback for a loopback server, else all.
        port: by default the one in the profile.
        ready: called once with the address, when calls are answered.

    Raises:
        CannotListen: the port is taken or not allowed.
    """
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    parts = urlsplit(hq.profile.server)
    listen = host or ("127.0.0.1" if parts.hostname in LOOPBACK else "0.0.0.0")
    app = Routes(build(hq), hq.entropy).app()
    config = uvicorn.Config(
        app,
        host=listen,
        port=parts.port or 443 if port is None else port,
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
    server = _Server(config, ready, hq.profile.server)
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
    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None], name: str) -> None:
        super().__init__(config)
        self._ready = ready
        self._name = name

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup()
        if self.started:
            self._ready(self._name)
