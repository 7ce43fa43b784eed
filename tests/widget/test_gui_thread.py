"""The window never stands still, however much the store holds."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.changes import Changes
from fieldapp.commands import file_report
from fieldapp.store import mirror
from tests.screens.window import Hands, opened, until
from tests.support.fleet import carry
from tests.support.gui_watch import Stretches, watched
from tests.support.many import BATCH, Flood
from tests.support.mission import PASSPHRASE
from tests.support.window import story
from ui.theme.apply import Scheme, apply_theme

REPORTS = 10_000
LIMIT_MS = 50
"""What a person still takes for at once."""
_BUILDING = {"unlock": 400, "open form": 400, "open review": 200, "open report": 200}
"""Opening the workplace, a form or a report builds hundreds of widgets at once."""


def test_nothing_holds_the_window_up(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    flood = Flood(tmp_path, REPORTS + BATCH)
    officer = flood.officer()
    *held, (later, fresh) = list(flood.batches())[: REPORTS // BATCH + 1]
    for at, events in held:
        carry(events, officer, flood.mission, at)
    officer.store.close()
    apply_theme(qapp, Scheme.LIGHT)
    with opened(officer.home, "en") as hands, watched() as seen:
        unlock(hands, seen)
        for name in ("outbox", "review", "reports"):
            seen.begin(f"open {name}")
            hands.go(name)
        search(hands, seen)
        seen.begin("open report")
        hands.go("report", held[-1][1][-1].report)
        seen.begin("open form")
        hands.go("form", ("new", "restriction"))
        seen.begin("go back")
        hands.go("reports")
        seen.begin("file a report")
        finished = story("04b-same-checkpoint-delayed")
        operations = hands.sitting.operations
        operations.run(operations, lambda desk: file_report(desk, finished).changes)
        hands.settle()
        seen.begin("receive a batch")
        come = list[mirror.Taken]()
        operations.read(
            operations, lambda desk: carry(fresh, desk, flood.mission, later), come.append
        )
        until(lambda: bool(come))
        operations.announce(Changes(reports=True, roster=True, journal=True))
        hands.settle()
        seen.begin("")
    assert come[0].new == BATCH
    slow = {
        doing: round(spent)
        for doing, spent in seen.longest.items()
        if spent > _BUILDING.get(doing, LIMIT_MS)
    }
    assert slow == {}, {doing: round(spent) for doing, spent in seen.longest.items()}


def unlock(hands: Hands, seen: Stretches) -> None:
    hands.find(QLineEdit, "passphrase").setText(PASSPHRASE)
    seen.begin("unlock")
    hands.find(QPushButton, "unlock").click()
    until(lambda: hands.app.sitting is not None)
    hands.settle()


def search(hands: Hands, seen: Stretches) -> None:
    line = hands.find(QLineEdit, "search")
    line.setFocus()
    seen.begin("search")
    for letter in "patrol":
        QTest.keyClick(line, letter)
        hands.settle()
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.settle()
    QTest.keySequence(line, "Ctrl+A")
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.settle()
