"""A grid chosen on the map while a report is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.notation import grid
from tests.support.looking import click, find, focused, key, press, type_into, unnamed, words
from tests.support.mission import make_mission
from tests.support.window import seat
from ui.forms.grid_field import GridField
from ui.map.canvas import MapCanvas
from ui.map.graticule import place_at
from ui.map.picker import PlacePicker
from ui.reports.form_page import FormPage

GRID, METHOD = "/data/where/grid", "/data/where/method"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[FormPage]:
    with seat(tmp_path, make_mission()) as here:
        made = FormPage(here.context, pause_ms=1)
        here.show(qtbot, made, (1250, 720))
        made.opened(("new", "incident"))
        here.settle(qtbot)
        yield made


def field(page: FormPage) -> GridField:
    assert page.editor is not None
    found = page.editor.form.box(GRID).field
    assert isinstance(found, GridField)
    return found


def value(page: FormPage, ref: str = GRID) -> str:
    assert page.editor is not None
    return page.editor.form.session.value(ref)


def on_map(page: FormPage, qtbot: QtBot) -> MapCanvas:
    """The map, opened by a click beside the grid, when all of its view is there."""
    assert page.editor is not None
    page.editor.form.go_to(GRID)
    click(field(page).on_map)
    return settled(page, qtbot)


def settled(page: FormPage, qtbot: QtBot) -> MapCanvas:
    canvas = find(page, PlacePicker, "place picker").canvas
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: bool(canvas.grab()) and not canvas.busy, timeout=10_000)
    return canvas


def gone(page: FormPage) -> bool:
    return not any(one.isVisible() for one in page.findChildren(PlacePicker))


def test_a_click_marks_a_square_and_the_button_takes_it(page: FormPage, qtbot: QtBot) -> None:
    canvas = on_map(page, qtbot)
    assert canvas.hasFocus()
    assert canvas.grid_shown
    assert unnamed(page) == []
    take = find(page, QPushButton, "take square")
    assert not take.isEnabled()
    canvas.look(canvas.camera.zoomed(14))
    settled(page, qtbot)
    spot = QPoint(300, 200)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    square = grid.from_lat_lon(place_at(canvas.camera, 300, 200), 6)
    assert any(text.startswith(f"{square.spaced}, a square of 100 m.") for text in words(page))
    press(page, "take square")
    assert (value(page), value(page, METHOD)) == (square.text, "MAP")
    assert field(page).edit.text() == square.spaced
    assert field(page).edit.hasFocus()
    assert gone(page)
    assert page.editor is not None
    assert page.editor.form.typed[GRID] == {"text": square.spaced, "precision_m": "100"}


def test_keys_alone_choose_a_square_as_large_as_the_scale_allows(
    page: FormPage, qtbot: QtBot
) -> None:
    assert page.editor is not None
    page.editor.form.go_to(GRID)
    key(field(page).edit, Qt.Key.Key_Tab)
    assert focused() == "on the map"
    key(field(page).on_map, Qt.Key.Key_Space)
    canvas = settled(page, qtbot)
    while canvas.camera.zoom > 4:
        key(canvas, Qt.Key.Key_Minus)
    assert any(text.startswith("Go closer to choose a square") for text in words(page))
    key(canvas, Qt.Key.Key_Return)
    assert canvas.camera.zoom == 7, "too far away to mean a square, so it goes closer"
    for _ in range(4):
        key(canvas, Qt.Key.Key_Plus)
    key(canvas, Qt.Key.Key_Right)
    key(canvas, Qt.Key.Key_Return)
    square = grid.from_lat_lon(canvas.aim, 4)
    assert any(text.startswith(f"{square.spaced}, a square of 1 km.") for text in words(page))
    key(canvas, Qt.Key.Key_Return)
    assert value(page) == square.text
    settled_again = gone(page)
    assert settled_again


def test_escape_goes_back_and_nothing_is_lost(page: FormPage, qtbot: QtBot) -> None:
    type_into(field(page).edit, "32QQF 8947 4793")
    canvas = on_map(page, qtbot)
    assert any(text.startswith("32Q QF 8947 4793, a square of 10 m.") for text in words(page))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    key(canvas, Qt.Key.Key_Escape)
    assert gone(page)
    assert value(page) == "32QQF89474793"
    assert value(page, METHOD) == ""
    assert focused() == "on the map"


def test_backspace_unmarks_and_a_method_that_was_given_stays(page: FormPage, qtbot: QtBot) -> None:
    type_into(field(page).edit, "32QQF 8947 4793")
    assert page.editor is not None
    page.editor.form.session.set(METHOD, "GPS")
    canvas = on_map(page, qtbot)
    key(canvas, Qt.Key.Key_Backspace)
    assert not find(page, QPushButton, "take square").isEnabled()
    key(canvas, Qt.Key.Key_Return)
    key(canvas, Qt.Key.Key_Return)
    assert value(page) not in ("", "32QQF89474793")
    assert value(page, METHOD) == "GPS"


def test_opening_the_page_anew_puts_the_map_away(page: FormPage, qtbot: QtBot) -> None:
    on_map(page, qtbot)
    page.opened(None)
    assert gone(page)
    assert find(page, QPushButton, "new incident").isVisible()


def test_a_field_without_a_map_offers_none(qtbot: QtBot) -> None:
    from tests.widget.form_support import here

    alone = GridField(here())
    qtbot.addWidget(alone)
    alone.show()
    assert not alone.on_map.isVisible()
    assert isinstance(alone.stops()[0], QLineEdit)
    assert alone.on_map not in alone.stops()
