"""What a person who is in may change about who gets in: their own passphrase, and a colleague."""

from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.slots import Vault


def change_passphrase(desk: Desk, old: str, new: str, cost: KdfCost) -> None:
    """Wraps this person's keys with another passphrase; nobody else's are touched.

    Args:
        desk: the person.
        old: asked for again, so that an unlocked laptop that was left alone gives nothing away.
        new: see `fieldapp.vault.strength.check_strength`.
        cost: cost of the new derivation.

    Raises:
        WrongPassphrase, WeakPassphrase: nothing was changed.
    """
    vault = Vault(desk.home, desk.entropy)
    vault.change_passphrase(vault.unlock(desk.keys.slot.id, old), new, cost)


def add_colleague(desk: Desk, newcomer: Newcomer, passphrase: str, cost: KdfCost) -> Desk:
    """Lets one more person in on this laptop; whoever calls closes the store of the answer.

    Raises:
        UnknownUnit, WeakPassphrase, SlotTaken: nothing was changed.
    """
    return add_person(
        desk.home,
        newcomer,
        passphrase,
        cost,
        clock=desk.store.clock,
        entropy=desk.entropy,
        by=desk.keys,
    )
