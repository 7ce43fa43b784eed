"""Reports gathered into clusters for each zoom, off the window's thread, found by place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThread, QThreadPool, Signal

from ui.map.clusters import Cluster, clustered
from ui.map.model import Sighting
from ui.map.projection import TILE, Camera
from ui.map.tiles import THREADS

MARGIN: Final = 32
"""Pixels around the view in which badges may still reach into it."""


@lru_cache(maxsize=1)
def drawing_pool() -> QThreadPool:
    """The few threads that every map of the window shares."""
    pool = QThreadPool()
    pool.setMaxThreadCount(THREADS)
    pool.setThreadPriority(QThread.Priority.LowPriority)
    app = QCoreApplication.instance()
    if app is not None:
        app.aboutToQuit.connect(lambda: _finish(pool))
    return pool


def _finish(pool: QThreadPool) -> None:
    pool.clear()
    pool.waitForDone()


class Gathered:
    """The clusters of one zoom.

    Args:
        zoom: at which they were gathered.
        clusters: all of them.
    """

    def __init__(self, zoom: int, clusters: Sequence[Cluster]) -> None:
        self.zoom = zoom
        self.clusters = tuple(clusters)
        side = 1 << zoom
        self._bins: dict[tuple[int, int], list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            self._bins[int(cluster.x * side), int(cluster.y * side)].append(cluster)

    def seen(self, camera: Camera, margin: int = MARGIN) -> Iterator[Cluster]:
        """The clusters whose centre is in the view or its margin."""
        side = 1 << self.zoom
        west, north = camera.from_screen(-margin, -margin)
        east, south = camera.from_screen(camera.width + margin, camera.height + margin)
        for tx in range(max(0, int(west * side)), min(side - 1, int(east * side)) + 1):
            for ty in range(max(0, int(north * side)), min(side - 1, int(south * side)) + 1):
                for cluster in self._bins.get((tx, ty), ()):
                    if west <= cluster.x <= east and north <= cluster.y <= south:
                        yield cluster


class Overlay(QObject):
    """Holds the sightings of a map.

    Signals:
        gathered: clusters that were asked for are there.
    """

    gathered = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._found: tuple[Sighting, ...] = ()
        self._by_zoom: dict[int, Gathered] = {}
        self._job: _Job | None = None
        self._latest: Gathered | None = None
        self._post = _Post()
        self._post.made.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """What is shown."""
        return self._found

    def show_sightings(self, found: tuple[Sighting, ...]) -> None:
        """Replaces what is shown."""
        self._found = found
        self._by_zoom.clear()
        self._latest = None
        self._stop()

    def at(self, zoom: int) -> Gathered | None:
        """The clusters of a zoom; those of another one while they are being gathered."""
        found = self._by_zoom.get(zoom)
        if found is None:
            if self._job is None or self._job.zoom != zoom:
                self._stop()
                self._job = _Job(self._post, self._found, zoom)
                self._pool.start(self._job, 1)
            return self._latest
        self._latest = found
        return found

    @property
    def waiting(self) -> bool:
        """Whether clusters are being gathered."""
        return self._job is not None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.off = True
            self._job = None

    def _arrive(self, job: "_Job", gathered: Gathered) -> None:
        if job is self._job:
            self._job = None
            self._by_zoom[gathered.zoom] = gathered
            self.gathered.emit()


class _Post(QObject):
    """Brings clusters home; it belongs to the jobs, too, so that it outlives the window."""

    made = Signal(object, object)


class _Job(QRunnable):
    def __init__(self, post: _Post, found: tuple[Sighting, ...], zoom: int) -> None:
        super().__init__()
        self.off, self.zoom = False, zoom
        self._post, self._found = post, found

    def run(self) -> None:
        if self.off:
            return
        urgent = {number for number, one in enumerate(self._found) if one.urgent}
        places = [(one.x, one.y) for one in self._found]
        gathered = Gathered(self.zoom, clustered(places, self.zoom, urgent))
        if not self.off:
            self._post.made.emit(self, gathered)


def tile_span(camera: Camera) -> tuple[range, range]:
    """Columns and rows of the tiles that a view touches."""
    most = (1 << camera.zoom) - 1
    across = range(
        max(0, int(camera.left // TILE)), min(most, int((camera.left + camera.width) // TILE)) + 1
    )
    down = range(
        max(0, int(camera.top // TILE)), min(most, int((camera.top + camera.height) // TILE)) + 1
    )
    return across, down
