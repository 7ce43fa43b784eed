"""Scenarios of the domain through the real windows: clicked, typed, sent, and looked up at HQ."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.event.kinds import Kind
from fieldapp.mission.installation import install_mission
from fieldapp.people import Newcomer, add_person
from fieldapp.protection import holders
from fieldapp.store.driver import sqlite
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.hq.store_sqlite import DB_NAME
from tests.support.desktop import PATIENCE, Desktop, connected_desktop
from tests.support.hq import Hq, running_hq
from tests.support.looking import find, press, words
from tests.support.mission import CHEAP, PASSPHRASE
from tests.support.scenarios import scenario
from tests.support.typing_forms import type_answer, type_answers
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.sealing import Sealing

NIGHT = "seven quiet herons walk"


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Hq]:
    with running_hq(tmp_path) as found:
        yield found


@contextmanager
def laptop(hq: Hq, home: Path, qtbot: QtBot, role: str = "patrol") -> Iterator[Desktop]:
    """A laptop that HQ let in, its window open, its real sender at work."""
    unit = "HQ" if role == "officer" else "TS7"
    if not home.exists():
        install_mission(home, hq.profile_path.read_bytes())
        clock, entropy = SystemClock(), system_entropy
        newcomer = Newcomer(f"Capt {home.name}", unit, home.name)
        desk = add_person(home, newcomer, PASSPHRASE, CHEAP, clock=clock, entropy=entropy)
        ask_to_be_let_in(desk, hq.code(newcomer.person, unit, role), Spool(home))
        Sealing(clock).run(desk)
        desk.store.close()
    with connected_desktop(home, qtbot) as here:
        yield here


def let_in(hq: Hq, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: hq.ask("status")["pending"] > 0, timeout=PATIENCE)
    hq.approve_all()


def speak(here: Desktop, language: str) -> None:
    """Chooses the window's language on the settings page."""
    find(here.workplace, QToolButton, "go settings").click()
    here.settle()
    choice = find(here.workplace, QComboBox, "language")
    choice.activated.emit(choice.findData(language))
    rtl = here.app.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert rtl is (language == "ar")


def begin(here: Desktop, form: str) -> FormEditor:
    find(here.workplace, QToolButton, "go form").click()
    here.settle()
    press(here.workplace, f"new {form}")
    here.settle()
    return editor(here)


def editor(here: Desktop) -> FormEditor:
    page = here.workplace.page
    assert isinstance(page, FormPage)
    assert page.editor is not None
    return page.editor


def file(here: Desktop, name: str, **changes: dict[str, str]) -> None:
    """Types a scenario into its form, in the window, and files it."""
    told = scenario(name)
    answers = {**told["answers"]}
    for section, given in changes.items():
        answers[section] = {**answers[section], **given}
    writing = begin(here, told["form"])
    type_answers(writing.form, answers)
    press(writing, "file report")
    here.settle()
    page = here.workplace.page
    assert isinstance(page, FormPage)
    assert page.editor is None, [str(problem) for problem in writing.form.problems()]


