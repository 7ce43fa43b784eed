"""Reports that belong together because one names the number of the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.notation import reference
from fieldapp.notation.reference import ReferenceRefused
from fieldapp.store import reads
from fieldapp.store.database import Store
from fieldapp.store.errors import NotFound, SeveralFound
from fieldapp.store.reads import ReportDetail
from fieldapp.units import EventId

MOST = 50
"""So many reports at most are shown beside one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A report beside another one.

    Args:
        report: its id.
        ref: its number.
        type: its short type.
        form: its form.
        what: code of what it is about.
        above: the report names it; otherwise it names the report.
    """

    report: EventId
    ref: str
    type: str
    form: str
    what: str
    above: bool


def linked(store: Store, detail: ReportDetail) -> tuple[Link, ...]:
    """The reports here that a report names, then those that name it, oldest first."""
    named = []
    for ref in dict.fromkeys(_numbers(detail.revisions[-1].content.get("answers", {}))):
        try:
            report = reads.find_report(store, ref)
        except (NotFound, SeveralFound):
            continue
        if report != detail.row.id:
            named.append(report)
    naming = store.rows(
        "SELECT r.id FROM report_words w CROSS JOIN report r ON r.n = w.rowid"
        " WHERE w.words MATCH ? AND r.id != ? ORDER BY r.n LIMIT ?",
        (f'"{detail.row.ref}"', detail.row.id, MOST),
    )
    below = [EventId(row[0]) for row in naming if row[0] not in named]
    return tuple(
        link
        for reports, above in ((named[:MOST], True), (below, False))
        for report in reports
        for link in _link(store, report, above)
    )


def _link(store: Store, report: EventId, above: bool) -> Iterator[Link]:
    row = store.row("SELECT id, ref, type, form, what FROM report WHERE id = ?", (report,))
    if row is not None:
        yield Link(EventId(row[0]), row[1], row[2], row[3], row[4], above)


def _numbers(value: Any) -> Iterator[str]:
    """Every answer that is a report number, without its revision."""
    if isinstance(value, str):
        try:
            yield reference.parse(value).base
        except ReferenceRefused:
            return
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers(item)
