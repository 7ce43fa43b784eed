"""Setting up a laptop and letting a person in: vault, store and the first event of their stream."""

import base64
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from fieldapp import APP_VERSION
from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.files import file_errors, write_atomically
from fieldapp.mission.installation import mission_of
from fieldapp.mission.profile import MissionProfile
from fieldapp.mission.roster import Role
from fieldapp.store import ballast, drafts, journal, projections, saved
from fieldapp.store.database import Store, open_store
from fieldapp.store.errors import StoreLocked
from fieldapp.store.rewriting import drop_copy
from fieldapp.store.start_check import check_start
from fieldapp.units import EventId, StreamId
from fieldapp.vault.drafts import DraftSealer
from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.slots import PersonKeys, Vault

PUSH_TOKEN_FILE = "push.token"
HEIR_LABEL = "heir/"
"""Before the id of a slot that is gone: what its draft key is bound to."""
_TOKEN_BYTES = 16
_ROOT = "mission.root"


class UnknownUnit(FieldError):
    """The unit is not one of the mission's."""

    code = "people.unit"
    remedy = Remedy.CHECK_INPUT
    text = "This unit is not in the mission file. Check the unit's short code."


class PushTokenDamaged(FieldError):
    """``push.token`` does not hold 16 bytes in hex."""

    code = "people.push-token"
    remedy = Remedy.RESTORE_COPY
    text = "The file that lets this laptop send is damaged. What was saved is safe."


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is to be let in.

    Args:
        person: name as shown to colleagues and HQ.
        unit: unit code, one of the mission's.
        device: label of the laptop.
        laptop: 0 to 9, this laptop's number in its unit; keeps report numbers apart.
    """

    person: str
    unit: str
    device: str
    laptop: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """One unlocked person at one store: what every command needs.

    Args:
        home: the installation folder.
        store: the open store.
        keys: the person's keys.
        signing: their signing key.
        sealer: seals their drafts.
        profile: the mission.
        entropy: source of randomness.
        notice: what to tell the person about the store, see `check_start`; mostly None.
        opened: protected reports that this person has opened since unlocking.
    """

    home: Path
    store: Store
    keys: PersonKeys
    signing: StreamKey
    sealer: DraftSealer
    profile: MissionProfile
    entropy: Entropy
    notice: FieldError | None = None
    opened: set[EventId] = field(default_factory=set, compare=False, repr=False)

    @property
    def stream(self) -> StreamId:
        """The person's stream on this device."""
        return self.signing.stream

    def role(self) -> Role:
        """What HQ's roster lets this person do; a patrol's rights until HQ has said more."""
        row = self.store.row(
            "SELECT role FROM person WHERE stream = ? AND vouched = 1", (self.stream,)
        )
        return Role.PATROL if row is None else Role(row[0])

    def vouched(self) -> bool:
        """Whether HQ has let this person in."""
        row = self.store.row("SELECT vouched FROM person WHERE stream = ?", (self.stream,))
        return row is not None and bool(row[0])

    def unit(self) -> str:
        """The person's unit code."""
        row = self.store.row("SELECT unit FROM person WHERE stream = ?", (self.stream,))
        return "" if row is None else str(row[0])


def add_person(
    home: Path,
    newcomer: Newcomer,
    passphrase: str,
    cost: KdfCost,
    *,
    clock: Clock,
    entropy: Entropy,
    by: PersonKeys | None = None,
) -> Desk:
    """Lets a person in on this laptop and begins their stream; HQ's approval is still to come.

    Args:
        home: the installation folder, with its mission file.
        newcomer: who.
        passphrase: theirs; see `fieldapp.vault.strength.check_strength`.
        cost: cost of the passphrase's derivation on this laptop.
        clock: the laptop's clock.
        entropy: source of keys.
        by: keys of a person who is in already; needed from the second person on.

    Raises:
        UnknownUnit, WeakPassphrase, SlotTaken, NoMission: nothing was changed.
        DiskFull, NotAllowed, FileTrouble: nobody was let in.
    """
    profile = mission_of(home)
    if profile.unit(newcomer.unit) is None:
        raise UnknownUnit()
    vault = Vault(home, entropy)
    about = {"unit": newcomer.unit, "device": newcomer.device, "laptop": newcomer.laptop}
    if by is None:
        keys = vault.create(newcomer.person, passphrase, cost, about)
    else:
        keys = vault.add(by, newcomer.person, passphrase, cost, about)
    return open_desk(home, keys, clock=clock, entropy=entropy)


