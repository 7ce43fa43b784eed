from datetime import UTC, date, datetime

import pytest

from fieldapp.clock import to_millis
from fieldapp.notation import dtg
from fieldapp.notation.dtg import DtgRefused
from fieldapp.units import UtcMillis

TODAY = date(2026, 11, 7)


def read(text: str, *, local: int = 60, today: date = TODAY) -> dtg.DateTimeGroup:
    return dtg.parse(text, local_offset_minutes=local, today=today)


def utc(*parts: int) -> int:
    return to_millis(datetime(*parts, tzinfo=UTC))  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    "text",
    [
        "061020A NOV 26",
        "061020ANOV26",
        "061020a nov 26",
        "  06 1020 A NOV 2026 ",
        "061020ANOV2026",
        "06 10:20A NOV 26",
        "061020A",
        "061020J",
        "061020+0100 NOV 26",
        "2026-11-06 10:20",
        "2026-11-06T10:20+01:00",
        "2026-11-06T09:20Z",
        "2026-11-06 10:20:00.000+0100",
        "٠٦١٠٢٠A NOV ٢٦",
        "\u2066061020A NOV 26\u2069",
    ],
)
def test_every_way_to_write_one_moment(text: str) -> None:
    group = read(text)
    assert group.utc == utc(2026, 11, 6, 9, 20)
    assert dtg.format_dtg(group.utc, 60) == "061020A NOV 26"


def test_the_group_says_how_it_was_given() -> None:
    assert read("060920Z NOV 26") == dtg.DateTimeGroup(
        UtcMillis(utc(2026, 11, 6, 9, 20)), 0, "Z", "060920Z NOV 26"
    )
    assert read("060920Z NOV 26").utc == read("061020A NOV 26").utc


def test_j_becomes_the_local_zone() -> None:
    group = read("061020J NOV 26", local=180)
    assert (group.zone, group.offset_minutes, group.text) == ("C", 180, "061020C NOV 26")


def test_letters_name_their_hours() -> None:
    hours = {
        "A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 6, "G": 7, "H": 8, "I": 9, "K": 10,
        "L": 11, "M": 12, "N": -1, "O": -2, "P": -3, "Q": -4, "R": -5, "S": -6, "T": -7,
        "U": -8, "V": -9, "W": -10, "X": -11, "Y": -12, "Z": 0,
    }  # fmt: skip
    for letter, hour in hours.items():
        assert read(f"061020{letter} NOV 26").offset_minutes == hour * 60
        assert dtg.zone_name(hour * 60) == letter


@pytest.mark.parametrize(
    ("local", "zone"), [(330, "+0530"), (-210, "-0330"), (345, "+0545"), (840, "+1400")]
)
def test_an_offset_without_a_letter_is_written_out(local: int, zone: str) -> None:
    group = read("2026-11-06 10:20", local=local)
    assert group.text == f"061020{zone} NOV 26"
    assert read(group.text) == group


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (date(2026, 11, 7), "061020Z", "061020Z NOV 26"),
        (date(2026, 11, 1), "311020Z", "311020Z OCT 26"),
        (date(2027, 1, 2), "302355Z", "302355Z DEC 26"),
        (date(2026, 12, 31), "010010Z", "010010Z JAN 27"),
        (date(2026, 11, 6), "131200Z", "131200Z NOV 26"),
        (date(2026, 11, 6), "141200Z", "141200Z OCT 26"),
        (date(2027, 3, 1), "311200Z", "311200Z JAN 27"),
        (date(2027, 3, 1), "291200Z", "291200Z JAN 27"),
        (date(2028, 3, 1), "291200Z", "291200Z FEB 28"),
    ],
)
def test_a_short_group_takes_the_nearest_month(today: date, text: str, expected: str) -> None:
    assert read(text, today=today).text == expected


@pytest.mark.parametrize(
    ("year", "expected"), [("26", 2026), ("46", 2046), ("47", 1947), ("89", 1989), ("1989", 1989)]
)
def test_two_digits_of_a_year(year: str, expected: int) -> None:
    assert read(f"061020Z NOV {year}").utc == utc(expected, 11, 6, 10, 20)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "notation.dtg"),
        ("yesterday", "notation.dtg"),
        ("61020A NOV 26", "notation.dtg"),
        ("061020 NOV 26", "notation.dtg"),
        ("061020A NOV", "notation.dtg"),
        ("061020A NOV 26 late", "notation.dtg"),
        ("0" * 65, "notation.dtg"),
        ("062400A NOV 26", "notation.dtg-time"),
        ("062460A NOV 26", "notation.dtg-time"),
        ("061060A NOV 26", "notation.dtg-time"),
        ("2026-11-06 24:00", "notation.dtg-time"),
        ("2026-11-06 10:20:60", "notation.dtg-time"),
        ("311020A FEB 26", "notation.dtg-day"),
        ("291020A FEB 26", "notation.dtg-day"),
        ("001020A NOV 26", "notation.dtg-day"),
        ("321020A", "notation.dtg-day"),
        ("2026-02-31 10:20", "notation.dtg-day"),
        ("0001-01-01 10:20", "notation.dtg-day"),
        ("061020A NOW 26", "notation.dtg-month"),
        ("2026-13-06 10:20", "notation.dtg-month"),
        ("061020+1500 NOV 26", "notation.dtg-zone"),
        ("061020+0560 NOV 26", "notation.dtg-zone"),
        ("061020-1300 NOV 26", "notation.dtg-zone"),
    ],
)
def test_what_is_wrong_is_said(text: str, code: str) -> None:
    with pytest.raises(DtgRefused) as refused:
        read(text)
    assert refused.value.code == code
    assert refused.value.remedy == "check-input"


def test_a_leap_day_and_midnight() -> None:
    assert read("290000Z FEB 28").utc == utc(2028, 2, 29)


def test_form_text_keeps_offset_and_seconds() -> None:
    text = "2026-11-06T10:20:05.250+01:00"
    group = dtg.from_xforms(text, local_offset_minutes=0)
    assert group.text == "061020A NOV 26"
    assert dtg.to_xforms(group) == text


def test_form_text_without_offset_is_local() -> None:
    group = dtg.from_xforms("2026-11-06T10:20:00.000", local_offset_minutes=-210)
    assert dtg.to_xforms(group) == "2026-11-06T10:20:00.000-03:30"


@pytest.mark.parametrize("text", ["", "061020A NOV 26", "2026-11-06", "1" * 80])
def test_other_text_is_no_form_text(text: str) -> None:
    with pytest.raises(DtgRefused):
        dtg.from_xforms(text, local_offset_minutes=0)


@pytest.mark.parametrize("offset", [-721, 841])
def test_no_zone_lies_that_far_from_utc(offset: int) -> None:
    with pytest.raises(DtgRefused):
        dtg.zone_name(offset)


def test_today_is_a_local_date() -> None:
    late = UtcMillis(utc(2026, 11, 6, 23, 30))
    assert dtg.today_at(late, 0) == date(2026, 11, 6)
    assert dtg.today_at(late, 60) == date(2026, 11, 7)
