"""Texts of a form: labels, hints, messages and their translations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Rule, TextDef, TextForms, Translations
from fieldapp.forms.tree import Kind, Node

_ITEXT: Final = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)\s*\Z")
MakeRule = Callable[[str], Rule]


def itext_id(source: str) -> str:
    """The id in ``jr:itext('id')``; empty when ``source`` is anything else."""
    match = _ITEXT.match(source)
    return "" if match is None else match.group(1) or match.group(2) or ""


def read_text(element: Node | None, make_rule: MakeRule) -> TextDef | None:
    """The text that a label, hint or value element gives; None when there is no element."""
    if element is None:
        return None
    ref = element.attribute("ref")
    if ref is not None:
        name = itext_id(ref)
        return TextDef(itext=name) if name else TextDef((make_rule(ref),))
    return TextDef(tuple(_parts(element, make_rule)))


def _parts(element: Node, make_rule: MakeRule) -> list[str | Rule]:
    parts: list[str | Rule] = []
    for child in element.children:
        if child.kind is Kind.TEXT:
            parts.append(child.text)
        elif child.kind is Kind.ELEMENT and child.local == "output":
            source = child.attribute("value") or child.attribute("ref")
            if source is not None:
                parts.append(make_rule(source))
        elif child.kind is Kind.ELEMENT:
            parts.extend(_parts(child, make_rule))
    return _trimmed(parts)


def _trimmed(parts: list[str | Rule]) -> list[str | Rule]:
    """Without the line breaks and indents that only lay out the XML."""
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return [part for part in parts if part != ""]


def message(source: str | None, make_rule: MakeRule) -> TextDef | None:
    """A message attribute of a bind: a translated text or plain words."""
    if source is None:
        return None
    name = itext_id(source)
    return TextDef(itext=name) if name else TextDef((source,))


def read_translations(itext: Node | None, make_rule: MakeRule) -> Translations:
    """All translations of a form; the default language is the one marked so, else the first."""
    if itext is None:
        return Translations()
    languages: list[str] = []
    default = ""
    texts: dict[str, dict[str, TextForms]] = {}
    for translation in itext.elements():
        language = translation.attribute("lang")
        if not language:
            raise FormRefused("A translation of the form does not say its language.")
        languages.append(language)
        if translation.attribute("default") is not None:
            default = language
        texts[language] = {
            text.attribute("id") or "": {
                value.attribute("form") or "": TextDef(tuple(_parts(value, make_rule)))
                for value in text.elements()
            }
            for text in translation.elements()
        }
    return Translations(tuple(languages), default or (languages[0] if languages else ""), texts)
