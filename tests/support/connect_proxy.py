"""A proxy as networks have them: it answers CONNECT and passes bytes on, or does not."""

import base64
import select
import socket
import socketserver
import threading
from typing import Self

_HEAD_BYTES = 8192


class ConnectProxy:
    """Leads every connection to one port of this machine, whatever address was asked for.

    Args:
        target: the port; that of a server with a certificate of its own makes it an inspecting one.
        login: ``name:password`` that it wants, or empty.
        answer: what it says to CONNECT.
    """

    def __init__(self, target: int, *, login: str = "", answer: str = "200 OK") -> None:
        self.target = target
        self.answer = answer
        self.asked: list[str] = []
        """The first line of each request."""
        self.heads: list[bytes] = []
        self._mark = base64.b64encode(login.encode()) if login else b""
        self._server = _Server(("127.0.0.1", 0), _Passing)
        self._server.proxy = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """As settings name it."""
        return f"http://127.0.0.1:{self.port}"

    def verdict(self, head: bytes) -> str:
        """The status line for a request."""
        if self._mark and b"Basic " + self._mark not in head:
            return "407 Proxy Authentication Required"
        return self.answer


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    proxy: ConnectProxy


class _Passing(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        proxy, near = self.server.proxy, self.request
        head = b""
        while b"\r\n\r\n" not in head and len(head) < _HEAD_BYTES:
            more = near.recv(1024)
            if not more:
                return
            head += more
        proxy.heads.append(head)
        proxy.asked.append(head.split(b"\r\n")[0].decode())
        verdict = proxy.verdict(head)
        near.sendall(f"HTTP/1.1 {verdict}\r\n\r\n".encode())
        if verdict.startswith("200"):
            with socket.create_connection(("127.0.0.1", proxy.target)) as far:
                _pass_on(near, far)


def _pass_on(near: socket.socket, far: socket.socket) -> None:
    other = {near: far, far: near}
    while True:
        for one in select.select([near, far], [], [])[0]:
            try:
                data = one.recv(65536)
                other[one].sendall(data)
            except OSError:
                return
            if not data:
                return
