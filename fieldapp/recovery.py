"""A forgotten passphrase on the laptop: asking HQ's two custodians, and taking their answer.

They give back what opens the store and the person's drafts, never what signs. So the person goes
on in a new slot with new keys, and HQ lets them in anew.
"""

import base64
import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError
from fieldapp.files import (
    begins_with,
    check_target,
    file_errors,
    read_at_most,
    write_atomically,
)
from fieldapp.people import HEIR_LABEL, Desk, asked_file, open_desk
from fieldapp.store.database import open_store
from fieldapp.store.drafts import check_drafts
from fieldapp.store.errors import StoreLocked
from fieldapp.vault import recovery, renewal
from fieldapp.vault.drafts import DraftSealer
from fieldapp.vault.errors import (
    AnswerOutdated,
    AnswerUnfit,
    KeyRenewed,
    NothingAsked,
    VaultDamaged,
)
from fieldapp.vault.file import Slot, people_of, read_vault
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.recovery import ASKING_BYTES, MAX_BYTES, Request, Rescued
from fieldapp.vault.slots import PersonKeys, Vault


def can_ask(home: Path, slot: str) -> bool:
    """Whether something was prepared for custodians of HQ to open this laptop for a person."""
    try:
        _request(home, slot, bytes(ASKING_BYTES))
    except FieldError:
        return False
    return True


def ask(home: Path, slot: str, out: Path, entropy: Entropy) -> tuple[Path, Request]:
    """Writes a request for HQ's custodians; the file, and what its fingerprint is read from.

    An earlier request of the same person can no longer be answered.

    Args:
        home: the installation folder.
        slot: who forgot their passphrase.
        out: the file, or a folder that gets one.
        entropy: source of the key to which the answer is sealed.

    Raises:
        NoRecovery: nothing was prepared for this person.
        TargetTaken, TargetInside, DiskFull, NotAllowed, FileTrouble: nothing was handed out.
    """
    asking = entropy(ASKING_BYTES)
    request = _request(home, slot, asking)
    target = out / f"{entropy(4).hex()}{recovery.REQUEST_SUFFIX}" if out.is_dir() else out
    check_target(target, home, begins_with(recovery.REQUEST_MARK))
    kept = {"v": 1, "private": asking.hex(), "request": request.write().decode()}
    write_atomically(asked_file(home, slot), json.dumps(kept).encode() + b"\n")
    write_atomically(target, request.write())
    return target, request


def asked(home: Path, slot: str) -> Request | None:
    """The request that waits for its answer; None where there is none that can be read."""
    try:
        return _asked(home, slot)[0]
    except FieldError:
        return None


def person_of(home: Path, answer: bytes) -> Slot:
    """Whose request an answer is to; raises `NothingAsked`, `AnswerUnfit`."""
    waiting = [slot for slot in people_of(home) if asked(home, slot.id)]
    for slot in waiting:
        with contextlib.suppress(AnswerUnfit):
            recovery.open_answer(answer, *_asked(home, slot.id))
            return slot
    raise AnswerUnfit(detail="of nobody here") if waiting else NothingAsked()


def finish(
    home: Path,
    slot: Slot,
    answer: bytes,
    passphrase: str,
    cost: KdfCost,
    *,
    clock: Clock,
    entropy: Entropy,
) -> Desk:
    """Lets a person in by the answer of HQ's custodians, in a new slot under the same name.

    One write of the key file decides: before it the answer can be used again, after it the new
    passphrase opens the laptop, and whatever is still to be done is done at that unlocking.

    Args:
        home: the installation folder.
        slot: who asked.
        answer: the file.
        passphrase: the new one.
        cost: of its derivation.
        clock: the laptop's clock.
        entropy: source of keys.

    Raises:
        NothingAsked, AnswerUnfit, AnswerOutdated, WeakPassphrase: nothing was changed.
        StoreMissing, StoreDamaged, StoreNewer, DiskFull, NotAllowed: as `open_desk`.
    """
    request, asking = _asked(home, slot.id)
    rescued = recovery.open_answer(answer, request, asking)
    vault = Vault(home, entropy)
    if renewal.place_of(read_vault(home)["vault"], slot.id) != request.place:
        raise AnswerUnfit(detail="another vault")
    keys = vault.fresh(slot.label, rescued.database)
    _try(home, slot, rescued, keys, clock, entropy)
    sealed = DraftSealer(keys, entropy).seal(HEIR_LABEL + slot.id, rescued.draft)
    heir = {"of": slot.id, "sealed": base64.b64encode(sealed).decode()}
    try:
        vault.replace(slot.id, keys, passphrase, cost, heir)
    except KeyRenewed as error:
        raise AnswerOutdated(detail=error.code) from error
    return open_desk(home, keys, clock=clock, entropy=entropy)


def _try(
    home: Path, slot: Slot, rescued: Rescued, keys: PersonKeys, clock: Clock, entropy: Entropy
) -> None:
    """Raises unless the answer opens the store, and the drafts in it."""
    try:
        store = open_store(home, rescued.database, clock)
    except StoreLocked as error:
        raise AnswerOutdated(detail=error.code) from error
    old = replace(keys, slot=slot, draft=rescued.draft)
    with store:
        try:
            check_drafts(store, DraftSealer(old, entropy))
        except VaultDamaged as error:
            raise AnswerUnfit(detail="drafts") from error


def _request(home: Path, slot: str, asking: bytes) -> Request:
    document = read_vault(home)
    item: dict[str, Any] = next((each for each in document["slots"] if each["id"] == slot), {})
    return recovery.request_for(item, renewal.place_of(document["vault"], slot), asking)


def _asked(home: Path, slot: str) -> tuple[Request, bytes]:
    try:
        with file_errors():
            kept = json.loads(read_at_most(asked_file(home, slot), MAX_BYTES))
        return Request.read(kept["request"].encode()), bytes.fromhex(kept["private"])
    except (FieldError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NothingAsked(detail=type(error).__name__) from error
