"""The sending machine against every schedule of failures: nothing is lost, no wait is endless."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.units import ByteCount
from sync.field.machine import (
    BUSY_CAP_MILLIS,
    CAP_MILLIS,
    FLOOR_MILLIS,
    STATUS_MILLIS,
    AskedToWait,
    AskStatus,
    Input,
    LinkFailed,
    Listed,
    Outcome,
    Send,
    Settled,
    Sleep,
    State,
    StatusKnown,
    TurnedAway,
    Woken,
    backoff,
    next_action,
    request_budget,
    step,
)
from sync.field.spool import Rank, SpoolFrame

DRAWS = st.floats(0, 1, exclude_max=True)
RANKS = st.sampled_from([int(rank) for rank in Rank])


@st.composite
def frames(draw: st.DrawFn) -> SpoolFrame:
    """A frame as the spool names it."""
    rank, age, tail = draw(RANKS), draw(st.integers(0, 99)), draw(st.integers(0, 2**32 - 1))
    size = draw(st.integers(100, 70_000))
    return SpoolFrame(f"{rank}-{age:010d}-{tail:08x}.ufr", ByteCount(size))


@dataclass(frozen=True)
class Event:
    """One thing that happens to the sender; what is not chosen is decided by its fields."""

    kind: str
    draw: float = 0.0
    frame: SpoolFrame | None = None
    outcome: Outcome = Outcome.TAKEN
    millis: int = 0


EVENTS = st.one_of(
    st.builds(Event, st.just("frame"), frame=frames()),
    st.builds(Event, st.just("answer"), outcome=st.sampled_from(Outcome)),
    st.builds(Event, st.sampled_from(["down", "trips", "refused-now"]), draw=DRAWS),
    st.builds(Event, st.just("busy"), draw=DRAWS, millis=st.integers(-5, 10**9)),
    st.builds(Event, st.sampled_from(["wake", "for-ever", "restart"])),
    st.builds(Event, st.just("time"), millis=st.integers(0, 2 * CAP_MILLIS)),
)


@dataclass
class World:
    """A spool, a link and the machine between them."""

    rate: int
    now: int = 0
    state: State = field(default_factory=State)
    disk: dict[str, SpoolFrame] = field(default_factory=dict)
    kept: int = 0
    left: dict[str, Outcome] = field(default_factory=dict)

    def see(self, seen: Input) -> None:
        """Steps the machine."""
        self.state = step(self.state, seen, self.now)

    def look(self) -> None:
        """Lists the disk, as the sender does at each turn."""
        self.see(Listed(list(self.disk.values()), self.kept))

    def settle(self, outcomes: Mapping[str, Outcome]) -> None:
        """HQ answered: frames leave the disk unless they are to be tried later."""
        for name, outcome in outcomes.items():
            if outcome is not Outcome.LATER:
                del self.disk[name]
                self.left[name] = outcome
                self.kept += outcome is Outcome.KEPT
        self.see(Settled(outcomes))

    def happen(self, event: Event) -> None:
        """One event, answered to what the machine does just then."""
        self.look()
        action = next_action(self.state, self.now, self.rate)
        match event.kind:
            case "frame":
                assert event.frame is not None
                if event.frame.name not in self.left:
                    self.disk[event.frame.name] = event.frame
            case "wake":
                self.see(Woken())
            case "restart":
                self.state = State()
            case "time":
                self.now += event.millis
            case _ if isinstance(action, Sleep):
                return
            case "down":
                self.see(LinkFailed(event.draw))
            case "trips":
                names = action.names if isinstance(action, Send) else ()
                self.see(LinkFailed(event.draw, names))
            case "busy":
                self.see(AskedToWait(event.millis, event.draw))
            case "refused-now":
                self.see(TurnedAway(final=False))
            case "for-ever":
                self.see(TurnedAway(final=True))
            case "answer" if isinstance(action, Send):
                self.settle(dict.fromkeys(action.names, event.outcome))
            case "answer":
                self.see(StatusKnown())
        self.look()


def check_action(world: World) -> None:
    """What must hold at any moment."""
    state, now = world.state, world.now
    assert {frame.name for frame in state.waiting} == set(world.disk)
    action = next_action(state, now, world.rate)
    match action:
        case Send():
            sizes = [world.disk[name].size for name in action.names]
            assert not state.halted
            assert state.not_before <= now
            assert len(set(action.names)) == len(action.names)
            assert len(sizes) == 1 or sum(sizes) <= request_budget(world.rate)
            ranks = {Rank.of(name) for name in action.names}
            assert len(ranks) == 1
            ready = [n for n in sorted(world.disk) if state.later.get(n, 0) <= now]
            assert action.names[0] == ready[0], "the most urgent goes first"
            assert len(sizes) == 1 or ranks != {Rank.ENROL}
        case Sleep(until):
            if until is None:
                assert state.halted or (not world.disk and world.kept == 0)
            else:
                longest = max(BUSY_CAP_MILLIS * 3 // 2, CAP_MILLIS, STATUS_MILLIS)
                assert now <= until <= now + longest
        case AskStatus():
            assert world.kept > 0


@given(st.lists(EVENTS, max_size=40), st.integers(1, 10**7))
@settings(max_examples=400, deadline=None)
def test_no_schedule_of_failures_loses_a_frame_or_waits_for_ever(
    events: list[Event], rate: int
) -> None:
    world = World(rate)
    filed: set[str] = set()
    for event in events:
        world.happen(event)
        filed |= set(world.disk)
        check_action(world)
        assert set(world.disk) | set(world.left) == filed
    # The link is good from now on, and somebody asked once in case HQ had said no for ever.
    world.see(Woken())
    for _ in range(10 * len(filed) + 10):
        world.look()
        action = next_action(world.state, world.now, rate)
        match action:
            case Send():
                world.settle(dict.fromkeys(action.names, Outcome.TAKEN))
            case AskStatus():
                world.see(StatusKnown())
            case Sleep(until):
                if until is None or not world.disk:
                    break
                world.now = max(until, world.now + 1)
    assert world.disk == {}
    assert set(world.left) == filed


@given(st.lists(EVENTS, max_size=30))
@settings(max_examples=200, deadline=None)
def test_without_anybody_asking_everything_goes_within_the_longest_wait(
    events: list[Event],
) -> None:
    world = World(300)
    for event in events:
        if event.kind != "for-ever":
            world.happen(event)
    start = world.now
    world.look()
    while world.disk:
        action = next_action(world.state, world.now, world.rate)
        if isinstance(action, Send):
            world.settle(dict.fromkeys(action.names, Outcome.TAKEN))
        elif isinstance(action, AskStatus):
            world.see(StatusKnown())
        else:
            assert action.until is not None
            world.now = action.until
    assert world.now - start <= BUSY_CAP_MILLIS * 3 // 2


@given(st.integers(1, 10**6), DRAWS)
def test_backoff_is_bounded(failures: int, draw: float) -> None:
    assert FLOOR_MILLIS <= backoff(failures, draw) <= CAP_MILLIS


@given(DRAWS)
def test_backoff_spreads_over_the_whole_stretch(draw: float) -> None:
    assert backoff(20, draw) == max(FLOOR_MILLIS, int(draw * CAP_MILLIS))


def test_a_success_forgets_all_failures() -> None:
    world = World(300)
    frame = SpoolFrame("4-0000000001-00000000.ufr", ByteCount(300))
    world.disk[frame.name] = frame
    world.look()
    for _ in range(30):
        world.see(LinkFailed(0.99))
    assert world.state.not_before > CAP_MILLIS * 9 // 10
    world.see(Settled({}))
    assert world.state.failures == 0
    assert next_action(world.state, world.now, 300) == Send((frame.name,))


@given(st.integers(1, 30), DRAWS)
def test_a_new_flash_does_not_sit_out_a_wait_for_the_link(failures: int, draw: float) -> None:
    world = World(300)
    routine = SpoolFrame("4-0000000001-00000000.ufr", ByteCount(300))
    world.disk[routine.name] = routine
    world.look()
    for _ in range(failures):
        world.see(LinkFailed(draw))
    assert isinstance(next_action(world.state, world.now, 300), Sleep)
    flash = SpoolFrame("1-0000000002-00000000.ufr", ByteCount(300))
    world.disk[flash.name] = flash
    world.look()
    assert next_action(world.state, world.now, 300) == Send((flash.name,))


def test_a_new_routine_report_does_not_shorten_the_wait() -> None:
    world = World(300)
    for number in range(3):
        frame = SpoolFrame(f"4-000000000{number}-00000000.ufr", ByteCount(300))
        world.disk[frame.name] = frame
        world.look()
        world.see(LinkFailed(0.5))
    assert isinstance(next_action(world.state, world.now, 300), Sleep)


def test_a_flash_does_not_overrule_hqs_own_wish() -> None:
    world = World(300)
    world.look()
    world.see(AskedToWait(60_000, 0.0))
    flash = SpoolFrame("1-0000000002-00000000.ufr", ByteCount(300))
    world.disk[flash.name] = flash
    world.look()
    assert next_action(world.state, 59_999, 300) == Sleep(60_000)
    assert next_action(world.state, 60_000, 300) == Send((flash.name,))
