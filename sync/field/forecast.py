"""What sending will take, said before it begins: bytes, time, what makes it, and what it costs.

Figures are those of the sender: frames go in its order, in requests of its size, over the link as
it was last measured. Bytes are those that the link carries, heads of packets and the connection
included, because they are what is paid for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sync.field.machine import request_budget
from sync.field.spool import Rank, SpoolFrame

CONNECT_BYTES = 1_600
"""One connection, both ways: TCP, and TLS with one small certificate."""
CONNECT_TRIPS = 3
REQUEST_BYTES = 600
"""A request without its frames, and its answer with a signed receipt."""
ROUND_TRIP_SECONDS = 1.5
_PACKET, _PACKET_HEAD = 536, 40
_MB = 1_000_000
_KB = 1_000


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a link billed by volume costs; money is in hundredths of its unit.

    Args:
        currency: as it is written, such as ``USD``.
        per_mb: price of a megabyte.
        step: bytes to which a connection's volume is rounded up, at least 1.
        minimum: bytes that a connection costs at least.
    """

    currency: str
    per_mb: int
    step: int = _KB
    minimum: int = 0

    def billed(self, volume: int) -> int:
        """Bytes that are charged for a connection that carried ``volume`` bytes."""
        return max(self.minimum, ceil(volume / self.step) * self.step)

    def cost(self, volume: int) -> int:
        """Hundredths for a connection that carried ``volume`` bytes, rounded up."""
        return ceil(self.billed(volume) * self.per_mb / _MB)


@dataclass(frozen=True, slots=True)
class Part:
    """Some frames on the link: their number, the bytes carried for them, and seconds."""

    frames: int
    volume: int
    seconds: int


NOTHING = Part(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What waits.

    Args:
        text: up to the last record, connection included.
        everything: photos, too.
        text_made: frames of text that are through in the time available.
        made: frames that are through in the time available.
        cost: hundredths for everything in one connection, None without a tariff.
        text_cost: the same for the text alone.
        least: whether the text alone costs no more than the smallest charge.
    """

    text: Part
    everything: Part
    text_made: int
    made: int
    cost: int | None = None
    text_cost: int | None = None
    least: bool = False


def forecast(
    frames: Sequence[SpoolFrame], rate: int, seconds: int, tariff: Tariff | None = None
) -> Forecast:
    """What sending these frames takes.

    Args:
        frames: those that wait.
        rate: bytes a second of the link, at least 1.
        seconds: how long the link will be there.
        tariff: what it costs.
    """
    waiting = sorted(frames, key=lambda frame: frame.name)
    if not waiting:
        return Forecast(NOTHING, NOTHING, 0, 0)
    text = [frame for frame in waiting if Rank.of(frame.name) <= Rank.ROUTINE]
    first, whole = _part(text, rate), _part(waiting, rate)
    made = _made(waiting, rate, seconds)
    plain = Forecast(first, whole, min(made, len(text)), made)
    if tariff is None:
        return plain
    least = bool(text) and tariff.billed(first.volume) == tariff.minimum
    cost, text_cost = tariff.cost(whole.volume), tariff.cost(first.volume) if text else 0
    return Forecast(first, whole, plain.text_made, made, cost, text_cost, least)


def _part(frames: Sequence[SpoolFrame], rate: int) -> Part:
    if not frames:
        return NOTHING
    volume, trips = CONNECT_BYTES, CONNECT_TRIPS
    for request in _requests(frames, rate):
        volume += _carried(sum(frame.size for frame in request))
        trips += 1
    return Part(len(frames), volume, ceil(volume / rate + trips * ROUND_TRIP_SECONDS))


def _made(frames: Sequence[SpoolFrame], rate: int, seconds: int) -> int:
    """How many of the frames are through after so many seconds; a request counts when answered."""
    spent, made = CONNECT_BYTES / rate + CONNECT_TRIPS * ROUND_TRIP_SECONDS, 0
    for request in _requests(frames, rate):
        spent += _carried(sum(frame.size for frame in request)) / rate + ROUND_TRIP_SECONDS
        if spent > seconds:
            break
        made += len(request)
    return made


def _requests(frames: Sequence[SpoolFrame], rate: int) -> list[list[SpoolFrame]]:
    """The frames as the sender puts them together: one rank, within one request's budget."""
    requests: list[list[SpoolFrame]] = []
    room = 0
    for frame in frames:
        apart = not requests or Rank.of(frame.name) is not Rank.of(requests[-1][0].name)
        if apart or frame.size > room:
            requests.append([])
            room = request_budget(rate)
        requests[-1].append(frame)
        room -= frame.size
    return requests


def _carried(size: int) -> int:
    """Bytes on the link for a request of ``size`` bytes of frames, its answer included."""
    return size + ceil(size / _PACKET) * _PACKET_HEAD + REQUEST_BYTES
