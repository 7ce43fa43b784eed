"""A relay between a laptop and HQ that a test can cut, slow down and delay."""

import contextlib
import select
import socket
import threading
import time
from typing import Self

_SLICE = 512
_PATIENCE = 0.05


class Relay:
    """Forwards TCP connections to a port of this machine.

    Args:
        port: where the real server listens.
        latency: seconds that each slice is held back.
        rate: bytes a second in each direction, or None for as fast as it goes.
    """

    def __init__(self, port: int, *, latency: float = 0.0, rate: int | None = None) -> None:
        self._to = port
        self.latency = latency
        self.rate = rate
        self.carried = 0
        self.accepted = 0
        self._up = True
        self._closed = False
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_PATIENCE)
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def cut(self) -> None:
        """Breaks every connection and lets no new one through."""
        self._up = False
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def restore(self) -> None:
        """Lets connections through again."""
        self._up = True

    def close(self) -> None:
        """Ends everything, threads included."""
        self._closed = True
        self.cut()
        for thread in self._threads:
            thread.join(timeout=5)
        self._listener.close()

    def _start(self, work: object, *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closed:
            with contextlib.suppress(TimeoutError, OSError):
                near, _ = self._listener.accept()
                self.accepted += 1
                near.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                self._start(self._carry, near)

    def _carry(self, near: socket.socket) -> None:
        with near:
            if not self._up:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                return
            with far:
                self._open |= {near, far}
                with contextlib.suppress(OSError):
                    self._pump(near, far)
                self._open -= {near, far}

    def _pump(self, near: socket.socket, far: socket.socket) -> None:
        while self._up and not self._closed:
            ready, _, _ = select.select([near, far], [], [], _PATIENCE)
            for source in ready:
                piece = source.recv(_SLICE if self.rate else 65536)
                if not piece:
                    return
                if self.latency or self.rate:
                    time.sleep(self.latency + (len(piece) / self.rate if self.rate else 0))
                (far if source is near else near).sendall(piece)
                self.carried += len(piece)
