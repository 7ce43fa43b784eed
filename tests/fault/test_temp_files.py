"""A sort in the store writes no temporary file, not even an unlinked one."""

import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.mission import make_desk, make_mission

_SORT = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)
SELECT printf('kanarienvogel %d %s', i, hex(randomblob(40))) FROM n ORDER BY random()
"""


def strangers(home: Path) -> list[str]:
    """Files that this process has open for temporary things, by name, deleted or not."""
    found = []
    for handle in Path("/proc/self/fd").iterdir():
        try:
            name = os.readlink(handle)
        except OSError:
            continue
        if "etilqs" in name or name.startswith(f"{home}/tmp"):
            found.append(name)
    return found


def sorted_by(connection: Any, home: Path) -> list[str]:
    """What is open in the middle of a sort that no cache can hold."""
    connection.execute("PRAGMA cache_size = -500")
    cursor = connection.execute(_SORT)
    assert cursor.fetchone()[0].startswith("kanarienvogel")
    found = strangers(home)
    cursor.close()
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="open files as Linux lists them")
def test_a_large_sort_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("PRAGMA temp_store = FILE")
    assert sorted_by(plain, tmp_path), "an ordinary store does write one"
    plain.close()
    with make_desk(tmp_path / "home", make_mission()).store as store:
        assert sorted_by(store.connection, tmp_path) == []
    assert list((tmp_path / "tmp").iterdir()) == []
