"""Bodies of frames: what goes in comes out, and what is too much or malformed is refused early."""

import tracemalloc
from dataclasses import replace
from hashlib import sha256
from random import Random

import cbor2
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.event.chain import FIRST, check_author, make_event
from fieldapp.event.payload import MAX_BYTES as PAYLOAD_BYTES
from fieldapp.event.payload import encode
from fieldapp.event.receipt import PIECE_GRAIN
from fieldapp.units import MIB, Sha256, UtcMillis
from sync.body import (
    EnrolBody,
    EventsBody,
    FramesBody,
    PieceBody,
    ReceiptsBody,
    decode_body,
    encode_body,
)
from sync.dictionaries import BY_LANGUAGE, MIXED, NUMBERS, dictionary, pack
from sync.errors import BadFrame, UnknownDictionary
from sync.limits import EVENTS_PER_FRAME, FRAME_BYTES, INFLATED_BYTES, PIECE_BYTES, WINDOW_BYTES
from tests.bench.corpus import HELD_OUT, payload
from tests.bench.foreign import Writer
from tests.bench.reports import Words
from tests.support.mission import seeded
from tests.unit.sync.samples import AUTHOR, body, chain

SHA = Sha256(bytes(range(32)))

DIGESTS = {
    1: "7a956cdb13336d7664999b622b34e04a13166d40c76b70eb40d6ec4ebafa28b8",
    2: "fe6eec3031cce4711a4b5e5b0dfb732e53f50ea56e9ca1e8ea889185f2ad861c",
    3: "e996868f8e1842a3e25936d9bd903419143d72b5758162f913b7a6e35d25eefb",
    4: "b0d817368236fef0910dff4abb0f66fb184172b26e511f96da00f1fba515e6f4",
    5: "f49e76f3dee58fe90600e897d49348429f2a6f9b75c626412d472d3f4be83480",
}


@pytest.mark.parametrize("count", [1, 2, 20, 140, EVENTS_PER_FRAME])
def test_events_come_back_byte_for_byte(count: int) -> None:
    sent = body(count)
    back = decode_body(encode_body(sent))
    assert back == sent
    assert isinstance(back, EventsBody)
    for event in back.events:
        check_author(event, AUTHOR.public)


def test_events_with_gaps_come_back() -> None:
    events = chain(9)
    sent = EventsBody(AUTHOR.stream, (events[0], events[3], events[4], events[8]))
    assert decode_body(encode_body(sent)) == sent


@pytest.mark.parametrize(
    "sent",
    [
        PieceBody(SHA, 0, b"x"),
        PieceBody(SHA, 25 * MIB - PIECE_BYTES, bytes(PIECE_BYTES)),
        FramesBody(b"UFR1 and so on"),
        EnrolBody("7K2MX4PQ9D", chain(1)[0]),
        ReceiptsBody((b"one", b"two")),
        ReceiptsBody(()),
    ],
)
def test_other_bodies_come_back(sent: PieceBody | FramesBody | EnrolBody | ReceiptsBody) -> None:
    assert decode_body(encode_body(sent)) == sent


def test_a_batch_costs_less_than_its_parts() -> None:
    alone = sum(len(encode_body(EventsBody(AUTHOR.stream, (e,)))) for e in chain(20))
    assert len(encode_body(body(20))) < alone * 0.8


@pytest.mark.parametrize(
    "wrong",
    [
        PieceBody(SHA, 1, b"x"),
        PieceBody(SHA, 0, bytes(PIECE_BYTES + 1)),
        EventsBody(AUTHOR.stream, ()),
        EventsBody(AUTHOR.stream, tuple(chain(EVENTS_PER_FRAME + 1))),
    ],
)
def test_a_body_above_a_limit_is_never_made(wrong: PieceBody | EventsBody) -> None:
    with pytest.raises(ValueError, match="piece|events"):
        encode_body(wrong)


def packed(heads: object, payloads: object, tail: bytes, stream: bytes = AUTHOR.stream) -> bytes:
    text = cbor2.dumps([heads, payloads], canonical=True)
    packer = zstandard.ZstdCompressor(dict_data=dictionary(), write_content_size=True)
    return cbor2.dumps([1, stream, packer.compress(text), tail])


HEAD = [0, bytes(32), 1, 1, b"", 1]

