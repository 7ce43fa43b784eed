"""When the world fails, on screen: the window's own calm words, one thing to do, nothing lost.

The same faults as in `test_clear_words`, met in the real window. Older records are taken in on
the command line only, so a malformed row has no words here.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock, UtcMillis, system_entropy
from fieldapp.commands import file_report
from fieldapp.event.kinds import Kind
from fieldapp.mission.installation import install_mission
from fieldapp.people import Newcomer, add_person, open_desk
from fieldapp.store import reads
from fieldapp.store.database import open_store
from fieldapp.vault.slots import Vault
from sync.body import ReceiptsBody
from sync.bundle import write_bundle
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.frame import Address, SuiteId, seal
from tests.support.desktop import PATIENCE, Desktop, connected_desktop, desktop
from tests.support.fleet import own_events
from tests.support.looking import find, press, words
from tests.support.mission import (
    CHEAP,
    PASSPHRASE,
    START,
    TickingClock,
    make_desk,
    make_mission,
)
from tests.support.processes import HqProcess
from tests.support.scenarios import scenario
from tests.support.typing_forms import type_answers
from tests.support.window import story
from ui.forms.photos import PhotoStrip
from ui.outbox.page import OutboxPage
from ui.reports.form_editor import FormEditor
from ui.theme.badge import Badge
from ui.theme.panels import InlineMessage

DENIED = "03-denied-despite-clearance"
AN_HOUR_LATER = UtcMillis(START + 3_600_000)
KEPT = 2


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A laptop on which two reports were filed."""
    desk = make_desk(tmp_path / "home", make_mission(), "Capt A")
    with desk.store:
        for _ in range(KEPT):
            file_report(desk, story(DENIED))
    return tmp_path / "home"


def nothing_is_lost(home: Path, more: int = 0) -> None:
    """The reports are all there, read by the person's own keys."""
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    desk = open_desk(home, keys, clock=TickingClock(), entropy=system_entropy)
    with desk.store:
        assert reads.count(desk.store, reads.ReportFilter()) == KEPT + more


def told(here: Desktop, name: str = "trouble") -> InlineMessage:
    return find(here.workplace, InlineMessage, name)


def test_a_wrong_passphrase(home: Path, qtbot: QtBot) -> None:
    with desktop(home, qtbot) as here:
        here.try_passphrase("dune lantern copper snow")
        calm = "This passphrase is not right. Nothing was changed. Try again in 1 second."
        qtbot.waitUntil(lambda: calm in words(here.screen), timeout=PATIENCE)
        qtbot.waitUntil(find(here.screen, QLineEdit, "passphrase").isEnabled, timeout=5000)
        here.unlock()
    nothing_is_lost(home)


