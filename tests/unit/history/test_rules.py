"""Each rule alone: what it makes of a row, and which rows it refuses."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.history.errors import RowRefused
from fieldapp.history.row import LATITUDE, LONGITUDE, SourceRow
from fieldapp.history.rules import (
    Column,
    Condition,
    Constant,
    Date,
    First,
    Grid,
    Made,
    Precision,
    Share,
    Text,
)
from fieldapp.notation import grid


def row(**values: str) -> SourceRow:
    return SourceRow(1, 1, values)


def place(north: str, east: str, known: str) -> SourceRow:
    return SourceRow(1, 1, {LATITUDE: north, LONGITUDE: east, "prec": known})


def test_constant_column_and_first() -> None:
    assert Constant("U").make(row()) == Made("U")
    assert Column("a").make(row(a=" x ")).text == "x"
    assert Column("a").make(row()).text == ""
    assert First(("a", "b", "c")).make(row(a=" ", b="two", c="three")).text == "two"


def test_codes_otherwise_and_unknown_values() -> None:
    coded = Column("a", {"1": "ONE"})
    assert coded.make(row(a="1")).text == "ONE"
    assert coded.make(row(a="")).text == ""
    with pytest.raises(RowRefused) as refused:
        coded.make(row(a="secret"))
    assert "a" in refused.value.message
    assert "secret" not in refused.value.message
    assert Column("a", {"1": "ONE"}, "REST").make(row(a="9")).text == "REST"


def test_text_leaves_out_parts_whose_column_is_empty() -> None:
    made = Text(("{a} and {b}.", "Only {c}.", "Always."), " ")
    assert made.make(row(a="x", b="y")).text == "x and y. Always."
    assert made.columns() == {"a", "b", "c"}


def test_text_never_reads_braces_of_a_value() -> None:
    assert Text(("{a}",)).make(row(a="{b}", b="no")).text == "{b}"


def test_dates_keep_the_offset_and_never_move() -> None:
    known = Date("d", "%Y-%m-%dT%H:%M:%S", time(23, 59), 60)
    assert known.make(row(d="2009-02-20T00:00:00")).text == "2009-02-20T23:59:00.000+01:00"
    exact = Date("d", "%d.%m.%Y %H:%M", None, -210)
    assert exact.make(row(d="01.02.2024 10:05")).text == "2024-02-01T10:05:00.000-03:30"
    assert Date("d", "%Y-%m-%d", None, 0, day_only=True).make(row(d="2024-02-29")).text == (
        "2024-02-29"
    )
    assert known.make(row(d=" ")).text == ""


@pytest.mark.parametrize("text", ["2009-02-30", "20 Feb", "1066-10-14", "2101-01-01"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(RowRefused):
        Date("d", "%Y-%m-%d", None, 0).make(row(d=text))


CLASSES = {"1": Precision(4, 1000), "2": Precision(2, 25_000)}
AREA = Grid(LATITUDE, LONGITUDE, "prec", CLASSES, (13, 1, 29, 13))


def test_a_grid_has_no_more_digits_than_the_source_allows() -> None:
    near = AREA.make(place("5.399784", "26.486881", "1"))
    assert len(near.text) == len("35NKF") + 4
    assert near.note == {"text": near.text, "precision_m": "1000"}
    wide = AREA.make(place("5.399784", "26.486881", "2"))
    assert wide.text == grid.parse(near.text).coarsened(2).text
    assert wide.note is not None
    assert wide.note["precision_m"] == "25000"


@pytest.mark.parametrize("known", ["3", "4", "5", "6", "7", "", "1.0"])
def test_an_area_is_never_a_pin(known: str) -> None:
    assert AREA.make(place("5.399784", "26.486881", known)) == Made("")


@pytest.mark.parametrize(
    ("north", "east"),
    [("26.4", "5.3"), ("5", "181"), ("NaN", "20"), ("x", "20"), ("5", ""), ("1e400", "20")],
)
def test_a_position_that_cannot_be_is_refused_at_any_precision(north: str, east: str) -> None:
    for known in ("1", "4"):
        with pytest.raises(RowRefused):
            AREA.make(place(north, east, known))


def test_no_position_means_no_grid() -> None:
    assert AREA.make(place("", "", "1")).text == ""


def span(part: int, best: int, low: int, high: int) -> tuple[int, int]:
    values = row(part=str(part), best=str(best), low=str(low), high=str(high))
    lower, upper = (
        Share("part", "best", "low", "high", end).make(values).text for end in (False, True)
    )
    return int(lower), int(upper)


def test_a_group_is_as_uncertain_as_the_total() -> None:
    assert span(5, 5, 3, 9) == (3, 9)
    assert span(2, 23, 0, 23) == (0, 2)
    assert span(7, 7, 7, 6) == (6, 7)
    assert span(4, 4, 4, 4) == (4, 4)


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_a_span_always_holds_the_best_number(part: int, rest: int, low: int, high: int) -> None:
    lower, upper = span(part, part + rest, low, high)
    assert 0 <= lower <= part <= upper


@pytest.mark.parametrize("text", ["", "-1", "3.0", "many", "1" * 10, "٣"])
def test_a_number_is_a_whole_number(text: str) -> None:
    with pytest.raises(RowRefused):
        row(n=text).whole("n")


def test_conditions() -> None:
    values = row(a="x", n="3")
    assert Condition("a", one_of=frozenset({"x", "y"})).holds(values)
    assert not Condition("a", none_of=frozenset({"x"})).holds(values)
    assert Condition("b", one_of=frozenset({""})).holds(values)
    assert Condition("n", above=2).holds(values)
    assert not Condition("n", above=3).holds(values)
    with pytest.raises(RowRefused):
        Condition("a", above=0).holds(values)
