"""Photos on the page of one report: counted, added, shown small and large."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from fieldapp.event.receipt import PhotoState
from fieldapp.people import Desk
from fieldapp.store import reads
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import deliver, receipt_for
from tests.support.looking import click, find, key, press
from tests.support.mission import START, Mission, make_mission
from tests.support.window import Seat, file_story, photo, seat
from ui.forms.photos import PhotoStrip
from ui.reports.photos import THUMBNAIL, decode
from ui.reports.report_page import ReportPage
from ui.theme.badge import Badge

DENIED = "03-denied-despite-clearance"
NOON = UtcMillis(START + 3_600_000)


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


def opened(qtbot: QtBot, at: Seat, report: EventId) -> ReportPage:
    page = ReportPage(at.context)
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    return page


def delivery(page: ReportPage) -> str:
    return find(page, Badge, "delivery").text


def test_photos_that_are_missing_at_hq_are_counted(
    qtbot: QtBot, author: Seat, mission: Mission
) -> None:
    filed = file_story(author, DENIED, photos=3)

    def some(desk: Desk) -> None:
        files = reads.detail(desk.store, filed.report).files
        states = {files[0].sha: PhotoState(True), files[1].sha: PhotoState(False, b"\x01")}
        deliver(desk, mission, receipt_for(desk, 2, photos=states, t=NOON))

    author.ask(some)
    page = opened(qtbot, author, filed.report)
    assert delivery(page).startswith("Text received 11:00Z, 1 of 3 photos sent (")
    tiles = [tile.text() for tile in page.findChildren(QToolButton)]
    assert [text.splitlines()[0] for text in tiles] == [
        "IMG_0000.jpg",
        "IMG_0001.jpg",
        "IMG_0002.jpg",
    ]
    assert ["waiting" in text for text in tiles] == [False, True, True]


def test_photos_are_added_to_a_filed_report(qtbot: QtBot, author: Seat, tmp_path: Path) -> None:
    report = file_story(author, DENIED, photos=1).report
    path = tmp_path / "bridge.jpg"
    path.write_bytes(photo(8).content)
    page = ReportPage(author.context, choose=lambda _parent: [str(path)])
    author.show(qtbot, page)
    page.opened(report)
    author.settle(qtbot)
    press(page, "add photos")
    assert not find(page, QPushButton, "photos yes").isEnabled()
    strip = page.findChild(PhotoStrip)
    assert strip is not None
    click(strip.add_button)
    press(page, "photos yes")
    author.settle(qtbot)
    files = author.ask(lambda desk: reads.detail(desk.store, report)).files
    assert [file.name for file in files] == ["IMG_0000.jpg", "bridge.jpg"]
    assert not find(page, QPushButton, "photos yes").isVisible()
    assert len(page.findChildren(QToolButton, "photo")) == 2


def test_thumbnails_appear_and_open_large(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, file_story(author, DENIED, photos=1).report)
    tile = find(page, QToolButton, "photo")
    qtbot.waitUntil(tile.isEnabled)
    assert tile.iconSize() == THUMBNAIL
    click(tile)
    author.settle(qtbot)
    viewer = QApplication.activeModalWidget()
    assert viewer is not None
    picture = viewer.findChild(QLabel)
    assert picture is not None
    assert picture.pixmap().width() > THUMBNAIL.width()
    key(viewer, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_picture_that_claims_to_be_huge_is_not_decoded() -> None:
    bomb = b"P6 60000 60000 255\n" + bytes(300)
    assert decode(bomb, THUMBNAIL).isNull()
    assert decode(b"no picture at all", THUMBNAIL).isNull()
    small = decode(photo(1, 4000, 3000).content, THUMBNAIL)
    assert 0 < small.width() <= THUMBNAIL.width()
    assert 0 < small.height() <= THUMBNAIL.height()
