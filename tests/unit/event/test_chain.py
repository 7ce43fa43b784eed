"""Events: one spelling, one author, one place; anything else is noticed."""

from dataclasses import replace

import cbor2
import pytest

from fieldapp.event import signing
from fieldapp.event.chain import (
    FIRST,
    Event,
    Place,
    check_author,
    make_event,
    parse_event,
    sign_payload,
)
from fieldapp.event.errors import BadEvent, BadPayload, BadSignature, BrokenChain
from fieldapp.event.header import decode_header
from fieldapp.event.kinds import Kind
from fieldapp.event.payload import MAX_BYTES, encode
from fieldapp.event.signing import PURPOSE_EVENT, StreamKey, public_key, stream_id
from fieldapp.units import EventId, UtcMillis
from tests.support.chains import check_chain
from tests.support.mission import seeded

KEY = StreamKey(bytes(range(32)))


def chain(length: int, key: StreamKey = KEY) -> list[Event]:
    events: list[Event] = []
    place = FIRST
    for number in range(length):
        event = make_event(
            key,
            place,
            Kind.REPORT,
            {"n": number},
            t=UtcMillis(number),
            entropy=seeded(number),
        )
        events.append(event)
        place = Place(place.seq + 1, event.id)
    return events


def test_an_event_survives_its_bytes() -> None:
    event = chain(1)[0]
    again = parse_event(event.raw, event.signature, event.salt, event.payload)
    check_author(again, KEY.public)
    assert again == event
    assert again.content() == {"n": 0}
    assert again.report == event.id


def test_what_an_event_is_about_is_signed_with_it() -> None:
    report = chain(1)[0]
    place = Place(1, report.id)
    event = make_event(
        KEY, place, Kind.AMEND, {"n": 1}, t=UtcMillis(1), entropy=seeded(1), obj=report.id
    )
    assert event.head.obj == decode_header(event.raw).obj == report.id
    assert event.report == report.id


def test_a_purged_event_still_proves_its_author() -> None:
    event = chain(1)[0]
    purged = parse_event(event.raw, event.signature, None, None)
    check_author(purged, KEY.public)
    assert purged.content() is None


