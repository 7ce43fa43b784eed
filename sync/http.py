"""The only HTTP client: TLS 1.3 to the server named in the mission profile, and to no other.

Where this computer has a proxy it is asked to pass the connection on, sealed as it is; when it does
not answer, the direct way is tried.

Only the profile's own authority may vouch for HQ; authorities of the operating system count for
nothing. Certificates are not judged by this computer's clock, because a laptop whose clock went
back to 1970 must still be able to report. A reply is data, never proof: only a signed receipt
proves delivery.
"""

import re
import socket
import ssl
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ProxyError
from urllib3.util import SKIP_HEADER, Timeout

from fieldapp.errors import FieldError
from fieldapp.units import KIB, MIB
from sync.errors import (
    BadCertificate,
    HqBusy,
    HqFull,
    HqTrouble,
    Inspected,
    LinkDown,
    Portal,
    ProxyPassword,
    ProxyRefused,
    TurnedAway,
)
from sync.proxies import Proxy, ProxyFor, system_proxy

NO_PROGRESS_SECONDS = 90
"""A request is given up after so long without a byte moving; there is no limit on its total."""
REPLY_BYTES = 1 * MIB
CBOR = "application/cbor"
_CHUNK = 1 * KIB
_BUSY_SECONDS = 60
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python has no name for."""

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")
"""How Python tells what a proxy answered."""
_PASSWORD_WANTED = 407
_SHOWN_LETTERS = 80
_NOT_PASSED_ON = (502, 503, 504)
"""A proxy that is willing, but cannot reach HQ itself."""
_UNKNOWN_ISSUER = (7, 18, 19, 20, 21)
"""OpenSSL's codes for a chain that does not end at the mission's authority."""

Progress = Callable[[int, int], None]
"""``progress(sent, of)``: bytes of the request handed to the network, and all of them."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Args:
        status: HTTP status.
        content_type: without parameters, in lower case.
        body: at most as long as was allowed.
        retry_after: seconds HQ asked to wait, or None.
    """

    status: int
    content_type: str
    body: bytes
    retry_after: int | None = None


class HqLink:
    """One connection to HQ, opened when it is needed and kept while it lasts.

    Args:
        server: ``https://host:port``.
        ca: PEM of the only authority believed.
        patience: seconds without progress after which a request is given up.
        proxy_for: where the proxy of a host is looked up, once.

    Raises:
        BadCertificate: ``ca`` is no certificate.
        LinkDown: ``server`` is no address.
    """

    def __init__(
        self,
        server: str,
        ca: str,
        *,
        patience: float = NO_PROGRESS_SECONDS,
        proxy_for: ProxyFor = system_proxy,
    ) -> None:
        self._server = server.rstrip("/")
        try:
            parts = urlsplit(self._server)
            host, port = parts.hostname, parts.port or 443
        except ValueError as error:
            raise LinkDown(detail="address") from error
        if parts.scheme != "https" or not host:
            raise LinkDown(detail="address")
        self._address = (host, port)
        self._patience = patience
        self._context = _context(ca)
        self.proxy = proxy_for(host)
        """The proxy on the way, or None."""
        self.silent = False
        """Whether the proxy did not answer when it was last asked."""
        self.around = False
        """Whether the direct way is taken instead of the proxy."""
        self._pool = self._new_pool()

    def post(
        self,
        path: str,
        body: bytes,
        *,
        token: str | None = None,
        limit: int = REPLY_BYTES,
        progress: Progress | None = None,
    ) -> Reply:
        """Sends ``body``; see `get` for the rest."""
        headers = {"Content-Length": str(len(body))}
        return self._request("POST", path, headers, lambda: _chunks(body, progress), token, limit)

    def get(
        self,
        path: str,
        query: Mapping[str, int] | None = None,
        *,
        token: str | None = None,
        limit: int = REPLY_BYTES,
    ) -> Reply:
        """Asks for ``path``.

        Args:
            path: such as ``/v1/inbox``.
            query: whole numbers only: secrets and names never stand in an address.
            token: 22 characters, or None.
            limit: the longest body that is read.

        Raises:
            LinkDown, BadCertificate, Portal: nothing to believe came back.
            ProxyPassword, ProxyRefused: the network's proxy let nothing through.
        """
        if query:
            path = f"{path}?{urlencode(query)}"
        return self._request("GET", path, {}, lambda: None, token, limit)

    def issuer(self) -> str:
        """Who signed the certificate that is shown at HQ's address; empty when nobody can tell.

        For a person who looks for a fault: it takes two connections, and whoever answers is told
        nothing.
        """
        anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
        try:
            found = self._certificate(anybody, binary=True)
            if not isinstance(found, bytes):
                return ""
            just_this = _context(ssl.DER_cert_to_PEM_cert(found))
            just_this.check_hostname = False
            just_this.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
            return _name_of(self._certificate(just_this, binary=False))
        except (HTTPException, OSError, BadCertificate):
            return ""

    def _certificate(self, context: ssl.SSLContext, *, binary: bool) -> object:
        proxy = self._proxy_now()
        host, port = self._address
        first = self._address if proxy is None else proxy.address
        line = HTTPSConnection(*first, timeout=self._patience, context=context)
        if proxy is not None:
            line.set_tunnel(host, port, _login(proxy))
        with closing(line):
            line.connect()
            sock: ssl.SSLSocket = line.sock
            return sock.getpeercert(binary)

    def close(self) -> None:
        """Hangs up; the next request connects again."""
        self._pool.close()
        self._pool = self._new_pool()

    def _request(
        self,
        verb: str,
        path: str,
        extra: Mapping[str, str],
        body: Callable[[], Iterator[bytes] | None],
        token: str | None,
        limit: int,
    ) -> Reply:
        def ask() -> Reply:
            return self._ask(verb, path, extra, body(), token, limit)

        try:
            return ask()
        except _ProxySilent:
            self.silent = True
            self._take_direct_way(True)
        except LinkDown:
            if self.around:
                # Another network, perhaps: the next request asks the proxy again.
                self._take_direct_way(False)
            raise
        try:
            return ask()
        except LinkDown:
            self._take_direct_way(False)
            raise

    def _ask(
        self,
        verb: str,
        path: str,
        extra: Mapping[str, str],
        body: Iterator[bytes] | None,
        token: str | None,
        limit: int,
    ) -> Reply:
        headers = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER, **extra}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            reply = self._pool.urlopen(
                verb,
                path,
                body=body,
                headers=headers,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
        except (HTTPError, OSError) as error:
            raise self._sorted(error) from error
        try:
            content = reply.read(limit + 1)
            if len(content) > limit:
                # What is left unread would be taken for the next reply.
                reply.close()
                raise Portal(detail="reply too long")
        except (HTTPError, OSError) as error:
            reply.close()
            raise self._sorted(error) from error
        finally:
            reply.release_conn()
        kind = reply.headers.get("content-type", "").split(";")[0].strip().lower()
        return Reply(reply.status, kind, content, _seconds(reply.headers.get("retry-after")))

    def _sorted(self, error: Exception) -> FieldError:
        return _sorted(error, proxied=self._proxy_now() is not None)

    def _proxy_now(self) -> Proxy | None:
        return None if self.around else self.proxy

    def _take_direct_way(self, around: bool) -> None:
        self.around = around
        self.close()

    def _new_pool(self) -> urllib3.HTTPConnectionPool:
        about: dict[str, Any] = {
            "maxsize": 1,
            "block": True,
            "timeout": Timeout(connect=self._patience, read=self._patience),
            "retries": False,
            "ssl_context": self._context,
            "socket_options": _socket_options(),
        }
        proxy = self._proxy_now()
        if proxy is None:
            return urllib3.HTTPSConnectionPool(*self._address, **about)
        manager = urllib3.ProxyManager(proxy.url, proxy_headers=_login(proxy), **about)
        return manager.connection_from_host(*self._address, scheme="https")


class _ProxySilent(LinkDown):
    """The proxy itself cannot be reached; never told to anybody."""


def check(reply: Reply, *, kind: str = CBOR) -> Reply:
    """``reply`` if it is a 2xx of the right kind.

    Raises:
        TurnedAway: 4xx; its ``status`` says which.
        HqBusy, HqFull, HqTrouble: HQ is there but cannot now.
        Portal: something else answered in HQ's place.
    """
    if 200 <= reply.status < 300 and reply.content_type == kind:
        return reply
    if reply.status in (429, 503):
        raise HqBusy(reply.retry_after or _BUSY_SECONDS)
    if reply.status == 507:
        raise HqFull(detail="507")
    if 400 <= reply.status < 500 and reply.content_type == CBOR:
        raise TurnedAway(reply.status)
    if 500 <= reply.status < 600 and reply.status != 511:
        raise HqTrouble(detail=str(reply.status))
    raise Portal(detail=f"{reply.status} {reply.content_type}"[:60])


def _context(ca: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_verify_locations(cadata=ca)
    except (ssl.SSLError, ValueError) as error:
        raise BadCertificate(detail="authority in the profile") from error
    context.verify_flags |= _NO_CHECK_TIME
    return context


def _socket_options() -> list[tuple[int, int, int]]:
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    if sys.platform != "win32":
        # Keep what is "sent" close to what has left, so that progress on a slow radio is true.
        options.append((socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, 4 * KIB))
    return options


def _chunks(body: bytes, progress: Progress | None) -> Iterator[bytes]:
    for at in range(0, len(body), _CHUNK):
        part = body[at : at + _CHUNK]
        yield part
        if progress is not None:
            progress(at + len(part), len(body))


def _sorted(error: Exception, *, proxied: bool) -> FieldError:
    """Which error of the world a failure of the network is."""
    reason: BaseException | None = error
    silent = False
    while reason is not None:
        silent = silent or isinstance(reason, ProxyError)
        if proxied and isinstance(reason, OSError) and (told := _TUNNEL.search(str(reason))):
            return _refusal(int(told[1]))
        if isinstance(reason, ssl.SSLCertVerificationError):
            if proxied and reason.verify_code in _UNKNOWN_ISSUER:
                return Inspected(detail=reason.verify_message)
            return BadCertificate(detail=getattr(reason, "verify_message", "") or "name")
        if isinstance(reason, ssl.SSLError) and reason.reason in (
            "WRONG_VERSION_NUMBER",
            "UNSUPPORTED_PROTOCOL",
            "HTTP_REQUEST",
        ):
            return Portal(detail=reason.reason)
        reason = reason.__cause__ or reason.__context__
    if silent:
        return _ProxySilent(detail="proxy")
    return LinkDown(detail=type(error).__name__)


def _login(proxy: Proxy) -> dict[str, str]:
    if not proxy.login:
        return {}
    return {"Proxy-Authorization": f"Basic {b64encode(proxy.login.encode()).decode()}"}


def _name_of(certificate: object) -> str:
    """The issuer's organisation and name in a certificate as Python reads it."""
    if not isinstance(certificate, dict):
        return ""
    parts = dict(pair for part in certificate.get("issuer", ()) for pair in part)
    names = (parts.get("organizationName"), parts.get("commonName"))
    shown = ", ".join(dict.fromkeys(name for name in names if name))
    return "".join(letter for letter in shown if letter.isprintable())[:_SHOWN_LETTERS]


def _refusal(status: int) -> FieldError:
    """What it means that a proxy answered CONNECT with ``status``."""
    if status == _PASSWORD_WANTED:
        return ProxyPassword(detail="407")
    if status in _NOT_PASSED_ON:
        return LinkDown(detail=f"proxy {status}")
    return ProxyRefused(detail=str(status))


def _seconds(text: str | None) -> int | None:
    """Retry-After in whole seconds; a date is not read, because clocks may differ."""
    if text is None or not text.strip().isdigit():
        return None
    return min(int(text.strip()[:6]), 3600)
