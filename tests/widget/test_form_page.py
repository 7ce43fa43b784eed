"""Writing a report: kept at every pause, filed once, corrected with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store import database, drafts, reads
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import StoreFull
from fieldapp.units import EventId
from tests.support.looking import find, focused, key, press, type_into, unnamed, words
from tests.support.mission import make_mission
from tests.support.scenarios import fill, scenario
from tests.support.typing_forms import type_answer, type_answers
from tests.support.window import Seat, file_story, photo, seat
from tests.widget.form_support import editor, form_page
from ui.forms.question import QuestionBox
from ui.forms.radio_field import RadioField
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.theme.panels import InlineMessage

DENIED = "03-denied-despite-clearance"
PLACE = "/data/where/place"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def page(here: Seat, qtbot: QtBot) -> FormPage:
    """With a pause of one millisecond."""
    return form_page(here, qtbot)


def line(page: FormPage, ref: str = PLACE) -> QLineEdit:
    found = getattr(editor(page).form.box(ref).field, "edit", None)
    assert isinstance(found, QLineEdit)
    return found


def write(page: FormPage, text: str) -> None:
    """Replaces the place's name, key by key."""
    line(page).selectAll()
    type_into(line(page), text)


def message(page: FormPage) -> str:
    return find(page, InlineMessage, "form message").text


def kept(here: Seat) -> list[Draft]:
    return here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))


def begin(page: FormPage, here: Seat, qtbot: QtBot, form: str = "restriction") -> None:
    page.opened(None)
    here.settle(qtbot)
    press(page, f"new {form}")
    here.settle(qtbot)


def answer(page: FormPage, story: str) -> None:
    """Gives a scenario's answers, as a person would in the end have given them."""
    told = scenario(story)
    fill(editor(page).writing.session, told["answers"])
    editor(page).form.edited.emit()


def reports(here: Seat) -> tuple[reads.ReportRow, ...]:
    return here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows


