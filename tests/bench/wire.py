"""Bytes per report on the wire: sealed, signed, and on text that the dictionary never saw."""

import statistics
from random import Random

from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.units import UtcMillis
from sync.body import EventsBody
from sync.frame import Address, SuiteId, seal
from tests.bench.corpus import HELD_OUT, payload
from tests.bench.harness import Measured
from tests.support.mission import START, make_mission, seeded


def wire_bytes(count: int = 200) -> list[Measured]:
    """Mean frame size of a lone report, and per report in batches of twenty."""
    key = StreamKey(bytes(range(32)))
    events: list[Event] = []
    place = FIRST
    plain: list[int] = []
    for number in range(count):
        content = payload(Random(HELD_OUT + number))
        event = make_event(
            key,
            place,
            Kind.REPORT,
            content,
            t=UtcMillis(START + number * 997_000),
            entropy=seeded(number),
        )
        plain.append(event.head.length)
        events.append(event)
        place = Place(place.seq + 1, event.id)
    to = Address(SuiteId.RADIO, make_mission().profile.seal)
    alone = [len(seal(EventsBody(key.stream, (event,)), to)) for event in events]
    batches = [
        len(seal(EventsBody(key.stream, tuple(events[at : at + 20])), to)) / 20
        for at in range(0, count, 20)
    ]
    baseline = statistics.mean(plain)
    return [
        Measured("wire_alone_bytes", statistics.mean(alone), "B", baseline, count),
        Measured("wire_batch20_bytes", statistics.mean(batches), "B", baseline, count // 20),
    ]
