"""The whole desktop: set up, unlock, write, lock, close; nothing typed is ever lost."""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import file_report
from fieldapp.errors import FieldError
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, open_desk
from fieldapp.store import database, drafts
from fieldapp.store.errors import StoreFull
from fieldapp.vault.slots import Vault
from tests.support.desktop import Desktop, desktop
from tests.support.fleet import carry
from tests.support.looking import find, focused, key, press, type_into, unnamed, words
from tests.support.mission import PASSPHRASE, Mission, make_desk, make_mission
from tests.support.window import story
from ui.forms.view import FormView
from ui.hook import Hook
from ui.preferences import FILE_NAME as PREFERENCES
from ui.preferences import Preferences, load_preferences, save_preferences
from ui.reports.form_page import FormPage
from ui.shell.setup_panel import SetUpPanel
from ui.sitting import places
from ui.theme.apply import Scheme
from ui.theme.panels import InlineMessage

PLACE = "/data/where/place"


def used_laptop(home: Path, *people: str) -> None:
    """A laptop on which these people work already."""
    mission = make_mission()
    first: Desk | None = None
    for number, person in enumerate(people):
        desk = make_desk(home, mission, person, seed=number + 7, by=first)
        if first is None:
            first = desk
        else:
            desk.store.close()
    assert first is not None
    first.store.close()


def trouble(here: Desktop) -> str:
    return find(here.workplace, InlineMessage, "trouble").text


def place_line(here: Desktop) -> QLineEdit:
    """The field for the place's name in the report that is open."""
    page = here.workplace.page
    assert isinstance(page, FormPage)
    assert page.editor is not None
    found = getattr(page.editor.form.box(PLACE).field, "edit", None)
    assert isinstance(found, QLineEdit)
    return found


def begin_restriction(here: Desktop) -> QLineEdit:
    press_rail(here, "form")
    press(here.workplace, "new restriction")
    return place_line(here)


def press_rail(here: Desktop, name: str) -> None:
    find(here.workplace, QToolButton, f"go {name}").click()
    here.settle()


def let_in_as_officer(home: Path, mission: Mission) -> None:
    """HQ's word that the first person of a laptop is an officer."""
    with opened(home) as desk:
        carry([mission.vouch(desk, Role.OFFICER)], desk, mission)


@contextmanager
def opened(home: Path) -> Iterator[Desk]:
    """The first person's desk, beside any window."""
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
    with desk.store:
        yield desk


def kept_places(home: Path) -> list[str]:
    """Places in the drafts that stand in the store, read afresh."""
    with opened(home) as desk:
        return [
            str(draft.answers["where"]["place"])
            for draft in drafts.load_drafts(desk.store, desk.sealer)
        ]


def test_a_new_laptop_is_set_up_and_opened(tmp_path: Path, qtbot: QtBot) -> None:
    mission_file = tmp_path / "from-hq.profile"
    mission_file.write_bytes(make_mission().file)
    with desktop(tmp_path / "home", qtbot) as here:
        panel = here.app.window.content
        assert isinstance(panel, SetUpPanel)
        assert unnamed(panel) == []
        panel.read_mission(mission_file)
        assert "United Nations Mission in Zokara (UNMIZ)" in words(panel)
        button = find(panel, QPushButton, "set up")
        type_into(find(panel, QLineEdit, "code"), "7k2mx 4pq9d")
        type_into(find(panel, QLineEdit, "person"), "Capt Amadou")
        unit = find(panel, QComboBox, "unit")
        unit.setCurrentIndex(unit.findData("TS7"))
        press(panel, "other way new passphrase")
        type_into(find(panel, QLineEdit, "new passphrase"), PASSPHRASE)
        assert "Strong." in words(panel)
        type_into(find(panel, QLineEdit, "repeat passphrase"), PASSPHRASE[:-1])
        assert "The two are not the same yet." in words(panel)
        find(panel, QCheckBox, "fingerprint matches").setChecked(True)
        assert not button.isEnabled()
        type_into(find(panel, QLineEdit, "repeat passphrase"), PASSPHRASE[-1])
        press(panel, "set up")
        qtbot.waitUntil(lambda: here.app.sitting is not None, timeout=20_000)
        here.settle()
        assert "Capt Amadou (Patrol)" in words(here.workplace)
        assert (here.home / "spool" / "sender.json").exists()
        assert len(list((here.home / "spool").glob("0-*.ufr"))) == 1, "the request to be let in"