def test_a_form_is_chosen(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    page.opened(None)
    here.settle(qtbot)
    assert {"New report", "Incident", "Restriction of movement"} <= set(words(page))
    assert unnamed(page) == []
    press(page, "new incident")
    assert "Incident" in words(page)
    assert kept(here) == [], "nothing is kept before anything was typed"


def test_every_pause_keeps_the_draft(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    assert "Kept while you write" in words(page)
    type_into(line(page), "CP Tarek")
    qtbot.waitUntil(lambda: not page.unkept(), timeout=5000)
    (draft,) = kept(here)
    assert draft.answers["where"]["place"] == "CP Tarek"
    assert find(page, QLabel, "kept").text().startswith("Kept 11:")
    type_into(line(page), " north")
    page.keep()
    assert kept(here)[0].answers["where"]["place"] == "CP Tarek north"


def test_several_drafts_and_coming_back(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    type_into(line(page), "Adoum")
    begin(page, here, qtbot, "incident")
    type_into(line(page), "Wadi")
    page.opened(None)
    here.settle(qtbot)
    assert {"Adoum", "Wadi"} <= set(words(page))
    first = next(draft for draft in kept(here) if draft.form == "restriction")
    press(page, f"continue {first.id}")
    here.settle(qtbot)
    assert line(page).text() == "Adoum"
    page.opened(("draft", first.id))
    here.settle(qtbot)
    assert len(kept(here)) == 2


def test_a_missing_draft_is_told_calmly(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    page.opened(("draft", "gone"))
    here.settle(qtbot)
    assert "This draft is no longer on this laptop." in words(page)
    page.opened(("new", "no-such-form"))
    here.settle(qtbot)
    assert any("form that is not installed" in text for text in words(page))


def test_problems_are_shown_beside_the_answers(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    press(page, "file report")
    assert "answers need a look. They are marked below." in message(page)
    assert "This question needs an answer." in words(page)
    assert reports(here) == ()
    asked = int(message(page).split()[0])
    type_answer(editor(page).form, "/data/head/precedence", "PRIORITY")
    qtbot.waitUntil(lambda: message(page).startswith(f"{asked - 1} answers"), timeout=2000)
    type_answers(editor(page).form, scenario(DENIED)["answers"])
    qtbot.waitUntil(lambda: message(page) == "", timeout=2000)


def test_a_report_is_filed_once_and_its_draft_goes(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    begin(page, here, qtbot)
    answer(page, DENIED)
    qtbot.waitUntil(lambda: not page.unkept(), timeout=5000)
    assert len(kept(here)) == 1
    button = find(page, QPushButton, "file report")
    button.click()
    button.click()
    here.settle(qtbot)
    (row,) = reports(here)
    assert f"Filed as {row.ref}" in words(page)
    assert row.place == "CP Tarek"
    assert kept(here) == []
    press(page, "show report")
    assert here.went == [("report", row.id)]
    assert not page.unkept()
    page.keep()
    here.settle(qtbot)
    assert kept(here) == [], "the draft does not come back"


def test_what_was_typed_for_a_grid_goes_along(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    answer(page, DENIED)
    editor(page).writing.typed["/data/where/grid"] = {"text": "8947 4793", "precision_m": "10"}
    press(page, "file report")
    here.settle(qtbot)
    (row,) = reports(here)
    detail = here.ask(lambda desk: reads.detail(desk.store, row.id))
    assert detail.revisions[0].content["typed"]["/data/where/grid"]["text"] == "8947 4793"


def test_photos_are_kept_with_the_draft_and_filed(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    strip = editor(page).photos
    for number in (1, 2, 3):
        shot = photo(number)
        strip.added.emit(shot.content, shot.mime, shot.name)
    here.settle(qtbot)
    assert len(strip.keys) == 3
    strip.removed.emit(strip.keys[1])
    here.settle(qtbot)
    (draft,) = kept(here)
    assert [file.name for file in draft.files] == ["IMG_0001.jpg", "IMG_0003.jpg"]

    other = FormPage(here.context, pause_ms=1)
    here.show(qtbot, other)
    other.opened(("draft", draft.id))
    here.settle(qtbot)
    assert len(editor(other).photos.keys) == 2
    answer(other, DENIED)
    press(other, "file report")
    here.settle(qtbot)
    (row,) = reports(here)
    detail = here.ask(lambda desk: reads.detail(desk.store, row.id))
    assert sorted(file.name for file in detail.files) == ["IMG_0001.jpg", "IMG_0003.jpg"]
    assert here.ask(_pieces_left) == 0


def _pieces_left(desk: Desk) -> int:
    row = desk.store.row("SELECT count(*) FROM draft_piece")
    assert row is not None
    return int(row[0])


def test_a_photo_that_is_too_large_is_refused_in_words(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    begin(page, here, qtbot)
    editor(page).photos.added.emit(bytes(26 * 1024 * 1024), "image/jpeg", "a.jpg")
    here.settle(qtbot)
    assert "at most 25 MB" in message(page)
    assert editor(page).photos.keys == ()
    assert editor(page).writing.files == []


def test_a_correction_needs_a_reason(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    filed = file_story(here, DENIED, photos=1)
    page.opened(("amend", filed.report))
    here.settle(qtbot)
    assert f"Correct {filed.ref}" in words(page)
    assert line(page).text() == "CP Tarek"
    write(page, "CP Tarek, north side")
    press(page, "file report")
    assert "Please choose a reason. It is kept with the report." in words(page)
    reason = find(page, QComboBox, "amend reason")
    assert reason.findData("WITHDRAWN") == -1
    reason.setCurrentIndex(reason.findData("NAME"))
    type_into(find(page, QLineEdit, "amend note"), "Spelling as on the map")
    qtbot.waitUntil(lambda: not page.unkept(), timeout=5000)
    (draft,) = kept(here)
    assert (draft.reason, draft.note) == ("NAME", "Spelling as on the map")
    press(page, "file report")
    here.settle(qtbot)
    assert f"Correction of {filed.ref} is filed" in words(page)
    (row,) = reports(here)
    assert (row.revision, row.place, row.files) == (1, "CP Tarek, north side", 1)
    detail = here.ask(lambda desk: reads.detail(desk.store, row.id))
    assert (detail.revisions[1].reason, detail.revisions[1].note) == (
        "NAME",
        "Spelling as on the map",
    )
    assert kept(here) == []


def test_correcting_again_goes_on_with_the_same_draft(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    filed = file_story(here, DENIED)
    page.opened(("amend", filed.report))
    here.settle(qtbot)
    write(page, "Adoum")
    page.keep()
    here.settle(qtbot)
    other = FormPage(here.context, pause_ms=1)
    here.show(qtbot, other)
    other.opened(("amend", EventId(bytes(filed.report))))
    here.settle(qtbot)
    assert line(other).text() == "Adoum"
    assert len(kept(here)) == 1


def test_a_full_disk_is_told_and_nothing_is_lost(
    page: FormPage, here: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(page, here, qtbot)
    answer(page, DENIED)
    qtbot.waitUntil(lambda: not page.unkept(), timeout=5000)
    real = database.Store.write

    def refuse(_store: database.Store) -> FieldError:
        raise StoreFull()

    monkeypatch.setattr(database.Store, "write", refuse)
    write(page, "CP Tarek north")
    qtbot.waitUntil(lambda: message(page) == StoreFull.text, timeout=5000)
    assert page.unkept()
    assert find(page, QLabel, "kept").text() == "Not kept yet"
    press(page, "file report")
    here.settle(qtbot)
    assert message(page) == StoreFull.text
    assert find(page, QPushButton, "file report").isEnabled()
    monkeypatch.setattr(database.Store, "write", real)
    page.keep()
    here.settle(qtbot)
    assert not page.unkept()
    assert message(page) == ""
    press(page, "file report")
    here.settle(qtbot)
    assert [row.place for row in reports(here)] == ["CP Tarek north"]


def test_a_draft_thrown_away_does_not_come_back(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    begin(page, here, qtbot)
    type_into(line(page), "Adoum")
    page.opened(None)
    here.settle(qtbot)
    (draft,) = kept(here)
    press(page, f"discard {draft.id}")
    press(page, f"discard yes {draft.id}")
    here.settle(qtbot)
    assert page.editor is None
    page.keep()
    here.settle(qtbot)
    assert kept(here) == []


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "French (fr)"), ("es", "Spanish (es)"), ("ar", "Arabic (ar)")]
)
def test_another_language_loses_nothing(
    page: FormPage, here: Seat, qtbot: QtBot, language: str, name: str
) -> None:
    begin(page, here, qtbot)
    type_into(line(page), "Adoum")
    here.language = language
    page.translated()
    assert line(page).text() == "Adoum"
    session = editor(page).writing.session
    assert session.language == name
    assert session.label(PLACE) in words(page)
    assert "Place name" not in words(page)


def test_a_draft_of_an_older_edition_of_the_form_goes_on(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    story = scenario(DENIED)
    older = Draft("older", story["form"], "2026112401", story["answers"], language="es")
    here.ask(lambda desk: drafts.save_draft(desk.store, desk.sealer, older))
    here.language = "es"
    page.opened(("draft", older.id))
    here.settle(qtbot)
    assert line(page).text() == story["answers"]["where"]["place"]
    assert editor(page).writing.session.language == "Spanish (es)"
    assert editor(page).writing.session.leftover == {}
    press(page, "file report")
    here.settle(qtbot)
    assert kept(here) == []
    (row,) = reports(here)
    content = here.ask(lambda desk: reads.detail(desk.store, row.id)).revisions[0].content
    assert content["version"] == here.context.catalog.form(story["form"]).version > older.version


def test_the_cursor_waits_in_the_first_question_and_what_is_typed_at_once_stays(
    here: Seat, page: FormPage, qtbot: QtBot
) -> None:
    page.opened(("new", "restriction"))
    qtbot.waitUntil(lambda: focused_question(page) is not None)
    first = focused_question(page)
    asked = [box for box in page.findChildren(QuestionBox) if box.stops()]
    assert first is asked[0]
    write(page, "Typed before all was there")
    here.settle(qtbot)
    assert line(page).text() == "Typed before all was there"
    answers = editor(page).writing.now().answers
    assert answers["where"]["place"] == "Typed before all was there"


def test_one_report_after_the_other_is_the_last_one_asked_for(
    here: Seat, page: FormPage, qtbot: QtBot
) -> None:
    page.opened(("new", "restriction"))
    page.opened(("new", "incident"))
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    assert editor(page).writing.draft.form == "restriction"
    assert len(page.findChildren(FormEditor)) == 1
    page.opened(("new", "incident"))
    page.opened(None)
    here.settle(qtbot)
    assert find(page, QPushButton, "new incident").isVisible()


def focused_question(page: FormPage) -> QuestionBox | None:
    widget = page.focusWidget()
    while widget is not None and not isinstance(widget, QuestionBox):
        widget = widget.parentWidget()
    return widget


def test_the_message_leads_from_one_problem_to_the_next_and_round_again(
    here: Seat, page: FormPage, qtbot: QtBot
) -> None:
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    press(page, "file report")
    wrong = [problem.ref for problem in editor(page).form.problems()]
    assert len(wrong) > 2
    seen = [cursor(page)]
    message = find(page, InlineMessage, "form message")
    for _ in wrong:
        message.button.click()
        seen.append(cursor(page))
    assert seen == [*wrong, wrong[0]]


def cursor(page: FormPage) -> str:
    box = focused_question(page)
    return "" if box is None else box.ref


def test_the_list_of_sections_leads_to_the_photos_too(
    here: Seat, page: FormPage, qtbot: QtBot
) -> None:
    page.opened(("new", "incident"))
    here.settle(qtbot)
    sections = editor(page).form.list
    sections.setFocus()
    sections.setCurrentRow(sections.count() - 1)
    key(sections, Qt.Key.Key_Return)
    assert focused() == "pick photos"
    assert sections.currentRow() == sections.count() - 1


def test_tab_leads_to_the_choice_that_is_made(here: Seat, page: FormPage, qtbot: QtBot) -> None:
    page.opened(("new", "restriction"))
    here.settle(qtbot)
    field = editor(page).form.box("/data/head/classification").field
    assert isinstance(field, RadioField)
    chosen = [button for button in field.buttons if button.isChecked()]
    assert len(chosen) == 1
    assert chosen != field.buttons[:1], "it is not the first one"
    seen = []
    for _ in range(6):
        key(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [widget for widget in seen if widget in field.buttons] == chosen
