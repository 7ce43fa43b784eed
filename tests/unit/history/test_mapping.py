"""The mapping's validator: all problems at once, and nothing but problems for any input."""

import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.forms.catalog import Catalog
from fieldapp.forms.library import library_forms
from fieldapp.history.binding import check_columns, check_form, file_columns
from fieldapp.history.errors import BadMapping
from fieldapp.history.mapping import HistoryMapping, load_mapping, read_mapping
from fieldapp.mission.codes import default_codes

CATALOG = Catalog(library_forms(), default_codes())
SHIPPED = "ucdp-ged-23.1"


def readme_example() -> str:
    text = files("fieldapp.history").joinpath("README.md").read_text("utf-8")
    found: str = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0]
    return found


def judged(raw: bytes, *, form: bool) -> HistoryMapping | tuple[str, ...]:
    """The mapping, or everything that is wrong with it."""
    try:
        mapping = read_mapping(raw)
        if form:
            check_form(mapping, CATALOG.form("incident"))
    except BadMapping as refused:
        return refused.problems
    return mapping


def problems_of(text: str | bytes, *, form: bool = False) -> tuple[str, ...]:
    found = judged(text if isinstance(text, bytes) else text.encode(), form=form)
    assert isinstance(found, tuple)
    assert found
    return found


def test_the_shipped_mapping_and_the_readmes_example_fit_the_form() -> None:
    for raw in (load_mapping(SHIPPED), readme_example().encode()):
        mapping = read_mapping(raw)
        check_form(mapping, CATALOG.form(mapping.form))


def test_a_mapping_knows_all_its_columns() -> None:
    mapping = read_mapping(readme_example().encode())
    assert mapping.columns() == {
        *("no", "reported_by", "kind", "day", "village", "district", "precision", "remarks"),
        *("post", "dead", "@latitude", "@longitude"),
    }
    with pytest.raises(BadMapping) as refused:
        check_columns(mapping, ("no", "kind"))
    assert len(refused.value.problems) == 10
    assert "@latitude" in file_columns(mapping, ("lat", "lon"))
    assert "@latitude" not in file_columns(mapping, ("lat",))


