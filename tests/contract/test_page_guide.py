"""The page and the test in ui/README.md work as they stand there."""

import re
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tests.support.looking import words
from tests.support.mission import make_mission
from tests.support.window import file_story, seat

GUIDE = Path(__file__).parents[2] / "ui/README.md"


def test_the_page_to_copy_works(tmp_path: Path, qtbot: QtBot) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    page, test = blocks
    names: dict[str, Any] = {
        "Path": Path,
        "QtBot": QtBot,
        "seat": seat,
        "make_mission": make_mission,
        "file_story": file_story,
        "words": words,
    }
    exec(compile(page, str(GUIDE), "exec"), names)
    exec(compile(test, str(GUIDE), "exec"), names)
    names["test_the_page_counts_reports"](tmp_path, qtbot)
