"""Replays recorded fills of forms and compares every state with the reference engine's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.forms.definition import load_form
from fieldapp.forms.session import FormSession, View
from tests.support.conformance_data import RECORDED, Case, Files, counting_ids, read_form_file

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

    def run(self, xml: bytes) -> None:
        files = Files(
            {name: text.encode() for name, text in (self._case.get("files") or {}).items()}
        )
        session = FormSession(
            load_form(xml, files=files),
            now=lambda: RECORDED,
            new_id=counting_ids(),
            properties={"deviceid": "", "username": ""},
        )
        self._compare(self._case["init"], session, "init")
        for number, step in enumerate(self._case["steps"]):
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
        if "error" in step:
            return
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
        got = state_of(session)
        wrong = [
            f"{ref}: {got.get(ref, '(absent)')!r} for {self._expected.get(ref, '(absent)')!r}"
            for ref in {**got, **self._expected}
            if ref not in self._ignored
            and not (
                (ref in got) == (ref in self._expected)
                and same_value(got.get(ref), self._expected.get(ref))
            )
        ]
        self._count(self._score.states, not wrong, where, "; ".join(wrong[:3]))

    def _count(self, tally: list[int], good: bool, where: str, what: str) -> None:
        self._tally(tally, good)
        if not good:
            self._fail(where, what)

    def _tally(self, tally: list[int], good: bool) -> None:
        tally[0] += good
        tally[1] += 1

    def _fail(self, where: str, what: str) -> None:
        self.fault = self.fault or f"{where}: {what}"


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
    """Equal as text, or the same moment written with another offset, or the same number."""
    if got == expected or not got or not expected:
        return (got or "") == (expected or "")
    try:
        return float(got) == float(expected)
    except ValueError:
        pass
    try:
        first, second = (datetime.fromisoformat(text) for text in (got, expected))
        return first == second
    except (ValueError, TypeError):
        return False
