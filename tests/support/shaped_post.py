"""What HQ has for the laptop of a shaped run: questions that wait, and how the window fetches."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self, TypeVar

from fieldapp import commands
from fieldapp.cli_support import Shell
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.errors import FieldError
from fieldapp.event.kinds import Kind
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.store import reads
from fieldapp.store.lane import CancelToken, StoreLane
from sync.field.cli import run_round
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.field.status import read_status
from sync.http import HqLink
from tests.support.mission import CHEAP, PASSPHRASE
from tests.support.processes import HqProcess
from ui.link import link_state
from ui.link_state import LinkState, came_back
from ui.post import Post, Ways
from ui.sealing import Sealing

T = TypeVar("T")

_WORDS = (
    "Who gave the order at the barrier, and does the liaison officer know the name of the unit? "
    "Please also say whether the second vehicle was searched and how long that took."
)


class HandLane(StoreLane):
    """A lane of the thread that opened the store: work is done when that thread turns to it."""

    def __init__(self) -> None:
        super().__init__()
        self._work: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def submit(self, work: Callable[[CancelToken], T]) -> tuple[Future[T], CancelToken]:
        future: Future[T] = Future()
        token = CancelToken()

        def do() -> None:
            try:
                future.set_result(work(token))
            except FieldError as error:
                future.set_exception(error)

        self._work.put(do)
        return future, token

    def turn(self) -> None:
        """Does what was handed in."""
        while not self._work.empty():
            self._work.get()()


class Fetching:
    """The window's rounds of fetching while this block lasts, hurried as the window hurries them.

    Args:
        desk: the unlocked person.
    """

    def __init__(self, desk: Desk) -> None:
        self._home = desk.home
        self._lane = HandLane()
        self._link = LinkState()
        ways = Ways(
            lambda config: HqLink(config.server, config.ca),
            Sealing(SystemClock()),
            lambda _changes: None,
        )
        self._post = Post(self._lane, desk, ways)

    def __enter__(self) -> Self:
        self._post.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._post.close()
        while error is None and not self._post.join(0.05):
            self._lane.turn()

    def turn(self) -> None:
        """What the window does now and then: looks at the link, and at what is to be kept."""
        link = link_state(read_status(self._home))
        if came_back(self._link, link):
            self._post.hurry()
        self._link = link
        self._lane.turn()


def questions(desk: Desk) -> int:
    """How many questions of HQ have arrived."""
    (row,) = desk.store.rows("SELECT count(*) FROM event WHERE kind = ?", (int(Kind.REVIEW),))
    return int(row[0])


def ask_about_all(hq: HqProcess, folder: Path, mission: bytes) -> int:
    """An officer, let in for this, asks about every report that HQ holds; how many there are.

    Args:
        hq: running, and near.
        folder: an empty one, for the officer's own laptop.
        mission: the mission file.
    """
    install_mission(folder, mission)
    newcomer = Newcomer("Maj O", "HQ", "desk")
    desk = add_person(
        folder, newcomer, PASSPHRASE, CHEAP, clock=SystemClock(), entropy=system_entropy
    )
    with desk.store:
        ask_to_be_let_in(desk, hq.code("Maj O", "HQ", "officer"), Spool(folder))
        run_round(desk, Shell())
        hq.ask("approve", "--all")
        run_round(desk, Shell())
        run_round(desk, Shell())
        reports = reads.to_review(desk.store)
        for report in reports:
            commands.review_report(desk, report.id, "ask", _WORDS)
        run_round(desk, Shell())
    return len(reports)
