"""Replays recorded sessions of another engine, those in which the reference engine agrees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.record import from_xml, to_xml
from fieldapp.forms.session import FormSession
from tests.support.conformance_data import RECORDED, Case, Files, counting_ids
from tests.support.conformance_walks import same_value

State = dict[str, dict[str, Any]]


@dataclass
class Score:
    """Sessions that are the same from beginning to end."""

    passed: int = 0
    total: int = 0
    failures: list[str] = field(default_factory=list)


def grade(cases: Iterable[Case]) -> Score:
    """Replays the sessions that both recorded engines see alike, and the forms both refuse."""
    score = Score()
    for case in cases:
        refusal = any(step["op"] == "init-error" for step in case["steps"])
        if case["javarosa"] != "agrees" and not refusal:
            continue
        score.total += 1
        fault = _refusal(case) if refusal else _Replay(case).run()
        if fault:
            score.failures.append(f"{case['id']} {case['test'][-60:]}: {fault}"[:400])
        else:
            score.passed += 1
    return score


def _refusal(case: Case) -> str:
    step = next(step for step in case["steps"] if step["op"] == "init-error")
    try:
        _load(case["forms"][step["form"]])
    except FieldError:
        return ""
    return "should be refused"


def _load(form: dict[str, Any]) -> FormDefinition:
    files = Files({name: text.encode() for name, text in (form.get("files") or {}).items()})
    return load_form(form["xml"].encode(), files=files)


class _Replay:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._sessions: dict[int, FormSession] = {}
        self._states: dict[int, State] = {}
        self._ignored = set(case["volatile"])

    def run(self) -> str:
        """What is different first; empty when nothing is."""
        for number, step in enumerate(self._case["steps"]):
            where = f"step {number} {step['op']} {step.get('ref', step.get('what', ''))}"
            try:
                fault = self._step(step)
            except KeyError as error:
                fault = f"no node {error}"
            except FieldError as error:
                fault = f"refused: {error.message}"
            if fault:
                return f"{where}: {fault}"
        return ""

    def _step(self, step: dict[str, Any]) -> str:
        number = step["s"]
        if step["op"] in ("init", "new-instance", "restore", "edit"):
            self._open(step)
        session = self._sessions[number]
        if step["op"] == "answer":
            if session.readonly(step["ref"]):
                return ""
            session.set(step["ref"], step["stored"])
        elif step["op"] == "add-repeat":
            session.add_row(step["ref"])
        elif step["op"] == "remove-repeat":
            session.remove_row(step["ref"])
        elif step["op"] == "set-language":
            session.set_language(step["lang"])
        elif step["op"] == "observe":
            return self._observe(step, session)
        return self._compare(number, step.get("state", {}))

    def _open(self, step: dict[str, Any]) -> None:
        number = step["s"]
        answers = None
        if step["op"] == "init":
            form = _load(self._case["forms"][step["form"]])
        else:
            form = self._sessions[step["from"]].form
            if step["op"] != "new-instance":
                before = self._sessions[step["from"]].answers(for_filing=True)
                answers = from_xml(form, to_xml(form, before))[0]
        self._sessions[number] = FormSession(
            form, answers=answers, now=lambda: RECORDED, new_id=counting_ids()
        )
        self._states[number] = {}

    def _compare(self, number: int, change: dict[str, Any]) -> str:
        state = self._states[number]
        state.update(change.get("full", {}))
        state.update(change.get("set", {}))
        for ref in change.get("del", ()):
            state.pop(ref, None)
        session = self._sessions[number]
        for ref, seen in state.items():
            if ref in self._ignored or "meta" in ref or ref.count("/") < 2:
                continue
            fault = self._differs(session, ref, seen)
            if fault:
                return fault
        return ""

    def _differs(self, session: FormSession, ref: str, seen: dict[str, Any]) -> str:
        if ref.endswith("[]"):
            rows = len(session.rows(ref[:-2]))
            return "" if "n" not in seen or rows == seen["n"] else f"{ref}: {rows} rows"
        if session.relevant(ref) is not seen.get("rel", True):
            return f"{ref}: relevant {session.relevant(ref)}"
        if not session.relevant(ref):
            return ""
        if session.required(ref) is not seen.get("req", False):
            return f"{ref}: required {session.required(ref)}"
        if "v" in seen and not same_value(session.value(ref), seen["v"]):
            return f"{ref}: {session.value(ref)!r} for {seen['v']!r}"
        if "opts" in seen:
            names = [choice.name for choice in session.choices(ref)]
            if names != [option[0] for option in seen["opts"]]:
                return f"{ref}: choices {names[:5]}"
        return ""

    def _observe(self, step: dict[str, Any], session: FormSession) -> str:
        what, args, value = step["what"], step["args"], step["value"]
        got: Any
        if what == "answerOf" and value is not None:
            got, value = session.value(args[0]), value.get("str")
            if not session.relevant(args[0]):
                got = ""
            return "" if args[0] in self._ignored or same_value(got, value) else f"{got!r}"
        if what == "choicesOf":
            got, value = [c.name for c in session.choices(args[0])], [pair[0] for pair in value]
        elif what == "countRepeatInstancesOf":
            got = len(session.rows(args[0]))
        elif what == "getValidationOutcome":
            problems = session.problems()
            got, value = (problems[0].ref if problems else None), value["failed"]
        else:
            return ""
        return "" if got == value else f"{got!r} for {value!r}"
