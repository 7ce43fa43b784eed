"""Place names: known places are offered while one types, and their grid after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.notation.latlon import from_degrees
from fieldapp.store.places import KnownPlace
from tests.support.looking import type_into
from tests.support.mission import START, make_mission
from tests.support.window import Seat, file_story, seat
from ui.forms.grid_field import GridField
from ui.forms.place_field import PlaceField
from ui.forms.places import MOST_OFFERED, PlaceBook, known_entries, town_entries
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage

PLACE, GRID, METHOD = "/data/where/place", "/data/where/grid", "/data/where/method"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def editor(here: Seat, qtbot: QtBot) -> FormEditor:
    """Of a new restriction, after one at CP Tarek was filed."""
    file_story(here, "03-denied-despite-clearance")
    page = FormPage(here.context)
    here.show(qtbot, page, (1250, 720))
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    assert page.editor is not None
    return page.editor


def field(editor: FormEditor) -> PlaceField:
    found = editor.form.box(PLACE).field
    assert isinstance(found, PlaceField)
    return found


def grid(editor: FormEditor) -> GridField:
    found = editor.form.box(GRID).field
    assert isinstance(found, GridField)
    return found


def popup() -> QListView:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QListView)
    return found


def type_place(editor: FormEditor, text: str) -> QLineEdit:
    editor.form.go_to(PLACE)
    edit = field(editor).edit
    type_into(edit, text)
    return edit


def test_a_place_is_chosen_by_keys_and_its_grid_taken_over_by_a_press(editor: FormEditor) -> None:
    edit = type_place(editor, "tar")
    assert popup().model().index(0, 0).data().startswith("CP Tarek · 32Q QF 8947 4793")
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    assert edit.text() == "tar"
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert editor.form.session.value(PLACE) == "CP Tarek"
    assert editor.form.session.value(GRID) == ""
    offer = grid(editor).offer
    assert offer.isVisible()
    assert "32Q QF 8947 4793" in offer.text
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClick(offer.button, Qt.Key.Key_Space)
    assert editor.form.session.value(GRID) == "32QQF89474793"
    assert editor.form.session.value(METHOD) == ""
    assert not offer.isVisible()
    QTest.keySequence(grid(editor).edit, "Ctrl+Z")
    assert editor.form.session.value(GRID) == ""


def test_the_name_typed_in_full_offers_its_grid_when_it_is_left(editor: FormEditor) -> None:
    edit = type_place(editor, "cp tárek")
    if (shown := QApplication.activePopupWidget()) is not None:
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert editor.form.session.value(PLACE) == "cp tárek"
    assert grid(editor).offer.isVisible()


def test_what_is_typed_otherwise_stays_and_offers_nothing(editor: FormEditor) -> None:
    edit = type_place(editor, "Zzgrt")
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert editor.form.session.value(PLACE) == "Zzgrt"
    assert not grid(editor).offer.isVisible()


def test_a_town_of_the_map_says_so_and_gives_a_square_of_a_kilometre(editor: FormEditor) -> None:
    editor.form.go_to(PLACE)
    field(editor)._book.fill(((), town_entries([("Bardaï", from_degrees(21.354, 17.001))])))
    QTest.keyClicks(field(editor).edit, "bardai")
    click_first(popup())
    assert editor.form.session.value(PLACE) == "Bardaï"
    QTest.keyClick(grid(editor).offer.button, Qt.Key.Key_Space)
    assert len(editor.form.session.value(GRID)) == 9
    assert editor.form.session.value(METHOD) == "MAP"


def click_first(shown: QListView) -> None:
    where = shown.visualRect(shown.model().index(0, 0)).center()
    viewport: QWidget = shown.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)


def test_the_book_lists_reports_before_the_map_and_each_name_once() -> None:
    known = [KnownPlace("Adoum Nord", "", 9, START), KnownPlace("Adoum", "32QQF96255199", 2, START)]
    towns = [(f"Adoum {number}", from_degrees(18, 11)) for number in range(20)]
    book = PlaceBook()
    book.fill((known_entries(known), town_entries([("ADOUM", from_degrees(18, 11)), *towns])))
    found = book.find("adou")
    assert [hit.name for hit in found[:3]] == ["Adoum Nord", "Adoum", "Adoum 0"]
    assert len(found) == MOST_OFFERED
    assert [hit.name for hit in book.find("nord")] == ["Adoum Nord"]
    assert book.find("  ") == ()
    assert book.named("ádoum") == found[1]
