"""Passphrases and colleagues, for the settings page: on the lane, keys never leave the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fieldapp.changes import NOTHING, Changes
from fieldapp.colleagues import (
    add_colleague,
    change_passphrase,
    drafts_of,
    remove_colleague,
)
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


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Somebody who works on this laptop.

    Args:
        slot: id of their slot.
        name: on the lock screen.
        drafts: how many they have.
    """

    slot: str
    name: str
    drafts: int


@dataclass(frozen=True, slots=True)
class NewSecret:
    """Another passphrase for the person who is in.

    Args:
        old: the one until now.
        new: the one from now on.
        known: the old one may be known to somebody, so the store gets another key.
    """

    old: str = field(repr=False)
    new: str = field(repr=False)
    known: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """Somebody to be taken off the laptop.

    Args:
        slot: id of their slot.
        passphrase: of the person who removes.
        drafts_too: their drafts go, too.
    """

    slot: str
    passphrase: str = field(repr=False)
    drafts_too: bool = False


@dataclass(frozen=True)
class Household:
    """What can be asked for, each called on the lane.

    Args:
        sealing: lays the colleague's request out for the sender.
        cost: chooses the cost of a passphrase; may take seconds.
    """

    sealing: Sealing
    cost: Callable[[], KdfCost]

    def people(self, desk: Desk) -> tuple[Inhabitant, ...]:
        """Who is on the lock screen."""
        slots = Vault(desk.home, desk.entropy).slots()
        return tuple(Inhabitant(slot.id, slot.label, drafts_of(desk, slot.id)) for slot in slots)

    def change(self, desk: Desk, wanted: NewSecret) -> Changes:
        """See `fieldapp.colleagues.change_passphrase`."""
        change_passphrase(desk, wanted.old, wanted.new, self.cost(), renew=wanted.known)
        return NOTHING

    def remove(self, desk: Desk, wanted: Removal) -> Changes:
        """See `fieldapp.colleagues.remove_colleague`."""
        remove_colleague(desk, wanted.slot, wanted.passphrase, drafts_too=wanted.drafts_too)
        return Changes(roster=True)

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
