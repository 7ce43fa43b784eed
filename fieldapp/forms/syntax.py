"""An XPath expression as a tree of frozen parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.lexer import Token, tokenize

MAX_NESTING: Final = 80
"""Deepest nesting of operators, parentheses, calls and predicates in one expression."""

MAX_CHAIN: Final = 100
"""Most sums, differences, products or comparisons in a row; ``and`` and ``or`` may be longer."""


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Text:
    value: str


@dataclass(frozen=True, slots=True)
class Binary:
    """``operator`` is one of ``or and = != < <= > >= + - * div mod |``."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Expression


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """``test`` is a name, ``*``, ``prefix:*``, ``node()``, ``text()`` or the like."""

    axis: str
    test: str
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """``start`` is None for a relative path, ``/`` for an absolute one, or an expression."""

    start: Expression | str | None
    steps: tuple[Step, ...]
    predicates: tuple[Expression, ...] = field(default=())


Expression = Number | Text | Binary | Negative | Call | Path

_STRENGTH: Final = {
    operator: strength
    for strength, operators in enumerate(
        ("or", "and", "= !=", "< <= > >=", "+ -", "* div mod"),
    )
    for operator in operators.split()
}
_JOINING: Final = ("or", "and")
_AXES: Final = frozenset(
    [
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    ]
)
_NODE_TESTS: Final = frozenset({"node", "text", "comment", "processing-instruction"})
_DESCENDANTS: Final = Step("descendant-or-self", "node()")


def parse(source: str) -> Expression:
    """The tree of one expression.

    Raises:
        FormRefused: the expression cannot be understood, names an unknown axis, or is too
            deeply nested.
    """
    reader = _Parser(tokenize(source))
    tree = reader.expression()
    if reader.here.kind != "end":
        raise reader.refusal()
    return tree


def _balanced(operator: str, parts: list[Expression]) -> Expression:
    """``parts`` joined by an operator for which grouping does not matter, without a deep tree."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    left, right = _balanced(operator, parts[:middle]), _balanced(operator, parts[middle:])
    return Binary(operator, left, right)


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> Token:
        return self._tokens[self._at]

    def refusal(self) -> FormRefused:
        where = self.here.at + 1
        return FormRefused(f"An expression cannot be understood from position {where} on.")

    def expression(self, weakest: int = 0) -> Expression:
        """One expression whose operators bind at least as strongly as ``weakest``."""
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise FormRefused(f"An expression is nested deeper than {MAX_NESTING} levels.")
        left = self._unary()
        length = 0
        while (strength := self._strength()) >= weakest:
            operator = self._next().text
            parts = [left, self.expression(strength + 1)]
            while operator in _JOINING and self._is_operator(operator):
                self._next()
                parts.append(self.expression(strength + 1))
            left = _balanced(operator, parts)
            length += 1
            if length > MAX_CHAIN:
                raise FormRefused(f"An expression has more than {MAX_CHAIN} operators in a row.")
        self._depth -= 1
        return left

    def _strength(self) -> int:
        """How strongly the operator here binds; -1 when there is none."""
        token = self.here
        return _STRENGTH.get(token.text, -1) if token.kind in ("mark", "operator") else -1

    def _is_operator(self, operator: str) -> bool:
        return self.here.text == operator and self._strength() >= 0

    def _unary(self) -> Expression:
        signs = 0
        while self._is("-"):
            self._next()
            signs += 1
        operand = self._union()
        if signs == 0:
            return operand
        return Negative(operand) if signs % 2 else Negative(Negative(operand))

    def _union(self) -> Expression:
        parts = [self._path()]
        while self._is("|"):
            self._next()
            parts.append(self._path())
        return _balanced("|", parts)

    def _path(self) -> Expression:
        token = self.here
        if token.kind == "mark" and token.text in ("/", "//"):
            self._next()
            if token.text == "//":
                return Path("/", (_DESCENDANTS, *self._steps()))
            return Path("/", self._steps() if self._step_follows() else ())
        if self._starts_primary():
            return self._filtered(self._primary())
        return Path(None, self._steps())

    def _filtered(self, primary: Expression) -> Expression:
        predicates = self._predicates()
        steps: tuple[Step, ...] = ()
        if self._is("/") or self._is("//"):
            steps = self._more_steps()
        if not predicates and not steps:
            return primary
        return Path(primary, steps, predicates)

    def _starts_primary(self) -> bool:
        token = self.here
        if token.kind in ("number", "text"):
            return True
        if token.kind == "mark":
            return token.text in ("(", "$")
        after = self._tokens[self._at + 1] if token.kind == "name" else None
        return after is not None and after.text == "(" and token.text not in _NODE_TESTS

    def _primary(self) -> Expression:
        token = self._next()
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "text":
            return Text(token.text)
        if token.text == "(":
            inner = self.expression()
            self._expect(")")
            return inner
        if token.text == "$":
            raise FormRefused("An expression uses a variable, which forms do not have.")
        self._expect("(")
        arguments: list[Expression] = []
        while not self._is(")"):
            arguments.append(self.expression())
            if not self._is(")"):
                self._expect(",")
        self._expect(")")
        return Call(token.text, tuple(arguments))

    def _steps(self) -> tuple[Step, ...]:
        return (self._step(), *self._more_steps())

    def _more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while self._is("/") or self._is("//"):
            if self._next().text == "//":
                steps.append(_DESCENDANTS)
            steps.append(self._step())
        return tuple(steps)

    def _step_follows(self) -> bool:
        token = self.here
        return token.kind == "name" or (
            token.kind == "mark" and token.text in (".", "..", "@", "*")
        )

    def _step(self) -> Step:
        token = self.here
        if token.kind == "mark" and token.text in (".", ".."):
            self._next()
            axis = "self" if token.text == "." else "parent"
            return Step(axis, "node()", self._predicates())
        axis = "child"
        if self._is("@"):
            self._next()
            axis = "attribute"
        elif token.kind == "name" and self._tokens[self._at + 1].text == "::":
            axis = self._next().text
            self._next()
            if axis not in _AXES:
                raise FormRefused(f"An expression uses the unknown axis {axis}.")
        return Step(axis, self._test(), self._predicates())

    def _test(self) -> str:
        token = self._next()
        if token.text == "*" and token.kind in ("mark", "operator"):
            return "*"
        if token.kind not in ("name", "operator"):
            self._at -= 1
            raise self.refusal()
        if self._is("("):
            if token.text not in _NODE_TESTS:
                raise self.refusal()
            self._next()
            name = self._next().text if self.here.kind == "text" else ""
            self._expect(")")
            return f"{token.text}({name})"
        return token.text

    def _predicates(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self._is("["):
            self._next()
            found.append(self.expression())
            self._expect("]")
        return tuple(found)

    def _is(self, text: str) -> bool:
        token = self.here
        return token.text == text and token.kind == "mark"

    def _expect(self, text: str) -> None:
        if not self._is(text):
            raise self.refusal()
        self._next()

    def _next(self) -> Token:
        token = self._tokens[self._at]
        if token.kind != "end":
            self._at += 1
        return token
