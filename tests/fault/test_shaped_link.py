"""The real sender and the real server over slow links that drop; the figures we publish.

With SOAK=1 everything, which takes half an hour; otherwise a flash from cold.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.reconnect import reconnect_bytes
from tests.support.shaped_run import MIDDLE, QUICK, SLOW, Shape, flash, photo, window

soaking = pytest.mark.skipif(os.environ.get("SOAK") != "1", reason="minutes on a slow link")
Show = Callable[[object], None]


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Show:
    def shown(figures: object) -> None:
        with capsys.disabled():
            print("\n", figures)

    return shown


def test_the_receipt_of_a_flash_comes_within_20_seconds_at_2400_bits(
    tmp_path: Path, show: Show
) -> None:
    figures = flash(tmp_path, SLOW)
    show(figures)
    assert figures["first_receipt_s"] <= 20


def test_a_reconnect_costs_at_most_1300_bytes(tmp_path: Path, show: Show) -> None:
    cost = reconnect_bytes(tmp_path)
    show({"reconnect_bytes": cost})
    assert cost <= 1300


@soaking
@pytest.mark.parametrize("rate", [300, 1_200, 8_000])
def test_a_flash_gets_through_a_link_that_drops(tmp_path: Path, rate: int, show: Show) -> None:
    figures = flash(tmp_path, Shape(rate, up=(60.0, 300.0)))
    show(figures)
    assert figures["first_receipt_s"] <= 20


@soaking
def test_two_weeks_of_text_are_through_in_the_first_minute_then_previews(
    tmp_path: Path, show: Show
) -> None:
    figures = window(tmp_path)
    show(figures)
    assert 0 < figures["text_s"] <= 60
    assert 0 < figures["questions_s"] <= 60
    assert figures["text_s"] < figures["previews_s"]
    assert figures["previews_left_at_end"] == 0
    assert figures["photos_left_at_end"] < figures["photos"]


def test_in_a_window_text_and_questions_are_through_before_the_photos(
    tmp_path: Path, show: Show
) -> None:
    """A tenth of the two weeks over a faster link that drops."""
    figures = window(tmp_path, QUICK, share=0.1, seconds=20)
    show(figures)
    assert figures["asked"] == 1
    assert figures["text_left_at_end"] == figures["questions_left_at_end"] == 0
    assert 0 < figures["text_s"] < figures["previews_s"]


@soaking
def test_a_photo_costs_little_more_than_the_ideal(tmp_path: Path, show: Show) -> None:
    figures = photo(tmp_path, MIDDLE)
    show(figures)
    assert figures["times_ideal"] <= 1.35
