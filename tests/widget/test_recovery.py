"""A forgotten passphrase in the real window: asked for, answered, and the person is in again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.vault.errors import AnswerUnfit
from fieldapp.vault.recovery import Request, answer
from sync.field.enrol import code_of
from tests.fault.test_recovery import SEED, prepared
from tests.support.desktop import Desktop, desktop
from tests.support.looking import find, focused, key, press, type_into, unnamed, words
from tests.support.mission import make_desk, make_mission
from ui import recovering
from ui.shell.lock_screen import LockScreen
from ui.shell.recovery_panel import RecoveryPanel

CODE = "7K2MP-0QRXA"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    desk = make_desk(home, prepared(), "Capt A", seed=7)
    with desk.store:
        drafts.save_draft(desk.store, desk.sealer, Draft("d1", "incident", "1"))
    return home


def panel(here: Desktop) -> RecoveryPanel:
    content = here.app.window.content
    assert isinstance(content, RecoveryPanel)
    return content


def asked(here: Desktop, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """Saves a request through the panel; what is on the stick."""
    stick.mkdir(exist_ok=True)
    monkeypatch.setattr(recovering, "choose_folder", lambda _parent: stick)
    press(panel(here), "save request")
    fingerprint = find(panel(here), QLabel, "fingerprint")
    here.qtbot.waitUntil(lambda: any(stick.iterdir()) and bool(fingerprint.text()))
    (path,) = stick.iterdir()
    request = Request.read(path.read_bytes())
    here.qtbot.waitUntil(lambda: fingerprint.text() == request.fingerprint)
    assert any(path.name in text for text in words(panel(here)))
    return request


def give(here: Desktop, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Chooses an answer, types the code and what is offered as a passphrase; that passphrase."""
    monkeypatch.setattr(recovering, "choose_file", lambda _parent, _names: path)
    press(panel(here), "choose answer")
    find(panel(here), QLineEdit, "code").setText(CODE)
    made = find(panel(here), QLabel, "made new passphrase").text()
    again = find(panel(here), QLineEdit, "repeat passphrase")
    again.clear()
    type_into(again, made)
    return made


def test_from_the_lock_screen_and_in_again(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desktop(home, qtbot) as here:
        press(here.screen, "forgotten")
        assert unnamed(panel(here)) == []
        assert not find(panel(here), QLabel, "fingerprint").isVisible()
        request = asked(here, tmp_path / "stick", monkeypatch)
        reply = tmp_path / "reply.answer"
        reply.write_bytes(answer(request, SEED))
        press(panel(here), "back")
        press(here.screen, "forgotten")
        assert find(panel(here), QLabel, "fingerprint").text() == request.fingerprint
        assert not find(panel(here), QLineEdit, "repeat passphrase").isVisible()
        made = give(here, reply, monkeypatch)
        press(panel(here), "recover")
        qtbot.waitUntil(lambda: here.app.sitting is not None, timeout=20_000)
        here.settle()
        operations = here.sitting.operations
        found: list[tuple[int, str]] = []
        operations.read(
            operations,
            lambda desk: (
                len(drafts.load_drafts(desk.store, desk.sealer)),
                code_of(desk.store, desk.stream),
            ),
            found.append,
        )
        qtbot.waitUntil(lambda: bool(found))
        assert found == [(1, CODE.replace("-", ""))]
    with desktop(home, qtbot) as again:
        again.unlock(made)


def test_an_answer_of_another_laptop_is_refused_and_can_be_chosen_again(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desktop(home, qtbot) as here:
        press(here.screen, "forgotten")
        request = asked(here, tmp_path / "stick", monkeypatch)
        other = Request(request.place, request.key, request.sealed, request.public[::-1])
        wrong, right = tmp_path / "wrong", tmp_path / "right"
        wrong.write_bytes(answer(other, SEED))
        right.write_bytes(answer(request, SEED))
        give(here, wrong, monkeypatch)
        before = (home / "vault.json").read_bytes()
        press(panel(here), "recover")
        qtbot.waitUntil(
            lambda: any(text.startswith(AnswerUnfit.text) for text in words(panel(here))),
            timeout=20_000,
        )
        assert (home / "vault.json").read_bytes() == before
        give(here, tmp_path / "gone", monkeypatch)
        assert any(text.startswith("This file cannot be read") for text in words(panel(here)))
        give(here, right, monkeypatch)
        press(panel(here), "recover")
        qtbot.waitUntil(lambda: here.app.sitting is not None, timeout=20_000)
        here.settle()


def test_where_nothing_was_prepared_it_is_said_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    make_desk(home, make_mission(), "Capt A").store.close()
    with desktop(home, qtbot) as here:
        press(here.screen, "forgotten")
        assert not find(panel(here), QPushButton, "save request").isVisible()
        assert any(text.startswith("HQ cannot open this laptop") for text in words(panel(here)))
        here.app.use_language("ar")
        assert panel(here).layoutDirection() is Qt.LayoutDirection.RightToLeft
        press(panel(here), "back")
        assert isinstance(here.app.window.content, LockScreen)
        here.app.use_language("en")


def test_a_full_stick_is_told(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desktop(home, qtbot) as here:
        press(here.screen, "forgotten")
        monkeypatch.setattr(recovering, "choose_folder", lambda _parent: home)
        press(panel(here), "save request")
        qtbot.waitUntil(
            lambda: any(text.startswith("Nothing can be saved in") for text in words(panel(here)))
        )
        assert not list(home.glob("*.request"))


def test_the_keyboard_leads_from_the_passphrase_to_help(home: Path, qtbot: QtBot) -> None:
    with desktop(home, qtbot) as here:
        line = find(here.screen, QLineEdit, "passphrase")
        line.setFocus()
        for _ in range(4):
            if focused() == "forgotten":
                break
            key(here.screen.focusWidget() or line, Qt.Key.Key_Tab)
        assert focused() == "forgotten"
