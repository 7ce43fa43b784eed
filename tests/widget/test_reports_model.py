"""The table of reports, checked by Qt's own tester while pages come and change."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from fieldapp.store.reads import Delivery, Page, ReportRow
from fieldapp.units import EventId, UtcMillis
from tests.support.mission import START, TickingClock, make_mission
from tests.support.window import Seat, seat
from ui.reports.model import GRID, HQ, NUMBER, STATE, WHAT, WHEN, ReportsModel
from ui.reports.report_model import Reader, RowWords
from ui.reports.times import Times
from ui.theme.table import TONE_ROLE
from ui.theme.tokens import Tone


def row(number: int) -> ReportRow:
    return ReportRow(
        n=number,
        id=EventId(number.to_bytes(32, "big")),
        ref=f"TS7-FOM-2026-{number:04}",
        type="FOM",
        form="restriction",
        what="DENY",
        precedence="ROUTINE",
        classification="C",
        state="new",
        recheck=False,
        questions=0,
        revision=0,
        place="CP Tarek",
        grid="32QQF89474793",
        happened=START,
        filed=START,
        changed=START,
        author="Capt A",
        unit="TS7",
        own=True,
        files=0,
        history=False,
        delivery=Delivery.WAITING,
    )


def model_of(here: Seat) -> ReportsModel:
    return ReportsModel(RowWords(Reader(here.context), Times(TickingClock(), 60, "en")))


def checked(model: ReportsModel) -> QAbstractItemModelTester:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, mode)


def page(first: int, last: int, more: bool = True) -> Page:
    rows = tuple(row(number) for number in range(first, last, -1))
    return Page(rows, (START, last) if more else None)


def test_pages_come_as_they_are_wanted(tmp_path: Path, qtbot: QtBot) -> None:
    with seat(tmp_path, make_mission()) as here:
        model = model_of(here)
        tester = checked(model)
        wanted = QSignalSpy(model.more_wanted)
        model.show_page(page(120, 70))
        asked = wanted.count()
        if not asked:
            model.fetchMore(QModelIndex())
            asked = wanted.count()
        assert asked == 1
        assert not model.canFetchMore(QModelIndex()), "one page at a time"
        model.fetchMore(QModelIndex())
        assert wanted.count() == 1
        model.add_page(page(70, 20))
        assert model.rowCount() == 100
        model.not_fetched()
        assert model.canFetchMore(QModelIndex())
        model.add_page(page(20, 0, more=False))
        assert model.rowCount() == 120
        assert not model.canFetchMore(QModelIndex())
        assert [model.index(at, NUMBER).data() for at in (0, 119)] == [
            "TS7-FOM-2026-0120",
            "TS7-FOM-2026-0001",
        ]
        assert tester.model() is model


def test_a_row_that_comes_twice_is_shown_once(tmp_path: Path, qtbot: QtBot) -> None:
    with seat(tmp_path, make_mission()) as here:
        model = model_of(here)
        tester = checked(model)
        model.show_page(page(10, 5))
        model.add_page(page(7, 2, more=False))
        assert model.rowCount() == 8
        assert tester.model() is model


def test_unchanged_rows_keep_their_place(tmp_path: Path, qtbot: QtBot) -> None:
    with seat(tmp_path, make_mission()) as here:
        model = model_of(here)
        tester = checked(model)
        model.show_page(page(10, 5))
        resets, repainted = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
        model.show_page(page(10, 5))
        assert (resets.count(), repainted.count()) == (0, 0)
        rows = page(10, 5).rows
        model.show_page(Page((replace(rows[0], state="accepted"), *rows[1:]), None))
        assert (resets.count(), repainted.count()) == (0, 1)
        assert model.index(0, STATE).data() == "Accepted"
        model.show_page(page(11, 5))
        assert resets.count() == 1
        assert model.find(row(8).id).row() == 3
        assert not model.find(row(99).id).isValid()
        assert tester.model() is model


def test_what_columns_say(tmp_path: Path, qtbot: QtBot) -> None:
    with seat(tmp_path, make_mission()) as here:
        model = model_of(here)
        late = replace(row(1), happened=None, filed=UtcMillis(START + 3_600_000), recheck=True)
        there = replace(row(2), delivery=Delivery.RECEIVED)
        old = replace(row(3), history=True, delivery=Delivery.FROM_HQ, what="")
        model.show_page(Page((late, there, old), None))
        assert model.index(0, WHEN).data() == "031200A NOV 26"
        assert model.index(1, WHEN).data() == "031100A NOV 26"
        assert model.index(0, WHAT).data() == "Passage refused"
        assert model.index(2, WHAT).data() == "Restriction of movement"
        assert model.index(0, GRID).data() == "32QQF89474793"
        assert [model.index(at, STATE).data() for at in range(3)] == [
            "Check again",
            "New",
            "Imported",
        ]
        assert [model.index(at, HQ).data() for at in range(3)] == [
            "Waiting",
            "Received",
            "From HQ",
        ]
        assert Tone(model.index(1, HQ).data(TONE_ROLE)) is Tone.SUCCESS
        assert model.index(1, GRID).data(TONE_ROLE) is None
        assert model.index(0, NUMBER).data(Qt.ItemDataRole.ToolTipRole) == "Capt A, TS7"
        assert model.headerData(0, Qt.Orientation.Horizontal) == "When"
        assert model.headerData(0, Qt.Orientation.Vertical) is None
