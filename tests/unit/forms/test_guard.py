"""The guard of protected forms: what it catches, what is left, and how well it does."""

import re
from pathlib import Path

import pytest

from fieldapp.forms.catalog import Catalog
from fieldapp.forms.finished import FormIncomplete, WordsRefused, finish
from fieldapp.forms.guard.catching import ADVICE, LENGTH, MOST, catch, without
from fieldapp.forms.guard.keeping import keepable
from fieldapp.forms.guard.plain import plain
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from fieldapp.mission.codes import default_codes
from tests.support.guard_corpus import NOTHING, UNSEEN, WORKED, corpus, score
from tests.support.scenarios import fill, new_session, scenario

CATALOG = Catalog(library_forms(), default_codes())
README = Path(__file__).parents[3] / "fieldapp" / "forms" / "library" / "README.md"
NARRATIVE, PLACE, GRID = "/data/facts/narrative", "/data/where/place", "/data/where/grid"
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}


def kinds(text: str, *, of_places: bool = False) -> set[str]:
    return {caught.kind for caught in catch(text, of_places=of_places)}


def alert(**changes: str) -> FormSession:
    session = new_session(CATALOG.form("protection"))
    fill(session, scenario("15-disclosure-to-a-patrol")["answers"])
    for ref, text in changes.items():
        session.set(f"/data/{ref.replace('__', '/')}", text)
    return session


# -- the corpus


def test_the_corpus_is_large_and_has_every_kind_in_every_language() -> None:
    sentences = corpus()
    assert len(sentences) >= 150
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    for language in LANGUAGES:
        held = {one.holds for one in sentences if one.language == language}
        assert held == {*ADVICE, NOTHING} - {LENGTH}


def test_the_published_figures_are_true_and_no_worse_than_promised() -> None:
    text = README.read_text(encoding="utf-8")
    told = re.findall(
        r"^\| (worked|unseen) \| (\w+) \| (\d+) of (\d+) \| (\d+) of (\d+) \|", text, re.M
    )
    assert len(told) == 2 * (len(LANGUAGES) + 1)
    for part, name, *figures in told:
        chosen = [
            one for one in corpus() if one.part == part and name in ("all", LANGUAGES[one.language])
        ]
        found = score(chosen)
        assert [found.caught, found.to_catch, found.alarms, found.fine] == list(map(int, figures))
    for part, least, most in [(WORKED, 0.9, 0.02), (UNSEEN, 0.8, 0.2)]:
        found = score(one for one in corpus() if one.part == part)
        assert found.caught >= least * found.to_catch
        assert found.alarms <= most * found.fine


# -- single texts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My name\u200b is Ny\u00adakim", "name"),
        ("ÁMINA was here", "name"),
        ("He rang ٠٩١٢ ٣٤٥ ٦٧٨", "contact"),
        ("He rang ０９１２３４５６７８", "contact"),
        ("فَاطِمَة خائفة", "name"),
        ("وفاطمـــة خائفة", "name"),
        ("grid 3 2 8947 4793 of the hut, 32qqf89474793", "place"),
        ("a girl, 15, was taken", "age"),
        ("x" * (MOST + 1), "length"),
    ],
)
def test_no_spelling_gets_past(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "  \n", "32QQF8947", "061020Z NOV 26", "TS7-FOM-2026-0031-K", "2026-11-09, 0600-0800",
        "1,500,000 people", "Under 18, or over 18.", "moins de 18 ans", "menores de 18 años",
    ],
)  # fmt: skip
def test_what_a_report_needs_may_stand(text: str) -> None:
    assert catch(text) == ()


def test_an_area_is_no_name_but_a_house_and_a_name_in_it_are_caught() -> None:
    for text in ("Wadi Kour", "New Fangak", "Kaga Bandoro", "Tarek North", "أدوم"):
        assert kinds(text, of_places=True) == set(), text
    assert "house" in kinds("hut behind the mosque, Adoum", of_places=True)
    assert "name" in kinds("Adoum, ask for Amina", of_places=True)
    assert "place" in kinds("Adoum 15.60123 N 14.12345 E", of_places=True)


def test_what_was_caught_is_told_as_it_was_typed() -> None:
    text = "Hier, ﬁn de journée, Éloïse a fui. رقم ٠٩١٢٣٤٥٦٧٨"
    told = {caught.kind: text[caught.start : caught.end] for caught in catch(text)}
    assert told == {"name": "Éloïse", "contact": "٠٩١٢٣٤٥٦٧٨"}


def test_a_plain_text_leads_back_to_the_typed_one() -> None:
    reading = plain("e\u0301ﬁ٣\u200f")
    assert reading.text == "efi3"
    assert reading.spread(0, 4) == (0, 4)
    assert reading.spread(2, 3) == (2, 3)


