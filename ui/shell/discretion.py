"""What the system is asked not to keep: pictures of the windows, and words that were typed."""

import ctypes
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_EXCLUDE = 0x11
"""WDA_EXCLUDEFROMCAPTURE"""


def be_discreet(app: QApplication) -> None:
    """From now on every window and field that gets the keyboard is treated so."""
    app.focusWindowChanged.connect(hide_from_capture)
    app.focusChanged.connect(keep_from_learning)


def hide_from_capture(window: QWindow | None) -> None:
    """Leaves a window out of screenshots, recordings and Recall on Windows; never fails.

    Linux and macOS offer nothing of the kind to a program of this sort.
    """
    if sys.platform == "win32" and window is not None:
        ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDE)


def keep_from_learning(_left: QWidget | None, field: QWidget | None) -> None:
    """Asks input methods to learn nothing from what is typed into a field."""
    if field is not None and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        field.setInputMethodHints(field.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)
