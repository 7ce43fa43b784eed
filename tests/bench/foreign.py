"""Prose of people, unlike any that a dictionary was trained on: this project's own documents.

English comes from the documents, the other languages from the translators' files of the window.
"""

import re
from functools import cache
from pathlib import Path
from random import Random
from xml.etree import ElementTree

_ROOT = Path(__file__).resolve().parents[2]
_DOCUMENTS = ("README.md", "fieldapp/DECISIONS.md", "fieldapp/FORMAT.md", "sync/PROTOCOL.md")
_SHORTEST = 45
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


@cache
def sentences(language: str) -> tuple[str, ...]:
    """All sentences there are in a language, in the order in which they stand."""
    if language == "en":
        found = [one for name in _DOCUMENTS for one in _prose((_ROOT / name).read_text("utf-8"))]
    else:
        tree = ElementTree.parse(_ROOT / "ui" / "i18n" / f"{language}.ts")
        found = [one.text or "" for one in tree.iter("translation")]
    return tuple(one for one in found if len(one) >= _SHORTEST)


class Writer:
    """Writes narratives of foreign prose; no sentence twice before all were used.

    Args:
        language: one of ``prose.LANGUAGES``.
    """

    def __init__(self, language: str) -> None:
        mixed = list(sentences(language))
        Random(len(mixed)).shuffle(mixed)
        self._text = " ".join(mixed)
        self._at = 0

    def write(self, random: Random, language: str, length: int = 600) -> str:
        """The next ``length`` characters."""
        if self._at + length > len(self._text):
            self._at = 0
        self._at += length
        return self._text[self._at - length : self._at].strip()


def _prose(text: str) -> list[str]:
    """The sentences of paragraphs; tables, code, headings and lists are left out."""
    paragraphs = re.split(r"\n\s*\n", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    plain = [part for part in paragraphs if part.strip() and part.lstrip()[0] not in "|#<-!["]
    return [
        one
        for part in plain
        for one in _SENTENCE.split(" ".join(re.sub(r"[*`]", "", part).split()))
    ]
