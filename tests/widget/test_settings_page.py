"""The settings page in the real window: people, passphrase, language and look, and the figures."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from fieldapp.clock import system_entropy
from fieldapp.forms.catalog import install_pack
from fieldapp.forms.library import library_forms
from fieldapp.mission.packs import Pack, PackKind, write_pack
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.vault.passphrases import word_list
from fieldapp.vault.slots import Vault
from sync.field.forecast import Tariff
from sync.field.tariff import read_tariff
from tests.support.desktop import Desktop, desktop
from tests.support.looking import find, focused, press, type_into, unnamed, words
from tests.support.mission import PASSPHRASE, make_desk, make_mission
from ui.preferences import load_preferences
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
            "This laptop",
            "TS7",
        ):
            assert fact in shown, fact
        assert unnamed(here.workplace) == []


def test_the_lock_time_is_chosen_within_what_the_mission_allows(
    tmp_path: Path, qtbot: QtBot
) -> None:
    make_desk(tmp_path, make_mission(lock_minutes=8), "Capt A").store.close()
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        box = find(here.workplace, QSpinBox, "lock minutes")
        assert (box.minimum(), box.value(), box.maximum()) == (1, 5, 8)
        box.setValue(3)
        assert load_preferences(tmp_path).lock_minutes == 3
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        assert find(here.workplace, QSpinBox, "lock minutes").value() == 3


def test_sending_before_anybody_opens_the_app_is_switched(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        box = find(here.workplace, QCheckBox, "autostart")
        assert box.isChecked()
        box.click()
        assert (here.autostart.on, box.isChecked()) == (False, False)
        box.click()
        assert (here.autostart.on, box.isChecked()) == (True, True)
        here.autostart.on = False
        settings_again(here)
        assert not box.isChecked(), "as the system's own settings left it"
        here.autostart.refuses = True
        box.click()
        assert not box.isChecked()
        assert said(here, "autostart message").startswith("This computer does not allow")


def fill_in(here: Desktop, code: str) -> None:
    press(here.workplace, "add a person")
    assert focused() == "colleague name"
    type_into(find(here.workplace, QLineEdit, "colleague name"), "Lt B")
    find(here.workplace, QLineEdit, "colleague code").setText(code)
    press(here.workplace, "other way colleague passphrase")
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


def type_secrets(here: Desktop, old: str, new: str) -> None:
    for name, text in (("old passphrase", old), ("next passphrase", new), ("next again", new)):
        find(here.workplace, QLineEdit, name).setText(text)


def change(here: Desktop, old: str, new: str) -> None:
    if not find(here.workplace, QPushButton, "change passphrase").isVisible():
        press(here.workplace, "another passphrase")
        assert focused() == "old passphrase"
        press(here.workplace, "other way next passphrase")
    type_secrets(here, old, new)
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


def test_a_made_passphrase_is_shown_and_typed_once(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        page = here.workplace
        press(page, "another passphrase")
        made = find(page, QLabel, "made next passphrase")
        first = made.text()
        press(page, "another next passphrase")
        offered = made.text()
        assert first != offered
        assert len(set(offered.split()) & set(word_list())) == 5
        assert not find(page, QLineEdit, "next passphrase").isVisible()
        find(page, QLineEdit, "old passphrase").setText("not the one I had")
        again, go = (
            find(page, QLineEdit, "next again"),
            find(page, QPushButton, "change passphrase"),
        )
        again.setText(offered[:-1])
        assert not go.isEnabled()
        assert "The two are not the same yet." in words(page)
        again.setText(offered)
        press(page, "change passphrase")
        here.settle()
        assert "Nothing was changed" in said(here, "passphrase message")
        assert made.text() == offered, "it may be on paper already"
        find(page, QLineEdit, "old passphrase").setText(PASSPHRASE)
        again.setText(offered)
        press(page, "change passphrase")
        here.settle()
        assert "in use from now on" in said(here, "passphrase message")
        assert made.text() != offered
        assert not made.isVisible()
    with desktop(tmp_path, qtbot) as here:
        here.unlock(offered)


def two_people(home: Path) -> None:
    a = make_desk(home, make_mission(), "Capt A")
    b = make_desk(home, make_mission(), "Lt B", seed=8, by=a)
    drafts.save_draft(b.store, b.sealer, Draft("d1", "incident", "1"))
    b.store.close()
    a.store.close()


def test_a_colleague_is_removed_after_a_warning(tmp_path: Path, qtbot: QtBot) -> None:
    two_people(tmp_path)
    slots = Vault(tmp_path, system_entropy).slots()
    gone = slots[1].id
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        page = here.workplace
        assert page.findChild(QPushButton, f"remove {slots[0].id}") is None, "oneself"
        press(page, f"remove {gone}")
        assert "Remove Lt B?" in words(page)
        assert any(text.startswith("1 draft of theirs would be lost") for text in words(page))
        assert unnamed(page) == []
        assert focused() == "remover passphrase"
        secret = find(page, QLineEdit, "remover passphrase")
        secret.setText("not the one I have")
        assert not find(page, QPushButton, "remove for good").isEnabled()
        find(page, QCheckBox, "drafts too").setChecked(True)
        press(page, "remove for good")
        here.settle()
        assert "Nothing was changed" in said(here, "people message")
        assert secret.text() == ""
        press(page, "do not remove")
        assert not secret.isVisible()
        press(page, f"remove {gone}")
        secret.setText(PASSPHRASE)
        find(page, QCheckBox, "drafts too").setChecked(True)
        press(page, "remove for good")
        qtbot.waitUntil(lambda: here.app.sitting is None, timeout=20_000)
        assert here.restarts == ["restart"]
    assert [slot.label for slot in Vault(tmp_path, system_entropy).slots()] == ["Capt A"]
    with desktop(tmp_path, qtbot) as here:
        here.unlock()


def test_a_passphrase_that_may_be_known_renews_the_key(tmp_path: Path, qtbot: QtBot) -> None:
    two_people(tmp_path)
    vault = Vault(tmp_path, system_entropy)
    before = vault.unlock(vault.slots()[0].id, PASSPHRASE).database
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        press(here.workplace, "another passphrase")
        press(here.workplace, "other way next passphrase")
        find(here.workplace, QCheckBox, "may be known").setChecked(True)
        type_secrets(here, PASSPHRASE, OTHER)
        press(here.workplace, "change passphrase")
        qtbot.waitUntil(lambda: here.app.sitting is None, timeout=20_000)
    assert vault.unlock(vault.slots()[0].id, OTHER).database != before
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


def kept(here: Desktop) -> Tariff | None:
    found: list[Tariff | None] = []
    operations = here.sitting.operations
    operations.read(operations, lambda desk: read_tariff(desk.store), found.append)
    here.settle()
    return found[0]


def test_what_the_link_costs_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    laptop(tmp_path)
    with desktop(tmp_path, qtbot) as here:
        settings(here)
        find(here.workplace, QDoubleSpinBox, "tariff price").setValue(8.5)
        press(here.workplace, "keep tariff")
        assert said(here, "tariff message") == "Enter a currency, such as USD."
        type_into(find(here.workplace, QLineEdit, "tariff currency"), "USD")
        find(here.workplace, QSpinBox, "tariff step").setValue(1)
        find(here.workplace, QSpinBox, "tariff minimum").setValue(20)
        press(here.workplace, "keep tariff")
        here.settle()
        assert said(here, "tariff message").startswith("Kept.")
        assert kept(here) == Tariff("USD", 850, 1_000, 20_000)
        find(here.workplace, QDoubleSpinBox, "tariff price").setValue(0)
        press(here.workplace, "keep tariff")
        here.settle()
        assert kept(here) is None
