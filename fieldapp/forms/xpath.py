"""Expressions compiled to functions: text in, ``evaluate(context)`` out."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Final

from fieldapp.forms.axes import in_document_order
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.functions import ALL_ROWS, FUNCTIONS
from fieldapp.forms.paths import compile_path
from fieldapp.forms.syntax import Binary, Call, Expression, Negative, Number, Path, Text, parse
from fieldapp.forms.values import NAN, Value, equal, ordered, to_number, to_truth, unequal

_COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compile_text(source: str) -> Evaluate:
    """The evaluation of one expression, which raises ``FormRefused`` where it meets a bad call.

    A form with such a call is refused as a whole by ``profile.check_rules``.

    Raises:
        FormRefused: it cannot be understood.
    """
    return compile_expression(parse(source))


def compile_expression(part: Expression) -> Evaluate:
    """The evaluation of a parsed expression; raises like ``compile_text``."""
    return _compile(part, False)


def _compile(part: Expression, all_rows: bool) -> Evaluate:
    if isinstance(part, Number | Text):
        constant: Value = part.value
        return lambda context: constant
    if isinstance(part, Path):
        return compile_path(part, compile_expression, all_rows=all_rows)
    if isinstance(part, Call):
        return _call(part)
    if isinstance(part, Negative):
        operand = compile_expression(part.operand)
        return lambda context: -to_number(operand(context), context.world.zone)
    return _binary(part, all_rows)


def call_fault(part: Call) -> str:
    """Why the profile has no such call; empty when it has."""
    function = FUNCTIONS.get(part.name)
    if function is None:
        return f"An expression calls the unknown function {part.name}()."
    count = len(part.arguments)
    if not function.fits(count):
        return f"The function {part.name}() cannot be called with {count} arguments."
    return ""


def _call(part: Call) -> Evaluate:
    fault = call_fault(part)
    if fault:
        return lambda context: _refuse(fault)
    every = part.name in ALL_ROWS
    arguments = part.arguments
    if part.name == "indexed-repeat":
        arguments = _outermost_first(arguments)
    return FUNCTIONS[part.name].build([_compile(argument, every) for argument in arguments])


def _refuse(fault: str) -> Value:
    raise FormRefused(fault)


def _outermost_first(arguments: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """The pairs of repeat and number in the order in which the repeats contain one another."""
    pairs = list(zip(arguments[1::2], arguments[2::2], strict=True))
    repeats = [path for path, _ in pairs if isinstance(path, Path) and path.start == "/"]
    if len(repeats) == len(pairs):
        pairs.sort(key=lambda pair: len(pair[0].steps) if isinstance(pair[0], Path) else 0)
    return (arguments[0], *(part for pair in pairs for part in pair))


def _binary(part: Binary, all_rows: bool) -> Evaluate:
    left = _compile(part.left, all_rows and part.operator == "|")
    right = _compile(part.right, all_rows and part.operator == "|")
    sign = part.operator
    if isinstance(part.left, Text) and isinstance(part.right, Text):
        if sign in ("=", "!="):
            same = (part.left.value == part.right.value) is (sign == "=")
            return lambda context: same
        if sign in _COMPARE:
            left, right = _as_number(left), _as_number(right)
    if sign == "or":
        return lambda context: to_truth(left(context)) or to_truth(right(context))
    if sign == "and":
        return lambda context: to_truth(left(context)) and to_truth(right(context))
    if sign == "=":
        return lambda context: equal(left(context), right(context), context.world.zone)
    if sign == "!=":
        return lambda context: unequal(left(context), right(context), context.world.zone)
    if sign in _COMPARE:
        test = _COMPARE[sign]
        return lambda context: ordered(left(context), right(context), context.world.zone, test)
    if sign == "|":
        return lambda context: _union(left(context), right(context))
    return _arithmetic(_ARITHMETIC[sign], left, right)


def _as_number(operand: Evaluate) -> Evaluate:
    return lambda context: to_number(operand(context), context.world.zone)


def _arithmetic(work: Callable[[float, float], float], left: Evaluate, right: Evaluate) -> Evaluate:
    def run(context: Context) -> Value:
        zone = context.world.zone
        return work(to_number(left(context), zone), to_number(right(context), zone))

    return run


def _union(left: Value, right: Value) -> Value:
    if isinstance(left, list) and isinstance(right, list):
        return in_document_order(left + right)
    return []


def _divide(first: float, second: float) -> float:
    if second != 0:
        return first / second
    if first == 0 or math.isnan(first) or math.isnan(second):
        return NAN
    return math.copysign(math.inf, first) * math.copysign(1.0, second)


def _modulo(first: float, second: float) -> float:
    if second == 0 or math.isinf(first) or math.isnan(first) or math.isnan(second):
        return NAN
    return math.fmod(first, second)


_ARITHMETIC: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divide,
    "mod": _modulo,
}
