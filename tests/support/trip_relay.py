"""A relay that strikes after a chosen number of bytes, so that faults hit in mid-transfer."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

_SLICE = 4096
_LOOK_SECONDS = 0.05


@dataclass
class Trip:
    """Something to do when so many more bytes have passed; done at most once."""

    left: int
    strike: Callable[[], None]
    done: threading.Event = field(default_factory=threading.Event)


class TripRelay:
    """Passes bytes between a port of its own and another port of this machine.

    Args:
        target: port of the real server; may change while the relay runs.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.carried = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._up = threading.Event()
        self._up.set()
        self._ended = threading.Event()
        self._turn = threading.Lock()
        self._trip: Trip | None = None
        self._thread = threading.Thread(target=self._run, name="trip-relay")
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self._ended.set()
        self._thread.join()

    def arm(self, after: int, strike: Callable[[], None]) -> Trip:
        """Calls ``strike`` from the relay's thread as soon as ``after`` more bytes have passed."""
        trip = Trip(after, strike)
        with self._turn:
            self._trip = trip
        return trip

    def fire(self, trip: Trip) -> bool:
        """Strikes now, unless it happened by itself; False when it had."""
        with self._turn:
            if self._trip is not trip:
                return False
            self._trip = None
        trip.strike()
        trip.done.set()
        return True

    def cut(self) -> None:
        """Breaks every connection; new ones are refused."""
        self._up.clear()

    def restore(self) -> None:
        """Lets new connections through again."""
        self._up.set()

    def _run(self) -> None:
        pairs: dict[socket.socket, socket.socket] = {}
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            while not self._ended.is_set():
                for key, _ in selector.select(_LOOK_SECONDS):
                    source = key.fileobj
                    assert isinstance(source, socket.socket)
                    if source is self._listener:
                        self._accept(selector, pairs)
                    elif source in pairs and not self._pass_on(source, pairs[source]):
                        _drop(selector, pairs, source)
                if not self._up.is_set():
                    for source in list(pairs):
                        _drop(selector, pairs, source)
            for source in list(pairs):
                _drop(selector, pairs, source)
        self._listener.close()

    def _accept(
        self, selector: selectors.BaseSelector, pairs: dict[socket.socket, socket.socket]
    ) -> None:
        near, _ = self._listener.accept()
        try:
            if not self._up.is_set():
                raise ConnectionRefusedError
            far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
        except OSError:
            near.close()
            return
        for one, other in ((near, far), (far, near)):
            one.settimeout(5)
            pairs[one] = other
            selector.register(one, selectors.EVENT_READ)

    def _pass_on(self, source: socket.socket, target: socket.socket) -> bool:
        """Forwards what came, up to the byte at which a trip strikes; False when it is over."""
        try:
            content = source.recv(_SLICE)
            passing = self._until_trip(content)
            if passing:
                target.sendall(passing)
                self.carried += len(passing)
            self._strike_if_due(len(passing))
            if self._up.is_set():
                target.sendall(content[len(passing) :])
        except OSError:
            return False
        return bool(content) and self._up.is_set()

    def _until_trip(self, content: bytes) -> bytes:
        with self._turn:
            return content if self._trip is None else content[: self._trip.left]

    def _strike_if_due(self, passed: int) -> None:
        with self._turn:
            trip = self._trip
            if trip is None:
                return
            trip.left -= passed
            if trip.left > 0:
                return
            self._trip = None
        trip.strike()
        trip.done.set()


def _drop(
    selector: selectors.BaseSelector,
    pairs: dict[socket.socket, socket.socket],
    source: socket.socket,
) -> None:
    other = pairs.pop(source, None)
    for one in (source, other):
        if one is None:
            continue
        pairs.pop(one, None)
        with contextlib.suppress(KeyError, ValueError):
            selector.unregister(one)
        one.close()
