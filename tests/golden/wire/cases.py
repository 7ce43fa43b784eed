"""The cases of the vectors: what is good, and what must be refused at which step, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

import cbor2
import zstandard

from fieldapp.event.chain import FIRST, Event, make_event
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import PhotoState, Receipt
from fieldapp.event.signing import PURPOSE_EVENT, StreamKey
from fieldapp.units import EventId, Sha256, UtcMillis
from sync.body import (
    Body,
    EnrolBody,
    EventsBody,
    FramesBody,
    PieceBody,
    ReceiptsBody,
    dictionary,
    encode_body,
)
from sync.receipt import sign_receipt
from tests.support.mission import START, seeded
from tests.unit.sync.samples import AUTHOR, chain

GOOD = 0
HQ = StreamKey(sha256(b"receipt key of the vectors").digest())
EVENTS = chain(6)
ONE = EVENTS[0]
_PURPOSE = b"ufr1/rcpt\0"
LOW = {
    "0": "00" * 32,
    "1": "01" + "00" * 31,
    "order 8": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "order 8, the other": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "p - 1": "ec" + "ff" * 30 + "7f",
    "p": "ed" + "ff" * 30 + "7f",
    "p + 1": "ee" + "ff" * 30 + "7f",
    "1 with its sign set": "01" + "00" * 30 + "80",
}


@dataclass(frozen=True)
class Case:
    """One vector: ``data`` is bytes by name, ``step`` is 0 or the step that says no."""

    name: str
    step: int
    data: dict[str, Any] = field(default_factory=dict)


def header_items(**changes: Any) -> list[Any]:
    """The items of a good header, some of them changed."""
    names = ("v", "stream", "seq", "prev", "t", "kind", "obj", "ctype", "length", "pdig")
    items = dict(zip(names, cbor2.loads(ONE.raw), strict=True))
    return list({**items, **changes}.values())


def headers() -> list[Case]:
    """Headers, before any signature."""
    good = {
        "of the first event": ONE.raw,
        "about a report": cbor2.dumps(header_items(obj=bytes(32), kind=3)),
        "of a kind not known yet": cbor2.dumps(header_items(kind=2**40)),
        "with the largest numbers": cbor2.dumps(header_items(seq=2**63 - 1, t=2**63 - 1)),
    }
    bad = {
        "nothing": b"",
        "of version 2": cbor2.dumps(header_items(v=2)),
        "version is true": cbor2.dumps(header_items(v=True)),
        "nine items": cbor2.dumps(header_items()[:9]),
        "eleven items": cbor2.dumps([*header_items(), 0]),
        "an open list": b"\x9f" + ONE.raw[1:] + b"\xff",
        "a number longer than needed": ONE.raw.replace(b"\x01\x40\x01", b"\x18\x01\x40\x01"),
        "a byte after it": ONE.raw + b"\0",
        "cut by one byte": ONE.raw[:-1],
        "a negative number": cbor2.dumps(header_items(seq=-1)),
        "number 2^63": cbor2.dumps(header_items(t=2**63)),
        "a number as a tag": cbor2.dumps(header_items(seq=2**70)),
        "seq is false": cbor2.dumps(header_items(seq=False)),
        "t is no whole number": cbor2.dumps(header_items(t=1.5)),
        "stream of 15 bytes": cbor2.dumps(header_items(stream=bytes(15))),
        "prev of 31 bytes": cbor2.dumps(header_items(prev=bytes(31))),
        "obj of 16 bytes": cbor2.dumps(header_items(obj=bytes(16))),
        "stream is text": cbor2.dumps(header_items(stream="0123456789abcdef")),
        "a map": cbor2.dumps({1: 2}),
        "257 bytes": cbor2.dumps([*header_items(), bytes(300)])[:257],
    }
    return _cases({name: {"header": raw} for name, raw in good.items()}, GOOD) + _cases(
        {name: {"header": raw} for name, raw in bad.items()}, 1
    )


def parts(event: Event, **changes: Any) -> dict[str, Any]:
    """An event as vectors hold it."""
    whole = {
        "header": event.raw,
        "signature": event.signature,
        "salt": event.salt,
        "payload": event.payload,
        "key": AUTHOR.public,
    }
    return {**whole, **changes}


def signed_over(payload: bytes) -> dict[str, Any]:
    """An event that its author truly signed, over any payload."""
    pdig = sha256(b"ufr1/payload\0" + bytes(16) + payload).digest()
    raw = cbor2.dumps(header_items(length=len(payload), pdig=pdig))
    return parts(
        ONE, header=raw, signature=AUTHOR.sign(PURPOSE_EVENT, raw), salt=bytes(16), payload=payload
    )


def weak(key: bytes) -> dict[str, Any]:
    """An event "signed" by a key with which one signature fits every message."""
    raw = cbor2.dumps(header_items(stream=sha256(b"ufr1/stream\0" + key).digest()[:16]))
    return parts(ONE, header=raw, signature=b"\x01" + bytes(63), key=key)


def events() -> list[Case]:
    """Events with everything that belongs to them."""
    other = StreamKey(bytes(32))
    flipped = bytes([ONE.signature[0] ^ 1]) + ONE.signature[1:]
    payload = ONE.payload or b""
    good = {
        "whole": parts(ONE),
        "purged": parts(ONE, salt=None, payload=None),
        "with text in two scripts": parts(EVENTS[3]),
        "sixteen levels deep": signed_over(b'{"a":' * 15 + b"{}" + b"}" * 15),
        "the largest whole numbers": signed_over(b'{"a":9223372036854775807,"b":-1}'),
    }
    two = {
        "payload without its salt": parts(ONE, salt=None),
        "salt without its payload": parts(ONE, payload=None),
        "another payload of the same length": parts(ONE, payload=payload.replace(b"TS7", b"TS8")),
        "payload longer than said": parts(ONE, payload=payload + b" "),
        "another salt": parts(ONE, salt=bytes(16)),
        "salt of 15 bytes": parts(ONE, salt=bytes(15)),
        "signature of 63 bytes": parts(ONE, signature=ONE.signature[:63]),
    }
    three = {f"key of small order: {name}": weak(bytes.fromhex(key)) for name, key in LOW.items()}
    three |= {"key of somebody else": parts(ONE, key=other.public)}
    four = {
        "one bit of the signature changed": parts(ONE, signature=flipped),
        "signature of another event": parts(ONE, signature=EVENTS[1].signature),
        "signed as a receipt": parts(ONE, signature=AUTHOR.sign(_PURPOSE, ONE.raw)),
        "signed by somebody else": parts(ONE, signature=other.sign(PURPOSE_EVENT, ONE.raw)),
        "signature with s above the order": parts(ONE, signature=ONE.signature[:32] + b"\xff" * 32),
    }
    six = {
        "payload: a number that is not whole": signed_over(b'{"lat":1.5}'),
        "payload: an exponent": signed_over(b'{"a":1e2}'),
        "payload: NaN": signed_over(b'{"a":NaN}'),
        "payload: a key twice": signed_over(b'{"a":1,"a":2}'),
        "payload: half a character": signed_over(b'{"a":"\\ud800"}'),
        "payload: not UTF-8": signed_over(b'{"a":"\xff"}'),
        "payload: a list": signed_over(b"[]"),
        "payload: nothing": signed_over(b""),
        "payload: two objects": signed_over(b"{}{}"),
        "payload: seventeen levels deep": signed_over(b'{"a":' * 16 + b"{}" + b"}" * 16),
        "payload: 2^63": signed_over(b'{"a":9223372036854775808}'),
        "payload: a mark of byte order": signed_over(b"\xef\xbb\xbf{}"),
        "payload: 65,537 bytes": signed_over(b"{}" + b" " * 65_535),
    }
    cases = _cases(good, GOOD)
    for step, found in ((2, two), (3, three), (4, four), (6, six)):
        cases += _cases(found, step)
    return cases


def chains() -> list[Case]:
    """Streams from their beginning."""
    fork = make_event(AUTHOR, FIRST, 1, {"text": "another"}, t=UtcMillis(START), entropy=seeded(9))
    good = {"six events": EVENTS, "none": []}
    bad = {
        "one missing": [EVENTS[0], EVENTS[2]],
        "the first missing": EVENTS[1:],
        "two changed places": [EVENTS[1], EVENTS[0]],
        "one twice": [EVENTS[0], EVENTS[0]],
        "another first event": [fork, EVENTS[1]],
    }
    return [
        Case(name, step, {"events": [parts(event) for event in listed]})
        for found, step in ((good, GOOD), (bad, 5))
        for name, listed in found.items()
    ]


def bodies() -> dict[str, Body]:
    """One good body of each kind, and of each shape that events can have."""
    photo = bytes(range(256)) * 16
    receipt = sign_receipt(receipts()["plain"], HQ)
    return {
        "one event": EventsBody(AUTHOR.stream, (ONE,)),
        "a run of events": EventsBody(AUTHOR.stream, tuple(EVENTS)),
        "events with gaps": EventsBody(AUTHOR.stream, (EVENTS[1], EVENTS[2], EVENTS[5])),
        "piece of a photo": PieceBody(Sha256(sha256(photo).digest()), 0, photo),
        "frames in a frame": FramesBody(b"UFR1\x01" + bytes(12)),
        "request to be let in": EnrolBody("7K2MX4PQ9D", ONE),
        "receipts": ReceiptsBody((receipt,)),
    }


def bad_bodies() -> list[Case]:
    """Bodies that are refused, whoever sealed them."""
    sha, tail = bytes(32), (ONE.salt or b"") + ONE.signature
    head = [0, bytes(32), 1, 1, b"", 1]
    payload = ONE.payload or b""

    def listed(value: Any, tails: bytes = tail, pack: Callable[[bytes], bytes] = _packed) -> bytes:
        return cbor2.dumps([1, AUTHOR.stream, pack(cbor2.dumps(value)), tails])

    def enrol(code: Any = "7K2MX4PQ9D", **changes: Any) -> bytes:
        whole = {**parts(ONE), **changes}
        items = [whole[name] for name in ("header", "signature", "salt", "payload")]
        return cbor2.dumps([4, code, items])

    bomb = _packed(b"\x82\x80\x9a\x00\x3f\xff\xf0" + b"\x80" * 0x3FFFF0)
    one = {
        "bytes after it": encode_body(bodies()["one event"]) + b"\0",
        "nesting without end": b"\x81" * 5000,
        "2^62 items": b"\x9b\x40" + bytes(7),
        "2^62 bytes": b"\x82\x03\x5b\x40" + bytes(7),
        "an open list": b"\x9f\x03\x41\x00\xff",
        "a shared part": b"\xd8\x1c\x82\x03\xd8\x1d\x00",
        "kind is true": cbor2.dumps([True, AUTHOR.stream, b"", b""]),
        "no list": cbor2.dumps(b"x"),
        "an empty list": cbor2.dumps([]),
        "larger than 1 MiB": b"\x82\x03\x5a\x00\x10\x00\x00" + bytes(2**20),
    }
    two = {
        "a kind not known": cbor2.dumps([77, b""]),
        "piece off its grain": cbor2.dumps([2, sha, 100, b"x"]),
        "piece longer than 64 KiB": cbor2.dumps([2, sha, 0, bytes(65537)]),
        "piece without a byte": cbor2.dumps([2, sha, 0, b""]),
        "piece beyond 25 MiB": cbor2.dumps([2, sha, 25 * 2**20, b"x"]),
        "piece at false": cbor2.dumps([2, sha, False, b"x"]),
        "photo named by 31 bytes": cbor2.dumps([2, bytes(31), 0, b"x"]),
        "events without compression": cbor2.dumps([1, AUTHOR.stream, [head], tail]),
        "frames as text": cbor2.dumps([3, "x"]),
        "a code of 65 characters": enrol("7" * 65),
        "a code that is a number": enrol(7),
        "a request without payload": enrol(payload=None),
        "a receipt that is text": cbor2.dumps([5, ["x"]]),
    }
    three = {
        "text not compressed": cbor2.dumps([1, AUTHOR.stream, b"plain", tail]),
        "text that hides its size": listed([[head], [payload]], pack=_hiding),
        "text cut short": listed([[head], [payload]], pack=lambda text: _packed(text)[:-3]),
        "bytes after the text": listed([[head], [payload]], pack=lambda t: _packed(t) + b"\0"),
        "text of no length": cbor2.dumps([1, AUTHOR.stream, _packed(b""), tail]),
        "text above 4 MiB": cbor2.dumps([1, AUTHOR.stream, _packed(bytes(4 * 2**20 + 1)), tail]),
    }
    four = {
        "four million empty lists": cbor2.dumps([1, AUTHOR.stream, bomb, tail]),
        "one list too few": listed([[head]]),
        "no event": listed([[], []], b""),
        "more payloads than heads": listed([[head], [payload, payload]]),
        "501 events": listed([[[n, *head[1:]] for n in range(501)], [b""] * 501], bytes(80 * 501)),
        "a signature missing": listed([[head], [payload]], tail[:-1]),
        "a signature too many": listed([[head], [payload]], tail * 2),
        "the first prev left out": listed([[[0, None, *head[2:]]], [payload]]),
        "prev left out after a gap": listed(
            [[head, [2, None, *head[2:]]], [payload, payload]], tail * 2
        ),
        "a number twice": listed([[head, head], [payload, payload]], tail * 2),
        "numbers falling": listed([[[1, *head[1:]], head], [payload, payload]], tail * 2),
        "a head of five items": listed([[head[:5]], [payload]]),
        "a payload that is text": listed([[head], ["{}"]]),
        "a payload of 65,537 bytes": listed([[head], [bytes(65_537)]]),
        "a number that is false": listed([[[False, *head[1:]]], [payload]]),
    }
    five = {
        "prev of 31 bytes": listed([[[0, bytes(31), *head[2:]]], [payload]]),
        "a request with another payload": enrol(payload=b"{}"),
        "a request with a broken header": enrol(header=ONE.raw[:-1]),
    }
    cases: list[Case] = []
    for step, found in ((1, one), (2, two), (3, three), (4, four), (5, five)):
        cases += _cases({name: {"body": raw} for name, raw in found.items()}, step)
    return cases


def bundles() -> list[Case]:
    """Couriers' files; ``frames`` and ``whole`` are what a reader finds in them."""
    frame = b"UFR1\x01" + bytes(8) + b"\0\0\0\x03abc"
    two = frame * 2

    def ended(count: Any, over: bytes, mark: bytes = b"UFR1\0", key: bytes = bytes(8)) -> bytes:
        said = cbor2.dumps([9, count, sha256(over).digest()])
        return mark + key + len(said).to_bytes(4, "big") + said

    start = b"UFRB1\n"
    found = {
        "two frames": (start + two + ended(2, two), 2, True),
        "no frame": (start + ended(0, b""), 0, True),
        "bytes after the trailer": (start + two + ended(2, two) + b"more", 2, True),
        "no trailer": (start + two, 2, False),
        "cut in the second frame": (start + two[:-1], 1, False),
        "cut in a head": (start + two + b"UFR1\x01", 2, False),
        "only the mark": (start, 0, False),
        "garbage after a frame": (start + frame + b"garbage" * 9, 1, False),
        "trailer of another count": (start + two + ended(3, two), 2, False),
        "trailer over other frames": (start + two + ended(2, frame), 2, False),
        "trailer that counts true": (start + frame + ended(True, frame), 1, False),
        "trailer that names a key": (start + frame + ended(1, frame, key=b"1" * 8), 1, False),
        "trailer without its body": (start + frame + b"UFR1" + bytes(13), 1, False),
        "a frame that promises 4 GiB": (start + b"UFR1\x01" + bytes(8) + b"\xff" * 4, 0, False),
    }
    cases = [
        Case(name, GOOD, {"bundle": raw, "frames": frames, "whole": whole})
        for name, (raw, frames, whole) in found.items()
    ]
    bad = {"nothing": b"", "another mark": b"UFRB2\n" + two, "an archive": b"PK\x03\x04" + two}
    newer = {"frame of a later version": start + frame + b"UFR2" + frame[4:]}
    cases += _cases({name: {"bundle": raw} for name, raw in bad.items()}, 1)
    return cases + _cases({name: {"bundle": raw} for name, raw in newer.items()}, 2)


