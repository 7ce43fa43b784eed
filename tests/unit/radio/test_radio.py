"""Reports over the radio: spelled, compared by three words, and as one short text."""

import copy
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.library import library_forms
from fieldapp.radio.check_word import check_word, exact
from fieldapp.radio.short_text import (
    MAX_CHARACTERS,
    Heading,
    ShortTextAltered,
    check_short_text,
    short_text,
)
from fieldapp.radio.spelling import is_code, spell
from tests.support.scenarios import NAMES, scenario

DENIED = "03-denied-despite-clearance"
HEADING = Heading("TS7-FOM-2026-0031-K", 0, "Confidential", "2026-0118")
AS_SENT = """\
TS7-FOM-2026-0031-K R0 / INC 2026-0118 / CONFIDENTIAL
A 060920Z NOV 26 - 061015Z NOV 26
B 32QQF89474793 (10M GPS) CP TAREK
C GROUND-PATROL 2VEH 8PAX TS7-PATREP-2026-0415
D MONITORING
E DENY BY HST-ARM 6 PAX PKM ON A PICK-UP NON-COMMISSIONED OFFICER UNIFORM
F REASON QUOTED "NOT INFORMED BY BRIGADE" ORDER LOCAL-COMD
G CLEARANCE 042/26 GRANTED 041200Z NOV 26
H INDEPENDENT
I TURNED-BACK 55MIN NO HARM
J HOST-ARMY 060940Z NOV 26 NO-SHOW
K RETRY 2026-11-08 TRACK NORTH OF CP TAREK
"""


@pytest.fixture(scope="module")
def restriction() -> FormDefinition:
    return load_form(library_forms()["restriction"])


def answers(name: str = DENIED) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(scenario(name)["answers"])
    return found


def test_a_grid_is_spelled_in_its_groups() -> None:
    assert spell("32Q QF 8947") == ("THREE TWO QUEBEC", "QUEBEC FOXTROT", "EIGHT NINER FOUR SEVEN")
    assert spell("042/26") == ("ZERO FOUR TWO SLANT TWO SIX",)


def test_every_letter_and_digit_has_its_own_word() -> None:
    words = {spell(letter)[0] for letter in string.ascii_uppercase + string.digits}
    assert len(words) == 36
    assert all(len(word) > 2 for word in words)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("042/26", True),
        ("TS7-FOM-2026-0031-K", True),
        ("8", True),
        ("CP Tarek", False),
        ("", False),
    ],
)
def test_codes_are_told_from_words(text: str, code: bool) -> None:
    assert is_code(text) is code


def test_a_restriction_has_the_lines_that_hq_expects() -> None:
    text = short_text(HEADING, "restriction", answers())
    assert text.startswith(AS_SENT)
    assert check_short_text(text) == AS_SENT.strip()


@pytest.mark.parametrize("name", NAMES)
def test_every_report_fits_and_can_be_sent_by_telegraph(name: str) -> None:
    told = scenario(name)
    text = short_text(HEADING, told["form"], told["answers"])
    assert len(text) <= MAX_CHARACTERS
    assert set(text) <= set(string.ascii_uppercase + string.digits + string.punctuation + " \n")
    check_short_text(text)


def test_relays_may_break_lines_anew_and_change_the_case() -> None:
    text = short_text(HEADING, "restriction", answers())
    check_short_text("\r\n".join(text.lower().split(" ")) + "\n\n")


def test_any_other_digit_in_it_is_noticed() -> None:
    text = short_text(HEADING, "restriction", answers())
    places = [n for n, letter in enumerate(text) if letter.isdigit()]
    assert len(places) > 60
    for place in places:
        other = str((int(text[place]) + 1) % 10)
        with pytest.raises(ShortTextAltered):
            check_short_text(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize("received", ["", "END SHA 0000", AS_SENT, "\x00" * 500])
def test_a_text_without_its_end_is_refused(received: str) -> None:
    with pytest.raises(ShortTextAltered):
        check_short_text(received)


def test_words_in_another_script_are_seen_to_be_missing() -> None:
    given_ = answers()
    given_["where"]["place"] = "نقطة تفتيش طارق"
    given_["reason"]["words"] = "Défense d'entrer"
    text = short_text(HEADING, "restriction", given_)
    assert "(10M GPS) ?\n" in text
    assert "DEFENSE D'ENTRER" in text


def test_a_long_account_is_cut_and_the_cut_is_seen() -> None:
    given_ = answers("08c-ied-final")
    given_["facts"]["narrative"] = "word " * 500
    text = short_text(HEADING, "incident", given_)
    assert text.splitlines()[-2].endswith("...")
    assert len(text) <= MAX_CHARACTERS


def test_an_account_leaves_codes_and_times_whole() -> None:
    given_ = answers("08c-ied-final")
    before = short_text(HEADING, "incident", given_).splitlines()
    given_["facts"]["narrative"] = "word " * 500
    after = short_text(HEADING, "incident", given_).splitlines()
    assert before[1:-2] == after[1:-2]


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_was_typed_fits_and_comes_back(narrative: str, place: str) -> None:
    held = {"where": {"place": place}, "facts": {"narrative": narrative}}
    for form in ("incident", "restriction"):
        text = short_text(HEADING, form, held)
        assert text.isascii()
        assert len(text) <= MAX_CHARACTERS
        check_short_text(text)


def test_two_people_who_wrote_the_same_get_the_same_word(restriction: FormDefinition) -> None:
    given_ = answers()
    word = check_word(restriction, given_)
    given_["where"]["grid"] = "32q qf 8947 4793"
    given_["when"]["stopped_at"] = "2026-11-06T09:20:00.000+00:00"
    given_["what"]["means"] = "VERBAL CHECKPOINT WEAPONS"
    given_["where"]["place"] = "Check point Tarek"
    given_["facts"]["narrative"] = "Taken down by ear."
    del given_["facts"]["assessment"]
    assert check_word(restriction, dict(reversed(given_.items()))) == word


def test_any_other_code_number_time_or_grid_is_another_word(restriction: FormDefinition) -> None:
    given_ = answers()
    word = check_word(restriction, given_)
    paths = [path for path, _ in exact(restriction, given_)]
    assert len(paths) > 25
    for path in paths:
        other = copy.deepcopy(given_)
        held: Any = other
        *above, last = path.split("/")
        for name in above:
            held = held[int(name) - 1] if name.isdigit() else held[name]
        held[last] = _other(held[last])
        assert check_word(restriction, other) != word, path


def _other(value: str) -> str:
    """Another value of the same kind."""
    for digit in reversed(range(len(value))):
        if value[digit] in "123456":
            return value[:digit] + str(int(value[digit]) + 1) + value[digit + 1 :]
    return value + "X"


def test_a_row_more_is_another_word(restriction: FormDefinition) -> None:
    given_ = answers()
    word = check_word(restriction, given_)
    given_["reaction"]["contacts"] *= 2
    assert check_word(restriction, given_) != word
