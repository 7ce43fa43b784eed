"""What a laptop does for itself while somebody works: lets old text go, keeps copies."""

from collections.abc import Iterator

from fieldapp.people import Desk
from fieldapp.store import drafts, retention
from fieldapp.store.retention import Rule
from fieldapp.units import EventId


def remove_old_text(desk: Desk) -> Iterator[int]:
    """The steps of `fieldapp.store.retention.remove_old` for the person at this desk."""
    held = drafts.load_drafts(desk.store, desk.sealer)
    spared = frozenset(EventId(bytes.fromhex(d.report)) for d in held if d.report is not None)
    rule = Rule(desk.profile.keep_days, spared, desk.keys.slot.id)
    yield from retention.remove_old(desk.store, rule)
