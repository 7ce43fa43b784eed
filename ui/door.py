"""The door: letting a person in off the window's thread, and handing out their lane and desk.

What is only needed once somebody is in is imported behind the door, so that the lock screen is
painted soon.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal

from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError
from fieldapp.vault.file import Slot, people_of, vault_exists
from fieldapp.vault.wipe import erasing

if TYPE_CHECKING:
    from concurrent.futures import Future

    from fieldapp.store.lane import StoreLane
    from fieldapp.vault.kdf import KdfCost
    from ui.opening import Opened
    from ui.shell.recovery_panel import Recovery

    Work = Callable[[StoreLane], Opened]


@dataclass(frozen=True)
class House:
    """The installation and what it gets from outside.

    Args:
        home: the installation folder.
        clock: this laptop's clock.
        entropy: source of keys and ids.
        cost: chooses the cost of a new passphrase; may take seconds, never called in the window.
        ballast: whether to keep room for the day when the disk is full.
        autostart: has the sender of a folder start with the computer; never fails.
    """

    home: Path
    clock: Clock
    entropy: Entropy
    cost: "Callable[[], KdfCost]"
    ballast: bool = False
    autostart: Callable[[Path], object] = lambda home: None

    def people(self) -> tuple[Slot, ...]:
        """Who works on this laptop; raises `NoVault` or `VaultDamaged`."""
        return people_of(self.home)

    def set_up(self) -> bool:
        """Whether anybody works on this laptop yet."""
        return vault_exists(self.home)

    def erase(self) -> None:
        """Erases everything; raises `KeysLeft` or `WipeUnfinished`."""
        from sync.field.erasing import erase_laptop

        erase_laptop(self.home)

    def finish_erasing(self) -> None:
        """Goes on with an erasing that was cut short; what cannot go yet waits for a next time."""
        if erasing(self.home):
            with suppress(FieldError):
                self.erase()


@dataclass(frozen=True)
class Entrance:
    """Who is being set up: mission file, one-time code as typed, name and unit code."""

    mission: bytes
    code: str
    person: str
    unit: str


@runtime_checkable
class Entry(Protocol):
    """What is shown before the door and told what became of a try."""

    def failed(self, error: FieldError) -> None:
        """Nobody was let in; says why."""

    def broken(self) -> None:
        """A fault of the program let nobody in."""

    def translated(self) -> None:
        """Sets every text again."""


class Door(QObject):
    """Opens at most one desk at a time; every answer comes on the window's thread.

    Args:
        house: the installation.

    Signals:
        opened: `Opened`.
        refused: a `FieldError`; nobody is in.
        broken: a fault of the program, told to the exception hook already; nobody is in.
    """

    opened = Signal(object)
    refused = Signal(object)
    broken = Signal()
    _back = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._opening: _Opening | None = None
        self._back.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def unlock(self, slot: str, passphrase: str) -> None:
        """Lets in the person of a slot."""
        house = self._house

        def work(lane: "StoreLane") -> "Opened":
            from ui import opening

            return opening.unlocked(house, lane, slot, passphrase)

        self._start(work)

    def go_back(self, slot: str, passphrase: str) -> None:
        """Puts the newest copy in the place of a store that does not open, then lets in."""
        house = self._house

        def work(lane: "StoreLane") -> "Opened":
            from ui import opening

            return opening.went_back(house, lane, slot, passphrase)

        self._start(work)

    def set_up(self, entrance: Entrance, passphrase: str) -> None:
        """Makes the laptop belong to a mission and its first person, and lets them in."""
        house = self._house

        def work(lane: "StoreLane") -> "Opened":
            from ui import opening

            return opening.set_up(house, lane, entrance, passphrase)

        self._start(work)

    def recover(self, wanted: "Recovery") -> None:
        """Lets in a person who forgot their passphrase, by HQ's answer."""
        house = self._house

        def work(lane: "StoreLane") -> "Opened":
            from ui import opening

            return opening.recovered(house, lane, wanted)

        self._start(work)

    def close(self) -> None:
        """Gives up an opening that is under way; whoever was let in keeps their lane."""
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.give_up()

    def _start(self, work: "Work") -> None:
        if self._opening is not None:
            return
        opening = self._opening = _Opening()
        opening.begin(work, lambda: self._back.emit(opening))

    def _settle(self, opening: "_Opening") -> None:
        if opening is not self._opening:
            return
        self._opening = None
        error = opening.error()
        if error is None:
            self.opened.emit(opening.result())
            return
        opening.give_up()
        if isinstance(error, FieldError):
            self.refused.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.broken.emit()


class _Opening:
    """One try at the door, with the lane that becomes the person's if it works."""

    def __init__(self) -> None:
        from fieldapp.store.lane import StoreLane

        self._lane = StoreLane()
        self._future: Future[Opened]

    def begin(self, work: "Work", done: Callable[[], None]) -> None:
        self._future, _ = self._lane.submit(lambda _token: work(self._lane))
        self._future.add_done_callback(lambda _future: done())

    def error(self) -> BaseException | None:
        return self._future.exception()

    def result(self) -> "Opened":
        return self._future.result()

    def give_up(self) -> None:
        """Closes what was opened, on the thread that opened it."""
        self._lane.ask(self._shut)
        self._lane.close()

    def _shut(self) -> None:
        if self._future.exception() is None:
            self._future.result().desk.store.close()
