"""The mission's scenarios as answers to the built-in forms, each a JSON file beside this one.

A file holds ``scenario`` (its number in the domain notes), ``form`` (form id), ``title``,
``answers`` (as a person would give them, in the order of the form) and ``derived`` (what the form
has to work out, by path). Times are of the fictional mission, mostly UTC+1.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.session import FormSession

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
EVENING = datetime(2026, 11, 9, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def scenario(name: str) -> dict[str, Any]:
    """The content of one file."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


def new_session(form: FormDefinition, language: str | None = None) -> FormSession:
    """An empty report, begun in the evening of 9 November 2026, UTC+1."""
    return FormSession(form, now=lambda: EVENING, new_id=lambda: "scenario", language=language)


def fill(session: FormSession, answers: Mapping[str, Any], ref: str = "/data") -> None:
    """Give the answers one by one, adding rows where there are several."""
    for name, value in answers.items():
        here = f"{ref}/{name}"
        if isinstance(value, Mapping):
            fill(session, value, here)
        elif isinstance(value, list):
            for number, row in enumerate(value, start=1):
                if number > len(session.rows(here)):
                    session.add_row(here)
                fill(session, row, f"{here}[{number}]")
        else:
            session.set(here, value)
