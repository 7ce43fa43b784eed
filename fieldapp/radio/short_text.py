"""One report as a short text for voice and HF: upper case, ASCII, one lettered line a topic.

It ends in four digits of a hash over the rest, so that whoever receives it, over however many
relays that break lines anew, can tell that nothing was altered. It is no signature: the signed
record follows when there is a link, and the report number ties the two together.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_uppercase
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.notation import dtg
from fieldapp.notation.dtg import DtgRefused

MAX_CHARACTERS = 700
"""What an HF operator sends in one go; what does not fit is cut, and the cut is seen."""
MAX_LINE = 200
_END = re.compile(r"\s+END\s+SHA\s+([0-9A-F]{4})\s*$")
_CUT = "..."
_HEAD, _ACCOUNT = "head", "facts"


class ShortTextAltered(FieldError):
    """The hash at its end does not fit the text."""

    code = "radio.altered"
    remedy = Remedy.CHECK_INPUT
    text = "This text is not what was sent, or its end is missing. Ask for it to be repeated."


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines.

    Args:
        ref: report number as people write it.
        revision: 0 as filed.
        classification: in full, ``CONFIDENTIAL``.
        incident_no: HQ's incident number, or empty.
    """

    ref: str
    revision: int
    classification: str
    incident_no: str = ""


def short_text(heading: Heading, form_id: str, answers: Mapping[str, Any]) -> str:
    """The text, its last line ``END SHA`` and four hexadecimal digits.

    Args:
        heading: what stands above the lines.
        form_id: id of the form; a restriction has the lines that HQ expects of it, any other
            report one line for each of its sections with the names of questions and codes.
        answers: as the record keeps them.
    """
    incident = heading.incident_no and f" / INC {heading.incident_no}"
    text = _ascii(f"{heading.ref} R{heading.revision}{incident} / {heading.classification}")
    if form_id == "restriction":
        lines = _restriction(answers)
    else:
        lines = [*_sections(answers), _at(answers, "facts/narrative")]
    for letter, line in zip(ascii_uppercase, lines, strict=False):
        most = MAX_LINE if line is not lines[-1] else MAX_CHARACTERS
        room = MAX_CHARACTERS - len(text) - len("\nA \nEND SHA 0000")
        if room <= len(_CUT):
            break
        if line:
            text += f"\n{letter} {_shortened(_ascii(line), min(room, most))}"
    return f"{text}\nEND SHA {_digits(text)}"


def check_short_text(text: str) -> str:
    """The text without its last line, as it was received.

    Spaces, line breaks and the case of letters do not matter.

    Raises:
        ShortTextAltered: if its hash does not fit, or there is none.
    """
    found = _END.search(text.upper())
    if found is None or _digits(text[: found.start()]) != found.group(1):
        raise ShortTextAltered
    return text[: found.start()].strip()


def _digits(text: str) -> str:
    return sha256(" ".join(text.upper().split()).encode()).hexdigest()[:4].upper()


def _restriction(answers: Mapping[str, Any]) -> list[str]:
    """The lines of a restriction, A to K; ``-`` for what was not answered."""

    def at(path: str) -> str:
        return _at(answers, path)

    start = at("when/stopped_at") or at("when/requested_at")
    end = at("when/released_at") or at("when/decided_at")
    going_on = at("when/ongoing") == "yes"
    words = at("reason/words")
    precise = " ".join(x for x in (at("where/precision"), at("where/method")) if x)
    return [
        f"{_moment(start)} - {'ONGOING' if going_on else _moment(end)}",
        _line(at("where/grid"), precise and f"({precise})", at("where/place")),
        _line(
            at("what/movement"),
            _counted(at("party/vehicles"), "VEH"),
            _counted(at("party/persons"), "PAX"),
            at("party/patrol_no") or at("request/ref"),
        ),
        _line(at("what/task")),
        _line(
            at("what/kind"),
            at("imposer/actor") and f"BY {at('imposer/actor')}",
            _strength(at("imposer/strength_min"), at("imposer/strength_max")),
            at("imposer/weapons"),
            at("imposer/speaker"),
            "UNIFORM" if at("imposer/uniform") == "yes" else "",
        ),
        _line(
            f'REASON QUOTED "{words}"' if words else f"REASON {at('reason/code') or '-'}",
            at("imposer/order_from") and f"ORDER {at('imposer/order_from')}",
        ),
        _line(
            at("clearance/status") and _line("CLEARANCE", at("clearance/ref")),
            at("clearance/status"),
            _moment(at("clearance/at")) if at("clearance/at") else "",
        ),
        _line(at("clearance/host")),
        _line(at("what/outcome"), _duration(start, end), _harm(answers)),
        _line(*(_contact(row) for row in _rows(answers, "reaction", "contacts"))),
        _line(at("next/attempt") and f"RETRY {at('next/attempt')}", at("next/area_unvisited")),
    ]


