"""What a form may not do, beyond what cannot be read at all: checked once, when it is loaded."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.functions_text import check_pattern
from fieldapp.forms.model import Rule
from fieldapp.forms.syntax import Binary, Call, Expression, Negative, Path, Text
from fieldapp.forms.xpath import call_fault


def check_rules(rules: Iterable[tuple[str, Rule]], lists: Container[str]) -> None:
    """Checks every rule, given with the place it was first used at.

    Raises:
        FormRefused: a rule calls a function that the profile does not have, reads a list that the
            form does not have, or holds a regular expression that cannot be used.
    """
    for place, rule in rules:
        try:
            for call in calls_in(rule.tree):
                _check(call, lists)
        except FormRefused as refusal:
            raise FormRefused(f"{refusal.message} It is at {place or 'a text'}.") from None


def _check(call: Call, lists: Container[str]) -> None:
    fault = call_fault(call)
    if fault:
        raise FormRefused(fault)
    if call.name in ("instance", "pulldata"):
        name = call.arguments[0]
        if isinstance(name, Text) and name.value not in lists:
            raise FormRefused(f"An expression reads the list {name.value}, which is not there.")
    elif call.name == "regex" and isinstance(call.arguments[1], Text):
        check_pattern(call.arguments[1].value)


def calls_in(part: Expression) -> Iterator[Call]:
    """Every function call in an expression."""
    waiting = [part]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Call):
            yield here
            waiting.extend(here.arguments)
        elif isinstance(here, Binary):
            waiting += [here.left, here.right]
        elif isinstance(here, Negative):
            waiting.append(here.operand)
        elif isinstance(here, Path):
            waiting.extend(here.predicates)
            waiting.extend(test for step in here.steps for test in step.predicates)
            if here.start is not None and not isinstance(here.start, str):
                waiting.append(here.start)
