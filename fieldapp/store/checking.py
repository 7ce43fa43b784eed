"""Checking a whole store: every page, every event's bytes, every signature, every own chain."""

from dataclasses import dataclass

from fieldapp.event.chain import FIRST, check_author, follow
from fieldapp.event.errors import BadEvent, BadSignature, BrokenChain
from fieldapp.event.signing import stream_id
from fieldapp.store.database import Store
from fieldapp.store.errors import StoreDamaged
from fieldapp.store.journal import EVENT_COLUMNS, read_event


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
    own = {row[0]: FIRST for row in store.rows("SELECT id FROM stream")}
    streams: set[bytes] = set()
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
        stream = event.head.stream
        streams.add(stream)
        if stream in own:
            try:
                own[stream] = follow(own[stream], event)
            except BrokenChain as error:
                said = f"Record {n} does not follow the one before it."
                raise BrokenChain(said, detail=error.detail) from error
        events += 1
    return Checked(events, len(streams))
