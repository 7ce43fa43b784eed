"""The only HTTP client: TLS 1.3 to the server named in the mission profile, and to no other.

Only the profile's own authority may vouch for HQ; authorities of the operating system count for
nothing. Certificates are not judged by this computer's clock, because a laptop whose clock went
back to 1970 must still be able to report. A reply is data, never proof: only a signed receipt
proves delivery.
"""

import socket
import ssl
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER, Timeout

from fieldapp.units import KIB, MIB
from sync.errors import (
    BadCertificate,
    HqBusy,
    HqFull,
    HqTrouble,
    LinkDown,
    Portal,
    TurnedAway,
)

NO_PROGRESS_SECONDS = 90
"""A request is given up after so long without a byte moving; there is no limit on its total."""
REPLY_BYTES = 1 * MIB
CBOR = "application/cbor"
_CHUNK = 1 * KIB
_BUSY_SECONDS = 60
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python has no name for."""

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

    Raises:
        BadCertificate: ``ca`` is no certificate.
        LinkDown: ``server`` is no address.
    """

    def __init__(self, server: str, ca: str, *, patience: float = NO_PROGRESS_SECONDS) -> None:
        self._server = server.rstrip("/")
        try:
            parts = urlsplit(self._server)
            host, port = parts.hostname, parts.port or 443
        except ValueError as error:
            raise LinkDown(detail="address") from error
        if parts.scheme != "https" or not host:
            raise LinkDown(detail="address")
        self._pool = urllib3.HTTPSConnectionPool(
            host,
            port,
            maxsize=1,
            block=True,
            timeout=Timeout(connect=patience, read=patience),
            retries=False,
            ssl_context=_context(ca),
            socket_options=_socket_options(),
        )

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
        return self._request("POST", path, headers, _chunks(body, progress), token, limit)

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
        """
        if query:
            path = f"{path}?{urlencode(query)}"
        return self._request("GET", path, {}, None, token, limit)

    def close(self) -> None:
        """Hangs up; the next request connects again."""
        self._pool.close()

    def _request(
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
            raise _sorted(error) from error
        try:
            content = reply.read(limit + 1)
            if len(content) > limit:
                # What is left unread would be taken for the next reply.
                reply.close()
                raise Portal(detail="reply too long")
        except (HTTPError, OSError) as error:
            reply.close()
            raise _sorted(error) from error
        finally:
            reply.release_conn()
        kind = reply.headers.get("content-type", "").split(";")[0].strip().lower()
        return Reply(reply.status, kind, content, _seconds(reply.headers.get("retry-after")))


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


def _sorted(error: Exception) -> LinkDown | BadCertificate | Portal:
    """Which error of the world a failure of the network is."""
    reason: BaseException | None = error
    while reason is not None:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return BadCertificate(detail=getattr(reason, "verify_message", "") or "name")
        if isinstance(reason, ssl.SSLError) and reason.reason in (
            "WRONG_VERSION_NUMBER",
            "UNSUPPORTED_PROTOCOL",
            "HTTP_REQUEST",
        ):
            return Portal(detail=reason.reason)
        reason = reason.__cause__ or reason.__context__
    return LinkDown(detail=type(error).__name__)


def _seconds(text: str | None) -> int | None:
    """Retry-After in whole seconds; a date is not read, because clocks may differ."""
    if text is None or not text.strip().isdigit():
        return None
    return min(int(text.strip()[:6]), 3600)
