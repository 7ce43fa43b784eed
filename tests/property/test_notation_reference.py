import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.notation import reference
from fieldapp.notation.reference import ReferenceRefused, ReportNumber

serials = st.builds(reference.serial_text, st.integers(0, 9), st.integers(1, 10**8 - 1))
numbers = st.builds(
    ReportNumber,
    st.from_regex(r"[A-Z0-9]{1,8}(-[A-Z0-9]{1,7})?", fullmatch=True),
    st.sampled_from(("INC", "FOM", "PATREP")),
    st.integers(2000, 2099),
    serials,
    st.integers(0, 999),
)


@given(numbers)
def test_text_reads_back(number: ReportNumber) -> None:
    assert reference.parse(number.text) == number


@given(numbers, st.data())
def test_a_slip_of_one_character_is_noticed(number: ReportNumber, data: st.DataObject) -> None:
    text = number.base
    at = data.draw(st.sampled_from([i for i, char in enumerate(text) if char != "-"]))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".replace(text[at], "")))
    with pytest.raises(ReferenceRefused):
        reference.parse(text[:at] + other + text[at + 1 :])


@given(st.integers(0, 9), st.integers(1, 10**8 - 1))
def test_serials_come_apart_again(block: int, count: int) -> None:
    assert reference.serial_parts(reference.serial_text(block, count)) == (block, count)


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        number = reference.parse(text)
    except ReferenceRefused:
        return
    assert reference.parse(number.text) == number
