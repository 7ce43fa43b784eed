"""Writes ``vectors.json`` anew: ``python -m tests.golden.wire.make``.

Run it only to add vectors for a new version of the wire. Sealing is random, so that every run gives
other frames; the old ones must go on being read, because laptops and sticks still carry them.
"""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import PhotoState, Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.units import EventId, Sha256, UtcMillis
from sync.body import (
    Body,
    EnrolBody,
    EventsBody,
    FramesBody,
    PieceBody,
    ReceiptsBody,
    encode_body,
)
from sync.frame import Address, seal, seal_bytes
from sync.receipt import sign_receipt
from tests.unit.sync.samples import AUTHOR, COURIER_PRIVATE, RADIO_PRIVATE, chain, courier, radio

FILE = Path(__file__).with_name("vectors.json")
HQ = StreamKey(sha256(b"receipt key of the vectors").digest())
_PURPOSE = b"ufr1/rcpt\0"


def bodies() -> dict[str, Body]:
    """One good body of each kind, and of each shape that events can have."""
    events = chain(6)
    photo = bytes(range(256)) * 16
    piece = PieceBody(Sha256(sha256(photo).digest()), 0, photo)
    receipt = sign_receipt(receipts()["plain"], HQ)
    return {
        "one event": EventsBody(AUTHOR.stream, (events[0],)),
        "a run of events": EventsBody(AUTHOR.stream, tuple(events)),
        "events with gaps": EventsBody(AUTHOR.stream, (events[1], events[2], events[5])),
        "piece of a photo": piece,
        "frames in a frame": FramesBody(seal(piece, radio())),
        "request to be let in": EnrolBody("7K2MX4PQ9D", events[0]),
        "receipts": ReceiptsBody((receipt,)),
    }


def receipts() -> dict[str, Receipt]:
    """Good receipts."""
    events = chain(6)
    plain = Receipt(1, AUTHOR.stream, 3, events[2].id, t=UtcMillis(1_793_700_000_000))
    return {
        "plain": plain,
        "nothing held": Receipt(1, AUTHOR.stream, 0, GENESIS_PREV),
        "a flash beyond a gap": replace(plain, beyond=(events[5].id,)),
        "forked": replace(plain, forked=True),
        "after a restore": replace(plain, epoch=2, upto=1, head=events[0].id),
        "photos and a held record": replace(
            plain,
            photos={
                Sha256(bytes(32)): PhotoState(True),
                Sha256(b"\x01" * 32): PhotoState(False, b"\x05"),
            },
            held=(events[1].id,),
        ),
    }


def bad_frames() -> dict[str, tuple[str, bytes]]:
    """Frames that must be refused: error code and bytes by why."""
    good = seal(bodies()["one event"], radio())
    head = [0, bytes(32), 1, 1, b"", 1]
    other = bytearray(good)
    other[5:13] = bytes(8)
    plain = {
        "event text not compressed": cbor2.dumps([1, AUTHOR.stream, b"plain", bytes(80)]),
        "unknown kind of body": cbor2.dumps([77, b""]),
        "piece off its grain": cbor2.dumps([2, bytes(32), 100, b"x"]),
        "piece longer than 64 KiB": cbor2.dumps([2, bytes(32), 0, bytes(65 * 1024)]),
        "event list without compression": cbor2.dumps([1, AUTHOR.stream, [head], bytes(80)]),
        "bytes after the body": encode_body(bodies()["one event"]) + b"\0",
        "nesting without end": b"\x81" * 5000,
    }
    found = {why: ("frame.malformed", seal_bytes(raw, radio())) for why, raw in plain.items()}
    found |= {
        "cut short": ("frame.malformed", good[:-1]),
        "one byte too long": ("frame.malformed", good + b"\0"),
        "one bit changed": ("frame.malformed", good[:-1] + bytes([good[-1] ^ 1])),
        "not the mark of a frame": ("frame.malformed", b"XFR1" + good[4:]),
        "suite of another key": ("frame.malformed", good[:4] + b"\x02" + good[5:]),
        "promises 4 GiB": ("frame.malformed", good[:13] + b"\xff" * 4 + good[17:]),
        "for a key not held": ("frame.other-key", bytes(other)),
        "of a later version": ("frame.version", b"UFR2" + good[4:]),
    }
    return found


def bad_receipts() -> dict[str, bytes]:
    """Receipts that must be refused."""
    good = sign_receipt(receipts()["plain"], HQ)
    items = ["rcpt", 1, bytes(16), 0, bytes(32), [], False, 0, [], []]

    def signed(body: bytes) -> bytes:
        return body + HQ.sign(_PURPOSE, body)

    return {
        "one bit changed": bytes([good[0] ^ 1]) + good[1:],
        "signature cut": good[:-1],
        "signed by the author of the reports": sign_receipt(receipts()["plain"], AUTHOR),
        "signed as something else": good[:-64] + HQ.sign(b"ufr1/sig\0", good[:-64]),
        "events held, but no head": signed(cbor2.dumps([*items[:3], 1, b"", *items[5:]])),
        "a head, but nothing held": signed(cbor2.dumps([*items[:4], b"\1" * 32, *items[5:]])),
        "nine items": signed(cbor2.dumps(items[:9])),
        "number above 63 bits": signed(cbor2.dumps([*items[:3], 2**63, *items[4:]])),
        "photo without a whole name": signed(cbor2.dumps([*items[:8], [[b"x", True]], []])),
    }


def make() -> dict[str, Any]:
    """All vectors as they stand in the file."""
    sealed: dict[str, Address] = {"radio": radio(), "courier": courier()}
    good = [
        {"name": f"{name}, {suite}", "frame": seal(body, to).hex(), "body": encode_body(body).hex()}
        for name, body in bodies().items()
        for suite, to in sealed.items()
    ]
    return {
        "keys": {
            "radio": RADIO_PRIVATE.hex(),
            "courier": COURIER_PRIVATE.hex(),
            "receipt": HQ.public.hex(),
            "author": AUTHOR.public.hex(),
        },
        "good_frames": good,
        "bad_frames": [
            {"name": name, "code": code, "frame": raw.hex()}
            for name, (code, raw) in bad_frames().items()
        ],
        "good_receipts": [
            {
                "name": name,
                "raw": sign_receipt(receipt, HQ).hex(),
                "epoch": receipt.epoch,
                "upto": receipt.upto,
                "head": EventId(receipt.head).hex(),
                "forked": receipt.forked,
            }
            for name, receipt in receipts().items()
        ],
        "bad_receipts": [{"name": name, "raw": raw.hex()} for name, raw in bad_receipts().items()],
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(make(), indent=1) + "\n", encoding="utf-8")
