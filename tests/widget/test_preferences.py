"""What the window remembers: an odd or older file never stops it."""

import json
from pathlib import Path

import pytest

from ui.preferences import FILE_NAME, Preferences, load_preferences, save_preferences


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    liked = Preferences(language="fr", geometry=b"abc", lock_minutes=9)
    assert save_preferences(tmp_path, liked)
    assert load_preferences(tmp_path) == liked


@pytest.mark.parametrize(
    ("found", "minutes"), [(0, 1), (-3, 1), (7, 7), (16, 15), (10**9, 15), (True, 5), ("9", 5)]
)
def test_no_lock_time_is_believed_blindly(tmp_path: Path, found: object, minutes: int) -> None:
    save_preferences(tmp_path, Preferences())
    body = json.loads((tmp_path / FILE_NAME).read_text())
    (tmp_path / FILE_NAME).write_text(json.dumps({**body, "lock_minutes": found}))
    assert load_preferences(tmp_path).lock_minutes == minutes


def test_a_file_of_an_earlier_version_keeps_its_language(tmp_path: Path) -> None:
    old = {"language": "es", "scheme": "dark", "geometry": ""}
    (tmp_path / FILE_NAME).write_text(json.dumps(old))
    assert load_preferences(tmp_path).language == "es"
    assert load_preferences(tmp_path).lock_minutes == 5