def swap(old: str, new: str) -> Callable[[str], str]:
    def changed(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return changed


STRUCTURE: list[tuple[Callable[[str], str], str]] = [
    (swap("mapping = 1 ", "mapping = 2 "), "mapping must be from 1 to 1"),
    (swap("mapping = 1 ", "mapping = true "), "mapping must be a whole number"),
    (swap('id = "checkpoint-log"', 'id = "Check point"'), "id is not as it should be"),
    (swap('licence = "internal"', ""), "licence is missing"),
    (swap('citation = ["', 'citation = ["", "'), "citation"),
    (swap('"+01:00"', '"CET"'), "utc_offset"),
    (swap('delimiter = ";"', 'delimiter = "::"'), "delimiter"),
    (swap('"CPLOG-{no}"', '"log {no}"'), "ref is not"),
    (swap('path = "what/category"', 'path = "what category"'), "path is not"),
    (swap('value = "U"', 'value = "U"\ncolumn = "x"'), "exactly one of"),
    (swap('value = "U"', "valeu = 1"), "nobody knows valeu"),
    (swap('value = "U"', "value = 1"), "value must be a text"),
    (swap('otherwise = "CRIME"', "otherwise = 1"), "otherwise must be"),
    (swap('codes = { clash = "ARM", attack = "CIV" }', ""), "otherwise needs codes"),
    (swap('"%d.%m.%Y"', '"%d.%m"'), "format must hold"),
    (swap('"%d.%m.%Y"', '"%d %B %Y"'), "format must hold"),
    (swap('at = "00:00"', 'at = "24:00"'), "at is not"),
    (swap('at = "00:00"', 'at = "00:00", day_only = true'), "a day has no time"),
    (swap("digits = 4", "digits = 3"), "digits must be even"),
    (swap("digits = 4", "digits = 10"), "more digits than metres allow"),
    (swap("digits = 4", "digits = 12"), "from 2 to 10"),
    (swap('class = [{ is = "village", digits = 4, metres = 1000 }]', "class = []"), "a class"),
    (swap('"{remarks}"', '"{remarks"'), "brace"),
    (swap('"{remarks}"', '"{}"'), "brace"),
    (swap("above = 0", "above = 0, is = []"), "exactly one of is, not, above"),
    (swap("above = 0", "above = -1"), "above must be from"),
    (swap('language = "en" ', 'language = "en"\nlanguages = ["en"] '), "nobody knows languages"),
]


@pytest.mark.parametrize(("change", "expected"), STRUCTURE)
def test_each_mistake_is_named(change: Callable[[str], str], expected: str) -> None:
    found = problems_of(change(readme_example()))
    assert any(expected in problem for problem in found), found


FITTING: list[tuple[Callable[[str], str], str]] = [
    (swap('path = "head/classification"', 'path = "head/colour"'), "no such question"),
    (swap('path = "head/classification"', 'path = "head"'), "no such question"),
    (swap('path = "head/classification"', 'path = "head/full"'), "works this one out"),
    (swap('path = "head/classification"', 'path = "harm/casualties/min"'), "no such question"),
    (swap('value = "U"', 'value = "TOP"'), "has no code TOP"),
    (swap('clash = "ARM"', 'clash = "ARMS"'), "has no code ARMS"),
    (swap('otherwise = "CRIME"', 'otherwise = "CRIMES"'), "has no code CRIMES"),
    (swap('path = "when/start"', 'path = "where/place_local"'), "does not ask for a date"),
    (swap('path = "harm/casualties"', 'path = "harm/casualty"'), "no repeat"),
    (swap('path = "min"', 'path = "least"'), "no such question"),
    (swap('["what/un_involved"]', '["what/un"]'), "does not have"),
    (swap('["what/un_involved"]', '["where/place"]'), "has an answer"),
]


@pytest.mark.parametrize(("change", "expected"), FITTING)
def test_each_misfit_with_the_form_is_named(change: Callable[[str], str], expected: str) -> None:
    found = problems_of(change(readme_example()), form=True)
    assert any(expected in problem for problem in found), found


def test_all_mistakes_are_told_together() -> None:
    text = readme_example()
    for change, _ in STRUCTURE[3:9]:
        text = change(text)
    assert len(problems_of(text)) == 6


def test_all_misfits_are_told_together() -> None:
    text = readme_example()
    for change, _ in (FITTING[0], FITTING[5], FITTING[8], FITTING[10]):
        text = change(text)
    assert len(problems_of(text, form=True)) == 4


@pytest.mark.parametrize("raw", [b"\xff", b"a = ", b"[[a]]\n" * 50_000, b"", b"mapping = 1"])
def test_what_is_no_mapping_is_refused(raw: bytes) -> None:
    assert problems_of(raw)


def test_unknown_files_are_refused() -> None:
    for name in ("no-such-mapping", "../secret.toml", ""):
        with pytest.raises(BadMapping):
            load_mapping(name)


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 30), st.floats(), st.text(max_size=6), st.dates()
)
WORDS = st.sampled_from(
    [
        *("mapping", "source", "form", "input", "record", "answer", "rows", "id", "path", "when"),
        *("value", "column", "codes", "otherwise", "first", "text", "join", "date", "grid", "by"),
        *("share", "class", "within", "is", "not", "above", "digits", "metres", "format", "at"),
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=6),
    max_leaves=30,
)


@settings(max_examples=400, deadline=None)
@given(values=st.dictionaries(WORDS, VALUES, max_size=8))
def test_any_tables_make_a_mapping_or_a_list_of_problems(values: dict[str, Any]) -> None:
    found = judged(written(values).encode("utf-8", "replace"), form=False)
    if isinstance(found, tuple):
        assert found
        assert all(problem.endswith(".") for problem in found)


@settings(max_examples=300, deadline=None)
@given(at=st.integers(0, 3000), length=st.integers(0, 40), junk=st.text(max_size=10))
def test_a_damaged_mapping_never_escapes(at: int, length: int, junk: str) -> None:
    text = readme_example()
    damaged = text[:at] + junk + text[at + length :]
    found = judged(damaged.encode("utf-8", "replace"), form=True)
    assert isinstance(found, HistoryMapping) or all(found)


def written(value: Any) -> str:
    """TOML of a value; at the top its members, below in one line."""
    return "\n".join(f"{key} = {_inline(item)}" for key, item in value.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(c):08x}" for c in value if c.isprintable()) + '"'
    return '""' if value is None else str(value)
