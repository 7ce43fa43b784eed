"""One page in a real window, with a real store behind it on its own lane."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from fieldapp.changes import Changes
from fieldapp.commands import Filed, NewFile, file_report
from fieldapp.errors import FieldError
from fieldapp.forms.catalog import Catalog
from fieldapp.forms.finished import Finished, finish
from fieldapp.forms.library import library_forms
from fieldapp.forms.notations import notation_problems
from fieldapp.mission.codes import default_codes
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store.lane import StoreLane
from tests.support.looking import at_rest
from tests.support.mission import Mission, TickingClock, make_desk, seeded
from tests.support.scenarios import fill, new_session, scenario
from ui.link_state import LinkState
from ui.operations import Operations
from ui.pages import Page, PageContext

T = TypeVar("T")
CATALOG = Catalog(library_forms(), default_codes())
EVERYTHING = Changes(True, True, True, True, True, True)


@dataclass
class Seat:
    """A person at a desktop: the desk on its lane, and what a page is given."""

    desk: Desk
    lane: StoreLane
    operations: Operations
    mission: Mission
    role: Role
    language: str = "en"
    state: LinkState = field(default_factory=LinkState)
    went: list[tuple[str, object]] = field(default_factory=list)
    failures: list[FieldError] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    @property
    def context(self) -> PageContext:
        """For a page's constructor."""
        return PageContext(
            operations=self.operations,
            catalog=CATALOG,
            profile=self.mission.profile,
            clock=TickingClock(),
            entropy=seeded(3),
            role=self.role,
            language=lambda: self.language,
            go=lambda name, target: self.went.append((name, target)),
            link=lambda: self.state,
        )

    def ask(self, work: Callable[[Desk], T]) -> T:
        """Runs ``work`` on the lane and waits."""
        return self.lane.ask(lambda: work(self.desk))

    def settle(self, qtbot: QtBot) -> None:
        """Waits until everything queued on the lane came back to the window, twice over."""
        for _ in range(3):
            done: list[None] = []
            self.operations.read(self.operations, lambda _desk: None, done.append)
            qtbot.waitUntil(partial(bool, done), timeout=5000)
            qtbot.waitUntil(at_rest, timeout=5000)

    def show(self, qtbot: QtBot, page: Page, size: tuple[int, int] = (1270, 700)) -> None:
        """Puts a page into a window and lets changes reach it as the application does."""
        qtbot.addWidget(page)
        self.pages.append(page)
        self.operations.changed.connect(page.changed)
        self.operations.failed.connect(self.failures.append)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.settle(qtbot)

    def set_link(self, page: Page, state: LinkState) -> None:
        """The sender says something new."""
        self.state = state
        page.link_changed(state)

    def announce(self, qtbot: QtBot, changes: Changes = EVERYTHING) -> None:
        """Something arrived."""
        self.operations.announce(changes)
        self.settle(qtbot)


@contextmanager
def seat(home: Path, mission: Mission, role: Role = Role.PATROL, **who: Any) -> Iterator[Seat]:
    """A set-up desktop; its thread ends with the block."""
    lane = StoreLane()
    desk = lane.ask(lambda: make_desk(home, mission, **who))
    here = Seat(desk, lane, Operations(lane, desk, lambda _desk, _changes: None), mission, role)
    try:
        yield here
    finally:
        for page in here.pages:
            page.keep()
        lane.ask(desk.store.close)
        lane.close()


def story(name: str, **changes: dict[str, str]) -> Finished:
    """A scenario filled through its form; ``changes`` by section replace answers."""
    told = scenario(name)
    session = new_session(CATALOG.form(told["form"]))
    answers = {
        section: {**given, **changes.get(section, {})} if isinstance(given, dict) else given
        for section, given in told["answers"].items()
    }
    fill(session, answers)
    typed = {
        doubt.ref: {"text": session.value(doubt.ref), "confirmed": "Read from the map twice"}
        for doubt in notation_problems(session, {})
    }
    return finish(session, typed, "en")


def file_story(at: Seat, name: str, photos: int = 0, **changes: dict[str, str]) -> Filed:
    """Files a scenario with so many photos."""
    finished = story(name, **changes)
    files = [photo(number) for number in range(photos)]
    return at.ask(lambda desk: file_report(desk, finished, files))


def photo(number: int, width: int = 640, height: int = 480) -> NewFile:
    """A JPEG in one colour of its own."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number * 67 % 360, 120, 180))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"jpg")).write(image)
    return NewFile(bytes(held.data()), "image/jpeg", f"IMG_{number:04}.jpg")
