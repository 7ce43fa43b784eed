"""Seeded varied reports for the bench: prose, names, grids and times, in four languages."""

from random import Random

from fieldapp.forms.finished import Finished
from tests.bench import prose


def restriction(random: Random) -> Finished:
    """temporary shape until library forms land"""
    language = random.choice(prose.LANGUAGES)
    return Finished(
        "restriction",
        "1",
        {
            "head": {"precedence": "ROUTINE", "classification": "C"},
            "when": {"start": f"2026-11-{random.randrange(1, 28):02}T10:20:00.000+01:00"},
            "where": {"place": prose.place(random), "grid": prose.grid(random)},
            "what": {"main_kind": "DENY"},
            "facts": {"narrative": prose.narrative(random, language)},
        },
        {},
        language,
    )


any_report = restriction
