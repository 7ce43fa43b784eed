"""How much a person has to do: a full restriction, from the empty list to the filed report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.store import reads
from tests.support.looking import press
from tests.support.mission import make_mission
from tests.support.scenarios import scenario
from tests.support.typing_forms import type_answers
from tests.support.window import Seat, seat
from ui.reports.form_page import FormPage

MOST = 60


class Counter(QObject):
    """Counts clicks, and all keys that one field gets in one go as one."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._field: QObject | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QAbstractButton):
            self.count += 1
            self._field = watched
        elif event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            field = QApplication.focusWidget()
            self.count += field is not self._field
            self._field = field
        return False


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


def test_a_full_restriction_takes_at_most_sixty_interactions(here: Seat, qtbot: QtBot) -> None:
    page = FormPage(here.context)
    here.show(qtbot, page, (1250, 720))
    page.opened(None)
    here.settle(qtbot)
    counter = Counter()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(counter)
    try:
        press(page, "new restriction")
        here.settle(qtbot)
        assert page.editor is not None
        type_answers(page.editor.form, scenario("03-denied-despite-clearance")["answers"])
        press(page, "file report")
        here.settle(qtbot)
    finally:
        application.removeEventFilter(counter)
    (row,) = here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows
    assert row.place == "CP Tarek"
    assert 40 <= counter.count <= MOST
