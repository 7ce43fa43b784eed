"""Known answers: a crypto library that was broken or swapped is noticed before it holds a key.

``answers.json`` holds the published vectors of FIPS 180-4 (SHA-256), RFC 9106 (Argon2id), the GCM
submission (AES-256-GCM) and RFC 8032 (Ed25519), and packets of our own for the two suites of HPKE.
SQLCipher itself answers for its presence whenever the store is opened.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from cryptography.exceptions import (
    InternalError,
    InvalidSignature,
    InvalidTag,
    UnsupportedAlgorithm,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from fieldapp.vault.errors import CryptoBroken

_Answer = dict[str, bytes]
_BROKEN = (
    InternalError,
    InvalidSignature,
    InvalidTag,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
)
_SEED_BYTES = 64


@dataclass(frozen=True)
class Primitives:
    """What the vault, events and frames are built from, or a broken stand-in for a part."""

    digest: Callable[[bytes], bytes]
    stretch: Callable[[_Answer], bytes]
    seal: Callable[[bytes, bytes, bytes, bytes], bytes]
    unseal: Callable[[bytes, bytes, bytes, bytes], bytes]
    sign: Callable[[bytes, bytes], bytes]
    verify: Callable[[bytes, bytes, bytes], None]
    open_radio: Callable[[bytes, bytes, bytes], bytes]
    open_courier: Callable[[bytes, bytes, bytes], bytes]


@cache
def require_sound() -> None:
    """Looks once a process; raises `CryptoBroken`, and then nothing may be opened or made."""
    run(PRIMITIVES)


def run(primitives: Primitives) -> None:
    """Every known answer; raises `CryptoBroken`."""
    answers = _answers()
    for name, check in _CHECKS.items():
        try:
            good = check(primitives, answers[name])
        except _BROKEN as error:
            raise CryptoBroken(detail=f"{name}: {type(error).__name__}") from error
        if not good:
            raise CryptoBroken(detail=name)


def _sha256(primitives: Primitives, answer: _Answer) -> bool:
    return primitives.digest(answer["message"]) == answer["digest"]


def _argon2id(primitives: Primitives, answer: _Answer) -> bool:
    return primitives.stretch(answer) == answer["key"]


def _aes256gcm(primitives: Primitives, answer: _Answer) -> bool:
    key, nonce, bound, plain, sealed = (
        answer[name] for name in ("key", "nonce", "bound", "plain", "sealed")
    )
    return (
        primitives.seal(key, nonce, plain, bound) == sealed
        and primitives.unseal(key, nonce, sealed, bound) == plain
        and _refused(InvalidTag, primitives.unseal, key, nonce, _spoilt(sealed), bound)
    )


def _ed25519(primitives: Primitives, answer: _Answer) -> bool:
    public, message, signature = answer["public"], answer["message"], answer["signature"]
    if primitives.sign(answer["seed"], message) != signature:
        return False
    primitives.verify(public, message, signature)
    return _refused(InvalidSignature, primitives.verify, public, message, _spoilt(signature))


def _hpke1(primitives: Primitives, answer: _Answer) -> bool:
    return _opens(primitives.open_radio, answer)


def _hpke2(primitives: Primitives, answer: _Answer) -> bool:
    return _opens(primitives.open_courier, answer)


_CHECKS: dict[str, Callable[[Primitives, _Answer], bool]] = {
    "sha256": _sha256,
    "argon2id": _argon2id,
    "aes256gcm": _aes256gcm,
    "ed25519": _ed25519,
    "hpke1": _hpke1,
    "hpke2": _hpke2,
}


def _opens(unseal: Callable[[bytes, bytes, bytes], bytes], answer: _Answer) -> bool:
    private, info, sealed = answer["private"], answer["info"], answer["sealed"]
    return unseal(private, sealed, info) == answer["plain"] and _refused(
        InvalidTag, unseal, private, _spoilt(sealed), info
    )


def _refused(wanted: type[Exception], act: Callable[..., object], *arguments: bytes) -> bool:
    try:
        act(*arguments)
    except wanted:
        return True
    return False


def _spoilt(raw: bytes) -> bytes:
    """With one bit of its last byte turned."""
    return raw[:-1] + bytes([raw[-1] ^ 1])


def _answers() -> dict[str, _Answer]:
    raw: dict[str, dict[str, str]] = json.loads(
        files(__package__).joinpath("answers.json").read_text("ascii")
    )
    return {
        name: {part: base64.b64decode(text) for part, text in answer.items()}
        for name, answer in raw.items()
    }


def _stretch(answer: _Answer) -> bytes:
    kdf = Argon2id(
        salt=answer["salt"],
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=answer["ad"],
        secret=answer["secret"],
    )
    return kdf.derive(answer["passphrase"])


def _open_radio(private: bytes, sealed: bytes, info: bytes) -> bytes:
    suite: Any = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
    return bytes(suite.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=info))


def _open_courier(private: bytes, sealed: bytes, info: bytes) -> bytes:
    suite: Any = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    key = MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(private[:_SEED_BYTES]),
        X25519PrivateKey.from_private_bytes(private[_SEED_BYTES:]),
    )
    return bytes(suite.decrypt(sealed, key, info=info))


PRIMITIVES = Primitives(
    digest=lambda message: sha256(message).digest(),
    stretch=_stretch,
    seal=lambda key, nonce, plain, bound: AESGCM(key).encrypt(nonce, plain, bound),
    unseal=lambda key, nonce, sealed, bound: AESGCM(key).decrypt(nonce, sealed, bound),
    sign=lambda seed, message: Ed25519PrivateKey.from_private_bytes(seed).sign(message),
    verify=lambda public, message, signature: Ed25519PublicKey.from_public_bytes(public).verify(
        signature, message
    ),
    open_radio=_open_radio,
    open_courier=_open_courier,
)
