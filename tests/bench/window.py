"""The window over a full store: filtering, opening a form, and standing still during a sync."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from fieldapp.changes import Changes
from fieldapp.clock import SystemClock
from fieldapp.people import Desk
from fieldapp.store.lane import StoreLane
from tests.bench.harness import Measured
from tests.screens.window import Hands, opened, settle, until
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.gui_watch import Heartbeat
from tests.support.looking import at_rest
from tests.support.many import Flood, file_many
from tests.support.mission import make_desk, make_mission
from ui.forms.view import FormView
from ui.reports.model import COLUMNS, PAGE_ROWS
from ui.reports.reports_view import ReportsView
from ui.theme.apply import Scheme, apply_theme, themed_application

_ARRIVED = Changes(reports=True, delivery=True, roster=True, photos=True)
_WORDS = ("patrol", "patrouille", "patrulla", "road")
_NOWHERE = QModelIndex()
_FIELDS = 60
"""About as many as the restriction form shows at first."""


def window(runs: int, reports: int = 10_000) -> list[Measured]:
    """`gui_block_ms_max` during a sync, then `page_10k_ms` and the form's on that store."""
    _light()
    with TemporaryDirectory() as folder:
        flood = Flood(Path(folder), reports)
        officer = flood.officer()
        officer.store.close()
        with opened(officer.home, "en") as hands:
            hands.window.resize(1366, 768)
            hands.unlock()
            hands.go("reports")
            block = _standing_still(flood, hands)
            hands.go("reports")
            page = _page(hands, runs, f"page_{reports // 1000}k_ms")
            form = _form(hands, runs)
        return [block, page, *form]


def page_100k(runs: int) -> Measured:
    """`page_100k_ms`: as `page_10k_ms`, on the laptop of somebody whose reports HQ all has."""
    _light()
    with TemporaryDirectory() as folder:
        home = Path(folder) / "laptop"
        mission = make_mission()
        desk = make_desk(home, mission, clock=SystemClock())
        file_many(desk, 100_000)
        deliver(desk, mission, receipt_for(desk, len(own_events(desk))))
        desk.store.close()
        with opened(home, "en") as hands:
            hands.window.resize(1366, 768)
            hands.unlock()
            hands.go("reports")
            return _page(hands, runs, "page_100k_ms")


def _light() -> None:
    apply_theme(themed_application("bench"), Scheme.LIGHT)


def _standing_still(flood: Flood, hands: Hands) -> Measured:
    """The longest gap of a beating timer while all events arrive, with the window and without."""
    sitting = hands.sitting

    def ours(work: Callable[[Desk], object], then: Callable[[object], None]) -> None:
        def arrived(result: object) -> None:
            sitting.operations.announce(_ARRIVED)
            then(result)

        sitting.operations.read(sitting.operations, work, arrived)

    value = _sync(flood, ours)
    hands.settle()
    with _bare_lane(flood) as theirs:
        baseline = _sync(flood, theirs)
    return Measured("gui_block_ms_max", value, "ms", baseline, 1)


_Ask = Callable[[Callable[[Desk], object], Callable[[object], None]], None]


def _sync(flood: Flood, ask: _Ask) -> float:
    heart = Heartbeat()
    heart.start()
    for first, events in flood.batches():
        come: list[object] = []
        ask(lambda desk, e=events, f=first: carry(e, desk, flood.mission, f), come.append)  # type: ignore[misc]
        until(lambda come=come: bool(come))  # type: ignore[misc]
    return heart.stop()


@contextmanager
def _bare_lane(flood: Flood) -> Iterator[_Ask]:
    """A thread that takes the same events in, without any window to tell."""
    lane = StoreLane()
    desk = lane.ask(flood.officer)

    def ask(work: Callable[[Desk], object], then: Callable[[object], None]) -> None:
        future, _ = lane.submit(lambda _token: work(desk))
        future.add_done_callback(lambda done: then(done.result()))

    yield ask
    lane.ask(desk.store.close)
    lane.close()


def _page(hands: Hands, runs: int, name: str) -> Measured:
    """From another filter to the painted table, against a bare table with as many rows."""
    view = hands.find(ReportsView, "reports")
    line = hands.find(QLineEdit, "search")
    model = view.model()
    reset: list[None] = []
    model.modelReset.connect(lambda: reset.append(None))
    bare = _Bare()
    table = QTableView()
    table.setModel(bare)
    table.resize(view.size())
    table.show()
    settle()

    def ours(at: int) -> float:
        begun = time.perf_counter()
        reset.clear()
        line.setText(_WORDS[at % len(_WORDS)])
        line.returnPressed.emit()
        until(lambda: bool(reset))
        return _painted(view, begun)

    def theirs(at: int) -> float:
        begun = time.perf_counter()
        bare.show(at)
        return _painted(table, begun)

    measured = _in_turn(name, ours, theirs, runs)
    table.close()
    hands.write("search", "")
    return measured


def _form(hands: Hands, runs: int) -> list[Measured]:
    """From the click on the restriction form until the first question takes what is typed, and
    until all of it is there and painted; both against a bare form of as many fields."""

    def click() -> float:
        hands.window.activateWindow()
        hands.go("form")
        button = hands.find(QPushButton, "new restriction")
        begun = time.perf_counter()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return begun

    def typing(_at: int) -> float:
        begun = click()
        until(lambda: isinstance(_form_of(QApplication.focusWidget()), FormView))
        spent = (time.perf_counter() - begun) * 1000
        hands.settle()
        return spent

    def ours(_at: int) -> float:
        begun = click()
        until(at_rest)
        view = _form_of(QApplication.focusWidget())
        assert view is not None
        area = view.findChild(QScrollArea)
        assert area is not None
        return _painted(area, begun)

    def theirs(_at: int) -> float:
        begun = time.perf_counter()
        area = _bare_form()
        spent = _painted(area, begun)
        area.close()
        area.deleteLater()
        settle()
        return spent

    return [
        _in_turn("form_first_ms", typing, theirs, runs),
        _in_turn("form_open_ms", ours, theirs, runs),
    ]


def _form_of(widget: QWidget | None) -> FormView | None:
    while widget is not None and not isinstance(widget, FormView):
        widget = widget.parentWidget()
    return widget


def _in_turn(
    name: str, ours: Callable[[int], float], theirs: Callable[[int], float], runs: int
) -> Measured:
    pairs = [(ours(at), theirs(at)) for at in range(runs + 1)][1:]
    values, baselines = (sorted(each) for each in zip(*pairs, strict=True))
    return Measured(name, values[runs // 2], "ms", baselines[runs // 2], runs)


def _bare_form() -> QScrollArea:
    inside = QWidget()
    form = QFormLayout(inside)
    for number in range(_FIELDS):
        form.addRow(f"Question {number}", QPlainTextEdit() if number % 8 == 0 else QLineEdit())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.resize(1100, 700)
    area.show()
    return area


def _painted(area: QAbstractScrollArea, begun: float) -> float:
    """Milliseconds from a moment until what an area shows is laid out and painted."""
    QCoreApplication.sendPostedEvents()
    area.grab()
    return (time.perf_counter() - begun) * 1000


class _Bare(QAbstractTableModel):
    """Plain words, a screenful of them."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def show(self, at: int) -> None:
        self.beginResetModel()
        self._at = at
        self.endResetModel()

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return PAGE_ROWS

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return COLUMNS

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"words {self._at} {index.row()} {index.column()}"
