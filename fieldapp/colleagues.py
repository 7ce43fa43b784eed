"""What a person who is in may change about who gets in: passphrase, colleagues, the key."""

import contextlib

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.chain import check_author
from fieldapp.event.errors import BadEvent, BadSignature
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, Newcomer, add_person, settle_renewal
from fieldapp.store import snapshots
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.store.rewriting import reopen, rewrite
from fieldapp.vault.kdf import KEY_BYTES, KdfCost
from fieldapp.vault.slots import Vault

_RANK = {Role.PATROL: 0, Role.DUTY: 1, Role.OFFICER: 2, Role.PROTECTION: 2, Role.ADMIN: 3}


class NotOneself(FieldError):
    """Nobody takes themselves off a laptop: somebody must be left who can open it."""

    code = "people.oneself"
    remedy = Remedy.NONE
    text = "You cannot remove yourself. A colleague who works on this laptop can."


class HigherRole(FieldError):
    """Somebody may be removed by people with the same role or a higher one."""

    code = "people.role"
    remedy = Remedy.ASK_HQ
    text = "This person has more rights than you have. Somebody with the same role can remove them."


class NoColleague(FieldError):
    """Nobody of this slot works here any more."""

    code = "people.none"
    remedy = Remedy.CHECK_INPUT
    text = "Nobody of this name works on this laptop."


class DraftsLeft(FieldError):
    """The person to be removed has drafts, which nobody else can ever read."""

    code = "people.drafts"
    remedy = Remedy.NONE
    text = "This person has drafts that nobody else can open. Let them file or delete them first."


class NeverIn(FieldError):
    """A colleague was let in, but has not unlocked the laptop since, so has no inbox key yet."""

    code = "people.never-in"
    remedy = Remedy.NONE
    text = "A colleague was let in but has not unlocked this laptop yet. They have to do so first."


class NotRenewed(FieldError):
    """The passphrase was changed, but the store is still under its key."""

    code = "people.not-renewed"
    remedy = Remedy.TRY_AGAIN
    text = "Your new passphrase is in use, but the reports did not get a new key."
    advice = "Close other windows of the app, see that the disk has space, then try again."


def change_passphrase(
    desk: Desk, old: str, new: str, cost: KdfCost, *, renew: bool = False
) -> None:
    """Wraps this person's keys with another passphrase; nobody else's are touched.

    Args:
        desk: the person.
        old: asked for again, so that an unlocked laptop that was left alone gives nothing away.
        new: see `fieldapp.vault.strength.check_strength`.
        cost: cost of the new derivation.
        renew: the store gets another key as well, see `renew_key`.

    Raises:
        WrongPassphrase, WeakPassphrase, KeyRenewed: nothing was changed.
        NotRenewed: only the passphrase was.
    """
    vault = Vault(desk.home, desk.entropy)
    vault.unlock(desk.keys.slot.id, old)
    vault.change_passphrase(desk.keys, new, cost)
    if renew:
        try:
            renew_key(desk, new)
        except FieldError as error:
            raise NotRenewed(detail=error.code) from error


def add_colleague(desk: Desk, newcomer: Newcomer, passphrase: str, cost: KdfCost) -> Desk:
    """Lets one more person in on this laptop; whoever calls closes the store of the answer.

    Raises:
        UnknownUnit, WeakPassphrase, SlotTaken, KeyRenewed: nothing was changed.
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


def remove_colleague(desk: Desk, slot: str, passphrase: str, *, drafts_too: bool = False) -> None:
    """Takes a colleague off this laptop: their slot goes, and the store gets another key.

    What they filed stays and is still sent to HQ. The person who removes has to lock and unlock
    the laptop afterwards; whoever is on it opens it with the passphrase they have. That the
    colleague's key is withdrawn is HQ's part.

    Args:
        desk: who removes.
        slot: whom.
        passphrase: of the one who removes, asked for again.
        drafts_too: deletes the colleague's drafts, which nobody else can read.

    Raises:
        NotOneself, NoColleague, HigherRole, DraftsLeft, NeverIn, WrongPassphrase, KeyRenewed,
        StoreBusy, StoreFull, DiskFull: nothing was changed.
    """
    if slot == desk.keys.slot.id:
        raise NotOneself()
    if slot not in {each.id for each in Vault(desk.home, desk.entropy).slots()}:
        raise NoColleague()
    if _RANK[_role_of(desk, slot)] > _RANK[desk.role()]:
        raise HigherRole()
    if drafts_of(desk, slot) and not drafts_too:
        raise DraftsLeft()
    _renew(desk, passphrase, (slot,))


def renew_key(desk: Desk, passphrase: str) -> None:
    """Another database key, since the one in use may be known together with a copy of the disk.

    The person has to lock and unlock the laptop afterwards. Signing and inbox keys stay: to replace
    those HQ withdraws them and lets the person in anew.

    Raises:
        NeverIn, WrongPassphrase, KeyRenewed, StoreBusy, StoreFull, DiskFull: nothing was changed.
    """
    _renew(desk, passphrase, ())


def drafts_of(desk: Desk, slot: str) -> int:
    """How many drafts a person of this laptop has."""
    found = desk.store.row("SELECT count(*) FROM draft WHERE slot = ?", (slot,))
    return 0 if found is None else int(found[0])


def _renew(desk: Desk, passphrase: str, gone: tuple[str, ...]) -> None:
    vault, store = Vault(desk.home, desk.entropy), desk.store
    vault.require_current(desk.keys)
    vault.unlock(desk.keys.slot.id, passphrase)
    others = [each.id for each in vault.slots() if each.id not in (desk.keys.slot.id, *gone)]
    inboxes = {slot: _inbox_of(desk, slot) for slot in others}
    old, new = desk.keys.database, desk.entropy(KEY_BYTES)
    try:
        rewrite(
            store,
            (old, new),
            lambda: vault.renew(desk.keys, passphrase, new, inboxes, gone),
        )
    finally:
        in_force = reopen(store, (new, old))
        settle_renewal(store, vault, in_force)
    forget_copies(desk)


def forget_copies(desk: Desk) -> None:
    """Removes copies of the store that open with an earlier key only."""
    for copy in (*desk.home.glob("vault.db.before-*"), *(desk.home / snapshots.FOLDER).glob("*")):
        with contextlib.suppress(OSError):
            copy.unlink()


def _inbox_of(desk: Desk, slot: str) -> bytes:
    """A colleague's inbox key out of the first event of their stream, which they signed."""
    found = desk.store.row(
        f"SELECT {EVENT_COLUMNS}, s.public FROM event e JOIN stream s ON s.id = e.stream"
        " WHERE s.slot = ? AND e.seq = 0 ORDER BY s.opened LIMIT 1",
        (slot,),
    )
    if found is None:
        raise NeverIn()
    *columns, public = found
    try:
        event = read_event(columns)
        check_author(event, public)
        content = event.content() or {}
        return bytes.fromhex(content["inbox"])
    except (BadEvent, BadSignature, KeyError, TypeError, ValueError) as error:
        raise StoreDamaged(detail="first event of a colleague") from error


def _role_of(desk: Desk, slot: str) -> Role:
    rows = desk.store.rows(
        "SELECT p.role FROM person p JOIN stream s ON s.id = p.stream"
        " WHERE s.slot = ? AND p.vouched = 1",
        (slot,),
    )
    return max((Role(row[0]) for row in rows), key=_RANK.__getitem__, default=Role.PATROL)
