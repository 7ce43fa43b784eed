"""A report passed on outside the app: as PDF, on paper, and by voice."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.event.kinds import Kind
from fieldapp.radio.short_text import check_short_text
from fieldapp.units import EventId
from tests.support.fleet import own_events
from tests.support.looking import find, press, unnamed, words
from tests.support.mission import Mission, make_mission
from tests.support.window import Seat, file_story, seat
from ui.reports import handing_on
from ui.reports.labels import SideLabel
from ui.reports.report_page import ReportPage
from ui.shell.languages import Languages
from ui.theme.apply import Scheme, apply_theme

DENIED = "03-denied-despite-clearance"
IED = "08c-ied-final"


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person saves; the name that is offered is kept beside it."""
    folder = tmp_path / "stick"
    folder.mkdir()

    def choose(_parent: QWidget, name: str) -> Path:
        return folder / name

    monkeypatch.setattr(handing_on, "choose_target", choose)
    return folder


def opened(qtbot: QtBot, at: Seat, report: EventId) -> ReportPage:
    page = ReportPage(at.context)
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    return page


def saved(qtbot: QtBot, at: Seat, page: ReportPage, folder: Path) -> tuple[Path, PdfReader]:
    press(page, "copy report")
    press(page, "copy pdf")
    at.settle(qtbot)
    (path,) = folder.iterdir()
    return path, PdfReader(path)


