from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.notation import dtg
from fieldapp.notation.dtg import DtgRefused
from fieldapp.units import UtcMillis

# 1960 to 2040: the century that two digits of a year can name in 2026, with room at both ends.
minutes = st.integers(-5_200_000, 36_800_000)
offsets = st.integers(dtg.MIN_OFFSET, dtg.MAX_OFFSET)
TODAY = date(2026, 11, 7)


@given(minutes, offsets, offsets)
def test_a_written_group_reads_back(minute: int, offset: int, local: int) -> None:
    group = dtg.of(UtcMillis(minute * 60_000), offset)
    for text in (group.text, group.text.lower().replace(" ", ""), dtg.to_xforms(group)):
        assert dtg.parse(text, local_offset_minutes=local, today=TODAY) == group


@given(minutes, offsets, st.integers(0, 59_999))
def test_form_text_loses_nothing(minute: int, offset: int, millis: int) -> None:
    group = dtg.of(UtcMillis(minute * 60_000 + millis), offset)
    assert dtg.from_xforms(dtg.to_xforms(group), local_offset_minutes=0) == group


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-14, dtg.FUTURE_DAYS))
def test_a_short_group_finds_any_day_around_today(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    group = dtg.parse(f"{day:%d}1020Z", local_offset_minutes=0, today=today)
    assert dtg.today_at(group.utc, 0) == day


@given(st.text(max_size=80) | st.from_regex(r"[0-9]{6}[A-Z+-][0-9A-Z ]{0,12}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        group = dtg.parse(text, local_offset_minutes=60, today=TODAY)
    except DtgRefused:
        return
    assert dtg.parse(group.text, local_offset_minutes=60, today=TODAY).offset_minutes in (
        group.offset_minutes,
    )
