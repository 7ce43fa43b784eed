"""What a relay keeps, for how long, from whom, and when it lets go."""

from collections.abc import Mapping
from pathlib import Path

import cbor2
import pytest

from sync.errors import BadFrame, LinkDown
from sync.hq import relay as module
from sync.hq.app import Hq
from sync.hq.relay import FRAMES, Held, Post, Relay, RelayConfig, RelayFull
from sync.http import CBOR, HqLink, Reply
from tests.support.hq_inside import let_in
from tests.support.mission import TickingClock

KNOWN, STRANGER = bytes(16), bytes(15) + b"\x01"


class Inner(HqLink):
    """HQ, or its absence, by a list of answers; the last one stays."""

    def __init__(self, *answers: Reply | None) -> None:
        self.answers = list(answers)
        self.posts: list[bytes] = []

    def post(self, path: str, body: bytes, **_rest: object) -> Reply:  # type: ignore[override]
        self.posts.append(body)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is None:
            raise LinkDown(detail="test")
        return answer

    def get(self, path: str, query: Mapping[str, int] | None = None, **_rest: object) -> Reply:  # type: ignore[override]
        return self.post(path, b"")


def said(*codes: int, status: int = 200) -> Reply:
    return Reply(status, CBOR, cbor2.dumps([[code, None, ""] for code in codes]))


@pytest.fixture
def frame(hq: Hq) -> bytes:
    laptop = let_in(hq)
    return laptop.frame(laptop.report())


def relay_to(hq: Hq, home: Path, inner: Inner) -> tuple[Relay, Held]:
    held = Held(home, TickingClock())
    keys = frozenset((hq.keys.radio.key_id, hq.keys.courier.key_id))
    config = RelayConfig("UNMIZ", "https://relay:1", "https://hq:1", "", keys)
    return Relay(config, held, lambda: inner), held


def test_hqs_own_answer_comes_back_as_it_is(hq: Hq, tmp_path: Path, frame: bytes) -> None:
    answer = said(422)
    relay, held = relay_to(hq, tmp_path, Inner(answer))
    assert relay.post_frames(KNOWN, frame) == answer
    assert held.names() == []


@pytest.mark.parametrize(
    "trouble",
    [None, said(status=503), said(status=429), said(status=507), Reply(200, "text/html", b"Hi")],
    ids=["away", "busy", "too many", "full", "portal"],
)
def test_what_hq_cannot_take_waits_once(
    hq: Hq, tmp_path: Path, frame: bytes, trouble: Reply | None
) -> None:
    relay, held = relay_to(hq, tmp_path, Inner(trouble))
    for _ in range(2):
        reply = relay.post_frames(KNOWN, frame + frame)
        assert cbor2.loads(reply.body) == [[202, None, "relay.kept"]] * 2
    assert len(held.names()) == 1
    again = Held(tmp_path, TickingClock())
    assert [again.read(name) for name in again.names()] == [Post(FRAMES, KNOWN, frame + frame)]


@pytest.mark.parametrize(
    ("answer", "stays"),
    [
        (said(200), False),
        (said(202), False),
        (said(200, 422), False),
        (said(200, 409), True),
        (said(507), True),
        (said(status=401), True),
        (said(status=403), False),
        (said(status=400), False),
    ],
)
def test_when_a_post_is_let_go(
    hq: Hq, tmp_path: Path, frame: bytes, answer: Reply, stays: bool
) -> None:
    inner = Inner(None, answer)
    relay, held = relay_to(hq, tmp_path, inner)
    relay.post_frames(KNOWN, frame)
    relay.hand_on()
    assert inner.posts == [frame, frame]
    assert bool(held.names()) is stays


def test_a_post_that_hq_never_takes_is_dropped_after_a_month(
    hq: Hq, tmp_path: Path, frame: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay, held = relay_to(hq, tmp_path, Inner(None, said(409)))
    relay.post_frames(KNOWN, frame)
    relay.hand_on()
    assert held.names()
    monkeypatch.setattr(module, "KEEP_MILLIS", 0)
    relay.hand_on()
    assert held.names() == []


def test_nothing_else_is_taken(hq: Hq, tmp_path: Path, frame: bytes) -> None:
    relay, held = relay_to(hq, tmp_path, Inner(None))
    other = frame[:5] + bytes(8) + frame[13:]
    for body in (b"", b"hello", frame[:-1], other, frame + other):
        with pytest.raises(BadFrame):
            relay.post_frames(KNOWN, body)
    with pytest.raises(BadFrame):
        relay.post_enrol(frame + frame)
    assert held.names() == []


def test_strangers_share_a_room_and_known_callers_have_their_own(
    hq: Hq, tmp_path: Path, frame: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STRANGER_BYTES", len(frame) + 100)
    relay, held = relay_to(hq, tmp_path, Inner(said(200), None))
    relay.post_frames(KNOWN, frame)
    relay.post_frames(STRANGER, frame)
    with pytest.raises(RelayFull):
        relay.post_frames(bytes(14) + b"\x02\x02", frame)
    relay.post_frames(KNOWN, frame)
    assert len(held.names()) == 2
    monkeypatch.setattr(module, "TOTAL_BYTES", held.size())
    with pytest.raises(RelayFull):
        relay.post_frames(KNOWN, frame + frame)


def test_a_damaged_file_holds_nothing_up(hq: Hq, tmp_path: Path, frame: bytes) -> None:
    inner = Inner(None, None, said(200))
    relay, held = relay_to(hq, tmp_path, inner)
    relay.post_frames(KNOWN, frame)
    relay.post_frames(KNOWN, frame + frame)
    first = tmp_path / "held" / held.names()[0]
    first.write_bytes(first.read_bytes()[:40])
    relay.hand_on()
    assert held.names() == []
    assert inner.posts[-1] == frame + frame


def test_what_waits_is_handed_on_when_hq_is_back_and_not_at_each_of_its_answers(
    hq: Hq, tmp_path: Path, frame: bytes
) -> None:
    relay, held = relay_to(hq, tmp_path, Inner(None, said(409)))
    relay.post_frames(KNOWN, frame)
    assert not relay.reached.is_set()
    relay.ask("/v1/status", KNOWN, b"", {})
    assert relay.reached.is_set()
    relay.reached.clear()
    relay.hand_on()
    relay.ask("/v1/status", KNOWN, b"", {})
    assert held.names()
    assert not relay.reached.is_set()
