"""What logind and the screen saver say over D-Bus about sleep, lid and the session's lock."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCall

_LOGIND, _MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
_begins: Any = SLOT("begins(bool)")
_locks: Any = SLOT("locks()")
"""Texts, although PySide6's type hints ask for bytes."""
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class BusTeller(QObject):
    """Calls ``leaving`` when one of them says so; without a bus it never does.

    A sleep waits, for some seconds at most, until this process has ended.

    Args:
        leaving: called in the window's thread.
    """

    def __init__(self, leaving: Callable[[], None]) -> None:
        super().__init__()
        self._leaving = leaving
        self._delay: QDBusPendingCall | None = None
        system = QDBusConnection.systemBus()
        system.connect(_LOGIND, "", _MANAGER, "PrepareForSleep", self, _begins)
        session = "org.freedesktop.login1.Session"
        system.connect(_LOGIND, "", session, "Lock", self, _locks)
        if system.isConnected():
            self._delay = system.asyncCall(_delay_sleep())
        own = QDBusConnection.sessionBus()
        for saver in _SAVERS:
            own.connect("", "", saver, "ActiveChanged", self, _begins)

    def end(self) -> None:
        """Tells nothing more, and holds no sleep up any more."""
        self._delay = None
        self._leaving = _nothing

    @Slot(bool)
    def begins(self, begins: bool) -> None:
        """A sleep or the screen saver begins, or ends."""
        if begins:
            self._leaving()

    @Slot()
    def locks(self) -> None:
        """The session is locked."""
        self._leaving()


def _delay_sleep() -> QDBusMessage:
    """Asks for a file that delays a sleep until it is closed, as it is when the process ends."""
    message = QDBusMessage.createMethodCall(_LOGIND, "/org/freedesktop/login1", _MANAGER, "Inhibit")
    message.setArguments(["sleep", "Field reports", "Locks before the laptop sleeps", "delay"])
    return message


def _nothing() -> None:
    """After the end."""
