"""The one door to slow work: answers in the window's thread, silence once it is closed."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.changes import Changes
from fieldapp.store.lane import StoreLane
from tests.support.mission import make_desk, make_mission
from ui.operations import Operations


def test_news_that_comes_while_the_store_closes_reaches_nobody(
    tmp_path: Path, qtbot: QtBot
) -> None:
    lane = StoreLane()
    desk = lane.ask(lambda: make_desk(tmp_path, make_mission()))
    operations = Operations(lane, desk, lambda _desk, _changes: None)
    asker, heard = QObject(), list[Changes]()
    operations.changed.connect(heard.append)
    operations.announce(Changes(reports=True))
    qtbot.waitUntil(lambda: len(heard) == 1)

    operations.announce(Changes(reports=True))
    operations.close()
    lane.ask(desk.store.close)
    lane.close()
    operations.announce(Changes(roster=True))
    answers: list[int] = []
    operations.read(asker, lambda _desk: 1, answers.append)
    for _ in range(3):
        qtbot.wait(1)
    assert (len(heard), answers) == (1, [])
