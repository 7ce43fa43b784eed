"""Grades the expression engine on recorded assertions."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.forms.evaluation import Context
from fieldapp.forms.rules import RuleBook
from fieldapp.forms.texts import read_translations
from fieldapp.forms.tree import Kind, Node, index_children, parse_xml
from fieldapp.forms.values import Value, to_number, to_text, to_truth
from fieldapp.forms.xpath import compile_text
from tests.support.conformance_data import PHOENIX, Case, counting_ids, moment
from tests.support.conformance_dialect import outside

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>")
"""Forms may not have one; some recorded documents, which are no forms, do."""


_XHTML = "http://www.w3.org/1999/xhtml"
"""The recorded engine knew this namespace by the prefix xhtml; here a name is as it is written."""


class CaseWorld:
    """The surroundings of one expression: a document that holds everything."""

    def __init__(self, whole: Node, document: Node, now: datetime, tongue: str) -> None:
        self.zone: tzinfo = PHOENIX
        self.document = document
        self._whole = whole
        self._now = now
        self._tongue = tongue
        self._new_id = counting_ids()

    def now(self) -> datetime:
        return self._now

    def new_id(self) -> str:
        return self._new_id()

    def chance(self) -> float:
        return 0.5

    def instance(self, name: str) -> Node | None:
        for node in self._whole.walk():
            if node.name == "instance" and node.attribute("id") == name:
                return node
        return None

    def itext(self, name: str) -> str:
        itext = next((node for node in self._whole.walk() if node.local == "itext"), None)
        text = read_translations(itext, RuleBook().make).find(self._tongue, name)
        return "" if text is None else "".join(str(part) for part in text.parts)

    def choice_label(self, name: str, question: Node | None, path: str) -> str:
        return ""

    def item_index(self, parent: Node, item: str, key: str) -> dict[str, list[Node]]:
        return index_children(parent, item, key)

    def form_version(self) -> str:
        return ""


def grade(cases: Iterable[Case], *, all_of_xpath: bool) -> tuple[int, int, list[str]]:
    """How many assertions hold, how many there are, and what failed.

    ``all_of_xpath`` counts what lies outside the dialect of forms as well.
    """
    passed = total = 0
    failures: list[str] = []
    for case in cases:
        got = _outcome(case)
        reason = outside(case, "" if isinstance(got, FieldError) else to_text(got))
        if reason and not all_of_xpath:
            continue
        total += 1
        if _holds(case, got):
            passed += 1
        else:
            failures.append(f"{case['id']} {case['expr'][:140]} -> {_told(got)[:80]!r} {reason}")
    return passed, total, failures


def _told(got: object) -> str:
    return str([_address(node) for node in got]) if isinstance(got, list) else str(got)


def _outcome(case: Case) -> Value | FieldError:
    whole = parse_xml(_DOCTYPE.sub("", case["xml"]).encode())
    for node in whole.walk() if "name(" not in case["expr"] else ():
        if node.uri == _XHTML and ":" not in node.name:
            node.name = f"xhtml:{node.name}"
    document = locate(whole, case["root"]) if case["root"] else whole
    now = moment(case["now"], PHOENIX)
    world = CaseWorld(whole, document, now, case.get("lang") or "")
    try:
        evaluate = compile_text(case["expr"])
        return evaluate(Context(locate(whole, case["context"]), world))
    except FieldError as error:
        return error


def locate(document: Node, address: str) -> Node:
    """The node at an address like ``/*[1]/*[2]/text()[1]`` or ``/*[1]/@id``."""
    node = document
    for step in [part for part in address.split("/") if part]:
        if step.startswith("@"):
            node = next(item for item in node.attributes if item.name == step[1:])
            continue
        test, _, number = step.rstrip("]").rpartition("[")
        fellows = [child for child in node.children if child.kind is _KINDS[test]]
        node = fellows[int(number) - 1]
    return node


_KINDS = {
    "*": Kind.ELEMENT,
    "text()": Kind.TEXT,
    "comment()": Kind.COMMENT,
    "processing-instruction()": Kind.INSTRUCTION,
}
_TESTS = {kind: test for test, kind in _KINDS.items()}


def _address(node: Node) -> str:
    if node.parent is None:
        return "/"
    above = _address(node.parent).rstrip("/")
    if node.kind is Kind.ATTRIBUTE:
        return f"{above}/@{node.name}"
    fellows = [child for child in node.parent.children if child.kind is node.kind]
    place = next(n for n, fellow in enumerate(fellows, 1) if fellow is node)
    return f"{above}/{_TESTS[node.kind]}[{place}]"


def _holds(case: Case, got: Value | FieldError) -> bool:
    kind, expected = case["kind"], case["expected"]
    if case["expr"] == "random()":
        return isinstance(got, float) and 0 <= got < 1  # What was drawn is not a claim.
    if isinstance(got, FieldError):
        return bool(kind == "error")
    if kind == "error":
        return False
    if kind.startswith("nodeset"):
        if not isinstance(got, list):
            return False
        addresses = [_address(node) for node in got]
        if kind == "nodeset-unordered":
            return sorted(addresses) == sorted(expected)
        return addresses == expected
    if kind == "boolean":
        return to_truth(got) is expected
    if kind.startswith("number"):
        return _same_number(to_number(got, PHOENIX), expected, case.get("factor"))
    text = to_text(got)
    if kind == "string-length":
        return len(text) == expected
    if kind == "string-matches":
        return re.search(expected, text) is not None
    return bool(text == expected)


def _same_number(got: float, expected: Any, factor: float | None) -> bool:
    if isinstance(expected, dict):
        expected = float(expected["num"])
    if math.isnan(expected):
        return math.isnan(got)
    if factor:
        return math.floor(got * factor + 0.5) / factor == expected
    return got == expected or math.isclose(got, expected, rel_tol=1e-12)
