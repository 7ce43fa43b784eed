"""The sender: what it believes, what it does at each kind of trouble, and that it loses nothing."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from fieldapp.clock import SystemClock
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.units import StreamId, UtcMillis
from sync.field import status
from sync.field.config import read_config
from sync.field.enrol import ask_to_be_let_in
from sync.field.lock import SenderRunning, only_one, sender_running
from sync.field.machine import CAP_MILLIS
from sync.field.sender import serve
from sync.field.sending import Sender, World
from sync.field.spool import Shelf
from sync.field.starting import command
from sync.field.status import SenderState, read_status
from sync.frame import split_frames
from sync.http import HqLink
from sync.receipt import sign_receipt
from tests.support.relay import Relay
from tests.unit.sync_field.bench import Bench, make_bench
from tests.unit.sync_field.mini_hq import CODE, encoded
from tests.unit.sync_field.tls_hq import Answering, Authority, Seen, hq_answer, serving

CBOR = {"Content-Type": "application/cbor"}


@dataclass
class Hand:
    """A clock moved by hand."""

    seconds: float = 1000.0
    wall: int = 1_793_700_000_000

    def ticks(self) -> float:
        return self.seconds

    def now(self) -> UtcMillis:
        return UtcMillis(self.wall + int(self.seconds * 1000))


@dataclass
class Set:
    """A laptop, an HQ behind TLS, and the sender between them."""

    bench: Bench
    answering: Answering
    sender: Sender
    hand: Hand
    waits: list[float] = field(default_factory=list)

    def turns(self, most: int = 50) -> float:
        """Turns until the sender rests; how long it wants to."""
        for _ in range(most):
            rest = self.sender.turn()
            if rest:
                return rest
        raise AssertionError("never rests")

    def later(self, seconds: float) -> float:
        """Lets time pass, then turns."""
        self.hand.seconds += seconds
        return self.turns()

    @property
    def status(self) -> status.SenderStatus:
        found = read_status(self.bench.desk.home)
        assert found is not None
        return found


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def rig(tmp_path: Path, authority: Authority) -> Iterator[Set]:
    bench = make_bench(tmp_path / "field", enrol=False)
    answering = Answering(hq_answer(bench.hq))
    with serving(answering, authority.issue(tmp_path)):
        server = f"https://127.0.0.1:{answering.port}"
        profile = replace(bench.mission.profile, server=server, ca=authority.pem)
        bench.desk = replace(bench.desk, profile=profile)
        ask_to_be_let_in(bench.desk, CODE, bench.spool)
        hand = Hand()
        world = World(
            clock=hand,
            ticks=hand.ticks,
            draw=lambda: 0.5,
            connect=lambda config: HqLink(config.server, config.ca, patience=2),
        )
        sender = Sender(bench.desk.home, world)
        yield Set(bench, answering, sender, hand)
        sender.close()


def test_frames_go_in_order_and_receipts_are_on_disk(rig: Set) -> None:
    rig.bench.file("ROUTINE", (bytes(3000),))
    rig.bench.file("FLASH")
    rig.bench.plan()
    assert rig.bench.waiting() == ["0", "1", "4", "8"]
    rig.turns()
    assert [seen.path for seen in rig.answering.seen] == ["/v1/enrol"] + ["/v1/frames"] * 3
    assert rig.bench.waiting() == []
    assert len(rig.bench.spool.names(Shelf.DONE)) == 4
    assert rig.status.state is SenderState.IDLE
    assert rig.status.error is None
    rig.bench.plan()
    assert rig.bench.undelivered() == 0


def test_the_request_to_be_let_in_shows_no_token(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    assert "Authorization" not in rig.answering.seen[0].headers


def test_small_frames_of_one_rank_share_a_request(rig: Set) -> None:
    for _ in range(4):
        rig.bench.file("FLASH")
    rig.bench.plan()
    rig.turns()
    assert len(rig.answering.seen) == 2
    assert len(list(split_frames(rig.answering.seen[1].body))) == 4


def test_without_a_link_it_waits_longer_and_longer_and_goes_on_when_woken(rig: Set) -> None:
    rig.bench.plan()
    with Relay(rig.answering.port) as relay:
        profile = replace(rig.bench.desk.profile, server=f"https://127.0.0.1:{relay.port}")
        desk = replace(rig.bench.desk, profile=profile)
        ask_to_be_let_in(desk, CODE, rig.bench.spool)
        relay.cut()
        tries = []
        for _ in range(6):
            rig.sender.turn()
            tries.append(rig.sender.state.not_before - int(rig.hand.seconds * 1000))
            rig.hand.seconds += CAP_MILLIS / 1000
        assert tries == [2500, 5000, 10_000, 20_000, 40_000, 80_000]
        assert rig.status.state is SenderState.WAITING
        assert rig.status.error == "link.down"
        assert rig.bench.waiting() == ["0"]
        rig.hand.seconds -= CAP_MILLIS / 1000
        relay.restore()
        rig.turns()
        assert rig.bench.waiting() == ["0"], "it is not its time yet"
        status.wake_sender(rig.bench.desk.home)
        rig.turns()
        assert rig.bench.waiting() == []


def answers(rig: Set, answer: Callable[[Seen], tuple[int, dict[str, str], bytes]]) -> None:
    rig.answering.answer = answer


def test_a_success_without_a_signed_receipt_counts_for_nothing(rig: Set) -> None:
    rig.bench.file()
    rig.bench.plan()
    nothing = Receipt(1, rig.bench.desk.stream, 0, GENESIS_PREV)
    forged = sign_receipt(nothing, StreamKey(bytes(32)))
    liars: list[tuple[int, dict[str, str], bytes]] = [
        (200, {"Content-Type": "text/html"}, b"<html>Welcome to Hotel Zokara</html>"),
        (200, CBOR, b""),
        (200, CBOR, encoded([])),
        (200, CBOR, encoded([[200, None, ""]])),
        (200, CBOR, encoded([[200, b"x" * 200, ""]])),
        (200, CBOR, encoded([[200, forged, ""]])),
        (200, CBOR, encoded({"ok": True})),
        (302, {"Location": "/login"}, b""),
        (204, {}, b""),
    ]
    for lie in liars:
        answers(rig, lambda seen, lie=lie: lie)  # type: ignore[misc]
        rig.later(2000)
        assert len(rig.bench.waiting()) == 2
        assert rig.status.error == "link.portal"
    assert rig.bench.spool.receipts() == []
    answers(rig, hq_answer(rig.bench.hq))
    rig.later(2000)
    assert rig.bench.waiting() == []


def test_a_receipt_for_another_laptop_proves_nothing(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    rig.bench.file()
    rig.bench.plan()
    other = Receipt(1, StreamId(bytes(16)), 0, GENESIS_PREV)
    stranger = sign_receipt(other, rig.bench.mission.receipt)
    before = len(rig.bench.spool.receipts())
    answers(rig, lambda seen: (200, CBOR, encoded([[200, stranger, ""]])))
    rig.turns()
    assert len(rig.bench.spool.receipts()) == before
    assert rig.bench.spool.names(Shelf.DONE) == []
    assert len(rig.bench.spool.names(Shelf.KEPT)) == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (400, "refused.malformed"),
        (403, "refused.stream"),
        (404, "refused.other-mission"),
        (415, "refused.version"),
        (422, "refused.check"),
    ],
)
def test_a_refused_frame_is_parked_with_its_reason_and_blocks_nothing(
    rig: Set, code: int, reason: str
) -> None:
    rig.bench.plan()
    rig.turns()
    bad = rig.bench.file("FLASH")
    good = rig.bench.file()
    rig.bench.plan()
    rig.bench.hq.verdict = lambda body: code if body.events[0].id == bad else 200
    rig.turns()
    parked = rig.bench.spool.names(Shelf.PARKED)
    assert [rig.bench.spool.reason(name) for name in parked] == [reason]
    assert good in rig.bench.hq.taken
    assert rig.bench.waiting() == []


def test_a_request_refused_as_a_whole_is_tried_frame_by_frame(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    reports = [rig.bench.file("FLASH") for _ in range(4)]
    rig.bench.plan()
    honest = hq_answer(rig.bench.hq)

    def moody(seen: Seen) -> tuple[int, dict[str, str], bytes]:
        if len(list(split_frames(seen.body))) > 1:
            return 400, CBOR, encoded([400, "not a row of whole frames"])
        return honest(seen)

    answers(rig, moody)
    rig.turns()
    assert set(reports) <= set(rig.bench.hq.taken)
    assert rig.bench.waiting() == []


def test_a_wrong_code_is_told_as_such(rig: Set) -> None:
    ask_to_be_let_in(rig.bench.desk, "0" * 10, rig.bench.spool)
    rig.bench.plan()
    rig.turns()
    parked = rig.bench.spool.names(Shelf.PARKED)
    assert [rig.bench.spool.reason(name) for name in parked] == ["enrol.code"]
    assert rig.status.error == "enrol.code"


def test_an_unknown_token_pauses_and_tries_again_later(rig: Set) -> None:
    rig.bench.plan()
    answers(rig, hq_answer(rig.bench.hq))
    rig.turns()
    rig.bench.file()
    rig.bench.plan()
    answers(rig, lambda seen: (401, CBOR, encoded([401, "unknown token"])))
    rig.turns()
    assert rig.status.state is SenderState.PAUSED
    assert rig.status.error == "link.refused"
    answers(rig, hq_answer(rig.bench.hq))
    rig.later(CAP_MILLIS / 1000 + 1)
    assert rig.bench.waiting() == []


@pytest.mark.parametrize("status_code", [401, 403])
def test_asking_with_another_code_does_not_sit_out_the_wait_of_who_was_turned_away(
    rig: Set, status_code: int
) -> None:
    ask_to_be_let_in(rig.bench.desk, "0" * 10, rig.bench.spool)
    rig.bench.file()
    rig.bench.plan()
    asked = hq_answer(rig.bench.hq)
    answers(
        rig,
        lambda seen: (
            asked(seen)
            if seen.path == "/v1/enrol"
            else (status_code, CBOR, encoded([status_code, "unknown token"]))
        ),
    )
    rig.turns()
    assert rig.status.state is SenderState.PAUSED
    answers(rig, hq_answer(rig.bench.hq))
    ask_to_be_let_in(rig.bench.desk, CODE, rig.bench.spool)
    rig.bench.plan()
    rig.turns()
    assert rig.bench.waiting() == []


def test_a_laptop_that_is_no_longer_let_in_stops_until_somebody_asks(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    rig.bench.file()
    rig.bench.plan()
    answers(rig, lambda seen: (403, CBOR, encoded([403, "no longer let in"])))
    rig.turns()
    count = len(rig.answering.seen)
    rig.later(100_000)
    assert len(rig.answering.seen) == count
    assert rig.status.state is SenderState.PAUSED
    status.wake_sender(rig.bench.desk.home)
    rig.turns()
    assert len(rig.answering.seen) == count + 1


@pytest.mark.parametrize(
    ("code", "headers", "least", "error"),
    [
        (503, {"Retry-After": "120"}, 120, "link.busy"),
        (429, {}, 60, "link.busy"),
        (507, {}, 900, "link.hq-full"),
    ],
)
def test_hq_may_ask_for_patience(
    rig: Set, code: int, headers: dict[str, str], least: int, error: str
) -> None:
    rig.bench.plan()
    answers(rig, lambda seen: (code, {**CBOR, **headers}, encoded([code, "later"])))
    rig.turns()
    count = len(rig.answering.seen)
    rig.later(least - 1)
    assert len(rig.answering.seen) == count
    assert rig.status.error == error
    assert rig.status.last_contact is not None
    answers(rig, hq_answer(rig.bench.hq))
    rig.later(least)
    assert rig.bench.waiting() == []


def test_a_frame_on_which_hq_trips_does_not_hold_up_the_others(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    bad = rig.bench.file("IMMEDIATE")
    good = rig.bench.file()
    rig.bench.plan()
    honest = hq_answer(rig.bench.hq)
    poison = rig.bench.spool.read(rig.bench.spool.names(Shelf.WAITING)[0])

    def trips(seen: Seen) -> tuple[int, dict[str, str], bytes]:
        return (500, CBOR, b"") if seen.body == poison else honest(seen)

    answers(rig, trips)
    for _ in range(30):
        rig.later(20)
        if good in rig.bench.hq.taken:
            break
    assert good in rig.bench.hq.taken
    assert bad not in rig.bench.hq.taken
    assert rig.bench.waiting() == ["2"]


def test_a_piece_before_its_report_waits_a_minute(rig: Set) -> None:
    rig.bench.plan()
    rig.turns()
    rig.bench.file(photos=(bytes(3000),))
    rig.bench.plan()
    text, piece = rig.bench.spool.names(Shelf.WAITING)
    kept_back = rig.bench.spool.root / "aside"
    (rig.bench.spool.root / text).rename(kept_back)
    rig.turns()
    kept_back.rename(rig.bench.spool.root / text)
    rig.turns()
    assert rig.bench.spool.names(Shelf.WAITING) == [piece]
    rig.later(61)
    assert rig.bench.waiting() == []


def test_kept_frames_are_asked_about_until_somebody_decides(rig: Set) -> None:
    rig.bench.hq.let_in = False
    rig.bench.file()
    rig.bench.plan()
    rig.turns()
    assert len(rig.bench.spool.names(Shelf.KEPT)) == 2
    assert rig.status.kept == 2
    rig.bench.hq.approve()
    rig.later(301)
    assert rig.answering.seen[-1].path == "/v1/status"
    rig.bench.plan()
    assert rig.bench.undelivered() == 0
    assert rig.bench.spool.names(Shelf.KEPT) == []


def test_a_suspended_laptop_tries_at_once_when_it_wakes(rig: Set) -> None:
    rig.bench.plan()
    honest = rig.answering.answer
    answers(rig, lambda seen: (500, CBOR, b""))
    rig.turns()
    answers(rig, honest)
    rig.turns()
    assert rig.bench.waiting() == ["0"]
    rig.hand.wall += 600_000
    rig.turns()
    assert rig.bench.waiting() == []


def test_a_wrong_clock_is_noticed_and_stops_nothing(rig: Set) -> None:
    rig.hand.wall -= 40 * 365 * 86_400_000
    rig.bench.plan()
    rig.turns()
    assert rig.bench.waiting() == []
    assert (rig.status.clock_off or 0) > 39 * 365 * 86_400_000


def test_half_of_the_round_trip_is_allowed_for_when_the_clock_is_measured(rig: Set) -> None:
    """HQ signs in the middle of twenty seconds; its clock is an hour ahead of this one."""
    honest = hq_answer(rig.bench.hq)
    hour = 3_600_000

    def slow(seen: Seen) -> tuple[int, dict[str, str], bytes]:
        rig.hand.seconds += 10
        rig.bench.hq.t = rig.hand.now() + hour - 1000  # it ticks before each receipt
        answer = honest(seen)
        rig.hand.seconds += 10
        return answer

    answers(rig, slow)
    rig.bench.plan()
    rig.turns()
    assert rig.bench.waiting() == []
    assert rig.status.clock_off == hour
    assert rig.status.clock_error == 10_000
    assert rig.status.clock_at == rig.hand.now()


def test_a_laptop_that_slept_through_a_request_measured_nothing(rig: Set) -> None:
    honest = hq_answer(rig.bench.hq)

    def asleep(seen: Seen) -> tuple[int, dict[str, str], bytes]:
        answer = honest(seen)
        rig.hand.wall += 3_600_000
        return answer

    answers(rig, asleep)
    rig.bench.plan()
    rig.turns()
    assert rig.bench.waiting() == []
    assert (rig.status.clock_off, rig.status.clock_at) == (None, None)


def test_it_waits_for_an_enrolment(tmp_path: Path) -> None:
    bench = make_bench(tmp_path / "field", enrol=False)
    bench.plan()
    hand = Hand()
    world = World(hand, hand.ticks, lambda: 0.5, lambda config: HqLink(config.server, config.ca))
    sender = Sender(bench.desk.home, world)
    assert sender.turn() > 0
    found = read_status(bench.desk.home)
    assert found is not None
    assert found.error == "enrol.missing"


def test_the_loop_outlives_a_fault_of_its_own_and_names_no_content(
    rig: Set, capsys: pytest.CaptureFixture[str]
) -> None:
    rig.bench.plan()

    def broken(config: object) -> HqLink:
        raise ZeroDivisionError("Six soldiers refused passage.")

    world = World(rig.hand, rig.hand.ticks, lambda: 0.5, broken)
    sender = Sender(rig.bench.desk.home, world)
    slept: list[float] = []
    serve(sender, once=False, stopped=lambda: len(slept) == 2, sleep=slept.append)
    assert slept == [30.0, 30.0]
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "soldiers" not in said


def test_only_one_sender_works_in_a_folder(tmp_path: Path) -> None:
    bench = make_bench(tmp_path / "field")
    home = bench.desk.home
    assert not sender_running(home)
    with only_one(home):
        assert sender_running(home)
        with pytest.raises(SenderRunning), only_one(home):
            pass
    assert not sender_running(home)


def test_the_configuration_holds_no_secret_but_the_push_token(rig: Set) -> None:
    home = rig.bench.desk.home
    text = (home / "spool" / "sender.json").read_text()
    keys = rig.bench.desk.keys
    for secret in (keys.database, keys.stream_seed, keys.inbox_seed, keys.draft, keys.inbox_token):
        assert secret.hex() not in text
    config = read_config(home)
    assert config.streams == (rig.bench.desk.stream,)
    assert (home / "spool" / "sender.json").stat().st_mode & 0o777 == 0o600


def spawn(home: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*command(home), *more], stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    )


def test_the_process_sends_what_there_is_and_ends(rig: Set) -> None:
    rig.bench.file()
    rig.bench.plan()
    rig.bench.desk.store.close()
    process = spawn(rig.bench.desk.home, "--once")
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (0, "")
    assert rig.bench.waiting() == []
    assert len(rig.bench.spool.receipts()) == 2


@pytest.mark.parametrize("how", ["terminate", "stop file"])
def test_the_process_ends_promptly_in_the_middle_of_a_transfer(rig: Set, how: str) -> None:
    rig.bench.file(photos=(bytes(100_000),))
    rig.bench.plan(100_000)
    with Relay(rig.answering.port, rate=3000) as relay:
        profile = replace(rig.bench.desk.profile, server=f"https://127.0.0.1:{relay.port}")
        ask_to_be_let_in(replace(rig.bench.desk, profile=profile), CODE, rig.bench.spool)
        process = spawn(rig.bench.desk.home)
        clock = SystemClock()
        until = clock.now() + 20_000
        while relay.carried < 6000 and clock.now() < until:
            assert process.poll() is None
        assert sender_running(rig.bench.desk.home)
        if how == "terminate":
            process.send_signal(signal.SIGTERM)
        else:
            status.stop_sender(rig.bench.desk.home)
        asked = clock.now()
        process.communicate(timeout=10)
        assert clock.now() - asked < 3000
    assert process.returncode == 0
    assert not sender_running(rig.bench.desk.home)
    assert sys.platform == "win32" or len(rig.bench.waiting()) > 0


@pytest.mark.parametrize("anew", [False, True])
def test_the_process_ends_when_its_folder_is_gone(rig: Set, anew: bool) -> None:
    """Also where the app has made the folder anew: another sender works there by then."""
    home = rig.bench.desk.home
    process = spawn(home)
    clock = SystemClock()
    until = clock.now() + 20_000
    lock = home / "spool" / "sender.lock"
    # Whoever tries the lock holds it for a moment, and may turn the process away.
    while not (lock.exists() and lock.read_bytes().strip()) and clock.now() < until:
        assert process.poll() is None
    # In one step: the process may write its status at any moment.
    (home / "spool").rename(home.parent / "gone")
    if anew:
        rig.bench.plan()
    process.communicate(timeout=10)
    assert process.returncode == 0
    assert not sender_running(home)
