"""Fetching what HQ has for the person who is in: on a thread of its own, kept on the lane."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fieldapp.changes import NOTHING, Changes
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store.database import Store
from fieldapp.store.lane import StoreLane
from sync.errors import TurnedAway
from sync.field import intake, packs
from sync.field.config import SenderConfig, read_config
from sync.field.errors import NotSetUp
from sync.field.intake import Person, Pulled
from sync.field.status import read_status
from sync.http import HqLink
from ui.sealing import Sealing

T = TypeVar("T")

NEAR_SECONDS = 5.0
FAR_SECONDS = 60.0
"""Pause between two rounds over a fast and over a slow, usually paid, link."""
FAST_RATE = 10_000
"""Bytes a second below which a link counts as slow, once it was measured."""
PENDING_SECONDS = 20.0
LONGEST_SECONDS = 300.0
_SESSION_OVER = 401


@dataclass(frozen=True)
class Ways:
    """What fetching needs from outside.

    Args:
        connect: opens a link for a configuration.
        sealing: runs on the lane in each round, so that receipts are taken in.
        announce: told, from any thread, what changed.
    """

    connect: Callable[[SenderConfig], HqLink]
    sealing: Sealing
    announce: Callable[[Changes], None]


class PostClosed(Exception):
    """The desk was closed while something was fetched."""


class Post:
    """Rounds of fetching for one unlocked person, until it is closed.

    Args:
        lane: the thread that owns the desk's store.
        desk: the unlocked person.
        ways: see `Ways`.
    """

    def __init__(self, lane: StoreLane, desk: Desk, ways: Ways) -> None:
        self._lane = lane
        self._desk = desk
        self._ways = ways
        self._person = Person(desk.keys, desk.profile)
        self._gate = threading.Lock()
        self._closed = False
        self._wake = threading.Event()
        self._link: HqLink | None = None
        self._token = ""
        self._failures = 0
        self._rounds = 0
        self._thread = threading.Thread(target=self._run, name="post", daemon=True)

    def start(self) -> None:
        """Begins the rounds."""
        self._thread.start()

    def hurry(self) -> None:
        """The next round begins now."""
        self._failures = 0
        self._wake.set()

    def close(self) -> None:
        """Nothing reaches the lane any more; a request under way is left to fail by itself."""
        with self._gate:
            self._closed = True
        self._wake.set()

    def join(self, seconds: float) -> bool:
        """Waits for the thread; False when a request still holds it up."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def round(self) -> float:
        """One round of fetching; the answer is the pause before the next, in seconds.

        Raises:
            PostClosed: the desk was closed meanwhile.
        """
        # At the unlock what waits is packed anew, for the link as it was measured meanwhile.
        first, self._rounds = not self._rounds, self._rounds + 1
        self._tell(self._on_desk(lambda desk: self._ways.sealing.run(desk, merge=first)))
        try:
            more = self._fetch()
        except TurnedAway:
            # HQ has not let the person in yet, or not any more.
            self._hang_up()
            return max(PENDING_SECONDS, self._pause())
        except FieldError:
            # The sender tells about the link; fetching only comes back later.
            self._failures += 1
            self._hang_up()
            return float(min(LONGEST_SECONDS, self._pause() * 2 ** min(self._failures, 6)))
        self._failures = 0
        return 0.0 if more else self._pause()

    def _run(self) -> None:
        try:
            while not self._closed:
                pause = self.round()
                self._wake.wait(pause)
                self._wake.clear()
        except PostClosed:
            return
        finally:
            self._hang_up()

    def _fetch(self) -> bool:
        try:
            config = read_config(self._desk.home)
        except NotSetUp:
            return False
        reads_log = self._on_desk(lambda desk: desk.role().reads_log)
        if self._link is None:
            self._link = self._ways.connect(self._person.called(config, reviews=reads_log))
        pulled = [intake.pull_inbox(self._link, self._person, self._on_lane)]
        self._tell(pulled[0].changes)
        if reads_log:
            pulled += self._fetch_log(self._link)
        pulled.append(self._fetch_packs(self._link, earlier=reads_log))
        return any(part.more for part in pulled)

    def _fetch_packs(self, link: HqLink, *, earlier: bool) -> Pulled:
        home = self._desk.home
        found = packs.pull_packs(link, self._person, self._on_lane, home, earlier=earlier)
        self._tell(found.changes)
        return found

    def _fetch_log(self, link: HqLink) -> list[Pulled]:
        for fresh in (False, True):
            if fresh or not self._token:
                self._token = intake.open_session(link, self._person)
            try:
                log = intake.pull_log(link, self._token, self._person, self._on_lane)
                self._tell(log.changes)
                photos = intake.pull_blobs(link, self._token, self._on_lane)
                self._tell(photos.changes)
                return [log, photos]
            except TurnedAway as error:
                if fresh or error.status != _SESSION_OVER:
                    raise
        return []

    def _pause(self) -> float:
        status = read_status(self._desk.home)
        slow = status is not None and status.rate is not None and status.rate < FAST_RATE
        return FAR_SECONDS if slow else NEAR_SECONDS

    def _tell(self, changes: Changes) -> None:
        if changes != NOTHING:
            self._ways.announce(changes)

    def _hang_up(self) -> None:
        self._token = ""
        if self._link is not None:
            self._link.close()
            self._link = None

    def _on_lane(self, work: Callable[[Store], T], /) -> T:
        return self._on_desk(lambda desk: work(desk.store))

    def _on_desk(self, work: Callable[[Desk], T]) -> T:
        with self._gate:
            if self._closed:
                raise PostClosed
            future, _ = self._lane.submit(lambda _token: work(self._desk))
        return future.result()
