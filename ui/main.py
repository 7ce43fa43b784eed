"""The console script ``fieldapp``: opens the desktop, or runs a verb without importing Qt."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from fieldapp.dumps import forbid_dumps
from fieldapp.faults import tell_barely
from fieldapp.place import HOME_VARIABLE
from ui.desktop import desktop_installed, open_window


def window_wanted(arguments: Sequence[str]) -> bool:
    """Whether the command line names no verb; what is not plainly so is for `ui.verbs` to judge.

    A folder named by ``--home`` is the default of whatever runs from here on, the sender included.
    """
    match list(arguments):
        case []:
            return True
        case ["--home", home]:
            pass
        case [one] if one.startswith("--home="):
            home = one.partition("=")[2]
        case _:
            return False
    if not home or Path(home).is_file():
        return False
    os.environ[HOME_VARIABLE] = home
    return True


def main() -> None:
    """Entry point. The window is opened without loading any verb, so that it is there sooner."""
    # Files that others make for us, such as SQLite, are for the person alone, too.
    os.umask(0o077)
    forbid_dumps()
    sys.excepthook = tell_barely
    arguments = sys.argv[1:]
    if window_wanted(arguments) and desktop_installed():
        open_window()
    from ui.verbs import run_verbs

    sys.exit(run_verbs(arguments))


if __name__ == "__main__":
    main()
