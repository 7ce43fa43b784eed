"""Names of people, as far as lists, titles and the words around them give them away."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from fieldapp.forms.guard.patterns import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_NAME: Final = r"[A-Z][a-z]+(?:['-][A-Za-z]+)*"
_TITLES: Final = re.compile(
    r"\b(?:(?i:mr|mrs|ms|miss|dr|dra|prof|capt|captain|lt|lieutenant|sgt|sergeant|maj|major|col"
    r"|colonel|gen|general|pvt|cpl|corporal|sheikh|chief|imam|pastor|reverend|rev|commander|cdr"
    r"|hajj|hajja|madam|uncle|aunt|auntie|mama|papa|mme|mlle|monsieur|madame|mademoiselle|docteur"
    r"|capitaine|sergent|commandant|caporal|adjudant|abbe|pasteur|maitre|maman|tantine|sr|sra"
    r"|srta|senor|senora|senorita|don|dona|capitan|teniente|sargento|cabo|comandante|coronel"
    rf"|profesora?|tia|tio)\.?|M\.)\s+(?P<name>{_NAME})"
)
_PEOPLE: Final = re.compile(
    r"\b(?i:woman|girl|boy|man|child|survivor|victim|witness|interpreter|husband|wife|mother|father"
    r"|sister|brother|daughter|son|cousin|neighbour|teacher|nurse|driver|soldier|fighter|widow|baby"
    r"|femme|fille|garcon|enfant|mere|pere|soeur|frere|mari|epouse|fils|temoin|victime|interprete"
    r"|survivante|mujer|nina|nino|chica|madre|padre|hermana|hermano|esposa|esposo|marido|hija|hijo"
    rf"|testigo|victima|sobreviviente),?\s+(?P<name>{_NAME})"
)
_NEGATED: Final = (
    r"(?!\s*(?:not|unknown|withheld|known|kept|n'est|pas|inconnu|no\b|desconocid|غير|لم|لا\b|ليس"
    r"|مجهول|محفوظ|ان\b|ال))"
)
_TOLD: Final = re.compile(
    r"\bname(?:'s)?\s+(?:is|was)\b" + _NEGATED + r"\s+(?P<a>\w+)"
    r"|\bname:\s*(?P<b>\w+)"
    rf"|\b(?:[Nn]amed|[Cc]alled|[Kk]nown as|[Gg]oes by|[Nn]icknamed|[Aa]lias)\s+(?P<c>{_NAME})"
    r"|\b(?:[Ss]'appelle(?:nt)?|[Jj]e m'appelle|[Dd]u nom de|[Pp]renommee?|[Nn]ommee?)\s+"
    rf"(?P<d>{_NAME})|\b(?i:son|mon|leur) nom est\b" + _NEGATED + r"\s+(?P<e>\w+)"
    r"|\b(?i:se llaman?|me llamo)\b" + _NEGATED + r"\s+(?P<f>\w+)"
    rf"|\b(?:llamad[ao]|de nombre|apodad[ao])\s+(?P<g>{_NAME})"
    r"|\b(?i:su|mi) nombre es\b" + _NEGATED + r"\s+(?P<h>\w+)"
    r"|\b(?:و|ف)?(?:اسمي|اسمها|اسمه|تدعي|يدعي|تسمي|يسمي|الملقبه?|المدعوه?)\b"
    + _NEGATED
    + r"\s+(?P<i>\w+)"
)
_AR_TITLES: Final = re.compile(
    r"\b(?:السيده?|الدكتوره?|الاستاذه?|الشيخ|العقيد|النقيب|الرائد|الملازم|العميد|اللواء|الرقيب|الحاجه?)"
    r"\s+(?!(?:في|من|علي|الي|عن|كان|قال|ان|و|ال)\b|ال)(?P<name>\w+)"
)
_SPOKE: Final = re.compile(
    rf"(?P<name>{_NAME})\s+(?:said|says|told|tells|explained|reported|cried|fled|confirmed|heard|saw"
    r"|a dit|nous a dit|a raconte|a vu|dijo|conto|vio)\b"
)
_ARTICLES: Final = frozenset({"the", "a", "an", "la", "le", "les", "l", "el", "los", "las", "al"})
_TOWARDS: Final = frozenset({"to", "from", "of", "a", "de", "d", "del", "du", "des", "desde"})
"""After these one word with a capital is mostly a place, two are mostly somebody."""
_NEAR: Final = 8
"""Characters, or words, that are looked at before a word."""
_SENTENCE: Final = frozenset(".!?؟:;\n")


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    here: set[str] = set()
    text = files("fieldapp.forms.guard").joinpath("lists.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            here = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            here.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def names(text: str, *, of_places: bool) -> Iterator[Span]:
    """Where a name of somebody may stand in the text, as `plain` gives it.

    Args:
        text: what was written.
        of_places: it answers where something happened, so that a capital says nothing.
    """
    nobody = _lists()["not names"]
    for pattern in (_PEOPLE,) if of_places else (_TITLES, _PEOPLE, _AR_TITLES):
        for found in pattern.finditer(text):
            if found["name"].lower() not in nobody:
                yield found.span()
    for found in _TOLD.finditer(text):
        yield found.span()
    words = list(_WORD.finditer(text))
    yield from _listed(text, words, of_places=of_places)
    if not of_places:
        yield from _spoke(text)
        yield from _unknown(text, words)


def _listed(text: str, words: list[re.Match[str]], *, of_places: bool) -> Iterator[Span]:
    lists = _lists()
    for number, word in enumerate(words):
        said = word.group()
        parts = {said.lower(), *said.lower().split("-")}
        capital = said[0].isupper()
        if _ARABIC.match(said):
            known = any(stem in lists["arabic names"] for stem in _stems(said))
        elif parts & lists["names"]:
            known = True
        else:
            known = bool(parts & lists["names that are words"]) and capital
            known = known and not of_places and not _begins(text, word) and not said.isupper()
            known = known and said.lower() not in lists["not names"]
        if known and not (capital and _beside_place(text, words, number)):
            yield word.span()


def _stems(word: str) -> Iterator[str]:
    yield word
    if word[0] in "وفلب":
        yield word[1:]


def _spoke(text: str) -> Iterator[Span]:
    for found in _SPOKE.finditer(text):
        said = found["name"].lower()
        if said not in _lists()["not speakers"] and said not in _lists()["not names"]:
            yield found.start("name"), found.end("name")


def _unknown(text: str, words: list[re.Match[str]]) -> Iterator[Span]:
    """Words with a capital inside a sentence that belong neither to a place nor to a body."""
    capitals = {
        number
        for number, word in enumerate(words)
        if re.fullmatch(_NAME, word.group()) and not _begins(text, word)
    }
    for number in sorted(capitals):
        before = words[number - 1].group().lower() if number else ""
        beside = {words[near].group().lower() for near in capitals & {number - 1, number + 1}}
        own = words[number].group().lower()
        if ({own} | beside) & _lists()["not names"] or before in _ARTICLES:
            continue
        if before in _TOWARDS and not beside:
            continue
        if not _beside_place(text, words, number):
            yield words[number].span()


def _beside_place(text: str, words: list[re.Match[str]], number: int) -> bool:
    """Whether the word is named with a place, such as Wadi, or after a word such as near."""
    places, before = _lists()["place words"], _lists()["place prepositions"]
    own = words[number].group().lower()
    near = (word.group() for word in words[max(0, number - 1) : number + 2])
    if any(word.lower() in places for word in near if word not in _ARTICLES):
        return True
    first = number
    while (
        number - first < _NEAR
        and first
        and words[first - 1].group()[0].isupper()
        and not _begins(text, words[first - 1])
    ):
        first -= 1
    earlier = [word.group().lower() for word in words[max(0, first - 2) : first]]
    if len(earlier) == 2 and earlier[1] in _TOWARDS and earlier[0] in places:
        return True
    return bool(earlier) and earlier[-1] in before and own not in _lists()["names"]


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with the word."""
    before = text[max(0, word.start() - _NEAR) : word.start()].rstrip(" \t\"'«»“”()¿¡-")
    return not before or before[-1] in _SENTENCE
