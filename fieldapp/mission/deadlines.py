"""By when a report is due, in minutes after what it tells of was over.

A name is a report's type, a type and a precedence (``INC/IMMEDIATE``), or a precedence alone
(``/FLASH``); what says more goes before what says less. A type that is not named has no deadline.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

DEFAULT_FILE = "default_deadlines.json"
_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Minutes by name; see above."""

    minutes: Mapping[str, int]

    def allowed(self, kind: str, precedence: str) -> int | None:
        """Milliseconds that a report of this type and precedence may take, None for no deadline."""
        for name in (f"{kind}/{precedence}", f"/{precedence}", kind):
            if name in self.minutes:
                return self.minutes[name] * _MINUTE
        return None


def _load() -> Deadlines:
    text = files(__package__).joinpath(DEFAULT_FILE).read_text("utf-8")
    return Deadlines(MappingProxyType(json.loads(text)))


DEFAULT_DEADLINES = _load()
"""What holds where the mission says nothing else."""
