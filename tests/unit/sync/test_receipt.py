"""Receipts: only what HQ's receipt key signed counts, to the last bit."""

import cbor2
import pytest

from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import PIECE_GRAIN, PhotoState, Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis
from sync.errors import BadReceipt
from sync.limits import BLOB_BYTES, RECEIPT_BEYOND
from sync.receipt import MAX_BYTES, open_receipt, sign_receipt

HQ = StreamKey(bytes(range(32)))
FULL = Receipt(
    epoch=3,
    stream=StreamId(bytes(range(16))),
    upto=7,
    head=EventId(bytes(range(32))),
    beyond=(EventId(bytes(32)), EventId(b"\x01" * 32)),
    forked=True,
    t=UtcMillis(1_793_700_000_000),
    photos={
        Sha256(b"\x02" * 32): PhotoState(True),
        Sha256(b"\x03" * 32): PhotoState(False, b"\x7f"),
    },
    held=(EventId(b"\x04" * 32),),
)
BARE = Receipt(epoch=1, stream=StreamId(bytes(16)), upto=0, head=GENESIS_PREV)


@pytest.mark.parametrize("receipt", [FULL, BARE])
def test_a_receipt_comes_back_as_it_was_signed(receipt: Receipt) -> None:
    assert open_receipt(sign_receipt(receipt, HQ), HQ.public) == receipt


def test_one_bit_a_grain_says_what_is_held_lowest_first() -> None:
    state = PhotoState(False, b"\x02\x81")
    held = [grain for grain in range(40) if state.held(grain * PIECE_GRAIN)]
    assert held == [1, 8, 15]
    assert not PhotoState(False).held(0)
    assert all(PhotoState(True).held(grain * PIECE_GRAIN) for grain in range(40))
    assert state.held(PIECE_GRAIN) is True


def test_a_plain_receipt_is_small() -> None:
    plain = Receipt(1, FULL.stream, 900, FULL.head, t=FULL.t)
    assert len(sign_receipt(plain, HQ)) <= 140


def test_every_flipped_bit_is_noticed() -> None:
    raw = sign_receipt(FULL, HQ)
    for at in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[at // 8] ^= 1 << (at % 8)
        with pytest.raises(BadReceipt):
            open_receipt(bytes(changed), HQ.public)


def test_cut_or_lengthened_it_is_refused() -> None:
    raw = sign_receipt(FULL, HQ)
    for end in range(len(raw)):
        with pytest.raises(BadReceipt):
            open_receipt(raw[:end], HQ.public)
    with pytest.raises(BadReceipt):
        open_receipt(raw + b"x", HQ.public)


def test_another_key_or_another_kind_of_signature_does_not_count() -> None:
    other = StreamKey(bytes(32))
    with pytest.raises(BadReceipt):
        open_receipt(sign_receipt(FULL, other), HQ.public)
    raw = sign_receipt(FULL, HQ)[:-64]
    with pytest.raises(BadReceipt):
        open_receipt(raw + HQ.sign(b"ufr1/sig\0", raw), HQ.public)


def test_ids_beyond_the_gap_are_limited() -> None:
    ids = tuple(EventId(n.to_bytes(32, "big")) for n in range(RECEIPT_BEYOND + 5))
    many = Receipt(1, FULL.stream, 1, FULL.head, beyond=ids)
    assert len(open_receipt(sign_receipt(many, HQ), HQ.public).beyond) == RECEIPT_BEYOND


def signed(items: object) -> bytes:
    body = cbor2.dumps(items, canonical=True)
    return body + HQ.sign(b"ufr1/rcpt\0", body)


GOOD: list[object] = ["rcpt", 1, bytes(16), 0, bytes(32), [], False, 0, [], []]


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, "other"),
        (1, -1),
        (1, "1"),
        (1, 1.0),
        (1, True),
        (2, bytes(15)),
        (2, None),
        (3, 2**80),
        (4, bytes(31)),
        (4, b"\x01" * 32),
        (5, [bytes(31)]),
        (5, None),
        (6, 1),
        (7, None),
        (8, [[bytes(32)]]),
        (8, [[bytes(32), "x"]]),
        (8, [[bytes(31), True]]),
        (8, [[bytes(32), True], [bytes(32), bytes(9)]]),
        (8, [[bytes(32), bytes(802)]]),
        (8, [[bytes(32), False]]),
        (8, 7),
        (9, [1]),
    ],
)
def test_even_hqs_own_signature_does_not_make_nonsense_a_receipt(at: int, value: object) -> None:
    assert open_receipt(signed(GOOD), HQ.public).upto == 0
    with pytest.raises(BadReceipt):
        open_receipt(signed([*GOOD[:at], value, *GOOD[at + 1 :]]), HQ.public)


def test_a_receipt_may_say_of_each_grain_of_the_largest_photo_whether_it_is_held() -> None:
    most = bytes(BLOB_BYTES // PIECE_GRAIN // 8 + 1)
    assert len(most) == 801
    receipt = open_receipt(signed([*GOOD[:8], [[bytes(32), most]], []]), HQ.public)
    assert receipt.photos == {Sha256(bytes(32)): PhotoState(False, most)}


def test_a_receipt_is_as_long_as_the_protocol_allows_and_no_longer() -> None:
    """Filled with a photo's name that is far too long: only one of good length gets that far."""
    empty = len(signed([*GOOD[:8], [[bytes(70_000), True]], []])) - 70_000
    for length in (MAX_BYTES, MAX_BYTES + 1):
        raw = signed([*GOOD[:8], [[bytes(length - empty), True]], []])
        assert len(raw) == length
        with pytest.raises(BadReceipt) as refused:
            open_receipt(raw, HQ.public)
        assert (refused.value.detail == "length") == (length > MAX_BYTES)
