"""What HQ's server and a relay share: reading requests, answering, and the border for bugs."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence

import cbor2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fieldapp.clock import Entropy
from sync.hq.api import Rejected
from sync.hq.tokens import read_bearer
from sync.limits import FRAME_BYTES

BODY_PAUSE_SECONDS = 90
"""A body that stands still for so long is given up."""
RETRY_SECONDS = (30, 600)
"""After an outage all laptops come at once: each is told another moment to come back."""

_logger = logging.getLogger("fieldapp.hq")


def application(routes: Sequence[Route]) -> ASGIApp:
    """The ASGI application over these routes; a bug in one call ends that call alone."""
    plain = {HTTPException: _no_such_call, Exception: _bug}
    return ErrorBorder(Starlette(routes=routes, exception_handlers=plain))


def come_back(status: int, words: str, entropy: Entropy, wait: int = 0) -> Response:
    """Asks to come back, each caller at another moment, and frees the connection.

    Args:
        status: 429 or 503.
        words: for a log.
        entropy: spreads the moments.
        wait: seconds at the least.
    """
    least, most = RETRY_SECONDS
    seconds = least + int.from_bytes(entropy(2), "big") % (most - least)
    headers = {"Retry-After": str(max(seconds, wait)), "Connection": "close"}
    return error_answer(status, words, headers)


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
                await error_answer(500, "HQ has a problem")(scope, receive, send)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    code = trace.tb_frame.f_code
    return f"{code.co_qualname}:{trace.tb_lineno}"


async def read_body(request: Request) -> bytes:
    """The request's body, at most one frame's size; raises `Rejected`."""
    if declared(request) > FRAME_BYTES:
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


def declared(request: Request) -> int:
    """Bytes of the body as announced; raises `Rejected`.

    A body without a length may be as long as is allowed.
    """
    text = request.headers.get("content-length")
    if text is None:
        return FRAME_BYTES if request.method == "POST" else 0
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Rejected(400, "length")
    return int(text)


def bearer_of(request: Request) -> bytes | None:
    """The token of the caller, 16 bytes, or None."""
    return read_bearer(request.headers.get("authorization"))


def number_in(request: Request, name: str, default: int) -> int:
    """A whole number of the query; raises `Rejected`."""
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Rejected(400, f"{name} must be a whole number")
    return int(text)


def cbor_answer(value: object, status: int = 200) -> Response:
    """An answer in CBOR."""
    return Response(
        cbor2.dumps(value, canonical=True), status_code=status, media_type="application/cbor"
    )


def error_answer(status: int, words: str, headers: dict[str, str] | None = None) -> Response:
    """``[status, words]``; the words are for a log, never for a screen."""
    content = cbor2.dumps([status, words], canonical=True)
    return Response(content, status, headers, media_type="application/cbor")


async def _no_such_call(request: Request, error: Exception) -> Response:
    return error_answer(
        error.status_code if isinstance(error, HTTPException) else 404, "no such call"
    )


async def _bug(request: Request, error: Exception) -> Response:
    # The framework raises the bug again after this answer; `ErrorBorder` notes and ends it.
    return error_answer(500, "HQ has a problem")
