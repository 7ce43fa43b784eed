"""Garbage is collected in the window's thread alone."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import GarbageKeeper, collect_due

_MUCH = 50_000
"""New things that outlive a look of the collector: it would have run many times."""


class Cycle:
    """Says in which thread it died; only the collector ends it."""

    def __init__(self, died: list[str]) -> None:
        self.died = died
        self.itself = self

    def __del__(self) -> None:
        self.died.append(threading.current_thread().name)


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as Python starts it; as the other tests have it afterwards."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def work_elsewhere() -> list[list[int]]:
    """What another thread made; as long as it is held, a collection is due."""
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(_MUCH)), name="lane")
    worker.start()
    worker.join()
    assert len(kept) == _MUCH
    return kept


def test_without_a_keeper_another_thread_collects(collector: None) -> None:
    died: list[str] = []
    gc.disable()
    Cycle(died)
    gc.enable()
    assert work_elsewhere()
    assert died == ["lane"], "or the next test proves nothing"


def test_with_it_the_window_does(collector: None, qtbot: QtBot) -> None:
    died: list[str] = []
    owner = QObject()
    GarbageKeeper(owner)
    Cycle(died)
    held = work_elsewhere()
    assert died == []
    qtbot.waitUntil(lambda: died == [threading.main_thread().name], timeout=5000)
    assert held
    owner.deleteLater()


def test_old_things_are_collected_too_and_what_takes_long_is_let_be(collector: None) -> None:
    died: list[str] = []
    gc.disable()
    old = Cycle(died)
    gc.collect(1)
    del old
    grown: list[list[int]] = []
    try:
        for _ in range(2_000):
            grown.extend([] for _ in range(1_000))
            collect_due()
            if died:
                break
        assert died == [threading.main_thread().name]
        assert gc.get_freeze_count() > 0, "so many things took long"
    finally:
        gc.unfreeze()
