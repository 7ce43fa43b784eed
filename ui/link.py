"""The sender as the window sees it: started when it is missing, and asked once a second."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from fieldapp.errors import FieldError
from sync.field.config import read_config
from sync.field.lock import sender_running
from sync.field.starting import command
from sync.field.status import SenderState, SenderStatus, read_status, stop_sender, wake_sender
from ui.link_state import LinkState

POLL_MS = 1000
_START_EVERY = 10
"""Polls between two looks whether the sender still runs."""


class SenderControl(Protocol):
    """The process that sends, or a stand-in for it."""

    def running(self) -> bool:
        """Whether one works in this folder."""
        ...

    def start(self) -> None:
        """Starts one that outlives the window."""
        ...

    def stop(self) -> None:
        """Asks it to end."""
        ...

    def wake(self) -> None:
        """Asks it to try at once."""
        ...


class SenderProcess:
    """The real sender of an installation folder."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def running(self) -> bool:
        return sender_running(self._home)

    def start(self) -> None:
        """Nothing happens before the laptop is enrolled."""
        try:
            read_config(self._home)
        except FieldError:
            return
        program, *arguments = command(self._home)
        QProcess.startDetached(program, arguments)

    def stop(self) -> None:
        stop_sender(self._home)

    def wake(self) -> None:
        wake_sender(self._home)


class LinkWatch(QObject):
    """Tells what the sender says.

    Args:
        home: the installation folder.
        sender: the process.
        poll_ms: milliseconds between two looks.

    Signals:
        changed: the `LinkState`, whenever it is another one.
    """

    changed = Signal(object)

    def __init__(self, home: Path, sender: SenderControl, poll_ms: int = POLL_MS) -> None:
        super().__init__()
        self._home = home
        self._sender = sender
        self._state = LinkState()
        self._polls = 0
        self._timer = QTimer(self, interval=poll_ms)
        self._timer.timeout.connect(self._poll)

    @property
    def state(self) -> LinkState:
        """What the sender said last."""
        return self._state

    def start(self) -> None:
        """Begins to look, and starts the sender if none runs."""
        self._timer.start()
        self._polls = 0
        self._poll()

    def try_now(self) -> None:
        """Has the sender try at once; raises `SpoolDamaged`."""
        if not self._sender.running():
            self._sender.start()
        self._sender.wake()

    def stop(self) -> None:
        """Stops looking; a sender with something left to send goes on by itself."""
        self._timer.stop()
        if not self._state.queue and self._sender.running():
            self._sender.stop()

    def pause(self) -> None:
        """Stops looking and leaves the sender as it is."""
        self._timer.stop()

    def _poll(self) -> None:
        if self._polls % _START_EVERY == 0 and not self._sender.running():
            self._sender.start()
        self._polls += 1
        state = link_state(read_status(self._home))
        if state != self._state:
            self._state = state
            self.changed.emit(state)


def link_state(status: SenderStatus | None) -> LinkState:
    """The sender's status for the window; one that was never written means waiting."""
    if status is None:
        return LinkState()
    return LinkState(
        state=SenderState(status.state).value,
        frame=status.frame or "",
        sent=status.sent,
        of=status.of,
        queue=status.queue,
        queue_bytes=status.queue_bytes,
        error=status.error or "",
        last_contact=status.last_contact,
        clock_off=status.clock_off,
    )
