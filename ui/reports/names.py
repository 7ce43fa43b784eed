"""Names of forms and times of drafts, as several pages write them."""

from fieldapp.clock import as_datetime
from fieldapp.errors import FieldError
from fieldapp.units import UtcMillis
from ui.i18n import tr
from ui.pages import PageContext
from ui.reports.times import Times


def form_name(context: PageContext, form: str) -> str:
    """A form's name for people; its id where the form is unknown here."""
    names = {
        "incident": tr("Writing", "Incident"),
        "restriction": tr("Writing", "Restriction of movement"),
        "shooting": tr("Writing", "Shooting or cease-fire violation"),
        "uxo": tr("Writing", "Mine, unexploded ordnance or IED"),
        "detention": tr("Writing", "Detention, abduction or hijacking"),
        "protection": tr("Writing", "Protection alert"),
    }
    if form in names:
        return names[form]
    try:
        return context.catalog.form(form).title or form
    except FieldError:
        return form


def kept_time(context: PageContext, moment: UtcMillis) -> str:
    """When a draft was kept: ``14:05`` local time today, else as a date-time group."""
    offset = context.profile.offset_minutes
    there = as_datetime(moment, offset)
    if there.date() == as_datetime(context.clock.now(), offset).date():
        return f"{there:%H:%M}"
    return Times(context.clock, offset, context.language()).group(moment)
