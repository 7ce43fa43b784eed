"""The map: a frame while panning over ten thousand reports, without a graphics card."""

import statistics
import sys
import time
from random import Random

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.store.map_reads import MapRow
from fieldapp.units import EventId, UtcMillis
from tests.bench.harness import Measured
from ui.map.model import Sighting, sighting
from ui.map.pack import world_pack
from ui.map.projection import to_world
from ui.map.view import MapView
from ui.theme.apply import Scheme, apply_theme, themed_application

SIZE = 1280, 800
_FRAMES = 120
_STEP = 13
"""Pixels a frame: a fast drag."""


def frame(runs: int, size: int = 10_000) -> list[Measured]:
    """95th percentile of a frame, pan and paint together; median over runs, beside an empty widget.

    Tiles that come into view are painted meanwhile, as when a person drags. The second figure is
    what of it the window's own thread worked; the rest it waited for other threads and programs.
    """
    app = themed_application(sys.argv[0])
    apply_theme(app, Scheme.LIGHT)
    view, empty = MapView(world_pack()), QWidget()
    for widget in (view, empty):
        widget.resize(*SIZE)
        widget.show()
    view.show_sightings(tuple(sightings(size)))
    ours, theirs = list[tuple[float, float]](), list[tuple[float, float]]()
    for run in range(runs):
        x, y = to_world(6.5, 20.5)
        for zoom in (5, 7):
            view.look(view.camera.zoomed(zoom).at(x, y))
            _settle(app, view)
            ours.append(_p95(app, view, _STEP if run % 2 else -_STEP))
            theirs.append(_p95(app, empty, 0))
    for widget in (view, empty):
        widget.close()
        widget.deleteLater()
    names = ("map_frame_ms_p95", "map_frame_cpu_ms_p95")
    return [
        Measured(name, statistics.median(our), "ms", statistics.median(their), runs)
        for name, our, their in zip(
            names, zip(*ours, strict=True), zip(*theirs, strict=True), strict=True
        )
    ]


def sightings(size: int) -> list[Sighting]:
    """Reports over the Central African Republic and its neighbours."""
    random = Random(5)
    return [
        sighting(
            MapRow(
                EventId(number.to_bytes(32, "big")),
                f"TS7-INC-2026-{number:04}",
                random.gauss(7, 3),
                random.gauss(21, 5),
                random.choice((10, 100, 1000, 10_000)),
                random.choice(("INC", "FOM")),
                "new",
                random.choice(("ROUTINE", "PRIORITY", "FLASH")),
                UtcMillis(number),
            )
        )
        for number in range(size)
    ]


def _settle(app: QApplication, view: MapView) -> None:
    """Until nothing of this view is being made any more."""
    deadline = QDeadlineTimer(20_000)
    view.update()
    while not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        view.grab()
        if not view.busy:
            return


def _p95(app: QApplication, widget: QWidget, step: int) -> tuple[float, float]:
    target = QImage(widget.size(), QImage.Format.Format_RGB32)
    spent, worked = [], []
    for _ in range(_FRAMES):
        start, cpu = time.perf_counter(), time.thread_time()
        if isinstance(widget, MapView):
            widget.look(widget.camera.moved(step, step / 3))
        widget.render(target)
        spent.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - cpu) * 1000)
        app.processEvents()
    return statistics.quantiles(spent, n=20)[18], statistics.quantiles(worked, n=20)[18]
