"""What the window remembers between two starts: language, look, place and lock time.

Nothing of the work.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.files import make_folder, write_atomically
from fieldapp.units import LONGEST_LOCK_MINUTES
from ui.theme.apply import Scheme

FILE_NAME = "desktop.json"
USUAL_LOCK_MINUTES = 5
_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a person likes the window.

    Args:
        language: code; empty for the mission's first language.
        scheme: light, dark or as the system.
        geometry: place and size as Qt keeps them, or empty.
        lock_minutes: without a touch before the laptop locks itself, where the mission allows it;
            1 to `LONGEST_LOCK_MINUTES`.
    """

    language: str = ""
    scheme: Scheme = Scheme.SYSTEM
    geometry: bytes = b""
    lock_minutes: int = USUAL_LOCK_MINUTES


def load_preferences(home: Path) -> Preferences:
    """The preferences of an installation; the usual ones where the file cannot be used."""
    try:
        with (home / FILE_NAME).open("rb") as source:
            found = json.loads(source.read(_MAX_BYTES))
        return Preferences(
            language=str(found["language"])[:8],
            scheme=Scheme(found["scheme"]),
            geometry=base64.b64decode(found["geometry"], validate=True),
            lock_minutes=_minutes(found.get("lock_minutes", USUAL_LOCK_MINUTES)),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return Preferences()


def save_preferences(home: Path, preferences: Preferences) -> bool:
    """Keeps them; False when the disk would not take them, which must not disturb anybody."""
    body = {
        "language": preferences.language,
        "scheme": preferences.scheme.value,
        "geometry": base64.b64encode(preferences.geometry).decode(),
        "lock_minutes": preferences.lock_minutes,
    }
    try:
        make_folder(home)
        write_atomically(home / FILE_NAME, json.dumps(body).encode())
    except FieldError:
        return False
    return True


def _minutes(found: object) -> int:
    if type(found) is not int:
        raise TypeError("no number")
    return min(max(1, found), LONGEST_LOCK_MINUTES)
