"""A link of a given rate, delay and constancy between a laptop and HQ, in real time.

Bytes are counted as they would go through the air: each packet of up to 536 bytes carries 40 more.
A connection costs one round trip before its first byte.
"""

import contextlib
import selectors
import socket
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from random import Random
from typing import Self

_PACKET, _HEADS = 536, 40
_LOOK_SECONDS = 0.02
_QUEUE_PACKETS = 8
"""What a modem holds: the sender's own buffers fill up behind it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a link is like.

    Args:
        rate: bytes a second in each direction.
        round_trip: seconds.
        up: seconds between two drops, least and most; None for a link that holds.
        down: seconds a drop lasts.
    """

    rate: float
    round_trip: float = 1.5
    up: tuple[float, float] | None = None
    down: float = 5.0


@dataclass(slots=True)
class _Way:
    """One direction of a connection: packets with the moment when each has arrived."""

    source: socket.socket
    target: socket.socket
    packets: deque[tuple[float, bytes]] = field(default_factory=deque)
    ended: bool = False


class ShapedLink:
    """Passes bytes between a port of its own and another port of this machine.

    Args:
        target: port of the real server.
        shape: what the link is like.
        seed: of the moments at which it drops.
    """

    def __init__(self, target: int, shape: Shape, seed: int = 1) -> None:
        self._to = target
        self.shape = shape
        self._random = Random(seed)
        self.up_bytes = self.down_bytes = 0
        """Bytes through the air from the laptop and to it, heads of packets included."""
        self.connections = self.drops = 0
        self.open = threading.Event()
        """Cleared, nothing passes and no connection is made."""
        self._free = {True: 0.0, False: 0.0}
        self._ended = threading.Event()
        self._ways: list[_Way] = []
        self._next_drop = self._draw(time.monotonic())
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, name="shaped-link")
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self._ended.set()
        self._thread.join()

    def begin(self) -> None:
        """Opens the road and counts from here."""
        self.up_bytes = self.down_bytes = 0
        self._next_drop = self._draw(time.monotonic())
        self.open.set()

    def end(self) -> None:
        """Closes the road: connections break, new ones are refused."""
        self.open.clear()

    def _draw(self, now: float) -> float:
        return now + self._random.uniform(*self.shape.up) if self.shape.up else float("inf")

    def _run(self) -> None:
        closed_until = 0.0
        while not self._ended.is_set():
            now = time.monotonic()
            if now >= self._next_drop:
                self.drops += 1
                closed_until = now + self.shape.down
                self._next_drop = self._draw(closed_until)
            if now < closed_until or not self.open.is_set():
                self._hang_up()
            self._turn(now)
        self._hang_up()
        self._listener.close()

    def _turn(self, now: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            for way in self._ways:
                if not way.ended and len(way.packets) < self._room():
                    selector.register(way.source, selectors.EVENT_READ, way)
            for key, _ in selector.select(_LOOK_SECONDS):
                if key.data is None:
                    self._accept(now)
                else:
                    self._take(key.data, time.monotonic())
        for way in list(self._ways):
            self._deliver(way, time.monotonic())

    def _room(self) -> int:
        """Packets that may be between the two ends: those in the air and those in the modem."""
        flying = self.shape.round_trip / 2 * self.shape.rate / (_PACKET + _HEADS)
        return _QUEUE_PACKETS + int(flying)

    def _accept(self, now: float) -> None:
        near, _ = self._listener.accept()
        if not self.open.is_set():
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self._to), timeout=5)
        except OSError:
            near.close()
            return
        self.connections += 1
        for one in (near, far):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.setblocking(True)
            one.settimeout(5)
        # The handshake of TCP: three heads, one round trip before the laptop may speak.
        self._free[True] = max(self._free[True], now) + self.shape.round_trip
        self.up_bytes += 2 * _HEADS
        self.down_bytes += _HEADS
        self._ways += [_Way(near, far), _Way(far, near)]

    def _take(self, way: _Way, now: float) -> None:
        try:
            content = way.source.recv(_PACKET)
        except OSError:
            content = b""
        if not content:
            way.ended = True
            return
        upwards = self._ways.index(way) % 2 == 0
        size = len(content) + _HEADS
        begin = max(now, self._free[upwards])
        self._free[upwards] = begin + size / self.shape.rate
        arrived = self._free[upwards] + self.shape.round_trip / 2
        way.packets.append((arrived, content))
        if upwards:
            self.up_bytes += size
        else:
            self.down_bytes += size

    def _deliver(self, way: _Way, now: float) -> None:
        try:
            while way.packets and way.packets[0][0] <= now:
                way.target.sendall(way.packets.popleft()[1])
        except OSError:
            self._end(way)
            return
        if way.ended and not way.packets:
            self._end(way)

    def _end(self, way: _Way) -> None:
        for one in [w for w in self._ways if {w.source, w.target} == {way.source, way.target}]:
            self._ways.remove(one)
        for side in (way.source, way.target):
            with contextlib.suppress(OSError):
                side.close()

    def _hang_up(self) -> None:
        while self._ways:
            self._end(self._ways[0])
        now = time.monotonic()
        self._free = {True: now, False: now}
