"""Seeded varied reports for the bench: prose, names, grids and times, in four languages.

Each is filled through its form, as a person would, so that nothing is measured on answers which the
product would refuse.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.finished import Finished, finish
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from fieldapp.mission.codes import CodeLists, default_codes
from tests.bench import prose

_BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
_NARRATIVE = 600


@cache
def _lists() -> CodeLists:
    return default_codes()


@cache
def form(form_id: str) -> FormDefinition:
    """A form of the library."""
    return load_form(library_forms()[form_id])


def session(form_id: str, answers: dict[str, Any] | None = None) -> FormSession:
    """A session at a fixed moment."""
    return FormSession(
        form(form_id), answers=answers, now=lambda: _BEGIN, new_id=lambda: "0", language="en"
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Which languages are written in, and who writes the narratives."""

    languages: Sequence[str] = prose.LANGUAGES
    write: Callable[[Random, str, int], str] = prose.narrative


OURS = Words()


def restriction(random: Random, words: Words = OURS) -> Finished:
    """A ground patrol stopped, as most restrictions are."""
    code = _codes(random)
    start = _BEGIN + timedelta(minutes=random.randrange(40_000))
    language = random.choice(words.languages)
    strength = random.randrange(2, 30)
    answers: dict[str, Any] = {
        "head": _head(random),
        "what": {
            "movement": "GROUND-PATROL",
            "kind": random.choice(("DENY", "DELAY", "TURN", "COND", "BLOCK", "HARASS")),
            "means": " ".join(sorted({code("c30"), code("c30")})),
            "task": code("c28"),
            "on_route": random.choice(("yes", "no", "unclear")),
            "outcome": random.choice(("TURNED-BACK", "WITHDREW", "PASSED-DELAY")),
        },
        "when": {
            "ongoing": "no",
            "stopped_at": _moment(start),
            "released_at": _moment(start + timedelta(minutes=random.randrange(5, 300))),
            "start_precision": "MINUTE",
        },
        "where": {
            "place": prose.place(random),
            "grid": prose.grid(random),
            "method": "GPS",
            "precision": "10M",
        },
        "source": {"source_kind": "PATROL-SAW"},
        "party": {
            "unit": f"Team site {random.randrange(1, 20)}",
            "patrol_no": f"TS{random.randrange(1, 20)}-PATREP-2026-{random.randrange(10_000):04}",
            "persons": str(random.randrange(4, 20)),
            "vehicles": str(random.randrange(1, 6)),
        },
        "imposer": {
            "actor": random.choice(("HST-ARM", "HST-POL", "NSAG", "UNK-ARMED")),
            "strength_min": str(strength),
            "strength_max": str(strength + random.randrange(5)),
            "armed": "yes",
            "uniform": random.choice(("yes", "no")),
            "basis": "UNIFORM",
            "speaker": "Sergeant",
            "order_from": code("c31"),
        },
        "reason": {"code": code("c32"), "words": prose.narrative(random, language, 60)},
        "clearance": {
            "status": "GRANTED",
            "ref": f"{random.randrange(100)}/26",
            "at": _moment(start - timedelta(days=2)),
            "host": "INDEPENDENT",
        },
        "harm": {"any": "no"},
        "reaction": {"un": "NEGOTIATED WAITED", "liaison": "no"},
        "facts": {"narrative": words.write(random, language, _NARRATIVE)},
    }
    return _finished("restriction", answers, language)


def incident(random: Random, words: Words = OURS) -> Finished:
    """An armed clash or an attack, reported in full."""
    code = _codes(random)
    start = _BEGIN + timedelta(minutes=random.randrange(40_000))
    language = random.choice(words.languages)
    category = random.choice(("ARM", "CIV", "CROWD", "CRIME"))
    sub_types = [
        item.name for item in _lists().items("c19") if item.columns.get("category") == category
    ]
    answers: dict[str, Any] = {
        "head": {**_head(random), "stage": "FIRST"},
        "when": {
            "start": _moment(start),
            "start_precision": "HOUR",
            "ongoing": "no",
            "end": _moment(start + timedelta(minutes=random.randrange(300))),
        },
        "where": {
            "place": prose.place(random),
            "grid": prose.grid(random),
            "method": "MAP",
            "precision": "100M",
        },
        "source": {"source_kind": code("c6")},
        "what": {
            "category": category,
            "sub_type": random.choice(sub_types),
            "un_involved": "no",
            "un_targeted": "no",
            "mass_event": "no",
        },
        "who": {
            "known": "yes",
            "parties": [
                {
                    "actor": code("c9"),
                    "role": random.choice(("attacker", "present", "unknown")),
                    "strength_min": str(random.randrange(1, 40)),
                    "basis": "UNIFORM",
                }
            ],
        },
        "harm": {"any": "no", "damage_any": "no"},
        "force": {"level": "NONE"},
        "actions": {
            "taken": prose.narrative(random, language, 80),
            "intent": prose.narrative(random, language, 60),
        },
        "reported": {"channel": "NONE"},
        "next": {"due": _moment(start + timedelta(hours=2))},
        "facts": {"narrative": words.write(random, language, _NARRATIVE)},
    }
    return _finished("incident", answers, language)


def any_report(random: Random, words: Words = OURS) -> Finished:
    """Two restrictions for every incident."""
    return incident(random, words) if random.randrange(3) == 0 else restriction(random, words)


def _head(random: Random) -> dict[str, str]:
    precedence = random.choice(("ROUTINE", "ROUTINE", "PRIORITY", "IMMEDIATE"))
    return {"precedence": precedence, "classification": random.choice(("U", "C")), "caveat": "NONE"}


def _codes(random: Random) -> Callable[[str], str]:
    return lambda name: random.choice(_lists().items(name)).name


def _moment(moment: datetime) -> str:
    return moment.astimezone().isoformat(timespec="milliseconds")


def _finished(form_id: str, answers: dict[str, Any], language: str) -> Finished:
    return finish(session(form_id, answers), {}, language)
