"""Checking a whole store: every page, every event's bytes, every signature, every own chain."""

from dataclasses import dataclass

from fieldapp.event.chain import FIRST, Place, check_author
from fieldapp.event.errors import BadEvent, BadSignature, BrokenChain
from fieldapp.event.signing import stream_id
from fieldapp.store.database import Store
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.units import EventId


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was checked and found good."""

    events: int
    streams: int


def verify_store(store: Store, admin: bytes) -> Checked:
    """Walks everything; events of others may have gaps, own chains may not.

    Raises:
        StoreDamaged: a page fails its check, or an event is not as it was signed.
        BrokenChain: an own event is missing.
    """
    store.check()
    publics = {row[0]: row[1] for row in store.rows("SELECT stream, public FROM person")}
    publics.update({row[0]: row[1] for row in store.rows("SELECT id, public FROM stream")})
    publics[stream_id(admin)] = admin
    own = {row[0] for row in store.rows("SELECT id FROM stream")}
    places: dict[bytes, Place] = {}
    events = 0
    for *columns, n in store.rows(
        f"SELECT {EVENT_COLUMNS}, e.n FROM event e ORDER BY e.stream, e.seq"
    ):
        try:
            event = read_event(columns)
            check_author(event, publics.get(event.head.stream, b""))
        except (BadEvent, BadSignature) as error:
            raise StoreDamaged(
                f"Record {n} in this laptop's store is not as it was signed.", detail=error.detail
            ) from error
        place = places.get(event.head.stream, FIRST)
        if event.head.stream in own and (event.head.seq, event.head.prev) != (
            place.seq,
            place.prev,
        ):
            raise BrokenChain(f"Record {n} does not follow the one before it.")
        places[event.head.stream] = Place(event.head.seq + 1, EventId(event.id))
        events += 1
    return Checked(events, len(places))
