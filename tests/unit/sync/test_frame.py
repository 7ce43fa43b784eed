"""Frames: sealed for one addressee, and nothing but an error once a single bit has changed."""

import pytest

from fieldapp.units import Sha256
from sync.body import FramesBody, PieceBody, encode_body
from sync.dictionaries import NUMBERS
from sync.errors import BadFrame, NotForUs, UnknownDictionary
from sync.frame import (
    HEAD_BYTES,
    Address,
    SealKeys,
    open_frame,
    read_head,
    seal,
    seal_bytes,
    split_frames,
)
from sync.limits import FRAME_BYTES
from tests.unit.sync.samples import body, courier, hq_keys, radio

ADDRESSES = {"radio": radio(), "courier": courier()}


@pytest.mark.parametrize("to", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_what_is_sealed_is_opened_by_its_addressee_only(to: Address) -> None:
    frame = seal(body(2), to)
    assert open_frame(frame, hq_keys()) == body(2)
    with pytest.raises(NotForUs):
        open_frame(frame, SealKeys())
    stranger = SealKeys()
    stranger.add_radio(bytes(range(7, 39)))
    stranger.add_courier(bytes(range(7, 103)))
    with pytest.raises(NotForUs):
        open_frame(frame, stranger)


def test_sealing_twice_gives_different_bytes() -> None:
    assert seal(body(1), radio()) != seal(body(1), radio())


def test_sizes_added_are_those_published() -> None:
    plain = len(encode_body(body(1)))
    assert len(seal(body(1), radio())) - plain == 17 + 48
    assert len(seal(body(1), courier())) - plain == 17 + 1136


def test_a_flash_and_a_batch_stay_within_the_published_bytes() -> None:
    assert len(seal(body(1), radio())) <= 550
    assert len(seal(body(20), radio())) / 20 <= 350


@pytest.mark.parametrize("to", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_cut_at_every_byte_it_is_refused(to: Address) -> None:
    frame = seal(body(1), to)
    keys = hq_keys()
    for end in range(len(frame)):
        with pytest.raises(BadFrame):
            open_frame(frame[:end], keys)


def test_every_flipped_bit_is_noticed() -> None:
    frame = seal(body(1), radio())
    keys = hq_keys()
    for at in range(len(frame) * 8):
        changed = bytearray(frame)
        changed[at // 8] ^= 1 << (at % 8)
        with pytest.raises((BadFrame, NotForUs, UnknownDictionary)):
            open_frame(bytes(changed), keys)


def test_every_byte_of_a_courier_frame_is_bound() -> None:
    frame = seal(body(1), courier())
    keys = hq_keys()
    for at in range(len(frame)):
        changed = bytearray(frame)
        changed[at] ^= 0x40
        with pytest.raises((BadFrame, NotForUs, UnknownDictionary)):
            open_frame(bytes(changed), keys)


def test_a_frame_is_bound_to_its_suite_and_key_id() -> None:
    keys = SealKeys()
    first = keys.add_radio(bytes(range(1, 33)))
    second = keys.add_radio(bytes(range(2, 34)))
    frame = seal(body(1), first)
    swapped = frame[:5] + second.key_id + frame[13:]
    with pytest.raises(BadFrame):
        open_frame(swapped, keys)
    with pytest.raises(BadFrame):
        open_frame(frame[:4] + b"\x02" + frame[5:], keys)


def test_a_newer_version_asks_for_an_update() -> None:
    frame = seal(body(1), radio())
    with pytest.raises(UnknownDictionary):
        open_frame(b"UFR2" + frame[4:], hq_keys())


def head(length: int) -> bytes:
    return b"UFR1\x01" + bytes(8) + length.to_bytes(4, "big")


@pytest.mark.parametrize("length", [FRAME_BYTES - HEAD_BYTES + 1, FRAME_BYTES, 2**32 - 1])
def test_a_head_that_promises_too_much_is_refused(length: int) -> None:
    most = FRAME_BYTES - HEAD_BYTES
    assert read_head(head(most)).length == most
    with pytest.raises(BadFrame):
        read_head(head(length))


def test_only_dictionaries_that_the_addressee_has_are_used() -> None:
    plain = {number: len(encode_body(body(3), (number,))) for number in NUMBERS}
    assert len(set(plain.values())) > 1
    for number, size in plain.items():
        assert len(seal(body(3), radio(), (number,))) == size + 17 + 48


def test_a_frame_above_the_limit_is_never_made() -> None:
    room = FRAME_BYTES - HEAD_BYTES - 48
    assert len(seal_bytes(bytes(room), radio())) == FRAME_BYTES
    with pytest.raises(ValueError, match="too large"):
        seal_bytes(bytes(room + 1), radio())


def test_frames_in_a_row_are_split_where_they_were_joined() -> None:
    frames = [seal(PieceBody(Sha256(bytes(32)), 0, bytes(n + 1)), radio()) for n in range(9)]
    assert list(split_frames(b"".join(frames))) == frames
    assert list(split_frames(b"")) == []
    wrapped = seal(FramesBody(b"".join(frames)), courier())
    opened = open_frame(wrapped, hq_keys())
    assert isinstance(opened, FramesBody)
    assert list(split_frames(opened.frames)) == frames


def test_a_row_cut_anywhere_is_refused_at_the_cut() -> None:
    frames = [seal(PieceBody(Sha256(bytes(32)), 0, b"x"), radio()) for _ in range(2)]
    row = b"".join(frames)
    for end in range(1, len(row)):
        if end == len(frames[0]):
            continue
        with pytest.raises(BadFrame):
            list(split_frames(row[:end]))


def test_key_ids_differ_and_say_nothing_of_the_key() -> None:
    assert radio().key_id != courier().key_id
    assert radio().key_id not in radio().public
