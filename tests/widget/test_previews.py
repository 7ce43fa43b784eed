"""Previews: made small and clean, sent along by the window, shown until the photo has come."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.photos.cleaning import clean_photo
from fieldapp.photos.previews import PREVIEW_BYTES, PREVIEW_SIDE
from fieldapp.store import blobs, reads
from fieldapp.store.drafts import Draft, DraftFile
from fieldapp.units import EventId
from tests.support.camera import with_everything
from tests.support.fleet import carry, own_events
from tests.support.looking import click, find, key, press
from tests.support.mission import Mission, make_mission
from tests.support.window import Seat, file_story, photo, seat, story
from ui.forms.photos import PhotoStrip
from ui.reports.photo_wall import PhotoWall
from ui.reports.photos import FULL, decode
from ui.reports.previews import make_preview, with_preview
from ui.reports.report_page import ReportPage
from ui.reports.writing import keep_photo, send_off

DENIED = "03-denied-despite-clearance"
WORDS = b"kanarienvogel was here"
COMING = "Preview; the photo itself is still on its way"


def noisy(width: int = 1200, height: int = 600, kind: str = "jpg", alpha: int = 200) -> bytes:
    """A picture with as much detail as there can be, red on the left and blue on the right."""
    raw = Random(width).randbytes(width * height * 4)
    image = QImage(raw, width, height, QImage.Format.Format_RGBX8888).copy()
    half = width // 2
    with QPainter(image) as painter:
        painter.fillRect(QRect(0, 0, half, height), QColor(255, 0, 0, alpha))
        painter.fillRect(QRect(half, 0, half, height), QColor(0, 0, 255, alpha))
    return written(image, kind)


def written(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    "photo",
    [noisy(), noisy(kind="png"), noisy(4000, 3000), noisy(300, 2000), noisy(alpha=0, kind="png")],
)
def test_a_preview_stays_within_its_bytes_and_its_side(photo: bytes) -> None:
    assert len(photo) > PREVIEW_BYTES
    made = make_preview(photo)
    assert 0 < len(made) <= PREVIEW_BYTES
    shown = decode(made, FULL)
    assert PREVIEW_SIDE // 4 < max(shown.width(), shown.height()) <= PREVIEW_SIDE


def test_an_ordinary_photo_keeps_the_whole_side() -> None:
    made = decode(make_preview(noisy(2000, 1500, alpha=240)), FULL)
    assert made.size() == QSize(480, 360)


def test_a_photo_taken_upright_has_an_upright_preview() -> None:
    """Orientation 6: the camera was turned right, so the left side is shown on top."""
    found = clean_photo(with_everything(noisy(), WORDS, orientation=6)).content
    shown = decode(make_preview(found), FULL)
    assert shown.height() == 2 * shown.width()
    top, bottom = (shown.pixelColor(shown.width() // 2, at) for at in (5, shown.height() - 5))
    assert top.red() > top.blue() + 50
    assert bottom.blue() > bottom.red() + 50


def test_no_word_of_the_camera_is_in_a_preview() -> None:
    made = make_preview(with_everything(noisy(), WORDS))
    assert made
    assert WORDS not in made
    assert clean_photo(made).content == made


def test_what_is_clear_becomes_white_paper() -> None:
    image = QImage(600, 600, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    raw = QImage(Random(5).randbytes(300 * 300 * 4), 300, 300, QImage.Format.Format_RGBX8888)
    with QPainter(image) as painter:
        painter.drawImage(0, 0, raw)
    shown = decode(make_preview(written(image, "png")), FULL)
    assert shown.pixelColor(shown.width() - 5, shown.height() - 5).lightness() > 240


def test_small_photos_and_what_is_no_picture_have_none() -> None:
    assert make_preview(photo(1).content) == b""
    for hostile in (
        b"P6 60000 60000 255\n" + bytes(30_000),
        b"\xff\xd8" + bytes(30_000),
        Random(1).randbytes(30_000),
        b"%PDF-1.7" + bytes(30_000),
    ):
        assert make_preview(hostile) == b""
    assert len(make_preview(noisy()[:40_000])) <= PREVIEW_BYTES
    assert with_preview(NewFile(noisy(), "application/pdf", "a.pdf")).preview == b""


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


@pytest.fixture
def officer(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    who = {"person": "Maj H", "unit": "HQ", "seed": 21}
    with seat(tmp_path / "hq", mission, Role.OFFICER, **who) as here:
        yield here


def opened(qtbot: QtBot, at: Seat, report: EventId) -> ReportPage:
    page = ReportPage(at.context)
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    return page


def test_a_report_filed_by_the_window_has_previews_of_its_photos(author: Seat) -> None:
    large, small = noisy(), photo(1).content
    files = (
        DraftFile("a", "image/jpeg", "large.jpg", len(large)),
        DraftFile("b", "image/jpeg", "small.jpg", len(small)),
    )

    def work(desk: Desk) -> EventId:
        draft = Draft("d1", "restriction", "1", files=files)
        keep_photo(desk, draft, "a", large)
        keep_photo(desk, draft, "b", small)
        return send_off(desk, draft, story(DENIED)).report

    report = author.ask(work)
    detail = author.ask(lambda desk: reads.detail(desk.store, report))
    said = detail.revisions[-1].content["files"]
    assert [item["sha"] for item in said] == [file.sha.hex() for file in detail.files]
    assert 0 < said[0]["preview"]["size"] <= PREVIEW_BYTES
    assert "preview" not in said[1]
    kept = detail.files[0].preview
    assert kept is not None
    assert author.ask(lambda desk: blobs.read_blob(desk.store, kept)) == make_preview(large)


def test_photos_added_to_a_report_have_previews(qtbot: QtBot, author: Seat, tmp_path: Path) -> None:
    report = file_story(author, DENIED).report
    path = tmp_path / "bridge.jpg"
    path.write_bytes(noisy())
    page = ReportPage(author.context, choose=lambda _parent: [str(path)])
    author.show(qtbot, page)
    page.opened(report)
    author.settle(qtbot)
    press(page, "add photos")
    strip = page.findChild(PhotoStrip)
    assert strip is not None
    click(strip.add_button)
    assert find(page, QPushButton, "photos yes").isEnabled()
    press(page, "photos yes")
    author.settle(qtbot)
    (file,) = author.ask(lambda desk: reads.detail(desk.store, report)).files
    assert file.preview is not None
    assert "preview" not in find(page, QToolButton, "photo").text()


def test_the_preview_is_shown_and_marked_until_the_photo_comes(
    qtbot: QtBot, author: Seat, officer: Seat, mission: Mission
) -> None:
    def work(desk: Desk) -> EventId:
        file = with_preview(NewFile(noisy(), "image/jpeg", "gate.jpg"))
        return commands.file_report(desk, story(DENIED), [file]).report

    report = author.ask(work)
    events = author.ask(own_events)
    vouched = author.ask(lambda desk: mission.vouch(desk, Role.PATROL))
    officer.ask(lambda desk: carry([vouched, *events], desk, mission))
    page = opened(qtbot, officer, report)
    tile = find(page, QToolButton, "photo")
    assert not tile.isEnabled()
    assert "not here yet" in tile.text()
    file = author.ask(lambda desk: reads.detail(desk.store, report)).files[0]
    assert file.preview is not None
    for sha, marked in ((file.preview, True), (file.sha, False)):
        content = author.ask(lambda desk, sha=sha: blobs.read_blob(desk.store, sha))
        officer.ask(lambda desk, content=content: blobs.put_blob(desk.store, content, ""))
        officer.announce(qtbot)
        tile = find(page, QToolButton, "photo")
        qtbot.waitUntil(tile.isEnabled)
        assert ("preview" in tile.text()) is marked
        assert (COMING in tile.toolTip()) is marked
        assert find(page, QLabel, "previews note").isVisible() is marked
        click(tile)
        officer.settle(qtbot)
        viewer = QApplication.activeModalWidget()
        assert viewer is not None
        note = find(viewer, QLabel, "photo note")
        assert (note.isVisible(), note.text()) == (marked, COMING if marked else "")
        (picture,) = (label for label in viewer.findChildren(QLabel) if label is not note)
        assert (picture.pixmap().width() <= PREVIEW_SIDE) is marked
        key(viewer, Qt.Key.Key_Escape)


def test_the_author_sees_the_photo_itself(qtbot: QtBot, author: Seat) -> None:
    def work(desk: Desk) -> EventId:
        file = with_preview(NewFile(noisy(), "image/jpeg", "gate.jpg"))
        return commands.file_report(desk, story(DENIED), [file]).report

    page = opened(qtbot, author, author.ask(work))
    tile = find(page, QToolButton, "photo")
    qtbot.waitUntil(tile.isEnabled)
    assert "preview" not in tile.text()
    assert not find(page, QLabel, "previews note").isVisible()


def test_a_file_that_is_no_picture_is_not_asked_for(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED, photos=1).report
    (file,) = author.ask(lambda desk: reads.detail(desk.store, report)).files
    wall = PhotoWall()
    qtbot.addWidget(wall)
    assert wall.show_files([replace(file, mime="application/pdf")]) == []
    assert wall.show_files([replace(file, here=False)]) == []
    assert wall.show_files([replace(file, here=False, preview=file.sha)]) != []
