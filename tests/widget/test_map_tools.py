"""Grid and measuring on the map: by a real mouse and by keys alone."""

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.notation.bearings import Way
from fieldapp.notation.grid import from_lat_lon
from tests.support.looking import find, key
from ui.map.graticule import place_at
from ui.map.measure import MeasureTool, leg_words, length_words
from ui.map.pack import world_pack
from ui.map.projection import to_world
from ui.map.readout import Readout
from ui.map.view import MapView
from ui.theme.apply import Scheme, apply_theme
from ui.theme.tokens import LIGHT

BANGUI = 4.36, 18.56


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> MapView:
    apply_theme(qapp, Scheme.LIGHT)
    made = MapView(world_pack())
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.look(made.camera.zoomed(13).at(*to_world(*BANGUI)))
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: bool(made.grab()) and not made.busy, timeout=10_000)
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    return made


def inked(view: MapView) -> int:
    """How many pixels of a row and a column through the view have the colour of the grid."""
    picture = view.grab().toImage()
    ink = QColor(LIGHT.chart.grid)
    found = 0
    for n in range(900):
        colour = picture.pixelColor(n, 300)
        found += colour.red() - colour.green() > 15 and colour.blue() - colour.green() > 5
    assert ink.isValid()
    return found


def test_a_key_and_a_button_lay_the_grid_over_the_map(view: MapView) -> None:
    assert inked(view) < 3
    key(view, Qt.Key.Key_G)
    assert view.grid_shown
    assert inked(view) > 10
    QTest.mouseClick(find(view, QToolButton, "grid"), Qt.MouseButton.LeftButton)
    assert not view.grid_shown


def test_the_grid_under_the_pointer_is_said_and_copied_by_click_and_key(view: MapView) -> None:
    readout = find(view, Readout, "grid readout")
    spot = QPoint(321, 234)
    QTest.mouseMove(view, spot)
    square = from_lat_lon(place_at(view.camera, spot.x(), spot.y()), 6)
    assert readout.text().strip() == square.spaced
    assert readout.accessibleName() == f"Grid pointed at: {square.spaced}"
    key(view, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == square.spaced
    assert readout.text().strip() == "Copied"
    QTest.mouseMove(view, spot + QPoint(90, 0))
    assert readout.text().strip() != "Copied"
    QTest.mouseClick(readout, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == readout.grid != square.spaced


def test_keys_mean_the_crosshair_and_shift_moves_it_finely(view: MapView) -> None:
    readout = find(view, Readout, "grid readout")
    QTest.mouseMove(view, QPoint(10, 10))
    key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    middle = place_at(view.camera, 450, 300)
    assert view.aim == middle
    assert readout.grid == from_lat_lon(middle, 6).spaced
    x, _ = view.camera.to_screen(*to_world(*BANGUI))
    assert QPointF(x, 0).x() == pytest.approx(450 - 8)
    picture = view.grab().toImage()
    assert picture.pixelColor(450, 290).name() == LIGHT.text


def test_far_away_the_readout_claims_no_digits(view: MapView) -> None:
    view.look(view.camera.zoomed(4))
    assert find(view, Readout, "grid readout").grid == "34N BK"


def test_measuring_says_length_and_bearings_and_takes_points_back(view: MapView) -> None:
    tool = MeasureTool(view)
    view.use_tool(tool)
    first, second = QPoint(200, 300), QPoint(600, 300)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=second)
    known = mgrs_way(view, first, second)
    assert tool.total() == pytest.approx(known, rel=0.001)
    assert inked_at(view, QPoint(400, 300)) == LIGHT.text
    key(view, Qt.Key.Key_Backspace)
    assert len(tool.places) == 1
    view.use_tool(None)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=second)
    assert len(tool.places) == 1, "the map has its clicks back"


def mgrs_way(view: MapView, a: QPoint, b: QPoint) -> float:
    """Metres between two pixels as the grid of their zone counts them, by its scale of 0.9996."""
    ends = []
    for spot in (a, b):
        square = from_lat_lon(place_at(view.camera, spot.x(), spot.y()), 10)
        ends.append((int(square.easting), int(square.northing)))
    return math.dist(*ends) / 0.9999


def inked_at(view: MapView, spot: QPoint) -> str:
    return view.grab().toImage().pixelColor(spot).name()


def test_a_leg_is_said_in_degrees_and_mils_from_both_norths() -> None:
    leg = leg_words(Way(3423.4, 359.7, 44.9))
    assert leg == ("3.42 km", "Grid 045° (0798 mils)", "True 000° (6395 mils)")
    assert [length_words(m) for m in (0, 999.4, 999.6, 34_210, 342_000)] == [
        "0 m",
        "999 m",
        "1.00 km",
        "34.2 km",
        "342 km",
    ]
