"""The one door to slow work: queues it on the store lane, brings the answer to the window."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store.lane import Cancelled, CancelToken, StoreLane

T = TypeVar("T")
OnFailure = Callable[[FieldError], None]


class Operations(QObject):
    """Reads and commands for the windows of one unlocked person.

    A window that closed meanwhile gets no answer; its failures reach `failed` instead. An error
    that is no `FieldError` is a bug and reaches the exception hook.

    Args:
        lane: the thread that owns the desk's store.
        desk: the unlocked person.
        after: called on the lane after a command's commit, to seal what is to be sent.

    Signals:
        changed: `Changes` after each commit, also of arrivals from HQ.
        failed: a `FieldError` that nobody asked to handle.
    """

    changed = Signal(object)
    failed = Signal(object)
    _back = Signal(object)

    def __init__(self, lane: StoreLane, desk: Desk, after: Callable[[Desk, Changes], None]) -> None:
        super().__init__()
        self._lane = lane
        self._desk = desk
        self._after = after
        self._closed = False
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        asker: QObject,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        on_failure: OnFailure | None = None,
    ) -> CancelToken:
        """Runs ``work`` on the lane and ``then`` with its answer on the GUI thread."""
        return self._queue(asker, work, then, on_failure)

    def run(
        self,
        asker: QObject,
        command: Callable[[Desk], Changes],
        then: Callable[[Changes], None] | None = None,
        on_failure: OnFailure | None = None,
    ) -> CancelToken:
        """Runs a command; `changed` is emitted before ``then`` is called."""

        def committed(desk: Desk) -> Changes:
            changes = command(desk)
            self._after(desk, changes)
            return changes

        def arrived(changes: Changes) -> None:
            if changes:
                self.changed.emit(changes)
            if then is not None and isValid(asker):
                then(changes)

        return self._queue(asker, committed, arrived, on_failure, keep=True)

    def announce(self, changes: Changes) -> None:
        """From any thread: something changed without a command of ours."""
        self._back.emit(lambda: self.changed.emit(changes))

    def close(self) -> None:
        """Nothing more is asked or told: the store closes. What was queued before still runs."""
        self._closed = True

    def finish(self, work: Callable[[Desk], T]) -> T:
        """Runs ``work`` after everything queued and waits; only while a window closes."""
        return self._lane.ask(lambda: work(self._desk))

    def _queue(
        self,
        asker: QObject,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        on_failure: OnFailure | None,
        *,
        keep: bool = False,
    ) -> CancelToken:
        if self._closed:
            token = CancelToken()
            token.cancel()
            return token
        future, token = self._lane.submit(lambda _token: work(self._desk))

        def done(finished: Future[T]) -> None:
            self._back.emit(lambda: self._settle(finished, asker, then, on_failure, keep))

        future.add_done_callback(done)
        return token

    def _settle(
        self,
        finished: Future[T],
        asker: QObject,
        then: Callable[[T], None],
        on_failure: OnFailure | None,
        keep: bool,
    ) -> None:
        error = finished.exception()
        there = isValid(asker)
        if error is None:
            if there or keep:
                then(finished.result())
        elif isinstance(error, Cancelled):
            return
        elif isinstance(error, FieldError):
            if on_failure is not None and there:
                on_failure(error)
            else:
                self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot(object)
    def _deliver(self, call: Callable[[], Any]) -> None:
        if not self._closed:
            call()
