"""A relay's HTTP face: the calls of laptops, and none of those whose answers HQ does not seal."""

import logging
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from sync.errors import BadFrame, UnknownDictionary
from sync.hq.api import Rejected
from sync.hq.asgi import (
    application,
    bearer_of,
    come_back,
    error_answer,
    number_in,
    read_body,
)
from sync.hq.relay import Relay, RelayFull
from sync.http import Reply

WORKERS = 16
PAUSE_SECONDS = 30.0
"""Between two tries to reach HQ with what waits."""
_logger = logging.getLogger("fieldapp.relay")
_NUMBERS = ("after", "max", "from")
_T = TypeVar("_T")


class RelayRoutes:
    """The handlers. HQ's log and photos are not among them: officers call HQ itself.

    Args:
        relay: answers calls.
        entropy: spreads the moments at which laptops come back.
    """

    def __init__(self, relay: Relay, entropy: Entropy) -> None:
        self._relay = relay
        self._entropy = entropy
        self._workers = anyio.CapacityLimiter(WORKERS)

    def app(self) -> ASGIApp:
        """The ASGI application."""
        return application(
            [
                Route("/v1/health", self._health),
                Route("/v1/frames", self._guard(self._frames), methods=["POST"]),
                Route("/v1/enrol", self._guard(self._enrol), methods=["POST"]),
                Route("/v1/status", self._guard(self._status), methods=["POST"]),
                Route("/v1/inbox", self._guard(self._inbox)),
                Route("/v1/packs/{name}", self._guard(self._pack)),
            ]
        )

    def _guard(
        self, handle: Callable[[Request], Awaitable[Reply]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            try:
                reply = await handle(request)
            except Rejected as error:
                return error_answer(error.status, error.message)
            except UnknownDictionary:
                return error_answer(415, "newer version")
            except BadFrame:
                return error_answer(400, "no frames for this HQ")
            except (RelayFull, OSError):
                return error_answer(507, "no space left at the relay")
            except FieldError:
                return come_back(503, "HQ cannot be reached", self._entropy)
            headers = {} if reply.retry_after is None else {"Retry-After": str(reply.retry_after)}
            return Response(reply.body, reply.status, headers, media_type=reply.content_type)

        return guarded

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await anyio.to_thread.run_sync(work, limiter=self._workers)

    async def _health(self, request: Request) -> Response:
        return PlainTextResponse("ok")

    async def _frames(self, request: Request) -> Reply:
        token = bearer_of(request)
        if token is None:
            raise Rejected(401, "a token is needed")
        body = await read_body(request)
        return await self._run(partial(self._relay.post_frames, token, body))

    async def _enrol(self, request: Request) -> Reply:
        body = await read_body(request)
        return await self._run(partial(self._relay.post_enrol, body))

    async def _status(self, request: Request) -> Reply:
        body = await read_body(request)
        return await self._run(partial(self._relay.ask, "/v1/status", bearer_of(request), body, {}))

    async def _inbox(self, request: Request) -> Reply:
        return await self._passed("/v1/inbox", request)

    async def _pack(self, request: Request) -> Reply:
        name = str(request.path_params["name"])
        if len(name) != 64 or set(name) - set("0123456789abcdef"):
            raise Rejected(404, "no such pack")
        return await self._passed(f"/v1/packs/{name}", request)

    async def _passed(self, path: str, request: Request) -> Reply:
        query = {n: number_in(request, n, 0) for n in _NUMBERS if n in request.query_params}
        return await self._run(partial(self._relay.ask, path, bearer_of(request), None, query))


def hand_on_for_ever(relay: Relay, stop: threading.Event) -> None:
    """Hands on what waits, now and then and whenever HQ answers, until ``stop`` is set."""
    while not stop.is_set():
        try:
            relay.hand_on()
        except (FieldError, OSError) as error:
            _logger.error("handing on: %s", getattr(error, "code", type(error).__name__))
        relay.reached.clear()
        relay.reached.wait(PAUSE_SECONDS)
