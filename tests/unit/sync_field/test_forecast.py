"""What sending will take is said before: bytes, time, what makes it, and the smallest charge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.units import ByteCount
from sync.field.forecast import CONNECT_BYTES, Tariff, forecast
from sync.field.spool import SpoolFrame

SATELLITE = Tariff("USD", per_mb=800, step=1_000, minimum=20_000)


def frames(*ranks_and_sizes: tuple[int, int]) -> list[SpoolFrame]:
    return [
        SpoolFrame(f"{rank}-{number:010d}-{number:08x}.ufr", ByteCount(size))
        for number, (rank, size) in enumerate(ranks_and_sizes)
    ]


def test_nothing_waits_and_nothing_is_paid() -> None:
    found = forecast([], 300, 600, SATELLITE)
    assert (found.text.frames, found.everything.volume, found.cost) == (0, 0, None)


def test_a_lone_flash_is_what_was_measured_over_a_shaped_link() -> None:
    """1,098 bytes up and 1,242 down in 12.2 s at 2.4 kbit/s with 1.5 s round trip."""
    found = forecast(frames((1, 440)), 300, 600)
    assert found.text.volume == pytest.approx(2340, rel=0.2)
    assert found.text.seconds == pytest.approx(12.2, rel=0.25)


def test_text_and_photos_are_told_apart() -> None:
    found = forecast(frames((4, 2_000), (4, 2_000), (8, 60_000)), 1_200, 600)
    assert (found.text.frames, found.everything.frames) == (2, 3)
    assert found.text.volume < 8_000 < 60_000 < found.everything.volume


def test_what_makes_it_goes_in_the_order_of_sending() -> None:
    waiting = frames((8, 60_000), (4, 2_000), (1, 400), (8, 60_000))
    found = forecast(waiting, 1_200, 90)
    assert (found.text_made, found.made) == (2, 3)
    assert forecast(waiting, 1_200, 1).made == 0
    assert forecast(waiting, 1_200, 3_600).made == 4


def test_a_small_message_costs_the_smallest_charge() -> None:
    found = forecast(frames((4, 2_000)), 300, 600, SATELLITE)
    assert found.least
    assert found.text_cost == found.cost == 16


def test_volume_is_rounded_up_to_the_step_of_the_bill() -> None:
    assert SATELLITE.billed(20_001) == 21_000
    assert SATELLITE.cost(1_000_000) == 800
    found = forecast(frames((4, 2_000), (8, 1_000_000)), 8_000, 600, SATELLITE)
    assert found.cost is not None
    assert 800 < found.cost < 1_000
    assert found.text_cost == 16


@given(
    st.lists(st.tuples(st.integers(1, 8), st.integers(100, 70_000)), min_size=1, max_size=40),
    st.integers(30, 100_000),
    st.integers(0, 10_000),
)
def test_figures_agree_with_each_other(
    waiting: list[tuple[int, int]], rate: int, seconds: int
) -> None:
    listed = frames(*waiting)
    found = forecast(listed, rate, seconds, SATELLITE)
    assert found.text.volume <= found.everything.volume
    assert found.everything.volume >= sum(frame.size for frame in listed) + CONNECT_BYTES
    assert 0 <= found.text_made <= found.made <= len(listed)
    assert found.cost is not None
    assert found.cost >= SATELLITE.cost(0)
