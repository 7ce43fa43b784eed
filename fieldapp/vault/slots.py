"""``vault.json``: one slot per person, each wrapping the database key and that person's own keys.

Exact bytes are in ``fieldapp/FORMAT.md``. All slots open the same database; what a colleague
on the same laptop must not see is sealed with the person's draft key besides.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fieldapp.clock import Entropy
from fieldapp.event.signing import StreamKey
from fieldapp.files import make_folder, write_atomically
from fieldapp.vault import recovery, renewal
from fieldapp.vault.errors import (
    KeyRenewed,
    SlotTaken,
    VaultDamaged,
    WrongPassphrase,
)
from fieldapp.vault.file import FILE_NAME, VERSION, Slot, people_of, read_vault, vault_exists
from fieldapp.vault.kdf import KEY_BYTES, SALT_BYTES, KdfCost, derive
from fieldapp.vault.selftest import require_sound
from fieldapp.vault.strength import check_strength

_NONCE_BYTES = 12
_STORE = "store"
RECOVERY = "recovery"
HEIR = "heir"
About = Mapping[str, Any]
"""What anybody may know of a person: plain JSON values by name."""
NOTHING_ABOUT: About = {}


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """What a right passphrase yields. Lives only in the process that is unlocked.

    Args:
        slot: whose keys these are.
        database: key of the store, the same for everyone on the laptop.
        stream_seed: this person's signing seed.
        inbox_seed: X25519 private key for what HQ seals to this person.
        draft: key that seals this person's drafts from colleagues.
        inbox_token: 16 bytes that let this person fetch their inbox.
        earlier: database keys to try where ``database`` does not open the store: the power failed
            while it was renewed.
    """

    slot: Slot
    database: bytes
    stream_seed: bytes
    inbox_seed: bytes
    draft: bytes
    inbox_token: bytes
    earlier: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        return f"PersonKeys(slot={self.slot.id!r})"

    def signing(self) -> StreamKey:
        """The person's signing key."""
        return StreamKey(self.stream_seed)

    def inbox_public(self) -> bytes:
        """32 bytes that HQ seals to."""
        return X25519PrivateKey.from_private_bytes(self.inbox_seed).public_key().public_bytes_raw()


_PARTS = (
    ("database", KEY_BYTES),
    ("stream_seed", 32),
    ("inbox_seed", 32),
    ("draft", KEY_BYTES),
    ("inbox_token", 16),
)


