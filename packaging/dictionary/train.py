"""Trains the compression dictionaries of the wire, one a language, on synthetic reports only.

A dictionary is shipped in clear and repeats words of what it was trained on, so no real report may
ever be among them: the words come from the forms' own labels and codes, from templates and from
phrases written here. Run from the project's root: ``python packaging/dictionary/train.py``. Every
run gives the same bytes. Seeds below ``HELD_OUT`` are for training; the bench measures beyond.

A published dictionary never changes: new ones get new numbers in `sync.dictionaries`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import zstandard

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from phrases import phrases

from fieldapp.event.payload import encode
from fieldapp.forms.library import library_forms
from fieldapp.forms.model import TextDef
from fieldapp.mission.codes import default_codes
from sync.dictionaries import BY_LANGUAGE, resource
from tests.bench import prose, reports
from tests.bench.corpus import HELD_OUT, payload

SIZE = 64 * 1024
"""Larger ones gain less than a byte per report and 64 KiB, smaller ones lose ten."""
_LABELS, _PHRASES = 0.3, 0.6
"""Shares of narratives: from labels below the first, from phrases below the second, else prose."""
_SHORTEST = 4


def main() -> None:
    for language, number in BY_LANGUAGE.items():
        samples = [encode(sample(Random(seed), language)) for seed in range(HELD_OUT)]
        trained = zstandard.train_dictionary(SIZE, samples, level=19, dict_id=number, k=512, d=8)
        target = Path("sync") / resource(number)
        target.write_bytes(trained.as_bytes())
        print(f"{target}: {len(trained.as_bytes())} bytes from {len(samples)} reports")


def sample(random: Random, language: str) -> dict[str, object]:
    """The content of a report event in one language."""
    pools = (labels(language), phrases(language))

    def write(random: Random, language: str, length: int = 600) -> str:
        share = random.random()
        if share >= _PHRASES:
            return prose.narrative(random, language, length)
        return _strung(random, pools[share >= _LABELS], length)

    return payload(random, reports.Words((language,), write))


_seen: dict[str, tuple[str, ...]] = {}


def labels(language: str) -> tuple[str, ...]:
    """What the forms and code lists show in a language."""
    if language not in _seen:
        lists = default_codes()
        found = {item.label(language) for name in lists.names() for item in lists.items(name)}
        for name in library_forms():
            texts = reports.form(name).translations.texts
            for tongue in (one for one in texts if f"({language})" in one):
                found |= {
                    _plain(text) for forms in texts[tongue].values() for text in forms.values()
                }
        _seen[language] = tuple(sorted(one for one in found if len(one) >= _SHORTEST))
    return _seen[language]


def _plain(text: TextDef) -> str:
    return "".join(part for part in text.parts if isinstance(part, str)).strip()


def _strung(random: Random, pool: Sequence[str], length: int) -> str:
    text = ""
    while len(text) < length:
        text += random.choice(pool) + " "
    return text.rstrip()


if __name__ == "__main__":
    main()