def test_a_wrong_code_sets_nothing_up(tmp_path: Path, qtbot: QtBot) -> None:
    with desktop(tmp_path / "home", qtbot) as here:
        panel = here.app.window.content
        assert isinstance(panel, SetUpPanel)
        panel.take_mission(make_mission().file)
        find(panel, QCheckBox, "fingerprint matches").setChecked(True)
        find(panel, QLineEdit, "code").setText("7K2")
        find(panel, QLineEdit, "person").setText("Capt Amadou")
        find(panel, QComboBox, "unit").setCurrentIndex(1)
        press(panel, "other way new passphrase")
        for name in ("new passphrase", "repeat passphrase"):
            find(panel, QLineEdit, name).setText(PASSPHRASE)
        press(panel, "set up")
        qtbot.waitUntil(lambda: any("ten letters" in text for text in words(panel)), timeout=5000)
        assert find(panel, QPushButton, "set up").isEnabled()
        assert not (here.home / "vault.json").exists()


def test_a_file_that_is_no_mission_file_is_refused(tmp_path: Path, qtbot: QtBot) -> None:
    wrong = tmp_path / "holiday.jpg"
    wrong.write_bytes(b"\xff\xd8\xff")
    with desktop(tmp_path / "home", qtbot) as here:
        panel = here.app.window.content
        assert isinstance(panel, SetUpPanel)
        panel.read_mission(wrong)
        assert panel.findChild(InlineMessage) is not None
        assert any(message.text for message in panel.findChildren(InlineMessage))
        panel.read_mission(tmp_path / "missing")
        assert "This file cannot be read. Choose another one." in words(panel)


