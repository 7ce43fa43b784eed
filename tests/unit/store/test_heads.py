"""The end of each stream outside the database: one of two survives, nobody can forge it."""

import json
from pathlib import Path

import pytest

from fieldapp.event.chain import Place
from fieldapp.event.signing import StreamKey
from fieldapp.store import heads
from fieldapp.units import EventId

KEY, OTHER = StreamKey(bytes(range(32))), StreamKey(bytes(range(1, 33)))


def place(number: int) -> Place:
    return Place(number, EventId(bytes([number]) * 32))


def told(home: Path) -> tuple[int, int] | None:
    """Next number and what HQ covers, as the file says."""
    head = heads.read_head(home, KEY.stream, KEY.public)
    return None if head is None else (head.place.seq, head.covered)


def file_of(home: Path) -> Path:
    (path,) = (home / heads.FOLDER).iterdir()
    return path


def test_the_newest_place_is_read_and_what_hq_holds_stays(tmp_path: Path) -> None:
    assert told(tmp_path) is None
    for number in range(1, 8):
        heads.keep_head(tmp_path, KEY, place(number))
        if number == 4:
            heads.keep_covered(tmp_path, KEY.stream, 3)
    assert told(tmp_path) == (7, 3)
    heads.keep_head(tmp_path, KEY, place(5))
    assert told(tmp_path) == (5, 3), "also a lower one, after records were lost"
    assert file_of(tmp_path).stat().st_size == 2 * heads.RECORD_BYTES
    assert file_of(tmp_path).stat().st_mode & 0o077 == 0


def test_without_a_head_there_is_nothing_to_cover(tmp_path: Path) -> None:
    heads.keep_covered(tmp_path, KEY.stream, 3)
    assert told(tmp_path) is None


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_write_cut_off_anywhere_leaves_the_head_before_it(tmp_path: Path, turn: int) -> None:
    for number in range(1, turn + 1):
        heads.keep_head(tmp_path, KEY, place(number))
    path = file_of(tmp_path)
    before = path.read_bytes()
    heads.keep_head(tmp_path, KEY, place(9))
    after = path.read_bytes().ljust(2 * heads.RECORD_BYTES)
    start = (turn + 1) % 2 * heads.RECORD_BYTES
    old = before.ljust(2 * heads.RECORD_BYTES)
    for cut in range(heads.RECORD_BYTES):
        path.write_bytes(after[: start + cut] + old[start + cut :])
        assert told(tmp_path) in ((turn, 0), (9, 0)), cut


def test_only_the_key_of_the_stream_can_say_more(tmp_path: Path) -> None:
    heads.keep_head(tmp_path, KEY, place(3))
    path = file_of(tmp_path)
    good = path.read_bytes()[heads.RECORD_BYTES :]
    for change in ({"next": 9}, {"last": "09" * 32}, {"sig": "00" * 64}, {"turn": -1}, {"v": 2}):
        path.write_bytes(json.dumps({**json.loads(good), **change}).encode().ljust(512))
        assert told(tmp_path) is None, change
    heads.keep_head(tmp_path, OTHER, place(9))
    (tmp_path / heads.FOLDER / OTHER.stream.hex()).rename(path)
    assert told(tmp_path) is None


@pytest.mark.parametrize(
    "junk",
    [b"", b"{", b"[" * 512, b"\xff" * 1024, b'{"v":1}', b"[1]", b'{"turn":' + b"9" * 500, b"null"],
)
def test_junk_is_no_head_and_is_written_over(tmp_path: Path, junk: bytes) -> None:
    heads.keep_head(tmp_path, KEY, place(1))
    file_of(tmp_path).write_bytes(junk)
    assert told(tmp_path) is None
    heads.keep_head(tmp_path, KEY, place(2))
    assert told(tmp_path) == (2, 0)


def test_a_folder_that_takes_no_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / heads.FOLDER).write_bytes(b"in the way")
    heads.keep_head(tmp_path, KEY, place(1))
    assert told(tmp_path) is None
