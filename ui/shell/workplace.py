"""The workplace of an unlocked person: rail, pages, a line for troubles, and the status strip."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from ui.i18n import tr
from ui.link_state import LinkState
from ui.messages import tell, unexpected
from ui.pages import Page
from ui.shell.rail import Place, Rail
from ui.shell.status_strip import StatusStrip
from ui.slices import Slices, Steps
from ui.theme.panels import InlineMessage, MessageKind, Wording
from ui.theme.tokens import GAP_L, GAP_S

_PARENTS = {"report": "reports"}
"""Pages that are not on the rail, and the place that stays marked meanwhile."""


class Workplace(QWidget):
    """Shows one page at a time and passes news on to all of them.

    Args:
        places: the entries of the rail.

    Signals:
        lock_wanted: the person wants to lock.
        anyway: the person wants to go on although something could not be saved.
    """

    lock_wanted = Signal()
    anyway = Signal()

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {}
        self._answer: Callable[[], None] | None = None
        self._rail = Rail(places)
        self.strip = StatusStrip()
        self._message = InlineMessage()
        self._message.setObjectName("trouble")
        self._stack = QStackedWidget()
        above = QHBoxLayout()
        above.setContentsMargins(GAP_L, GAP_S, GAP_L, 0)
        above.addWidget(self._message)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self._rail.chosen.connect(lambda name: self.go(name, None))
        self.strip.lock_wanted.connect(self.lock_wanted)
        self._message.acted.connect(self._acted)
        for number, place in enumerate(places, start=1):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda name=place.name: self.go(name, None))

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def add(self, name: str, make: Callable[[], Page]) -> None:
        """Adds a page by the name that ``go`` takes; it is made when it is wanted first."""
        self._makers[name] = make

    def make_ready(self) -> None:
        """Makes the pages that nobody has opened yet, between what the person does."""
        Slices(self._make_rest(), self, budget_ms=0).begin()

    def go(self, name: str, target: object) -> None:
        """Opens a page by name; the page that is left keeps what was typed."""
        page = self._made(name)
        left = self.page
        if left is not None and left is not page:
            left.keep()
        self._stack.setCurrentWidget(page)
        self._rail.show_place(_PARENTS.get(name, name))
        page.opened(target)

    def changed(self, changes: Changes) -> None:
        """Something changed after a commit."""
        for page in self._pages.values():
            page.changed(changes)

    def link_changed(self, link: LinkState) -> None:
        """The sender said something new."""
        for page in self._pages.values():
            page.link_changed(link)

    def keep(self) -> None:
        """Has every page queue the saving of what is typed."""
        for page in self._pages.values():
            page.keep()

    def unkept(self) -> bool:
        """Whether a page could not save what was typed."""
        return any(page.unkept() for page in self._pages.values())

    def trouble(self, error: FieldError) -> None:
        """Shows an error that no page asked to handle."""
        self._say(MessageKind.ERROR, lambda: tell(error).text)

    def fault(self) -> None:
        """Shows that the program itself is at fault."""
        self._say(MessageKind.ERROR, unexpected)

    def notice(self, text: Wording) -> None:
        """Shows a piece of news that needs no action now."""
        self._say(MessageKind.INFO, text)

    def ask(self, text: Wording, action: Wording, answer: Callable[[], None]) -> None:
        """Shows a warning with one button.

        Args:
            text: one or two sentences.
            action: words on the button.
            answer: called when it is pressed; the warning is gone by then.
        """
        self._answer = answer
        self._message.show_message(MessageKind.WARNING, text, action)

    def not_kept(self) -> None:
        """Says that leaving now would lose what was typed, and offers to leave all the same."""
        self.ask(
            lambda: tr(
                "Shell", "What you typed last could not be saved. Free some space, then go on."
            ),
            lambda: tr("Shell", "Leave without it"),
            self.anyway.emit,
        )

    def calm(self) -> None:
        """What was told or asked last does not hold any more."""
        self._answer = None
        self._message.clear()

    def translated(self) -> None:
        """Sets every text again."""
        self._rail.translated()
        self.strip.translated()
        for page in self._pages.values():
            page.translated()

    def _made(self, name: str) -> Page:
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
        page = self._pages[name]
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        return page

    def _make_rest(self) -> Steps:
        for name in self._makers:
            if name not in self._pages:
                self._pages[name] = self._makers[name]()
                yield
                self._made(name)
                yield

    def _say(self, kind: MessageKind, text: Wording) -> None:
        self._answer = None
        self._message.show_message(kind, text, lambda: tr("Shell", "Close"))

    def _acted(self) -> None:
        answer = self._answer
        self.calm()
        if answer is not None:
            answer()
