"""How the sender's process is started; costs nothing to import before anybody is in."""

import sys
from pathlib import Path


def command(home: Path) -> list[str]:
    """The command line that starts a sender for this folder."""
    return [sys.executable, "-m", "sync.field.sender", "--home", str(home)]
