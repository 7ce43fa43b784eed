"""What the sender tells the app: a small file, and files by which the app calls the sender."""

import contextlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from fieldapp.errors import FieldError
from sync.field.disk import Disk
from sync.field.errors import SpoolDamaged
from sync.field.spool import FOLDER

_FILE, _WAKE, _STOP = "status.json", "wake", "stop"
SLOW_LINK = 300
"""Bytes a second of a 2.4 kbit/s radio: assumed until something was measured."""


class SenderState(StrEnum):
    """WAITING for a link or for HQ, CONNECTING, SENDING, IDLE with nothing to send, or PAUSED
    because HQ turned this laptop away.
    """

    WAITING = "waiting"
    CONNECTING = "connecting"
    SENDING = "sending"
    IDLE = "idle"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class SenderStatus:
    """What the sender does now.

    Args:
        state: see `SenderState`.
        frame: name of the frame under way, or None.
        sent: bytes of the present request that left.
        of: bytes of the present request.
        queue: number of frames that wait, the present ones included.
        queue_bytes: their bytes.
        error: code of the last error, None after a success.
        since: when this state began.
        last_contact: when HQ last answered, or None.
        rate: bytes a second last measured, or None.
        kept: frames HQ keeps until it lets this laptop in.
        clock_off: milliseconds by which HQ's clock is ahead of this laptop's, half the round trip
            allowed for, or None.
        clock_error: milliseconds by which that may be wrong: half the round trip.
        clock_at: this laptop's clock when that was measured, or None.
    """

    state: SenderState = SenderState.IDLE
    frame: str | None = None
    sent: int = 0
    of: int = 0
    queue: int = 0
    queue_bytes: int = 0
    error: str | None = None
    since: int = 0
    last_contact: int | None = None
    rate: int | None = None
    kept: int = 0
    clock_off: int | None = None
    clock_error: int = 0
    clock_at: int | None = None


def write_status(home: Path, status: SenderStatus, disk: Disk) -> None:
    """Replaces the status; a reader sees the old or the new one."""
    text = json.dumps(asdict(status), separators=(",", ":"))
    # A full disk, or a reader that keeps the file from being replaced, must not stop the sending.
    with contextlib.suppress(FieldError):
        disk.write(home / FOLDER / _FILE, text.encode(), durable=False)


def read_status(home: Path) -> SenderStatus | None:
    """The sender's last status; None when there is none that can be read."""
    try:
        found = json.loads((home / FOLDER / _FILE).read_bytes())
        known = {name: found[name] for name in SenderStatus.__slots__ if name in found}
        status = SenderStatus(**{**known, "state": SenderState(known["state"])})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return status if _well_formed(status) else None


def _well_formed(status: SenderStatus) -> bool:
    queue = (status.queue, status.queue_bytes, status.kept)
    numbers = (status.sent, status.of, *queue, status.since, status.clock_error)
    maybe = (status.last_contact, status.rate, status.clock_off, status.clock_at)
    texts = (status.frame, status.error)
    return (
        all(isinstance(number, int) for number in numbers)
        and all(number is None or isinstance(number, int) for number in maybe)
        and all(text is None or isinstance(text, str) for text in texts)
    )


def link_rate(home: Path) -> int:
    """Bytes a second last measured, at least 30, or `SLOW_LINK`."""
    status = read_status(home)
    rate = status.rate if status is not None else None
    return max(30, rate) if isinstance(rate, int) else SLOW_LINK


def wake_sender(home: Path) -> None:
    """Asks the sender to try at once."""
    _touch(home / FOLDER / _WAKE)


def stop_sender(home: Path) -> None:
    """Asks the sender to end."""
    _touch(home / FOLDER / _STOP)


def take_wake(home: Path) -> bool:
    """Whether the sender was asked to try at once; the request is used up."""
    return _take(home / FOLDER / _WAKE)


def stop_asked(home: Path) -> bool:
    """Whether the sender is to end."""
    return (home / FOLDER / _STOP).exists()


def clear_stop(home: Path) -> None:
    """Forgets a request to end that was meant for an earlier sender."""
    _take(home / FOLDER / _STOP)


def _touch(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        raise SpoolDamaged(detail=type(error).__name__) from error


def _take(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
