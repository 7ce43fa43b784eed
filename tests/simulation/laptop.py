"""A laptop in the simulation: real store, planner, spool and sender; only its link is played."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar, cast

import cbor2

from fieldapp import commands
from fieldapp.clock import Entropy
from fieldapp.commands import NewFile
from fieldapp.errors import FieldError
from fieldapp.event.chain import Event
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.people import Desk, open_desk
from fieldapp.store import blobs, journal
from fieldapp.store.database import Store
from fieldapp.store.journal import StreamClosed
from fieldapp.units import EventId, UtcMillis
from fieldapp.vault.slots import PersonKeys
from sync.errors import BadBundle, LinkDown, OtherMission
from sync.field import courier, intake
from sync.field.config import read_config
from sync.field.enrol import ask_to_be_let_in
from sync.field.errors import NothingToCarry
from sync.field.intake import Person
from sync.field.planner import Planner
from sync.field.sending import Sender, World
from sync.field.spool import Shelf, Spool
from sync.frame import split_frames
from sync.hq.tokens import read_bearer
from sync.http import CBOR, HqLink, Progress, Reply
from sync.receipt import sign_receipt
from tests.simulation.hq import PowerCut, SimHq, copy_folder
from tests.support.fleet import own_events, restriction

T = TypeVar("T")
FAST, SLOW = 100_000, 300


class SimTime:
    """The true time of the simulation, in milliseconds."""

    def __init__(self, start: int) -> None:
        self.at = start

    def now(self) -> UtcMillis:
        """HQ's clock: it moves on by a millisecond at each look."""
        self.at += 1
        return UtcMillis(self.at)


class LaptopClock:
    """A laptop's clock, which somebody may have set wrong."""

    def __init__(self, time: SimTime) -> None:
        self._time = time
        self.off = 0

    def now(self) -> UtcMillis:
        """What the laptop believes."""
        return UtcMillis(max(0, self._time.now() + self.off))


@dataclass
class Faults:
    """What goes wrong with the link: shares of the requests, from 0 to 1.

    Args:
        lost: the request does not arrive.
        unanswered: it arrives, the answer does not.
        doubled: it arrives twice.
        bent: a byte of the request changes on the way.
        lies: somebody else answers 200 with a page, or with a receipt of their own.
        cut: HQ's power goes before or after its commit.
    """

    lost: float = 0.0
    unanswered: float = 0.0
    doubled: float = 0.0
    bent: float = 0.0
    lies: float = 0.0
    cut: float = 0.0


class SimLink:
    """A link to HQ with faults; stands in for `sync.http.HqLink`.

    Args:
        hq: the other end.
        chance: what decides.
        faults: what goes wrong at present.
        forge: makes a receipt that says what the laptop would like to hear.
    """

    def __init__(
        self,
        hq: SimHq,
        chance: Random,
        faults: Callable[[], Faults],
        forge: Callable[[], bytes],
    ) -> None:
        self._hq, self._chance, self._faults, self._forge = hq, chance, faults, forge

    def post(
        self,
        path: str,
        body: bytes,
        *,
        token: str | None = None,
        limit: int = 0,
        progress: Progress | None = None,
    ) -> Reply:
        return self._ask(path, token, body)

    def get(
        self,
        path: str,
        query: Mapping[str, int] | None = None,
        *,
        token: str | None = None,
        limit: int = 0,
    ) -> Reply:
        return self._ask(path, token, dict(query or {}))

    def close(self) -> None:
        """Nothing is held."""

    def _ask(self, path: str, token: str | None, content: bytes | dict[str, int]) -> Reply:
        faults, chance = self._faults(), self._chance
        if chance.random() < faults.lost:
            raise LinkDown(detail="sim")
        if chance.random() < faults.lies:
            return self._lie(content)
        if isinstance(content, bytes) and content and chance.random() < faults.bent:
            at = chance.randrange(len(content))
            content = (
                content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
            )
        known = None if token is None else read_bearer(f"Bearer {token}")
        if chance.random() < faults.cut:
            self._hq.die(chance.choice(("before", "after")))
        try:
            if chance.random() < faults.doubled:
                self._hq.call(path, known, content)
            status, body = self._hq.call(path, known, content)
        except PowerCut:
            self._hq.reboot()
            raise LinkDown(detail="sim") from None
        finally:
            self._hq.die("")
        if chance.random() < faults.unanswered:
            raise LinkDown(detail="sim")
        return Reply(status, CBOR, body)

    def _lie(self, content: bytes | dict[str, int]) -> Reply:
        """A captive portal, or somebody who plays HQ without its key."""
        if self._chance.random() < 0.5 or not isinstance(content, bytes):
            return Reply(200, "text/html", b"<html>Welcome</html>")
        try:
            count = len(list(split_frames(content)))
        except FieldError:
            count = 1
        answer = [[200, self._forge(), "stored"]] * count
        return Reply(200, CBOR, cbor2.dumps(answer, canonical=True))


