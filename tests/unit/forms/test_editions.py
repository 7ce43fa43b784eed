"""Two editions of a form: what differs, and answers that go from one to the other."""

from collections.abc import Mapping
from typing import Any

import pytest

from fieldapp.forms.definition import load_form
from fieldapp.forms.editions import Stray, What, carry, compare, left_over, missing
from fieldapp.forms.session import FormSession
from tests.support.editions import ANSWERS, edition
from tests.unit.forms.samples import NOON

OLD = load_form(edition("gate", "1", newer=False))
NEW = load_form(edition("gate", "2", newer=True))
ARABIC = "Arabic (ar)"


def taken_up(newer: bool, answers: Mapping[str, Any], language: str | None = None) -> FormSession:
    return FormSession(
        NEW if newer else OLD,
        answers=answers,
        now=lambda: NOON,
        new_id=lambda: "id",
        language=language,
    )


def moved(
    old: FormSession, newer: bool, strays: tuple[Stray, ...] = ()
) -> tuple[FormSession, tuple[Stray, ...]]:
    new = taken_up(newer, old.answers(for_filing=False))
    return new, carry(old, new, strays, {}).strays


def said(strays: tuple[Stray, ...]) -> dict[str, str]:
    return {stray.label: stray.text for stray in strays}


def test_people_are_told_what_differs_in_their_language() -> None:
    old, new = taken_up(False, ANSWERS), taken_up(True, {})
    found = [(one.what, one.label) for one in compare(old, new)]
    assert found == [
        (What.REWORDED, "Place name"),
        (What.CHOICES, "Road"),
        (What.CHOICES, "Means"),
        (What.NEW, "How many men?"),
        (What.NEW, "Weather"),
        (What.GONE, "Colour of the flag"),
        (What.GONE, "How many men?"),
        (What.GONE, "Rank of the leader"),
        (What.GONE, "Only with a grey flag"),
    ]
    words, road, means, *_ = compare(old, new)
    assert words.before == "Place"
    assert (road.gone, road.added) == (("Ford",), ())
    assert (means.gone, means.added) == (("Horse",), ("Boat",))
    arabic = compare(taken_up(False, {}, ARABIC), taken_up(True, {}, ARABIC))
    assert (arabic[0].label, arabic[0].before) == ("اسم المكان", "المكان")
    assert arabic[1].gone == ("مخاضة",)
    assert compare(old, taken_up(False, {})) == ()


def test_answers_that_have_a_place_are_taken_along_and_the_others_named_in_full() -> None:
    new, strays = moved(taken_up(False, ANSWERS), newer=True)
    assert new.value("/data/place") == "CP Tarek"
    assert new.value("/data/means") == "foot"
    assert new.value("/data/road") == new.value("/data/men") == ""
    assert [new.value(f"{row}/name") for row in new.rows("/data/party")] == ["One", "Two"]
    assert said(strays) == {
        "Colour of the flag": "green over white",
        "Road": "Ford",
        "Means": "Horse",
        "How many men?": "about ten",
        "Remark": "They knew us",
        "Rank of the leader": "colonel",
    }
    assert new.problems() == ()


def test_what_is_asked_for_again_is_missing_no_more() -> None:
    new, strays = moved(taken_up(False, ANSWERS), newer=True)
    assert "Remark" in said(missing(new, strays))
    new.set("/data/road", "dirt")
    assert "Remark" not in said(missing(new, strays))
    assert "Road" in said(missing(new, strays)), "another road was answered"
    assert new.answers(for_filing=True)["remark"] == "They knew us"


def test_the_way_back_leads_to_what_was_there_and_keeps_what_came() -> None:
    old = taken_up(False, ANSWERS)
    new, strays = moved(old, newer=True)
    back, none = moved(new, newer=False, strays=strays)
    assert back.answers(for_filing=True) == old.answers(for_filing=True)
    assert none == ()
    new.set("/data/weather", "Fog")
    new.set("/data/place", "CP Adoum")
    back, left = moved(new, newer=False, strays=strays)
    assert said(left) == {"Weather": "Fog"}
    assert back.value("/data/place") == "CP Adoum"
    assert back.value("/data/means") == "foot horse"
    again, strays = moved(back, newer=True, strays=left)
    assert again.value("/data/weather") == "Fog"
    assert said(strays)["Colour of the flag"] == "green over white"


def test_what_was_answered_meanwhile_is_not_overwritten() -> None:
    new, strays = moved(taken_up(False, ANSWERS), newer=True)
    new.set("/data/road", "dirt")
    back, left = moved(new, newer=False, strays=strays)
    assert back.value("/data/road") == "dirt"
    assert said(left) == {"Road": "Ford"}


@pytest.mark.parametrize("rows", [(2, 1), (1,)])
def test_an_answer_of_a_row_that_was_removed_stays_readable(rows: tuple[int, ...]) -> None:
    new, strays = moved(taken_up(False, ANSWERS), newer=True)
    for row in rows:
        new.remove_row(f"/data/party[{row}]")
    back, left = moved(new, newer=False, strays=strays)
    assert said(left) == {"Rank of the leader": "colonel"}
    assert all(back.value(f"{row}/rank") == "" for row in back.rows("/data/party"))


def test_notes_on_typing_go_with_their_answers() -> None:
    old = taken_up(False, ANSWERS)
    typed = {"/data/place": {"text": "tarek"}, "/data/colour": {"text": "green"}}
    new = taken_up(True, old.answers(for_filing=False))
    carried = carry(old, new, (), typed)
    assert carried.typed == {"/data/place": {"text": "tarek"}}
    back = taken_up(False, new.answers(for_filing=False))
    assert carry(new, back, carried.strays, carried.typed).typed == typed


@pytest.mark.parametrize(
    ("answers", "ref"),
    [
        ({"colour": "red"}, "/data/colour"),
        ({"party": [{"name": "One", "rank": "major"}]}, "/data/party[1]/rank"),
        ({"place": {"deep": "x"}}, "/data/place/deep"),
    ],
)
def test_answers_of_an_edition_that_is_not_here_are_kept_by_their_short_names(
    answers: dict[str, Any], ref: str
) -> None:
    (stray,) = left_over(taken_up(True, answers))
    assert stray.ref == ref
    assert stray.label == ref.rpartition("/")[2]
