"""The window's side of sending and fetching: the sender's words, a real HQ, closing."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.changes import Changes
from fieldapp.cli_support import Shell
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import file_report, review_report
from fieldapp.errors import FieldError
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.store import outbox, reads
from fieldapp.store.lane import StoreLane
from sync.errors import LinkDown
from sync.field.cli import run_round
from sync.field.config import SenderConfig
from sync.field.enrol import ask_to_be_let_in
from sync.field.errors import SpoolFull
from sync.field.planner import Planner
from sync.field.spool import Spool
from sync.http import HqLink
from tests.support.desktop import StillSender, desktop, no_link
from tests.support.fleet import restriction
from tests.support.hq import Hq, running_hq
from tests.support.mission import CHEAP, PASSPHRASE, make_desk, make_mission
from tests.support.window import story
from ui.link import LinkWatch, SenderProcess, link_state
from ui.link_state import LinkState, came_back
from ui.post import FAR_SECONDS, LONGEST_SECONDS, NEAR_SECONDS, Post, PostClosed, Ways
from ui.sealing import Sealing


def say(home: Path, **status: object) -> None:
    (home / "spool").mkdir(exist_ok=True)
    (home / "spool" / "status.json").write_text(json.dumps(status))


def test_the_senders_words_reach_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    sender = StillSender()
    watch = LinkWatch(tmp_path, sender, poll_ms=5)
    assert watch.state == LinkState()
    heard: list[LinkState] = []
    watch.changed.connect(heard.append)
    watch.start()
    say(tmp_path, state="sending", frame="a.ufr", sent=10, of=20, queue=2, queue_bytes=99)
    qtbot.waitUntil(lambda: bool(heard), timeout=2000)
    assert heard == [LinkState("sending", "a.ufr", 10, 20, 2, 99)]
    watch.try_now()
    watch.stop()
    assert sender.asked == ["wake"], "with something in the queue the sender goes on"
    say(tmp_path, state="idle", queue=0, clock_off=-5)
    watch.start()
    assert watch.state == LinkState("idle", clock_off=-5)
    watch.stop()
    assert sender.asked == ["wake", "stop"]
    assert link_state(None) == LinkState()


def test_a_sender_that_is_missing_is_started(tmp_path: Path, qtbot: QtBot) -> None:
    sender = StillSender(up=False)
    watch = LinkWatch(tmp_path, sender, poll_ms=1)
    watch.start()
    assert sender.asked == ["start"]
    sender.up = False
    qtbot.waitUntil(lambda: sender.asked == ["start", "start"], timeout=2000)
    watch.pause()


def test_no_sender_starts_before_the_laptop_is_enrolled(tmp_path: Path) -> None:
    (tmp_path / "spool").mkdir()
    process = SenderProcess(tmp_path)
    process.start()
    assert not process.running()
    process.wake()
    process.stop()
    assert sorted(path.name for path in (tmp_path / "spool").iterdir() if path.stat().st_size == 0)


@contextmanager
def on_lane(make: Callable[[], Desk]) -> Iterator[tuple[StoreLane, Desk]]:
    lane = StoreLane()
    desk = lane.ask(make)
    try:
        yield lane, desk
    finally:
        lane.ask(desk.store.close)
        lane.close()


def enrolled(home: Path, hq: Hq, person: str, unit: str, role: str) -> Desk:
    install_mission(home, hq.profile_path.read_bytes())
    desk = add_person(
        home,
        Newcomer(person, unit, "test laptop"),
        PASSPHRASE,
        CHEAP,
        clock=SystemClock(),
        entropy=system_entropy,
    )
    ask_to_be_let_in(desk, hq.code(person, unit, role), Spool(home))
    return desk


def post_of(lane: StoreLane, desk: Desk, told: list[Changes]) -> Post:
    def connect(config: SenderConfig) -> HqLink:
        return HqLink(config.server, config.ca)

    return Post(lane, desk, Ways(connect, Sealing(SystemClock()), told.append))


def test_report_and_verdict_travel_between_two_windows(tmp_path: Path) -> None:
    shell = Shell()
    with (
        running_hq(tmp_path) as hq,
        on_lane(lambda: enrolled(tmp_path / "a", hq, "Capt A", "TS7", "patrol")) as (field, author),
        on_lane(lambda: enrolled(tmp_path / "o", hq, "Maj O", "HQ", "officer")) as (desk, officer),
    ):
        field.ask(lambda: run_round(author, shell))
        desk.ask(lambda: run_round(officer, shell))
        hq.approve_all()
        told: list[Changes] = []
        waiting = post_of(desk, officer, told)
        waiting.round()
        assert any(changes.roster for changes in told)
        filed = field.ask(lambda: file_report(author, story("03-denied-despite-clearance")))
        field.ask(lambda: run_round(author, shell))
        assert waiting.round() in (NEAR_SECONDS, FAR_SECONDS), "by how fast the machine is just now"
        assert any(changes.reports for changes in told)
        desk.ask(lambda: review_report(officer, filed.report, "ask", "Which track?"))
        desk.ask(lambda: run_round(officer, shell))
        news: list[Changes] = []
        home = post_of(field, author, news)
        home.round()
        row = field.ask(lambda: reads.detail(author.store, filed.report).row)
        assert (row.state, row.questions) == ("asked", 1)
        assert any(changes.reports for changes in news)
        for post in (waiting, home):
            post.close()
            with pytest.raises(PostClosed):
                post.round()


def test_without_a_link_rounds_grow_rarer_but_receipts_are_taken_in(tmp_path: Path) -> None:
    mission = make_mission()
    with on_lane(lambda: make_desk(tmp_path, mission)) as (lane, desk):
        told: list[Changes] = []
        lane.ask(lambda: ask_to_be_let_in(desk, "7K2MX4PQ9D", Spool(tmp_path)))
        post = Post(lane, desk, Ways(no_link, Sealing(SystemClock()), told.append))
        pauses = [post.round() for _ in range(9)]
        assert pauses[:3] == [NEAR_SECONDS * 2, NEAR_SECONDS * 4, NEAR_SECONDS * 8]
        assert pauses == sorted(pauses)
        assert pauses[-1] == LONGEST_SECONDS
        assert list((tmp_path / "spool").glob("*.ufr")), "sealed although nothing can be sent"


def test_a_round_under_way_never_touches_a_closed_store(tmp_path: Path) -> None:
    """The person locks while HQ is being asked: what comes back is dropped."""
    asked, answer = threading.Event(), threading.Event()

    def slow(_config: SenderConfig) -> HqLink:
        asked.set()
        answer.wait(10)
        raise LinkDown()

    with on_lane(lambda: make_desk(tmp_path, make_mission())) as (lane, desk):
        lane.ask(lambda: ask_to_be_let_in(desk, "7K2MX4PQ9D", Spool(tmp_path)))
        post = Post(lane, desk, Ways(slow, Sealing(SystemClock()), lambda _changes: None))
        post.start()
        assert asked.wait(10)
        post.close()
        assert not post.join(0.01)
        answer.set()
        assert post.join(10)


def test_trouble_with_the_spool_never_undoes_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[FieldError] = []

    def full(*_given: object, **_named: object) -> Changes:
        raise SpoolFull()

    with on_lane(lambda: make_desk(tmp_path, make_mission())) as (lane, desk):
        filed = lane.ask(lambda: file_report(desk, story("03-denied-despite-clearance")))
        monkeypatch.setattr(Planner, "plan", full)
        lane.ask(lambda: Sealing(SystemClock(), told.append).after(desk, filed.changes))
        assert [error.code for error in told] == ["spool.full"]
        assert lane.ask(lambda: outbox.totals(desk.store)).records == 1


def test_a_link_that_came_back_after_silence_is_noticed_once() -> None:
    silent = LinkState(state="waiting", error="link.down", last_contact=1_000_000)
    back = LinkState(state="sending", last_contact=2_000_000)
    assert came_back(silent, back)
    assert not came_back(back, LinkState(state="idle", last_contact=2_005_000)), "still there"
    assert not came_back(silent, LinkState(state="connecting", last_contact=1_000_000))
    assert came_back(LinkState(), back), "the first answer ever"
    assert not came_back(back, LinkState())


def test_questions_are_fetched_as_soon_as_the_link_is_back(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_desk(tmp_path, make_mission()).store.close()
    hurried: list[bool] = []
    monkeypatch.setattr(Post, "hurry", lambda _post: hurried.append(True))
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        before = len(hurried)
        here.sitting._link_changed(LinkState(state="sending", last_contact=2_000_000))
        here.sitting._link_changed(LinkState(state="idle", last_contact=2_001_000))
        assert len(hurried) == before + 1


def test_at_the_unlock_what_was_sealed_one_by_one_is_packed_together(tmp_path: Path) -> None:
    def names() -> set[str]:
        return {path.name for path in (tmp_path / "spool").glob("4-*.ufr")}

    with on_lane(lambda: make_desk(tmp_path, make_mission())) as (lane, desk):
        sealing = Sealing(SystemClock())

        def file_and_seal() -> None:
            file_report(desk, restriction())
            sealing.run(desk)

        lane.ask(lambda: ask_to_be_let_in(desk, "7K2MX4PQ9D", Spool(tmp_path)))
        for _ in range(6):
            lane.ask(file_and_seal)
        assert len(names()) == 6
        post = Post(lane, desk, Ways(no_link, sealing, lambda _changes: None))
        post.round()
        packed = names()
        assert len(packed) == 1
        lane.ask(file_and_seal)
        post.round()
        assert packed < names(), "later rounds leave packed frames to the sender"
