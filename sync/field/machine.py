"""When to send what: a pure function of what was seen, without clock, sockets or chance.

Times are milliseconds on a clock that only moves forward. Draws are numbers from 0 up to 1 that
the caller takes from its own source of chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from fieldapp.units import KIB
from sync.field.spool import Rank, SpoolFrame

BASE_MILLIS = 5_000
CAP_MILLIS = 900_000
"""No wait for a link is longer than this: 15 minutes."""
FLOOR_MILLIS = 1_000
BUSY_CAP_MILLIS = 3_600_000
LATER_MILLIS = 60_000
STATUS_MILLIS = 300_000
"""How often to ask about frames that HQ keeps until a person lets this laptop in."""
_SUSPECT_AFTER = 3
REQUEST_SECONDS = 25
REQUEST_BYTES = 64 * KIB


class Outcome(Enum):
    """What HQ said about one frame: TAKEN with a signed receipt; KEPT until this laptop is let
    in; LATER, because its photo is not announced yet; REFUSED, so that it is parked.
    """

    TAKEN = "taken"
    KEPT = "kept"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Listed:
    """The frames that wait on disk, and how many HQ keeps."""

    waiting: Sequence[SpoolFrame]
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Woken:
    """Somebody, or a new network, asked to try at once."""


@dataclass(frozen=True, slots=True)
class Settled:
    """HQ answered about these frames."""

    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True)
class StatusKnown:
    """HQ answered what it holds."""


@dataclass(frozen=True, slots=True)
class LinkFailed:
    """Nothing that can be believed came back.

    Args:
        draw: spreads the next try.
        suspects: frames of a request to which HQ answered that it failed inside.
    """

    draw: float
    suspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedToWait:
    """HQ is there but asked for patience, in milliseconds."""

    millis: int
    draw: float


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """HQ does not accept this laptop at all; ``final`` when it said so for ever."""

    final: bool


Input = Listed | Woken | Settled | StatusKnown | LinkFailed | AskedToWait | TurnedAway


@dataclass(frozen=True, slots=True)
class State:
    """All that the machine knows.

    Args:
        waiting: frames on disk in the order of sending.
        later: frame name to the moment from which it may be tried again.
        kept: number of frames that HQ keeps for now.
        failures: tries in a row that failed.
        not_before: no try before this moment.
        status_due: when to ask what became of kept frames.
        link_up: the last try reached HQ.
        halted: nothing is tried until somebody asks for it.
        turned_away: the last answer was that HQ does not accept this laptop.
    """

    waiting: tuple[SpoolFrame, ...] = ()
    later: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0
    failures: int = 0
    not_before: int = 0
    status_due: int = 0
    link_up: bool = False
    halted: bool = False
    turned_away: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """Send these frames in one request, in this order."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask HQ what it holds."""


@dataclass(frozen=True, slots=True)
class Sleep:
    """Nothing to do before ``until``; None means until something new comes."""

    until: int | None


Action = Send | AskStatus | Sleep


def step(state: State, seen: Input, now: int) -> State:
    """The state after something was seen at ``now``."""
    match seen:
        case Listed():
            return _listed(state, seen, now)
        case Woken():
            return replace(
                state,
                later={},
                failures=0,
                not_before=now,
                status_due=now,
                halted=False,
                turned_away=False,
            )
        case Settled():
            return _settled(state, seen.outcomes, now)
        case StatusKnown():
            return replace(
                state,
                failures=0,
                not_before=now,
                status_due=now + STATUS_MILLIS,
                link_up=True,
                turned_away=False,
            )
        case LinkFailed():
            return _failed(state, seen, now)
        case AskedToWait():
            asked = min(max(seen.millis, FLOOR_MILLIS), BUSY_CAP_MILLIS)
            # Half as much again, drawn, so that a whole mission does not come back at once.
            return replace(
                state,
                failures=0,
                not_before=now + asked + int(seen.draw * asked / 2),
                link_up=True,
                turned_away=False,
            )
        case TurnedAway():
            return replace(
                state,
                failures=0,
                not_before=now + CAP_MILLIS,
                link_up=True,
                halted=state.halted or seen.final,
                turned_away=True,
            )


