"""What the settings page is given beside its context."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp.units import ByteCount
from sync.field.autostart import Autostart
from ui.household import Household
from ui.theme.apply import Scheme


@dataclass(frozen=True)
class Looks:
    """Language and look of the window.

    Args:
        languages: codes to choose from.
        language: the one in use.
        scheme: the look in use.
        use_language: switches; what was typed stays.
        use_scheme: switches.
    """

    languages: Callable[[], Sequence[str]]
    language: Callable[[], str]
    scheme: Callable[[], Scheme]
    use_language: Callable[[str], None]
    use_scheme: Callable[[Scheme], None]


@dataclass(frozen=True)
class LockTime:
    """How long nobody may touch the laptop before it locks itself.

    Args:
        minutes: 1 to ``most``.
        most: what the mission allows.
        use: switches, at once.
    """

    minutes: Callable[[], int]
    most: int
    use: Callable[[int], None]


@dataclass(frozen=True)
class Hooks:
    """What the page can ask for.

    Args:
        looks: see `Looks`.
        household: passphrases and colleagues.
        free: room on the disk.
        try_now: sender and fetching try at once; raises `SpoolDamaged`.
        lock_time: see `LockTime`.
        autostart: whether reports are sent before the app is opened.
        lock: locks the laptop now.
    """

    looks: Looks
    household: Household
    free: Callable[[], ByteCount]
    try_now: Callable[[], None]
    lock_time: LockTime
    autostart: Autostart
    lock: Callable[[], None]
