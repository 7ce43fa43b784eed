"""Names of forms and times of drafts, as several pages write them."""

from fieldapp.clock import as_datetime
from fieldapp.errors import FieldError
from fieldapp.forms.carrying import carries
from fieldapp.units import UtcMillis
from ui.pages import PageContext
from ui.reports.times import Times


def form_name(context: PageContext, form: str) -> str:
    """A form's name for people; its id where the form is unknown here."""
    return context.catalog.about(form).name(context.language()) or form


def report_types(context: PageContext) -> list[tuple[str, str]]:
    """Number type and name of every form that can be filled, in the order of the forms."""
    found: dict[str, str] = {}
    for form in context.catalog.ids():
        found.setdefault(context.catalog.about(form).kind, form_name(context, form))
    return list(found.items())


def raised_forms(context: PageContext, form: str) -> list[tuple[str, str, str]]:
    """Id, name and icon of the forms that are begun in the course of one."""
    found = [(each, context.catalog.about(each)) for each in context.catalog.ids()]
    return [
        (each, form_name(context, each), about.icon)
        for each, about in found
        if about.raised_by == form
    ]


def carries_over(context: PageContext, form: str) -> bool:
    """Whether a new report of this form can begin with answers of another one."""
    try:
        return carries(context.catalog.form(form).root)
    except FieldError:
        return False


def kept_time(context: PageContext, moment: UtcMillis) -> str:
    """When a draft was kept: ``14:05`` local time today, else as a date-time group."""
    offset = context.profile.offset_minutes
    there = as_datetime(moment, offset)
    if there.date() == as_datetime(context.clock.now(), offset).date():
        return f"{there:%H:%M}"
    return Times(context.clock, offset, context.language()).group(moment)
