"""Replays recorded fills of forms and compares every state with the reference engine's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.forms.definition import QuestionDef, RepeatDef, load_form
from fieldapp.forms.session import FormSession, View
from tests.support.conformance_data import (
    RECORDED,
    RECORDED_AT,
    Case,
    Files,
    counting_ids,
    read_form_file,
)

State = dict[str, str | None]
"""Reference of each relevant node: its value, None for groups and rows."""


@dataclass
class Score:
    """Walks that are the same from beginning to end, and the single comparisons in them."""

    passed: int = 0
    total: int = 0
    states: list[int] = field(default_factory=lambda: [0, 0])
    verdicts: list[int] = field(default_factory=lambda: [0, 0])
    lists: list[int] = field(default_factory=lambda: [0, 0])
    labels: list[int] = field(default_factory=lambda: [0, 0])
    failures: list[str] = field(default_factory=list)


def grade(cases: Iterable[Case], folder: Path) -> Score:
    """Replays every walk that the reference engine could start."""
    score = Score()
    for case in cases:
        if "init" not in case:
            continue
        xml = case["xml"].encode() if "xml" in case else read_form_file(folder, case["id"])
        if xml is None:
            continue
        score.total += 1
        walk = _Walk(case, score)
        try:
            walk.run(xml)
        except FieldError as error:
            walk.fault = f"refused: {error.message}"
        if walk.fault:
            score.failures.append(f"{case['id']}#{case['seed']} {walk.fault}"[:400])
        else:
            score.passed += 1
    return score


class _Walk:
    def __init__(self, case: Case, score: Score) -> None:
        self.fault = ""
        self._case = case
        self._score = score
        self._expected: State = {}
        self._ignored = set(case.get("volatile", ()))
        self._counted: list[str] = []
        self._session: FormSession | None = None

    def run(self, xml: bytes) -> None:
        files = Files(
            {name: text.encode() for name, text in (self._case.get("files") or {}).items()}
        )
        form = load_form(xml, files=files)
        self._counted = [
            path
            for path, definition in form.paths.items()
            if isinstance(definition, RepeatDef) and definition.count is not None
        ]
        session = FormSession(
            form,
            now=lambda: RECORDED,
            new_id=counting_ids(),
            properties={"deviceid": "", "username": ""},
            position=lambda: RECORDED_AT,
        )
        self._compare(self._case["init"], session, "init")
        for number, step in enumerate(self._case["steps"]):
            if "error" in step:
                return  # The reference engine broke off here.
            self._step(session, step, f"step {number} {step['op']} {step['ref']}")

    def _step(self, session: FormSession, step: dict[str, Any], where: str) -> None:
        ref = step["ref"]
        try:
            if step["op"] == "add":
                session.add_row(ref)
            else:
                self._answer(session, step, where)
        except KeyError:
            self._fail(where, f"no node {ref}")
        self._compare(step["state"], session, where)

    def _answer(self, session: FormSession, step: dict[str, Any], where: str) -> None:
        ref = step["ref"]
        if "choices" in step:
            names = [choice.name for choice in session.choices(ref)]
            good = names[:60] == step["choices"] and len(names) == step["nchoices"]
            self._count(self._score.lists, good, where, f"choices {names[:5]}")
        if "label" in step:
            good = session.label(ref).split() == step["label"].split()
            self._tally(self._score.labels, good)
        if session.required(ref) is not step["required"]:
            self._fail(where, "required differs")
        before = session.value(ref)
        session.set(ref, step["value"])
        problem = session.problem(ref)
        refused = problem is not None and problem.kind == "constraint"
        if refused:
            session.set(ref, before)
        good = refused is (step["code"] == "constraint")
        self._count(self._score.verdicts, good, where, f"verdict {problem}")

    def _compare(self, change: dict[str, Any], session: FormSession, where: str) -> None:
        for ref in change.get("del", ()):
            self._expected.pop(ref, None)
        for ref, seen in change.get("set", {}).items():
            if seen.get("rel", True):
                self._expected[ref] = seen.get("v")
            else:
                self._expected.pop(ref, None)
        self._session = session
        got = state_of(session)
        wrong = [
            f"{ref}: {got.get(ref, '(absent)')!r} for {self._expected.get(ref, '(absent)')!r}"
            for ref in {**got, **self._expected}
            if not self._excused(ref, ref in got, ref in self._expected)
            and not self._cleared(ref, got.get(ref), self._expected.get(ref))
            and not (
                (ref in got) == (ref in self._expected)
                and same_value(got.get(ref), self._expected.get(ref))
            )
        ]
        self._count(self._score.states, not wrong, where, "; ".join(wrong[:3]))

    def _excused(self, ref: str, got: bool, expected: bool) -> bool:
        """Volatile values, and counted rows that the reference makes when somebody goes there."""
        if ref in self._ignored or ref.endswith("/meta/instanceID"):
            return True
        path = re.sub(r"\[\d+\]", "", ref)
        return got is not expected and any(
            path == repeat or path.startswith(repeat + "/") for repeat in self._counted
        )

    def _cleared(self, ref: str, got: str | None, expected: str | None) -> bool:
        """A choice that its list no longer offers; the reference clears it when it is shown."""
        if got or not expected or self._session is None:
            return False
        definition = self._session.form.paths.get(re.sub(r"\[\d+\]", "", ref))
        if not isinstance(definition, QuestionDef) or definition.itemset is None:
            return False
        return expected not in {choice.name for choice in self._session.choices(ref)}

    def _count(self, tally: list[int], good: bool, where: str, what: str) -> None:
        self._tally(tally, good)
        if not good:
            self._fail(where, what)

    def _tally(self, tally: list[int], good: bool) -> None:
        tally[0] += good
        tally[1] += 1

    def _fail(self, where: str, what: str) -> None:
        self.fault = self.fault or f"{where}: {what}"


def _with_day(text: str) -> str:
    return text if text[4:5] == "-" else f"2026-11-23T{text}"


def state_of(session: FormSession) -> State:
    """Every relevant node below the root."""
    found: State = {}
    waiting = list(session.tree().children)
    while waiting:
        view: View = waiting.pop()
        waiting.extend(view.children)
        if view.kind == "repeat" or "@" in view.ref or not session.relevant(view.ref):
            continue
        found[view.ref] = session.value(view.ref) if view.kind == "question" else None
    return found


def same_value(got: str | None, expected: str | None) -> bool:
    """Equal as text, or the same truth, number or moment written in another way."""
    if got == expected or not got or not expected:
        return (got or "") == (expected or "")
    if {got: expected} in ({"true": "1"}, {"false": "0"}):
        return True
    words, others = got.split(), expected.split()
    try:
        return len(words) == len(others) and all(
            float(word) == float(other) for word, other in zip(words, others, strict=True)
        )
    except ValueError:
        pass
    try:
        first, second = (datetime.fromisoformat(_with_day(text)) for text in (got, expected))
        return (
            (first - second).total_seconds() % 86_400 == 0 if got[2:3] == ":" else first == second
        )
    except (ValueError, TypeError):
        return False
