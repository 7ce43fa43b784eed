"""The HTTP face of `HqApi`: sizes, statuses, headers and CBOR; see ``sync/PROTOCOL.md``."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

import anyio
import cbor2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from fieldapp.units import MIB
from sync.hq.api import EpochChanged, HqApi, Rejected
from sync.hq.errors import HqStoreBusy, HqStoreFull
from sync.hq.log import LogPage
from sync.hq.opening import Outcome
from sync.hq.quota import Quotas
from sync.hq.tokens import read_bearer
from sync.limits import FRAME_BYTES

BODY_PAUSE_SECONDS = 90
"""A body that stands still for so long is given up."""
CALLS_AT_ONCE = 4000
"""More are asked to come back; a whole herd of small calls waits its turn for seconds instead."""
BYTES_AT_ONCE = 128 * MIB
"""Bodies of all calls together, so that memory stays bounded whatever they hold."""
WORKERS = 4
LOG_WAIT_MAX = 25
LOG_LOOK_SECONDS = 0.25
RETRY_SECONDS = (30, 600)
"""After an outage all laptops come at once: each is told another moment to come back."""
_INBOX_DEFAULT = 256 * 1024
_LOG_DEFAULT = 1024 * 1024

_logger = logging.getLogger("fieldapp.hq")
_T = TypeVar("_T")


class Routes:
    """The handlers.

    Args:
        api: answers calls.
        entropy: spreads the moments at which laptops come back.
        ticks: seconds that only rise, for the quotas.
    """

    def __init__(
        self, api: HqApi, entropy: Entropy, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._api = api
        self._entropy = entropy
        self._quotas = Quotas(ticks)
        self._workers = anyio.CapacityLimiter(WORKERS)
        self._inside = 0
        self._bytes_inside = 0

    def app(self) -> ASGIApp:
        """The ASGI application."""
        routes = [
            Route("/v1/health", self._health),
            Route("/v1/frames", self._guard(self._frames), methods=["POST"]),
            Route("/v1/enrol", self._guard(self._enrol), methods=["POST"]),
            Route("/v1/status", self._guard(self._status), methods=["POST"]),
            Route("/v1/session", self._guard(self._session), methods=["POST"]),
            Route("/v1/inbox", self._guard(self._inbox)),
            Route("/v1/log", self._guard(self._log)),
            Route("/v1/blobs/{name}", self._guard(self._blob)),
        ]
        plain = {HTTPException: _no_such_call, Exception: _bug}
        return ErrorBorder(Starlette(routes=routes, exception_handlers=plain))

    def _guard(
        self, handle: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Turns errors of the world into answers, and sends callers away when it is too full."""

        async def guarded(request: Request) -> Response:
            try:
                size = min(_declared(request), FRAME_BYTES)
            except Rejected as error:
                return _error(error.status, error.message)
            if self._inside >= CALLS_AT_ONCE or self._bytes_inside + size > BYTES_AT_ONCE:
                return self._later(503, "too many calls at once")
            self._inside += 1
            self._bytes_inside += size
            try:
                wait = self._over_quota(request, size)
                return self._later(429, "too much at once", wait) if wait else await handle(request)
            except EpochChanged as error:
                return _cbor([error.epoch], 409)
            except Rejected as error:
                return _error(error.status, error.message)
            except HqStoreBusy:
                return self._later(503, "busy")
            except HqStoreFull as error:
                _logger.error("store: %s", error.code)
                return _error(507, "no space left at HQ")
            except FieldError as error:
                _logger.error("store: %s", error.code)
                return _error(500, "HQ has a problem")
            finally:
                self._inside -= 1
                self._bytes_inside -= size

        return guarded

    def _over_quota(self, request: Request, size: int) -> int:
        """Seconds until the caller may hand in so much, 0 for now; others are not counted."""
        token = _token(request) if request.method == "POST" else None
        return 0 if token is None else self._quotas.take(token, size)

    def _later(self, status: int, words: str, wait: int = 0) -> Response:
        """Asks to come back, each caller at another moment, and frees the connection."""
        least, most = RETRY_SECONDS
        seconds = least + int.from_bytes(self._entropy(2), "big") % (most - least)
        headers = {"Retry-After": str(max(seconds, wait)), "Connection": "close"}
        return _error(status, words, headers)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await anyio.to_thread.run_sync(work, limiter=self._workers)

    async def _health(self, request: Request) -> Response:
        return PlainTextResponse("ok")

    async def _frames(self, request: Request) -> Response:
        body = await _read(request)
        outcomes = await self._run(partial(self._api.frames, _token(request), body))
        return _cbor([_item(outcome) for outcome in outcomes])

    async def _enrol(self, request: Request) -> Response:
        body = await _read(request)
        outcome = await self._run(partial(self._api.enrol, body))
        if outcome.code not in (200, 202):
            return _error(outcome.code, outcome.note)
        return _cbor([_item(outcome)], outcome.code)

    async def _status(self, request: Request) -> Response:
        body = await _read(request)
        return _cbor(await self._run(partial(self._api.status, _token(request), body)))

    async def _session(self, request: Request) -> Response:
        body = await _read(request)
        return _cbor(await self._run(partial(self._api.session, body)))

    async def _inbox(self, request: Request) -> Response:
        after, most = _number(request, "after", 0), _number(request, "max", _INBOX_DEFAULT)
        return _cbor(await self._run(partial(self._api.inbox, _token(request), after, most)))

    async def _log(self, request: Request) -> Response:
        token, epoch = _token(request), _number(request, "epoch", 0)
        after, most = _number(request, "after", 0), _number(request, "max_bytes", _LOG_DEFAULT)
        wait = min(_number(request, "wait", 0), LOG_WAIT_MAX)
        page = await self._page(token, epoch, after, most)
        rounds = int(wait / LOG_LOOK_SECONDS)
        while page.rows == 0 and rounds > 0 and not await request.is_disconnected():
            rounds -= 1
            await asyncio.sleep(LOG_LOOK_SECONDS)
            if await self._run(self._api.last) > after:
                page = await self._page(token, epoch, after, most)
        return _cbor([page.epoch, page.last, page.packed])

    async def _page(self, token: bytes | None, epoch: int, after: int, most: int) -> LogPage:
        return await self._run(partial(self._api.log, token, epoch, after, most))

    async def _blob(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        content = await self._run(partial(self._api.blob, _token(request), name))
        return Response(content, media_type="application/octet-stream")


class ErrorBorder:
    """Answers 500 to a bug and notes its kind and place, never what it was about.

    Args:
        app: the application inside.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - the border: a bug in one call ends that call
            _logger.error("bug: %s at %s", type(error).__name__, _place(error))
            if not begun and scope["type"] == "http":
                await _error(500, "HQ has a problem")(scope, receive, send)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    code = trace.tb_frame.f_code
    return f"{code.co_qualname}:{trace.tb_lineno}"


async def _read(request: Request) -> bytes:
    """The request's body, at most one frame's size; raises `Rejected`."""
    if _declared(request) > FRAME_BYTES:
        raise Rejected(413, "at most 1 MiB at once")
    body = bytearray()
    chunks: AsyncIterator[bytes] = request.stream().__aiter__()
    while True:
        try:
            async with asyncio.timeout(BODY_PAUSE_SECONDS):
                chunk = await anext(chunks, None)
        except TimeoutError as error:
            raise Rejected(408, "the request stood still") from error
        except ClientDisconnect as error:
            raise Rejected(400, "cut off") from error
        if chunk is None:
            return bytes(body)
        body += chunk
        if len(body) > FRAME_BYTES:
            raise Rejected(413, "at most 1 MiB at once")


def _declared(request: Request) -> int:
    """Bytes of the body as announced; a body without a length may be as long as is allowed."""
    text = request.headers.get("content-length")
    if text is None:
        return FRAME_BYTES if request.method == "POST" else 0
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Rejected(400, "length")
    return int(text)


def _token(request: Request) -> bytes | None:
    return read_bearer(request.headers.get("authorization"))


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Rejected(400, f"{name} must be a whole number")
    return int(text)


def _item(outcome: Outcome) -> list[Any]:
    return [outcome.code, outcome.receipt, outcome.note]


def _cbor(value: object, status: int = 200) -> Response:
    return Response(
        cbor2.dumps(value, canonical=True), status_code=status, media_type="application/cbor"
    )


def _error(status: int, words: str, headers: dict[str, str] | None = None) -> Response:
    content = cbor2.dumps([status, words], canonical=True)
    return Response(content, status, headers, media_type="application/cbor")


async def _no_such_call(request: Request, error: Exception) -> Response:
    return _error(error.status_code if isinstance(error, HTTPException) else 404, "no such call")


async def _bug(request: Request, error: Exception) -> Response:
    # The framework raises the bug again after this answer; `ErrorBorder` notes and ends it.
    return _error(500, "HQ has a problem")
