"""What stands above a form that is being filled in."""

from collections.abc import Sequence

from fieldapp.clock import as_datetime
from fieldapp.units import UtcMillis
from ui.i18n import tr, tr_count


def kept_words(moment: UtcMillis, offset_minutes: int, refused: Sequence[str]) -> str:
    """When the draft was kept (0: never yet), and whether something in it was caught."""
    if not moment:
        return tr("Writing", "Kept while you write")
    time = f"{as_datetime(moment, offset_minutes):%H:%M:%S}"
    if refused:
        return tr("Writing", "Kept {time}, without what is marked", time=time)
    return tr("Writing", "Kept {time}", time=time)


def problem_words(count: int) -> str:
    """So many answers do not let the report be filed."""
    return tr_count(
        "Writing",
        "One answer needs a look. It is marked below.",
        "{count} answers need a look. They are marked below.",
        count,
    )


def nobody_words() -> str:
    """Above a protected form while nobody could open its report."""
    return tr(
        "Writing",
        "HQ has not named a protection officer yet, so this report cannot be filed today. What you "
        "write is kept as your draft. If somebody is in danger, speak to HQ by radio or telephone.",
    )


def carried_words() -> str:
    """Above a report that was begun with answers of another one."""
    return tr(
        "Writing",
        "Some answers were taken from an earlier report. They say so: check them before filing.",
    )


def seals_words() -> str:
    """Above a protected form: what filing it means."""
    return tr(
        "Writing",
        "Filing seals this report: from then on only protection officers can open it, and nobody "
        "on this laptop, not even you.",
    )
