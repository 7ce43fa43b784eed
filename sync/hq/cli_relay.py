"""Verbs about a relay: an exposed host that laptops call, and that can read nothing."""

import signal
import threading
from pathlib import Path
from urllib.parse import urlsplit

import click

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.units import MIB
from sync.hq.app import check_free, only_server, open_hq
from sync.hq.cli_support import home_option, say
from sync.hq.errors import NoRelay
from sync.hq.keys import FOLDER, SERVER_CERT, SERVER_KEY, renew_server
from sync.hq.relay import Held, Relay, RelayConfig, read_config, write_config
from sync.hq.relay_routes import RelayRoutes, hand_on_for_ever
from sync.hq.server import Place, run_server
from sync.http import HqLink

_PATIENCE_SECONDS = 20.0


@click.group("relay")
def relay() -> None:
    """An exposed host between laptops and HQ; it holds no key to what it hands on."""


@relay.command("make")
@home_option
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def make_verb(home: Path, as_json: bool, out: Path) -> None:
    """Make the relay's folder OUT at HQ, to be moved to the exposed host."""
    with open_hq(home) as hq:
        profile = hq.profile
        if not profile.officers:
            raise NoRelay()
        check_free(out)
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        host = urlsplit(profile.server).hostname or ""
        renew_server(home / FOLDER, (host,), profile.mission, out)
        keys = frozenset((hq.keys.radio.key_id, hq.keys.courier.key_id))
        write_config(
            out, RelayConfig(profile.mission, profile.server, profile.desk, profile.ca, keys)
        )
    words = f"Move {out} to the exposed host and run there: fieldapp-hq relay serve --home DIR"
    say(as_json, {"folder": str(out), "server": profile.server}, words)


@relay.command("serve")
@home_option
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="By default that which laptops know.")
def serve_verb(home: Path, as_json: bool, host: str | None, port: int | None) -> None:
    """Hand frames on until stopped; prints one line when ready."""
    config = read_config(home)
    signal.signal(signal.SIGTERM, lambda *_: None)
    signal.signal(signal.SIGINT, lambda *_: None)
    with only_server(home):
        handing = _relay(home, config)
        stop = threading.Event()
        thread = threading.Thread(target=hand_on_for_ever, args=(handing, stop), daemon=True)
        thread.start()
        place = Place(config.name, home / SERVER_CERT, home / SERVER_KEY, host, port)
        try:
            run_server(
                RelayRoutes(handing, system_entropy).app(),
                place,
                lambda name, at: say(as_json, {"ready": name, "port": at}, f"ready: {name}"),
            )
        finally:
            stop.set()


@relay.command("status")
@home_option
def status_verb(home: Path, as_json: bool) -> None:
    """Say how much waits for HQ."""
    read_config(home)
    held = Held(home, SystemClock())
    posts, size = len(held.names()), held.size()
    say(as_json, {"posts": posts, "bytes": size}, f"{posts} posts wait for HQ, {size / MIB:.1f} MB")


def _relay(home: Path, config: RelayConfig) -> Relay:
    held = Held(home, SystemClock())
    return Relay(config, held, lambda: HqLink(config.inner, config.ca, patience=_PATIENCE_SECONDS))