def test_what_is_typed_when_the_window_closes_is_there_again(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        type_into(begin_restriction(here), "CP Tarek, half writ")
        assert here.app.window.close()
        assert here.app.sitting is None
    assert kept_places(tmp_path) == ["CP Tarek, half writ"]
    with desktop(tmp_path, qtbot) as here:
        work = here.unlock()
        assert any("Restriction of movement" in text for text in words(work))
        draft = next(
            button for button in work.findChildren(QPushButton) if "continue" in button.objectName()
        )
        draft.click()
        here.settle()
        assert place_line(here).text() == "CP Tarek, half writ"


def test_locking_keeps_the_draft_and_leaves_no_key(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        type_into(begin_restriction(here), "Adoum")
        key(here.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert here.app.sitting is None
        assert here.restarts == ["restart"]
        assert here.app.window.content is None
        assert not [t for t in threading.enumerate() if t.name.startswith("store-lane")]
        here.app.begin()
        assert find(here.screen, QLineEdit, "passphrase").text() == ""
        here.unlock()
    assert kept_places(tmp_path) == ["Adoum"]


def test_the_keyboard_is_where_one_begins_to_type(tmp_path: Path, qtbot: QtBot) -> None:
    """In the passphrase, with several people in their list, and in a form's first question."""
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        assert focused() == "passphrase"
        here.unlock()
        begin_restriction(here)
        inside = here.app.window.focusWidget()
        assert inside is not None
        view = here.workplace.findChild(FormView)
        assert view is not None
        assert view.box("/data/head/precedence").isAncestorOf(inside)


def test_several_people_are_chosen_from_first(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A", "Lt B")
    with desktop(tmp_path, qtbot):
        assert focused() == "people"


def test_a_colleague_sees_no_draft_of_another(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A", "Lt B")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        type_into(begin_restriction(here), "Adoum")
        press(here.workplace, "lock")
        here.app.begin()
        people = here.screen.findChild(QWidget, "people")
        assert people is not None
        key(people, Qt.Key.Key_Down)
        work = here.unlock()
        assert "Lt B (Patrol)" in words(work)
        assert not [b for b in work.findChildren(QPushButton) if "continue" in b.objectName()]
        assert "No reports yet" in words(work)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Switches a disk without room on and off: every commit fails as it really does."""
    real = database.Store.write

    def switch(full: bool) -> None:
        def refuse(_store: database.Store) -> None:
            raise StoreFull()

        monkeypatch.setattr(database.Store, "write", refuse if full else real)

    return switch


def test_a_full_disk_keeps_the_window_open(
    tmp_path: Path, qtbot: QtBot, full_disk: Callable[[bool], None]
) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        type_into(begin_restriction(here), "Adoum")
        full_disk(True)
        assert not here.app.window.close()
        assert here.app.sitting is not None
        assert trouble(here).startswith("What you typed last could not be saved.")
        assert place_line(here).text() == "Adoum"
        full_disk(False)
        assert here.app.window.close()
    assert kept_places(tmp_path) == ["Adoum"]


def test_a_person_may_leave_without_the_last_words(
    tmp_path: Path, qtbot: QtBot, full_disk: Callable[[bool], None]
) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        type_into(begin_restriction(here), "Adoum")
        full_disk(True)
        press(here.workplace, "lock")
        assert here.app.sitting is not None
        find(here.workplace, InlineMessage, "trouble").button.click()
        assert here.app.sitting is None
        assert here.restarts == ["restart"]
        full_disk(False)


def test_an_idle_laptop_locks_itself(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot, minute_ms=80) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(lambda: here.restarts == ["restart"], timeout=20_000)
        assert here.app.sitting is None


def test_a_laptop_locks_itself_no_later_than_its_mission_allows(
    tmp_path: Path, qtbot: QtBot
) -> None:
    make_desk(tmp_path, make_mission(lock_minutes=2), "Capt A").store.close()
    save_preferences(tmp_path, Preferences(lock_minutes=15))
    with desktop(tmp_path, qtbot, minute_ms=1_000) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(lambda: here.app.sitting is not None, timeout=20_000)
        qtbot.waitUntil(lambda: here.restarts == ["restart"], timeout=10_000)
    assert load_preferences(tmp_path).lock_minutes == 15, "for a mission that allows it"


def test_a_damaged_store_is_told_in_clear_words(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    whole = (tmp_path / "vault.db").read_bytes()
    for wal in tmp_path.glob("vault.db-*"):
        wal.unlink()
    (tmp_path / "vault.db").write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with desktop(tmp_path, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(
            lambda: any("store.damaged" in text for text in words(here.screen)), timeout=20_000
        )
        assert here.app.sitting is None
        assert not [t for t in threading.enumerate() if t.name.startswith("store-lane")]


def test_a_damaged_key_file_is_told_in_clear_words(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    (tmp_path / "vault.json").write_bytes(b"{")
    with desktop(tmp_path, qtbot) as here:
        assert any("key file of this laptop is damaged" in text for text in words(here.screen))


def test_closing_during_unlocking_leaves_nothing_open(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        assert here.app.window.close()
        qtbot.wait(50)
        assert here.app.sitting is None
        assert not [t for t in threading.enumerate() if t.name.startswith("store-lane")]


def test_every_page_is_reached_by_keys_and_named(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        work = here.unlock()
        control = Qt.KeyboardModifier.ControlModifier
        assert here.app.sitting is not None
        wanted = [place.name for place in places(here.app.sitting.role)]
        assert len(wanted) > 5
        for number, name in enumerate(wanted, start=1):
            key(work, Qt.Key(int(Qt.Key.Key_0) + number), control)
            here.settle()
            assert work.page is not None
            assert work.page.name == name
            assert unnamed(work) == []
            button = find(work, QToolButton, f"go {name}")
            assert button.isChecked()


class Watcher(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_stray_window_flashes_up(tmp_path: Path, qtbot: QtBot) -> None:
    """A part that is shown before it has its place would be a window of its own for a moment."""
    make_desk(tmp_path, mission := make_mission(), "Maj H", unit="HQ").store.close()
    let_in_as_officer(tmp_path, mission)
    watcher, qt = Watcher(), QApplication.instance()
    assert qt is not None
    qt.installEventFilter(watcher)
    with desktop(tmp_path, qtbot) as here:
        work = here.unlock()
        for name in ("form", "outbox", "review", "sent", "settings", "reports"):
            press_rail(here, name)
        for form in ("incident", "restriction"):
            work.go("form", ("new", form))
            here.settle()
    qt.removeEventFilter(watcher)
    assert watcher.windows == ["MainWindow"]


def test_language_and_look_are_kept(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        work = here.unlock()
        line = begin_restriction(here)
        type_into(line, "Adoum")
        press_rail(here, "settings")
        for box, chosen in (("language", "fr"), ("scheme", "dark")):
            choice = find(work, QComboBox, box)
            choice.activated.emit(choice.findData(chosen))
        press_rail(here, "form")
        assert place_line(here).text() == "Adoum"
    liked = load_preferences(tmp_path)
    assert (liked.language, liked.scheme) == ("fr", Scheme.DARK)
    assert liked.geometry
    assert set(json.loads((tmp_path / PREFERENCES).read_bytes())) == {
        "language",
        "scheme",
        "geometry",
        "lock_minutes",
    }


def test_spoilt_preferences_are_no_obstacle(tmp_path: Path) -> None:
    for spoilt in (b"", b"[]", b'{"language": "fr"}', b"\xff", b'{"scheme": "pink"}'):
        (tmp_path / PREFERENCES).write_bytes(spoilt)
        assert load_preferences(tmp_path).scheme is Scheme.SYSTEM


class Secret(FieldError):
    code = "test.secret-error"
    text = "A sentence for people."


def test_a_fault_of_the_program_is_calm_and_its_log_line_bare(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        hook = Hook(here.app.tell, tmp_path)
        try:
            raise ValueError("Colonel X at 32QQF89474793")
        except ValueError as error:
            hook(type(error), error, error.__traceback__)
        assert trouble(here) == "Something unexpected happened. Your saved work is safe."
        hook(Secret, Secret(detail="secret"), None)
        assert trouble(here) == "A sentence for people."
        thread = threading.Thread(
            target=lambda: hook(KeyError, KeyError("Colonel X"), sys.exc_info()[2])
        )
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: trouble(here).startswith("Something unexpected"), timeout=2000)
    log = (tmp_path / "desktop.log").read_text("utf-8")
    assert "ValueError at test_shell_application.py:" in log
    assert "Colonel" not in log
    assert "32QQF" not in log


def test_the_sender_is_left_alone_while_something_waits(tmp_path: Path, qtbot: QtBot) -> None:
    used_laptop(tmp_path, "Capt A")
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        assert here.app.window.close()
        assert here.sender.asked == ["stop"], "nothing waited"
    (tmp_path / "spool").mkdir(exist_ok=True)
    (tmp_path / "spool" / "status.json").write_text(
        '{"state": "waiting", "queue": 2, "queue_bytes": 900}'
    )
    with desktop(tmp_path, qtbot) as here:
        assert here.app.window.close()
        assert here.sender.asked == []


def test_the_first_look_at_a_filed_report(tmp_path: Path, qtbot: QtBot) -> None:
    """From the list by Enter to the report, and back by the rail."""
    desk = make_desk(tmp_path, make_mission(), "Capt A")
    filed = file_report(desk, story("03-denied-despite-clearance"))
    desk.store.close()
    with desktop(tmp_path, qtbot) as here:
        work = here.unlock()
        table = find(work, QTableView, "reports")
        key(table, Qt.Key.Key_Return)
        here.settle()
        assert work.page is not None
        assert work.page.name == "report"
        assert filed.ref in words(work)
        assert find(work, QToolButton, "go reports").isChecked()
        strip = [label.text() for label in work.strip.findChildren(QLabel) if label.isVisible()]
        assert "1 record waits" in " ".join(strip)


def test_the_language_is_chosen_before_anybody_is_in(tmp_path: Path, qtbot: QtBot) -> None:
    with desktop(tmp_path, qtbot) as here:
        press(here.app.window, "settings")
        menu = here.app.window.findChild(QMenu)
        assert menu is not None
        chosen = {action.text(): action for action in menu.actions()}
        assert {"English", "Français", "Español", "العربية"} <= set(chosen)
        chosen["العربية"].trigger()
        assert here.app.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        menu.close()
    assert load_preferences(tmp_path).language == "ar"
