"""The map as a file: marked, with scale and north, and written whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.errors import FieldError
from fieldapp.store.map_reads import MapRow
from fieldapp.units import EventId, UtcMillis
from tests.support.mission import make_mission
from tests.support.window import Seat, file_story, seat
from ui.map.legend import Legend
from ui.map.model import Sighting, sighting
from ui.map.pack import world_pack
from ui.map.page import MapPage
from ui.map.saving import MapSaving, highest
from ui.map.sheet import HEIGHT, SHARP, WIDTH, SheetMaker
from ui.theme.tokens import LIGHT


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


class Desk:
    """A page with its map, and a saving that puts files where the test looks."""

    def __init__(self, here: Seat, qtbot: QtBot, folder: Path) -> None:
        self.page = MapPage(here.context)
        here.show(qtbot, self.page)
        self.page.opened(None)
        here.settle(qtbot)
        assert self.page.view is not None
        self.view = self.page.view
        self.here, self.qtbot, self.folder = here, qtbot, folder
        self.offered: list[str] = []
        self.said: list[str] = []
        self.failed: list[FieldError] = []
        legend = self.page.findChild(Legend)
        assert legend is not None
        self.saving = MapSaving(here.context, self.view, world_pack(), legend, self.choose)
        self.saving.saved.connect(self.said.append)
        self.saving.failed.connect(self.failed.append)

    def choose(self, parent: QWidget, name: str) -> Path | None:
        self.offered.append(name)
        return self.folder / name

    def save(self, downs: int) -> Path:
        """Goes down the menu by keys and waits for the file."""
        self.saving.menu.popup(QPoint(0, 0))
        for _ in range(downs):
            QTest.keyClick(self.saving.menu, Qt.Key.Key_Down)
        QTest.keyClick(self.saving.menu, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.said or self.failed), timeout=20_000)
        return self.folder / self.offered[-1]


def test_a_picture_carries_map_marking_and_scale(here: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    file_story(here, "08a-ied-first-flash")
    desk = Desk(here, qtbot, tmp_path)
    path = desk.save(2)
    assert desk.said == [path.name]
    assert path.name.startswith("CONFIDENTIAL-MAP-")
    image = QImage(str(path))
    assert (image.width(), image.height()) == (WIDTH * SHARP, HEIGHT * SHARP)
    land = sum(image.pixelColor(x, 700).name() == LIGHT.chart.land for x in range(100, 2100, 10))
    assert land > 50, "the ground is there"
    for top in (16, HEIGHT - 34):
        assert dark_in(image, top, 18) > 20, "the marking stands above and below"
    assert dark_in(image, 674, 18) > 20, "the scale bar"


def dark_in(image: QImage, top: int, high: int) -> int:
    """Dark dots in a band of the sheet."""
    found = 0
    for y in range(top * SHARP, (top + high) * SHARP, 2):
        for x in range(0, image.width(), 2):
            found += QColor(image.pixel(x, y)).lightness() < 90
    return found


def test_a_pdf_is_one_page_with_nothing_but_its_title(
    here: Seat, qtbot: QtBot, tmp_path: Path
) -> None:
    file_story(here, "08a-ied-first-flash")
    path = Desk(here, qtbot, tmp_path).save(1)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert path.suffix == ".pdf"


def test_a_refused_file_is_told_and_saving_goes_on(
    here: Seat, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(here, qtbot, tmp_path / "gone")
    desk.save(1)
    assert desk.failed
    desk.failed.clear()
    desk.folder = tmp_path
    assert desk.save(1).exists()


def test_who_changes_their_mind_writes_nothing(here: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(here, qtbot, tmp_path)
    before = set(tmp_path.iterdir())
    desk.saving._choose = lambda parent, name: None
    desk.saving._pdf.trigger()
    here.settle(qtbot)
    assert set(tmp_path.iterdir()) == before
    assert desk.said == []


def marked(level: str, lat: float = 6.0) -> Sighting:
    row = MapRow(EventId(b"1"), "", lat, 20.0, 10, "INC", "new", "", UtcMillis(0))
    return sighting(replace(row, classification=level))


def test_the_highest_classification_counts_and_an_unknown_one_above_all() -> None:
    levels = ("U", "C", "SC")
    assert highest(levels, [marked("U"), marked("SC"), marked("C")]) == "SC"
    assert highest(levels, [marked("SC"), marked("XX")]) == "XX"
    assert highest(levels, []) == "U"
    assert highest((), []) == ""


def test_only_what_is_on_the_sheet_counts(qtbot: QtBot) -> None:
    from ui.map.projection import Camera, to_world

    camera = Camera(zoom=8, width=1200, height=600).at(*to_world(6, 20))
    maker = SheetMaker(world_pack(), camera, (marked("C"), marked("SC", lat=40.0)), grid=True)
    assert [one.row.classification for one in maker.shown()] == ["C"]
    assert maker.camera.width >= camera.width
    assert maker.camera.height >= camera.height
    qtbot.waitUntil(lambda: maker.is_ready, timeout=20_000)
