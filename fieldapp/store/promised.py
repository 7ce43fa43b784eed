"""HQ's daily word of what it holds of each stream, held against what came to this desktop.

A server that leaves a record out of its log cannot take its own signed word back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.store.database import Store
from fieldapp.units import EventId, StreamId

_SETTING = "withheld"
MOST_NOTED = 100
_STREAM_BYTES, _ID_BYTES = 16, 32


class Withheld(FieldError):
    """HQ's server left out of its log what HQ had signed to hold."""

    code = "hq.withheld"
    remedy = Remedy.ASK_HQ
    text = (
        "HQ's server does not show everything that HQ confirmed to hold. Nothing here is lost. "
        "Tell those who run HQ's server."
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """HQ held every event of ``stream`` below ``upto``; the last of them is ``head``."""

    stream: StreamId
    upto: int
    head: EventId


def heads_content(heads: Sequence[Promise]) -> dict[str, Any]:
    """The content of HQ's event."""
    return {"v": 1, "heads": [[one.stream.hex(), one.upto, one.head.hex()] for one in heads]}


def read_heads(content: Mapping[str, Any]) -> list[Promise]:
    """The promises in HQ's event; what has another form is left out."""
    listed = content.get("heads")
    found = [] if not isinstance(listed, list) else [_promise(item) for item in listed]
    return [one for one in found if one is not None]


def note(store: Store, content: Mapping[str, Any]) -> None:
    """Notes what HQ says to hold and did not send, inside the running transaction.

    Call it when everything that lies before HQ's event in its log was taken in.
    """
    fresh = [one for one in read_heads(content) if not _kept(store, one)]
    if fresh:
        _write(store, [*withheld(store), *fresh])


def withheld(store: Store) -> list[Promise]:
    """Promises noted before of which something has still not come."""
    listed = [_promise(item) for item in json.loads(store.setting(_SETTING, "[]"))]
    return [one for one in listed if one is not None and not _kept(store, one)]


def _kept(store: Store, promise: Promise) -> bool:
    row = store.row(
        "SELECT count(DISTINCT seq), max(id = ?) FROM event WHERE stream = ? AND seq < ?",
        (promise.head, promise.stream, promise.upto),
    )
    return row is not None and row[0] == promise.upto and bool(row[1])


def _write(store: Store, promises: Sequence[Promise]) -> None:
    # Of each stream the longest promise says it all.
    longest = {one.stream: one for one in sorted(promises, key=lambda one: one.upto)}
    kept = list(longest.values())[-MOST_NOTED:]
    store.set_setting(_SETTING, json.dumps(heads_content(kept)["heads"]))


def _promise(item: object) -> Promise | None:
    match item:
        case [str() as stream, int() as upto, str() as head] if upto > 0:
            pass
        case _:
            return None
    try:
        found = Promise(StreamId(bytes.fromhex(stream)), upto, EventId(bytes.fromhex(head)))
    except ValueError:
        return None
    whole = len(found.stream) == _STREAM_BYTES and len(found.head) == _ID_BYTES
    return found if whole else None
