"""Reports that come out of another one: an incident met on a patrol, with its number in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fieldapp.changes import Changes
from fieldapp.notation import reference
from fieldapp.people import Desk
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.store.serials import allot

NUMBERED = Changes(drafts=True)
_LASTING = {
    "head": ("classification", "caveat", "patrol_no"),
    "what": ("movement",),
    "where": ("place", "place_local", "admin_area"),
    "lines": ("callsign",),
    "party": ("unit", "callsign", "patrol_no", "persons", "vehicles"),
    "imposer": ("actor", "sub_unit"),
}


def number_draft(desk: Desk, draft: Draft, kind: str) -> Draft:
    """Gives a draft the number that its report will have, and keeps it; once is enough.

    The number of a draft that is thrown away is not given again: gaps are legal.

    Raises:
        StreamClosed, StoreFull: nothing was changed.
    """
    with desk.store.write():
        if not draft.ref:
            draft = replace(draft, ref=allot(desk.store, desk.stream, kind))
        drafts.save_draft(desk.store, desk.sealer, draft)
    return draft


def raised_answers(answers: Mapping[str, Any], ref: str) -> dict[str, Any]:
    """What a report begins with that was raised by the report ``ref`` with these answers.

    The place is the last one visited: its name alone, since a grid is that of the event. Whatever
    the new form does not ask is left out when it is put in; see `fieldapp.forms.carrying`.
    """
    legs, where, party = (answers.get(name) for name in ("legs", "where", "party"))
    visited = [leg.get("place", "") for leg in legs if isinstance(leg, Mapping)] if legs else []
    place = next((name for name in reversed(visited) if name), "") or _text(where, "place")
    side = {name: _text(party, name) for name in ("persons", "vehicles", "callsign")}
    return {
        "head": {"patrol_no": ref},
        "what": {"movement": "GROUND-PATROL"},
        "where": {"place": place, "admin_area": _text(where, "admin_area")},
        "lines": {"callsign": side["callsign"]},
        "party": {"patrol_no": ref, "unit": reference.parse(ref).unit, **side},
    }


def lasting_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What a report copied as a new one begins with where its form does not say what carries over.

    The same people at the same place, and how the report is marked. What happened, when, its grid
    and every count of it are facts of that one event and are left out.
    """
    return {
        group: {name: _text(answers.get(group), name) for name in names}
        for group, names in _LASTING.items()
    }


def _text(group: object, name: str) -> str:
    value = group.get(name, "") if isinstance(group, Mapping) else ""
    return value if isinstance(value, str) else ""
