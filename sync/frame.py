"""Frames: sealed packets that anyone may carry and only their addressee can open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

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

from fieldapp.event.protected import key_id
from sync.body import Body, decode_body, encode_body
from sync.dictionaries import NUMBERS
from sync.errors import BadFrame, NotForUs, UnknownDictionary
from sync.limits import FRAME_BYTES

MAGIC = b"UFR1"
_HEAD = Struct(">4sB8sI")
HEAD_BYTES = _HEAD.size
_MLKEM_PUBLIC = 1184
_MLKEM_SEED = 64


class SuiteId(IntEnum):
    """How a frame is sealed: small for radio, proof against later quantum computers for sticks."""

    RADIO = 1
    COURIER = 2


_SUITES = {
    SuiteId.RADIO: Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305),
    SuiteId.COURIER: Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM),
}

_PublicKey = X25519PublicKey | MLKEM768X25519PublicKey
_PrivateKey = X25519PrivateKey | MLKEM768X25519PrivateKey


@dataclass(frozen=True, slots=True)
class Address:
    """A key that frames can be sealed to.

    Args:
        suite: radio for 32-byte X25519 keys, courier for 1,216-byte ML-KEM-768 + X25519 keys.
        public: the raw public key.
    """

    suite: SuiteId
    public: bytes

    @property
    def key_id(self) -> bytes:
        """8 bytes."""
        return key_id(self.public)


class SealKeys:
    """The private keys held here, by key id; keep old ones for late bundles."""

    def __init__(self) -> None:
        self._keys: dict[bytes, tuple[SuiteId, _PrivateKey]] = {}

    def add_radio(self, private: bytes) -> Address:
        """Adds a 32-byte X25519 key and says where to seal to."""
        key = X25519PrivateKey.from_private_bytes(private)
        address = Address(SuiteId.RADIO, key.public_key().public_bytes_raw())
        self._keys[address.key_id] = (SuiteId.RADIO, key)
        return address

    def add_courier(self, private: bytes) -> Address:
        """Adds a key of 64 bytes ML-KEM-768 seed and 32 bytes X25519."""
        post, classic = (
            MLKEM768PrivateKey.from_seed_bytes(private[:_MLKEM_SEED]),
            X25519PrivateKey.from_private_bytes(private[_MLKEM_SEED:]),
        )
        public = post.public_key().public_bytes_raw() + classic.public_key().public_bytes_raw()
        address = Address(SuiteId.COURIER, public)
        self._keys[address.key_id] = (
            SuiteId.COURIER,
            MLKEM768X25519PrivateKey(post, classic),
        )
        return address

    def find(self, wanted: bytes) -> tuple[SuiteId, _PrivateKey]:
        """The key; raises `NotForUs`."""
        try:
            return self._keys[wanted]
        except KeyError as error:
            raise NotForUs() from error


@dataclass(frozen=True, slots=True)
class FrameHead:
    """The clear part of a frame: suite, addressee and how many sealed bytes follow."""

    suite: int
    key_id: bytes
    length: int


def seal(body: Body, to: Address, dictionaries: Sequence[int] = NUMBERS) -> bytes:
    """A frame that only the holder of ``to`` opens, made with dictionaries that they have.

    Not even its maker can open it.
    """
    return seal_bytes(encode_body(body, dictionaries), to)


def seal_bytes(plain: bytes, to: Address) -> bytes:
    """As `seal`, for a body that is bytes already; raises ``ValueError`` above 1 MiB."""
    sealed = _SUITES[to.suite].encrypt(plain, _load(to), info=_info(to.suite, to.key_id))
    frame = _HEAD.pack(MAGIC, to.suite, to.key_id, len(sealed)) + sealed
    if len(frame) > FRAME_BYTES:
        raise ValueError("frame too large")
    return frame


def open_frame(frame: bytes, keys: SealKeys) -> Body:
    """Steps 1 to 5 of ``sync/PROTOCOL.md``, section "Opening a frame": the body of a whole frame.

    Raises:
        NotForUs: sealed to a key not held here.
        BadFrame: damaged or above a limit.
        UnknownDictionary: from a newer version.
    """
    head = read_head(frame)
    if len(frame) != HEAD_BYTES + head.length:  # step 2
        raise BadFrame(detail="length")
    suite, key = keys.find(head.key_id)  # step 3
    if head.suite != suite:
        raise BadFrame(detail="suite of another key")
    try:  # step 4
        plain = _SUITES[suite].decrypt(frame[HEAD_BYTES:], key, info=_info(suite, head.key_id))
    except (InvalidTag, ValueError) as error:
        raise BadFrame(detail="cannot be opened") from error
    return decode_body(plain)  # step 5


def read_head(raw: bytes) -> FrameHead:
    """Step 1: the clear head at the start of ``raw``; raises `BadFrame` or `UnknownDictionary`."""
    if len(raw) < HEAD_BYTES:
        raise BadFrame(detail="cut short")
    magic, suite, wanted, length = _HEAD.unpack_from(raw)
    if magic[:3] == MAGIC[:3] and magic != MAGIC:
        raise UnknownDictionary(detail="frame version")
    if magic != MAGIC or length + HEAD_BYTES > FRAME_BYTES:
        raise BadFrame(detail="not a frame")
    return FrameHead(suite, wanted, length)


def split_frames(raw: bytes) -> Iterator[bytes]:
    """The whole frames that stand one after another in ``raw``; raises `BadFrame` at bad form."""
    at = 0
    while at < len(raw):
        end = at + HEAD_BYTES + read_head(raw[at : at + HEAD_BYTES]).length
        if end > len(raw):
            raise BadFrame(detail="cut short")
        yield raw[at:end]
        at = end


def _info(suite: int, wanted: bytes) -> bytes:
    return b"ufr1/frame\0" + bytes([suite]) + wanted


def _load(to: Address) -> _PublicKey:
    if to.suite is SuiteId.RADIO:
        return X25519PublicKey.from_public_bytes(to.public)
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(to.public[:_MLKEM_PUBLIC]),
        X25519PublicKey.from_public_bytes(to.public[_MLKEM_PUBLIC:]),
    )
