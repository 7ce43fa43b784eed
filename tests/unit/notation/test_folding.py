"""Spellings that people mix up find each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.notation.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ádoum", "ADOUM"),
        ("N’Djamena", "Ndjamena"),
        ("Abéché", "abeche"),
        ("Smørum", "smorum"),
        ("أبشي", "ابشى"),
        ("الدَّوْحة", "الدوحه"),
        ("إلى آدم", "الي ادم"),
        ("عـــدوم", "عدوم"),
        ("Umm-Tiné", "umm  tine"),
        ("\u202bAdoum\u202c", "Adoum"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_names_stay_apart() -> None:
    assert len({folded(name) for name in ("Adoum", "Adum", "Adam", "عدوم", "ادم")}) == 5


@given(st.text(max_size=40))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
