"""Ed25519 keys of streams: a signature says which person on which device wrote an event."""

from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fieldapp.event.errors import BadSignature
from fieldapp.units import StreamId

PURPOSE_EVENT = b"ufr1/sig\0"
SIGNATURE_BYTES = 64
KEY_BYTES = 32

# Encodings (sign bit cleared) of points of small order: with such a key one fixed signature fits
# every message. List as published with libsodium; OpenSSL accepts some of them.
_SMALL_ORDER = frozenset(
    bytes.fromhex(text)
    for text in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def stream_id(public: bytes) -> StreamId:
    """The stream that belongs to a public key of 32 bytes."""
    return StreamId(sha256(b"ufr1/stream\0" + public).digest()[:16])


def public_key(raw: bytes) -> Ed25519PublicKey:
    """A key fit for checking signatures; raises `BadSignature` for a malformed or weak one."""
    if len(raw) != KEY_BYTES or raw[:31] + bytes([raw[31] & 0x7F]) in _SMALL_ORDER:
        raise BadSignature(detail="weak or malformed key")
    try:
        return Ed25519PublicKey.from_public_bytes(raw)
    except ValueError as error:
        raise BadSignature(detail="malformed key") from error


def check_signature(public: bytes, purpose: bytes, message: bytes, signature: bytes) -> None:
    """Returns when ``signature`` is the key's over purpose and message; raises `BadSignature`."""
    try:
        public_key(public).verify(signature, purpose + message)
    except InvalidSignature as error:
        raise BadSignature() from error


class StreamKey:
    """A private signing key.

    Args:
        seed: 32 secret bytes.
    """

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()
        self.stream = stream_id(self.public)

    def sign(self, purpose: bytes, message: bytes) -> bytes:
        """64 bytes over purpose and message; the purpose keeps one kind of object from passing
        as another.
        """
        return self._key.sign(purpose + message)
