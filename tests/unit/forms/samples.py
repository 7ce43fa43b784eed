"""Forms that the tests of the form engine share, and how to open them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.session import FormSession

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=2)))

PATROL = """
| survey |
| |type|name|label::English (en)|label::French (fr)|hint::English (en)|hint::French (fr)|
| | text | who | Who | Qui | Call sign | Indicatif |
| | integer | n | How many with ${who} | Combien avec ${who} | | |
| | calculate | twice | | | | |
| | select_one reg | region | Region | Secteur | | |
| | select_one dis | district | District | District | | |
| | select_multiple reg | seen | Seen | Vu | | |
| | begin_repeat | pax | People | Gens | | |
| | text | pname | Name | Nom | | |
| | integer | age | Age of ${pname} | Age de ${pname} | | |
| | calculate | pos | | | | |
| | end_repeat | | | | | |
| | calculate | total | | | | |
| | begin_group | late | Late | Retard | | |
| | text | why | Why | Pourquoi | | |
| | calculate | shout | | | | |
| | end_group | | | | | |
| choices |
| | list_name | name | label::English (en) | label::French (fr) | region |
| | reg | a | North | Nord | |
| | reg | b | South | Sud | |
| | dis | a1 | North One | Nord Un | a |
| | dis | a2 | North Two | Nord Deux | a |
| | dis | b1 | South One | Sud Un | b |
| settings |
| | default_language | form_id | version |
| | English (en) | patrol | 7 |
"""

_LOGIC = {
    "who": {"required": "yes"},
    "n": {
        "constraint": ". > 0 and . < 10",
        "constraint_message::English (en)": "Between 1 and 9",
        "constraint_message::French (fr)": "Entre 1 et 9",
    },
    "twice": {"calculation": "${n} * 2"},
    "region": {"relevant": "${n} > 1", "required": "${n} > 2"},
    "district": {"choice_filter": "region = ${region}"},
    "age": {"relevant": "${pname} != ''"},
    "pos": {"calculation": "position(..)"},
    "total": {"calculation": "sum(${age})"},
    "late": {"relevant": "${total} > 40 and ${region} != ''"},
    "shout": {"calculation": "concat(${why}, '!', ${twice})"},
}


def compiled(markdown: str, **files: Any) -> FormDefinition:
    """The form that XLSForm markdown describes."""
    return load_form(convert(markdown).xform.encode(), **files)


def patrol_form() -> FormDefinition:
    """The shared form: every kind of logic once."""
    rows = [line.strip() for line in PATROL.strip().splitlines()]
    head = [cell.strip() for cell in rows[1].strip("|").split("|")]
    names = sorted({column for logic in _LOGIC.values() for column in logic})
    table = [rows[0], "| | " + " | ".join(head[1:] + names) + " |"]
    for line in rows[2:]:
        if line.startswith("| choices"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        logic = _LOGIC.get(cells[2], {})
        table.append("| | " + " | ".join(cells[1:] + [logic.get(n, "") for n in names]) + " |")
    rest = rows[rows.index("| choices |") :]
    return compiled("\n".join(table + rest))


def open_session(
    form: FormDefinition, answers: Mapping[str, Any] | None = None, **options: Any
) -> FormSession:
    """A session at a fixed moment with ids that count up."""
    numbers = itertools.count(options.pop("first_id", 1))
    return FormSession(
        form,
        answers=answers,
        now=options.pop("now", lambda: NOON),
        new_id=lambda: f"id{next(numbers)}",
        **options,
    )


def xform(model: str, body: str, attributes: str = "") -> bytes:
    """An XForm written by hand: the inside of its model and of its body."""
    return f"""<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"
 xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>T</h:title><model {attributes}>{model}</model></h:head>
<h:body>{body}</h:body></h:html>""".encode()
