"""What was done in a form, step by step, to take it back and to do it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fieldapp.forms.session import FormSession
from ui.forms.context import TypedNote

MOST_STEPS: Final = 100
"""Older steps are forgotten."""

RUN_CHARACTERS: Final = 40
"""So much typed in one go is one step."""


class Step(Protocol):
    """Something that was done."""

    def swap(self) -> None:
        """Takes it back; called again, does it again."""


@dataclass(frozen=True, slots=True)
class Answered:
    """All answers at one moment, how they were typed, and the place that changed next."""

    answers: Mapping[str, Any]
    typed: Mapping[str, TypedNote]
    ref: str


class AnswerStep:
    """A change of answers or rows: holds the others, and changes places with those shown.

    Args:
        other: the answers before the change.
        take: the present answers, for a place.
        put: shows others.
    """

    def __init__(
        self, other: Answered, take: Callable[[str], Answered], put: Callable[[Answered], None]
    ) -> None:
        self._other = other
        self._take = take
        self._put = put

    def swap(self) -> None:
        present = self._take(self._other.ref)
        self._put(self._other)
        self._other = present


class History(QObject):
    """Steps that can be taken back, and those that were.

    Signals:
        changed: what `can_undo` and `can_redo` say may have changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._run: tuple[str, int] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back and nothing was done since."""
        return bool(self._undone)

    def add(self, step: Step) -> None:
        """Something else was done; what was taken back before cannot be done again."""
        self._done = [*self._done[1 - MOST_STEPS :], step]
        self._undone.clear()
        self._run = None
        self.changed.emit()

    def goes_on(self, ref: str, length: int) -> bool:
        """Whether typing in ``ref``, now so long, belongs to the last step; else it begins one."""
        if self._run is not None and not self._undone:
            where, begun = self._run
            if where == ref and abs(length - begun) < RUN_CHARACTERS:
                return True
        return False

    def begin_run(self, ref: str, length: int) -> None:
        """The step just added goes on while the person types in ``ref``."""
        self._run = ref, length

    def end_run(self) -> None:
        """The person left the field; what they do next is a step of its own."""
        self._run = None

    def undo(self) -> None:
        """Takes the last step back, if there is one."""
        self._move(self._done, self._undone)

    def redo(self) -> None:
        """Does again what was taken back last, if there is something."""
        self._move(self._undone, self._done)

    def _move(self, source: list[Step], target: list[Step]) -> None:
        self._run = None
        if source:
            step = source.pop()
            step.swap()
            target.append(step)
            self.changed.emit()


def give_keys(history: History, widget: QWidget) -> None:
    """Ctrl+Z and Ctrl+Y anywhere in ``widget`` take back and do again."""
    for keys, act in (("Ctrl+Z", history.undo), ("Ctrl+Y", history.redo)):
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


def taken(session: FormSession, typed: Mapping[str, TypedNote], ref: str) -> Answered:
    """The answers as they are now."""
    notes = {place: dict(note) for place, note in typed.items()}
    return Answered(session.answers(for_filing=False), notes, ref)


def renew(typed: dict[str, TypedNote], wanted: Mapping[str, TypedNote]) -> set[str]:
    """Makes ``typed`` hold what ``wanted`` does; the places where they differed."""
    stale = {ref for ref in {*typed, *wanted} if typed.get(ref) != wanted.get(ref)}
    typed.clear()
    typed.update({ref: dict(note) for ref, note in wanted.items()})
    return stale
