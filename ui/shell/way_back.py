"""What the lock screen says when the store cannot be opened and there is a copy of it."""

from dataclasses import dataclass

from fieldapp.clock import as_datetime
from fieldapp.errors import FieldError
from fieldapp.notation.dtg import MONTHS
from fieldapp.units import UtcMillis
from ui.i18n import isolate, tr, tr_count
from ui.messages import tell


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the store.

    Args:
        records: how many it holds.
        at: when it was made, by this laptop's clock.
        hq_more: records that HQ proved to hold and the copy lacks.
    """

    records: int
    at: UtcMillis
    hq_more: int


class CopyAtHand(FieldError):
    """The store cannot be opened, and a copy of it is here.

    Args:
        cause: why the store cannot be opened.
        copy: the newest one.
    """

    code = "store.copy-at-hand"
    text = "The reports of this laptop cannot be opened, but it keeps a copy of them."

    def __init__(self, cause: FieldError, copy: Copy) -> None:
        super().__init__(detail=cause.code)
        self.cause = cause
        self.copy = copy


def way_back_words(found: CopyAtHand) -> str:
    """What is wrong, what the copy holds, what it does not, and what follows."""
    copy = found.copy
    there = as_datetime(copy.at)
    day = isolate(f"{there.day} {MONTHS[there.month - 1]} {there.year} {there:%H:%M}Z")
    parts = [
        tell(found).text,
        tr_count(
            "Lock",
            "The copy holds 1 record, as on {day}.",
            "The copy holds {count} records, as on {day}.",
            copy.records,
            day=day,
        ),
        tr("Lock", "What was written after that, drafts included, is not in it."),
    ]
    if copy.hq_more:
        parts.append(
            tr(
                "Lock",
                "HQ holds more than the copy, and nothing of that is lost at HQ. But after going "
                "back nothing more goes to HQ under this name: ask HQ for a new code.",
            )
        )
    parts.append(tr("Lock", "The damaged file is kept. Type your passphrase to go back."))
    return " ".join(parts)