def test_every_flipped_bit_of_header_and_signature_is_noticed() -> None:
    event = chain(1)[0]
    for part, other in ((event.raw, False), (event.signature, True)):
        for at in range(len(part) * 8):
            changed = bytearray(part)
            changed[at // 8] ^= 1 << (at % 8)
            raw, signature = (event.raw, bytes(changed)) if other else (bytes(changed), part)
            signature = signature if other else event.signature
            with pytest.raises((BadEvent, BadSignature)):
                check_author(parse_event(raw, signature, event.salt, event.payload), KEY.public)


def test_every_changed_byte_of_the_payload_is_noticed() -> None:
    event = chain(1)[0]
    assert event.payload is not None
    for at in range(len(event.payload)):
        changed = bytearray(event.payload)
        changed[at] ^= 0x01
        with pytest.raises(BadEvent):
            parse_event(event.raw, event.signature, event.salt, bytes(changed))


@pytest.mark.parametrize(("salt", "length"), [(15, 8), (17, 8), (16, 7), (16, 9)])
def test_even_its_author_cannot_sign_another_length(salt: int, length: int) -> None:
    """A short salt could be guessed together with a short text."""
    made = sign_payload(KEY, FIRST, Kind.REPORT, b'{"n":10}', t=UtcMillis(0), salt=bytes(salt))
    raw = replace(made.head, length=length).encode()
    with pytest.raises(BadEvent):
        parse_event(raw, KEY.sign(PURPOSE_EVENT, raw), made.salt, made.payload)


def test_a_key_cannot_sign_for_another_stream() -> None:
    event = chain(1)[0]
    stranger = StreamKey(bytes(32))
    with pytest.raises(BadSignature):
        check_author(event, stranger.public)


@pytest.mark.parametrize(
    "spell",
    [
        lambda items: cbor2.dumps(items) + b"\x00",
        lambda items: b"\x9f" + b"".join(cbor2.dumps(i) for i in items) + b"\xff",
        lambda items: cbor2.dumps([2, *items[1:]]),
        lambda items: cbor2.dumps(items[:-1]),
        lambda items: cbor2.dumps([*items[:2], -1, *items[3:]]),
        lambda items: cbor2.dumps([*items[:2], True, *items[3:]]),
        lambda items: cbor2.dumps([*items[:1], b"short", *items[2:]]),
        lambda items: cbor2.dumps([*items[:2], 2**70, *items[3:]]),
        lambda items: b"",
        lambda items: b"\xff",
        lambda items: b"\x9b" + b"\xff" * 8,
        lambda items: b"\x81" * 100_000,
    ],
)
def test_a_header_has_exactly_one_spelling(spell: object) -> None:
    items = cbor2.loads(chain(1)[0].raw)
    assert callable(spell)
    with pytest.raises(BadEvent):
        decode_header(spell(items))


def test_a_header_spelled_with_longer_numbers_is_refused() -> None:
    raw = chain(1)[0].raw
    assert raw[:2] == b"\x8a\x01"
    with pytest.raises(BadEvent):
        decode_header(raw[:1] + b"\x18\x01" + raw[2:])


def test_the_chain_notices_a_missing_a_moved_and_a_foreign_event() -> None:
    events = chain(5)
    assert check_chain(events) == Place(5, events[-1].id)
    for broken in (events[1:], [*events[:2], *events[3:]], [events[1], events[0]]):
        with pytest.raises(BrokenChain):
            check_chain(broken)
    fork = make_event(
        KEY, Place(1, EventId(bytes(32))), 1, {"n": 9}, t=UtcMillis(0), entropy=seeded(9)
    )
    with pytest.raises(BrokenChain):
        check_chain([events[0], fork])


@pytest.mark.parametrize(
    "weak",
    [bytes(32), b"\x01" + bytes(31), bytes(31) + b"\x80", b"\xec" + b"\xff" * 30 + b"\x7f"],
)
def test_keys_with_which_one_signature_fits_everything_are_refused(weak: bytes) -> None:
    with pytest.raises(BadSignature):
        public_key(weak)


@pytest.mark.parametrize(
    "content",
    [
        {"a": 1.5},
        {"a": float("nan")},
        {"a": "\ud800"},
        {"\udfff": 1},
        {1: "a"},
        {"a": 2**63},
        {"a": b"bytes"},
        {"a": "x" * 70_000},
    ],
)
def test_content_that_others_could_read_differently_is_not_signed(
    content: dict[str, object],
) -> None:
    with pytest.raises(BadPayload):
        make_event(KEY, FIRST, 1, content, t=UtcMillis(0), entropy=seeded(1))


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":"\\ud800"}',
        b"[]",
        b"1",
        b"",
        b"\xff",
        b'{"a":' * 20 + b"1" + b"}" * 20,
        b'{"a":' + b"[" * 16 + b"]" * 16 + b"}",
        b"[" * 100_000,
    ],
)
def test_payloads_that_are_not_strict_json_are_refused_when_read(raw: bytes) -> None:
    event = chain(1)[0]
    odd = replace(event, payload=raw)
    with pytest.raises(BadPayload):
        odd.content()


def test_a_payload_is_as_long_as_the_format_allows_and_no_longer() -> None:
    event = chain(1)[0]
    longest = b'{"a":"' + b"x" * (MAX_BYTES - 8) + b'"}'
    assert len(longest) == MAX_BYTES
    assert encode({"a": "x" * (MAX_BYTES - 8)}) == longest
    assert replace(event, payload=longest).content() is not None
    with pytest.raises(BadPayload) as told:
        encode({"a": "x" * (MAX_BYTES - 7)})
    assert "65 KiB of text, at most 64 KiB" in told.value.message
    with pytest.raises(BadPayload):
        replace(event, payload=longest + b" ").content()


def test_lists_may_be_nested_as_deep_as_the_format_says() -> None:
    raw = b'{"a":' + b"[" * 15 + b"]" * 15 + b"}"
    content = replace(chain(1)[0], payload=raw).content()
    assert content is not None
    assert encode(content) == raw
    with pytest.raises(BadPayload):
        encode({"a": [content["a"]]})


def test_a_library_that_looks_at_keys_sooner_changes_no_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """OpenSSL finds a point that is none when it checks; another library may when it reads."""

    class Stricter:
        @staticmethod
        def from_public_bytes(_raw: bytes) -> None:
            raise ValueError

    monkeypatch.setattr(signing, "Ed25519PublicKey", Stricter)
    with pytest.raises(BadSignature):
        public_key(KEY.public)


def test_stream_is_named_after_its_key() -> None:
    assert KEY.stream == stream_id(KEY.public)
    assert len(KEY.stream) == 16
