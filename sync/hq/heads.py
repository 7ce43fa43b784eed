"""HQ's daily word of what it holds: events of its own stream that officers' desks hold it to."""

import logging
import threading
from collections.abc import Iterator, Sequence

from fieldapp.errors import FieldError
from fieldapp.event.kinds import Kind
from fieldapp.store.promised import Promise, heads_content
from sync.hq.app import Hq
from sync.hq.store import HqTx

HEADS_PER_EVENT = 400
"""About 45 KiB of payload."""
LOOK_SECONDS = 600.0
_DAY_MILLIS = 86_400_000

_logger = logging.getLogger("fieldapp.hq")


def write_heads(hq: Hq) -> int:
    """Says what HQ holds of every stream, once a day of its own clock and of each epoch.

    Returns:
        The number of streams named; 0 when it was said today already.
    """
    with hq.store.reading() as tx:
        if _said_today(hq, tx):
            return 0
    with hq.store.writing() as tx:
        heads = [Promise(row.stream, row.upto, row.head) for row in tx.streams.all() if row.upto]
        for some in _batches(heads):
            hq.registrar().say(tx, Kind.DAILY_HEADS, {**heads_content(some), "epoch": tx.epoch})
    return len(heads)


def write_heads_daily(hq: Hq, stop: threading.Event) -> None:
    """Looks every ten minutes whether it is time, until ``stop`` is set."""
    while not stop.is_set():
        try:
            write_heads(hq)
        except FieldError as error:
            _logger.error("daily heads: %s", error.code)
        stop.wait(LOOK_SECONDS)


def _said_today(hq: Hq, tx: HqTx) -> bool:
    said = tx.events.newest_of_kind(hq.keys.admin.stream, Kind.DAILY_HEADS)
    if said is None:
        return False
    last = said.event
    same_epoch = (last.content() or {}).get("epoch") == tx.epoch
    return same_epoch and last.head.t // _DAY_MILLIS == hq.clock.now() // _DAY_MILLIS


def _batches(heads: Sequence[Promise]) -> Iterator[Sequence[Promise]]:
    for at in range(0, len(heads), HEADS_PER_EVENT):
        yield heads[at : at + HEADS_PER_EVENT]
