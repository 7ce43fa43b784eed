"""A record of answers: as JSON objects, as instance XML, and as live nodes.

Groups are objects, repeats are lists of objects, every leaf is the XForms text. The root's name is
left out: a record starts below it. A bound attribute is a key beginning with ``@``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.errors import AnswersRefused
from fieldapp.forms.live import MAX_ROWS, LiveTree, definition_of, make_node
from fieldapp.forms.model import Definition, RepeatDef
from fieldapp.forms.tree import XFORMS, Node, parse_xml, plain_copy

Answers = dict[str, Any]
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """``text`` without the control characters that no XML document can hold."""
    return _FORBIDDEN.sub("", text)


def read_answers(root: Node, *, for_filing: bool) -> Answers:
    """The answers below ``root``. For filing, what is not relevant or empty is left out."""
    found = _read(root, for_filing)
    return found if isinstance(found, dict) else {}


def _read(node: Node, for_filing: bool) -> Answers:
    result: Answers = {}
    for item in node.attributes:
        if item.definition is not None and not (for_filing and not item.value()):
            result[f"@{item.name}"] = item.text
    for definition in definition_of(node).children:
        found = node.named(definition.name)
        if for_filing:
            found = [child for child in found if child.visible]
        if not found or definition.name.startswith("@"):
            continue
        if definition.is_repeat:
            rows = [_read(row, for_filing) for row in found]
            if any(rows) or not for_filing:
                result[definition.name] = rows
        elif definition.is_question:
            if found[0].text or not for_filing:
                result[definition.name] = found[0].text
        else:
            inner = _read(found[0], for_filing)
            if inner or not for_filing:
                result[definition.name] = inner
    return result


def fill(tree: LiveTree, answers: Mapping[str, Any]) -> Answers:
    """Makes ``tree`` hold ``answers`` and nothing else; returns what the form has no place for."""
    _blank(tree.root)
    return _fill(tree.root, answers)


def _blank(node: Node) -> None:
    for item in node.attributes:
        if item.definition is not None:
            item.text = ""
    definition = definition_of(node)
    if definition.is_question:
        node.text = ""
    for child in list(node.children):
        if definition_of(child).is_repeat:
            node.remove(child)
        else:
            _blank(child)


def _fill(node: Node, answers: Mapping[str, Any]) -> Answers:
    leftover: Answers = {}
    for key, value in answers.items():
        definition = definition_of(node).child(key)
        if definition is None:
            rest: Any = value
        elif isinstance(definition, RepeatDef):
            rest = _fill_rows(node, definition, value)
        elif definition.is_question:
            rest = _fill_leaf(node, key, value)
        elif isinstance(value, Mapping):
            rest = _fill(node.named(key)[0], value) or None
        else:
            rest = value
        if rest is not None:
            leftover[key] = rest
    return leftover


def _fill_leaf(node: Node, key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if key.startswith("@"):
        for item in node.attributes:
            if item.name == key[1:]:
                item.text = clean(value)
    else:
        node.named(key)[0].text = clean(value)
    return None


def _fill_rows(node: Node, definition: RepeatDef, value: Any) -> Any:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value
    if len(value) > MAX_ROWS or not all(isinstance(row, Mapping) for row in value):
        return value
    rests: list[Answers] = []
    place = _first_place(node, definition)
    for number, row in enumerate(value):
        made = make_node(definition, definition.template)
        _blank(made)
        node.insert(place + number, made)
        rests.append(_fill(made, row))
    return rests if any(rests) else None


def _first_place(node: Node, definition: Definition) -> int:
    return sum(1 for child in node.children if definition_of(child).number < definition.number)


def to_xml(form: FormDefinition, answers: Mapping[str, Any]) -> bytes:
    """The instance XML of ``answers`` (UTF-8): exactly the nodes that they hold."""
    tree = LiveTree(form)
    fill(tree, answers)
    spaces = {
        node.name.partition(":")[0]: node.uri
        for element in tree.root.walk()
        for node in (element, *element.attributes)
        if ":" in node.name
    }
    declared = "".join(f" xmlns:{prefix}={_quote(uri)}" for prefix, uri in sorted(spaces.items()))
    if tree.root.uri not in ("", XFORMS) and ":" not in tree.root.name:
        declared += f" xmlns={_quote(tree.root.uri)}"
    parts: list[str] = ["<?xml version='1.0' encoding='UTF-8'?>"]
    _write(tree.root, answers, declared, parts)
    return "".join(parts).encode()


def _write(node: Node, answers: Mapping[str, Any], declared: str, parts: list[str]) -> None:
    attributes = "".join(
        f" {item.name}={_quote(item.text)}"
        for item in node.attributes
        if item.definition is None or f"@{item.name}" in answers
    )
    parts.append(f"<{node.name}{declared}{attributes}>")
    for definition in definition_of(node).children:
        if definition.name not in answers or definition.name.startswith("@"):
            continue
        value = answers[definition.name]
        for number, child in enumerate(node.named(definition.name)):
            if definition.is_question:
                parts.append(f"<{child.name}{_static(child)}>{_text(child.text)}</{child.name}>")
            else:
                _write(child, value[number] if definition.is_repeat else value, "", parts)
    parts.append(f"</{node.name}>")


def _static(node: Node) -> str:
    return "".join(f" {item.name}={_quote(item.text)}" for item in node.attributes)


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _quote(text: str) -> str:
    return quoteattr(text, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def from_xml(form: FormDefinition, xml: bytes) -> tuple[Answers, tuple[str, ...]]:
    """The answers in ``xml`` and the paths of elements that the form does not have, or have twice.

    Raises:
        AnswersRefused: it is no XML, or a record of another form.
    """
    document = parse_xml(xml, "record", AnswersRefused)
    root = plain_copy(document.elements()[0])
    if root.name != form.root.name:
        raise AnswersRefused("This record belongs to another form. Choose another file.")
    unknown: list[str] = []
    return _from_node(root, form.root, unknown), tuple(unknown)


def _from_node(node: Node, definition: Definition, unknown: list[str]) -> Answers:
    result: Answers = {}
    for item in node.attributes:
        if definition.child(f"@{item.name}") is not None:
            result[f"@{item.name}"] = item.text
    for child in node.elements():
        inside = definition.child(child.name)
        if inside is None or (child.name in result and not inside.is_repeat):
            unknown.append(f"{definition.path}/{child.name}")
        elif inside.is_repeat:
            result.setdefault(child.name, []).append(_from_node(child, inside, unknown))
        elif inside.is_question:
            result[child.name] = child.text
        else:
            result[child.name] = _from_node(child, inside, unknown)
    return result