def receipts() -> dict[str, Receipt]:
    """Good receipts."""
    plain = Receipt(1, AUTHOR.stream, 3, EVENTS[2].id, t=UtcMillis(1_793_700_000_000))
    state = {Sha256(bytes(32)): PhotoState(True), Sha256(b"\1" * 32): PhotoState(False, b"\5")}
    return {
        "plain": plain,
        "nothing held": Receipt(1, AUTHOR.stream, 0, GENESIS_PREV),
        "a flash beyond a gap": replace(plain, beyond=(EVENTS[5].id,)),
        "forked": replace(plain, forked=True),
        "after a restore": replace(plain, epoch=2, upto=1, head=EventId(ONE.id)),
        "photos and a held record": replace(plain, photos=state, held=(EVENTS[1].id,)),
    }


def receipt_cases() -> list[Case]:
    """Receipts, good and bad."""
    good = sign_receipt(receipts()["plain"], HQ)
    items = ["rcpt", 1, bytes(16), 0, bytes(32), [], False, 0, [], []]

    def signed(at: int, value: Any) -> bytes:
        return _signed(cbor2.dumps([*items[:at], value, *items[at + 1 :]], canonical=True))

    one = {"nothing": b"", "only a signature": good[-64:]}
    two = {
        "one bit changed": bytes([good[0] ^ 1]) + good[1:],
        "signature cut": good[:-1],
        "signed by the author of the reports": sign_receipt(receipts()["plain"], AUTHOR),
        "signed as an event": good[:-64] + HQ.sign(PURPOSE_EVENT, good[:-64]),
    }
    three = {
        "events held, but no head": signed(4, b""),
        "nine items": _signed(cbor2.dumps(items[:9])),
        "another mark": signed(0, "rcpu"),
        "number above 63 bits": signed(3, 2**63),
        "epoch is true": signed(1, True),
        "stream of 15 bytes": signed(2, bytes(15)),
        "forked is 1": signed(6, 1),
        "ids as bytes": signed(5, b""),
        "an id of 31 bytes": signed(9, [bytes(31)]),
        "photo without a whole name": signed(8, [[b"x", True]]),
        "photo neither whole nor in bits": signed(8, [[bytes(32), False]]),
        "more bits than a photo has": signed(8, [[bytes(32), bytes(802)]]),
        "a number longer than needed": _signed(b"\x8a\x64rcpt\x18\x01" + cbor2.dumps(items)[7:]),
        "an open list": _signed(b"\x9f" + cbor2.dumps(items)[1:] + b"\xff"),
        "bytes after it": _signed(cbor2.dumps(items) + b"\0"),
    }
    four = {
        "a head, but nothing held": signed(4, b"\1" * 32),
        "a photo twice": signed(8, [[bytes(32), True]] * 2),
    }
    cases = [Case(n, GOOD, {"receipt": sign_receipt(r, HQ)}) for n, r in receipts().items()]
    for step, found in ((1, one), (2, two), (3, three), (4, four)):
        cases += _cases({name: {"receipt": raw} for name, raw in found.items()}, step)
    return cases


def _cases(found: dict[str, dict[str, Any]], step: int) -> list[Case]:
    return [Case(name, step, data) for name, data in found.items()]


def _signed(body: bytes) -> bytes:
    return body + HQ.sign(_PURPOSE, body)


def _packed(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=19, dict_data=dictionary()).compress(raw)


def _hiding(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_content_size=False).compress(raw)
