"""The rehearsal's link: a relay on this computer that can be cut and restored at will."""

import selectors
import socket
import threading
from typing import Self

_CHUNK = 65_536
_TICK_SECONDS = 0.1


class Relay:
    """Passes bytes between a port of its own and HQ's, unless the link is cut.

    Args:
        target_port: HQ's port on this computer.
        port: port to listen on; 0 takes a free one.
    """

    def __init__(self, target_port: int, port: int = 0) -> None:
        self.target_port = target_port
        self._server = socket.create_server(("127.0.0.1", port))
        self._server.setblocking(False)
        self.port: int = self._server.getsockname()[1]
        self._up = threading.Event()
        self._up.set()
        self._ended = threading.Event()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._thread = threading.Thread(target=self._run, name="demo-link", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    @property
    def up(self) -> bool:
        """Whether the link works."""
        return self._up.is_set()

    def cut(self) -> None:
        """Breaks what is under way; new connections are refused at once."""
        self._up.clear()

    def restore(self) -> None:
        """Lets connections through again."""
        self._up.set()

    def close(self) -> None:
        """Ends the relay and its thread."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._server, selectors.EVENT_READ)
            while not self._ended.is_set():
                for key, _ in selector.select(_TICK_SECONDS):
                    source = key.fileobj
                    if source is self._server:
                        self._accept(selector)
                    elif isinstance(source, socket.socket) and source in self._pairs:
                        self._pass(selector, source)
                if not self.up:
                    for source in list(self._pairs):
                        self._drop(selector, source)
            for source in list(self._pairs):
                self._drop(selector, source)
        self._server.close()

    def _accept(self, selector: selectors.BaseSelector) -> None:
        try:
            near, _ = self._server.accept()
        except OSError:
            return
        if not self.up:
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self.target_port), timeout=5)
        except OSError:
            near.close()
            return
        for one, other in ((near, far), (far, near)):
            one.settimeout(30)
            self._pairs[one] = other
            selector.register(one, selectors.EVENT_READ)

    def _pass(self, selector: selectors.BaseSelector, source: socket.socket) -> None:
        try:
            content = source.recv(_CHUNK)
            if content and self.up:
                self._pairs[source].sendall(content)
                return
        except OSError:
            pass
        self._drop(selector, source)

    def _drop(self, selector: selectors.BaseSelector, source: socket.socket) -> None:
        other = self._pairs.pop(source, None)
        for one in (source, other):
            if one is not None:
                self._pairs.pop(one, None)
                if one.fileno() >= 0:
                    selector.unregister(one)
                one.close()


def free_port() -> int:
    """A port that is free right now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
