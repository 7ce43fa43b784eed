"""How long a report took to be written and to reach HQ, in calm words that blame nobody."""

from fieldapp.store.timeliness import Late, Timed, Timeliness, judge
from ui.i18n import tr
from ui.i18n.days import span_words
from ui.reports.times import Times
from ui.theme.tokens import Tone

_MINUTE = 60_000
LATE_CHOICES = (Late.FILED_LATE, Late.LINK, Late.DOUBT, Late.IN_TIME)
"""What the list of reports can be narrowed down to."""
LATE_TONES = {
    Late.IN_TIME: Tone.SUCCESS,
    Late.FILED_LATE: Tone.NEUTRAL,
    Late.LINK: Tone.INFO,
    Late.DOUBT: Tone.NEUTRAL,
    Late.NONE: Tone.NEUTRAL,
}


def late_words(late: Late) -> str:
    """How a report stands with its deadline, short enough for a column; empty without one."""
    return {
        Late.IN_TIME: tr("Timing", "In time"),
        Late.FILED_LATE: tr("Timing", "Filed late"),
        Late.LINK: tr("Timing", "Late, no link"),
        Late.DOUBT: tr("Timing", "Clock in doubt"),
        Late.NONE: "",
    }[late]


def timing_words(row: Timed, times: Times) -> str:
    """The same in one or two sentences with its figures; empty where there is nothing to say."""
    found = judge(row, times.clock.now())
    if found.late is Late.DOUBT:
        return tr("Timing", "The laptop's clock was in doubt, so nobody can tell how long it took.")
    if found.filing is None:
        return ""
    return " ".join(part for part in (_filed(found, found.filing), _way(found)) if part)


def _filed(found: Timeliness, filing: int) -> str:
    span = _span(filing)
    if found.late is Late.FILED_LATE and found.allowed is not None:
        allowed = _span(found.allowed)
        return tr(
            "Timing",
            "Filed {span} after the event (planned: {allowed}).",
            span=span,
            allowed=allowed,
        )
    if found.late is Late.NONE:
        return tr("Timing", "Filed {span} after the event.", span=span)
    return tr("Timing", "Filed {span} after the event, in time.", span=span)


def _way(found: Timeliness) -> str:
    if found.way is None:
        return ""
    span = _span(found.way)
    if found.there and found.late is Late.LINK:
        return tr("Timing", "Reached HQ {span} later: no link before.", span=span)
    if found.there:
        return tr("Timing", "Reached HQ {span} later.", span=span)
    if found.late is Late.LINK:
        return tr("Timing", "It has waited {span} for a link.", span=span)
    return tr("Timing", "Not at HQ yet.")


def _span(millis: int) -> str:
    return span_words(round(millis / _MINUTE))
