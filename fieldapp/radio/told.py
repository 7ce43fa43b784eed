"""A filed report as the radio takes it: its short text and its check word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.forms.catalog import Catalog
from fieldapp.radio.check_word import check_word
from fieldapp.radio.short_text import Heading, short_text
from fieldapp.store.reads import ReportDetail

_LEVELS = "c3"
_RADIO_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Told:
    """Both, ready to be read out.

    Args:
        short: see `fieldapp.radio.short_text.short_text`.
        check: see `fieldapp.radio.check_word.check_word`; empty where the form is not installed.
    """

    short: str
    check: str


def told(catalog: Catalog, detail: ReportDetail, content: Mapping[str, Any]) -> Told:
    """What the radio takes of a report.

    Args:
        catalog: forms and code lists of the installation.
        detail: the report.
        content: its newest revision, opened if it was sealed.
    """
    row = detail.row
    answers = content.get("answers", {})
    head = answers.get("head", {})
    level = catalog.codes.label(_LEVELS, row.classification, _RADIO_LANGUAGE)
    heading = Heading(row.ref, row.revision, level, str(head.get("incident_no", "")))
    try:
        check = check_word(catalog.form_of(row.form, str(content.get("version", ""))), answers)
    except FieldError:
        check = ""
    return Told(short_text(heading, row.form, answers), check)
