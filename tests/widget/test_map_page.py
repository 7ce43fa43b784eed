"""The map on the screen: clicking, keys, filters, both looks and both directions of writing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.commands import Filed, file_report, withdraw_report
from fieldapp.forms.library import FORM_IDS
from tests.support.fleet import restriction
from tests.support.history import take_in
from tests.support.looking import find, key, press, unnamed, words
from tests.support.mission import make_mission
from tests.support.window import Seat, file_story, seat
from ui.map.bands import band_ring
from ui.map.card import MapCard
from ui.map.chrome import MapButtons, disclaimer
from ui.map.measure import on_screen
from ui.map.measure_panel import MeasurePanel
from ui.map.pack import MapPack
from ui.map.page import MapPage
from ui.map.painting import square_box
from ui.map.projection import MAX_ZOOM, MIN_ZOOM
from ui.map.view import MapView
from ui.theme.apply import Scheme, apply_theme
from ui.theme.badge import Badge
from ui.theme.panels import InlineMessage
from ui.theme.tokens import DARK, LIGHT

DENIED, FLASH, CROWD = "03-denied-despite-clearance", "08a-ied-first-flash", "05b-crowd-and-theft"
FAR = {"grid": "34NBL814421"}
COARSE = {"grid": "34NBL84"}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, light and left to right again at the end."""
    apply_theme(qapp, Scheme.LIGHT)
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, Scheme.LIGHT)


def opened(here: Seat, qtbot: QtBot) -> tuple[MapPage, MapView]:
    page = MapPage(here.context)
    here.show(qtbot, page)
    page.opened(None)
    here.settle(qtbot)
    return page, still(page, qtbot)


def still(page: MapPage, qtbot: QtBot) -> MapView:
    """The map, when everything of its view is there."""
    view = page.view
    assert view is not None
    view.repaint()
    qtbot.waitUntil(lambda: not view.busy, timeout=10_000)
    view.repaint()
    return view


def two(here: Seat) -> tuple[Filed, Filed]:
    """One in the west, the other far to the south-east."""
    return file_story(here, FLASH), file_story(here, DENIED, where=FAR)


def at(view: MapView, number: int) -> QPoint:
    """Where a mark is, in the order of tabbing."""
    one = view.seen()[number]
    x, y = view.camera.to_screen(one.x, one.y)
    return QPoint(round(x), round(y))


def ref(page: MapPage) -> str:
    card = find(page, MapCard, "card")
    return find(page, QLabel, "card ref").text() if card.isVisible() else ""


