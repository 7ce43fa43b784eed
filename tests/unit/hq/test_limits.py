"""Above its limits HQ asks callers to come back, each at another moment, and takes nothing."""

import asyncio
from dataclasses import dataclass, field

import pytest
from starlette.types import ASGIApp, Message, Scope

from sync.hq import routes
from sync.hq.app import Hq, build
from sync.hq.asgi import RETRY_SECONDS
from sync.hq.quota import QUOTA_BYTES, QUOTA_SECONDS, REQUEST_BYTES, Quotas
from sync.hq.routes import Routes
from sync.hq.tokens import show
from tests.support.hq_inside import let_in


@dataclass
class Ticks:
    """A clock that stands still."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Answered:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def wait(self) -> int:
        """Seconds HQ asked to wait."""
        return int(self.headers["retry-after"])


def post(app: ASGIApp, token: bytes, body: bytes, length: str | None = None) -> Answered:
    """One call, without a network."""
    answered = Answered()
    scope: Scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": "/v1/frames",
        "query_string": b"",
        "headers": [
            (b"authorization", f"Bearer {show(token)}".encode()),
            (b"content-length", (length or str(len(body))).encode()),
        ],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answered.status = message["status"]
            answered.headers = {k.decode().lower(): v.decode() for k, v in message["headers"]}

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return answered


def test_a_token_has_a_quota_that_comes_back_with_time() -> None:
    ticks = Ticks()
    quotas = Quotas(ticks)
    assert quotas.take(b"a", QUOTA_BYTES - REQUEST_BYTES) == 0
    wait = quotas.take(b"a", QUOTA_BYTES // 2)
    assert QUOTA_SECONDS / 2 <= wait <= QUOTA_SECONDS / 2 + 2
    assert quotas.take(b"b", QUOTA_BYTES // 2) == 0, "others are not held up"
    ticks.now += wait - 2
    assert quotas.take(b"a", QUOTA_BYTES // 2) > 0
    ticks.now += 2
    assert quotas.take(b"a", QUOTA_BYTES // 2) == 0


def test_small_requests_use_the_quota_up_too() -> None:
    quotas = Quotas(Ticks())
    taken = sum(quotas.take(b"a", 0) == 0 for _ in range(QUOTA_BYTES // REQUEST_BYTES + 5))
    assert taken == QUOTA_BYTES // REQUEST_BYTES


def test_above_its_quota_a_laptop_is_told_when_to_come_back(
    hq: Hq, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = let_in(hq)
    monkeypatch.setattr("sync.hq.quota.QUOTA_BYTES", 2 * REQUEST_BYTES + 1000)
    app = Routes(build(hq), hq.entropy, Ticks()).app()
    assert post(app, laptop.push, laptop.frame(laptop.events[0])).status == 200
    second = laptop.frame(laptop.report())
    while (answered := post(app, laptop.push, second)).status == 200:
        second = laptop.frame(laptop.report())
    assert answered.status == 429
    assert answered.wait >= RETRY_SECONDS[0]
    with hq.store.reading() as tx:
        row = tx.streams.get(laptop.stream)
    assert row is not None
    assert row.upto == len(laptop.events) - 1, "nothing of what was turned away is kept"


def test_what_does_not_fit_into_memory_is_asked_to_come_back(
    hq: Hq, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = let_in(hq)
    app = Routes(build(hq), hq.entropy).app()
    frame = laptop.frame(laptop.report())
    monkeypatch.setattr(routes, "BYTES_AT_ONCE", len(frame) - 1)
    waits = set()
    for _ in range(8):
        answered = post(app, laptop.push, frame)
        assert (answered.status, answered.headers["connection"]) == (503, "close")
        assert RETRY_SECONDS[0] <= answered.wait <= RETRY_SECONDS[1]
        waits.add(answered.wait)
    assert len(waits) > 1, "not all at the same moment"
    monkeypatch.setattr(routes, "BYTES_AT_ONCE", len(frame))
    assert post(app, laptop.push, frame).status == 200, "a call that ended makes room again"


@pytest.mark.parametrize("length", ["-1", "x", "1" * 19, "\u0661"])
def test_a_length_that_is_none_is_malformed(hq: Hq, length: str) -> None:
    laptop = let_in(hq)
    app = Routes(build(hq), hq.entropy).app()
    assert post(app, laptop.push, b"", length).status == 400
