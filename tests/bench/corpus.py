"""Payloads as the commands write them, for training the dictionary and for measuring the wire."""

from random import Random
from typing import Any

from fieldapp.notation.reference import ReportNumber, serial_text
from tests.bench import reports

HELD_OUT = 3_000
"""Seeds from here on were never shown to the dictionary."""


def payload(random: Random, words: reports.Words = reports.OURS) -> dict[str, Any]:
    """The content of a report event."""
    finished = reports.any_report(random, words)
    kind = finished.kind
    unit = f"TS{random.randrange(1, 40)}"
    number = ReportNumber(
        unit, kind, 2026, serial_text(random.randrange(10), random.randrange(1, 900))
    )
    return {
        "ref": number.base,
        "type": kind,
        "form": finished.form,
        "version": finished.version,
        "language": finished.language,
        "answers": finished.answers,
        "typed": {},
        "files": [],
    }
