"""What a person who fills a form relies on."""

from __future__ import annotations

import pytest

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.session import Change
from tests.unit.forms.samples import compiled, open_session, patrol_form


@pytest.fixture(scope="module")
def patrol() -> FormDefinition:
    return patrol_form()


def test_a_form_says_what_it_is(patrol: FormDefinition) -> None:
    assert (patrol.form_id, patrol.version) == ("patrol", "7")
    assert patrol.languages == ("English (en)", "French (fr)")
    assert patrol.default_language == "English (en)"


def test_a_new_report_knows_what_is_missing(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    problems = session.problems()
    assert [(p.ref, p.kind, p.from_form) for p in problems] == [("/data/who", "required", False)]


def test_an_answer_changes_what_depends_on_it_and_nothing_else(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    assert not session.relevant("/data/region")
    changes = session.set("/data/n", "3")
    assert session.value("/data/twice") == "6"
    assert session.relevant("/data/region")
    assert session.required("/data/region")
    assert Change("/data/twice", "value") in changes
    assert Change("/data/region", "relevant") in changes
    assert Change("/data/region", "required") in changes
    assert not any(change.ref.startswith(("/data/pax", "/data/total")) for change in changes)


def test_the_same_answer_again_changes_nothing(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/n", "3")
    assert session.set("/data/n", "3") == frozenset()


def test_a_bad_answer_is_kept_and_explained_in_the_language_in_use(patrol: FormDefinition) -> None:
    session = open_session(patrol)
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
    session.set("/data/n", "9")
    assert session.problem("/data/n") is None


def test_labels_hints_and_outputs_follow_the_language(patrol: FormDefinition) -> None:
    session = open_session(patrol, language="French (fr)")
    changes = session.set("/data/who", "Alpha")
    assert Change("/data/n", "label") in changes
    assert session.label("/data/n") == "Combien avec Alpha"
    assert session.hint("/data/who") == "Indicatif"
    changes = session.set_language("English (en)")
    assert Change("/data/n", "label") in changes
    assert session.label("/data/n") == "How many with Alpha"
    assert session.language == "English (en)"


def test_choices_follow_their_filter_and_a_lost_choice_comes_back(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/n", "3")
    session.set("/data/region", "a")
    session.set("/data/district", "a1")
    labels = [choice.label for choice in session.choices("/data/district")]
    assert labels == ["North One", "North Two"]
    changes = session.set("/data/region", "b")
    assert Change("/data/district", "value") in changes
    assert session.value("/data/district") == ""
    session.set("/data/region", "a")
    assert session.value("/data/district") == "a1"
    assert session.display("/data/district") == "North One"


def test_an_answer_given_in_between_is_not_overwritten_by_the_lost_choice(
    patrol: FormDefinition,
) -> None:
    session = open_session(patrol)
    session.set("/data/n", "3")
    session.set("/data/region", "a")
    session.set("/data/district", "a1")
    session.set("/data/region", "b")
    session.set("/data/district", "b1")
    session.set("/data/region", "a")
    assert session.value("/data/district") == ""


def test_a_choice_that_was_lost_out_of_sight_is_gone_when_it_shows_again() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | choice_filter | relevant |
        | | text | region | R | | |
        | | text | ask | A | | |
        | | begin_group | g | G | | ${ask} != 'no' |
        | | select_one dis | district | D | region = ${region} | |
        | | end_group | | | | |
        | choices |
        | | list_name | name | label | region |
        | | dis | a1 | A1 | a |
        | | dis | b1 | B1 | b |
        """
    )
    session = open_session(form)
    session.set("/data/region", "a")
    session.set("/data/g/district", "a1")
    session.set("/data/ask", "no")
    session.set("/data/region", "b")
    assert session.value("/data/g/district") == "a1"
    session.set("/data/ask", "yes")
    assert session.value("/data/g/district") == ""


def test_a_name_that_is_not_on_the_list_is_a_problem(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/seen", "a nowhere")
    problem = session.problem("/data/seen")
    assert problem is not None
    assert problem.kind == "type"
    session.set("/data/seen", "b a")
    assert session.problem("/data/seen") is None
    assert session.display("/data/seen") == "South, North"


def test_rows_are_added_counted_and_removed(patrol: FormDefinition) -> None:
    session = open_session(patrol)
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


def test_a_row_only_stirs_itself_and_what_looks_at_all_rows(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.add_row("/data/pax")
    changes = session.set("/data/pax[2]/pname", "y")
    assert {change.ref for change in changes} == {"/data/pax[2]/pname", "/data/pax[2]/age"}


def test_what_is_hidden_counts_as_empty_but_is_kept(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/pax[1]/pname", "x")
    session.set("/data/pax[1]/age", "30")
    session.set("/data/pax[1]/pname", "")
    assert session.value("/data/total") == "0"
    session.set("/data/pax[1]/pname", "z")
    assert session.value("/data/total") == "30"


def test_a_record_for_filing_holds_only_what_counts(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/n", "3")
    session.set("/data/region", "a")
    session.set("/data/n", "1")
    draft = session.answers(for_filing=False)
    filed = session.answers(for_filing=True)
    assert draft["region"] == "a"
    assert "region" not in filed
    assert "who" not in filed
    assert filed["n"] == "1"
    again = open_session(patrol, draft)
    assert again.answers(for_filing=False) == draft
    again.set("/data/n", "2")
    assert again.value("/data/region") == "a"


def test_what_the_form_does_not_know_is_handed_back(patrol: FormDefinition) -> None:
    answers = {"who": "x", "ghost": "1", "n": 4, "pax": [{"pname": "y", "shoe": "44"}], "late": "x"}
    session = open_session(patrol, answers)
    assert session.value("/data/who") == "x"
    assert session.value("/data/pax[1]/pname") == "y"
    expected = {"ghost": "1", "n": 4, "pax": [{"shoe": "44"}], "late": "x"}
    assert session.leftover == expected


def test_the_tree_names_everything_in_order(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.add_row("/data/pax")
    tree = session.tree()
    kinds = {view.ref: view.kind for view in tree.children}
    assert kinds["/data/pax"] == "repeat"
    assert kinds["/data/late"] == "group"
    assert kinds["/data/who"] == "question"
    pax = next(view for view in tree.children if view.ref == "/data/pax")
    assert [row.ref for row in pax.children] == ["/data/pax[1]", "/data/pax[2]"]
    assert pax.children[1].children[0].ref == "/data/pax[2]/pname"
    assert pax.children[1].kind == "row"


def test_a_reference_to_nothing_is_a_programming_error(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    for ref in ("/data/pax[7]/pname", "/data/pax[0]/pname", "/other", "data", "/data/@id"):
        with pytest.raises(KeyError):
            session.value(ref)
    with pytest.raises(KeyError):
        session.set_language("Klingon")
    with pytest.raises(KeyError):
        session.add_row("/data/who")
    with pytest.raises(KeyError):
        session.remove_row("/data/who")


def test_calculated_and_fixed_questions_are_read_only() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | readonly | calculation | required |
        | | text | a | A | | | |
        | | text | b | B | | ${a} | |
        | | text | c | C | ${a} = 'x' | | yes |
        | | note | d | D | | | |
        """
    )
    session = open_session(form)
    assert session.readonly("/data/b")
    assert not session.readonly("/data/c")
    assert [p.ref for p in session.problems()] == ["/data/c"]
    session.set("/data/a", "x")
    assert session.readonly("/data/c")
    assert session.problems() == ()
    types = {view.ref: getattr(view.definition, "type", "") for view in session.tree().children}
    assert types["/data/d"] == "note"


def test_characters_that_no_record_can_hold_are_dropped(patrol: FormDefinition) -> None:
    session = open_session(patrol)
    session.set("/data/who", "a\x00b\x0bc\ud800\nd")
    assert session.value("/data/who") == "abc\nd"


def test_a_mistake_in_typing_is_told_by_the_kind_of_answer() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label |
        | | decimal | dec | D |
        | | date | day | D |
        | | time | clock | T |
        | | dateTime | moment | M |
        | | geopoint | place | P |
        """
    )
    session = open_session(form)
    good = {
        "dec": "-1.5",
        "day": "2026-02-28",
        "clock": "23:59:00.000+02:00",
        "moment": "2026-11-23T10:00:00.000+02:00",
        "place": "15.5 32.5 0 0",
    }
    bad = {
        "dec": "1,5",
        "day": "2026-02-30",
        "clock": "24:00",
        "moment": "noon",
        "place": "115.5 32.5",
    }
    for name, value in bad.items():
        session.set(f"/data/{name}", value)
    assert [(p.ref, p.kind) for p in session.problems()] == [(f"/data/{n}", "type") for n in bad]
    for name, value in good.items():
        session.set(f"/data/{name}", value)
    assert session.problems() == ()
