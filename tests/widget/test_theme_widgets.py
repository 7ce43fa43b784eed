import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.icons import set_icon
from ui.theme.apply import Scheme, apply_theme
from ui.theme.badge import Badge, paint_badge
from ui.theme.panels import EmptyState, InlineMessage, MessageKind, PageHeader, text_label
from ui.theme.tokens import DARK, LIGHT, Tone

UI = Path(__file__).parents[2] / "ui"


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("tone", list(Tone))
def test_a_badge_shows_words_in_the_colours_of_its_tone(qtbot: QtBot, tone: Tone) -> None:
    badge = Badge("In review", tone)
    qtbot.addWidget(badge)
    badge.show()
    seen = colours_of(badge.grab().toImage())
    assert LIGHT.tones[tone].ground in seen
    assert LIGHT.tones[tone].text in seen
    assert badge.accessibleName() == "In review"


def test_badges_of_different_tones_differ_without_colour(qtbot: QtBot) -> None:
    shapes = []
    for tone in Tone:
        badge = Badge("Same", tone)
        qtbot.addWidget(badge)
        badge.resize(badge.sizeHint())
        image = badge.grab().toImage()
        ink, ground = (QColor(c).lightness() for c in _ink_and_ground(tone))
        shapes.append(
            frozenset(
                (x, y)
                for x in range(9, 27)
                for y in range(3, image.height() - 3)
                if image.pixelColor(x, y).lightness() < (ink + ground) / 2
            )
        )
    pairs = [(a, b) for n, a in enumerate(shapes) for b in shapes[n + 1 :]]
    assert min(len(a ^ b) for a, b in pairs) >= 8


def _ink_and_ground(tone: Tone) -> tuple[str, str]:
    return LIGHT.tones[tone].text, LIGHT.tones[tone].ground


def test_a_badge_follows_the_theme_and_its_new_status(qtbot: QtBot, qapp: QApplication) -> None:
    badge = Badge("Draft", Tone.WARNING)
    qtbot.addWidget(badge)
    narrow = badge.sizeHint().width()
    badge.set_status("Waiting for the link", Tone.INFO)
    assert badge.sizeHint().width() > narrow
    assert (badge.text, badge.tone) == ("Waiting for the link", Tone.INFO)
    apply_theme(qapp, Scheme.DARK)
    badge.resize(badge.sizeHint())
    assert DARK.tones[Tone.INFO].ground in colours_of(badge.grab().toImage())


def test_a_badge_in_a_table_cell_mirrors_and_shortens(qapp: QApplication) -> None:
    def drawn(direction: Qt.LayoutDirection, width: int) -> QImage:
        image = QImage(QSize(200, 30), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            painter.setLayoutDirection(direction)
            paint_badge(painter, QRect(0, 0, width, 24), Tone.DANGER, "Refused by HQ", LIGHT)
        return image

    ltr = drawn(Qt.LayoutDirection.LeftToRight, 180)
    assert ltr != drawn(Qt.LayoutDirection.RightToLeft, 180)
    short = drawn(Qt.LayoutDirection.LeftToRight, 60)
    assert {short.pixelColor(x, 12).name() for x in range(62, 200)} == {"#ffffff"}


def test_a_message_shows_its_action_only_when_it_has_one(qtbot: QtBot) -> None:
    message = InlineMessage(MessageKind.ERROR, "The disk is full.", "Free space")
    qtbot.addWidget(message)
    message.show()
    assert message.button.isVisible()
    with qtbot.waitSignal(message.acted):
        QTest.mouseClick(message.button, Qt.MouseButton.LeftButton)
    message.show_message(MessageKind.INFO, "All is saved.")
    assert not message.button.isVisible()
    assert (message.kind, message.text) == (MessageKind.INFO, "All is saved.")
    assert message.accessibleName() == "All is saved."
    message.clear()
    assert message.isHidden()


def test_a_message_takes_the_colours_of_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    message = InlineMessage(MessageKind.WARNING, "Check the clock.")
    qtbot.addWidget(message)
    message.show()
    assert LIGHT.tones[Tone.WARNING].ground in colours_of(message.grab().toImage())
    apply_theme(qapp, Scheme.DARK)
    seen = colours_of(message.grab().toImage())
    assert DARK.tones[Tone.WARNING].ground in seen
    assert DARK.tones[Tone.WARNING].text in seen


def test_an_empty_page_says_why_and_offers_one_action(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "No reports yet", "They appear here.", "New report")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.acted):
        QTest.keyClick(empty.button, Qt.Key.Key_Space)
    bare = EmptyState("inbox", "Nothing waits")
    qtbot.addWidget(bare)
    bare.show()
    assert not bare.button.isVisible()


def test_a_header_keeps_its_badge_and_texts(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    header = PageHeader("Reports")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    badge = Badge("Offline", Tone.WARNING)
    header.add(badge)
    page.resize(600, 60)
    page.show()
    header.set_texts("Reports", "3 wait for the link")
    assert badge.isVisible()
    qtbot.waitUntil(lambda: badge.mapTo(page, badge.rect().topRight()).x() > 500, timeout=2000)
    page.resize(120, 120)
    qtbot.waitUntil(lambda: badge.mapTo(page, badge.rect().topLeft()).x() == 0, timeout=2000)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPushButton])
def test_focus_can_be_seen(qtbot: QtBot, kind: type[QWidget]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = kind(), kind()
    column.addWidget(first)
    column.addWidget(second)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    assert LIGHT.focus not in colours_of(first.grab().toImage())
    assert LIGHT.focus in colours_of(second.grab().toImage())


def test_icons_of_buttons_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("Add")
    qtbot.addWidget(button)
    set_icon(button, "plus")
    before = button.icon().pixmap(20, 16).toImage()
    apply_theme(qapp, Scheme.DARK)
    after = button.icon().pixmap(20, 16).toImage()
    assert LIGHT.text in colours_of(before)
    assert DARK.text in colours_of(after)


def test_words_begin_where_the_page_begins(qtbot: QtBot) -> None:
    label = text_label("Untranslated words")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight


def test_the_arrow_of_a_list_is_drawn_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.resize(200, 34)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        apply_theme(qapp, scheme)
        assert tokens.text_muted in colours_of(combo.grab().toImage())
        assert combo.palette().color(QPalette.ColorRole.Highlight).name() == tokens.accent


def test_every_painter_is_closed_even_when_painting_fails() -> None:
    # An exception that leaves a live painter behind ends the whole process.
    loose = []
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        managed = {
            id(item.context_expr)
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        loose += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "QPainter"
            and id(node) not in managed
        ]
    assert loose == []
