"""A draft and a newer edition of its form: said, shown, moved, undone, named once more."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.forms.catalog import Catalog
from fieldapp.mission.codes import default_codes
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft
from tests.support.editions import ANSWERS, edition
from tests.support.looking import find, press, unnamed, words
from tests.support.mission import make_mission
from tests.support.window import Seat, photo, seat
from tests.widget.form_support import editor
from ui.reports.edition_page import EditionPage
from ui.reports.form_page import FormPage
from ui.theme.panels import InlineMessage

LEFT = {
    "Colour of the flag": "green over white",
    "Road": "Ford",
    "Means": "Horse",
    "How many men?": "about ten",
    "Remark": "They knew us",
    "Rank of the leader": "colonel",
}
CATALOG = Catalog(
    {"gate": edition("gate", "2", newer=True)},
    default_codes(),
    earlier={"gate": [edition("gate", "1", newer=False)]},
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Seat]:
    with seat(tmp_path, make_mission()) as made:
        yield made


@pytest.fixture
def page(here: Seat, qtbot: QtBot) -> FormPage:
    """The draft of the older edition, taken up."""
    here.ask(lambda desk: drafts.save_draft(desk.store, desk.sealer, older()))
    made = FormPage(replace(here.context, catalog=CATALOG), pause_ms=1)
    here.show(qtbot, made, (1250, 720))
    made.opened(("draft", "one"))
    here.settle(qtbot)
    return made


def older() -> Draft:
    return Draft("one", "gate", "1", dict(ANSWERS))


def kept(here: Seat) -> Draft:
    (draft,) = here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer))
    return draft


def line(page: FormPage, name: str = "edition") -> str:
    return find(page, InlineMessage, name).text


def look(page: FormPage, here: Seat, qtbot: QtBot, name: str = "edition button") -> EditionPage:
    press(page, name)
    here.settle(qtbot)
    return find(page, EditionPage, "edition page")


def go_on(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    look(page, here, qtbot)
    press(page, "go on in other edition")
    here.settle(qtbot)


def test_nothing_moves_before_the_person_has_seen_what_changes(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    assert line(page) == "There is a newer edition of this form."
    assert editor(page).writing.session.form.version == "1"
    shown = look(page, here, qtbot)
    assert shown.focusWidget() is find(shown, QPushButton, "stay in edition")
    assert unnamed(shown) == []
    said = words(shown)
    for label, text in LEFT.items():
        assert said[said.index(label) + 1] == text
    for title in ("New questions", "Questions that are no longer asked"):
        assert title in said
    assert "Until now: Place" in said
    assert "No longer there: Horse\nNew: Boat" in said
    press(page, "stay in edition")
    here.settle(qtbot)
    assert editor(page).isVisible()
    assert editor(page).writing.session.form.version == kept(here).version == "1"


def test_the_draft_moves_with_all_that_has_a_place_and_back(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    editor(page).photos.added.emit(photo(1).content, "image/jpeg", "gate.jpg")
    before = editor(page).writing.session.answers(for_filing=True)
    go_on(page, here, qtbot)
    session = editor(page).writing.session
    assert session.form.version == "2"
    assert session.value("/data/place") == "CP Tarek"
    assert line(page) == "This report goes on in the newer edition of the form."
    assert line(page, "edition strays").startswith("6 answers have no place")
    draft = kept(here)
    assert (draft.version, draft.came_from, len(draft.files)) == ("2", "1", 1)
    assert {stray.label: stray.text for stray in draft.strays} == LEFT
    go_on(page, here, qtbot)
    draft = kept(here)
    assert (draft.version, draft.strays, draft.came_from) == ("1", (), "")
    assert editor(page).writing.session.answers(for_filing=True) == before
    assert len(draft.files) == 1
    assert line(page) == "There is a newer edition of this form."


def test_answers_without_a_place_are_named_once_more_before_filing(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    go_on(page, here, qtbot)
    shown = look(page, here, qtbot, "edition strays button")
    assert set(LEFT.values()) <= set(words(shown))
    assert not find(shown, QPushButton, "go on in other edition").isVisible()
    press(page, "stay in edition")
    here.settle(qtbot)
    press(page, "file report")
    here.settle(qtbot)
    assert "File without these answers?" in words(page)
    press(page, "stay in edition")
    here.settle(qtbot)
    assert len(kept(here).strays) == 6, "nothing was filed"
    press(page, "file report")
    here.settle(qtbot)
    said = words(find(page, EditionPage, "edition page"))
    assert set(LEFT.items()) <= set(pairwise(said))
    press(page, "go on in other edition")
    here.settle(qtbot)
    assert here.ask(lambda desk: drafts.load_drafts(desk.store, desk.sealer)) == []
    (row,) = here.ask(lambda desk: reads.page(desk.store, reads.ReportFilter())).rows
    content = here.ask(lambda desk: reads.detail(desk.store, row.id)).revisions[0].content
    assert content["version"] == "2"
    assert content["answers"]["place"] == "CP Tarek"


def test_strays_stay_when_the_draft_is_taken_up_another_day(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    go_on(page, here, qtbot)
    page.opened(None)
    other = FormPage(replace(here.context, catalog=CATALOG), pause_ms=1)
    here.show(qtbot, other, (1250, 720))
    other.opened(("draft", "one"))
    here.settle(qtbot)
    assert line(other, "edition strays").startswith("6 answers")
    go_on(other, here, qtbot)
    assert kept(here).answers["colour"] == "green over white"


def test_the_page_follows_the_language(page: FormPage, here: Seat, qtbot: QtBot) -> None:
    shown = look(page, here, qtbot)
    here.language = "ar"
    page.translated()
    here.settle(qtbot)
    said = words(shown)
    assert "اسم المكان" in said
    assert "Place name" not in said


def test_a_draft_in_the_newest_edition_says_nothing(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    page.opened(("new", "gate"))
    here.settle(qtbot)
    assert [one for one in page.findChildren(InlineMessage, "edition") if one.isVisible()] == []


def test_an_answer_of_an_edition_that_is_not_here_is_not_lost(
    page: FormPage, here: Seat, qtbot: QtBot
) -> None:
    lost = Draft("two", "gate", "0", {"place": "CP Tarek", "smell": "Smoke"})
    here.ask(lambda desk: drafts.save_draft(desk.store, desk.sealer, lost))
    page.opened(("draft", "two"))
    here.settle(qtbot)
    assert line(page, "edition strays").startswith("One answer has no place")
    editor(page).form.edited.emit()
    page.keep()
    here.settle(qtbot)
    draft = here.ask(lambda desk: drafts.load_draft(desk.store, desk.sealer, "two"))
    assert [stray.text for stray in draft.strays] == ["Smoke"]
