"""The HTTP face of `HqApi`: sizes, statuses, headers and CBOR; see ``sync/PROTOCOL.md``."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from fieldapp.units import MIB
from sync.hq.api import EpochChanged, HqApi, Rejected
from sync.hq.asgi import (
    application,
    bearer_of,
    cbor_answer,
    come_back,
    declared,
    error_answer,
    number_in,
    read_body,
)
from sync.hq.errors import HqStoreBusy, HqStoreFull
from sync.hq.opening import Outcome
from sync.hq.quota import Quotas
from sync.limits import FRAME_BYTES

CALLS_AT_ONCE = 4000
"""More are asked to come back; a whole herd of small calls waits its turn for seconds instead."""
BYTES_AT_ONCE = 128 * MIB
"""Bodies of all calls together, so that memory stays bounded whatever they hold."""
WORKERS = 4
LOG_WAIT_MAX = 25
LOG_LOOK_SECONDS = 0.25
_INBOX_DEFAULT = 256 * 1024
_LOG_DEFAULT = 1024 * 1024
_PACK_DEFAULT = 64 * 1024

_BYTES = "application/octet-stream"

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
            Route("/v1/packs/{name}", self._guard(self._pack)),
        ]
        return application(routes)

    def _guard(
        self, handle: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Turns errors of the world into answers, and sends callers away when it is too full."""

        async def guarded(request: Request) -> Response:
            try:
                size = min(declared(request), FRAME_BYTES)
            except Rejected as error:
                return error_answer(error.status, error.message)
            if self._inside >= CALLS_AT_ONCE or self._bytes_inside + size > BYTES_AT_ONCE:
                return self._later(503, "too many calls at once")
            self._inside += 1
            self._bytes_inside += size
            try:
                wait = self._over_quota(request, size)
                return self._later(429, "too much at once", wait) if wait else await handle(request)
            except EpochChanged as error:
                return cbor_answer([error.epoch], 409)
            except Rejected as error:
                return error_answer(error.status, error.message)
            except HqStoreBusy:
                return self._later(503, "busy")
            except HqStoreFull as error:
                _logger.error("store: %s", error.code)
                return error_answer(507, "no space left at HQ")
            except FieldError as error:
                _logger.error("store: %s", error.code)
                return error_answer(500, "HQ has a problem")
            finally:
                self._inside -= 1
                self._bytes_inside -= size

        return guarded

    def _over_quota(self, request: Request, size: int) -> int:
        """Seconds until the caller may hand in so much, 0 for now; others are not counted."""
        token = bearer_of(request) if request.method == "POST" else None
        return 0 if token is None else self._quotas.take(token, size)

    def _later(self, status: int, words: str, wait: int = 0) -> Response:
        return come_back(status, words, self._entropy, wait)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await anyio.to_thread.run_sync(work, limiter=self._workers)

    async def _health(self, request: Request) -> Response:
        return PlainTextResponse("ok")

    async def _frames(self, request: Request) -> Response:
        body = await read_body(request)
        outcomes = await self._run(partial(self._api.frames, bearer_of(request), body))
        return cbor_answer([_item(outcome) for outcome in outcomes])

    async def _enrol(self, request: Request) -> Response:
        body = await read_body(request)
        outcome = await self._run(partial(self._api.enrol, body))
        if outcome.code not in (200, 202):
            return error_answer(outcome.code, outcome.note)
        return cbor_answer([_item(outcome)], outcome.code)

    async def _status(self, request: Request) -> Response:
        body = await read_body(request)
        return cbor_answer(await self._run(partial(self._api.status, bearer_of(request), body)))

    async def _session(self, request: Request) -> Response:
        body = await read_body(request)
        return cbor_answer(await self._run(partial(self._api.session, body)))

    async def _inbox(self, request: Request) -> Response:
        after, most = number_in(request, "after", 0), number_in(request, "max", _INBOX_DEFAULT)
        return cbor_answer(
            await self._run(partial(self._api.inbox, bearer_of(request), after, most))
        )

    async def _log(self, request: Request) -> Response:
        token, epoch = bearer_of(request), number_in(request, "epoch", 0)
        after, most = number_in(request, "after", 0), number_in(request, "max_bytes", _LOG_DEFAULT)
        wait = min(number_in(request, "wait", 0), LOG_WAIT_MAX)
        times = number_in(request, "times", 0) > 0
        ask = partial(self._api.log, token, epoch, after, most, times=times)
        page = await self._run(ask)
        rounds = int(wait / LOG_LOOK_SECONDS)
        while page.rows == 0 and rounds > 0 and not await request.is_disconnected():
            rounds -= 1
            await asyncio.sleep(LOG_LOOK_SECONDS)
            if await self._run(self._api.last) > after:
                page = await self._run(ask)
        return cbor_answer([page.epoch, page.last, page.packed])

    async def _blob(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        content = await self._run(partial(self._api.blob, bearer_of(request), name))
        return Response(content, media_type=_BYTES)

    async def _pack(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        start, most = number_in(request, "from", 0), number_in(request, "max", _PACK_DEFAULT)
        content = await self._run(partial(self._api.pack, bearer_of(request), name, start, most))
        return Response(content, media_type=_BYTES)


def _item(outcome: Outcome) -> list[Any]:
    return [outcome.code, outcome.receipt, outcome.note]