def test_a_store_that_was_cut_short(home: Path, qtbot: QtBot) -> None:
    path = home / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with desktop(home, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(
            lambda: any("HQ can help: tell them the code" in text for text in words(here.screen)),
            timeout=PATIENCE,
        )
        assert path.read_bytes() == whole[: len(whole) // 2], "left as it is"
        path.write_bytes(whole)
        here.unlock()
    nothing_is_lost(home)


def test_a_store_that_was_lost(home: Path, qtbot: QtBot) -> None:
    """It is no new laptop on which nothing was reported yet."""
    path = home / "vault.db"
    whole = path.read_bytes()
    path.unlink()
    with desktop(home, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(
            lambda: any("is missing or empty" in text for text in words(here.screen)),
            timeout=PATIENCE,
        )
        assert not path.exists(), "nothing is made in its place"
        path.write_bytes(whole)
        here.unlock()
    nothing_is_lost(home)


def test_a_store_that_was_put_back(home: Path, qtbot: QtBot) -> None:
    """Nobody has the newest report: said at the door, and work goes on."""
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    whole = (home / "vault.db").read_bytes()
    desk = open_desk(home, keys, clock=TickingClock(), entropy=system_entropy)
    with desk.store:
        file_report(desk, story(DENIED))
    (home / "vault.db").write_bytes(whole)
    with desktop(home, qtbot) as here:
        here.unlock()
        assert "HQ does not have them" in told(here).text
        type_answers(begin_report(here).form, scenario(DENIED)["answers"])
        press(here.workplace, "file report")
        here.settle()
    with desktop(home, qtbot, begun=AN_HOUR_LATER) as here:
        here.unlock()
        assert not told(here).isVisible()
    nothing_is_lost(home, 1)


@pytest.mark.parametrize("damage", ["unreadable", "nobody in it"])
def test_a_key_file_that_is_of_no_use(home: Path, qtbot: QtBot, damage: str) -> None:
    path = home / "vault.json"
    if damage == "unreadable":
        path.unlink()
        path.mkdir()
        calm = "The key file of this laptop cannot be read."
    else:
        path.write_text('{"v": 1, "vault": "00", "slots": []}')
        calm = "The key file of this laptop is damaged."
    with desktop(home, qtbot) as here:
        assert any(calm in text for text in words(here.screen)), words(here.screen)


def test_a_store_of_a_newer_version(home: Path, qtbot: QtBot) -> None:
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    store = open_store(home, keys.database, TickingClock())
    store.connection.execute("PRAGMA user_version = 999")
    store.close()
    before = (home / "vault.db").read_bytes()
    with desktop(home, qtbot) as here:
        here.try_passphrase(PASSPHRASE)
        qtbot.waitUntil(
            lambda: any("newer version" in text for text in words(here.screen)), timeout=PATIENCE
        )
        assert here.app.sitting is None
    assert (home / "vault.db").read_bytes() == before


def begin_report(here: Desktop) -> FormEditor:
    here.workplace.go("form", ("new", "restriction"))
    here.settle()
    editor = here.workplace.findChild(FormEditor)
    assert editor is not None
    return editor


def test_a_full_disk(home: Path, qtbot: QtBot) -> None:
    """Few pages are left: the report does not fit, stays on screen, and is filed later."""

    def room(here: Desktop, pages: int) -> None:
        here.sitting.operations.finish(
            lambda desk: desk.store.rows(f"PRAGMA max_page_count = {pages}")
        )

    with desktop(home, qtbot) as here:
        here.unlock()
        editor = begin_report(here)
        type_answers(editor.form, scenario(DENIED)["answers"])
        here.workplace.keep()
        here.settle()
        used = here.sitting.operations.finish(
            lambda desk: int(desk.store.rows("PRAGMA page_count")[0][0])
        )
        room(here, used)
        picture = os.urandom(400_000)
        editor.photos.added.emit(picture, "image/jpeg", "a.jpg")
        here.settle()
        full = "The disk is full"
        assert any(message.text.startswith(full) for message in shown(here)), words(here.workplace)
        room(here, 1_000_000)
        press(here.workplace, "file report")
        here.settle()
    nothing_is_lost(home, 1)


def shown(here: Desktop) -> list[InlineMessage]:
    return [m for m in here.workplace.findChildren(InlineMessage) if m.isVisible()]


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The person picks this in the next dialog."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(path)])


def test_a_photo_that_cannot_be_read(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, torn = tmp_path / "gone.jpg", tmp_path / "torn.jpg"
    torn.write_bytes(b"\xff\xd8\xff\xe0 and nothing more")
    with desktop(home, qtbot) as here:
        here.unlock()
        strip = begin_report(here).findChild(PhotoStrip)
        assert strip is not None
        for path in (gone, torn, tmp_path):
            strip.message.clear()
            chosen(monkeypatch, path)
            strip.add_button.click()
            assert path.name in strip.message.text
            assert strip.message.isVisible()
            assert strip.keys == ()
    nothing_is_lost(home)


def test_a_bundle_for_another_mission(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "back.ufrb"
    write_bundle(
        stick, [seal(ReceiptsBody(()), Address(SuiteId.RADIO, make_mission(99).profile.seal))], home
    )
    with desktop(home, qtbot) as here:
        here.unlock()
        here.workplace.go("outbox", None)
        page = here.workplace.page
        assert isinstance(page, OutboxPage)
        chosen(monkeypatch, stick)
        press(page, "load bundle")
        here.settle()
        assert "another mission" in told(here, "result").text
    nothing_is_lost(home)


def test_an_hq_whose_certificate_is_another_one(tmp_path: Path, qtbot: QtBot) -> None:
    """The laptop's own HQ is down and an impostor answers at its address."""
    impostor = HqProcess(tmp_path / "impostor", tmp_path / "impostor.log")
    impostor.begin(impostor.port)
    rightful = HqProcess(tmp_path / "rightful", tmp_path / "rightful.log")
    home = tmp_path / "home"
    install_mission(home, rightful.begin(impostor.port))
    clock = SystemClock()
    newcomer = Newcomer("Capt A", "TS7", "laptop")
    desk = add_person(home, newcomer, PASSPHRASE, CHEAP, clock=clock, entropy=system_entropy)
    with desk.store:
        for _ in range(KEPT):
            file_report(desk, story(DENIED))
        ask_to_be_let_in(desk, rightful.code("Capt A"), Spool(home))
    with impostor:
        before = impostor.ask("status")
        with connected_desktop(home, qtbot) as here:
            here.unlock()
            state = find(here.workplace, Badge, "link state")
            qtbot.waitUntil(lambda: "is not your HQ" in state.text, timeout=PATIENCE)
            assert state.text == "What answered at HQ's address is not your HQ, so nothing was sent"
            assert impostor.ask("status") == before, "nothing was sent"
    nothing_is_lost(home)


@pytest.fixture
def set_back(tmp_path: Path) -> Path:
    """A laptop that signed something three days after what its clock shows now."""
    home, mission = tmp_path / "home", make_mission()
    desk = make_desk(home, mission, "Capt A", clock=TickingClock())
    later = TickingClock(UtcMillis(desk.store.clock.now() + 3 * 86_400_000))
    with desk.store:
        file_report(desk, story(DENIED))
    ahead = open_desk(home, desk.keys, clock=later, entropy=system_entropy)
    with ahead.store:
        file_report(ahead, story(DENIED))
    return home


def test_a_clock_that_was_set_back(set_back: Path, qtbot: QtBot) -> None:
    with desktop(set_back, qtbot) as here:
        here.unlock()
        message = told(here)
        assert message.isVisible()
        assert message.text.endswith("Check the date and time of this computer.")
        assert "This computer's clock was set back" in badge(here)
        type_answers(begin_report(here).form, scenario(DENIED)["answers"])
        press(here.workplace, "file report")
        here.settle()
        kinds = here.sitting.operations.finish(
            lambda desk: [event.head.kind for event in own_events(desk)]
        )
        assert kinds[-2:] == [Kind.CLOCK_NOTE, Kind.REPORT]
        assert message.isVisible(), "asked until the person says so"
        message.button.click()
        here.settle()
        assert not message.isVisible()
        assert badge(here) == ""
    with desktop(set_back, qtbot, begun=AN_HOUR_LATER) as here:
        here.unlock()
        assert not told(here).isVisible()
    nothing_is_lost(set_back, 1)


def badge(here: Desktop) -> str:
    shown = find(here.workplace.strip, Badge, "clock")
    return shown.text if shown.isVisible() else ""
