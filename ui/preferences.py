"""What the window remembers between two starts: language, look and place. Nothing of the work."""

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.files import make_folder, write_atomically
from ui.theme.apply import Scheme

FILE_NAME = "desktop.json"
_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a person likes the window.

    Args:
        language: code; empty for the mission's first language.
        scheme: light, dark or as the system.
        geometry: place and size as Qt keeps them, or empty.
    """

    language: str = ""
    scheme: Scheme = Scheme.SYSTEM
    geometry: bytes = b""


def load_preferences(home: Path) -> Preferences:
    """The preferences of an installation; the usual ones where the file cannot be used."""
    try:
        with (home / FILE_NAME).open("rb") as source:
            found = json.loads(source.read(_MAX_BYTES))
        return Preferences(
            language=str(found["language"])[:8],
            scheme=Scheme(found["scheme"]),
            geometry=base64.b64decode(found["geometry"], validate=True),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return Preferences()


def save_preferences(home: Path, preferences: Preferences) -> bool:
    """Keeps them; False when the disk would not take them, which must not disturb anybody."""
    body = {
        "language": preferences.language,
        "scheme": preferences.scheme.value,
        "geometry": base64.b64encode(preferences.geometry).decode(),
    }
    try:
        make_folder(home)
        write_atomically(home / FILE_NAME, json.dumps(body).encode())
    except FieldError:
        return False
    return True
