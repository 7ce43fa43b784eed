"""How the sender's process is started; costs nothing to import before anybody is in."""

import sys
from pathlib import Path


def command(home: Path) -> list[str]:
    """The command line that starts a sender for this folder."""
    return [_program(), "-m", "sync.field.sender", "--home", str(home)]


def _program() -> str:
    """This interpreter; on Windows the one that opens no console, where there is one."""
    if sys.platform == "win32":
        quiet = Path(sys.executable).with_name("pythonw.exe")
        if quiet.exists():
            return str(quiet)
    return sys.executable
