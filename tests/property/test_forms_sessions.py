"""Whatever is answered in whatever order, the state is the one the answers alone would give."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.forms.record import from_xml, to_xml
from fieldapp.forms.session import FormSession, View
from tests.unit.forms.samples import compiled, open_session, patrol_form

PATROL = patrol_form()
NESTED = compiled(
    """
    | survey |
    | | type | name | label | relevant | calculation | repeat_count | trigger |
    | | integer | n | N | | | | |
    | | begin_repeat | out | O | ${n} != 7 | | | |
    | | integer | m | M | | | | |
    | | text | word | W | ${m} > 1 | | | |
    | | begin_repeat | in | I | | | ${m} | |
    | | integer | x | X | ${word} != 'no' | | | |
    | | calculate | share | | | ${x} div sum(../../in/x) | | |
    | | end_repeat | | | | | | |
    | | calculate | sum | | | sum(${x}) | | |
    | | calculate | place | | | concat(position(..), '/', count(../../out)) | | |
    | | end_repeat | | | | | | |
    | | calculate | all | | | sum(${x}) | | |
    | | text | late | L | ${all} > 5 | | | |
    | | calculate | said | | | concat(${late}, ${n}) | | |
    """
)
TEXTS = st.sampled_from(["", "x", "a", "b", "a1", "b1", "a b", "no", "2026-01-01"])
NUMBERS = st.sampled_from(["", "0", "1", "2", "3", "7", "50"])
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "set", "set", "add", "remove"]),
        st.integers(0, 40),
        TEXTS | NUMBERS,
    ),
    max_size=25,
)


def state(session: FormSession) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    waiting = [session.tree()]
    while waiting:
        view: View = waiting.pop()
        waiting.extend(view.children)
        if view.kind == "repeat":
            continue
        ref = view.ref
        facts: tuple[Any, ...] = (
            session.relevant(ref),
            session.required(ref),
            session.readonly(ref),
        )
        if view.kind == "question":
            facts += (session.value(ref), session.choices(ref), session.problem(ref))
        found[ref] = (*facts, session.label(ref))
    return found


def play(session: FormSession, moves: list[tuple[str, int, str]]) -> None:
    for kind, number, value in moves:
        places: dict[str, list[str]] = {"question": [], "repeat": [], "row": []}
        waiting = [session.tree()]
        while waiting:
            view = waiting.pop()
            waiting.extend(view.children)
            places.setdefault(view.kind, []).append(view.ref)
        if kind == "set":
            asked = [ref for ref in places["question"] if not session.readonly(ref)]
            session.set(asked[number % len(asked)], value)
        elif kind == "add":
            if len(places["row"]) < 12:
                session.add_row(places["repeat"][number % len(places["repeat"])])
        elif places["row"]:
            session.remove_row(places["row"][number % len(places["row"])])


@settings(max_examples=60, deadline=None)
@given(moves=MOVES)
def test_step_by_step_gives_what_a_fresh_start_gives(moves: list[tuple[str, int, str]]) -> None:
    session = open_session(PATROL)
    play(session, moves)
    fresh = open_session(PATROL, session.answers(for_filing=False))
    assert state(fresh) == state(session)


@settings(max_examples=60, deadline=None)
@given(moves=MOVES)
def test_rows_in_rows_step_by_step_give_what_a_fresh_start_gives(
    moves: list[tuple[str, int, str]],
) -> None:
    session = open_session(NESTED)
    play(session, [move for move in moves if move[0] != "remove"])
    fresh = open_session(NESTED, session.answers(for_filing=False))
    assert state(fresh) == state(session)


@settings(max_examples=40, deadline=None)
@given(moves=MOVES)
def test_a_draft_taken_up_is_the_same_draft(moves: list[tuple[str, int, str]]) -> None:
    session = open_session(PATROL)
    play(session, moves)
    draft = session.answers(for_filing=False)
    again = open_session(PATROL, draft)
    assert again.answers(for_filing=False) == draft
    assert again.leftover == {}
    assert again.answers(for_filing=True) == session.answers(for_filing=True)


@settings(max_examples=40, deadline=None)
@given(moves=MOVES)
def test_a_change_is_told_for_everything_that_looks_different(
    moves: list[tuple[str, int, str]],
) -> None:
    session = open_session(PATROL)
    play(session, moves)
    before = state(session)
    changes = session.set("/data/n", "5") | session.set("/data/region", "b")
    after = state(session)
    told = {change.ref for change in changes}
    assert {ref for ref in after if after[ref] != before.get(ref)} <= told


@settings(max_examples=100, deadline=None)
@given(who=st.text(), rows=st.lists(st.text(max_size=20), max_size=4), for_filing=st.booleans())
def test_any_text_goes_through_xml_unchanged(who: str, rows: list[str], for_filing: bool) -> None:
    session = open_session(PATROL)
    session.set("/data/who", who)
    for number, text in enumerate(rows, 1):
        if number > 1:
            session.add_row("/data/pax")
        session.set(f"/data/pax[{number}]/pname", text)
    answers = session.answers(for_filing=for_filing)
    assert from_xml(PATROL, to_xml(PATROL, answers)) == (answers, ())