def test_the_first_sight_holds_every_report(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    assert [len(one.members) for one in view.seen()] == [1, 1]
    assert "2 reports on the map" in words(page)
    assert view.accessibleName() == "Map of reports"
    assert "2 reports are shown" in view.accessibleDescription()
    assert unnamed(page) == []


def test_without_reports_the_mission_is_shown(here: Seat, qtbot: QtBot) -> None:
    page, view = opened(here, qtbot)
    assert "No reports yet. Those with a grid appear here." in words(page)
    assert 6 <= view.camera.zoom <= 9


def test_reports_without_a_grid_are_counted(here: Seat, qtbot: QtBot) -> None:
    two(here)
    here.ask(
        lambda desk: desk.store.connection.execute(
            "UPDATE report SET lat = NULL, lon = NULL, side = NULL WHERE type = 'FOM'"
        )
    )
    page, _ = opened(here, qtbot)
    assert "1 report on the map, 1 more has no grid" in words(page)


def test_a_click_on_a_report_shows_its_card_and_the_button_opens_it(
    here: Seat, qtbot: QtBot
) -> None:
    first, _ = two(here)
    page, view = opened(here, qtbot)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert ref(page) == first.ref
    assert {"Incident", "New"} & set(words(page))
    press(page, "open")
    assert here.went == [("report", first.report)]
    QTest.mouseClick(find(page, QToolButton, "close"), Qt.MouseButton.LeftButton)
    assert ref(page) == ""
    assert view.selected is None
    assert view.hasFocus()


def test_a_click_on_a_cluster_goes_closer_until_it_falls_apart(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    view.look(replace(view.camera, zoom=MIN_ZOOM))
    still(page, qtbot)
    for _ in range(MAX_ZOOM):
        if len(view.seen()) == 2:
            break
        before = view.camera.zoom
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
        still(page, qtbot)
        assert view.camera.zoom > before
    assert [len(one.members) for one in view.seen()] == [1, 1]
    assert ref(page) == ""


def test_reports_at_one_place_are_leafed_through(here: Seat, qtbot: QtBot) -> None:
    filed = [file_story(here, FLASH), file_story(here, FLASH)]
    page, view = opened(here, qtbot)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert "1 of 2" in words(page)
    first = ref(page)
    QTest.mouseClick(find(page, QToolButton, "after"), Qt.MouseButton.LeftButton)
    assert {first, ref(page)} == {one.ref for one in filed}
    assert view.selected in {one.report for one in filed}


def test_tab_goes_through_the_reports_and_on_and_enter_opens(here: Seat, qtbot: QtBot) -> None:
    first, second = two(here)
    page, view = opened(here, qtbot)
    view.setFocus()
    key(view, Qt.Key.Key_Tab)
    assert (view.selected, ref(page)) == (first.report, first.ref)
    assert view.accessibleDescription() == first.ref
    key(view, Qt.Key.Key_Tab)
    assert view.selected == second.report
    key(view, Qt.Key.Key_Return)
    assert here.went == [("report", second.report)]
    key(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == first.report
    key(view, Qt.Key.Key_Tab)
    key(view, Qt.Key.Key_Tab)
    assert not view.hasFocus(), "the map is no trap"
    assert ref(page) == ""


def test_the_marked_report_is_never_under_its_own_card(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    card = find(page, MapCard, "card")
    spot = at(view, 0)
    view.look(view.camera.moved(spot.x() - 80, spot.y() - 80))
    still(page, qtbot)
    view.setFocus()
    key(view, Qt.Key.Key_Tab)
    assert card.isVisible()
    assert not card.geometry().contains(at(view, 0))


def test_escape_lets_go(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    view.setFocus()
    key(view, Qt.Key.Key_Tab)
    key(view, Qt.Key.Key_Escape)
    assert (view.selected, ref(page)) == (None, "")


def test_keys_move_and_zoom_and_show_all_again(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    home = view.camera
    key(view, Qt.Key.Key_Plus)
    assert view.camera.zoom == home.zoom + 1
    for arrow, east, south in (
        (Qt.Key.Key_Right, 1, 0),
        (Qt.Key.Key_Left, -1, 0),
        (Qt.Key.Key_Down, 0, 1),
        (Qt.Key.Key_Up, 0, -1),
    ):
        before = view.camera
        key(view, arrow)
        assert (view.camera.x - before.x) * east >= 0
        assert (view.camera.y - before.y) * south >= 0
        assert (view.camera.x, view.camera.y) != (before.x, before.y)
    key(view, Qt.Key.Key_Minus)
    assert view.camera.zoom == home.zoom
    key(view, Qt.Key.Key_0)
    assert view.camera == home
    still(page, qtbot)


def test_the_wheel_zooms_about_the_pointer_and_double_click_too(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    spot = QPointF(200, 150)
    under, zoom = view.camera.from_screen(spot.x(), spot.y()), view.camera.zoom
    for turn in (60, 60):
        QApplication.sendEvent(
            view,
            QWheelEvent(
                spot,
                view.mapToGlobal(spot),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert view.camera.zoom == zoom + 1, "half a notch and half a notch are one"
    assert view.camera.from_screen(spot.x(), spot.y()) == pytest.approx(under)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert view.camera.zoom == zoom + 2
    still(page, qtbot)


def test_dragging_moves_the_map_and_chooses_nothing(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    key(view, Qt.Key.Key_Plus)
    still(page, qtbot)
    start = QPoint(300, 300)
    under = view.camera.from_screen(start.x(), start.y())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 40, 90):
        QTest.mouseMove(view, start + QPoint(step, step // 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 45))
    assert view.camera.from_screen(390, 345) == pytest.approx(under)
    assert ref(page) == ""
    assert view.selected is None


def test_type_and_period_narrow_the_map_and_show_all_widens_it(here: Seat, qtbot: QtBot) -> None:
    first, _ = two(here)
    page, view = opened(here, qtbot)
    types, periods = find(page, QComboBox, "types"), find(page, QComboBox, "periods")
    types.setCurrentIndex(types.findText("Incident"))
    here.settle(qtbot)
    still(page, qtbot)
    (one,) = view.seen()
    assert view.sightings_of(one)[0].row.id == first.report
    here.ask(lambda desk: desk.store.connection.execute("UPDATE report SET moment = 1"))
    periods.setCurrentIndex(periods.findText("Last 7 days"))
    here.settle(qtbot)
    message = page.findChild(InlineMessage)
    assert message is not None
    assert "No report with a grid fits these filters." in words(page)
    message.button.click()
    here.settle(qtbot)
    assert "2 reports on the map" in words(page)
    assert types.currentIndex() == 0


def test_news_appear_and_the_view_stays(here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    key(view, Qt.Key.Key_Plus)
    camera = view.camera
    here.announce(qtbot, file_story(here, CROWD, where=COARSE).changes)
    assert "3 reports on the map" in words(page)
    assert view.camera == camera
    still(page, qtbot)


def test_the_card_follows_what_becomes_of_its_report(here: Seat, qtbot: QtBot) -> None:
    first, _ = two(here)
    page, view = opened(here, qtbot)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    badge = find(page, MapCard, "card").findChild(Badge)
    assert badge is not None
    assert badge.text == "New"
    here.announce(qtbot, here.ask(lambda desk: withdraw_report(desk, first.report, "WITHDRAWN")))
    assert (ref(page), badge.text) == (first.ref, "Withdrawn")
    types = find(page, QComboBox, "types")
    types.setCurrentIndex(types.findText("Restriction of movement"))
    here.settle(qtbot)
    assert (ref(page), view.selected) == ("", None), "filtered away"
    still(page, qtbot)


def test_a_coarse_report_is_a_square_of_its_true_size(here: Seat, qtbot: QtBot) -> None:
    file_story(here, FLASH, where=COARSE)
    page, view = opened(here, qtbot)
    view.look(replace(view.camera, zoom=10))
    still(page, qtbot)
    (one,) = view.seen()
    box = square_box(view.sightings_of(one)[0], view.camera)
    side = box.width() * view.camera.metres_per_pixel()
    assert side == pytest.approx(10_000, rel=0.01)
    picture = view.grab().toImage()
    edge = QColor(LIGHT.chart.coarse)
    for x, y in ((box.left(), box.center().y()), (box.center().x(), box.bottom())):
        near = [
            picture.pixelColor(round(x) + dx, round(y) + dy)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        assert any(abs(c.red() - edge.red()) < 60 and c.blue() > 120 for c in near)
    middle = picture.pixelColor(round(box.center().x()) + 8, round(box.center().y()) + 8)
    assert middle != edge, "no pin in the middle"


def test_dark_is_dark(app: QApplication, here: Seat, qtbot: QtBot) -> None:
    two(here)
    page, view = opened(here, qtbot)
    view.look(replace(view.camera, zoom=12))
    spots = {}
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        apply_theme(app, scheme)
        picture = still(page, qtbot).grab().toImage()
        spots[scheme] = picture.pixelColor(view.width() // 2, view.height() // 4).name()
        assert spots[scheme] in (tokens.chart.land, tokens.chart.sea)
    assert spots[Scheme.LIGHT] != spots[Scheme.DARK]


def test_right_to_left_mirrors_the_buttons_and_not_the_world(
    app: QApplication, here: Seat, qtbot: QtBot
) -> None:
    two(here)
    page, view = opened(here, qtbot)
    buttons = view.findChild(MapButtons)
    assert buttons is not None
    before = [at(view, 0), at(view, 1)]
    assert buttons.x() > view.width() / 2
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: buttons.x() < view.width() / 2, timeout=5000)
    still(page, qtbot)
    assert [at(view, 0), at(view, 1)] == before
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 1))
    assert find(page, MapCard, "card").x() > view.width() / 2


def test_another_language_sets_every_text_again(here: Seat, qtbot: QtBot) -> None:
    page, view = opened(here, qtbot)
    here.language = "fr"
    page.translated()
    assert find(page, QComboBox, "types").count() == 1 + len(FORM_IDS)
    assert view.accessibleName()


def test_the_disclaimer_is_that_of_the_united_nations() -> None:
    assert disclaimer() == "The boundaries and names shown do not imply official endorsement."


def test_a_map_that_cannot_be_read_is_said_and_nothing_else_breaks(
    here: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ui.map.page.world_pack", lambda: MapPack(tmp_path / "gone"))
    page = MapPage(here.context)
    here.show(qtbot, page)
    page.opened(None)
    here.settle(qtbot)
    assert page.view is None
    assert any(text.startswith("The map of this installation") for text in words(page))


def test_real_older_events_stand_where_they_were(here: Seat, qtbot: QtBot) -> None:
    here.ask(take_in)
    page, view = opened(here, qtbot)
    pack = MapPack()
    found = [one for mark in view.seen() for one in view.sightings_of(mark)]
    assert found
    assert {pack.area_at(one.row.lat, one.row.lon)[0] for one in found} <= {"CAF", "COD", "TCD"}  # type: ignore[index]
    pack.close()
    still(page, qtbot)


def test_measuring_by_keys_alone_and_the_reports_are_left_in_peace(
    here: Seat, qtbot: QtBot
) -> None:
    two(here)
    page, view = opened(here, qtbot)
    key(view, Qt.Key.Key_M)
    panel = find(page, MeasurePanel, "measure panel")
    assert panel.isVisible()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    key(view, Qt.Key.Key_Return)
    key(view, Qt.Key.Key_Right)
    said = words(page)
    assert any(text.startswith("From the last point: ") for text in said)
    assert any(re.fullmatch(r"Grid 0[89][0-9]° \([0-9]{4} mils\)", text) for text in said)
    assert any(re.fullmatch(r"True 0(89|9[0-9])° \([0-9]{4} mils\)", text) for text in said)
    key(view, Qt.Key.Key_Return)
    key(view, Qt.Key.Key_Down)
    assert any(text.startswith("In all with 2 points: ") for text in words(page))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert ref(page) == "", "a click measures and opens nothing"
    press(page, "measure again")
    assert not any(text.startswith("From the last") for text in words(page))
    key(view, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert ref(page)
    still(page, qtbot)


def test_what_was_heard_from_afar_is_a_band_and_not_a_pin(here: Seat, qtbot: QtBot) -> None:
    where = {
        "place": "OP 2",
        "observer_grid": "32QQF74922871",
        "bearing": "210",
        "bearing_unit": "degrees",
        "bearing_north": "true",
        "distance_min": "4000",
        "distance_max": "6000",
    }
    filed = here.ask(lambda desk: file_report(desk, restriction(where=where)))
    page, view = opened(here, qtbot)
    view.look(replace(view.camera, zoom=12))
    still(page, qtbot)
    (one,) = view.seen()
    arc = view.sightings_of(one)[0].row.arc
    assert arc is not None
    ring = band_ring(arc, view.camera)
    metres = ring.boundingRect().height() * view.camera.metres_per_pixel()
    assert 1500 < metres < 3500
    picture = view.grab().toImage()
    inside = picture.pixelColor(at(view, 0) + QPoint(6, 6))
    assert inside.name() not in (LIGHT.chart.land, LIGHT.chart.mark), "tinted, and no pin"
    observer = on_screen(view.camera, arc.observer).toPoint()
    assert picture.pixelColor(observer).name() == LIGHT.chart.land
    assert picture.pixelColor(observer + QPoint(3, 0)).name() != LIGHT.chart.land
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert ref(page) == filed.ref
    assert any(
        text.startswith("4.00 km to 6.00 km from the observer, true bearing 210°")
        for text in words(page)
    )


def test_a_standing_ban_is_hatched_as_large_as_its_square(here: Seat, qtbot: QtBot) -> None:
    where = {"place": "Tarek", "grid": "32QQF8947"}
    ban = restriction(where=where, what={"kind": "DENY-AREA"})
    here.ask(lambda desk: file_report(desk, ban))
    page, view = opened(here, qtbot)
    view.look(replace(view.camera, zoom=14))
    still(page, qtbot)
    (one,) = view.seen()
    box = square_box(view.sightings_of(one)[0], view.camera)
    assert box.width() * view.camera.metres_per_pixel() == pytest.approx(1000, rel=0.01)
    picture = view.grab().toImage()
    row = [
        picture.pixelColor(round(box.left()) + n, round(box.center().y()))
        for n in range(2, round(box.width()) - 2)
    ]
    red = [c.red() > c.blue() + 60 for c in row]
    assert 5 < sum(red) < len(red) - 5, "stripes"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 0))
    assert "Standing ban on an area in this square of 1 km" in words(page)
