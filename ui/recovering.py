"""A forgotten passphrase: what the panel before the door asks for, done away from the window."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from fieldapp import recovery
from fieldapp.errors import FieldError
from fieldapp.vault.errors import NoRecovery
from fieldapp.vault.file import Slot
from ui.door import Door, House
from ui.outbox.files import choose_file, choose_folder
from ui.shell.recovery_panel import RecoveryPanel


class Recovering(QObject):
    """One panel over one installation.

    Args:
        house: the installation.
        door: lets the person in with HQ's answer.
        person: who forgot their passphrase.
    """

    _asked = Signal(str, str)
    _failed = Signal(object)

    def __init__(self, house: House, door: Door, person: Slot) -> None:
        panel = RecoveryPanel(person, house.entropy)
        super().__init__(panel)
        self.panel, self._house, self._slot = panel, house, person.id
        panel.request_wanted.connect(self._ask)
        panel.answer_wanted.connect(self._choose)
        panel.wanted.connect(door.recover)
        self._asked.connect(panel.asked, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(panel.failed, Qt.ConnectionType.QueuedConnection)
        waiting = recovery.asked(house.home, self._slot)
        if waiting is not None:
            panel.asked(waiting.fingerprint)
        if not recovery.can_ask(house.home, self._slot):
            panel.cannot_ask(NoRecovery())

    def _ask(self) -> None:
        folder = choose_folder(self.panel)
        if folder is not None:
            self.panel.saving()
            threading.Thread(target=self._save, args=(folder,), name="request").start()

    def _save(self, folder: Path) -> None:
        try:
            path, request = recovery.ask(self._house.home, self._slot, folder, self._house.entropy)
        except FieldError as error:
            self._failed.emit(error)
        else:
            self._asked.emit(request.fingerprint, path.name)

    def _choose(self) -> None:
        path = choose_file(self.panel, "*")
        if path is not None:
            self.panel.take_answer(path)


def recovery_panel(house: House, door: Door, slot: str) -> RecoveryPanel:
    """The panel for the person of a slot."""
    person = next(each for each in house.people() if each.id == slot)
    return Recovering(house, door, person).panel
