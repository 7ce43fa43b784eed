"""Opening the window, where Qt is installed."""

import importlib.util
from typing import NoReturn

from fieldapp.errors import FieldError, Remedy
from fieldapp.place import default_home


class NoDesktop(FieldError):
    """Qt is not installed here; every verb works without it."""

    code = "main.no-desktop"
    remedy = Remedy.NONE
    text = (
        "The window needs a part that is not installed here. Install it with "
        "pip install 'fieldapp[desktop]', or use the verbs; see the help."
    )


def desktop_installed() -> bool:
    """Whether Qt is here; looks without importing it."""
    return importlib.util.find_spec("PySide6") is not None


def open_window() -> NoReturn:
    """Opens the desktop over the installation folder; raises `NoDesktop`.

    The process ends when the window closes.
    """
    if not desktop_installed():
        raise NoDesktop()
    from ui.app import open_desktop

    open_desktop(default_home())
