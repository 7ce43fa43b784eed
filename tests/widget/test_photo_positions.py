"""Where a photo was taken is offered for the grid before it is forgotten; unused, it is gone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fieldapp.notation import grid
from fieldapp.notation.latlon import from_degrees
from fieldapp.people import Desk
from fieldapp.photos.cleaning import clean_photo
from fieldapp.store import drafts
from tests.support.camera import GPS, with_everything
from tests.support.mission import make_mission
from tests.support.window import Seat, photo, seat
from ui.forms.photos import photo_offer
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage

GRID, METHOD = "/data/where/grid", "/data/where/method"
SQUARE = grid.from_lat_lon(from_degrees(*GPS))


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path / "home", make_mission()) as made:
        yield made


@pytest.fixture
def editor(here: Seat, qtbot: QtBot) -> FormEditor:
    page = FormPage(here.context, pause_ms=1)
    here.show(qtbot, page, (1250, 720))
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    assert page.editor is not None
    return page.editor


def drop(editor: FormEditor, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    editor.photos._take(mime)


def kept(desk: Desk) -> tuple[str, bytes]:
    (draft,) = drafts.load_drafts(desk.store, desk.sealer)
    content = b"".join(
        drafts.read_draft_file(desk.store, desk.sealer, draft.id, file.key) for file in draft.files
    )
    return json.dumps([draft.answers, draft.typed]), content


def test_the_position_is_taken_over_on_a_press(
    here: Seat, editor: FormEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(editor, tmp_path / "IMG_2.jpg", with_everything(photo(1).content, b"words"))
    here.settle(qtbot)
    offer = editor.photos.offer
    assert "IMG_2.jpg was taken in" in offer.text
    assert SQUARE.spaced in offer.text
    assert editor.form.session.value(GRID) == ""
    QTest.keyClick(offer.button, Qt.Key.Key_Space)
    assert editor.form.session.value(GRID) == SQUARE.text
    assert editor.form.session.value(METHOD) == "GPS"
    QTest.keySequence(editor.form.focusWidget(), "Ctrl+Z")
    assert editor.form.session.value(GRID) == ""


def test_what_is_not_used_is_kept_nowhere(
    here: Seat, editor: FormEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(editor, tmp_path / "IMG_2.jpg", with_everything(photo(1).content, b"words"))
    here.settle(qtbot)
    said, content = here.ask(kept)
    assert SQUARE.square + SQUARE.easting not in said
    assert clean_photo(content).position is None
    drop(editor, tmp_path / "IMG_3.jpg", photo(2).content)
    assert not editor.photos.offer.isVisible()


def test_a_camera_at_the_pole_offers_nothing() -> None:
    assert photo_offer("IMG_1.jpg", 89.0, 10.0) is None
    assert photo_offer("IMG_1.jpg", 12.5, -3.25) is not None