MALFORMED: dict[str, bytes] = {
    "nothing": b"",
    "no list": cbor2.dumps(7),
    "empty list": cbor2.dumps([]),
    "unknown kind": cbor2.dumps([8, b""]),
    "kind as text": cbor2.dumps(["1", b"", b"", b""]),
    "piece off its grain": cbor2.dumps([2, SHA, 5, b"x"]),
    "piece before the start": cbor2.dumps([2, SHA, -PIECE_GRAIN, b"x"]),
    "piece without bytes": cbor2.dumps([2, SHA, 0, b""]),
    "piece too long": cbor2.dumps([2, SHA, 0, bytes(PIECE_BYTES + 1)]),
    "piece of a short name": cbor2.dumps([2, SHA[:31], 0, b"x"]),
    "piece behind the largest photo": cbor2.dumps([2, SHA, 25 * MIB, b"x"]),
    "piece with a bignum": cbor2.dumps([2, SHA, 2**70, b"x"]),
    "receipts that are none": cbor2.dumps([5, [b"x", 3]]),
    "frames that are none": cbor2.dumps([3, "text"]),
    "enrolment without an event": cbor2.dumps([4, "CODE", [b"", b"", b"", b""]]),
    "text not compressed": cbor2.dumps([1, AUTHOR.stream, b"plain", b""]),
    "stream too short": packed([HEAD], [b"{}"], bytes(80), AUTHOR.stream[:15]),
    "no events": packed([], [], b""),
    "fewer texts than heads": packed([HEAD, HEAD], [b"{}"], bytes(160)),
    "fewer signatures than events": packed([HEAD], [b"{}"], bytes(79)),
    "same number twice": packed([HEAD, HEAD], [b"{}", b"{}"], bytes(160)),
    "head too short": packed([HEAD[:5]], [b"{}"], bytes(80)),
    "negative number": packed([[-1, *HEAD[1:]]], [b"{}"], bytes(80)),
    "huge number": packed([[2**64, *HEAD[1:]]], [b"{}"], bytes(80)),
    "previous of wrong length": packed([[0, b"x", *HEAD[2:]]], [b"{}"], bytes(80)),
    "first without a previous": packed([[3, None, *HEAD[2:]]], [b"{}"], bytes(80)),
    "payload not bytes": packed([HEAD], ["{}"], bytes(80)),
    "payload above its limit": packed([HEAD], [bytes(65 * 1024)], bytes(80)),
    "report of wrong length": packed([[*HEAD[:4], b"x", 1]], [b"{}"], bytes(80)),
    "bytes left over": encode_body(body(1)) + b"x",
    "an endless array": b"\x9f",
    "lists in lists": b"\x81" * 200_000,
    "a length without end": b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "a map without end": b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
    "shared references": b"\xd8\x1c\x81\xd8\x1d\x00",
    "more than a frame": bytes(MIB + 1),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_whatever_is_malformed_is_refused_and_costs_little(name: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(BadFrame):
            decode_body(MALFORMED[name])
        assert tracemalloc.get_traced_memory()[1] < 16 * MIB
    finally:
        tracemalloc.stop()


def bomb(content: bytes, **options: bool) -> bytes:
    packer = zstandard.ZstdCompressor(level=3, **options)  # type: ignore[arg-type]
    return cbor2.dumps([1, AUTHOR.stream, packer.compress(content), b""])


def test_text_that_says_how_large_it_is_may_not_be_too_large() -> None:
    large = bomb(bytes(INFLATED_BYTES + 1))
    assert len(large) < 2000
    with pytest.raises(BadFrame):
        decode_body(large)


def test_text_of_the_largest_size_and_window_is_unpacked() -> None:
    most = zstandard.ZstdCompressionParameters(window_log=22, write_content_size=True)
    text = zstandard.ZstdCompressor(compression_params=most).compress(bytes(INFLATED_BYTES))
    declared = zstandard.get_frame_parameters(text)
    assert declared.content_size == INFLATED_BYTES
    with pytest.raises(BadFrame) as refused:
        decode_body(cbor2.dumps([1, AUTHOR.stream, text, b""]))
    assert refused.value.detail not in ("declared size", "compressed text")


def test_the_longest_report_fits_into_a_frame() -> None:
    content = {"text": "x" * (PAYLOAD_BYTES - len('{"text":""}'))}
    event = make_event(AUTHOR, FIRST, 1, content, t=UtcMillis(1), entropy=seeded(1))
    assert len(event.payload or b"") == PAYLOAD_BYTES
    for sent in (EventsBody(AUTHOR.stream, (event,)), EnrolBody("7" * 64, event)):
        assert decode_body(encode_body(sent)) == sent
    with pytest.raises(BadFrame):
        decode_body(encode_body(EnrolBody("7" * 65, event)))


def test_a_body_is_as_long_as_a_frame_and_no_longer() -> None:
    for length in (FRAME_BYTES, FRAME_BYTES + 1):
        with pytest.raises(BadFrame) as refused:
            decode_body(bytes(length))
        assert (refused.value.detail == "body too large") == (length > FRAME_BYTES)


def test_text_that_hides_its_size_is_refused() -> None:
    with pytest.raises(BadFrame):
        decode_body(bomb(bytes(256 * MIB), write_content_size=False))


def test_text_that_lies_about_its_size_is_refused_without_being_unpacked() -> None:
    honest = zstandard.ZstdCompressor(level=3).compress(bytes(64 * MIB))
    parameters = zstandard.get_frame_parameters(honest)
    assert parameters.content_size == 64 * MIB
    # The size stands little-endian right after the magic number, the descriptor and the window.
    at = honest.index((64 * MIB).to_bytes(4, "little"))
    lying = honest[:at] + (1000).to_bytes(4, "little") + honest[at + 4 :]
    assert zstandard.get_frame_parameters(lying).content_size == 1000
    tracemalloc.start()
    try:
        with pytest.raises(BadFrame):
            decode_body(cbor2.dumps([1, AUTHOR.stream, lying, b""]))
        assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    finally:
        tracemalloc.stop()


def test_text_that_is_shorter_than_it_says_is_refused() -> None:
    honest = zstandard.ZstdCompressor(level=3).compress(b"x" * 1000)
    # Sizes from 256 on stand in two bytes, less 256.
    at = honest.index((1000 - 256).to_bytes(2, "little"))
    lying = honest[:at] + (1001 - 256).to_bytes(2, "little") + honest[at + 2 :]
    assert zstandard.get_frame_parameters(lying).content_size == 1001
    with pytest.raises(BadFrame):
        decode_body(cbor2.dumps([1, AUTHOR.stream, lying, b""]))


def test_what_has_no_text_any_more_or_too_much_of_it_is_not_sent() -> None:
    (event,) = chain(1)
    with pytest.raises(ValueError, match="purged"):
        encode_body(EventsBody(AUTHOR.stream, (replace(event, payload=None, salt=None),)))
    long = replace(event, payload=bytes(INFLATED_BYTES))
    with pytest.raises(ValueError, match="too large"):
        encode_body(EventsBody(AUTHOR.stream, (long,)))


def test_a_window_above_the_limit_is_refused() -> None:
    wide = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=True)
    packer = zstandard.ZstdCompressor(compression_params=wide)
    stream = packer.compressobj()
    text = stream.compress(b"x" * 1000) + stream.flush()
    assert zstandard.get_frame_parameters(text).window_size > WINDOW_BYTES
    with pytest.raises(BadFrame):
        decode_body(cbor2.dumps([1, AUTHOR.stream, text, b""]))


def test_a_dictionary_that_is_not_here_asks_for_an_update() -> None:
    samples: list[bytes | bytearray | memoryview] = [
        b"%d patrol report of sector %d" % (n, n * 7) for n in range(2000)
    ]
    other = zstandard.train_dictionary(2048, samples)
    packer = zstandard.ZstdCompressor(dict_data=other, write_content_size=True)
    with pytest.raises(UnknownDictionary):
        decode_body(cbor2.dumps([1, AUTHOR.stream, packer.compress(b"x" * 99), b""]))


@pytest.mark.parametrize("number", NUMBERS)
def test_texts_of_every_dictionary_ever_shipped_are_read(number: int) -> None:
    known = dictionary(number)
    assert known.dict_id() == number
    text = cbor2.dumps([[HEAD], [b'{"v":1}']], canonical=True)
    packed = pack(text, (number,))
    assert zstandard.get_frame_parameters(packed).dict_id == number
    back = decode_body(cbor2.dumps([1, AUTHOR.stream, packed, bytes(80)]))
    assert isinstance(back, EventsBody)
    assert back.events[0].payload == b'{"v":1}'


@pytest.mark.parametrize(("number", "digest"), DIGESTS.items())
def test_a_shipped_dictionary_never_changes(number: int, digest: str) -> None:
    assert sha256(dictionary(number).as_bytes()).hexdigest() == digest


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_report_is_packed_with_the_dictionary_of_its_language(language: str) -> None:
    words = Words((language,), Writer(language).write)
    report = encode(payload(Random(HELD_OUT), words))
    assert zstandard.get_frame_parameters(pack(report)).dict_id == BY_LANGUAGE[language]
    assert len(pack(report)) < len(pack(report, (MIXED,)))


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_body_or_a_documented_error(raw: bytes) -> None:
    try:
        decode_body(raw)
    except (BadFrame, UnknownDictionary):
        return


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_changed_bodies_are_a_body_or_a_documented_error(data: st.DataObject) -> None:
    raw = bytearray(encode_body(body(3)))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        back = decode_body(bytes(raw))
    except (BadFrame, UnknownDictionary):
        return
    assert isinstance(back, EventsBody)
