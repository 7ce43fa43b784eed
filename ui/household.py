"""Passphrases and colleagues, for the settings page: on the lane, keys never leave the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fieldapp.changes import NOTHING, Changes
from fieldapp.colleagues import add_colleague, change_passphrase
from fieldapp.people import Desk, Newcomer
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.slots import Vault
from sync.field.enrol import ask_to_be_let_in, normal_code
from sync.field.spool import Spool
from ui.sealing import Sealing


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody to be let in.

    Args:
        name: on the lock screen.
        unit: unit code.
        code: one-time code from HQ, as typed.
        passphrase: theirs.
    """

    name: str
    unit: str
    code: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Household:
    """What can be asked for, each called on the lane.

    Args:
        sealing: lays the colleague's request out for the sender.
        cost: chooses the cost of a passphrase; may take seconds.
    """

    sealing: Sealing
    cost: Callable[[], KdfCost]

    def people(self, desk: Desk) -> tuple[str, ...]:
        """Names on the lock screen."""
        return tuple(slot.label for slot in Vault(desk.home, desk.entropy).slots())

    def change(self, desk: Desk, old: str, new: str) -> Changes:
        """See `fieldapp.colleagues.change_passphrase`."""
        change_passphrase(desk, old, new, self.cost())
        return NOTHING

    def add(self, desk: Desk, colleague: Colleague) -> Changes:
        """Lets a colleague in and asks HQ for them.

        Raises:
            BadCode, UnknownUnit, WeakPassphrase, SlotTaken: nothing was changed.
        """
        code = normal_code(colleague.code)
        about = Vault(desk.home, desk.entropy).about(desk.keys)
        newcomer = Newcomer(colleague.name, colleague.unit, str(about["device"]))
        other = add_colleague(desk, newcomer, colleague.passphrase, self.cost())
        with other.store:
            ask_to_be_let_in(other, code, Spool(other.home))
            self.sealing.run(other)
        return Changes(roster=True, delivery=True)
