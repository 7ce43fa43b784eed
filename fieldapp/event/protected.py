"""Protected content: sealed to a few people's own keys, so that not even its author can open it.

Exact bytes are in ``fieldapp/FORMAT.md``, "Protected reports". The payload stays strict JSON: a
clear part that lists and servers need, the wrapped key for each holder, and the sealed rest.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from fieldapp.clock import Entropy
from fieldapp.event import payload as strict
from fieldapp.event.chain import Event
from fieldapp.event.errors import BadPayload, SealBroken, SealedToOthers
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.units import StreamId

CLEAR = ("ref", "type", "form", "version")
"""What lists show of a protected report; nothing of it was answered in the form."""
SEALED_MIME = "application/octet-stream"
PAD_BYTES = 512
"""The sealed text is a multiple of this: codes and short words would tell by their length."""
NONCE_BYTES = 12
MORE_BYTES = NONCE_BYTES + 16
"""By how much a sealed photo is longer than the photo."""
_WRAP_BYTES = 80
_KEY_ID_BYTES = 8
_INFO = b"ufr1/protected\0"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_NAMES = frozenset((*CLEAR, "files", "to", "sealed"))


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is signed and kept of a protected report.

    Args:
        content: the payload.
        photos: its photos as they are kept and sent, in the order of ``files``.
    """

    content: Mapping[str, Any]
    photos: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class OpenedSeal:
    """What a holder reads; it is never written anywhere.

    Args:
        content: the inner text: answers, typed, language, files.
    """

    content: Mapping[str, Any]
    _key: bytes
    _stream: StreamId

    def __repr__(self) -> str:
        return "OpenedSeal()"

    def photo(self, number: int, sealed: bytes) -> bytes:
        """The photo with this place in ``files``, counted from 0; raises `SealBroken`."""
        return _opened(self._key, sealed, _photo_bound(self._stream, number))


def key_id(public: bytes) -> bytes:
    """8 bytes by which a public key is named where something is sealed to it."""
    return sha256(b"ufr1/key\0" + public).digest()[:_KEY_ID_BYTES]


def seal(
    stream: StreamId,
    clear: Mapping[str, str],
    secret: Mapping[str, Any],
    photos: Sequence[bytes],
    holders: Sequence[bytes],
    entropy: Entropy,
) -> Sealed:
    """Seals a report; the key exists only while this function runs.

    Args:
        stream: the author's; what is sealed for one cannot be signed by another.
        clear: `CLEAR` by name.
        secret: answers, typed, language and, in the order of ``photos``, their mime and name.
        photos: as taken.
        holders: X25519 keys of those who may open it; at least one.
        entropy: source of the key and nonces.

    Raises:
        BadPayload: the text is too long, or no strict JSON.
    """
    if not holders:
        raise ValueError("nobody could open it")
    key = entropy(32)
    text = strict.encode(secret)
    text += b" " * (-len(text) % PAD_BYTES)
    closed = tuple(
        _closed(key, photo, _photo_bound(stream, number), entropy)
        for number, photo in enumerate(photos)
    )
    content = {
        **{name: clear[name] for name in CLEAR},
        "files": [
            {"sha": sha256(one).hexdigest(), "size": len(one), "mime": SEALED_MIME}
            for one in closed
        ],
        "to": [[key_id(public).hex(), _text(_wrapped(key, public, stream))] for public in holders],
        "sealed": _text(_closed(key, text, _INFO + stream, entropy)),
    }
    return Sealed(content, closed)


def open_seal(event: Event, inbox_seed: bytes) -> OpenedSeal:
    """The inner text of a protected event whose signature was checked.

    Args:
        event: with its payload.
        inbox_seed: X25519 private key of who wants to read.

    Raises:
        SealedToOthers: it was not sealed to this key.
        SealBroken: it was, and does not open.
    """
    content = event.content() or {}
    if event.head.ctype != ContentType.PROTECTED or not well_formed(event.head.kind, content):
        raise SealBroken(detail="form")
    private = X25519PrivateKey.from_private_bytes(inbox_seed)
    wanted = key_id(private.public_key().public_bytes_raw()).hex()
    wrap = next((wrap for named, wrap in content["to"] if named == wanted), None)
    if wrap is None:
        raise SealedToOthers()
    stream = event.head.stream
    try:
        key = _SUITE.decrypt(_bytes(wrap), private, info=_INFO + stream)
        text = _opened(key, _bytes(content["sealed"]), _INFO + stream)
        return OpenedSeal(strict.decode(text), key, stream)
    except (InvalidTag, ValueError, BadPayload) as error:
        raise SealBroken(detail=type(error).__name__) from error


def sealed_to(content: Mapping[str, Any], public: bytes) -> bool:
    """Whether a well-formed clear part names the holder of this X25519 key."""
    wanted = key_id(public).hex()
    return any(named == wanted for named, _ in content.get("to", ()))


def well_formed(kind: int, content: Mapping[str, Any]) -> bool:
    """Whether a protected payload has its form: clear words, holders and a text, and no more.

    ``files`` are as in every report and not looked at here.
    """
    if kind not in (Kind.REPORT, Kind.FLASH) or content.keys() != _NAMES:
        return False
    holders, sealed = content["to"], content["sealed"]
    return (
        all(isinstance(content[name], str) for name in CLEAR)
        and isinstance(holders, list)
        and len(holders) > 0
        and all(_is_holder(item) for item in holders)
        and isinstance(sealed, str)
        and len(_bytes_or_nothing(sealed)) >= MORE_BYTES + PAD_BYTES
    )


def _is_holder(item: object) -> bool:
    match item:
        case [str() as named, str() as wrap]:
            pass
        case _:
            return False
    try:
        whole = len(bytes.fromhex(named)) == _KEY_ID_BYTES
    except ValueError:
        return False
    return whole and len(_bytes_or_nothing(wrap)) == _WRAP_BYTES


def _wrapped(key: bytes, public: bytes, stream: StreamId) -> bytes:
    return _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(public), info=_INFO + stream)


def _closed(key: bytes, plain: bytes, bound: bytes, entropy: Entropy) -> bytes:
    nonce = entropy(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _opened(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError) as error:
        raise SealBroken(detail=type(error).__name__) from error


def _photo_bound(stream: StreamId, number: int) -> bytes:
    return _INFO + stream + number.to_bytes(4, "big")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _bytes_or_nothing(text: str) -> bytes:
    try:
        return _bytes(text)
    except (binascii.Error, ValueError):
        return b""
