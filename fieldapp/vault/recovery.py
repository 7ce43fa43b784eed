"""A forgotten passphrase: what is sealed to HQ's recovery key, asked for, and answered.

Exact bytes are in ``fieldapp/FORMAT.md`` section 3. The laptop has the public half only.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from fieldapp.vault.errors import AnswerUnfit, NoRecovery, NotARequest, VaultDamaged
from fieldapp.vault.kdf import KEY_BYTES

SEED_BYTES = 96
"""64 bytes for ML-KEM-768 and 32 for X25519."""
PUBLIC_BYTES = 1216
ASKING_BYTES = 32
"""The private half of the key to which an answer is sealed."""
MAX_BYTES = 64 * 1024
"""Requests and answers are below 4 KiB."""
_POST_SEED, _POST_PUBLIC = 64, 1184
_LAPTOP = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_ANSWER = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_REQUEST_KIND = "recovery-request"
_ANSWER_KIND = "recovery-answer"
REQUEST_SUFFIX, ANSWER_SUFFIX = ".request", ".answer"
REQUEST_MARK = f'{{"kind": "{_REQUEST_KIND}"'.encode()
ANSWER_MARK = f'{{"kind": "{_ANSWER_KIND}"'.encode()
"""What the files begin with."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What two custodians can give back: the store's key and the person's draft key, 32 bytes each.

    Neither lets anybody sign or fetch as that person.
    """

    database: bytes = field(repr=False)
    draft: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """What a laptop hands to HQ.

    Args:
        place: vault and slot, as in `fieldapp.vault.renewal.place_of`.
        key: names the recovery key, 16 hex characters.
        sealed: what only the custodians open.
        public: 32 bytes X25519, to which the answer is sealed.
    """

    place: str
    key: str
    sealed: bytes
    public: bytes

    def digest(self) -> bytes:
        """32 bytes that stand for the whole request."""
        parts = (self.place.encode(), self.key.encode(), self.sealed, self.public)
        framed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return sha256(b"ufr1/recovery-request\0" + framed).digest()

    @property
    def fingerprint(self) -> str:
        """20 hex characters in groups of four, to be read aloud."""
        text = self.digest().hex()[:20]
        return " ".join(text[at : at + 4] for at in range(0, 20, 4))

    def write(self) -> bytes:
        """The file."""
        vault, slot = self.place.split("/")
        body = {"vault": vault, "slot": slot, "key": self.key}
        return _written(
            _REQUEST_KIND, {**body, "sealed": _b64(self.sealed), "public": _b64(self.public)}
        )

    @classmethod
    def read(cls, raw: bytes) -> "Request":
        """The request in a file; raises `NotARequest`."""
        try:
            body = _read(_REQUEST_KIND, raw)
            vault, slot, key = (_hex(body[name]) for name in ("vault", "slot", "key"))
            sealed, public = (_bytes(body[name]) for name in ("sealed", "public"))
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            raise NotARequest(detail=type(error).__name__) from error
        if len(public) != ASKING_BYTES:
            raise NotARequest(detail="key of wrong length")
        return cls(f"{vault}/{slot}", key, sealed, public)


def public_of(seed: bytes) -> bytes:
    """1,216 bytes: the public half of a recovery key."""
    post, classic = _halves(seed)
    return post.public_key().public_bytes_raw() + classic.public_key().public_bytes_raw()


def key_name(public: bytes) -> str:
    """16 hex characters that name a recovery key."""
    return sha256(b"ufr1/key\0" + public).hexdigest()[:16]


def seal_for_custodians(public: bytes, place: str, rescued: Rescued) -> dict[str, str]:
    """The member ``recovery`` of a slot; raises `VaultDamaged` where ``public`` is no key."""
    try:
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[:_POST_PUBLIC]),
            X25519PublicKey.from_public_bytes(public[_POST_PUBLIC:]),
        )
        sealed = _LAPTOP.encrypt(rescued.database + rescued.draft, key, info=_info(place))
    except ValueError as error:
        raise VaultDamaged(detail="recovery key") from error
    return {"key": key_name(public), "sealed": _b64(sealed)}


def request_for(item: Mapping[str, Any], place: str, asking: bytes) -> Request:
    """The request of a slot; raises `NoRecovery` where nothing in it is sealed to custodians.

    Args:
        item: the slot as in ``vault.json``.
        place: vault and slot.
        asking: 32 private bytes; they stay here and open the answer.
    """
    public = X25519PrivateKey.from_private_bytes(asking).public_key().public_bytes_raw()
    try:
        box = item["recovery"]
        return Request(place, _hex(box["key"]), _bytes(box["sealed"]), public)
    except (KeyError, TypeError, ValueError) as error:
        raise NoRecovery(detail=type(error).__name__) from error


def answer(request: Request, seed: bytes) -> bytes:
    """The file that goes back, sealed to the laptop that asked; raises `NotARequest`.

    Args:
        request: from the laptop.
        seed: the private half that two custodians put together.
    """
    try:
        secret = _LAPTOP.decrypt(request.sealed, _private(seed), info=_info(request.place))
        to = X25519PublicKey.from_public_bytes(request.public)
        sealed = _ANSWER.encrypt(secret, to, info=_answer_info(request))
    except (InvalidTag, ValueError) as error:
        raise NotARequest(detail="cannot be opened") from error
    body = {"request": request.digest().hex(), "sealed": _b64(sealed)}
    return _written(_ANSWER_KIND, body)


def open_answer(raw: bytes, request: Request, asking: bytes) -> Rescued:
    """What came back; raises `AnswerUnfit` for an answer to anything else, or one that was changed.

    Args:
        raw: the file.
        request: what was asked.
        asking: the private half that stayed here.
    """
    try:
        body = _read(_ANSWER_KIND, raw)
        if body["request"] != request.digest().hex():
            raise AnswerUnfit(detail="another request")
        key = X25519PrivateKey.from_private_bytes(asking)
        secret = _ANSWER.decrypt(_bytes(body["sealed"]), key, info=_answer_info(request))
    except (InvalidTag, KeyError, TypeError, ValueError, RecursionError) as error:
        raise AnswerUnfit(detail=type(error).__name__) from error
    if len(secret) != 2 * KEY_BYTES:
        raise AnswerUnfit(detail="length")
    return Rescued(secret[:KEY_BYTES], secret[KEY_BYTES:])


def _private(seed: bytes) -> MLKEM768X25519PrivateKey:
    return MLKEM768X25519PrivateKey(*_halves(seed))


def _halves(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    return (
        MLKEM768PrivateKey.from_seed_bytes(seed[:_POST_SEED]),
        X25519PrivateKey.from_private_bytes(seed[_POST_SEED:]),
    )


def _info(place: str) -> bytes:
    return b"ufr1/recovery\0" + place.encode()


def _answer_info(request: Request) -> bytes:
    return b"ufr1/recovery-answer\0" + request.digest()


def _written(kind: str, body: Mapping[str, str]) -> bytes:
    return json.dumps({"kind": kind, "v": 1, **body}).encode() + b"\n"


def _read(kind: str, raw: bytes) -> dict[str, Any]:
    body = json.loads(raw)
    if body["kind"] != kind or body["v"] != 1:
        raise ValueError
    return dict(body)


def _hex(value: object) -> str:
    if not isinstance(value, str) or bytes.fromhex(value).hex() != value:
        raise ValueError
    return value


def _bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise TypeError
    return base64.b64decode(value, validate=True)


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
