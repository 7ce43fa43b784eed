"""How far each own stream had come, kept outside the database so that a shortened one is noticed.

A damaged page at the end of SQLite's log looks like the end of the log, and an old copy of the file
looks like a store. The folder ``heads`` remembers, in one small file a stream, the place after the
newest record. It is written after the commit: it may lag by one record and never claims more.
"""

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.event.chain import Place
from fieldapp.event.errors import BadSignature
from fieldapp.event.signing import StreamKey, check_signature
from fieldapp.files import make_folder, private, sync_folder
from fieldapp.units import EventId, StreamId

FOLDER = "heads"
RECORD_BYTES = 512
"""No more than what a disk writes at once, so that a power cut spoils one record at most."""
_PURPOSE = b"ufr1/head\0"
_LIMIT = 2**63
_sync = getattr(os, "fdatasync", os.fsync)
"""The file never grows, so that its content is all that has to wait for the disk."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a stream, as its own key signed it.

    Args:
        place: where the next record goes; committed before this was written.
        covered: HQ proved to hold a record below this number; not signed.
        signature: of the stream's key over stream and place.
    """

    place: Place
    covered: int
    signature: bytes


def read_head(home: Path, stream: StreamId, public: bytes) -> Head | None:
    """The newest head that the stream's key signed; None where there is none."""
    found = sorted(_records(_path(home, stream)), key=lambda record: record[0], reverse=True)
    for _, head in found:
        try:
            check_signature(public, _PURPOSE, _signed(stream, head.place), head.signature)
        except BadSignature:
            continue
        return head
    return None


def keep_head(home: Path, key: StreamKey, place: Place) -> None:
    """Puts the place of the key's stream in the stead of the older of two, durably.

    What HQ was known to hold stays known. Raises nothing: where the disk takes no more, the head
    of before stays, and that claims less.
    """

    def moved(last: Head | None) -> Head:
        covered = 0 if last is None else last.covered
        return Head(place, covered, key.sign(_PURPOSE, _signed(key.stream, place)))

    _keep(home, key.stream, moved)


def keep_covered(home: Path, stream: StreamId, covered: int) -> None:
    """Keeps up to where HQ proved to hold the stream; raises nothing, as `keep_head`."""
    _keep(home, stream, lambda last: last and replace(last, covered=covered))


def _keep(home: Path, stream: StreamId, change: Callable[[Head | None], Head | None]) -> None:
    with contextlib.suppress(OSError, FieldError):
        _write(home, _path(home, stream), change)


def _write(home: Path, path: Path, change: Callable[[Head | None], Head | None]) -> None:
    turn, last = max(_records(path), key=lambda record: record[0], default=(0, None))
    head = change(last)
    if head is None or head == last:
        return
    turn = (turn + 1) % _LIMIT
    fresh = not path.exists()
    if fresh:
        make_folder(path.parent)
        open(path, "xb", opener=private).close()
    with path.open("r+b", buffering=0) as file:
        file.seek(turn % 2 * RECORD_BYTES)
        file.write(_encode(turn, head))
        _sync(file.fileno())
    if fresh:
        sync_folder(path.parent)
        sync_folder(home)


def _records(path: Path) -> list[tuple[int, Head]]:
    """Both records with their turns, as far as they can be read; signatures are not checked."""
    try:
        with path.open("rb") as file:
            raw = file.read(2 * RECORD_BYTES)
    except OSError:
        return []
    found = []
    for at in (0, RECORD_BYTES):
        try:
            found.append(_decode(raw[at : at + RECORD_BYTES]))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return found


def _encode(turn: int, head: Head) -> bytes:
    values = {
        "v": 1,
        "next": head.place.seq,
        "last": head.place.prev.hex(),
        "covered": head.covered,
        "sig": head.signature.hex(),
        "turn": turn,
    }
    # The turn comes last: a record of which only the beginning was written counts as an old one.
    return json.dumps(values, separators=(",", ":")).encode().ljust(RECORD_BYTES)


def _decode(raw: bytes) -> tuple[int, Head]:
    found = json.loads(raw)
    turn, number, covered = found["turn"], found["next"], found["covered"]
    if found["v"] != 1 or not all(_is_count(value) for value in (turn, number, covered)):
        raise ValueError
    place = Place(number, EventId(bytes.fromhex(found["last"])))
    return turn, Head(place, covered, bytes.fromhex(found["sig"]))


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < _LIMIT


def _signed(stream: StreamId, place: Place) -> bytes:
    return stream + place.seq.to_bytes(8, "big") + place.prev


def _path(home: Path, stream: StreamId) -> Path:
    return home / FOLDER / stream.hex()
