import json
from typing import Any

import pytest

from fieldapp.mission.codes import MAX_BYTES, CodeLists, CodesRefused, default_codes
from fieldapp.mission.profile import LANGUAGES
from tests.support.wording import flaws

CODES = default_codes()
NUMBERED = [f"c{n}" for n in range(1, 58) if n not in (7, 19)]


def small(**changes: Any) -> dict[str, Any]:
    item = {"name": "DENY", "label": {"en": "Refused", "fr": "Refusé"}, "ocha": "4"} | changes
    titles = {"en": "Restriction", "fr": "Restriction"}
    return {"version": "1", "lists": {"c29": {"title": titles, "items": [item]}}}


def encoded(value: Any) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("name", NUMBERED)
def test_every_list_of_the_code_book_is_there(name: str) -> None:
    assert CODES.items(name)


@pytest.mark.parametrize("name", CODES.names())
def test_every_list_and_item_has_every_language(name: str) -> None:
    titles = {language: CODES.title(name, language) for language in LANGUAGES}
    assert name not in titles.values()
    assert list(flaws(titles)) == []
    for item in CODES.items(name):
        assert list(flaws(item.labels)) == [], item.name
    for language in LANGUAGES:
        labels = [item.labels[language] for item in CODES.items(name)]
        assert len(set(labels)) == len(labels), "two items that nobody can tell apart"


@pytest.mark.parametrize("name", CODES.names())
def test_items_of_a_list_have_the_same_columns(name: str) -> None:
    assert len({frozenset(item.columns) for item in CODES.items(name)}) == 1


@pytest.mark.parametrize(
    ("name", "column", "target"), [("c19", "category", "c19_category"), ("c29", "ocha", "ocha")]
)
def test_columns_name_items_of_another_list(name: str, column: str, target: str) -> None:
    known = {item.name for item in CODES.items(target)}
    assert {item.columns[column] for item in CODES.items(name)} - {""} <= known


def test_every_category_has_a_sub_type() -> None:
    used = {item.columns["category"] for item in CODES.items("c19")}
    assert used == {item.name for item in CODES.items("c19_category")}


def test_movements_fall_into_the_groups_that_forms_ask_about() -> None:
    groups = {item.columns["group"] for item in CODES.items("c27")}
    assert groups == {"ground", "flight", "admin", "other"}
    assert CODES.column("c27", "FLIGHT-CASEVAC", "group") == "flight"


@pytest.mark.parametrize(
    ("code", "ocha"),
    [("ADMIN", "3"), ("DENY", "4"), ("FLIGHT-REVOKED", "4"), ("FEE", "5"), ("ASSAULT", "6"),
     ("FIRE", "6"), ("MINE", "8"), ("PHYS", "9"), ("SELF", "")],
)  # fmt: skip
def test_the_crosswalk_to_ocha(code: str, ocha: str) -> None:
    assert CODES.column("c29", code, "ocha") == ocha


def test_a_label_falls_back_to_english_and_then_to_the_code() -> None:
    assert CODES.label("c29", "DENY", "fr") == "Passage refusé"
    assert CODES.label("c29", "DENY", "sw") == "Passage refused"
    assert CODES.label("c29", "NEW-CODE", "fr") == "NEW-CODE"
    assert CODES.label("no_such_list", "DENY", "fr") == "DENY"
    only_french = CodeLists.load(encoded(small(label={"fr": "Refusé"})))
    assert only_french.label("c29", "DENY", "en") == "DENY"


def test_a_list_that_the_mission_does_not_have_is_empty() -> None:
    assert CODES.items("no_such_list") == ()
    assert CODES.title("no_such_list", "en") == "no_such_list"
    assert CODES.column("no_such_list", "DENY", "ocha") == ""


def test_a_small_file() -> None:
    lists = CodeLists.load(encoded(small()))
    assert (lists.version, lists.names()) == ("1", ("c29",))
    (item,) = lists.items("c29")
    assert (item.name, dict(item.columns)) == ("DENY", {"ocha": "4"})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe{}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b" " * (MAX_BYTES + 1), "larger than 4 MiB"),
        (b"[]", "not an object"),
        (b"{}", "lists is missing"),
        (b'{"version": "1", "version": "2", "lists": {}}', "given twice"),
        (encoded({"version": 1, "lists": {}}), "version: text is missing"),
        (encoded({"version": "1", "lists": {}, "more": 1}), "more is unknown"),
        (encoded({"version": "1", "lists": []}), "lists: not an object"),
        (encoded({"version": "1", "lists": {"C 1": {}}}), "small letters"),
        (encoded({"version": "1", "lists": {"c1": {"title": {"en": "x"}}}}), "items is missing"),
        (
            encoded({"version": "1", "lists": {"c1": {"title": {"en": "x"}, "items": []}}}),
            "list c1: no items",
        ),
        (encoded(small(name="TWO WORDS")), "item 1: the name"),
        (encoded(small(name=None)), "item 1: the name"),
        (encoded(small(label={})), "item 1 (DENY): no label"),
        (encoded(small(label={"en": " "})), "DENY), en: text is missing"),
        (encoded(small(label={"English": "x"})), "no language code"),
        (encoded(small(ocha=4)), "column ocha is not text"),
        (encoded(small(**{"o c": "4"})), "column o c is not text"),
    ],
)
def test_a_broken_file_says_where(content: bytes, said: str) -> None:
    with pytest.raises(CodesRefused) as refused:
        CodeLists.load(content)
    assert said in refused.value.message


@pytest.mark.parametrize("name", ["c19", "c27"])
def test_a_list_without_the_column_that_forms_need_is_refused(name: str) -> None:
    lists = small()
    lists["lists"][name] = lists["lists"].pop("c29")
    with pytest.raises(CodesRefused, match=f"list {name}, DENY: .* must be one of"):
        CodeLists.load(encoded(lists))


def test_a_code_given_twice_is_refused() -> None:
    twice = small()
    twice["lists"]["c29"]["items"] *= 2
    with pytest.raises(CodesRefused, match="DENY is there twice"):
        CodeLists.load(encoded(twice))
