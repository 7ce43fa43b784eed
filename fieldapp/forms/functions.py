"""The functions an expression may call: the table, and those about truth and numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from fieldapp.forms import functions_dates, functions_geo, functions_nodes, functions_text
from fieldapp.forms.calling import Function, eager, lazy
from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.values import (
    NAN,
    Value,
    round_half,
    text_to_number,
    to_number,
    to_text,
    to_truth,
)

__all__ = ["ALL_ROWS", "FUNCTIONS", "Function"]

ALL_ROWS: Final = frozenset(
    {"sum", "count", "min", "max", "join", "count-non-empty", "indexed-repeat", "randomize"}
    | {"distance", "area", "checklist", "weighted-checklist"}
)
"""Functions whose path arguments see every row of a repeat, not only the current one."""


def _if(arguments: Sequence[Evaluate]) -> Evaluate:
    condition, then, otherwise = arguments
    return lambda context: then(context) if to_truth(condition(context)) else otherwise(context)


def _coalesce(context: Context, *values: Value) -> Value:
    for value in values:
        text = to_text(value)
        if text not in ("", "NaN"):
            return text if isinstance(value, list) else value
    return to_text(values[-1]) if values else ""


def _from_text(context: Context, value: Value) -> Value:
    return to_text(value).lower() in ("true", "1")


def _once(arguments: Sequence[Evaluate]) -> Evaluate:
    def run(context: Context) -> Value:
        return context.current.value() or arguments[0](context)

    return run


def _numbers(context: Context, values: Sequence[Value]) -> list[float]:
    zone = context.world.zone
    found: list[float] = []
    for value in values:
        if isinstance(value, list):
            found.extend(text_to_number(node.value(), zone) for node in value)
        else:
            found.append(to_number(value, zone))
    return found


def _sum(context: Context, nodes: Value) -> Value:
    found = _numbers(context, [nodes])
    if isinstance(nodes, list) and nodes and nodes[0].definition is not None:
        return math.fsum(number for number in found if not math.isnan(number))
    return math.fsum(found) if all(map(math.isfinite, found)) else sum(found)


def _extreme(pick: Callable[[list[float]], float]) -> Callable[..., Value]:
    def run(context: Context, *values: Value) -> Value:
        found = [
            number
            for value in values
            if isinstance(value, list)
            for node in value
            for number in [_blank_or_number(context, node.value(), node.definition is not None)]
            if number is not None
        ]
        found += [to_number(v, context.world.zone) for v in values if not isinstance(v, list)]
        if not found or any(math.isnan(number) for number in found):
            return NAN
        return pick(found)

    return run


def _blank_or_number(context: Context, text: str, live: bool) -> float | None:
    if live and not text:
        return None
    return text_to_number(text, context.world.zone)


def _round(context: Context, value: Value, places: Value = 0.0) -> Value:
    digits = to_number(places, context.world.zone)
    number = to_number(value, context.world.zone)
    return round_half(number, int(digits)) if math.isfinite(digits) else NAN


def _int(context: Context, value: Value) -> Value:
    number = to_number(value, context.world.zone)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _pow(context: Context, base: Value, exponent: Value) -> Value:
    zone = context.world.zone
    try:
        return math.pow(to_number(base, zone), to_number(exponent, zone))
    except (ValueError, ZeroDivisionError):
        return NAN
    except OverflowError:
        return math.inf


def _real(work: Callable[[float], float]) -> Function:
    def run(context: Context, value: Value) -> Value:
        try:
            return float(work(to_number(value, context.world.zone)))
        except ValueError:
            return NAN
        except OverflowError:
            return math.inf

    return eager(1, 1, run)


def _whole(work: Callable[[float], int]) -> Callable[[float], float]:
    return lambda number: float(work(number)) if math.isfinite(number) else number


def _logarithm(work: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else work(number)


def _atan2(context: Context, rise: Value, run: Value) -> Value:
    zone = context.world.zone
    return math.atan2(to_number(rise, zone), to_number(run, zone))


def _checklist(context: Context, low: Value, high: Value, *values: Value) -> Value:
    count = float(sum(_truths(values)))
    return _between(context, low, high, count)


def _truths(values: Sequence[Value]) -> list[bool]:
    found: list[bool] = []
    for value in values:
        if isinstance(value, list):
            found.extend(node.value() != "" for node in value)
        else:
            found.append(to_truth(value))
    return found


def _weighted(context: Context, low: Value, high: Value, *pairs: Value) -> Value:
    truths = [flag for value in pairs[::2] for flag in _truths([value])]
    weights = _numbers(context, pairs[1::2])
    total = sum(weight for flag, weight in zip(truths, weights, strict=False) if flag)
    return _between(context, low, high, float(total))


def _between(context: Context, low: Value, high: Value, count: float) -> bool:
    zone = context.world.zone
    least, most = to_number(low, zone), to_number(high, zone)
    return (least < 0 or count >= least) and (most < 0 or count <= most)


def _number(context: Context, *values: Value) -> Value:
    return to_number(values[0] if values else [context.node], context.world.zone)


FUNCTIONS: Final[dict[str, Function]] = {
    "true": eager(0, 0, lambda context: True),
    "false": eager(0, 0, lambda context: False),
    "not": eager(1, 1, lambda context, value: not to_truth(value)),
    "boolean": eager(1, 1, lambda context, value: to_truth(value)),
    "boolean-from-string": eager(1, 1, _from_text),
    "if": lazy(3, 3, _if),
    "coalesce": eager(0, None, _coalesce),
    "once": lazy(1, 1, _once),
    "checklist": eager(3, None, _checklist),
    "weighted-checklist": eager(4, None, _weighted),
    "number": eager(0, 1, _number),
    "int": eager(1, 1, _int),
    "round": eager(1, 2, _round),
    "sum": eager(1, 1, _sum),
    "min": eager(1, None, _extreme(min)),
    "max": eager(1, None, _extreme(max)),
    "pow": eager(2, 2, _pow),
    "abs": _real(abs),
    "floor": _real(_whole(math.floor)),
    "ceiling": _real(_whole(math.ceil)),
    "sqrt": _real(math.sqrt),
    "log": _real(_logarithm(math.log)),
    "log10": _real(_logarithm(math.log10)),
    "exp": _real(math.exp),
    "exp10": _real(lambda number: math.pow(10.0, number)),
    "sin": _real(math.sin),
    "cos": _real(math.cos),
    "tan": _real(math.tan),
    "asin": _real(math.asin),
    "acos": _real(math.acos),
    "atan": _real(math.atan),
    "atan2": eager(2, 2, _atan2),
    "pi": eager(0, 0, lambda context: math.pi),
    "random": eager(0, 0, lambda context: context.world.chance()),
    **functions_text.FUNCTIONS,
    **functions_dates.FUNCTIONS,
    **functions_nodes.FUNCTIONS,
    **functions_geo.FUNCTIONS,
}
