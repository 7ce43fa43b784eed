"""Expressions never do anything but evaluate or be refused."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.forms.definition import load_form
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.evaluation import Context
from fieldapp.forms.tree import parse_xml
from fieldapp.forms.values import Value
from fieldapp.forms.xpath import compile_text
from tests.support.conformance_data import RECORDED
from tests.support.conformance_xpath import CaseWorld

DOCUMENT = parse_xml(b"<d><a>1</a><b>2026-01-02</b><c>x y</c><r><n>1</n></r><r><n>2</n></r></d>")
WORLD = CaseWorld(DOCUMENT, DOCUMENT, RECORDED, "")

numbers = st.integers(0, 99).map(str)
operands = numbers | st.sampled_from(
    ["/d/a", "/d/b", "/d/c", "'x'", "''", "today()", "//n", ".", "true()", "count(/d/r)"]
)
expressions = st.recursive(
    operands,
    lambda inner: (
        st.tuples(inner, st.sampled_from("+ - * div mod = != < >= and or".split()), inner).map(
            lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
        )
        | inner.map(lambda part: f"-({part})")
        | st.tuples(
            st.sampled_from(
                "not string number int round date date-time boolean sum normalize-space".split()
            ),
            inner,
        ).map(lambda pair: f"{pair[0]}({pair[1]})")
        | st.tuples(inner, inner, inner).map(lambda three: "if({}, {}, {})".format(*three))
        | inner.map(lambda part: f"/d/r[{part}]/n")
        | st.tuples(inner, inner).map(lambda two: "substr({}, {})".format(*two))
        | st.tuples(inner, inner).map(lambda two: "format-date({}, {})".format(*two))
    ),
    max_leaves=12,
)


def evaluate(source: str) -> Value:
    return compile_text(source)(Context(DOCUMENT.children[0], WORLD))


@settings(max_examples=300, deadline=None)
@given(source=expressions)
def test_every_expression_has_a_value(source: str) -> None:
    assert isinstance(evaluate(source), str | float | bool | list)


@settings(max_examples=300, deadline=None)
@given(source=st.text(alphabet="ad/.@[]()*|=<>!+-,' \"1:$#é\n"))
def test_any_text_is_an_expression_or_refused(source: str) -> None:
    try:
        value = evaluate(source)
    except FormRefused as refusal:
        assert refusal.message
    else:
        assert isinstance(value, str | float | bool | list)


arithmetic = st.recursive(
    st.integers(1, 9).map(str),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
    ),
    max_leaves=15,
)


@given(source=arithmetic)
def test_arithmetic_is_that_of_the_host(source: str) -> None:
    assert evaluate(source) == float(eval(source))


@given(
    parts=st.lists(st.tuples(st.sampled_from("+-*"), st.integers(1, 9)), min_size=1, max_size=12)
)
def test_operators_bind_as_usual(parts: list[tuple[str, int]]) -> None:
    source = "5" + "".join(f" {sign} {number}" for sign, number in parts)
    got = evaluate(source)
    assert isinstance(got, float)
    assert math.isclose(got, float(eval(source)))


@settings(max_examples=200, deadline=None)
@given(junk=st.binary(max_size=200))
def test_any_bytes_are_a_form_or_refused(junk: bytes) -> None:
    try:
        form = load_form(junk)
    except FormRefused as refusal:
        assert refusal.message
    else:
        assert form.root.children is not None
