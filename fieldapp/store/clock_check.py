"""Noticing a clock that was set back. Nothing is refused for it: times are claims, not proofs."""

from fieldapp.errors import FieldError, Remedy
from fieldapp.store.database import Store
from fieldapp.units import StreamId, UtcMillis

TOLERANCE_MILLIS = 120_000
"""A step back of up to two minutes is a clock being put right, not being set back."""
_STEP_MILLIS = 60_000
_SEEN, _NOTED = "clock.seen", "clock.noted"


class ClockBack(FieldError):
    """This laptop's clock shows an earlier time than it did before; shown, never raised by a save.

    Args:
        seen: the latest time at which something was signed here.
        now: what the clock shows.
    """

    code = "clock.back"
    remedy = Remedy.CHECK_CLOCK
    text = (
        "The clock of this computer shows an earlier time than when it was last used. "
        "Reports are saved as always, with a note for HQ that their times may be wrong."
    )
    advice = (
        "Check the date and time of this computer. If they are right, say so with: "
        "fieldapp clock --right"
    )

    def __init__(self, seen: UtcMillis, now: UtcMillis) -> None:
        super().__init__(detail=f"{(seen - now) // 1000} s")
        self.seen = seen
        self.now = now


def suspicion(store: Store) -> ClockBack | None:
    """Why the clock is not to be trusted just now, or None.

    It goes away when the clock has caught up, or when the person says that it is right.
    """
    seen, now = _number(store, _SEEN), store.clock.now()
    if seen <= now + TOLERANCE_MILLIS:
        return None
    return ClockBack(UtcMillis(seen), now)


def confirm(store: Store) -> None:
    """The person says that date and time are right as they are now."""
    store.set_setting(_SEEN, str(store.clock.now()))


def to_note(store: Store, stream: StreamId) -> ClockBack | None:
    """As `suspicion`, once for each step back and stream: its next record has to say so to HQ.

    Belongs into the transaction that signs a record, and keeps the time of it.
    """
    seen, now = _number(store, _SEEN), store.clock.now()
    if seen <= now + TOLERANCE_MILLIS:
        # Once a minute: one page less to write for each record.
        if now > seen + _STEP_MILLIS:
            store.set_setting(_SEEN, str(now))
        return None
    found = ClockBack(UtcMillis(seen), now)
    noted = f"{_NOTED}.{stream.hex()}"
    if _number(store, noted) == found.seen:
        return None
    store.set_setting(noted, str(found.seen))
    return found


def _number(store: Store, name: str) -> int:
    return int(store.setting(name, "0"))
