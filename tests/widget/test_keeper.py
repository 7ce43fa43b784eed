"""When what is typed is saved: as soon as a field is left, and in the midst of long typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.people import Desk
from fieldapp.store import drafts
from tests.support.mission import make_mission
from tests.support.window import Seat, seat
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.reports.keeper import Keeper

NEVER_MS = 3_600_000
PLACE = "/data/where/place"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def editor(here: Seat, qtbot: QtBot) -> FormEditor:
    """Of a new restriction, which saves at no pause."""
    page = FormPage(here.context, pause_ms=NEVER_MS)
    here.show(qtbot, page, (1250, 720))
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    assert page.editor is not None
    return page.editor


def places(desk: Desk) -> list[str]:
    """Of the drafts on disk."""
    return [
        draft.answers["where"]["place"] for draft in drafts.load_drafts(desk.store, desk.sealer)
    ]


def test_a_field_that_is_left_is_saved(here: Seat, editor: FormEditor, qtbot: QtBot) -> None:
    edit = getattr(editor.form.box(PLACE).field, "edit", None)
    assert isinstance(edit, QLineEdit)
    editor.form.go_to(PLACE)
    QTest.keyClicks(edit, "CP Tarek")
    here.settle(qtbot)
    assert here.ask(places) == []
    QTest.keySequence(edit, "Tab")
    here.settle(qtbot)
    assert here.ask(places) == ["CP Tarek"]
    assert not editor.unkept


def test_who_never_pauses_is_saved_all_the_same(
    here: Seat, editor: FormEditor, qtbot: QtBot
) -> None:
    keeper = Keeper(here.operations, editor.writing, NEVER_MS, longest_ms=1)
    editor.writing.session.set(PLACE, "CP Tarek, north si")
    with qtbot.waitSignal(keeper.kept, timeout=10_000):
        keeper.touch()
    assert here.ask(places) == ["CP Tarek, north si"]
    keeper.end()
