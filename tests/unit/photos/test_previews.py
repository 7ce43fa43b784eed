"""What an event says of a preview is taken in one form only."""

from pathlib import Path
from typing import Any

import pytest

from fieldapp.commands import NewFile
from fieldapp.photos.previews import PREVIEW_BYTES, Preview, read_preview
from fieldapp.units import ByteCount, Sha256
from sync.field.sealing import FAST_LINK

SHA = "ab" * 32
ROOT = Path(__file__).parents[3]


def test_a_preview_is_read() -> None:
    found = read_preview({"preview": {"sha": SHA, "size": PREVIEW_BYTES, "more": 1}})
    assert found == Preview(Sha256(bytes.fromhex(SHA)), ByteCount(PREVIEW_BYTES))
    assert read_preview({}) is None


@pytest.mark.parametrize(
    "bad",
    [
        None,
        SHA,
        [],
        {"sha": SHA},
        {"size": 5},
        {"sha": SHA, "size": 0},
        {"sha": SHA, "size": -1},
        {"sha": SHA, "size": True},
        {"sha": SHA, "size": "5"},
        {"sha": SHA, "size": PREVIEW_BYTES + 1},
        {"sha": "ab" * 31, "size": 5},
        {"sha": "no hash", "size": 5},
        {"sha": 5, "size": 5},
    ],
)
def test_any_other_form_is_none(bad: Any) -> None:
    assert read_preview({"preview": bad}) is None


def test_no_preview_is_larger_than_the_limit() -> None:
    assert NewFile(b"x", "image/jpeg", "a.jpg", bytes(PREVIEW_BYTES)).preview
    with pytest.raises(ValueError, match="preview"):
        NewFile(b"x", "image/jpeg", "a.jpg", bytes(PREVIEW_BYTES + 1))


def test_sizes_in_the_documents_are_those_of_the_code() -> None:
    for page in ("fieldapp/FORMAT.md", "sync/PROTOCOL.md"):
        assert f"at most {PREVIEW_BYTES} bytes" in (ROOT / page).read_text(encoding="utf-8")
    assert f"at least {FAST_LINK} bytes a second" in (ROOT / "sync/PROTOCOL.md").read_text("utf-8")