def test_only_the_sentence_goes() -> None:
    assert without("Two were taken. Ask Amina. They are safe.") == "Two were taken. They are safe."
    assert without("  nothing to hide ") == "  nothing to hide "
    assert without("Dr. Okwiri saw it.") == ""
    assert without("First\nMy name is\nAmina") == "First"


# -- a report


def test_a_draft_holds_no_word_that_was_caught() -> None:
    session = alert(facts__narrative="Soldiers came. Amina Deng, 15, hides. It was dark.")
    session.set(PLACE, "Amina's hut")
    session.set(GRID, "32QQF96255199")
    session.set("/data/when/from", "when Amina rang from 0912345678")
    typed = {GRID: {"text": "32Q QF 9625 5199"}, "/data/passed/at": {"text": "111730A NOV 26"}}
    may = keepable(session, typed)
    assert set(may.refused) == {NARRATIVE, PLACE, GRID, "/data/when/from"}
    assert may.answers["facts"]["narrative"] == "Soldiers came. It was dark."
    assert (may.answers["where"]["place"], may.answers["where"]["grid"]) == ("", "")
    assert may.typed == {"/data/passed/at": {"text": "111730A NOV 26"}}
    assert not re.search("Amina|15|9625|0912", repr((may.answers["facts"], may.answers["where"])))
    assert session.value(NARRATIVE).startswith("Soldiers came. Amina"), "the window keeps it"


def test_what_is_not_asked_any_more_is_not_kept_either() -> None:
    session = alert()
    session.set("/data/passed/at", "Amina Deng")
    session.set("/data/passed/to", "NONE")
    assert not session.relevant("/data/passed/at")
    assert keepable(session, {}).answers["passed"]["at"] == ""


def test_a_reason_for_an_odd_grid_is_read_too() -> None:
    session = alert()
    notes = {GRID: {"text": "32QQF9651", "confirmed": "Amina showed it to me"}}
    assert keepable(session, notes).typed == {}
    with pytest.raises(WordsRefused):
        finish(session, notes, "en")


def test_nothing_with_a_name_in_it_is_filed() -> None:
    session = alert(facts__narrative="My name is Halima.")
    (problem,) = session.problems()
    assert (problem.ref, problem.kind, problem.words) == (NARRATIVE, "guard", ("name is Halima",))
    assert problem.text in ADVICE.values()
    with pytest.raises(WordsRefused) as refused:
        finish(session, {}, "en")
    assert isinstance(refused.value, FormIncomplete)
    assert "Halima" not in f"{refused.value} {refused.value.detail}"
    session.set(NARRATIVE, "A woman asks for help.")
    assert finish(session, {}, "en").protected


def test_everything_that_was_caught_is_shown_once() -> None:
    session = alert(facts__narrative="Call Amina on 0912345678. Amina, aged 15, waits.")
    (problem,) = session.problems()
    assert problem.words == ("Amina", "0912345678", "aged 15")


def test_a_text_beyond_all_bounds_is_not_read_but_refused() -> None:
    session = alert(facts__narrative="Well. " * MOST)
    (problem,) = session.problems()
    assert (problem.kind, problem.text, problem.words) == ("guard", ADVICE[LENGTH], ())
    assert keepable(session, {}).answers["facts"]["narrative"] == ""


def test_other_forms_are_left_alone() -> None:
    session = new_session(CATALOG.form("incident"))
    fill(session, scenario("08c-ied-final")["answers"])
    session.set(NARRATIVE, "Sgt Okello, 0912345678, saw it at 32QQF96255199.")
    assert session.problem(NARRATIVE) is None
    assert keepable(session, {}).refused == ()
    assert keepable(session, {}).answers == session.answers(for_filing=False)


def test_a_row_of_a_repeat_is_read() -> None:
    form = Catalog(library_forms(), default_codes()).form("detention")
    form.protected = True
    session = new_session(form)
    fill(session, scenario("14b-released-laptop-kept")["answers"])
    session.set("/data/assets/items[2]/item", "Laptop of Sgt Okello")
    may = keepable(session, {})
    assert "/data/assets/items[2]/item" in may.refused
    assert [row["item"] for row in may.answers["assets"]["items"]] == ["Patrol car UN 1172", ""]


@pytest.mark.parametrize("name", ["15-disclosure-to-a-patrol", "16a-child-at-a-checkpoint"])
def test_the_alerts_of_the_scenarios_pass(name: str) -> None:
    session = new_session(CATALOG.form("protection"))
    fill(session, scenario(name)["answers"])
    assert keepable(session, {}).refused == ()
