"""Events, keys and frames that the tests of the wire share."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.units import UtcMillis
from sync.body import EventsBody
from sync.frame import Address, SealKeys, SuiteId
from tests.support.mission import START, seeded

AUTHOR = StreamKey(bytes(range(32)))
RADIO_PRIVATE = bytes(range(1, 33))
COURIER_PRIVATE = bytes(range(96))


def chain(count: int, key: StreamKey = AUTHOR) -> list[Event]:
    """A stream's first events."""
    events: list[Event] = []
    place = FIRST
    for number in range(count):
        event = make_event(
            key,
            place,
            Kind.REPORT,
            {"ref": f"TS7-INC-2026-{number:04d}", "text": "Tire de sommation, عربي"},
            t=UtcMillis(START + number * 1000),
            entropy=seeded(number),
        )
        events.append(event)
        place = Place(number + 1, event.id)
    return events


def body(count: int) -> EventsBody:
    """The first events of a stream as a body."""
    return EventsBody(AUTHOR.stream, tuple(chain(count)))


def hq_keys() -> SealKeys:
    """HQ's private keys."""
    keys = SealKeys()
    keys.add_radio(RADIO_PRIVATE)
    keys.add_courier(COURIER_PRIVATE)
    return keys


def radio() -> Address:
    """Where frames for the radio are sealed to."""
    public = X25519PrivateKey.from_private_bytes(RADIO_PRIVATE).public_key().public_bytes_raw()
    return Address(SuiteId.RADIO, public)


def courier() -> Address:
    """Where bundles are sealed to."""
    return SealKeys().add_courier(COURIER_PRIVATE)
