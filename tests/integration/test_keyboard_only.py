"""Nothing but the keyboard, in the real window: a report with a photo, an answer, ten verdicts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import file_report, review_report
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, open_desk
from fieldapp.store import reads
from fieldapp.store.reads import ReportFilter
from fieldapp.vault.slots import Vault
from tests.support.desktop import Desktop, desktop
from tests.support.fleet import carry, own_events
from tests.support.keyboard import fill_by_keyboard, here, press_key, tab_to, write
from tests.support.looking import find, words
from tests.support.mission import PASSPHRASE, Mission, make_desk, make_mission
from tests.support.scenarios import scenario
from tests.support.window import photo, story
from ui.reports.form_editor import FormEditor

DENIED = "03-denied-despite-clearance"
CONTROL = Qt.KeyboardModifier.ControlModifier


def unlock(window: Desktop) -> None:
    assert here().objectName() == "passphrase"
    write(PASSPHRASE)
    press_key(Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: window.app.sitting is not None, timeout=20_000)
    window.settle()


def go(window: Desktop, place: int) -> None:
    press_key(Qt.Key(int(Qt.Key.Key_0) + place), CONTROL)
    window.settle()


def reopened(home: Path) -> Desk:
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    return open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)


def test_a_restriction_with_a_photo_is_filed_and_found_and_its_question_answered(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission = make_mission()
    make_desk(tmp_path / "field", mission, "Capt A").store.close()
    picture = tmp_path / "IMG_1.jpg"
    picture.write_bytes(photo(1).content)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(picture)])
    with desktop(tmp_path / "field", qtbot) as window:
        unlock(window)
        press_key(Qt.Key.Key_N, CONTROL)
        window.settle()
        tab_to("new restriction")
        press_key(Qt.Key.Key_Return)
        window.settle()
        editor = window.workplace.findChild(FormEditor)
        assert editor is not None
        walked = fill_by_keyboard(editor.form, scenario(DENIED)["answers"])
        assert walked[0] == "/data/head/precedence", "the keyboard is in the first question"
        tab_to("pick photos")
        press_key(Qt.Key.Key_Enter)
        window.settle()
        assert len(editor.photos.keys) == 1
        press_key(Qt.Key.Key_Return, CONTROL)
        window.settle()
        assert any(text.startswith("Filed as TS7-FOM-2026-") for text in words(window.workplace))
        assert here().objectName() == "show report"
        go(window, 1)
        press_key(Qt.Key.Key_F, CONTROL)
        write("tarek")
        view = find(window.workplace, QTableView, "reports")
        qtbot.waitUntil(lambda: view.model().rowCount() == 1, timeout=5000)
        tab_to("reports")
        press_key(Qt.Key.Key_Return)
        window.settle()
        assert window.workplace.page is not None
        assert window.workplace.page.name == "report"
    question(tmp_path, mission)
    with desktop(tmp_path / "field", qtbot) as window:
        unlock(window)
        press_key(Qt.Key.Key_Return)
        window.settle()
        assert "Which side of the checkpoint?" in words(window.workplace)
        tab_to("answer")
        write("The north side.")
        tab_to("send answer")
        press_key(Qt.Key.Key_Space)
        window.settle()
        assert "The north side." in words(window.workplace)
    desk = reopened(tmp_path / "field")
    with desk.store:
        (row,) = reads.page(desk.store, ReportFilter()).rows
        assert (row.questions, row.files) == (0, 1)


def question(folder: Path, mission: Mission) -> None:
    """An officer asks, and the question has come to the author's laptop."""
    author = reopened(folder / "field")
    officer = make_desk(folder / "hq", mission, "Maj O", unit="HQ", seed=9)
    with author.store, officer.store:
        roster = [mission.vouch(author, Role.PATROL), mission.vouch(officer, Role.OFFICER)]
        carry([*roster, *own_events(author)], officer, mission)
        (row,) = reads.page(officer.store, ReportFilter()).rows
        review_report(officer, row.id, "ask", "Which side of the checkpoint?")
        carry([*roster, *own_events(officer)], author, mission)


def test_an_officer_judges_ten_reports(tmp_path: Path, qtbot: QtBot) -> None:
    """Seven accepted, two asked, one rejected: A, Q and R, words, Ctrl+Enter, and the next one."""
    mission = make_mission()
    officer = make_desk(tmp_path / "hq", mission, "Maj O", unit="HQ", seed=9)
    author = make_desk(tmp_path / "field", mission, "Capt A")
    with officer.store, author.store:
        roster = [mission.vouch(author, Role.PATROL), mission.vouch(officer, Role.OFFICER)]
        for number in range(10):
            file_report(author, story(DENIED, where={"place": f"Wadi {number}"}))
        carry([*roster, *own_events(author)], officer, mission)
    with desktop(tmp_path / "hq", qtbot) as window:
        unlock(window)
        go(window, 2)
        assert window.workplace.page is not None
        assert window.workplace.page.name == "review"
        for number in range(10):
            assert f"To review ({10 - number})" in words(window.workplace)
            if number in (2, 5):
                press_key(Qt.Key.Key_Q)
                write("How far from the bridge?")
                press_key(Qt.Key.Key_Return, CONTROL)
            elif number == 7:
                press_key(Qt.Key.Key_R)
                write("Twice the same.")
                press_key(Qt.Key.Key_Return, CONTROL)
            else:
                press_key(Qt.Key.Key_A)
            window.settle()
        assert "Nothing to review" in words(window.workplace)
    desk = reopened(tmp_path / "hq")
    with desk.store:
        states = sorted(row.state for row in reads.page(desk.store, ReportFilter()).rows)
    assert states == ["accepted"] * 7 + ["asked"] * 2 + ["rejected"]
    assert commands.VERDICT_WORDS == ("accept", "ask", "reject")
