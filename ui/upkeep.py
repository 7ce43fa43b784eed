"""Upkeep behind an unlocked desk: old text goes step by step, then a copy is made if one is due."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store import snapshots
from fieldapp.store.lane import StoreLane
from fieldapp.store.snapshots import SnapshotStopped
from fieldapp.upkeep import remove_old_text

T = TypeVar("T")

FIRST_SECONDS = 60.0
"""Nothing of it begins while somebody has only just come in."""
AGAIN_SECONDS = 3600.0
_BREATH_SECONDS = 0.05
"""Between two steps, so that whoever waits for the lane has it."""


class UpkeepClosed(Exception):
    """The desk is being closed."""


class Upkeep:
    """A thread of its own that asks the lane for one short step at a time, until it is closed.

    Args:
        lane: the thread that owns the desk's store.
        desk: the unlocked person.
        announce: told, from any thread, what changed.
        trouble: told, from any thread, why no copy could be made.
    """

    def __init__(
        self,
        lane: StoreLane,
        desk: Desk,
        announce: Callable[[Changes], None],
        trouble: Callable[[FieldError], None],
    ) -> None:
        self._lane = lane
        self._desk = desk
        self._announce = announce
        self._trouble = trouble
        self._gate = threading.Lock()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begins after `FIRST_SECONDS`."""
        self._thread.start()

    def close(self) -> None:
        """No step reaches the lane any more; a copy in the making is given up."""
        with self._gate:
            self._closed.set()

    def join(self, seconds: float) -> bool:
        """Waits for the thread; False while it still gives something up."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def round(self) -> None:
        """All that is due now. A step that fails is tried again with the next round.

        Raises:
            UpkeepClosed: the desk was closed meanwhile.
        """
        with suppress(FieldError):
            self._remove()
        try:
            with suppress(SnapshotStopped):
                self._copy()
        except FieldError as error:
            self._trouble(error)

    def _remove(self) -> None:
        steps: Iterator[int] = remove_old_text(self._desk)
        while (gone := self._on_lane(lambda: next(steps, None))) is not None:
            if gone:
                self._announce(Changes(reports=True, photos=True))
            self._closed.wait(_BREATH_SECONDS)

    def _copy(self) -> None:
        home, key = self._desk.home, self._desk.keys.database
        clock = self._desk.store.clock
        if snapshots.snapshot_due(home, key, clock):
            snapshots.make_snapshot(
                home, key, clock, lambda: shutil.disk_usage(home).free, self._closed.is_set
            )

    def _run(self) -> None:
        pause = FIRST_SECONDS
        try:
            while not self._closed.wait(pause):
                self.round()
                pause = AGAIN_SECONDS
        except UpkeepClosed:
            return

    def _on_lane(self, work: Callable[[], T]) -> T:
        with self._gate:
            if self._closed.is_set():
                raise UpkeepClosed
            future, _ = self._lane.submit(lambda _token: work())
        return future.result()
