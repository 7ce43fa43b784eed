"""Whether a report came in time, and if not, whether its writing or its way took too long.

Three times decide, all of them by HQ's clock as far as it is known: when what it tells of was
over, when it was signed, when HQ had it. What the author wrote as the time of an event is taken as
it stands; the time of signing is corrected by the clock notes of its stream (`clock_notes`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from fieldapp.mission.deadlines import DEFAULT_DEADLINES, Deadlines
from fieldapp.store.clock_check import TOLERANCE_MILLIS
from fieldapp.units import UtcMillis

RECEIVED = "coalesce(r.hq_t, (SELECT a.t FROM arrival a WHERE a.event = r.id))"
"""When HQ first had a report, by its server's word where it came from there, else by receipt."""


class Late(StrEnum):
    """IN_TIME; FILED_LATE, whatever the way took; LINK, filed in time and too long on its way;
    DOUBT, its times do not fit together or the laptop's clock was wrong by nobody knows how much;
    NONE where no deadline runs.
    """

    IN_TIME = "in-time"
    FILED_LATE = "filed-late"
    LINK = "late-by-link"
    DOUBT = "clock-in-doubt"
    NONE = "none"


class Timed(Protocol):
    """The times of a report; see `fieldapp.store.report_rows.ReportRow`."""

    @property
    def type(self) -> str: ...
    @property
    def precedence(self) -> str: ...
    @property
    def own(self) -> bool: ...
    @property
    def history(self) -> bool: ...
    @property
    def ended(self) -> UtcMillis | None: ...
    @property
    def signed(self) -> UtcMillis | None: ...
    @property
    def received(self) -> UtcMillis | None: ...


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How long a report took; milliseconds.

    Args:
        late: see `Late`.
        allowed: from the event to HQ, None where there is no deadline.
        filing: from the event's end to the signature, at least 0; None where it cannot be told.
        way: from the signature to HQ, or until now where it still waits; None where HQ's time is
            not known here.
        there: it is known to be at HQ.
    """

    late: Late
    allowed: int | None = None
    filing: int | None = None
    way: int | None = None
    there: bool = False


def judge(row: Timed, now: UtcMillis, deadlines: Deadlines = DEFAULT_DEADLINES) -> Timeliness:
    """How a report stands at ``now``, this laptop's clock, which counts only while it waits."""
    if row.history or row.ended is None:
        return Timeliness(Late.NONE)
    allowed = deadlines.allowed(row.type, row.precedence)
    there = row.received is not None
    if row.signed is None or row.signed < row.ended - TOLERANCE_MILLIS:
        return Timeliness(Late.DOUBT, allowed, there=there)
    if row.received is not None and row.received < row.signed - TOLERANCE_MILLIS:
        return Timeliness(Late.DOUBT, allowed, there=there)
    filing = max(0, row.signed - row.ended)
    until = now if row.received is None and row.own else row.received
    way = None if until is None else max(0, until - row.signed)
    if allowed is None:
        late = Late.NONE
    elif filing > allowed:
        late = Late.FILED_LATE
    else:
        late = Late.LINK if filing + (way or 0) > allowed else Late.IN_TIME
    return Timeliness(late, allowed, filing, way, there)


def condition(
    wanted: Sequence[Late], now: UtcMillis, deadlines: Deadlines = DEFAULT_DEADLINES
) -> tuple[str, list[Any]]:
    """`judge` as a condition on rows ``r`` of the folded table, with its values."""
    allowed, values = _allowed(deadlines)
    doubt = (
        f"(r.signed IS NULL OR r.signed < r.ended - {TOLERANCE_MILLIS}"
        f" OR coalesce({RECEIVED} < r.signed - {TOLERANCE_MILLIS}, 0))"
    )
    filing = "max(0, r.signed - r.ended)"
    way = f"max(0, coalesce({RECEIVED}, CASE WHEN r.own THEN {int(now)} END, 0) - r.signed)"
    late = (
        f"CASE WHEN r.history OR r.ended IS NULL THEN '{Late.NONE}'"
        f" WHEN {doubt} THEN '{Late.DOUBT}'"
        f" WHEN {allowed} IS NULL THEN '{Late.NONE}'"
        f" WHEN {filing} > {allowed} THEN '{Late.FILED_LATE}'"
        f" WHEN {filing} + {way} > {allowed} THEN '{Late.LINK}' ELSE '{Late.IN_TIME}' END"
    )
    return f"{late} IN ({','.join('?' * len(wanted))})", [*values * 3, *wanted]


def _allowed(deadlines: Deadlines) -> tuple[str, list[Any]]:
    """SQL for the milliseconds allowed, what says more first, and its values."""
    cases: list[str] = []
    values: list[Any] = []
    for name in sorted(deadlines.minutes, key=lambda name: ("/" not in name, name[:1] == "/")):
        kind, slash, precedence = name.partition("/")
        parts = [("r.type", kind)] if kind else []
        parts += [("r.precedence", precedence)] if slash else []
        cases.append(f"WHEN {' AND '.join(f'{column} = ?' for column, _ in parts)} THEN ?")
        values += [*(value for _, value in parts), deadlines.minutes[name] * 60_000]
    return f"(CASE {' '.join(cases)} END)" if cases else "NULL", values
