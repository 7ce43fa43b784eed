"""What a page is, and what it is given. One folder a page: model, page, its own small widgets."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from fieldapp.changes import Changes
from fieldapp.clock import Clock, Entropy
from fieldapp.forms.catalog import Catalog
from fieldapp.mission.profile import MissionProfile
from fieldapp.mission.roster import Role
from ui.link_state import LinkState
from ui.operations import Operations


@dataclass(frozen=True)
class PageContext:
    """Everything a page may use; a page holds no SQL, key, event or path.

    Args:
        operations: the door to reads and commands.
        catalog: forms and code lists.
        profile: the mission.
        clock: this laptop's clock.
        entropy: source of draft ids.
        role: what the person may do.
        language: code of the language shown.
        go: opens a page by name, with what it shows: ``go("report", report_id)``.
        link: the latest link state.
    """

    operations: Operations
    catalog: Catalog
    profile: MissionProfile
    clock: Clock
    entropy: Entropy
    role: Role
    language: Callable[[], str]
    go: Callable[[str, object], None]
    link: Callable[[], LinkState]


class Page(QWidget):
    """One page of the main window; all hooks may be left as they are."""

    name = ""

    def opened(self, target: object) -> None:
        """The person came to this page; ``target`` says what to show, None for the page itself."""

    def changed(self, changes: Changes) -> None:
        """Something changed after a commit; ask again if it concerns this page."""

    def link_changed(self, link: LinkState) -> None:
        """The sender said something new."""

    def keep(self) -> None:
        """Queue saving of whatever is typed and not kept yet; the window closes or locks."""

    def unkept(self) -> bool:
        """Whether something typed could not be saved, so that closing now would lose it."""
        return False

    def translated(self) -> None:
        """The language changed; set every text again."""
