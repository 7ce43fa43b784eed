"""What a person who fills a form relies on."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from pyxform.xls2xform import convert

from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.session import Change, FormSession

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=2)))

PATROL = """
| survey |
| | type | name | label::English (en) | label::French (fr) | relevant | required | constraint | constraint_message::English (en) | constraint_message::French (fr) | calculation | choice_filter |
| | text | who | Who | Qui | | yes | | | | | |
| | integer | n | How many with ${who} | Combien | | | . > 0 and . < 10 | Between 1 and 9 | Entre 1 et 9 | | |
| | calculate | twice | | | | | | | | ${n} * 2 | |
| | select_one reg | region | Region | Secteur | ${n} > 1 | yes | | | | | |
| | select_one dis | district | District | District | | | | | | | region = ${region} |
| | begin_repeat | pax | People | Gens | | | | | | | |
| | text | pname | Name | Nom | | | | | | | |
| | integer | age | Age of ${pname} | Age | ${pname} != '' | | | | | | |
| | calculate | pos | | | | | | | | position(..) | |
| | end_repeat | | | | | | | | | | |
| | calculate | total | | | | | | | | sum(${age}) | |
| choices |
| | list_name | name | label::English (en) | label::French (fr) | region |
| | reg | a | North | Nord | |
| | reg | b | South | Sud | |
| | dis | a1 | North One | Nord Un | a |
| | dis | b1 | South One | Sud Un | b |
| settings |
| | default_language |
| | English (en) |
"""


def compiled(markdown: str) -> FormDefinition:
    return load_form(convert(markdown).xform.encode())


def session_of(form: FormDefinition, answers: dict[str, Any] | None = None) -> FormSession:
    numbers = itertools.count(1)
    return FormSession(form, answers=answers, now=lambda: NOON, new_id=lambda: f"id{next(numbers)}")


@pytest.fixture(scope="module")
def patrol() -> FormDefinition:
    return compiled(PATROL)


def test_a_new_report_knows_what_is_missing(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    problems = session.problems()
    assert [(p.ref, p.kind, p.from_form) for p in problems] == [("/data/who", "required", False)]


def test_an_answer_changes_what_depends_on_it(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    assert not session.relevant("/data/region")
    changes = session.set("/data/n", "3")
    assert session.value("/data/twice") == "6"
    assert session.relevant("/data/region")
    assert Change("/data/twice", "value") in changes
    assert Change("/data/region", "relevant") in changes
    assert not any(change.ref.startswith("/data/pax") for change in changes)


def test_a_bad_answer_is_kept_and_explained_in_the_language_in_use(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    session.set("/data/n", "12")
    problem = session.problem("/data/n")
    assert session.value("/data/n") == "12"
    assert problem is not None
    assert (problem.kind, problem.text, problem.from_form) == (
        "constraint",
        "Between 1 and 9",
        True,
    )
    session.set_language("French (fr)")
    problem = session.problem("/data/n")
    assert problem is not None
    assert problem.text == "Entre 1 et 9"
    session.set("/data/n", "many")
    problem = session.problem("/data/n")
    assert problem is not None
    assert problem.kind == "type"


def test_choices_follow_their_filter_and_a_lost_choice_comes_back(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    session.set("/data/n", "3")
    session.set("/data/region", "a")
    session.set("/data/district", "a1")
    assert [choice.label for choice in session.choices("/data/district")] == ["North One"]
    session.set("/data/region", "b")
    assert session.value("/data/district") == ""
    session.set("/data/region", "a")
    assert session.value("/data/district") == "a1"
    assert session.display("/data/district") == "North One"


def test_rows_are_added_counted_and_removed(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    session.set("/data/pax[1]/pname", "x")
    session.set("/data/pax[1]/age", "30")
    assert Change("/data/pax", "rows") in session.add_row("/data/pax")
    session.set("/data/pax[2]/pname", "y")
    session.set("/data/pax[2]/age", "12")
    assert session.rows("/data/pax") == ("/data/pax[1]", "/data/pax[2]")
    assert session.value("/data/total") == "42"
    session.remove_row("/data/pax[1]")
    assert session.value("/data/total") == "12"
    assert session.value("/data/pax[1]/pos") == "1"
    assert session.label("/data/pax[1]/age") == "Age of y"


def test_a_record_for_filing_holds_only_what_counts(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    session.set("/data/n", "3")
    session.set("/data/region", "a")
    session.set("/data/n", "1")
    draft = session.answers(for_filing=False)
    filed = session.answers(for_filing=True)
    assert draft["region"] == "a"
    assert "region" not in filed
    assert "who" not in filed
    assert filed["n"] == "1"
    again = session_of(patrol, draft)
    assert again.answers(for_filing=False) == draft
    again.set("/data/n", "2")
    assert again.value("/data/region") == "a"


def test_what_the_form_does_not_know_is_handed_back(patrol: FormDefinition) -> None:
    session = session_of(patrol, {"who": "x", "ghost": "1", "pax": [{"pname": "y", "shoe": "44"}]})
    assert session.value("/data/who") == "x"
    assert session.value("/data/pax[1]/pname") == "y"
    assert session.leftover == {"ghost": "1", "pax": [{"shoe": "44"}]}


def test_a_reference_to_nothing_is_a_programming_error(patrol: FormDefinition) -> None:
    session = session_of(patrol)
    with pytest.raises(KeyError):
        session.value("/data/pax[7]/pname")
    with pytest.raises(KeyError):
        session.set_language("Klingon")
