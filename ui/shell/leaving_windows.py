"""What Windows says to a window about sleep and the session's lock."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

_POWER, _SUSPEND = 0x0218, 4
"""WM_POWERBROADCAST with PBT_APMSUSPEND"""
_SESSION, _LOCK, _LOGOFF, _AWAY = 0x02B1, 7, 6, (2, 4)
"""WM_WTSSESSION_CHANGE with WTS_SESSION_LOCK, WTS_SESSION_LOGOFF, console or remote disconnect"""


def leaves(message: int, what: int) -> bool:
    """Whether a window's message says that the person leaves."""
    if message == _POWER:
        return what == _SUSPEND
    return message == _SESSION and what in (_LOCK, _LOGOFF, *_AWAY)


class MessageTeller(QAbstractNativeEventFilter):
    """Calls ``leaving`` when Windows says so.

    Args:
        window: handle of the main window.
        leaving: called in the window's thread.
    """

    def __init__(self, window: int, leaving: Callable[[], None]) -> None:
        super().__init__()
        self._leaving = leaving
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)

    def end(self) -> None:
        """Tells nothing more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Looks at every message and takes none."""
        told = wintypes.MSG.from_address(int(message))
        if leaves(told.message, told.wParam):
            self._leaving()
        return False, 0
