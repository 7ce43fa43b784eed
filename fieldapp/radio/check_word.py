"""Three words by which two people on the radio find out whether they wrote down the same.

The check word stands for what can be compared exactly: codes, numbers, times and grids. Whoever
takes a report by voice fills in the same form and compares the word. Free text, which nobody
takes down letter by letter, is not part of it, nor is what the form works out by itself.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from fieldapp.forms.definition import Definition, FormDefinition, QuestionDef, RepeatDef
from fieldapp.notation import dtg, grid
from fieldapp.notation.dtg import DtgRefused
from fieldapp.notation.grid import GridRefused
from fieldapp.radio.spelling import letter_word

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORDS = 3
_GRID = "mgrs"
_EXACT = frozenset(
    {"int", "decimal", "date", "time", "dateTime", "select1", "select", "rank", "boolean"}
)


def check_word(form: FormDefinition, answers: Mapping[str, Any]) -> str:
    """The check word of a report, such as ``LIMA ZULU OSCAR``; one in 17,576.

    Args:
        form: the form that the answers belong to.
        answers: as the record keeps them; see `fieldapp.forms.record`.
    """
    lines = [form.form_id, *(f"{path}={value}" for path, value in exact(form, answers))]
    number = int.from_bytes(sha256("\n".join(lines).encode()).digest(), "big")
    letters = []
    for _ in range(_WORDS):
        number, place = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    return " ".join(letter_word(letter) for letter in letters)


def exact(form: FormDefinition, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Path and value of each answer that can be compared exactly, in the order of the form.

    Times are in UTC to the minute, grids canonical, several choices sorted.
    """
    for child in form.root.children:
        yield from _walk(child, child.name, answers.get(child.name))


def _walk(definition: Definition, path: str, held: Any) -> Iterator[tuple[str, str]]:
    if isinstance(definition, QuestionDef):
        if isinstance(held, str) and held.strip():
            value = _canonical(definition, held.strip())
            if value:
                yield path, value
    elif isinstance(definition, RepeatDef):
        for number, row in enumerate(held if isinstance(held, list) else (), 1):
            yield from _inside(definition, f"{path}/{number}", row)
    else:
        yield from _inside(definition, path, held)


def _inside(definition: Definition, path: str, held: Any) -> Iterator[tuple[str, str]]:
    values = held if isinstance(held, dict) else {}
    for child in definition.children:
        yield from _walk(child, f"{path}/{child.name}", values.get(child.name))


def _canonical(question: QuestionDef, value: str) -> str:
    """Empty for what cannot be compared."""
    if _GRID in question.appearance:
        try:
            return grid.parse(value).text
        except GridRefused:
            return value.replace(" ", "").upper()
    if question.control == "none" or question.type not in _EXACT:
        return ""
    if question.type == "dateTime":
        try:
            return dtg.format_dtg(dtg.from_xforms(value, local_offset_minutes=0).utc, 0)
        except DtgRefused:
            return value
    return " ".join(sorted(value.split())) if question.type == "select" else value
