"""Answers become JSON, then XML, then answers again: is everything still the same?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import canonicalize, fromstring, tostring

from fieldapp.errors import FieldError
from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.record import from_xml, to_xml
from fieldapp.forms.session import FormSession
from tests.support.conformance_data import (
    RECORDED,
    Case,
    Files,
    counting_ids,
    read_form_file,
)


def grade(cases: Iterator[Case], folder: Path) -> tuple[int, int, list[str]]:
    """Fills of forms whose record goes both ways without a loss, as draft and as filed."""
    passed = total = 0
    failures: list[str] = []
    for case in cases:
        xml = case["xml"].encode() if "xml" in case else read_form_file(folder, case["id"])
        if xml is None or "init" not in case:
            continue
        total += 1
        try:
            fault = _fault(case, xml)
        except FieldError as error:
            fault = f"refused: {error.message}"
        if fault:
            failures.append(f"{case['id']}#{case['seed']} {fault}"[:400])
        else:
            passed += 1
    return passed, total, failures


def _fault(case: Case, xml: bytes) -> str:
    files = {name: text.encode() for name, text in (case.get("files") or {}).items()}
    form = load_form(xml, files=Files(files))
    session = FormSession(form, now=lambda: RECORDED, new_id=counting_ids())
    for step in case["steps"]:
        if "error" in step:
            break
        try:
            if step["op"] == "add":
                session.add_row(step["ref"])
            else:
                session.set(step["ref"], step["value"])
        except KeyError:
            break  # A row that the recorded engine made and ours did not.
    ours = (session.answers(for_filing=filing) for filing in (False, True))
    for answers in ours:
        fault = _differs(form, to_xml(form, json.loads(json.dumps(answers))))
        if fault:
            return fault
    return _differs(form, case["xml_out"].encode()) if case.get("xml_out") else ""


def _differs(form: FormDefinition, xml: bytes) -> str:
    """What is lost between ``xml`` and the XML that its answers give."""
    answers, unknown = from_xml(form, xml)
    if unknown:
        return f"no place for {unknown[0]}"
    again = to_xml(form, json.loads(json.dumps(answers)))
    first, second = _canonical(xml), _canonical(again)
    if first == second:
        return ""
    pairs = enumerate(zip(first, second, strict=False))
    at = next((place for place, (one, other) in pairs if one != other), 0)
    return f"{first[at - 40 : at + 60]!r} became {second[at - 40 : at + 60]!r}"


def _canonical(xml: bytes) -> str:
    """Canonical XML, prefixes told by what they stand for.

    Elements of different names go by name: a new row stands behind everything else in JavaRosa's
    records, and among ours where the form has it. Rows stay in their order.
    """
    root = fromstring(xml)
    for element in root.iter():
        element[:] = sorted(element, key=lambda child: child.tag)
    return canonicalize(tostring(root, encoding="unicode"), rewrite_prefixes=True)