class Vault:
    """The key slots in one installation folder.

    Args:
        home: the installation folder.
        entropy: source of keys, salts and nonces.
    """

    def __init__(self, home: Path, entropy: Entropy) -> None:
        self._home = home
        self._entropy = entropy

    @property
    def exists(self) -> bool:
        """Whether somebody set this laptop up; raises `VaultUnreadable`."""
        return vault_exists(self._home)

    def slots(self) -> tuple[Slot, ...]:
        """The people of this laptop; raises `NoVault`, `VaultDamaged`, `VaultUnreadable`."""
        return people_of(self._home)

    def create(
        self, label: str, passphrase: str, cost: KdfCost, about: About = NOTHING_ABOUT
    ) -> PersonKeys:
        """The first person; raises `WeakPassphrase`, `CryptoBroken`, or ``FileExistsError``.

        Args:
            label: name on the lock screen.
            passphrase: theirs.
            cost: of the passphrase's derivation.
            about: what their stream begins with, kept in clear until it is there.
        """
        require_sound()
        if self.exists:
            raise FileExistsError(FILE_NAME)
        check_strength(passphrase)
        document = {"v": VERSION, "vault": self._entropy(16).hex(), "slots": []}
        return self._add(document, label, passphrase, cost, (self._entropy(KEY_BYTES), about))

    def add(
        self,
        keys: PersonKeys,
        label: str,
        passphrase: str,
        cost: KdfCost,
        about: About = NOTHING_ABOUT,
    ) -> PersonKeys:
        """One more person, let in by someone who is.

        Raises:
            SlotTaken, WeakPassphrase, KeyRenewed: nothing was changed.
        """
        check_strength(passphrase)
        return self._add(self._current(keys), label, passphrase, cost, (keys.database, about))

    def about(self, keys: PersonKeys) -> About:
        """What was kept in clear about a person; raises `VaultDamaged`."""
        found = _find(self._read(), keys.slot.id).get("about", {})
        if isinstance(found, dict):
            return found
        raise VaultDamaged(detail="about")

    def has_store(self) -> bool:
        """Whether the store was made; from then on one that is missing was lost."""
        return bool(self._read().get(_STORE))

    def note_store(self) -> None:
        """Notes for good that the store was made."""
        self._write({**self._read(), _STORE: True})

    def unlock(self, slot_id: str, passphrase: str) -> PersonKeys:
        """The person's keys.

        Raises:
            WrongPassphrase, VaultDamaged, NoVault, CryptoBroken: nothing was opened.
        """
        require_sound()
        document = self._read()
        for item in document["slots"]:
            if item["id"] == slot_id:  # step 2
                return _open_slot(document["vault"], item, passphrase)
        raise WrongPassphrase(detail="no such person")

    def change_passphrase(self, keys: PersonKeys, passphrase: str, cost: KdfCost) -> None:
        """Re-wraps this person's slot only; raises `WeakPassphrase`, `KeyRenewed`."""
        check_strength(passphrase)
        document = self._current(keys)
        wrapped = self._wrap(document["vault"], keys, passphrase, cost)
        followed = (renewal.MOVED, renewal.BEFORE)
        document["slots"] = [
            {**{k: v for k, v in item.items() if k not in followed}, **wrapped}
            if item["id"] == keys.slot.id
            else item
            for item in document["slots"]
        ]
        self._write(document)

    def renew(
        self,
        keys: PersonKeys,
        passphrase: str,
        database: bytes,
        inboxes: Mapping[str, bytes],
        gone: Sequence[str] = (),
    ) -> None:
        """Lets everybody but the people in ``gone`` follow to another database key.

        Until `settle` everybody can open the store under the old key, too.

        Args:
            keys: who renews; their slot is wrapped anew with their passphrase.
            passphrase: theirs, as it is.
            database: the key from now on.
            inboxes: X25519 public key of each other person who stays, by slot.
            gone: slots that `settle` drops.

        Raises:
            KeyRenewed: nothing was changed.
        """
        document = self._current(keys)
        vault, fresh = document["vault"], replace(keys, database=database)
        slots = []
        for item in document["slots"]:
            # What custodians could open leads to the old key; made anew at each one's next unlock.
            item = {k: v for k, v in item.items() if k != RECOVERY}
            place = renewal.place_of(vault, item["id"])
            if item["id"] == keys.slot.id:
                cost = KdfCost.from_json(item["kdf"])
                back = renewal.backward(place, keys.database, database, self._entropy)
                wrapped = self._wrap(vault, fresh, passphrase, cost)
                kept = {k: v for k, v in item.items() if k != renewal.MOVED}
                item = {**kept, **wrapped, renewal.BEFORE: back}
            elif item["id"] in inboxes:
                inbox = inboxes[item["id"]]
                way = renewal.step(place, inbox, keys.database, database, self._entropy)
                item = {**item, renewal.MOVED: [*item.get(renewal.MOVED, []), way]}
            slots.append(item)
        note = {"to": renewal.key_name(database), "leaving": list(gone)}
        self._write({**document, "slots": slots, renewal.RENEWAL: note})

    def prepare_recovery(self, keys: PersonKeys, public: bytes) -> None:
        """Seals to HQ's recovery key what the person needs if they forget their passphrase.

        Does nothing where that was done already, or where ``public`` is empty; raises `KeyRenewed`.
        """
        if not public:
            return
        document = self._current(keys)
        item = _find(document, keys.slot.id)
        box = item.get(RECOVERY)
        if isinstance(box, dict) and box.get("key") == recovery.key_name(public):
            return
        place = renewal.place_of(document["vault"], keys.slot.id)
        rescued = recovery.Rescued(keys.database, keys.draft)
        item[RECOVERY] = recovery.seal_for_custodians(public, place, rescued)
        self._write(document)

    def fresh(self, label: str, database: bytes) -> PersonKeys:
        """New keys of a person, not kept yet."""
        parts: dict[str, Any] = {
            name: self._entropy(size) for name, size in _PARTS if name != "database"
        }
        return PersonKeys(Slot(self._entropy(8).hex(), label), database, **parts)

    def replace(
        self, gone: str, keys: PersonKeys, passphrase: str, cost: KdfCost, heir: Mapping[str, str]
    ) -> None:
        """Puts a slot in the place of another, in one step.

        Args:
            gone: the slot that goes.
            keys: those of the new one, see `fresh`.
            passphrase: of the new one.
            cost: of its derivation.
            heir: what the new one takes over, kept with it until `settle_heir`.

        Raises:
            WeakPassphrase, KeyRenewed, VaultDamaged: nothing was changed.
        """
        check_strength(passphrase)
        document = self._current(keys)
        old = _find(document, gone)
        wrapped = self._wrap(document["vault"], keys, passphrase, cost)
        fresh = {**wrapped, "about": old.get("about", {}), HEIR: dict(heir)}
        document["slots"] = [fresh if item is old else item for item in document["slots"]]
        self._write(document)

    def heir(self, keys: PersonKeys) -> Mapping[str, str] | None:
        """What this person has still to take over from a slot that is gone.

        Raises:
            VaultDamaged: it is of another form.
        """
        found = _find(self._read(), keys.slot.id).get(HEIR)
        if found is None:
            return None
        if not isinstance(found, dict) or not all(
            isinstance(found.get(name), str) for name in ("of", "sealed")
        ):
            raise VaultDamaged(detail="heir")
        return found

    def settle_heir(self, keys: PersonKeys) -> None:
        """Everything was taken over."""
        document = self._read()
        _find(document, keys.slot.id).pop(HEIR, None)
        self._write(document)

    def leaving(self, database: bytes) -> tuple[str, ...] | None:
        """Slots to drop now that the store opens with ``database``; None: nothing to settle."""
        return renewal.leaving(self._read(), database)

    def settle(self, database: bytes) -> None:
        """Ends a renewal, now that the store is known to be under ``database``."""
        self._write(renewal.settled(self._read(), database))

    def require_current(self, keys: PersonKeys) -> None:
        """Raises `KeyRenewed` when the store got another key since this person came in."""
        self._current(keys)

    def _current(self, keys: PersonKeys) -> dict[str, Any]:
        """The file, for a change by somebody whose database key is that of the store."""
        document = self._read()
        if document.get(renewal.KEY) not in (None, renewal.key_name(keys.database)):
            raise KeyRenewed()
        return document

    def _add(
        self,
        document: dict[str, Any],
        label: str,
        passphrase: str,
        cost: KdfCost,
        given: tuple[bytes, About],
    ) -> PersonKeys:
        database, about = given
        label = " ".join(label.split())
        if not label or any(i["label"].casefold() == label.casefold() for i in document["slots"]):
            raise SlotTaken()
        keys = self.fresh(label, database)
        item = self._wrap(document["vault"], keys, passphrase, cost)
        document["slots"].append({**item, "about": dict(about)})
        self._write(document)
        return keys

    def _wrap(self, vault: str, keys: PersonKeys, passphrase: str, cost: KdfCost) -> dict[str, Any]:
        salt, nonce = self._entropy(SALT_BYTES), self._entropy(_NONCE_BYTES)
        item: dict[str, Any] = {
            "id": keys.slot.id,
            "label": keys.slot.label,
            "kdf": {**cost.as_json(), "salt": _b64(salt)},
        }
        secret = b"".join(getattr(keys, name) for name, _ in _PARTS)
        sealed = AESGCM(derive(passphrase, salt, cost)).encrypt(nonce, secret, _bound(vault, item))
        return {**item, "nonce": _b64(nonce), "wrap": _b64(sealed)}

    def _read(self) -> dict[str, Any]:
        return read_vault(self._home)

    def _write(self, document: Mapping[str, Any]) -> None:
        make_folder(self._home)
        write_atomically(self._home / FILE_NAME, json.dumps(document, indent=1).encode() + b"\n")


