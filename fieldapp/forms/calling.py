"""How a function is declared: how many arguments it takes and how its call is built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.values import Value

Builder = Callable[[Sequence[Evaluate]], Evaluate]


@dataclass(frozen=True, slots=True)
class Function:
    """``most`` is None when there is no upper limit; ``odd`` when the count must be odd."""

    least: int
    most: int | None
    build: Builder
    odd: bool = False

    def fits(self, count: int) -> bool:
        """Whether the function can be called with ``count`` arguments."""
        if count < self.least or (self.most is not None and count > self.most):
            return False
        return not self.odd or count % 2 == 1


def lazy(least: int, most: int | None, build: Builder, *, odd: bool = False) -> Function:
    """A function that evaluates its own arguments when it wants to."""
    return Function(least, most, build, odd)


def eager(least: int, most: int | None, work: Callable[..., Value]) -> Function:
    """A function of the context and the values of all its arguments."""

    def build(arguments: Sequence[Evaluate]) -> Evaluate:
        if len(arguments) == 1:
            only = arguments[0]
            return lambda context: work(context, only(context))
        if len(arguments) == 2:
            first, second = arguments
            return lambda context: work(context, first(context), second(context))

        def run(context: Context) -> Value:
            return work(context, *[argument(context) for argument in arguments])

        return run

    return Function(least, most, build)
