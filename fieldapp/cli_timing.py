"""How long a report took, for the command line."""

from typing import Any

from fieldapp.clock import as_datetime
from fieldapp.store.reads import ReportRow
from fieldapp.store.timeliness import Late, Timeliness, judge
from fieldapp.units import UtcMillis

_MINUTE = 60_000


def timing(row: ReportRow, now: UtcMillis) -> dict[str, Any]:
    """Times by HQ's clock and what follows from them; minutes, null for what nobody can tell."""
    found = judge(row, now)
    return {
        "late": found.late.value,
        "ended": _moment(row.ended),
        "filed": _moment(row.filed),
        "filed_by_hq_clock": _moment(row.signed),
        "received": _moment(row.received),
        "allowed_minutes": _minutes(found.allowed),
        "filing_minutes": _minutes(found.filing),
        "way_minutes": _minutes(found.way),
    }


def timing_line(row: ReportRow, now: UtcMillis) -> str:
    """The same as a sentence; empty where there is nothing to say."""
    found = judge(row, now)
    if found.late is Late.DOUBT:
        return "The clock of this laptop was in doubt: how long the report took cannot be told."
    if found.filing is None:
        return ""
    return " ".join(part for part in (_filed(found), _way(found)) if part)


def _filed(found: Timeliness) -> str:
    span = _span(found.filing or 0)
    if found.late is Late.FILED_LATE:
        return f"Filed {span} after the event; {_span(found.allowed or 0)} are planned."
    in_time = "" if found.late is Late.NONE else ", in time"
    return f"Filed {span} after the event{in_time}."


def _way(found: Timeliness) -> str:
    if found.way is None:
        return ""
    span, link = _span(found.way), found.late is Late.LINK
    if found.there:
        return f"Reached HQ {span} later{': no link before' if link else ''}."
    return f"Has waited for a link for {span}." if link else "Not known to be at HQ yet."


def _span(millis: int) -> str:
    minutes = round(millis / _MINUTE)
    if minutes < 120:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{round(minutes / 60)} h"
    return f"{round(minutes / 60 / 24)} days"


def _minutes(millis: int | None) -> int | None:
    return None if millis is None else round(millis / _MINUTE)


def _moment(t: UtcMillis | None) -> str | None:
    return None if t is None else as_datetime(t).strftime("%Y-%m-%dT%H:%M:%SZ")
