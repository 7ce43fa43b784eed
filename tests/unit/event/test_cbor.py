"""The small part of CBOR that is read: one spelling each, and no promise is paid for in advance."""

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.event.cbor import MAX_DEPTH, MAX_ITEMS, decode_cbor
from fieldapp.event.errors import BadEvent

VALUES = st.recursive(
    st.integers(0, 2**63 - 1) | st.binary(max_size=300) | st.text(max_size=40) | st.booleans(),
    lambda inner: st.lists(inner | st.none(), max_size=30),
    max_leaves=60,
)


def depth(value: object) -> int:
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(VALUES)
def test_what_the_library_writes_is_read(value: object) -> None:
    raw = cbor2.dumps(value, canonical=True)
    if depth(value) > MAX_DEPTH:
        with pytest.raises(BadEvent):
            decode_cbor(raw)
    else:
        assert decode_cbor(raw) == value


@given(st.binary(max_size=60))
def test_what_is_read_has_exactly_one_spelling(raw: bytes) -> None:
    try:
        value = decode_cbor(raw)
    except BadEvent:
        return
    assert cbor2.dumps(value, canonical=True) == raw


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x18\x17",
        b"\x19\x00\xff",
        b"\x1a\x00\x00\xff\xff",
        b"\x1b\x00\x00\x00\x00\xff\xff\xff\xff",
        b"\x1b\x80" + bytes(7),
        b"\x20",
        b"\x9f\xff",
        b"\x5f\x41a\xff",
        b"\xa0",
        b"\xc1\x00",
        b"\xc2\x41\x01",
        b"\xd8\x1c\x80",
        b"\xf9\x3c\x00",
        b"\xf7",
        b"\xf8\x14",
        b"\x1c",
        b"\x62\xc3\x28",
        b"\x63\xed\xa0\x80",
        b"\x42a",
        b"\x19\x01",
        b"\x00\x00",
    ],
    ids=lambda raw: raw.hex() or "nothing",
)
def test_other_spellings_and_other_kinds_are_refused(raw: bytes) -> None:
    with pytest.raises(BadEvent):
        decode_cbor(raw)


def test_lists_end_at_their_depth() -> None:
    assert depth(decode_cbor(b"\x81" * MAX_DEPTH + b"\x00")) == MAX_DEPTH
    for levels in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(BadEvent):
            decode_cbor(b"\x81" * levels + b"\x00")


@pytest.mark.parametrize("count", [MAX_ITEMS - 1, MAX_ITEMS, 2**20, 2**62])
def test_values_are_counted_before_they_are_made(count: int) -> None:
    head = b"\x9b" + count.to_bytes(8, "big")
    if count < 2**32:
        head = b"\x9a" + count.to_bytes(4, "big") if count > 65535 else b"\x99" + count.to_bytes(2)
    raw = head + b"\x80" * min(count, 2**20)
    if count < MAX_ITEMS:
        assert decode_cbor(raw) == [[]] * count
    else:
        with pytest.raises(BadEvent):
            decode_cbor(raw)


def test_lists_within_lists_share_one_count() -> None:
    row = cbor2.dumps([[0] * 99] * 100)
    assert decode_cbor(row, max_items=10_001) == [[0] * 99] * 100
    with pytest.raises(BadEvent):
        decode_cbor(row, max_items=10_000)
