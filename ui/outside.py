"""The real things outside the window's process; each is imported when it is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.vault.kdf import KdfCost
    from sync.field.autostart import Autostart
    from sync.field.config import SenderConfig
    from sync.http import HqLink
    from ui.link import SenderControl

_PATIENCE_SECONDS = 30.0
"""So long fetching waits without a byte; the next round tries again."""


def connect(config: "SenderConfig") -> "HqLink":
    """A link to HQ."""
    from sync.http import HqLink

    return HqLink(config.server, config.ca, patience=_PATIENCE_SECONDS)


def sender(home: Path) -> "SenderControl":
    """The handle of the process that sends."""
    from ui.link import SenderProcess

    return SenderProcess(home)


def autostart(home: Path) -> "Autostart":
    """The entry that has the sender start with the computer."""
    from sync.field.autostart import autostart_of

    return autostart_of(home)


def turn_on_autostart(home: Path) -> None:
    """Makes that entry for a laptop that was just set up; never fails."""
    from sync.field.autostart import turn_on_at_set_up

    turn_on_at_set_up(home)


def choose_cost() -> "KdfCost":
    """The cost of a new passphrase on this computer."""
    from fieldapp.vault.kdf import choose_cost as choose

    return choose()
