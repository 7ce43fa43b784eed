"""Another database key: how the slots of people who are not here follow it.

The one who renews wraps their own slot anew. In every other slot a *step* is left: the new key,
sealed to that person's inbox key and then with the database key before it. Their next unlocking
follows the steps; their next passphrase folds them in.
"""

import base64
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from fieldapp.clock import Entropy
from fieldapp.vault.errors import VaultDamaged

MOVED = "moved"
BEFORE = "before"
RENEWAL = "renewal"
KEY = "key"
_NONCE_BYTES = 12
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def key_name(database: bytes) -> str:
    """16 hex characters that name a database key and give nothing of it away."""
    return sha256(b"ufr1/database\0" + database).hexdigest()[:16]


def step(place: str, inbox: bytes, old: bytes, new: bytes, entropy: Entropy) -> dict[str, str]:
    """The way from one database key to the next for one person.

    Args:
        place: vault and slot, see `place_of`.
        inbox: the person's X25519 public key.
        old: the key until now.
        new: the key from now on.
        entropy: source of the nonce.
    """
    sealed = _SUITE.encrypt(
        new, X25519PublicKey.from_public_bytes(inbox), info=_bound(MOVED, place)
    )
    return {"to": key_name(new), **_seal(old, sealed, _bound(MOVED, place), entropy)}


def backward(place: str, old: bytes, new: bytes, entropy: Entropy) -> dict[str, str]:
    """The old key for whoever has the new one, until the store is known to be under it."""
    return _seal(new, old, _bound(BEFORE, place), entropy)


def candidates(
    item: Mapping[str, Any], place: str, wrapped: bytes, inbox_seed: bytes
) -> tuple[bytes, ...]:
    """Every database key that a slot leads to, the newest first; raises `VaultDamaged`.

    Args:
        item: the slot as in ``vault.json``.
        place: vault and slot, see `place_of`.
        wrapped: the database key in the slot's wrap.
        inbox_seed: the person's X25519 private key.
    """
    keys = [wrapped]
    if BEFORE in item:
        keys.append(_open(keys, item[BEFORE], _bound(BEFORE, place)))
    private = X25519PrivateKey.from_private_bytes(inbox_seed)
    steps = item.get(MOVED, [])
    if not isinstance(steps, list):
        raise VaultDamaged(detail="steps")
    for each in steps:
        sealed = _open(keys, each, _bound(MOVED, place))
        try:
            keys.insert(0, _SUITE.decrypt(sealed, private, info=_bound(MOVED, place)))
        except (InvalidTag, ValueError) as error:
            raise VaultDamaged(detail="step of another person") from error
    return tuple(keys)


def settled(document: Mapping[str, Any], database: bytes) -> dict[str, Any]:
    """``vault.json`` once it is known which key the store is under: the renewal done, or undone."""
    renewal = document[RENEWAL]
    slots: list[dict[str, Any]] = document["slots"]
    if renewal["to"] == key_name(database):
        slots = [
            {name: value for name, value in item.items() if name != BEFORE}
            for item in slots
            if item["id"] not in renewal["leaving"]
        ]
    else:
        slots = [_without_step(item, renewal["to"]) for item in slots]
    rest = {name: value for name, value in document.items() if name != RENEWAL}
    return {**rest, KEY: key_name(database), "slots": slots}


def leaving(document: Mapping[str, Any], database: bytes) -> tuple[str, ...] | None:
    """Slots that go once the store is under ``database``; None where nothing is under way.

    Raises:
        VaultDamaged: the note about the renewal cannot be read.
    """
    renewal = document.get(RENEWAL)
    if renewal is None:
        return None
    try:
        to, ids = renewal["to"], renewal["leaving"]
        if not isinstance(to, str) or not all(isinstance(each, str) for each in ids):
            raise TypeError
    except (KeyError, TypeError) as error:
        raise VaultDamaged(detail="renewal") from error
    return tuple(ids) if to == key_name(database) else ()


def place_of(vault: str, slot: str) -> str:
    """What a step is bound to: moved to another slot or vault it does not open."""
    return f"{vault}/{slot}"


def _without_step(item: dict[str, Any], to: str) -> dict[str, Any]:
    if MOVED not in item:
        return item
    return {**item, MOVED: [each for each in item[MOVED] if each["to"] != to]}


def _seal(key: bytes, plain: bytes, bound: bytes, entropy: Entropy) -> dict[str, str]:
    nonce = entropy(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, plain, bound)
    return {
        "nonce": base64.b64encode(nonce).decode(),
        "sealed": base64.b64encode(sealed).decode(),
    }


def _open(keys: Sequence[bytes], box: Any, bound: bytes) -> bytes:
    try:
        nonce, sealed = (base64.b64decode(box[name], validate=True) for name in ("nonce", "sealed"))
        for key in keys:
            try:
                return AESGCM(key).decrypt(nonce, sealed, bound)
            except InvalidTag:
                continue
    except (KeyError, TypeError, ValueError) as error:
        raise VaultDamaged(detail="step malformed") from error
    raise VaultDamaged(detail="step under another key")


def _bound(what: str, place: str) -> bytes:
    return f"ufr1/{what}\0{place}".encode()
