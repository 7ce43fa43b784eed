"""Custodians at HQ: the private half of the recovery key lies nowhere; any two put it together.

For every pair of custodians the key is split in another way: a random share for the one, the
exclusive-or of share and key for the other. Exact bytes: ``fieldapp/FORMAT.md`` section 3.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fieldapp.clock import Entropy
from fieldapp.vault.errors import CustodianPassphrase, CustodiansUnfit, VaultDamaged
from fieldapp.vault.kdf import SALT_BYTES, KdfCost, derive
from fieldapp.vault.recovery import SEED_BYTES, key_name, public_of
from fieldapp.vault.strength import check_strength

FEWEST = 2
_KIND = "custodian"
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Custodian:
    """Somebody at HQ who keeps a part of the recovery key.

    Args:
        name: as it stands in HQ's log.
        passphrase: theirs; see `fieldapp.vault.strength.check_strength`.
    """

    name: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Custody:
    """A recovery key that exists in parts only.

    Args:
        public: the half that goes into the mission profile.
        files: one file a custodian, in their order.
    """

    public: bytes
    files: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class CustodianFile:
    """What a custodian's file shows in clear.

    Args:
        mission: the mission's code.
        fingerprint: that of the mission profile.
        key: names the recovery key.
        name: whose file it is.
        body: all of it.
    """

    mission: str
    fingerprint: str
    key: str
    name: str
    body: dict[str, Any] = field(repr=False)


def split(
    custodians: Sequence[Custodian], mission: tuple[str, str], cost: KdfCost, entropy: Entropy
) -> Custody:
    """A new recovery key for two custodians or more with different names.

    Args:
        custodians: who keeps it.
        mission: its code and its fingerprint, to which every part is bound.
        cost: of deriving from each passphrase.
        entropy: source of the key and its parts.

    Raises:
        WeakPassphrase: nothing was made.
        CustodiansUnfit: too few, or two with one name.
    """
    names = [" ".join(custodian.name.split()) for custodian in custodians]
    if len({name.casefold() for name in names}) < max(FEWEST, len(names)) or "" in names:
        raise CustodiansUnfit("Recovery takes two custodians or more, each with another name.")
    for custodian in custodians:
        check_strength(custodian.passphrase)
    seed = entropy(SEED_BYTES)
    public = public_of(seed)
    parts: dict[str, dict[str, bytes]] = {name: {} for name in names}
    for one, other in combinations(names, 2):
        parts[one][other] = entropy(SEED_BYTES)
        parts[other][one] = _xor(parts[one][other], seed)
    files = []
    for name, custodian in zip(names, custodians, strict=True):
        salt = entropy(SALT_BYTES)
        head = {
            "kind": _KIND,
            "v": 1,
            "mission": mission[0],
            "fingerprint": mission[1],
            "key": key_name(public),
            "name": name,
            "kdf": {**cost.as_json(), "salt": _b64(salt)},
        }
        cipher = AESGCM(derive(custodian.passphrase, salt, cost))
        pairs = []
        for other, share in parts[name].items():
            nonce = entropy(_NONCE_BYTES)
            sealed = cipher.encrypt(nonce, share, _bound(head, other))
            pairs.append({"with": other, "nonce": _b64(nonce), "sealed": _b64(sealed)})
        files.append(json.dumps({**head, "pairs": pairs}, ensure_ascii=False, indent=1).encode())
    return Custody(public, tuple(files))


def read_custodian(raw: bytes) -> CustodianFile:
    """What a custodian's file says; raises `CustodiansUnfit` where it is none."""
    try:
        body = json.loads(raw)
        said = CustodianFile(body["mission"], body["fingerprint"], body["key"], body["name"], body)
        good = body["kind"] == _KIND and body["v"] == 1
        json.dumps(body, ensure_ascii=False).encode("utf-8")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CustodiansUnfit(detail=type(error).__name__) from error
    texts = (said.mission, said.fingerprint, said.key, said.name)
    if not good or not all(isinstance(text, str) for text in texts):
        raise CustodiansUnfit(detail="of another form")
    return said


def put_together(one: CustodianFile, other: CustodianFile, passphrases: tuple[str, str]) -> bytes:
    """The private half of the recovery key, 96 bytes.

    Raises:
        CustodiansUnfit: not two custodians of one key, or a file was changed.
        CustodianPassphrase: a passphrase is not right.
    """
    same = (one.mission, one.fingerprint, one.key) == (other.mission, other.fingerprint, other.key)
    if not same or one.name == other.name:
        raise CustodiansUnfit(detail="not a pair")
    seed = _xor(
        _share(one, other.name, passphrases[0]),
        _share(other, one.name, passphrases[1]),
    )
    if key_name(public_of(seed)) != one.key:
        raise CustodiansUnfit(detail="parts of different keys")
    return seed


def _share(file: CustodianFile, other: str, passphrase: str) -> bytes:
    try:
        cost = KdfCost.from_json(file.body["kdf"])
        salt = base64.b64decode(file.body["kdf"]["salt"], validate=True)
        (pair,) = (each for each in file.body["pairs"] if each["with"] == other)
        nonce, sealed = (
            base64.b64decode(pair[name], validate=True) for name in ("nonce", "sealed")
        )
    except (VaultDamaged, KeyError, TypeError, ValueError) as error:
        raise CustodiansUnfit(detail=type(error).__name__) from error
    if len(salt) != SALT_BYTES or len(nonce) != _NONCE_BYTES:
        raise CustodiansUnfit(detail="malformed")
    try:
        share = AESGCM(derive(passphrase, salt, cost)).decrypt(
            nonce, sealed, _bound(file.body, other)
        )
    except InvalidTag as error:
        raise CustodianPassphrase() from error
    if len(share) != SEED_BYTES:
        raise CustodiansUnfit(detail="part of wrong length")
    return share


def _bound(head: dict[str, Any], other: str) -> bytes:
    """What a part is bound to: it opens in no other file, pair or mission, nor at less cost."""
    kdf = head["kdf"]
    named = [head[name] for name in ("v", "mission", "fingerprint", "key", "name")]
    fixed = [*named, other, kdf["m"], kdf["t"], kdf["p"], kdf["salt"]]
    text = json.dumps(fixed, ensure_ascii=True, separators=(",", ":"))
    return b"ufr1/custodian\0" + text.encode()


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
