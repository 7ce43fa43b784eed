"""``python -m sync.field.sender --home DIR [--once]``: the process that sends.

It ends at once on a request to terminate, when ``spool/stop`` appears or when the folder is gone,
also in the middle of a transfer; what was under way is sent again by the next one. In a folder
without ``sender.json`` it does nothing and makes nothing.
"""

import contextlib
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import click

from fieldapp.clock import SystemClock
from fieldapp.dumps import forbid_dumps
from fieldapp.errors import FieldError
from fieldapp.faults import fault_of, tell_barely
from sync.field.config import read_config
from sync.field.errors import SpoolDamaged
from sync.field.lock import SenderRunning, only_one
from sync.field.sending import Sender, World
from sync.field.spool import Spool
from sync.field.status import clear_stop, stop_asked, wake_sender
from sync.http import HqLink

_TROUBLE_SECONDS = 30.0
_WATCH_SECONDS = 0.5
_RUNNING_STATUS = 3


def real_world() -> World:
    """The laptop's clocks, chance and network."""
    return World(
        clock=SystemClock(),
        ticks=time.monotonic,
        draw=random.SystemRandom().random,
        connect=lambda config: HqLink(config.server, config.ca),
    )


def serve(
    sender: Sender,
    *,
    once: bool,
    stopped: Callable[[], bool],
    sleep: Callable[[float], None],
) -> None:
    """Turns until it is stopped or, with ``once``, until there is nothing more to do now."""
    while not stopped():
        try:
            rest = sender.turn()
        except FieldError as error:
            rest = _TROUBLE_SECONDS
            _say(error.code)
            if once:
                raise
        except Exception as error:
            rest = _TROUBLE_SECONDS
            _say(fault_of(error))
            if once:
                raise
        if rest and once:
            return
        if rest:
            sleep(rest)


@click.command()
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--once", is_flag=True, help="Send what can be sent now, then end.")
def main(home: Path, once: bool) -> None:
    """Sends what waits in the folder's spool."""
    forbid_dumps()
    sys.excepthook = tell_barely
    try:
        _check_set_up(home)
        Spool(home).prepare()
        with only_one(home) as ours:
            _run(home, once, lambda: stop_asked(home) or not ours())
    except SenderRunning as error:
        _say(error.code)
        sys.exit(_RUNNING_STATUS)
    except FieldError as error:
        _say(error.code)
        sys.exit(1)


def _check_set_up(home: Path) -> None:
    """Raises `NotSetUp` for a folder that is no laptop's, or no longer; nothing is made in it."""
    # A damaged file is made again by the next unlocking, and this process waits for it.
    with contextlib.suppress(SpoolDamaged):
        read_config(home)


def _run(home: Path, once: bool, stopped: Callable[[], bool]) -> None:
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    clear_stop(home)
    if once:
        wake_sender(home)
    Spool(home).sweep(SystemClock())
    threading.Thread(target=_watch, args=(stopped,), daemon=True).start()
    sender = Sender(home, real_world())
    try:
        serve(sender, once=once, stopped=stopped, sleep=time.sleep)
    finally:
        sender.close()
        clear_stop(home)
    if once and sender.state.waiting:
        sys.exit(1)


def _watch(stopped: Callable[[], bool]) -> None:
    """Ends a transfer that nobody waits for any more; every file is right at any moment."""
    while not stopped():
        time.sleep(_WATCH_SECONDS)
    if sys.platform == "win32":
        os._exit(0)
    main_thread = threading.main_thread().ident
    if main_thread is not None:
        signal.pthread_kill(main_thread, signal.SIGTERM)


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _say(what: str) -> None:
    # A program without a console has no place to say it.
    if sys.stderr is not None:
        sys.stderr.write(f"sender: {what}\n")


if __name__ == "__main__":
    main()
