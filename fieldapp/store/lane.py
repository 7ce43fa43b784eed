"""The lane: the one thread that touches the store, so that there is no lock to forget."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class CancelToken:
    """Lets the asker give up work that has not started, or that looks at the token."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """From any thread."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody gave up waiting."""
        return self._event.is_set()


class StoreLane:
    """Runs work one piece at a time, in the order it was handed in."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-lane")

    def submit(self, work: Callable[[CancelToken], T]) -> tuple[Future[T], CancelToken]:
        """Queues ``work``; a cancelled piece that has not begun never runs.

        The future carries the result or whatever ``work`` raised.
        """
        token = CancelToken()
        future: Future[T] = self._pool.submit(_run, work, token)
        return future, token

    def ask(self, work: Callable[[], T]) -> T:
        """Runs ``work`` on the lane and waits for its answer; never call it on the lane."""
        return self._pool.submit(work).result()

    def close(self) -> None:
        """Finishes what was handed in, then ends the thread."""
        self._pool.shutdown(wait=True)


class Cancelled(Exception):
    """The work was given up before it began."""


def _run(work: Callable[[CancelToken], T], token: CancelToken) -> T:
    if token.cancelled:
        raise Cancelled
    return work(token)
