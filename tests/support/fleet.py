"""A small fleet without a network: desks whose events are carried by hand, receipts included."""

from collections.abc import Sequence
from typing import Any

from fieldapp.event.chain import Event
from fieldapp.event.receipt import PhotoState, Receipt
from fieldapp.forms.finished import Finished
from fieldapp.people import Desk
from fieldapp.store import journal, mirror
from fieldapp.store.journal import ReceiptEffect
from fieldapp.units import EventId, Sha256, UtcMillis
from sync.receipt import sign_receipt
from tests.support.mission import Mission

RECEIVED = UtcMillis(1_793_800_000_000)


def restriction(place: str = "CP Tarek", **changes: Any) -> Finished:
    """Answers as the restriction form leaves them; what a test does not care about is short."""
    answers: dict[str, Any] = {
        "head": {"precedence": changes.pop("precedence", "ROUTINE"), "classification": "C"},
        "when": {"start": changes.pop("start", "2026-11-06T10:20:00.000+01:00")},
        "where": {"place": place, "grid": changes.pop("grid", "32QQF89474793")},
        "what": {"kind": "DENY"},
        "facts": {"narrative": changes.pop("narrative", "Six soldiers refused passage.")},
    }
    answers.update(changes)
    return Finished("restriction", "1", answers, {}, "en", kind="FOM")


def own_events(desk: Desk) -> list[Event]:
    """Everything this person signed, in order."""
    place = journal.next_place(desk.store, desk.stream)
    rows = desk.store.rows(
        f"SELECT {journal.EVENT_COLUMNS} FROM event e WHERE e.stream = ? AND e.own = 1"
        " ORDER BY e.seq",
        (desk.stream,),
    )
    assert len(rows) == place.seq
    return [journal.read_event(row) for row in rows]


def carry(
    events: Sequence[Event],
    to: Desk,
    mission: Mission,
    first: int = 1,
    received: UtcMillis | None = None,
) -> mirror.Taken:
    """Hands events to another desk as if HQ's log had them from position ``first`` on."""
    arrivals = [mirror.Arrival(event, first + at, received) for at, event in enumerate(events)]
    return mirror.take(to.store, arrivals, mission.profile.admin)


def receipt_for(
    desk: Desk,
    upto: int,
    *,
    epoch: int = 1,
    beyond: Sequence[int] = (),
    photos: dict[Sha256, PhotoState] | None = None,
    held: Sequence[int] = (),
    t: UtcMillis = RECEIVED,
) -> Receipt:
    """What HQ would say after it took this desk's first ``upto`` events and those numbered."""
    events = own_events(desk)
    return Receipt(
        epoch=epoch,
        stream=desk.stream,
        upto=upto,
        head=events[upto - 1].id if upto else EventId(bytes(32)),
        beyond=tuple(events[number].id for number in beyond),
        t=t,
        photos=photos or {},
        held=tuple(events[number].id for number in held),
    )


def deliver(desk: Desk, mission: Mission, receipt: Receipt | None = None) -> ReceiptEffect:
    """Applies a receipt for everything signed so far, or the one given."""
    receipt = receipt or receipt_for(desk, len(own_events(desk)))
    return journal.apply_receipt(desk.store, receipt, sign_receipt(receipt, mission.receipt))
