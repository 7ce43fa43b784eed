"""What the checks beside the pictures find, and what they leave alone."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.checks import findings
from tests.screens.scenes import SCENES
from tests.screens.window import settle
from ui.theme.badge import Badge

LONG = "Rather more words than there is room for here"


def page() -> QWidget:
    made = QWidget()
    made.resize(300, 200)
    return made


def in_order() -> QWidget:
    made = page()
    column = QVBoxLayout(made)
    wrapping = QLabel(LONG)
    wrapping.setWordWrap(True)
    column.addWidget(wrapping)
    column.addWidget(QPushButton("Save"))
    return made


def narrow(widget: QWidget) -> QWidget:
    made = page()
    widget.setParent(made)
    widget.setGeometry(10, 10, 60, 30)
    return made


def overlapping() -> QWidget:
    made = page()
    for at in (10, 20):
        QLabel("One", made).setGeometry(at, at, 60, 30)
    return made


def sticking_out() -> QWidget:
    made = page()
    QLabel("One", made).setGeometry(280, 10, 60, 30)
    return made


def sideways() -> QWidget:
    made = page()
    area = QScrollArea(made)
    area.setGeometry(0, 0, 300, 200)
    inside = QWidget()
    inside.setFixedSize(500, 100)
    area.setWidget(inside)
    return made


def table(hover: str) -> QWidget:
    made = page()
    made.resize(500, 200)
    item = QStandardItem(LONG)
    item.setToolTip(hover)
    model = QStandardItemModel(made)
    model.appendRow(item)
    model.setHorizontalHeaderLabels(["What"])
    view = QTableView(made)
    view.setGeometry(0, 0, 400, 150)
    view.setModel(model)
    view.setColumnWidth(0, 100)
    return made


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: narrow(QLabel(LONG)), "QLabel: cut"),
        (lambda: narrow(QPushButton(LONG)), "QPushButton: cut"),
        (lambda: narrow(Badge(LONG)), "Badge: badge cut"),
        (overlapping, "overlap"),
        (sticking_out, "sticks out"),
        (sideways, "scrolls sideways by"),
        (lambda: table(""), "words under 'What' cut"),
    ],
)
def test_what_is_wrong_is_found(qtbot: QtBot, make: Callable[[], QWidget], said: str) -> None:
    found = shown(qtbot, make())
    assert any(said in text for text in found), found
    assert not any(LONG in text for text in found), "what a report says is not repeated"


@pytest.mark.parametrize("make", [in_order, lambda: table(LONG)])
def test_what_is_right_is_left_alone(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert shown(qtbot, make()) == []


def test_a_window_larger_than_the_screen_is_found(qtbot: QtBot) -> None:
    made = page()
    qtbot.addWidget(made)
    made.show()
    assert findings(made, (200, 200)) == ["window 300 x 200 on a screen of 200 x 200"]


def test_no_two_scenes_share_a_picture() -> None:
    assert len({scene.name for scene in SCENES}) == len(SCENES)


def shown(qtbot: QtBot, widget: QWidget) -> list[str]:
    qtbot.addWidget(widget)
    widget.show()
    settle()
    return findings(widget)
