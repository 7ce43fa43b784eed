"""Serving over TLS 1.3 until somebody stops it: HQ's server and a relay alike."""

import logging
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp

from sync.hq.errors import CannotListen
from sync.hq.sockets import allow_connections, spare_memory

LOOPBACK = ("127.0.0.1", "::1", "localhost")
CONNECTIONS = 12_000
"""All laptops of ten missions at once; each costs a socket and some 80 kilobytes."""
KEEP_ALIVE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server listens, and as whom.

    Args:
        name: the address that callers know, ``https://host:port``.
        cert: file of its certificate.
        key: file of the certificate's key.
        host: address to listen on; by default loopback for a loopback name, else all.
        port: by default the one in ``name``.
    """

    name: str
    cert: Path
    key: Path
    host: str | None = None
    port: int | None = None


def run_server(app: ASGIApp, place: Place, ready: Callable[[str, int], None]) -> None:
    """Serves until SIGTERM or Ctrl-C, then finishes the calls that are running.

    Args:
        app: what answers.
        place: see `Place`.
        ready: called once with the address and the port, when calls are answered.

    Raises:
        CannotListen: the port is taken or not allowed.
    """
    allow_connections(CONNECTIONS)
    spare_memory()
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    parts = urlsplit(place.name)
    listen = place.host or ("127.0.0.1" if parts.hostname in LOOPBACK else "0.0.0.0")
    number = (parts.port or 443) if place.port is None else place.port
    config = uvicorn.Config(
        app,
        host=listen,
        port=number,
        ssl_keyfile=str(place.key),
        ssl_certfile=str(place.cert),
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
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    server = _Server(config, lambda: ready(f"https://{host}:{number}", number))
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
