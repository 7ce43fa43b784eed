"""What a form says of itself: its report number type, name, purpose and signs.

It stands in attributes of the record's root element, in an XLSForm the settings columns
``attribute::number`` and so on, and is read without reading the form: lists, maps and the choice
of a form need nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from fieldapp.forms.library import REPORT_KINDS

OTHER: Final = "OTHER"
"""The number type of reports whose form names none."""

_KIND: Final = re.compile(r"[A-Z]{2,8}")
_LANGUAGES: Final = re.compile(r"(name|purpose)_([a-z]{2,3})")
_MAX_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class FormAbout:
    """A form from outside.

    Args:
        kind: type in report numbers.
        subject: code list that labels ``/data/what/kind``, or empty.
        icon: name of a symbol; the screens show their own where they do not have it.
        mark: shape on maps; likewise.
        raised_by: form in the course of which this one is begun, with its number in it; or empty.
        names: language code to name; empty where the form says none.
        purposes: language code to what it is for.
    """

    kind: str = OTHER
    subject: str = ""
    icon: str = ""
    mark: str = ""
    raised_by: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """The name in a language, else in English, else empty."""
        return self.names.get(language) or self.names.get("en", "")

    def purpose(self, language: str) -> str:
        """The purpose in a language, else in English, else empty."""
        return self.purposes.get(language) or self.purposes.get("en", "")


def about(attributes: Mapping[str, str], title: str = "") -> FormAbout:
    """From the root element's attributes and the form's title, its English name."""
    kind = REPORT_KINDS.get(attributes.get("id", "")) or attributes.get("number", "").strip()
    texts: dict[str, dict[str, str]] = {"name": {"en": title.strip()}, "purpose": {}}
    for name, text in attributes.items():
        if found := _LANGUAGES.fullmatch(name):
            texts[found[1]][found[2]] = text.strip()[:_MAX_TEXT]
    return FormAbout(
        kind=kind if _KIND.fullmatch(kind) else OTHER,
        subject=attributes.get("subject", "").strip(),
        icon=attributes.get("icon", "").strip(),
        mark=attributes.get("mark", "").strip(),
        raised_by=attributes.get("raised_by", "").strip(),
        names={language: text for language, text in texts["name"].items() if text},
        purposes=texts["purpose"],
    )


def read_about(xml: bytes) -> FormAbout:
    """From a compiled form, as far as it can be read; a form that is broken says nothing."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.CharacterDataHandler = reading.text
    parser.EndElementHandler = reading.end
    parser.EntityDeclHandler = reading.stop
    with suppress(_Enough, expat.ExpatError):
        parser.Parse(xml, True)
    return about(reading.attributes, reading.title)


class _Enough(Exception):
    """Everything wanted was read."""


class _Reading:
    def __init__(self) -> None:
        self.title = ""
        self.attributes: dict[str, str] = {}
        self._in_title = self._in_instance = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._in_instance:
            self.attributes = attributes
            raise _Enough
        local = name.rpartition(" ")[2]
        self._in_title, self._in_instance = local == "title", local == "instance"

    def text(self, text: str) -> None:
        if self._in_title:
            self.title += text

    def end(self, _name: str) -> None:
        self._in_title = False

    def stop(self, *_what: object) -> None:
        raise _Enough
