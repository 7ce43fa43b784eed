"""A GPS receiver for tests: a pseudo-terminal that plays sentences."""

import os
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

GGA = "GPGGA,102345.00,{lat},N,{lon},E,1,08,{hdop},545.4,M,46.9,M,,"


def sentence(body: str) -> bytes:
    """With its dollar sign, checksum and end of line."""
    total = 0
    for byte in body.encode():
        total ^= byte
    return f"${body}*{total:02X}\r\n".encode()


@dataclass
class PlayedReceiver:
    """Its port, and a hand to play on it."""

    name: str
    wire: int

    def play(self, piece: bytes) -> None:
        """Sends bytes as they are."""
        os.write(self.wire, piece)

    def fix(self, hdop: str = "0.9") -> None:
        """Sends a position in 32QQF8947 4793."""
        self.play(sentence(GGA.format(lat="1830.1230", lon="01144.4864", hdop=hdop)))

    def unplug(self) -> None:
        """From now on reading fails."""
        wire, self.wire = self.wire, -1
        if wire >= 0:
            os.close(wire)


@contextmanager
def played_receiver() -> Iterator[PlayedReceiver]:
    """Until the end of the block."""
    wire, line = os.openpty()
    tty.setraw(line)
    made = PlayedReceiver(os.ttyname(line), wire)
    try:
        yield made
    finally:
        os.close(line)
        made.unplug()