class SimLaptop:
    """One person's laptop.

    Args:
        home: its folder, set up.
        keys: the person's keys.
        hq: where it sends to.
        time: true time.
        chance: what decides.
        entropy: where the laptop's own chance comes from.
    """

    def __init__(
        self,
        home: Path,
        keys: PersonKeys,
        hq: SimHq,
        time: SimTime,
        chance: Random,
        entropy: Entropy,
    ) -> None:
        self.home, self._keys, self._hq, self._time = home, keys, hq, time
        self._chance, self._entropy = chance, entropy
        self.clock = LaptopClock(time)
        self.faults = Faults()
        self.rate = FAST
        self.made: dict[EventId, Event] = {}
        self.shown: set[EventId] = set()
        """Events that this laptop has shown as received at any time."""
        self.set_back = 0
        self._start()

    def close(self) -> None:
        """Switched off in good order."""
        self._sender.close()
        self.desk.store.close()

    # -- what a person does

    def file(self) -> None:
        """Files a report, now and then a flash, now and then with a photo."""
        chance = self._chance
        files = []
        if chance.random() < 0.25:
            content = chance.randbytes(chance.choice((3_000, 9_000, 30_000)))
            files.append(NewFile(content, "image/jpeg", "p.jpg"))
        precedence = "FLASH" if chance.random() < 0.3 else "ROUTINE"
        self._say(
            lambda: commands.file_report(self.desk, restriction(precedence=precedence), files)
        )

    def change(self) -> None:
        """Corrects or withdraws one of the own reports, if there is one."""
        rows = self.desk.store.rows(
            "SELECT DISTINCT report FROM event WHERE stream = ? AND own = 1 AND kind IN (1, 2)"
            " AND report NOT IN (SELECT report FROM event WHERE kind = 4)",
            (self.desk.stream,),
        )
        if not rows:
            return
        report = EventId(self._chance.choice(rows)[0])
        if self._chance.random() < 0.3:
            self._say(lambda: commands.withdraw_report(self.desk, report, "ERROR", "sim"))
        else:
            better = restriction(place=f"CP {self._chance.randrange(99)}")
            self._say(
                lambda: commands.amend_report(self.desk, report, better, "NEW-INFO", "sim", [])
            )

    def plan(self, *, merge: bool = False) -> None:
        """What the app does after a command, at a lock and at an unlock."""
        self._planner.plan(self.desk.store, rate=self.rate, merge=merge, originals=True)
        self._note_shown()

    def fetch(self) -> None:
        """What the app does while it is open: asks for receipts and the inbox."""
        link = self._link()
        person = Person(self._keys, self.desk.profile)
        try:
            intake.pull_inbox(link, person, self._on_lane)
            intake.ask_receipts(link, read_config(self.home), self._spool, self._on_lane)
        except FieldError as error:
            if not error.code.startswith("link."):
                raise
        self.plan()

    def ask_again(self, code: str) -> None:
        """Types in a new one-time code."""
        ask_to_be_let_in(self.desk, code, self._spool)

    # -- what the sender does

    def send(self, turns: int) -> None:
        """Lets the sender work until it wants to rest."""
        for _ in range(turns):
            if self._sender.turn():
                return

    def new_sender(self) -> None:
        """The sender's process was killed and started again."""
        self._sender.close()
        self._sender = self._fresh_sender()

    # -- sticks

    def export(self, path: Path) -> bool:
        """Writes a stick; False when nothing waits."""
        try:
            courier.export_bundle(self._spool, self.desk.profile, path, self._entropy)
        except NothingToCarry:
            return False
        return True

    def take_in(self, path: Path) -> None:
        """Reads a stick from HQ."""
        person = Person(self._keys, self.desk.profile)
        try:
            courier.import_bundle(path, person, self._on_lane)
        except (OtherMission, BadBundle):
            return
        self.plan()

    # -- what happens to the machine

    def crash(self) -> None:
        """The power goes; what is committed stays."""
        self.close()
        self._start()

    def image(self, folder: Path) -> None:
        """Somebody copies the disk."""
        self.close()
        copy_folder(self.home, folder)
        self._start()

    def go_back(self, folder: Path) -> None:
        """The disk is put back to that copy."""
        self.close()
        copy_folder(folder, self.home)
        self.set_back += 1
        self._start()

    # -- what a test looks at

    @property
    def open(self) -> bool:
        """Whether the person may still sign here."""
        (own,) = journal.own_streams(self.desk.store)
        return own.open

    def held(self) -> dict[EventId, Event]:
        """The person's own events on this laptop now."""
        return {event.id: event for event in own_events(self.desk)}

    def received(self) -> set[EventId]:
        """Own events that the laptop shows as received now."""
        rows = self.desk.store.rows(
            "SELECT a.event FROM arrival a JOIN event e ON e.id = a.event WHERE e.own = 1"
        )
        return {EventId(row[0]) for row in rows}

    def at_rest(self) -> bool:
        """Whether nothing waits to be sent."""
        waits = any(self._spool.names(shelf) for shelf in (Shelf.WAITING, Shelf.KEPT))
        photos = bool(blobs.photos_waiting(self.desk.store))
        return not waits and not photos and not journal.pending(self.desk.store)

    def parked(self) -> list[str]:
        """Frames that HQ refused."""
        return self._spool.names(Shelf.PARKED)

    def take_back_refused(self) -> None:
        """The person asks to send again what was refused."""
        self._planner.retry_refused(self.desk.store)

    def _start(self) -> None:
        self.desk: Desk = open_desk(self.home, self._keys, clock=self.clock, entropy=self._entropy)
        self._spool = Spool(self.home)
        self._spool.prepare()
        self._planner = Planner(self._spool, self.desk.profile, self.clock, self._entropy)
        self._sender = self._fresh_sender()
        self._note_made()

    def _fresh_sender(self) -> Sender:
        world = World(
            self.clock,
            lambda: self._time.at / 1000,
            self._chance.random,
            lambda _config: self._link(),
        )
        return Sender(self.home, world)

    def _link(self) -> HqLink:
        return cast(
            HqLink, SimLink(self._hq, self._chance, lambda: self.faults, self._forged_receipt)
        )

    def _forged_receipt(self) -> bytes:
        """All is received, signed with a key that is not HQ's."""
        held = list(self.held())
        receipt = Receipt(
            epoch=1,
            stream=self.desk.stream,
            upto=len(held),
            head=held[-1],
            t=self._time.now(),
        )
        return sign_receipt(receipt, StreamKey(self._chance.randbytes(32)))

    def _say(self, work: Callable[[], object]) -> None:
        try:
            work()
        except StreamClosed:
            return
        self._note_made()

    def _note_made(self) -> None:
        self.made.update(self.held())

    def _note_shown(self) -> None:
        self.shown |= self.received()

    def _on_lane(self, work: Callable[[Store], T], /) -> T:
        return work(self.desk.store)