def open_desk(home: Path, keys: PersonKeys, *, clock: Clock, entropy: Entropy) -> Desk:
    """The store of ``home`` opened by ``keys``.

    The stream of a person who is in for the first time begins here, so that a laptop whose power
    failed while they were being let in makes up for it.

    Raises:
        NoMission, BadMissionFile: the folder has no good mission file.
        StoreMissing, StoreLocked, StoreDamaged, StoreNewer, StoreFull, StoreForbidden: see
            `open_store`. A store is made for the first person of a laptop only.
        VaultDamaged: the key file does not say who the person is.
    """
    profile = mission_of(home)
    vault = Vault(home, entropy)
    made = vault.has_store()
    ballast.spare(home)
    store, keys = _opened(home, keys, clock, create=not made)
    try:
        settle_renewal(store, vault, keys.database)
        if not made:
            vault.note_store()
        projections.ensure(store, profile.admin)
        sealer = DraftSealer(keys, entropy)
        signing = keys.signing()
        notice = check_start(store, signing, keys.slot.id)
        desk = Desk(home, store, keys, signing, sealer, profile, entropy, notice)
        heir = vault.heir(keys)
        if not journal.has_stream(store, desk.stream):
            follows = None if heir is None else _stream_of(store, heir["of"])
            _begin_stream(desk, _newcomer(vault.about(keys), keys), follows)
        if heir is not None:
            take_over(desk, heir)
            vault.settle_heir(keys)
        with suppress(FieldError):
            # Where it cannot be written today it is at a later unlock.
            if _same_mission(store, profile):
                vault.prepare_recovery(keys, profile.recovery)
    except BaseException:
        store.close()
        raise
    return desk


def settle_renewal(store: Store, vault: Vault, database: bytes) -> None:
    """Ends a renewal of the database key that a power cut stopped, forwards or backwards.

    Args:
        store: open under ``database``.
        vault: of the same folder.
        database: the key that opened it.
    """
    drop_copy(store.folder)
    leaving = vault.leaving(database)
    if leaving is None:
        return
    with store.write() as connection:
        # Nobody can read them any more: the key that sealed them goes with the slot.
        connection.executemany("DELETE FROM draft WHERE slot = ?", [(slot,) for slot in leaving])
    vault.settle(database)


def _opened(
    home: Path, keys: PersonKeys, clock: Clock, *, create: bool
) -> tuple[Store, PersonKeys]:
    """The store, and the keys with the database key that opened it."""
    for database in (keys.database, *keys.earlier):
        try:
            store = open_store(home, database, clock, create=create)
        except StoreLocked as error:
            locked = error
        else:
            return store, replace(keys, database=database, earlier=())
    raise locked


def take_over(desk: Desk, heir: Mapping[str, str]) -> None:
    """Ends a recovery: drafts and filters of the slot that is gone become this person's.

    Args:
        desk: the person, in their new slot.
        heir: member of their slot: the slot that is gone, and its draft key under theirs.

    Raises:
        VaultDamaged: what stands there does not fit the store.
    """
    gone, store = heir["of"], desk.store
    try:
        key = desk.sealer.open(HEIR_LABEL + gone, base64.b64decode(heir["sealed"], validate=True))
    except ValueError as error:
        raise VaultDamaged(detail="heir") from error
    keys = replace(desk.keys, slot=replace(desk.keys.slot, id=gone), draft=key)
    with store.write():
        drafts.take_over(store, DraftSealer(keys, desk.entropy), desk.sealer)
        saved.take_over(store, gone, desk.keys.slot.id)
    with file_errors():
        asked_file(desk.home, gone).unlink(missing_ok=True)