def next_action(state: State, now: int, rate: int) -> Action:
    """What to do at ``now`` over a link of ``rate`` bytes a second."""
    if state.halted:
        return Sleep(None)
    ready = [frame for frame in state.waiting if state.later.get(frame.name, 0) <= now]
    status_wanted = state.kept > 0
    if not ready and not status_wanted:
        moments = [state.later[f.name] for f in state.waiting if f.name in state.later]
        return Sleep(max(min(moments), state.not_before) if moments else None)
    if now < state.not_before:
        return Sleep(state.not_before)
    if ready:
        return Send(_together(ready, rate))
    if now >= state.status_due:
        return AskStatus()
    moments = [at for at in state.later.values() if at > now]
    return Sleep(min([state.status_due, *moments]))


def backoff(failures: int, draw: float) -> int:
    """Milliseconds to wait after so many failures in a row: full jitter, 1 s to 15 min."""
    ceiling = min(CAP_MILLIS, BASE_MILLIS * 2 ** min(failures - 1, 20))
    return min(CAP_MILLIS, max(FLOOR_MILLIS, int(draw * ceiling)))


def request_budget(rate: int) -> int:
    """Bytes that go at once over ``rate`` bytes a second: 25 seconds' worth, at most 64 KiB."""
    return max(1, min(REQUEST_BYTES, rate * REQUEST_SECONDS))


def _listed(state: State, seen: Listed, now: int) -> State:
    waiting = tuple(sorted(seen.waiting, key=lambda frame: frame.name))
    present = {frame.name for frame in waiting}
    known = {frame.name for frame in state.waiting}
    fresh = {Rank.of(name) for name in present - known}
    urgent = any(rank <= Rank.FLASH for rank in fresh) and not state.link_up
    if state.turned_away and Rank.ENROL in fresh:
        # With another code the person asks again: this is what HQ's answer was waiting for.
        state, urgent = replace(state, halted=False, turned_away=False), True
    return replace(
        state,
        waiting=waiting,
        kept=seen.kept,
        later={name: at for name, at in state.later.items() if name in present},
        # A flash does not sit out a wait that was meant for routine; HQ's own wish counts more.
        not_before=now if urgent else state.not_before,
    )


def _failed(state: State, seen: LinkFailed, now: int) -> State:
    failures = state.failures + 1
    later = dict(state.later)
    if failures >= _SUSPECT_AFTER:
        # A frame on which HQ trips must not hold up the others.
        later.update(dict.fromkeys(seen.suspects, now + LATER_MILLIS * min(failures, 15)))
    until = now + backoff(failures, seen.draw)
    return replace(
        state,
        failures=failures,
        later=later,
        not_before=until,
        link_up=False,
        turned_away=False,
    )


def _settled(state: State, outcomes: Mapping[str, Outcome], now: int) -> State:
    gone = {name for name, outcome in outcomes.items() if outcome is not Outcome.LATER}
    later = {name: at for name, at in state.later.items() if name not in gone}
    for name, outcome in outcomes.items():
        if outcome is Outcome.LATER:
            later[name] = now + LATER_MILLIS
    kept = sum(outcome is Outcome.KEPT for outcome in outcomes.values())
    return replace(
        state,
        waiting=tuple(frame for frame in state.waiting if frame.name not in gone),
        later=later,
        kept=state.kept + kept,
        failures=0,
        not_before=now,
        status_due=now + STATUS_MILLIS if kept else state.status_due,
        link_up=True,
        turned_away=False,
    )


def _together(ready: Sequence[SpoolFrame], rate: int) -> tuple[str, ...]:
    """The first frame, and others of its rank as far as they fit into one request."""
    first = ready[0]
    rank = Rank.of(first.name)
    names, room = [first.name], request_budget(rate) - first.size
    if rank is not Rank.ENROL:
        for frame in ready[1:]:
            if Rank.of(frame.name) is not rank or frame.size > room:
                break
            names.append(frame.name)
            room -= frame.size
    return tuple(names)
