"""The door: letting a person in off the window's thread, and handing out their lane and desk."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QObject, Qt, Signal

from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError
from fieldapp.people import Desk, Newcomer, add_person, install_mission, open_desk
from fieldapp.store.lane import StoreLane
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.slots import Slot, Vault
from sync.field.enrol import ask_to_be_let_in, normal_code
from sync.field.spool import Spool


@dataclass(frozen=True)
class House:
    """The installation and what it gets from outside.

    Args:
        home: the installation folder.
        clock: this laptop's clock.
        entropy: source of keys and ids.
        cost: chooses the cost of a new passphrase; may take seconds, never called in the window.
    """

    home: Path
    clock: Clock
    entropy: Entropy
    cost: Callable[[], KdfCost]

    def people(self) -> tuple[Slot, ...]:
        """Who works on this laptop; raises `NoVault` or `VaultDamaged`."""
        return Vault(self.home, self.entropy).slots()

    def set_up(self) -> bool:
        """Whether anybody works on this laptop yet."""
        return Vault(self.home, self.entropy).exists


@dataclass(frozen=True)
class Entrance:
    """Who is being set up: see `fieldapp.people.Newcomer`; plus mission file and one-time code."""

    mission: bytes
    code: str
    newcomer: Newcomer


class Door(QObject):
    """Opens at most one desk at a time; every answer comes on the window's thread.

    Args:
        house: the installation.

    Signals:
        opened: (lane, desk) of the person who is in now.
        refused: a `FieldError`; nobody is in.
        broken: a fault of the program, told to the exception hook already; nobody is in.
    """

    opened = Signal(object, object)
    refused = Signal(object)
    broken = Signal()
    _back = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._lane: StoreLane | None = None
        self._back.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def unlock(self, slot: str, passphrase: str) -> None:
        """Lets in the person of a slot."""
        house = self._house

        def work() -> Desk:
            keys = Vault(house.home, house.entropy).unlock(slot, passphrase)
            return open_desk(house.home, keys, clock=house.clock, entropy=house.entropy)

        self._start(work)

    def set_up(self, entrance: Entrance, passphrase: str) -> None:
        """Makes the laptop belong to a mission and its first person, and lets them in."""
        house = self._house

        def work() -> Desk:
            code = normal_code(entrance.code)
            install_mission(house.home, entrance.mission)
            desk = add_person(
                house.home,
                entrance.newcomer,
                passphrase,
                house.cost(),
                clock=house.clock,
                entropy=house.entropy,
            )
            ask_to_be_let_in(desk, code, Spool(house.home))
            return desk

        self._start(work)

    def close(self) -> None:
        """Ends an opening that is under way; whoever was let in keeps their lane."""
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.close()

    def _start(self, work: Callable[[], Desk]) -> None:
        if self._lane is not None:
            return
        lane = self._lane = StoreLane()
        future, _ = lane.submit(lambda _token: work())
        future.add_done_callback(lambda done: self._back.emit((lane, done)))

    @QtCore.Slot(object)
    def _settle(self, outcome: tuple[StoreLane, Future[Desk]]) -> None:
        lane, done = outcome
        if lane is not self._lane:
            _close_desk(lane, done)
            return
        self._lane = None
        error = done.exception()
        if error is None:
            self.opened.emit(lane, done.result())
            return
        lane.close()
        if isinstance(error, FieldError):
            self.refused.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.broken.emit()


def _close_desk(lane: StoreLane, done: Future[Desk]) -> None:
    """Nobody waits for this desk any more."""
    if done.exception() is None:
        done.result().store.close()
    lane.close()
