"""The settings page in the real window: people, passphrase, language and look, and the figures."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.clock import system_entropy
from fieldapp.forms.catalog import install_pack
from fieldapp.forms.library import library_forms
from fieldapp.mission.packs import Pack, PackKind, write_pack
from fieldapp.vault.slots import Vault
from tests.support.desktop import Desktop, desktop
from tests.support.looking import find, focused, press, type_into, unnamed, words
from tests.support.mission import PASSPHRASE, make_desk, make_mission
from ui.theme.panels import InlineMessage

OTHER = "seven quiet herons walk"
CODE = "7K2MX-4PQ9D"


def settings(here: Desktop) -> None:
    here.unlock()
    settings_again(here)


def settings_again(here: Desktop) -> None:
    find(here.workplace, QToolButton, "go settings").click()
    here.settle()


def laptop(home: Path) -> None:
    make_desk(home, make_mission(), "Capt A").store.close()


def said(here: Desktop, name: str) -> str:
    return find(here.workplace, InlineMessage, name).text


def test_what_this_laptop_is(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        shown = words(here.workplace)
        profile = make_mission().profile
        for fact in (
            "Capt A (you)",
            "45.0 GB free",
            profile.server,
            profile.fingerprint,
            f"{profile.name} (UNMIZ)",
            "60 min",
            "TS7",
        ):
            assert fact in shown, fact
        assert unnamed(here.workplace) == []


def fill_in(here: Desktop, code: str) -> None:
    press(here.workplace, "add a person")
    assert focused() == "colleague name"
    type_into(find(here.workplace, QLineEdit, "colleague name"), "Lt B")
    find(here.workplace, QLineEdit, "colleague code").setText(code)
    for name in ("colleague passphrase", "colleague again"):
        find(here.workplace, QLineEdit, name).setText(OTHER)


def test_a_colleague_is_let_in(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        fill_in(here, CODE)
        press(here.workplace, "let in")
        here.settle()
        assert said(here, "people message").startswith("Lt B can unlock this laptop now")
        assert "Lt B" in words(here.workplace)
        assert find(here.workplace, QLineEdit, "colleague passphrase").text() == ""
        assert len(list((tmp_path / "spool").glob("0-*.ufr"))) == 1, "the request to HQ"
    vault = Vault(tmp_path, system_entropy)
    assert [slot.label for slot in vault.slots()] == ["Capt A", "Lt B"]
    vault.unlock(vault.slots()[1].id, OTHER)


def test_a_wrong_code_lets_nobody_in(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        fill_in(here, "7K2")
        press(here.workplace, "let in")
        here.settle()
        assert "ten letters" in said(here, "people message")
        assert find(here.workplace, QLineEdit, "colleague name").text() == "Lt B"
    assert len(Vault(tmp_path, system_entropy).slots()) == 1


def change(here: Desktop, old: str, new: str) -> None:
    for name, text in (("old passphrase", old), ("next passphrase", new), ("next again", new)):
        find(here.workplace, QLineEdit, name).setText(text)
    press(here.workplace, "change passphrase")
    here.settle()


def test_another_passphrase(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        change(here, "not the one I had", OTHER)
        assert "Nothing was changed" in said(here, "passphrase message")
        find(here.workplace, QLineEdit, "old passphrase").setText(PASSPHRASE)
        find(here.workplace, QLineEdit, "next passphrase").setText("short")
        assert not find(here.workplace, QPushButton, "change passphrase").isEnabled()
        change(here, PASSPHRASE, OTHER)
        assert said(here, "passphrase message") == "Your new passphrase is in use from now on."
        assert find(here.workplace, QLineEdit, "old passphrase").text() == ""
    with desktop(tmp_path, qtbot) as here:
        here.unlock(OTHER)


def test_language_and_look_change_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        language = find(here.workplace, QComboBox, "language")
        language.activated.emit(language.findData("fr"))
        assert language.currentData() == "fr"
        scheme = find(here.workplace, QComboBox, "scheme")
        scheme.activated.emit(scheme.findData("dark"))
        assert QApplication.palette().window().color().lightness() < 128
        scheme.activated.emit(scheme.findData("light"))
        assert here.app.window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_forms_from_hq_are_told_with_the_day_they_begin(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    mission = make_mission()
    raw = write_pack(
        Pack(PackKind.FORMS, 3, {"incident.xml": library_forms()["incident"]}), mission.admin
    )
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        assert "As delivered with the app" in words(here.workplace)
        install_pack(tmp_path, raw, mission.profile.admin)
        find(here.workplace, QToolButton, "go reports").click()
        settings_again(here)
        assert "Version 3 is used from the next unlocking on" in words(here.workplace)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        assert "Version 3 from HQ" in words(here.workplace)
