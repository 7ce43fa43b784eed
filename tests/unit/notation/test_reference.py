import pytest

from fieldapp.notation import reference
from fieldapp.notation.reference import ReferenceRefused, ReportNumber


def test_the_published_check_character() -> None:
    # The Global Release Identifier, a use of MOD 37,36, publishes A1-2425G-ABC1234002-M.
    assert reference.check_character("A12425GABC1234002") == "M"


def test_text_of_a_number() -> None:
    number = ReportNumber("TS7", "FOM", 2026, "0031")
    assert number.text == f"TS7-FOM-2026-0031-{number.check}"
    assert number.revised(2).text == f"{number.text}/R2"
    assert number.revised(2).base == number.text
    assert number.check == reference.check_character("TS7FOM20260031")


@pytest.mark.parametrize("unit", ["TS7", "NEPBATT-9", "FRABATT-10-A", "7"])
@pytest.mark.parametrize("revision", [0, 1, 12])
def test_reading_gives_back_what_was_written(unit: str, revision: int) -> None:
    number = ReportNumber(unit, "INC", 2026, "3999", revision)
    assert reference.parse(number.text) == number
    assert reference.parse(f" {number.text.lower()} ".replace("-", " - ")) == number


def test_one_wrong_character_is_noticed() -> None:
    text = ReportNumber("TS7", "FOM", 2026, "0031").text
    for at, char in enumerate(text):
        if char == "-":
            continue
        letters = "0123456789" if char.isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for other in letters.replace(char, ""):
            with pytest.raises(ReferenceRefused):
                reference.parse(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TS7-FOM-2026-0031",
        "TS7-FOM-26-0031-K",
        "TS7-F-2026-0031-K",
        "TS7-FOM-2026-031-K",
        "K" * 65,
    ],
)
def test_other_text_is_no_number(text: str) -> None:
    with pytest.raises(ReferenceRefused) as refused:
        reference.parse(text)
    assert refused.value.code == "notation.reference"


def test_a_wrong_check_character_has_its_own_code() -> None:
    text = ReportNumber("TS7", "FOM", 2026, "0031").text
    with pytest.raises(ReferenceRefused) as refused:
        reference.parse(text[:-1] + ("A" if text[-1] != "A" else "B"))
    assert refused.value.code == "notation.reference-check"


@pytest.mark.parametrize(
    ("unit", "kind", "year", "serial", "revision"),
    [
        ("ts7", "FOM", 2026, "0031", 0),
        ("TS 7", "FOM", 2026, "0031", 0),
        ("-TS7", "FOM", 2026, "0031", 0),
        ("T" * 17, "FOM", 2026, "0031", 0),
        ("TS7", "F0M", 2026, "0031", 0),
        ("TS7", "FOM", 1999, "0031", 0),
        ("TS7", "FOM", 2026, "31", 0),
        ("TS7", "FOM", 2026, "0031", 1000),
        ("TS7\n", "FOM", 2026, "0031", 0),
    ],
)
def test_parts_outside_their_limits(
    unit: str, kind: str, year: int, serial: str, revision: int
) -> None:
    with pytest.raises(ReferenceRefused):
        ReportNumber(unit, kind, year, serial, revision)


@pytest.mark.parametrize(
    ("block", "count", "serial"),
    [(0, 1, "0001"), (0, 31, "0031"), (3, 1, "3001"), (9, 999, "9999"), (3, 1000, "31000")],
)
def test_serials(block: int, count: int, serial: str) -> None:
    assert reference.serial_text(block, count) == serial
    assert reference.serial_parts(serial) == (block, count)
    if count <= 999:
        assert int(serial) == block * 1000 + count


def test_no_two_devices_meet() -> None:
    given = [reference.serial_text(block, n) for block in range(10) for n in range(1, 12_000)]
    assert len(set(given)) == len(given)


@pytest.mark.parametrize(("block", "count"), [(-1, 1), (10, 1), (0, 0), (0, 10**8)])
def test_serials_have_limits(block: int, count: int) -> None:
    with pytest.raises(ValueError, match="block"):
        reference.serial_text(block, count)


@pytest.mark.parametrize("serial", ["", "001", "0000", "30000", "30001", "x001"])
def test_serials_nobody_gave_out(serial: str) -> None:
    with pytest.raises(ReferenceRefused):
        reference.serial_parts(serial)
