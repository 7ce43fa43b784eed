"""The lock screen: who, passphrase, waiting after wrong ones; and the strength of a new one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.store.errors import StoreFull, StoreNewer
from fieldapp.vault.errors import WeakPassphrase, WrongPassphrase
from fieldapp.vault.file import Slot
from fieldapp.vault.strength import check_strength
from tests.support.looking import find, focused, key, press, type_into, unnamed, words
from ui.shell.lock_screen import LockScreen
from ui.shell.strength import Strength, strength
from ui.shell.waiting import LONGEST_SECONDS, seconds_to_wait

PEOPLE = (Slot("a1", "Capt A"), Slot("b2", "Lt B"))


@pytest.fixture
def screen(qtbot: QtBot) -> LockScreen:
    """With a second of 20 ms."""
    made = LockScreen("United Nations Mission in Zokara", second_ms=20)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_people(PEOPLE)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def line(screen: LockScreen) -> QLineEdit:
    return find(screen, QLineEdit, "passphrase")


def test_the_person_chosen_and_the_passphrase_are_handed_over_once(
    screen: LockScreen, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []
    screen.unlock_wanted.connect(lambda slot, text: asked.append((slot, text)))
    people = find(screen, QListWidget, "people")
    assert focused() == "people"
    assert unnamed(screen) == []
    assert not find(screen, QPushButton, "unlock").isEnabled()
    key(people, Qt.Key.Key_Down)
    key(people, Qt.Key.Key_Return)
    assert focused() == "passphrase"
    type_into(line(screen), "four words of mine")
    key(line(screen), Qt.Key.Key_Return)
    assert asked == [("b2", "four words of mine")]
    assert line(screen).text() == ""
    assert not line(screen).isUndoAvailable()
    assert find(screen, QPushButton, "unlock").text() == "Opening ..."
    key(line(screen), Qt.Key.Key_Return)
    assert len(asked) == 1


def test_one_person_alone_needs_no_choosing(qtbot: QtBot) -> None:
    alone = LockScreen("Mission")
    qtbot.addWidget(alone)
    alone.show_people(PEOPLE[:1])
    with qtbot.waitActive(alone):
        alone.show()
        alone.activateWindow()
    assert focused() == "passphrase"
    with qtbot.waitSignal(alone.unlock_wanted) as asked:
        type_into(line(alone), "words")
        press(alone, "unlock")
    assert asked.args == ["a1", "words"]


def test_each_wrong_passphrase_makes_the_wait_longer(screen: LockScreen, qtbot: QtBot) -> None:
    for wait in ("1 second.", "2 seconds.", "4 seconds."):
        screen.failed(WrongPassphrase())
        assert any(text.endswith(f"Try again in {wait}") for text in words(screen))
        assert not line(screen).isEnabled()
        qtbot.waitUntil(line(screen).isEnabled, timeout=5000)
        assert focused() == "passphrase"
    assert "This passphrase is not right. Nothing was changed." in words(screen)


def test_other_troubles_are_told_and_need_no_waiting(screen: LockScreen) -> None:
    for error in (StoreNewer(), StoreFull()):
        screen.failed(error)
        assert any(error.message in text for text in words(screen))
        assert line(screen).isEnabled()
    screen.broken()
    assert "Something unexpected happened. Your saved work is safe." in words(screen)


def test_a_passphrase_can_be_shown_and_is_hidden_again(screen: LockScreen) -> None:
    field, eye = line(screen), find(screen, QToolButton, "show passphrase")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    eye.click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the passphrase"
    type_into(field, "words")
    press(screen, "unlock")
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_by_what_is_typed(screen: LockScreen) -> None:
    """With Caps Lock a letter comes large without Shift, and small with it."""
    hint, shift = "Caps Lock seems to be on.", Qt.KeyboardModifier.ShiftModifier
    plain = Qt.KeyboardModifier.NoModifier
    for text, held, noticed in (
        ("a", plain, False),
        ("A", plain, True),
        ("1", plain, True),
        ("B", shift, False),
        ("b", shift, True),
        ("ع", plain, True),
        ("c", plain, False),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, 0, held, text)
        QApplication.sendEvent(line(screen), event)
        assert (hint in words(screen)) is noticed, text


@given(st.integers(-3, 10_000))
def test_waiting_doubles_up_to_a_minute(wrong: int) -> None:
    wait = seconds_to_wait(wrong)
    if wrong <= 0:
        assert wait == 0
    else:
        assert wait == min(2 ** (wrong - 1), LONGEST_SECONDS)


@given(st.text(max_size=60))
def test_strength_agrees_with_the_vault(passphrase: str) -> None:
    found = strength(passphrase)
    try:
        check_strength(passphrase)
    except WeakPassphrase:
        assert found in (Strength.NONE, Strength.WEAK)
    else:
        assert found in (Strength.FAIR, Strength.STRONG)


def test_strength_in_steps() -> None:
    steps = ("", "dune", "dune lamp red car", "dune lamp red car boat")
    assert [strength(text) for text in steps] == [
        Strength.NONE,
        Strength.WEAK,
        Strength.FAIR,
        Strength.STRONG,
    ]