def _sections(answers: Mapping[str, Any]) -> list[str]:
    """One line a section, the account apart."""
    lines = []
    for name, held in answers.items():
        if name in (_HEAD, _ACCOUNT) or not held:
            continue
        told = " ".join(f"{key} {value}" for key, value in _leaves(held, ""))
        if told:
            lines.append(f"{name}: {told}")
    return lines[: len(ascii_uppercase) - 1]


def _leaves(held: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(held, str):
        if held.strip():
            yield name, _told(held.strip())
    elif isinstance(held, dict):
        for key, value in held.items():
            yield from _leaves(value, key)
    elif isinstance(held, list):
        for number, value in enumerate(held, 1):
            yield from _leaves(value, f"{name}{number}")


def _told(value: str) -> str:
    try:
        return dtg.from_xforms(value, local_offset_minutes=0).text if "T" in value else value
    except DtgRefused:
        return value


def _at(answers: Mapping[str, Any], path: str) -> str:
    held: Any = answers
    for name in path.split("/"):
        held = held.get(name) if isinstance(held, Mapping) else None
    return held.strip() if isinstance(held, str) else ""


def _rows(answers: Mapping[str, Any], group: str, name: str) -> list[dict[str, str]]:
    held = answers.get(group)
    rows = held.get(name) if isinstance(held, dict) else None
    return [row for row in rows or () if isinstance(row, dict)]


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part.strip()) or "-"


def _counted(number: str, unit: str) -> str:
    return f"{number}{unit}" if number else ""


def _strength(least: str, most: str) -> str:
    if not least and not most:
        return ""
    return f"{'-'.join(dict.fromkeys(x for x in (least, most) if x))} PAX"


def _moment(value: str) -> str:
    """In Zulu: whoever listens may be in another zone."""
    try:
        return dtg.format_dtg(dtg.from_xforms(value, local_offset_minutes=0).utc, 0)
    except DtgRefused:
        return "-"


def _duration(start: str, end: str) -> str:
    try:
        first, last = (dtg.from_xforms(x, local_offset_minutes=0).utc for x in (start, end))
    except DtgRefused:
        return ""
    return f"{round((last - first) / 60_000)}MIN"


def _contact(row: Mapping[str, str]) -> str:
    return _line(row.get("via", ""), _moment(row.get("at", "")), row.get("result", ""))


def _harm(answers: Mapping[str, Any]) -> str:
    told = [
        _line(row.get("number", ""), row.get("loss", ""), row.get("item", ""))
        for row in _rows(answers, "harm", "items")
    ]
    return " ".join(told) or "NO HARM"


def _shortened(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - len(_CUT)].rstrip() + _CUT


def _ascii(text: str) -> str:
    """Upper case without accents; a word in another script becomes ``?``, never silence."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in plain if not unicodedata.combining(c)).upper()
    return re.sub(r"[^\x20-\x7e]+(?:\s+[^\x20-\x7e]+)*", "?", kept.replace("\n", " "))