def text_of(pdf: PdfReader) -> str:
    """What the pages say, in one line; letters of Arabic without their joined forms."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def copies(at: Seat) -> list[object]:
    events = at.ask(own_events)
    return [(e.content() or {}).get("as") for e in events if e.head.kind == Kind.EXPORT]


def test_a_pdf_holds_what_the_screen_shows(qtbot: QtBot, author: Seat, target: Path) -> None:
    page = opened(qtbot, author, file_story(author, DENIED, photos=3).report)
    path, pdf = saved(qtbot, author, page, target)
    text = text_of(pdf)
    for told in ("32QQF89474793", "061020A NOV 26", "Not informed by brigade", "55", "CP Tarek"):
        assert told in text, told
    assert "The checkpoint had no means to confirm the clearance." in text
    assert "(the author's opinion)" in text
    assert len(pdf.pages[-1].images) + sum(len(p.images) for p in pdf.pages[:-1]) == 3
    assert path.name.endswith(" R0 CONFIDENTIAL.pdf")
    assert "Saved as" in " ".join(words(page))


def test_every_page_is_marked(qtbot: QtBot, author: Seat, target: Path) -> None:
    counted = [
        f"Lorry {number:03} went by while smoke was seen in the east." for number in range(150)
    ]
    filed = file_story(author, DENIED, facts={"narrative": " ".join(counted)})
    _, pdf = saved(qtbot, author, opened(qtbot, author, filed.report), target)
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.count("CONFIDENTIAL") == 2, "at the head and at the foot"
        assert "Not to the host state" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Copied by Capt A" in page
    whole = " ".join(pages)
    assert [lorry for lorry in counted if lorry.split(" went")[0] not in whole] == []


def test_it_is_pdf_a(qtbot: QtBot, author: Seat, target: Path) -> None:
    filed = file_story(author, DENIED, photos=1)
    _, pdf = saved(qtbot, author, opened(qtbot, author, filed.report), target)
    root = pdf.trailer["/Root"]
    meta = root["/Metadata"].get_data()
    assert b"pdfaid:part>1<" in meta.replace(b'pdfaid:part="1"', b"pdfaid:part>1<")
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/Encrypt" not in pdf.trailer
    fonts = [
        font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"]), font


def test_it_is_black_on_white_in_the_dark_too(qtbot: QtBot, author: Seat, target: Path) -> None:
    qt = QGuiApplication.instance()
    apply_theme(qt, Scheme.DARK)
    try:
        filed = file_story(author, DENIED)
        _, pdf = saved(qtbot, author, opened(qtbot, author, filed.report), target)
    finally:
        apply_theme(qt, Scheme.LIGHT)
    drawn = pdf.pages[0].get_contents()
    assert drawn is not None
    colours = {tuple(words) for words, operator in drawn.operations if operator == b"scn"}
    assert colours, "something was drawn"
    assert all(float(max(colour)) < 0.5 for colour in colours), colours


def test_in_arabic_from_right_to_left(qtbot: QtBot, author: Seat, target: Path) -> None:
    qt = QGuiApplication.instance()
    languages = Languages(qt, ("en", "ar"))
    languages.use("ar")
    try:
        said = "أوقف الجنود الدورية عند الحاجز"
        filed = file_story(author, DENIED, facts={"narrative": said})
        _, pdf = saved(qtbot, author, opened(qtbot, author, filed.report), target)
    finally:
        languages.use("en")
    text = text_of(pdf)
    assert "32QQF89474793" in text, "a grid is not turned round"
    assert "061020A NOV 26" in text
    for word in ("الجنود", "الدورية"):
        assert word in text or word[::-1] in text, word


def test_a_copy_is_noted_as_a_signed_record(qtbot: QtBot, author: Seat, target: Path) -> None:
    filed = file_story(author, DENIED)
    page = opened(qtbot, author, filed.report)
    assert copies(author) == []
    press(page, "copy report")
    assert "anybody who finds it can read it" in " ".join(words(page))
    assert copies(author) == [], "not before it is made"
    press(page, "copy pdf")
    author.settle(qtbot)
    assert copies(author) == ["pdf"]


def test_no_file_is_left_where_it_cannot_be_written(
    qtbot: QtBot, author: Seat, target: Path
) -> None:
    filed = file_story(author, DENIED)
    page = opened(qtbot, author, filed.report)
    target.rmdir()
    press(page, "copy report")
    press(page, "copy pdf")
    author.settle(qtbot)
    assert "os.file" in " ".join(words(page)) or "cannot be used" in " ".join(words(page))
    assert find(page, QPushButton, "copy pdf").isEnabled(), "once more"


def test_a_printer_gets_the_same_pages(
    qtbot: QtBot, author: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"

    def choose(_parent: QWidget) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr(handing_on, "choose_printer", choose)
    page = opened(qtbot, author, file_story(author, DENIED).report)
    press(page, "copy report")
    press(page, "copy print")
    author.settle(qtbot)
    assert "32QQF89474793" in text_of(PdfReader(paper))
    assert copies(author) == ["paper"]


def test_reading_out(qtbot: QtBot, author: Seat) -> None:
    filed = file_story(author, DENIED)
    page = opened(qtbot, author, filed.report)
    press(page, "read out")
    said = words(page)
    assert "32Q QF 8947 4793" in said
    spelled = "THREE TWO QUEBEC,  QUEBEC FOXTROT,  EIGHT NINER FOUR SEVEN,  FOUR SEVEN NINER THREE"
    assert spelled in said
    assert any(text.startswith("ZERO SIX ONE ZERO TWO ZERO ALFA") for text in said)
    check = find(page, SideLabel, "check word").text()
    assert len(check.split()) == 3
    press(page, "copy short text")
    text = QGuiApplication.clipboard().text()
    assert check_short_text(text)
    assert text.startswith("TS7-FOM-2026-0001-")
    assert unnamed(page) == []


def test_lines_are_numbered_without_a_gap(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, file_story(author, IED).report)
    press(page, "read out")
    numbers = [int(text) for text in words(page) if text.isdigit() and int(text) < 60]
    assert {*range(1, 25)} <= set(numbers)


def test_one_panel_at_a_time_and_it_closes(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author, file_story(author, DENIED).report)
    press(page, "read out")
    press(page, "copy report")
    assert not find(page, SideLabel, "check word").isVisible()
    press(page, "copy close")
    assert not find(page, QPushButton, "copy pdf").isVisible()
