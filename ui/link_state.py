"""What the window knows of the link; shown by the status strip and the outbox."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkState:
    """What the status strip and the outbox say about the link, as the sender tells it.

    Args:
        state: ``waiting``, ``connecting``, ``sending``, ``idle`` or ``paused``.
        frame: name of the file being sent, or empty.
        sent: bytes of it that left.
        of: its bytes.
        queue: files that wait.
        queue_bytes: their bytes.
        error: code of the last failure, or empty.
        last_contact: when HQ last answered, milliseconds UTC, or None.
        clock_off: milliseconds by which HQ's clock is ahead of this one, or None.
    """

    state: str = "waiting"
    frame: str = ""
    sent: int = 0
    of: int = 0
    queue: int = 0
    queue_bytes: int = 0
    error: str = ""
    last_contact: int | None = None
    clock_off: int | None = None


_SILENT_MILLIS = 60_000


def came_back(before: LinkState, now: LinkState) -> bool:
    """Whether HQ answered just now, for the first time after a minute or more of silence."""
    if now.last_contact is None or now.last_contact == before.last_contact:
        return False
    return before.last_contact is None or now.last_contact - before.last_contact > _SILENT_MILLIS