def at_hq(hq: Hq, kinds: tuple[Kind, ...] = (Kind.REPORT, Kind.FLASH)) -> list[dict[str, Any]]:
    """Contents of these kinds in HQ's log, in its order."""
    key = bytes.fromhex((hq.folder / "keys" / "store.key").read_text("ascii").strip())
    connection = sqlite.connect(str(hq.folder / DB_NAME), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        wanted = ",".join(str(int(kind)) for kind in kinds)
        rows = connection.execute(f"SELECT payload FROM event WHERE kind IN ({wanted}) ORDER BY n")
        return [json.loads(row[0]) for row in rows]
    finally:
        connection.close()


def arrived(hq: Hq, qtbot: QtBot, count: int, *kinds: Kind) -> list[dict[str, Any]]:
    """Waits until HQ holds so many."""
    wanted = kinds or (Kind.REPORT, Kind.FLASH)
    qtbot.waitUntil(lambda: len(at_hq(hq, wanted)) >= count, timeout=PATIENCE)
    found = at_hq(hq, wanted)
    assert len(found) == count
    return found


def test_denied_despite_clearance_in_arabic(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "ar")
        file(here, "03-denied-despite-clearance")
        (report,) = arrived(hq, qtbot, 1)
    told = scenario("03-denied-despite-clearance")["answers"]
    answers = report["answers"]
    assert answers["what"]["kind"] == "DENY"
    assert answers["when"]["duration_min"] == "55"
    assert answers["clearance"]["ref"] == told["clearance"]["ref"]
    assert answers["reaction"]["contacts"][0]["result"] == "NO-SHOW"
    assert answers["where"]["grid"] == "32QQF89474793"
    assert report["typed"]["/data/where/grid"]["precision_m"] == "10"
    assert hq.ask("verify")["problems"] == []


def test_one_event_two_restrictions_in_french(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """Two patrols, one checkpoint: one place, two records, and a typed duration that is wrong."""
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "fr")
        file(here, "04a-same-checkpoint-refused")
        told = scenario("04b-same-checkpoint-delayed")
        writing = begin(here, told["form"])
        type_answers(writing.form, told["answers"])
        type_answer(writing.form, "/data/when/duration_typed", "43")
        press(writing, "file report")
        here.settle()
        wrong = [problem.ref for problem in writing.form.problems()]
        assert wrong == ["/data/when/duration_typed"]
        type_answer(writing.form, "/data/when/duration_typed", "22")
        press(writing, "file report")
        here.settle()
        first, second = arrived(hq, qtbot, 2)
    assert first["answers"]["head"]["event_ref"] == second["answers"]["head"]["event_ref"]
    assert first["answers"]["what"]["outcome"] != second["answers"]["what"]["outcome"]
    assert second["answers"]["when"]["duration_min"] == "22"
    assert first["ref"] != second["ref"]


def test_a_crowd_and_theft_in_arabic(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """First a flash with a place and no grid, as the receiver was taken; the grid follows."""
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "ar")
        file(here, "05a-crowd-first-flash")
        (flash,) = arrived(hq, qtbot, 1)
        file(here, "05b-crowd-and-theft")
        _, full = arrived(hq, qtbot, 2)
    told = scenario("05b-crowd-and-theft")["answers"]
    assert "grid" not in flash["answers"]["where"]
    assert flash["answers"]["where"]["place"] == "Adoum"
    assert flash["answers"]["head"]["precedence"] == "FLASH"
    assert full["answers"]["where"]["grid"] == told["where"]["grid"]
    assert full["answers"]["harm"] == told["harm"]
    assert flash["language"] == full["language"] == "ar"
    assert hq.ask("verify")["problems"] == []


def test_flight_without_patrol_or_grid_in_french(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "fr")
        file(here, "06-flight-revoked")
        (report,) = arrived(hq, qtbot, 1)
    answers = report["answers"]
    assert answers["what"]["kind"] == "FLIGHT-REVOKED"
    assert answers["when"]["duration_days"] == "2"
    assert "party" not in answers or "patrol_no" not in answers["party"]
    assert "grid" not in answers.get("where", {})


def test_a_wrong_grid_amended_after_it_was_accepted(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """Both revisions stay, and the verdict goes back to: check again."""
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        file(here, "10a-grid-as-first-sent")
        arrived(hq, qtbot, 1)
    with laptop(hq, tmp_path / "O", qtbot, "officer") as desk:
        desk.unlock()
        let_in(hq, qtbot)
        qtbot.waitUntil(
            lambda: desk.sitting.operations.finish(lambda found: found.vouched()),
            timeout=PATIENCE,
        )
    with laptop(hq, tmp_path / "O", qtbot, "officer") as desk:
        desk.unlock()
        find(desk.workplace, QToolButton, "go review").click()
        desk.settle()
        accept = find(desk.workplace, QPushButton, "accept")
        qtbot.waitUntil(accept.isVisible, timeout=PATIENCE)
        qtbot.waitUntil(accept.isEnabled, timeout=PATIENCE)
        press(desk.workplace, "accept")
        arrived(hq, qtbot, 1, Kind.REVIEW)
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        report = here.sitting.operations.finish(
            lambda found: found.store.rows("SELECT id FROM report")[0][0]
        )
        here.workplace.go("form", ("amend", report))
        here.settle()
        writing = editor(here)
        reason = find(writing, QComboBox, "amend reason")
        reason.setCurrentIndex(reason.findData("GRID"))
        find(writing, QLineEdit, "amend note").setText("One letter was wrong.")
        type_answer(writing.form, "/data/where/grid", "32QQF89474793")
        press(writing, "file report")
        here.settle()
        (amended,) = arrived(hq, qtbot, 1, Kind.AMEND)
        qtbot.waitUntil(
            lambda: (
                here.sitting.operations.finish(
                    lambda found: found.store.rows("SELECT verdict, recheck, revision FROM report")
                )
                == [("accept", 1, 1)]
            ),
            timeout=PATIENCE,
        )
    (first,) = at_hq(hq)
    assert first["answers"]["where"]["grid"] == "32QRF89474793"
    assert first["typed"]["/data/where/grid"]["confirmed"] == "Read off an old map"
    assert (amended["answers"]["where"]["grid"], amended["reason"]) == ("32QQF89474793", "GRID")
    assert hq.ask("verify")["problems"] == []


def add_colleague(here: Desktop, hq: Hq) -> None:
    """Capt A lets Lt B in, who types their own passphrase."""
    find(here.workplace, QToolButton, "go settings").click()
    here.settle()
    press(here.workplace, "add a person")
    find(here.workplace, QLineEdit, "colleague name").setText("Lt B")
    find(here.workplace, QLineEdit, "colleague code").setText(hq.code("Lt B"))
    press(here.workplace, "other way colleague passphrase")
    for name in ("colleague passphrase", "colleague again"):
        find(here.workplace, QLineEdit, name).setText(NIGHT)
    press(here.workplace, "let in")
    here.settle()


def test_a_shared_laptop(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """Capt A walks off from a half-typed report; Lt B sees what was sent, not what was begun."""
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        add_colleague(here, hq)
        file(here, "03-denied-despite-clearance")
        writing = begin(here, "restriction")
        type_answer(writing.form, "/data/where/place", "Wadi Kour, half writ")
        press(here.workplace, "lock")
        assert here.app.sitting is None
        here.app.begin()
        people = here.screen.findChild(QListWidget, "people")
        assert people is not None
        people.setCurrentRow(1)
        here.unlock(NIGHT)
        let_in(hq, qtbot)
        shown = " ".join(words(here.workplace))
        assert "Lt B" in shown
        assert "half writ" not in shown
        assert not [
            button
            for button in here.workplace.findChildren(QPushButton)
            if button.objectName().startswith("continue")
        ]
        view = find(here.workplace, QTableView, "reports")
        qtbot.waitUntil(lambda: view.model().rowCount() == 1, timeout=5000)
        file(here, "06-flight-revoked")
        first, second = arrived(hq, qtbot, 2)
    assert first["answers"]["what"]["kind"] == "DENY"
    assert second["answers"]["what"]["kind"] == "FLIGHT-REVOKED"
    assert len(signers(hq)) == 2, "nobody signs as another"
    assert hq.ask("verify")["problems"] == []
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        assert any("half writ" in text for text in words(here.workplace)), "kept for its author"


def signers(hq: Hq) -> set[bytes]:
    """Streams of the reports in HQ's log."""
    key = bytes.fromhex((hq.folder / "keys" / "store.key").read_text("ascii").strip())
    connection = sqlite.connect(str(hq.folder / DB_NAME), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return {
            row[0] for row in connection.execute("SELECT stream FROM event WHERE kind IN (1,2)")
        }
    finally:
        connection.close()


def test_heard_only_and_a_mortar_bomb_in_spanish(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """An arc in place of a grid; then a find with the restriction of the same event."""
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "es")
        for name in ("09-heard-not-seen", "07a-mortar-bomb-by-the-track", "07b-flooded-wadi"):
            file(here, name)
        heard, bomb, wadi = arrived(hq, qtbot, 3)
    assert "grid" not in heard["answers"]["where"]
    assert heard["answers"]["where"]["observer_grid"] == "32QQF74922871"
    assert heard["answers"]["where"]["bearing_north"] == "grid"
    assert (bomb["type"], wadi["type"]) == ("UXO", "FOM")
    assert bomb["answers"]["impact"]["turned_back"] == "yes"
    assert wadi["answers"]["what"]["kind"] == "PHYS"
    assert "imposer" not in wadi["answers"], "by actor, it counts for nobody"
    assert hq.ask("verify")["problems"] == []


def test_a_detention_with_moving_numbers_in_arabic(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        speak(here, "ar")
        file(here, "14a-four-held")
        file(here, "14b-released-laptop-kept")
        first, last = arrived(hq, qtbot, 2)
    held = last["answers"]["held"]
    assert (first["answers"]["held"]["current"], held["current"], held["most"]) == ("4", "0", "4")
    assert [row["count"] for row in held["counts"]] == ["4", "0", "3", "4"]
    assert last["answers"]["assets"]["devices"] == "1"
    assert last["answers"]["head"]["classification"] == "SC"
    assert hq.ask("verify")["problems"] == []


def test_a_child_at_a_checkpoint_in_french(hq: Hq, tmp_path: Path, qtbot: QtBot) -> None:
    """The alert goes to the protection officer alone; the stop says eight armed, and no age."""
    with laptop(hq, tmp_path / "P", qtbot, "protection") as desk:
        desk.unlock()
        let_in(hq, qtbot)
    with laptop(hq, tmp_path / "A", qtbot) as here:
        here.unlock()
        let_in(hq, qtbot)
        qtbot.waitUntil(lambda: bool(here.sitting.operations.finish(holders)), timeout=PATIENCE)
        speak(here, "fr")
        file(here, "15-disclosure-to-a-patrol")
        file(here, "16a-child-at-a-checkpoint")
        file(here, "16b-same-checkpoint")
        first, child, stop = arrived(hq, qtbot, 3)
    for alert in (first, child):
        assert alert["type"] == "PROT"
        assert "answers" not in alert
    assert stop["answers"]["imposer"]["strength_min"] == "8"
    assert hq.ask("verify")["problems"] == []
