"""The rail on a low window: nothing overlaps, and every place can be come to."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.mission.roster import Role
from tests.screens.checks import findings
from tests.screens.taking import SIZES
from ui.shell.rail import Place, Rail
from ui.sitting import places

LOW = min(size.room[1] for size in SIZES)
"""The lowest window that pictures are taken of."""


def shown(qtbot: QtBot, wanted: tuple[Place, ...], height: int) -> Rail:
    rail = Rail(wanted)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), height)
    rail.show()
    qtbot.waitExposed(rail)
    QApplication.processEvents()
    return rail


def many(count: int) -> tuple[Place, ...]:
    return tuple(Place(f"p{at}", "map", lambda at=at: f"Place {at}") for at in range(count))


def in_sight(rail: Rail, name: str) -> bool:
    button = rail.findChild(QToolButton, f"go {name}")
    assert isinstance(button, QToolButton)
    place = QRect(button.mapTo(rail.viewport(), QPoint()), button.size())
    return rail.viewport().rect().contains(place)


@pytest.mark.parametrize("role", Role)
def test_the_places_of_each_role_fit_into_the_lowest_window(qtbot: QtBot, role: Role) -> None:
    wanted = places(role)
    rail = shown(qtbot, wanted, LOW - 40)
    assert findings(rail) == []
    assert all(in_sight(rail, place.name) for place in wanted)


@pytest.mark.parametrize("count", [8, 9, 20])
def test_more_places_than_there_is_room_for_scroll(qtbot: QtBot, count: int) -> None:
    rail = shown(qtbot, many(count), LOW - 40)
    assert findings(rail) == []
    for name in (f"p{count - 1}", "p0"):
        rail.show_place(name)
        assert in_sight(rail, name)


def test_arrows_lead_through_every_place_and_keep_it_in_sight(qtbot: QtBot) -> None:
    rail = shown(qtbot, many(20), LOW - 40)
    rail.activateWindow()
    rail.chosen.connect(rail.show_place)
    rail.show_place("p0")
    first = rail.findChild(QToolButton, "go p0")
    assert isinstance(first, QToolButton)
    first.setFocus()
    for at in range(1, 20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == f"go p{at}"
        assert in_sight(rail, f"p{at}")
