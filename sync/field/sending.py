"""What the sender does, without a key and without the store: it pushes sealed frames.

Stopping it at any moment loses nothing: a frame leaves those that wait only after its receipt
is on disk.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.clock import Clock
from fieldapp.errors import FieldError
from fieldapp.event.receipt import Receipt
from sync.errors import HqBusy, HqFull, HqTrouble, TurnedAway
from sync.field import machine
from sync.field.config import SenderConfig, read_config
from sync.field.disk import Disk
from sync.field.errors import NotSetUp
from sync.field.machine import AskStatus, Outcome, Send, Sleep, State
from sync.field.pushing import Answer, ask_status, push
from sync.field.spool import Shelf, Spool
from sync.field.status import (
    SLOW_LINK,
    SenderState,
    SenderStatus,
    link_rate,
    take_wake,
    write_status,
)
from sync.http import HqLink

POLL_SECONDS = 1.0
"""How soon a new frame is noticed."""
_STATUS_EVERY = 0.5
_MEASURABLE = 2048
"""Shorter requests say more about delay than about rate: they prove a link fast, never slow."""
_FULL_MILLIS = 900_000
_SLEPT_MILLIS = 30_000
_JUMP_MILLIS = 1_000
_TURNED_AWAY_FOR_EVER = 403


@dataclass(frozen=True, slots=True)
class World:
    """What the sender needs from outside.

    Args:
        clock: wall clock, for the status only.
        ticks: seconds that only rise.
        draw: numbers from 0 up to 1.
        connect: opens a link for a configuration.
    """

    clock: Clock
    ticks: Callable[[], float]
    draw: Callable[[], float]
    connect: Callable[[SenderConfig], HqLink]


class Sender:
    """Looks into one spool and does, step by step, what the machine says.

    Args:
        home: the installation folder.
        world: time, chance and network.
        disk: how files are written.
    """

    def __init__(self, home: Path, world: World, disk: Disk | None = None) -> None:
        self._home = home
        self._world = world
        self._disk = disk or Disk()
        self._spool = Spool(home, self._disk)
        self._state = State()
        self._config: SenderConfig | None = None
        self._link: HqLink | None = None
        rate = link_rate(home)
        self._status = SenderStatus(rate=None if rate == SLOW_LINK else rate)
        self._written = 0.0
        self._apart = self._clock_distance()

    @property
    def state(self) -> State:
        """What the machine knows now."""
        return self._state

    def turn(self) -> float:
        """Looks, acts once, and says for how many seconds there is nothing more to do.

        Raises:
            SpoolFull, SpoolDamaged: this laptop's disk fails; nothing was lost.
        """
        self._look()
        try:
            action = machine.next_action(self._state, self._now(), self._rate())
            match action:
                case Sleep():
                    return self._rest(action)
                case Send():
                    self._send(action.names)
                case AskStatus():
                    self._ask()
        except NotSetUp:
            self._tell(SenderState.WAITING, error=NotSetUp.code)
            return POLL_SECONDS
        return 0.0

    def close(self) -> None:
        """Hangs up."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def _look(self) -> None:
        if take_wake(self._home) or self._slept():
            self._see(machine.Woken())
        waiting = self._spool.frames(Shelf.WAITING)
        self._see(machine.Listed(waiting, len(self._spool.names(Shelf.KEPT))))

    def _slept(self) -> bool:
        """Whether the laptop was suspended: its wall clock went on while our ticks stood still."""
        before, self._apart = self._apart, self._clock_distance()
        return self._apart - before > _SLEPT_MILLIS

    def _clock_distance(self) -> int:
        return self._world.clock.now() - self._now()

    def _rest(self, action: Sleep) -> float:
        if self._state.halted or self._status.state is SenderState.PAUSED:
            state = SenderState.PAUSED
        else:
            state = SenderState.WAITING if self._state.waiting else SenderState.IDLE
        self._tell(state, error=self._status.error)
        if action.until is None:
            return POLL_SECONDS
        return min(POLL_SECONDS, max(0.0, (action.until - self._now()) / 1000))

    def _send(self, names: tuple[str, ...]) -> None:
        named: list[tuple[str, bytes]] = []
        for name in names:
            frame = self._spool.read(name)
            if frame is not None:
                named.append((name, frame))
        if not named:
            return
        size = sum(len(frame) for _, frame in named)
        state = SenderState.SENDING if self._state.link_up else SenderState.CONNECTING
        self._tell(state, frame=named[0][0], of=size, force=True)
        began, apart = self._world.ticks(), self._clock_distance()
        with self._judged(tuple(name for name, _ in named)):
            answers = push(*self._hq(), named, self._progress)
            self._measure(size, self._world.ticks() - began)
            self._note_clock([one.known for one in answers if one.known], began, apart)
            self._settle([name for name, _ in named], answers)

    def _settle(self, names: list[str], answers: list[Answer]) -> None:
        """Receipts first, durable, then the frames: a crash between sends a frame twice at most."""
        refused = ""
        for name, answer in zip(names, answers, strict=True):
            if answer.receipt is not None and answer.known is not None:
                self._spool.add_receipt(answer.receipt)
            match answer.outcome:
                case Outcome.TAKEN:
                    self._spool.move(name, Shelf.WAITING, Shelf.DONE)
                case Outcome.KEPT:
                    self._spool.move(name, Shelf.WAITING, Shelf.KEPT)
                case Outcome.REFUSED:
                    self._spool.park(name, answer.reason)
                    refused = answer.reason
        outcomes = {name: a.outcome for name, a in zip(names, answers, strict=True)}
        self._see(machine.Settled(outcomes))
        self._reached(refused or None)

    def _ask(self) -> None:
        with self._judged(()):
            began, apart = self._world.ticks(), self._clock_distance()
            found = ask_status(*self._hq())
            self._note_clock([receipt for _, receipt in found], began, apart)
            for raw, _ in found:
                self._spool.add_receipt(raw)
            self._see(machine.StatusKnown())
            self._reached(None)

    @contextmanager
    def _judged(self, names: tuple[str, ...]) -> Iterator[None]:
        """Turns what the network did into what the machine sees."""
        try:
            yield
        except TurnedAway as error:
            final = error.status == _TURNED_AWAY_FOR_EVER
            self._failed(machine.TurnedAway(final), error, SenderState.PAUSED)
        except HqBusy as error:
            draw = self._world.draw()
            self._failed(machine.AskedToWait(error.seconds * 1000, draw), error)
        except HqFull as error:
            self._failed(machine.AskedToWait(_FULL_MILLIS, self._world.draw()), error)
        except HqTrouble as error:
            self._failed(machine.LinkFailed(self._world.draw(), names), error)
        except FieldError as error:
            if not error.code.startswith("link."):
                raise
            self.close()
            self._failed(machine.LinkFailed(self._world.draw()), error)

    def _failed(
        self, seen: machine.Input, error: FieldError, state: SenderState = SenderState.WAITING
    ) -> None:
        self._see(seen)
        if self._state.link_up:
            self._status = replace(self._status, last_contact=self._world.clock.now())
        self._tell(state, error=error.code, force=True)

    def _reached(self, error: str | None) -> None:
        self._status = replace(self._status, last_contact=self._world.clock.now())
        state = SenderState.SENDING if self._state.waiting else SenderState.IDLE
        self._tell(state, error=error, force=True)

    def _hq(self) -> tuple[HqLink, SenderConfig]:
        config = read_config(self._home)
        if self._link is None or config != self._config:
            self.close()
            self._link = self._world.connect(config)
            self._config = config
        return self._link, config

    def _progress(self, sent: int, of: int) -> None:
        status = self._status
        if sent and status.state is SenderState.CONNECTING:
            status = replace(status, state=SenderState.SENDING)
        self._status = replace(status, sent=sent, of=of)
        if sent == of or self._world.ticks() - self._written >= _STATUS_EVERY:
            self._write()

    def _measure(self, size: int, seconds: float) -> None:
        if seconds <= 0:
            return
        fresh = max(1, int(size / seconds))
        before = self._status.rate
        if size < _MEASURABLE and fresh <= (before or SLOW_LINK):
            return
        rate = fresh if before is None else (before + fresh) // 2
        self._status = replace(self._status, rate=rate)

    def _note_clock(self, receipts: list[Receipt], began: float, apart: int) -> None:
        """Measures HQ's clock by the last of the receipts that one request brought.

        HQ signed it somewhere between ``began`` and now: the middle is wrong by half of that.
        Where the wall clock was changed or the laptop slept meanwhile, nothing was measured.
        """
        if not receipts or abs(self._clock_distance() - apart) > _JUMP_MILLIS:
            return
        half = int((self._world.ticks() - began) * 500)
        now = self._world.clock.now()
        self._status = replace(
            self._status, clock_off=receipts[-1].t + half - now, clock_error=half, clock_at=now
        )

    def _tell(
        self,
        state: SenderState,
        *,
        frame: str | None = None,
        of: int = 0,
        error: str | None = None,
        force: bool = False,
    ) -> None:
        waiting = self._state.waiting
        since = self._status.since
        if state is not self._status.state or not since:
            since = self._world.clock.now()
        fresh = replace(
            self._status,
            state=state,
            frame=frame,
            sent=0,
            of=of,
            queue=len(waiting),
            queue_bytes=sum(one.size for one in waiting),
            error=error,
            since=since,
            kept=self._state.kept,
        )
        if force or fresh != self._status or not self._written:
            self._status = fresh
            self._write()

    def _write(self) -> None:
        self._written = self._world.ticks()
        write_status(self._home, self._status, self._disk)

    def _see(self, seen: machine.Input) -> None:
        self._state = machine.step(self._state, seen, self._now())

    def _now(self) -> int:
        return int(self._world.ticks() * 1000)

    def _rate(self) -> int:
        return self._status.rate or SLOW_LINK
