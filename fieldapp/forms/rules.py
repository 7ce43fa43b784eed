"""Expressions of one form, each compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Rule
from fieldapp.forms.syntax import parse
from fieldapp.forms.xpath import compile_expression

MAX_RULES: Final = 50_000
"""Most different expressions in one form."""


class RuleBook:
    """Compiles expressions and names the place of those it must refuse."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}
        self._places: dict[str, str] = {}
        self._place = ""

    def make(self, source: str) -> Rule:
        """The rule for ``source``; raises ``FormRefused`` naming the place when it is unusable."""
        known = self._rules.get(source)
        if known is not None:
            return known
        if len(self._rules) >= MAX_RULES:
            raise FormRefused(f"The form has more than {MAX_RULES} expressions.")
        try:
            tree = parse(source)
            rule = Rule(source, tree, compile_expression(tree))
        except FormRefused as refusal:
            where = f" It is at {self._place}." if self._place else ""
            raise FormRefused(refusal.message + where) from None
        self._rules[source] = rule
        self._places[source] = self._place
        return rule

    def all(self) -> list[tuple[str, Rule]]:
        """Every rule with the place it was first used at."""
        return [(self._places[source], rule) for source, rule in self._rules.items()]

    def optional(self, source: str | None) -> Rule | None:
        return None if source is None else self.make(source)

    @contextmanager
    def about(self, place: str) -> Iterator[None]:
        """Refusals inside the block name ``place``."""
        before, self._place = self._place, place
        try:
            yield
        finally:
            self._place = before