def _find(document: Mapping[str, Any], slot_id: str) -> dict[str, Any]:
    for item in document["slots"]:
        if item["id"] == slot_id:
            found: dict[str, Any] = item
            return found
    raise VaultDamaged(detail="no such person")


def _open_slot(vault: str, item: Mapping[str, Any], passphrase: str) -> PersonKeys:
    """Steps 3 to 6 of ``fieldapp/FORMAT.md``, section "Opening a slot"."""
    try:
        cost = KdfCost.from_json(item["kdf"])
        salt, nonce, sealed = (
            base64.b64decode(text, validate=True)
            for text in (item["kdf"]["salt"], item["nonce"], item["wrap"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise VaultDamaged(detail=type(error).__name__) from error
    if len(salt) != SALT_BYTES or len(nonce) != _NONCE_BYTES:
        raise VaultDamaged(detail="slot malformed")
    try:
        secret = AESGCM(derive(passphrase, salt, cost)).decrypt(nonce, sealed, _bound(vault, item))
    except InvalidTag as error:
        raise WrongPassphrase() from error
    if len(secret) != sum(size for _, size in _PARTS):
        raise VaultDamaged(detail="slot of another version")
    parts: dict[str, Any] = {}
    at = 0
    for name, size in _PARTS:
        parts[name] = secret[at : at + size]
        at += size
    place = renewal.place_of(vault, item["id"])
    wrapped = parts.pop("database")
    newest, *earlier = renewal.candidates(item, place, wrapped, parts["inbox_seed"])
    keys = PersonKeys(slot=Slot(item["id"], item["label"]), database=newest, **parts)
    return replace(keys, earlier=tuple(earlier))


def _bound(vault: str, item: Mapping[str, Any]) -> bytes:
    """What the wrap is bound to: swapping slots or lowering their cost makes it unreadable."""
    kdf = item["kdf"]
    fixed = [VERSION, vault, item["id"], item["label"], kdf["m"], kdf["t"], kdf["p"], kdf["salt"]]
    return b"ufr1/slot\0" + json.dumps(fixed, ensure_ascii=True, separators=(",", ":")).encode()


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
