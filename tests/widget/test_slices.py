"""Work in slices: in order, all of it, and input between."""

import time

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.slices import Slices, Steps, no_steps


@pytest.fixture
def parent(qapp: QApplication) -> QObject:
    return QObject()


def counting(done: list[int], count: int) -> Steps:
    for number in range(count):
        done.append(number)
        yield


def test_nothing_happens_before_the_next_turn_and_then_all_in_order(
    qtbot: QtBot, parent: QObject
) -> None:
    done: list[int] = []
    slices = Slices(counting(done, 50), parent)
    with qtbot.waitSignal(slices.ended, timeout=5000):
        slices.begin()
        assert (done, slices.going_on) == ([], True)
    assert (done, slices.going_on) == (list(range(50)), False)


def test_what_is_queued_has_its_turn_between_slices(qtbot: QtBot, parent: QObject) -> None:
    done: list[int] = []
    seen: list[int] = []
    beat = QTimer(parent, interval=0)
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start()
    slices = Slices(counting(done, 20), parent, budget_ms=0)
    with qtbot.waitSignal(slices.ended, timeout=5000):
        slices.begin()
    assert set(range(1, 20)) <= set(seen)


def test_a_slice_ends_when_its_time_is_over(qtbot: QtBot, parent: QObject) -> None:
    def slow() -> Steps:
        for _ in range(4):
            end = time.perf_counter() + 0.006
            while time.perf_counter() < end:
                pass
            yield

    turns: list[None] = []
    slices = Slices(slow(), parent, budget_ms=10)
    beat = QTimer(parent, interval=0)
    beat.timeout.connect(lambda: turns.append(None) if slices.going_on else None)
    beat.start()
    with qtbot.waitSignal(slices.ended, timeout=5000):
        slices.begin()
    assert len(turns) >= 2


def test_finish_does_the_rest_at_once_and_ends_once(qtbot: QtBot, parent: QObject) -> None:
    done: list[int] = []
    ends: list[None] = []
    slices = Slices(counting(done, 9), parent, budget_ms=0)
    slices.ended.connect(lambda: ends.append(None))
    slices.begin()
    qtbot.waitUntil(lambda: len(done) >= 3)
    slices.finish()
    assert (done, len(ends)) == (list(range(9)), 1)
    slices.finish()
    for _ in range(5):
        QApplication.processEvents()
    assert (done, len(ends)) == (list(range(9)), 1)


def test_what_was_stopped_goes_no_further(qtbot: QtBot, parent: QObject) -> None:
    done: list[int] = []
    slices = Slices(counting(done, 9), parent, budget_ms=0)
    slices.begin()
    qtbot.waitUntil(lambda: len(done) >= 2)
    slices.stop()
    held = len(done)
    for _ in range(5):
        QApplication.processEvents()
    slices.finish()
    assert (len(done), slices.going_on) == (held, False)


def test_a_step_may_ask_for_the_rest(qtbot: QtBot, parent: QObject) -> None:
    done: list[int] = []

    def asking() -> Steps:
        slices.finish()
        yield from counting(done, 5)

    slices = Slices(asking(), parent)
    with qtbot.waitSignal(slices.ended, timeout=5000):
        slices.begin()
    assert done == list(range(5))


def test_nothing_to_do_is_not_going_on(parent: QObject) -> None:
    assert not Slices(no_steps(), parent).going_on