def asked_file(home: Path, slot: str) -> Path:
    """Where a request for recovery is kept until it was answered."""
    return home / f"recovery-{slot}.json"


def push_token(home: Path, entropy: Entropy) -> bytes:
    """16 bytes with which this laptop may hand in frames; made once, not secret from its owner.

    Raises:
        PushTokenDamaged, DiskFull, NotAllowed, FileTrouble: it can be neither read nor made.
    """
    path = home / PUSH_TOKEN_FILE
    with file_errors():
        raw = path.read_bytes() if path.exists() else None
    if raw is not None:
        return _token_in(raw)
    token = entropy(_TOKEN_BYTES)
    write_atomically(path, token.hex().encode() + b"\n")
    return token


def _token_in(raw: bytes) -> bytes:
    try:
        token = bytes.fromhex(raw.decode("ascii").strip())
    except ValueError as error:
        raise PushTokenDamaged(detail=type(error).__name__) from error
    if len(token) != _TOKEN_BYTES:
        raise PushTokenDamaged(detail="length")
    return token


def _newcomer(about: Mapping[str, Any], keys: PersonKeys) -> Newcomer:
    try:
        unit, device, laptop = about["unit"], about["device"], about["laptop"]
    except KeyError as error:
        raise VaultDamaged(detail="about") from error
    if not (isinstance(unit, str) and isinstance(device, str) and isinstance(laptop, int)):
        raise VaultDamaged(detail="about")
    return Newcomer(keys.slot.label, unit, device, laptop)


def _same_mission(store: Store, profile: MissionProfile) -> bool:
    """Whether the mission file is of the mission that this store was opened for first.

    Somebody who exchanged the file beside a locked laptop must not be handed its keys.
    """
    known = store.setting(_ROOT)
    if not known:
        store.set_setting(_ROOT, profile.root.hex())
    return known in ("", profile.root.hex())


def _stream_of(store: Store, slot: str) -> Mapping[str, str] | None:
    """The newest stream of a slot and its last event; None where it never began."""
    row = store.row("SELECT id FROM stream WHERE slot = ? ORDER BY opened DESC LIMIT 1", (slot,))
    if row is None:
        return None
    return {"stream": row[0].hex(), "last": journal.next_place(store, row[0]).prev.hex()}


def _begin_stream(desk: Desk, newcomer: Newcomer, follows: Mapping[str, str] | None) -> None:
    store = desk.store
    with store.write():
        if not store.setting("laptop"):
            store.set_setting("laptop", str(newcomer.laptop))
        store.set_setting("unit", newcomer.unit)
        journal.open_stream(store, desk.signing, desk.keys.slot.id)
        event = journal.append(
            store,
            desk.signing,
            Kind.GENESIS,
            {**_genesis(desk, newcomer), "link": follows},
            entropy=desk.entropy,
            rank=0,
        )
        member = projections.own_member(event)
        if member is not None:
            projections.put_person(store, member, vouched=False)


def _genesis(desk: Desk, newcomer: Newcomer) -> Mapping[str, Any]:
    return {
        "v": 1,
        "pk": desk.signing.public.hex(),
        "inbox": desk.keys.inbox_public().hex(),
        "person": desk.keys.slot.label,
        "unit": newcomer.unit,
        "device": newcomer.device,
        "app": APP_VERSION,
        "mission": desk.profile.mission,
        "push": sha256(push_token(desk.home, desk.entropy)).hexdigest(),
        "fetch": sha256(desk.keys.inbox_token).hexdigest(),
    }
