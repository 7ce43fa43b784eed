"""What the mission file says of itself, for the lock screen: read without a check of its signature.

Nothing is believed or sent on the strength of it; `fieldapp.mission.installation.mission_of` checks
the file before anybody is let in.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from fieldapp.files import read_at_most
from fieldapp.units import MIB

FILE_NAME = "mission.profile"


@dataclass(frozen=True, slots=True)
class Said:
    """The mission's name and the codes of its languages; empty where the file is of no use."""

    name: str = ""
    languages: tuple[str, ...] = ()


def mission_said(home: Path) -> Said:
    """Never raises: a lock screen without the mission's name still lets people in."""
    try:
        body = json.loads(json.loads(read_at_most(home / FILE_NAME, MIB))["body"])
        json.dumps(body, ensure_ascii=False).encode("utf-8")
        return Said(str(body["name"]), tuple(str(code) for code in body["languages"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Said()
