"""A protection alert being written: what was caught is marked, and only the window has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.mission.roster import Role
from fieldapp.store import drafts, reads
from tests.support.alert import sightings
from tests.support.canary import Canary
from tests.support.fleet import carry
from tests.support.looking import find, press, type_into, words
from tests.support.mission import make_desk, make_mission
from tests.support.scenarios import fill, scenario
from tests.support.typing_forms import type_answer, type_answers
from tests.support.window import Seat, seat
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.theme.panels import InlineMessage, MessageKind

STORY = "15-disclosure-to-a-patrol"
NARRATIVE, PLACE, GRID = "/data/facts/narrative", "/data/where/place", "/data/where/grid"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    """A mission whose HQ named a protection officer."""
    mission = make_mission()
    with seat(tmp_path / "field", mission) as made:
        holder = make_desk(tmp_path / "cpa", mission, "Lt Holder", unit="HQ", seed=9)
        vouched = mission.vouch(holder, Role.PROTECTION)
        holder.store.close()
        made.ask(lambda desk: carry([vouched], desk, mission))
        yield made


def writing(here: Seat, qtbot: QtBot, form: str = "protection") -> tuple[FormPage, FormEditor]:
    page = FormPage(here.context, pause_ms=1)
    here.show(qtbot, page, (1250, 720))
    page.opened(("new", form))
    here.settle(qtbot)
    assert page.editor is not None
    return page, page.editor


def draft(here: Seat, page: FormPage, qtbot: QtBot) -> drafts.Draft:
    page.keep()
    qtbot.waitUntil(lambda: not page.unkept(), timeout=5000)
    (found,) = here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))
    return found


def edit(editor: FormEditor, ref: str) -> QLineEdit | QPlainTextEdit:
    found = getattr(editor.form.box(ref).field, "edit", None)
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found


def test_a_name_is_marked_at_once_and_reaches_no_draft(here: Seat, qtbot: QtBot) -> None:
    page, editor = writing(here, qtbot)
    type_into(edit(editor, NARRATIVE), "A woman asks for help. Her name is Nyakim.")
    box = editor.form.box(NARRATIVE)
    assert not box.touched
    assert "Not kept: name is Nyakim" in box.shown_problem
    assert "a woman, a child" in box.shown_problem
    kept = draft(here, page, qtbot)
    assert kept.answers["facts"]["narrative"] == "A woman asks for help."
    assert find(page, QLabel, "kept").text().endswith("without what is marked")
    assert "Nyakim" in edit(editor, NARRATIVE).toPlainText()  # type: ignore[union-attr]
    edit(editor, NARRATIVE).clear()
    type_into(edit(editor, NARRATIVE), "A woman asks for help.")
    assert box.shown_problem == ""
    draft(here, page, qtbot)
    assert "marked" not in find(page, QLabel, "kept").text()


def test_a_fine_grid_is_kept_neither_as_answer_nor_as_typed(here: Seat, qtbot: QtBot) -> None:
    page, editor = writing(here, qtbot)
    type_into(edit(editor, GRID), "32QQF96255199")
    assert "1 km" in editor.form.box(GRID).shown_problem
    kept = draft(here, page, qtbot)
    assert (kept.answers["where"]["grid"], kept.typed) == ("", {})


def test_it_is_not_filed_until_the_name_is_gone(here: Seat, qtbot: QtBot) -> None:
    page, editor = writing(here, qtbot)
    type_answers(editor.form, scenario(STORY)["answers"])
    type_into(edit(editor, PLACE), " hut behind the mosque")
    press(page, "file report")
    here.settle(qtbot)
    assert page.editor is editor
    assert here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows == ()
    type_answer(editor.form, PLACE, "Adoum area")
    press(page, "file report")
    here.settle(qtbot)
    (row,) = here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows
    assert row.protected
    assert "-PROT-" in row.ref


def test_it_offers_no_photos(here: Seat, qtbot: QtBot) -> None:
    page, editor = writing(here, qtbot)
    assert "Photos" not in words(page)
    assert not editor.photos.isVisible()
    page.opened(("new", "incident"))
    here.settle(qtbot)
    assert "Photos" in words(page)


def test_scenario_16_leaves_no_age_and_no_name_anywhere(here: Seat, qtbot: QtBot) -> None:
    """The tester tries: an age, a name, a telephone. Then the store is searched, word by word."""
    page, editor = writing(here, qtbot)
    answers = scenario("16a-child-at-a-checkpoint")["answers"]
    type_answers(editor.form, answers)
    canary = Canary(seed=16)
    name = canary.word().capitalize()
    for tried in (f" My name is {name}.", f" The boy {name}, aged 15.", f" {name} 0912345678"):
        type_into(edit(editor, NARRATIVE), tried)
        kept = draft(here, page, qtbot)
        assert kept.answers["facts"]["narrative"] == answers["facts"]["narrative"]
        edit(editor, NARRATIVE).undo()
        edit(editor, NARRATIVE).clear()
        type_into(edit(editor, NARRATIVE), answers["facts"]["narrative"])
    press(page, "file report")
    here.settle(qtbot)
    assert page.editor is None
    assert here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer)) == []
    stem = canary.stem.encode()
    found = here.ask(
        lambda desk: [
            table
            for (table,) in desk.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for row in desk.store.rows(f'SELECT * FROM "{table}"')
            if stem in repr(row).lower().encode()
        ]
    )
    assert found == []
    assert here.ask(lambda desk: list(sightings(desk.store))) == []
    stop = scenario("16b-same-checkpoint")["answers"]
    _, other = writing(here, qtbot, "restriction")
    fill(other.writing.session, stop)
    assert other.writing.session.problems() == ()


def test_without_a_protection_officer_it_says_so_before_anything_is_typed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with seat(tmp_path, make_mission()) as alone:
        page, _ = writing(alone, qtbot)
        said = find(page, InlineMessage, "form seals")
        assert said.kind is MessageKind.WARNING
        assert "cannot be filed today" in said.text
        assert find(page, QPushButton, "file report").isVisible()


def test_with_one_it_says_what_filing_means(here: Seat, qtbot: QtBot) -> None:
    page, _ = writing(here, qtbot)
    said = find(page, InlineMessage, "form seals")
    assert (said.kind, "not even you" in said.text) == (MessageKind.INFO, True)
