"""Finds a receiver among the ports and listens to it, on a thread of its own."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Final, Protocol

import serial
from serial.tools import list_ports

from fieldapp.notation.nmea import Fix, Sentences

SPEEDS: Final = (9600, 4800)
"""Bits a second of nearly all receivers; those on USB listen to any."""

_READ_SECONDS: Final = 0.25
_PIECE: Final = 1024
_TRIES: Final = 16
"""Reads without a position after which another port or speed is tried: four seconds."""
_PAUSE_SECONDS: Final = 1.0
_PREFER_SECONDS: Final = 5.0
"""So long a position without its precision does not take the place of one that has it."""


class Port(Protocol):
    """An open port. Reading waits a moment at most, and raises `OSError` when the plug is out."""

    def read(self, size: int = ..., /) -> bytes: ...

    def close(self) -> None: ...


Open = Callable[[str, int], Port]


def usb_ports() -> list[str]:
    """Names of the serial ports that are on USB, as receivers are, in a fixed order."""
    return sorted(port.device for port in list_ports.comports() if port.vid is not None)


def open_port(name: str, speed: int) -> Port:
    """Opens a port for reading; raises `OSError`."""
    return serial.Serial(name, speed, timeout=_READ_SECONDS)


class Receiver:
    """Listens until it is stopped; without a receiver it goes on looking for one.

    Args:
        ports: names of the ports to try.
        opener: opens one.
        now: seconds that only grow.
    """

    def __init__(
        self,
        ports: Callable[[], Iterable[str]] = usb_ports,
        opener: Open = open_port,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ports = ports
        self._opener = opener
        self._now = now
        self._stopped = threading.Event()
        self._heard: tuple[Fix, float] | None = None
        self._thread = threading.Thread(target=self._run, name="gps", daemon=True)

    def start(self) -> None:
        """Begins to listen; once only."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread within a moment, without waiting for it."""
        self._stopped.set()

    @property
    def latest(self) -> tuple[Fix, float] | None:
        """The latest position and how many seconds ago it was heard; None before the first."""
        heard = self._heard
        return None if heard is None else (heard[0], max(0.0, self._now() - heard[1]))

    def _run(self) -> None:
        while not self._stopped.is_set():
            for port in self._ports():
                for speed in SPEEDS:
                    self._listen(port, speed)
            self._stopped.wait(_PAUSE_SECONDS)

    def _listen(self, name: str, speed: int) -> None:
        if self._stopped.is_set():
            return
        try:
            port = self._opener(name, speed)
        except OSError:
            return
        sentences, left = Sentences(), _TRIES
        try:
            while left and not self._stopped.is_set():
                fixes = sentences.feed(port.read(_PIECE))
                left = _TRIES if fixes else left - 1
                for fix in fixes:
                    self._take(fix)
        except OSError:
            return
        finally:
            port.close()

    def _take(self, fix: Fix) -> None:
        before = self.latest
        better = before is not None and before[0].hdop is not None and before[1] < _PREFER_SECONDS
        if fix.hdop is not None or not better:
            self._heard = fix, self._now()
