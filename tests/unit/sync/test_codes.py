"""One-time codes: typed in any spelling, and each laptop of a unit gets a number of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.clock import system_entropy
from sync.codes import ALPHABET, LAPTOPS, fits, laptop_of, new_code, normal, shown


@given(st.integers(0, LAPTOPS - 1), st.binary(min_size=10, max_size=10))
def test_a_code_carries_its_laptop_and_survives_being_read_aloud(laptop: int, raw: bytes) -> None:
    code = new_code(laptop, lambda count: raw[:count])
    assert fits(code)
    assert laptop_of(code) == laptop
    assert normal(shown(code).lower().replace("0", "o").replace("1", "l")) == code


def test_every_character_can_end_a_code() -> None:
    drawn = {new_code(n % LAPTOPS, system_entropy)[-1] for n in range(4000)}
    assert drawn == set(ALPHABET)


def test_there_is_no_eleventh_number() -> None:
    with pytest.raises(ValueError, match="10"):
        new_code(10, system_entropy)


@pytest.mark.parametrize("odd", ["", "7K2", "7K2MX4PQ9U", "7K2MX4PQ9DD", "é" * 10])
def test_what_cannot_be_a_code(odd: str) -> None:
    assert not fits(normal(odd))
