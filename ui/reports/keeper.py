"""Keeps what is typed: soon after each pause, and at once when a field is left or somebody asks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store.drafts import Draft
from ui.operations import Operations
from ui.reports.writing import Writing, keep

Save = Callable[[Desk, Draft], Changes]

PAUSE_MS = 700
"""So long after the last keystroke the draft is saved."""

LONGEST_MS = 5000
"""So long after the first keystroke it is saved also where no pause comes."""


class Keeper(QObject):
    """Saves one draft while it is written.

    Args:
        operations: the door to the store.
        writing: the draft.
        pause_ms: see `PAUSE_MS`.
        longest_ms: see `LONGEST_MS`.

    Signals:
        kept: everything typed until now is saved.
        failed: the `FieldError` that kept it from being saved; it is tried again at the next edit.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        writing: Writing,
        pause_ms: int = PAUSE_MS,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        super().__init__()
        self._operations = operations
        self._writing = writing
        self._edits = 0
        self._saved = 0
        self._asked = 0
        self._ended = False
        self._pause = QTimer(self, interval=pause_ms, singleShot=True)
        self._longest = QTimer(self, interval=longest_ms, singleShot=True)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.keep_now)

    @property
    def unkept(self) -> bool:
        """Whether something typed is not saved."""
        return not self._ended and self._edits > self._saved

    def touch(self) -> None:
        """Something was typed."""
        self._edits += 1
        if not self._ended:
            self._wait()

    def keep_now(self) -> None:
        """Queues saving what is neither saved nor queued yet."""
        self._stop_waiting()
        if not self._ended and self._edits != self._asked:
            self._save(keep, _nothing, _nothing)

    def keep_with(
        self, save: Save, then: Callable[[], None], on_failure: Callable[[], None]
    ) -> None:
        """Saves the draft together with something else, such as a photo.

        Args:
            save: saves both, on the lane.
            then: called when it is saved.
            on_failure: called when it is not, before `failed` is emitted.
        """
        self._stop_waiting()
        self._edits += 1
        self._save(save, then, on_failure)

    def end(self) -> None:
        """Saves no more: the draft was filed or thrown away."""
        self._ended = True
        self._stop_waiting()

    def resume(self) -> None:
        """Saves again: filing did not work."""
        self._ended = False
        if self._edits > self._saved:
            self._wait()

    def _wait(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _stop_waiting(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _save(self, save: Save, then: Callable[[], None], on_failure: Callable[[], None]) -> None:
        number = self._asked = self._edits
        draft = self._writing.now()

        def done(_changes: Changes) -> None:
            self._saved = max(self._saved, number)
            then()
            if self._edits == self._saved:
                self.kept.emit()

        def not_done(error: FieldError) -> None:
            self._asked = self._saved
            on_failure()
            self.failed.emit(error)

        self._operations.run(self, lambda desk: save(desk, draft), done, not_done)


def _nothing() -> None:
    pass
