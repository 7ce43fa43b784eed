"""What the status strip says: the truth about the link and what waits, in a few plain words."""

from dataclasses import dataclass

from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import clock_check, promised
from fieldapp.store.ballast import PHOTO_BYTES
from fieldapp.store.clock_check import ClockBack
from fieldapp.store.outbox import OutboxTotals
from fieldapp.units import ByteCount
from sync.field.standing import Admission, Standing, read_standing
from ui.i18n import listed, tr, tr_count
from ui.i18n.days import decimal, span_words
from ui.link_state import LinkState
from ui.messages import reason, tell
from ui.reports.delivery import size, sizes
from ui.reports.times import Times
from ui.theme.tokens import Tone

CLOCK_TOLERANCE_MILLIS = 5 * 60_000
_NO_NEWS = ("", "link.down")
"""Failures that the word for waiting says already."""
_ABOUT_STANDING = ("link.refused", "refused.stream")
"""Failures of sending that follow from how the person stands with HQ, which says more."""


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What the strip knows from the store.

    Args:
        standing: whether HQ takes the person's work, and what waits.
        role: what HQ lets them do.
        clock: why this laptop's clock is not to be trusted, or None.
        withheld: HQ's server does not show everything that HQ said to hold.
    """

    standing: Standing
    role: Role
    clock: ClockBack | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A few words, how serious they are, and more for the pointer."""

    text: str
    tone: Tone
    hover: str = ""


def read_facts(desk: Desk) -> DeskFacts:
    """The strip's figures, read on the lane."""
    return DeskFacts(
        read_standing(desk),
        desk.role(),
        clock_check.suspicion(desk.store),
        bool(promised.withheld(desk.store)),
    )


def link_words(link: LinkState, facts: DeskFacts | None, times: Times) -> Said:
    """Where sending stands. "All received" is said only on HQ's signed word."""
    if link.state == "sending":
        return Said(tr("Strip", "Sending {part}", part=sizes(link.sent, link.of)), Tone.INFO)
    trouble = None if facts is None else facts.standing.trouble
    if trouble is not None and _follows(link.error):
        return Said(reason(trouble.code), Tone.DANGER, tell(trouble()).text)
    if link.state == "paused":
        hover = reason(link.error) if link.error else ""
        return Said(tr("Strip", "HQ does not accept this laptop"), Tone.DANGER, hover)
    if link.error not in _NO_NEWS:
        return Said(reason(link.error), Tone.WARNING)
    if facts is not None and facts.standing.admission is Admission.ASKED:
        return Said(tr("Strip", "Waiting for HQ to let you in"), Tone.WARNING)
    if link.state == "connecting":
        return Said(tr("Strip", "Connecting to HQ"), Tone.INFO)
    if facts is None:
        return Said("", Tone.NEUTRAL)
    return _totals_words(link, facts.standing.totals, times)


def _follows(error: str) -> bool:
    """Whether a failure of sending says no more than how the person stands with HQ."""
    return error in _NO_NEWS or error in _ABOUT_STANDING or error.startswith("enrol.")


def _totals_words(link: LinkState, totals: OutboxTotals, times: Times) -> Said:
    if totals.refused:
        return Said(tr("Strip", "HQ refused {count}", count=totals.refused), Tone.DANGER)
    if not totals.records and not totals.photos:
        if totals.last_receipt is None:
            return Said(tr("Strip", "Nothing to send yet"), Tone.NEUTRAL)
        moment = totals.last_receipt
        if totals.held:
            text = tr("Strip", "HQ has it all and looks at {count}", count=totals.held)
            hover = tr("Strip", "HQ could not read all of it by itself; a person looks at it.")
            return Said(text, Tone.WARNING, hover)
        text = tr("Strip", "All received by HQ {time}", time=times.short(moment))
        return Said(text, Tone.SUCCESS, times.local(moment))
    if link.state == "waiting":
        return Said(tr("Strip", "Waiting for a link"), Tone.WARNING, _contact(link, times))
    return Said(tr("Strip", "Connected to HQ"), Tone.INFO, _contact(link, times))


def waiting_words(facts: DeskFacts, link: LinkState) -> str:
    """How much has not reached HQ; empty when nothing has."""
    totals, parts = facts.standing.totals, []
    waiting = totals.records - totals.closed
    if waiting:
        parts.append(tr_count("Strip", "1 record waits", "{count} records wait", waiting))
    if totals.closed:
        parts.append(tr("Strip", "{count} to be filed again", count=totals.closed))
    if totals.photos:
        parts.append(tr_count("Strip", "1 photo waits", "{count} photos wait", totals.photos))
    if parts and link.queue_bytes:
        parts.append(size(link.queue_bytes))
    return listed(parts)


def space_words(free: ByteCount) -> Said:
    """Room on the disk."""
    shown = tr("Strip", "{size} GB free", size=decimal(free / 1e9))
    if free < PHOTO_BYTES:
        text = tr("Strip", "Disk almost full: {free}", free=shown)
        return Said(text, Tone.WARNING, tr("Strip", "Free some space, so that work can be saved."))
    return Said(shown, Tone.NEUTRAL)


def clock_words(clock_off: int | None, facts: DeskFacts | None = None) -> str:
    """A wrong clock in words; empty while nothing speaks against it.

    Args:
        clock_off: milliseconds by which HQ's clock is ahead of this one, or None.
        facts: what the store knows of the clock.
    """
    if clock_off is None or abs(clock_off) < CLOCK_TOLERANCE_MILLIS:
        if facts is not None and facts.clock is not None:
            return tr("Strip", "This computer's clock was set back")
        return ""
    minutes = round(abs(clock_off) / 60_000)
    amount = span_words(minutes)
    if clock_off > 0:
        return tr("Strip", "This computer's clock is {amount} behind", amount=amount)
    return tr("Strip", "This computer's clock is {amount} ahead", amount=amount)


def role_words(role: Role) -> str:
    """What a person may do, in one or two words."""
    return {
        Role.PATROL: tr("Strip", "Patrol"),
        Role.DUTY: tr("Strip", "Duty officer"),
        Role.OFFICER: tr("Strip", "Operations officer"),
        Role.ADMIN: tr("Strip", "Administrator"),
        Role.PROTECTION: tr("Strip", "Protection officer"),
    }[role]


def _contact(link: LinkState, times: Times) -> str:
    if link.last_contact is None:
        return ""
    return tr("Strip", "HQ last answered {time}", time=times.short(link.last_contact))
