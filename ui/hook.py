"""What happens to an exception that nobody caught: a line in the log, a calm word on screen."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from fieldapp.faults import fault_of

_LOG_FILE = "desktop.log"
_LOG_BYTES = 256 * 1024
_log = logging.getLogger("fieldapp.desktop")


class Hook(QObject):
    """Takes the place of Python's own hooks, for the window's thread and for others.

    Args:
        show: shows the error; called on the window's thread.
        home: the installation folder, in which the log begins with the first fault.
    """

    _elsewhere = Signal(object)

    def __init__(self, show: Callable[[BaseException], None], home: Path) -> None:
        super().__init__()
        self._home = home
        self._show = show
        self._elsewhere.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._window_thread = threading.get_ident()
        self._showing = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Handles one exception; the log never holds its message, which might quote a report."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        start_log(self._home)
        _log.error("%s", fault_of(error.with_traceback(trace)))
        if threading.get_ident() != self._window_thread:
            self._elsewhere.emit(error)
        else:
            self._tell(error)

    def in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """The same for a thread of Python."""
        if arguments.exc_value is not None:
            self(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _tell(self, error: BaseException) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self._show(error)
        finally:
            self._showing = False


def start_log(home: Path) -> None:
    """Begins the log in an installation folder; on standard error where that cannot be written.

    A log that has begun goes on.
    """
    if _log.handlers:
        return
    from logging.handlers import RotatingFileHandler

    try:
        home.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            home / _LOG_FILE, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False
