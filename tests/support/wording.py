"""What the words of forms and code lists have to be like in each language of the product."""

import re
from collections.abc import Iterator, Mapping

from fieldapp.mission.profile import LANGUAGES

SAME: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        {
            "1 km", "1 m", "10 km", "10 m", "100 m", "4x4", "Actions", "Attribution", "Audio",
            "Camp", "Cause", "Classification", "Contact", "Contamination", "Direction", "District",
            "Document", "Drone", "Flash", "GPS", "Grenade", "Impact", "Incident", "Internet",
            "Liaison", "Mine", "Mines", "Missile", "Note verbale", "OCHA", "Obstacle", "Photo",
            "Police", "Population", "Reconnaissance", "Restriction", "Routine", "Source",
            "Type", "Violation",
        }
    ),
    "es": frozenset(
        {
            "1 km", "1 m", "10 km", "10 m", "100 m", "5: improbable", "Actor", "Flash", "GPS",
            "Internet", "No", "Nuclear", "OCHA",
        }
    ),
    "ar": frozenset(),
}  # fmt: skip
"""Words that truly are the same as in English."""

_CODE = re.compile(
    r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+|\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6,}\b|\bNOV \d\d\b"
)
"""Report numbers, grids, and both parts of a date-time group."""

_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_ABBREVIATION = re.compile(r"[A-Z0-9-]+")
_FOREIGN_IN_ARABIC = re.compile(r"[;?\u0660-\u0669\u06f0-\u06f9]|(?<!\d),|,(?!\d)")


def flaws(texts: Mapping[str, str], reference: str = r"(?!)") -> Iterator[str]:
    """What is wrong with one text in its languages; nothing when all is well.

    Args:
        texts: language code to text; empty in English means that there is none at all.
        reference: what stands for an answer inside a text, to be left as it is.
    """
    if missing := set(LANGUAGES) - texts.keys():
        yield f"not in {sorted(missing)}"
        return
    english = texts["en"]
    if english != english.strip() or english == "-":
        yield "en is padded or a dash"
    for language in LANGUAGES[1:]:
        told = texts[language]
        if bool(told) != bool(english) or told != told.strip() or told == "-":
            yield f"{language} is empty, padded or a dash"
        if told and told == english and told not in SAME[language]:
            yield f"{language} is English"
        if sorted(re.findall(reference, told)) != sorted(re.findall(reference, english)):
            yield f"{language} has lost or changed an answer that it quotes"
        if _CODE.findall(told) != _CODE.findall(english):
            yield f"{language} has lost or changed a code"
    if texts["es"].endswith("?") != ("¿" in texts["es"]):
        yield "es opens and closes its question differently"
    if english:
        yield from _arabic(re.sub(reference, "", texts["ar"]))


def _arabic(told: str) -> Iterator[str]:
    first = _ARABIC.search(told)
    if first is None:
        yield "ar has no Arabic letter"
    elif _LATIN.search(told[: first.start()]):
        yield "ar begins with another script, so that it would be laid out from left to right"
    if not all(_ABBREVIATION.fullmatch(word) for word in _LATIN.findall(told)):
        yield "ar has words of another script"
    if _FOREIGN_IN_ARABIC.search(told):
        yield "ar has the marks or digits of another script"
