"""What the sender measured of the clock goes to HQ, once somebody who can sign is there."""

from fieldapp.changes import NOTHING, Changes
from fieldapp.people import Desk
from fieldapp.timekeeping import Measurement, note_offset
from sync.field.status import read_status


def tell_clock(desk: Desk) -> Changes:
    """Notes the sender's last measurement where it is news; see `note_offset`; runs on the lane."""
    status = read_status(desk.home)
    if status is None or status.clock_off is None or status.clock_at is None:
        return NOTHING
    return note_offset(desk, Measurement(status.clock_off, status.clock_error, status.clock_at))
