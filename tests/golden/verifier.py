"""A second opinion: judges bytes by ``fieldapp/FORMAT.md`` and ``sync/PROTOCOL.md`` alone.

It imports nothing of the product, so that a mistake in the product's reading of those pages shows.
Every function returns what was accepted, or raises `Refused` with the step that says no.
"""

import base64
import json
import struct
import unicodedata
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import cbor2
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ed25519, mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

DICTIONARIES = {
    number: Path(__file__).parents[2] / "sync" / f"dictionary-{number}.zdict"
    for number in range(1, 6)
}
MIB, WHOLE = 1024 * 1024, 2**63
RADIO = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
COURIER = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
P = 2**255 - 19
Y8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
SMALL_ORDER = {0, 1, P - 1, P, P + 1, Y8, P - Y8}


class Refused(Exception):
    """Which step said no."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


def need(step: int, fits: object) -> None:
    if not fits:
        raise Refused(step)


def strict_cbor(step: int, raw: bytes) -> Any:
    """One value in its only spelling, of the few kinds that are allowed."""
    found = []

    def plain(value: Any, depth: int) -> bool:
        found.append(value)
        if len(found) > min(16_384, len(raw)):  # one that shares parts unfolds for ever
            return False
        if type(value) is list:
            return depth > 0 and all(plain(item, depth - 1) for item in value)
        return type(value) in (bytes, str, bool, type(None)) or (
            type(value) is int and 0 <= value < WHOLE
        )

    try:
        value = cbor2.CBORDecoder(BytesIO(raw), max_depth=100).decode()
        fits = plain(value, 8) and cbor2.dumps(value, canonical=True) == raw
    except (cbor2.CBORError, ValueError, RecursionError) as error:
        raise Refused(step) from error
    need(step, fits)
    return value


def strict_json(step: int, text: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        need(step, len(dict(pairs)) == len(pairs))
        return dict(pairs)

    def refuse(_: str) -> None:
        raise Refused(step)

    try:
        value = json.loads(
            text, object_pairs_hook=unique, parse_float=refuse, parse_constant=refuse
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Refused(step) from error
    need(step, type(value) is dict)
    return value


def signed(step: int, key: bytes, purpose: bytes, message: bytes, signature: bytes) -> None:
    need(step, len(key) == 32 and int.from_bytes(key, "little") % 2**255 not in SMALL_ORDER)
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signature, purpose + message)
    except (InvalidSignature, ValueError) as error:
        raise Refused(step) from error


def header(raw: bytes) -> list[Any]:
    """FORMAT.md 5, step 1."""
    need(1, len(raw) <= 256)
    items = strict_cbor(1, raw)
    need(1, type(items) is list and len(items) == 10)
    need(1, all(type(items[at]) is int for at in (0, 2, 4, 5, 7, 8)) and items[0] == 1)
    need(1, all(type(items[at]) is bytes for at in (1, 3, 6, 9)))
    need(1, [len(items[at]) for at in (1, 3, 9)] == [16, 32, 32] and len(items[6]) in (0, 32))
    return list(items)


def sealed_event(raw: bytes, signature: bytes, salt: bytes | None, payload: bytes | None) -> Any:
    """FORMAT.md 5, steps 1 and 2."""
    items = header(raw)
    need(2, len(signature) == 64 and (salt is None) == (payload is None))
    if salt is not None and payload is not None:
        need(2, len(salt) == 16 and len(payload) == items[8])
        need(2, sha256(b"ufr1/payload\0" + salt + payload).digest() == items[9])
    return items


def event(raw: bytes, signature: bytes, salt: Any, payload: Any, key: bytes) -> Any:
    """FORMAT.md 5, steps 1 to 4 and 6."""
    items = sealed_event(raw, signature, salt, payload)
    need(3, sha256(b"ufr1/stream\0" + key).digest()[:16] == items[1])
    need(3, len(key) == 32 and int.from_bytes(key, "little") % 2**255 not in SMALL_ORDER)
    signed(4, key, b"ufr1/sig\0", raw, signature)
    return content(payload) if payload is not None and items[7] == 1 else None


def content(payload: bytes) -> Any:
    """FORMAT.md 5, step 6."""

    def fits(value: Any, depth: int) -> bool:
        if type(value) is dict or type(value) is list:
            inner = value.values() if type(value) is dict else value
            return depth <= 16 and all(fits(item, depth + 1) for item in inner)
        return type(value) is not int or -WHOLE <= value < WHOLE

    need(6, len(payload) <= 65536)
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(6) from error
    value = strict_json(6, text)
    need(6, fits(value, 1))
    return value


def chain(parts: list[tuple[bytes, bytes, bytes, bytes]], key: bytes) -> None:
    """FORMAT.md 5, step 5: a stream from its beginning."""
    before = bytes(32)
    for number, part in enumerate(parts):
        event(*part, key)
        items = header(part[0])
        need(5, items[2] == number and items[3] == before)
        before = sha256(b"ufr1/event\0" + part[0]).digest()


def frame(raw: bytes, keys: dict[str, bytes]) -> Any:
    """PROTOCOL.md, "Opening a frame"."""
    need(1, len(raw) >= 17 and raw[:4] == b"UFR1")
    suite, wanted, length = struct.unpack(">B8sI", raw[4:17])
    need(2, len(raw) == 17 + length <= MIB)
    classic = x25519.X25519PrivateKey.from_private_bytes(keys["radio"])
    post = mlkem.MLKEM768PrivateKey.from_seed_bytes(keys["courier"][:64])
    other = x25519.X25519PrivateKey.from_private_bytes(keys["courier"][64:])
    public = post.public_key().public_bytes_raw() + other.public_key().public_bytes_raw()
    held: dict[bytes, tuple[int, Suite, Any]] = {
        key_id(classic.public_key().public_bytes_raw()): (1, RADIO, classic),
        key_id(public): (2, COURIER, MLKEM768X25519PrivateKey(post, other)),
    }
    need(3, wanted in held and held[wanted][0] == suite)
    _, opener, private = held[wanted]
    try:
        plain = opener.decrypt(raw[17:], private, info=b"ufr1/frame\0" + raw[4:13])
    except (InvalidTag, ValueError) as error:
        raise Refused(4) from error
    try:
        return body(plain)
    except Refused as error:
        raise Refused(5) from error


def key_id(public: bytes) -> bytes:
    return sha256(b"ufr1/key\0" + public).digest()[:8]


def body(raw: bytes) -> Any:
    """PROTOCOL.md, "Reading a body"."""
    need(1, len(raw) <= MIB)
    items = strict_cbor(1, raw)
    need(1, type(items) is list and items and type(items[0]) is int)
    shapes = {
        1: [bytes, bytes, bytes],
        2: [bytes, int, bytes],
        3: [bytes],
        4: [str, list],
        5: [list],
    }
    need(2, [type(item) for item in items[1:]] == shapes.get(items[0]))
    match items:
        case [1, stream, text, tail]:
            return events(stream, inflated(text), tail)
        case [2, photo, offset, piece]:
            need(2, len(photo) == 32 and 1 <= len(piece) <= 65536 and offset % 4096 == 0)
            need(2, offset + len(piece) <= 25 * MIB)
        case [4, code, parts]:
            need(2, [type(part) for part in parts] == [bytes] * 4 and len(code) <= 64)
            need(2, len(parts[3]) <= 65536)
            return rebuilt(*parts)
        case [5, receipts]:
            need(2, all(type(one) is bytes for one in receipts))
    return items


def inflated(packed: bytes) -> bytes:
    """Step 3."""
    try:
        said = zstandard.get_frame_parameters(packed)
        need(3, 1 <= said.content_size <= 4 * MIB and said.window_size <= 4 * MIB)
        need(3, said.dict_id in (0, *DICTIONARIES))
        path = DICTIONARIES.get(said.dict_id)
        known = None if path is None else zstandard.ZstdCompressionDict(path.read_bytes())
        opener = zstandard.ZstdDecompressor(dict_data=known)
        text = opener.decompress(packed, max_output_size=4 * MIB, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise Refused(3) from error
    need(3, len(text) == said.content_size)
    return text


def events(stream: bytes, text: bytes, tail: bytes) -> list[Any]:
    """Steps 4 and 5."""
    listed = strict_cbor(4, text)
    need(4, type(listed) is list and [type(part) for part in listed] == [list, list])
    heads, payloads = listed
    need(4, 1 <= len(heads) == len(payloads) <= 500 and len(stream) == 16)
    need(4, len(tail) == 80 * len(heads))
    found: list[Any] = []
    last, before = -1, b""
    for at, (head, payload) in enumerate(zip(heads, payloads, strict=True)):
        need(4, type(head) is list and len(head) == 6 and type(payload) is bytes)
        seq, prev, *rest = head
        need(4, [type(part) for part in (seq, *rest)] == [int, int, int, bytes, int])
        need(4, seq > last and len(payload) <= 65536)
        if prev is None and before and seq == last + 1:
            prev = before
        need(4, type(prev) is bytes)
        salt, signature = tail[80 * at : 80 * at + 16], tail[80 * at + 16 : 80 * at + 80]
        digest = sha256(b"ufr1/payload\0" + salt + payload).digest()
        raw = cbor2.dumps([1, stream, seq, prev, *rest, len(payload), digest], canonical=True)
        found.append(rebuilt(raw, signature, salt, payload))
        last, before = seq, sha256(b"ufr1/event\0" + raw).digest()
    return found


def rebuilt(*parts: bytes) -> Any:
    try:
        return sealed_event(*parts)
    except Refused as error:
        raise Refused(5) from error


def bundle(raw: bytes) -> tuple[int, bool]:
    """PROTOCOL.md, "Reading a bundle": whole frames, and whether the copy is whole."""
    need(1, raw[:6] == b"UFRB1\n")
    at, count = 6, 0
    while count < 200_000 and len(raw) >= at + 17:
        need(2, raw[at : at + 3] != b"UFR" or raw[at + 3 : at + 4] == b"1")
        end = at + 17 + int.from_bytes(raw[at + 13 : at + 17], "big")
        if raw[at : at + 4] != b"UFR1" or end > len(raw) or end - at > MIB:
            break
        if raw[at + 4] == 0:
            said = cbor2.dumps([9, count, sha256(raw[6:at]).digest()])
            told = b"UFR1" + bytes(9) + len(said).to_bytes(4, "big") + said
            return count, raw[at:end] == told
        at, count = end, count + 1
    return count, False


def receipt(raw: bytes, key: bytes) -> list[Any]:
    """PROTOCOL.md, "Believing a receipt"."""
    need(1, 64 < len(raw) <= 256 * 1024)
    signed(2, key, b"ufr1/rcpt\0", raw[:-64], raw[-64:])
    items = strict_cbor(3, raw[:-64])
    need(3, type(items) is list and len(items) == 10 and items[0] == "rcpt")
    _, epoch, stream, upto, head, beyond, forked, t, photos, held = items
    need(3, all(type(number) is int for number in (epoch, upto, t)) and type(forked) is bool)
    need(3, all(type(part) is list for part in (beyond, photos, held)))
    need(3, all(type(name) is bytes and len(name) == 32 for name in (head, *beyond, *held)))
    need(3, type(stream) is bytes and len(stream) == 16)
    need(3, all(type(photo) is list and len(photo) == 2 for photo in photos))
    need(3, all(type(sha) is bytes and len(sha) == 32 for sha, _ in photos))
    need(3, all(s is True or (type(s) is bytes and len(s) <= 801) for _, s in photos))
    need(4, len({sha for sha, _ in photos}) == len(photos) and (upto or head == bytes(32)))
    return list(items)


def decoded(step: int, text: object) -> bytes:
    try:
        return base64.b64decode(text, validate=True)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise Refused(step) from error


def slot(raw: bytes, wanted: str, passphrase: str) -> bytes:
    """FORMAT.md 3, "Opening a slot"."""
    try:
        file = json.loads(raw)
        need(1, len(raw) <= MIB and file["v"] == 1 and type(file["vault"]) is str)
        need(1, type(file["slots"]) is list and file["slots"])
        need(1, all(type(one[name]) is str for one in file["slots"] for name in ("id", "label")))
        json.dumps(file, ensure_ascii=False).encode("utf-8")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(1) from error
    mine = [one for one in file["slots"] if one["id"] == wanted]
    need(2, mine)
    kdf = mine[0].get("kdf")
    need(3, type(kdf) is dict and all(type(kdf.get(name)) is int for name in "mtp"))
    need(3, 65536 <= kdf["m"] <= 1048576 and 1 <= kdf["t"] <= 10 and 1 <= kdf["p"] <= 8)
    salt, nonce, wrap = (
        decoded(4, text) for text in (kdf.get("salt"), mine[0].get("nonce"), mine[0].get("wrap"))
    )
    need(4, len(salt) == 16 and len(nonce) == 12)
    shown = [1, file["vault"], wanted, mine[0]["label"], *(kdf[name] for name in "mtp")]
    bound = json.dumps([*shown, kdf["salt"]], separators=(",", ":")).encode()
    words = unicodedata.normalize("NFKC", passphrase).strip().encode()
    costs = {"iterations": kdf["t"], "lanes": kdf["p"], "memory_cost": kdf["m"]}
    key = Argon2id(salt=salt, length=32, **costs).derive(words)
    try:
        secret = AESGCM(key).decrypt(nonce, wrap, b"ufr1/slot\0" + bound)
    except (InvalidTag, ValueError) as error:
        raise Refused(5) from error
    need(6, len(secret) == 144)
    return secret


def signed_file(kind: str, raw: bytes, admin: bytes) -> dict[str, Any]:
    """FORMAT.md 7, "Checking a signed file"."""
    need(1, len(raw) <= (1 if kind == "profile" else 32) * MIB)
    try:
        outer = json.loads(raw.decode("utf-8"), object_pairs_hook=list)
        need(1, type(outer) is list and all(type(member) is tuple for member in outer))
        need(1, [name for name, _ in outer] == ["kind", "body", "signature"])
        need(1, all(type(value) is str for _, value in outer) and outer[0][1] == kind)
        text = outer[1][1].encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Refused(1) from error
    signature = decoded(1, outer[2][1])
    if kind == "pack":
        signed(2, admin, b"ufr1/pack\0", text, signature)
    found = strict_json(3, outer[1][1])
    if kind == "profile":
        signed(2, decoded(3, found.get("root")), b"ufr1/profile\0", text, signature)
    (profile if kind == "profile" else pack)(found)
    return dict(found)


def profile(found: dict[str, Any]) -> None:
    texts = [found.get(name) for name in ("mission", "name", "server", "ca", "base_square")]
    units, languages = found.get("units"), found.get("languages")
    need(4, type(units) is list and type(languages) is list)
    need(4, all(type(unit) is list and len(unit) == 3 for unit in units))
    need(4, all(type(t) is str for t in (*texts, *languages, *(t for u in units for t in u))))
    need(4, all(len(t) <= 20_000 for t in (*texts, *languages, *(t for u in units for t in u))))
    numbers = [found.get(name) for name in ("offset_minutes", "keep_days", "version")]
    need(4, all(type(number) is int for number in numbers))
    need(4, abs(numbers[0]) <= 1080 and all(0 <= number <= 2**31 for number in numbers[1:]))
    need(4, type(found.get("usb_allowed")) is bool)
    need(4, type(found.get("officers", "")) is str and len(found.get("officers", "")) <= 20_000)
    lock = found.get("lock_minutes", 15)
    need(4, type(lock) is int and 1 <= lock <= 15)
    sizes = {"root": 32, "admin": 32, "receipt": 32, "seal": 32, "bundle_seal": 1216}
    need(4, all(len(decoded(4, found.get(name))) == size for name, size in sizes.items()))
    need(4, len(decoded(4, found.get("recovery", ""))) in (0, 1216))


def pack(found: dict[str, Any]) -> None:
    version, files = found.get("version"), found.get("files")
    need(4, found.get("kind") in ("forms", "codes") and type(version) is int)
    need(4, 1 <= version <= 999_999 and type(files) is dict and files)
    letters = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-")
    need(4, all(n and len(n) <= 100 and set(n) <= letters and n[0] not in ".-" for n in files))
    for content in files.values():
        if type(content) is not str:
            need(4, type(content) is dict and list(content) == ["base64"])
            decoded(4, content["base64"])
