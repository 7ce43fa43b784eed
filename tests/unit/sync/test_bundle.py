"""Bundles: a courier's file is whole, or known not to be, and never tells who wrote it."""

import os
import re
from pathlib import Path

import cbor2
import pytest

from fieldapp.files import TargetInside, TargetTaken
from fieldapp.units import Sha256
from sync.body import PieceBody
from sync.bundle import MAGIC_BUNDLE, BundleRead, bundle_name, read_bundle, write_bundle
from sync.errors import BadBundle
from sync.frame import seal
from tests.support.mission import seeded
from tests.unit.sync.samples import radio

FRAMES = [seal(PieceBody(Sha256(bytes(32)), 0, bytes(n + 1)), radio()) for n in range(5)]


def read(path: Path) -> tuple[list[bytes], BundleRead]:
    found: list[bytes] = []
    return found, read_bundle(path, found.append)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ufrb"
    assert write_bundle(path, FRAMES, tmp_path / "own") == 5
    assert read(path) == (FRAMES, BundleRead(5, whole=True))
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_bundle_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.ufrb"
    write_bundle(path, [], tmp_path / "own")
    assert read(path) == ([], BundleRead(0, whole=True))


def test_cut_at_every_byte_the_whole_frames_are_taken_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.ufrb"
    write_bundle(path, FRAMES, tmp_path / "own")
    raw = path.read_bytes()
    borders = [len(MAGIC_BUNDLE)]
    for frame in FRAMES:
        borders.append(borders[-1] + len(frame))
    for end in range(len(raw)):
        path.write_bytes(raw[:end])
        if end < len(MAGIC_BUNDLE):
            with pytest.raises(BadBundle):
                read(path)
            continue
        found, result = read(path)
        count = sum(border <= end for border in borders) - 1
        assert (found, result) == (FRAMES[:count], BundleRead(count, whole=False))


def trailer(count: int, digest: bytes) -> bytes:
    body = cbor2.dumps([9, count, digest])
    return b"UFR1\x00" + bytes(8) + len(body).to_bytes(4, "big") + body


@pytest.mark.parametrize("end", [trailer(4, bytes(32)), trailer(5, bytes(32)), trailer(2**60, b"")])
def test_a_trailer_that_lies_is_no_whole_bundle(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "a.ufrb"
    path.write_bytes(MAGIC_BUNDLE + b"".join(FRAMES) + end)
    assert read(path) == (FRAMES, BundleRead(5, whole=False))


def test_a_frame_changed_on_the_way_makes_the_trailer_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.ufrb"
    write_bundle(path, FRAMES, tmp_path / "own")
    raw = bytearray(path.read_bytes())
    raw[len(MAGIC_BUNDLE) + 40] ^= 1
    path.write_bytes(bytes(raw))
    assert not read(path)[1].whole


@pytest.mark.parametrize("content", [b"", b"UFRB", b"UFRB2\n", b"PK\x03\x04", bytes(5000)])
def test_other_files_are_no_bundles(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ufrb"
    path.write_bytes(content)
    with pytest.raises(BadBundle):
        read(path)


def test_folders_and_pipes_are_no_bundles(tmp_path: Path) -> None:
    with pytest.raises(BadBundle):
        read(tmp_path)
    with pytest.raises(BadBundle):
        read(tmp_path / "missing")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(BadBundle):
            read(tmp_path / "pipe")


def test_garbage_between_frames_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.ufrb"
    path.write_bytes(MAGIC_BUNDLE + FRAMES[0] + b"garbage" * 9 + FRAMES[1])
    assert read(path) == (FRAMES[:1], BundleRead(1, whole=False))


def test_a_stick_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def failing() -> list[bytes]:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.ufrb"
    older = MAGIC_BUNDLE + b"an older one"
    path.write_bytes(older)
    with pytest.raises(OSError, match="space"):
        broken = (frame for frames in (FRAMES, failing()) for frame in frames)
        write_bundle(path, broken, tmp_path / "own")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.ufrb"]
    assert path.read_bytes() == older


@pytest.mark.parametrize("content", [b"", b"Minutes of the meeting", b"UFRB"])
def test_other_files_are_never_written_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(TargetTaken):
        write_bundle(path, FRAMES, tmp_path / "own")
    (tmp_path / "gone.ufrb").symlink_to(tmp_path / "nothing")
    for other in (tmp_path, tmp_path / "gone.ufrb", Path(os.devnull)):
        with pytest.raises(TargetTaken):
            write_bundle(other, FRAMES, tmp_path / "own")
    assert path.read_bytes() == content
    assert not (tmp_path / "nothing").exists()


def test_nothing_is_saved_among_the_apps_own_files(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "spool").mkdir(parents=True)
    (tmp_path / "other name").symlink_to(own)
    for place in (own, own / "spool", tmp_path / "other name", own / "spool" / ".."):
        with pytest.raises(TargetInside):
            write_bundle(place / "a.ufrb", FRAMES, own)
    assert [path.name for path in own.rglob("*")] == ["spool"]


def test_the_name_says_nothing() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}\.ufrb", bundle_name(seeded(1)))
    assert bundle_name(seeded(1)) != bundle_name(seeded(2))
