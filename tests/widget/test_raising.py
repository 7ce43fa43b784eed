"""Reports begun in the course of a patrol report, and how they are shown together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.notation import reference
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft
from tests.support.looking import find, key, press, words
from tests.support.mission import make_mission
from tests.support.scenarios import fill, scenario
from tests.support.typing_forms import type_answer
from tests.support.window import Seat, file_story, seat
from tests.widget.form_support import editor, form_page
from ui.reports.form_page import FormPage
from ui.reports.report_page import ReportPage

PATROL = "02a-overnight-patrol"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def page(here: Seat, qtbot: QtBot) -> FormPage:
    return form_page(here, qtbot)


def choose(page: QWidget, form: str) -> None:
    """Picks a form in the menu of the button that offers more reports."""
    action = page.findChild(QAction, f"also {form}")
    assert action is not None
    action.trigger()


def kept(here: Seat) -> list[Draft]:
    return here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))


def reports(here: Seat) -> dict[str, reads.ReportRow]:
    rows = here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows
    return {row.type: row for row in rows}


def give(page: FormPage, story: str) -> None:
    """The answers of a scenario, but for the number of the patrol, which is there already."""
    told = scenario(story)["answers"]
    for group in ("head", "party"):
        told.get(group, {}).pop("patrol_no", None)
    fill(editor(page).writing.session, told)
    editor(page).form.edited.emit()


def test_a_patrol_raises_an_incident_and_a_restriction_in_one_flow(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    give(page, PATROL)
    patrol = editor(page).writing.draft.id
    choose(editor(page), "incident")
    here.settle(qtbot)
    incident = editor(page).form
    number = incident.session.value("/data/head/patrol_no")
    assert reference.parse(number).kind == "PATREP"
    assert incident.session.value("/data/where/place") == "Wadi Kour"
    assert incident.session.value("/data/where/grid") == ""
    assert f"From {number}: check" in words(incident.box("/data/where/place"))
    assert [draft.id for draft in kept(here)] == [patrol]
    give(page, "02b-trucks-at-night")
    press(page, "file report")
    here.settle(qtbot)
    page.opened(("draft", patrol))
    here.settle(qtbot)
    choose(editor(page), "restriction")
    here.settle(qtbot)
    session = editor(page).form.session
    assert session.value("/data/party/patrol_no") == number, "a draft is numbered once"
    assert (session.value("/data/party/persons"), session.value("/data/party/vehicles")) == (
        "8",
        "2",
    )
    give(page, "03-denied-despite-clearance")
    press(page, "file report")
    here.settle(qtbot)
    page.opened(("draft", patrol))
    here.settle(qtbot)
    press(page, "file report")
    here.settle(qtbot)
    filed = reports(here)
    assert set(filed) == {"PATREP", "INC", "FOM"}
    assert filed["PATREP"].ref == number
    assert kept(here) == []

    shown = ReportPage(here.context)
    here.show(qtbot, shown)
    shown.opened(filed["PATREP"].id)
    here.settle(qtbot)
    assert "Reports that belong together" in words(shown)
    for kind in ("INC", "FOM"):
        press(shown, f"link {filed[kind].ref}")
        assert here.went[-1] == ("report", filed[kind].id)
    shown.opened(filed["INC"].id)
    here.settle(qtbot)
    press(shown, f"link {number}")
    assert here.went[-1] == ("report", filed["PATREP"].id)
    named = [button.objectName() for button in shown.findChildren(QPushButton)]
    assert f"link {filed['FOM'].ref}" not in named


def test_two_drafts_stay_open_at_once(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    page.opened(("new", "patrol"))
    here.settle(qtbot)
    type_answer(editor(page).form, "/data/legs[1]/place", "Adoum")
    choose(editor(page), "restriction")
    here.settle(qtbot)
    type_answer(editor(page).form, "/data/where/place", "CP Tarek")
    page.opened(None)
    here.settle(qtbot)
    assert {draft.form for draft in kept(here)} == {"patrol", "restriction"}


def test_a_filed_patrol_raises_one_too(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    filed = file_story(here, "01-nil-patrol")
    shown = ReportPage(here.context)
    here.show(qtbot, shown)
    shown.opened(filed.report)
    here.settle(qtbot)
    choose(shown, "casevac")
    assert here.went[-1] == ("form", ("also", "casevac", filed.report))
    page.opened(here.went[-1][1])
    here.settle(qtbot)
    session = editor(page).form.session
    assert session.value("/data/head/patrol_no") == filed.ref
    assert session.value("/data/where/place") == "Adoum"


def test_other_reports_offer_no_more(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    page.opened(("new", "incident"))
    here.settle(qtbot)
    assert not page.findChildren(QAction, "also restriction")


def test_a_report_is_copied_as_a_new_one(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    older = file_story(here, "03-denied-despite-clearance")
    file_story(here, "04b-same-checkpoint-delayed", party={"persons": "3"})
    told = reports_by_number(here)[older.ref]
    shown = ReportPage(here.context)
    here.show(qtbot, shown)
    shown.opened(older.report)
    here.settle(qtbot)
    find(shown, QPushButton, "copy as new").setFocus()
    key(find(shown, QPushButton, "copy as new"), Qt.Key.Key_Space)
    assert here.went[-1] == ("form", ("copy", "restriction", older.report))
    page.opened(here.went[-1][1])
    here.settle(qtbot)
    form = editor(page).form
    assert form.session.value("/data/party/persons") == told["party"]["persons"]
    assert f"From {older.ref}: check" in words(form.box("/data/party/persons"))
    for ref in ("/data/where/grid", "/data/facts/narrative", "/data/when/stopped_at"):
        _, _, group, name = ref.split("/")
        assert told[group][name], "the older report tells it"
        assert not form.session.value(ref), ref
    assert editor(page).writing.report is None, "it is no correction"


def reports_by_number(here: Seat) -> dict[str, dict[str, dict[str, str]]]:
    """The answers of every report here."""
    found = {}
    for row in here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows:
        detail = here.ask(lambda desk, report=row.id: reads.detail(desk.store, report))
        found[row.ref] = detail.revisions[-1].content["answers"]
    return found


def test_a_patrol_copies_what_its_form_carries(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    older = file_story(here, "01-nil-patrol")
    file_story(here, PATROL)
    page.opened(("copy", "patrol", older.report))
    here.settle(qtbot)
    session = editor(page).form.session
    assert session.value("/data/legs[1]/place") == "Adoum", "not that of the last patrol"
    assert not session.value("/data/legs[1]/arrive")
