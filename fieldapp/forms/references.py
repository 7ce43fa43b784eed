"""What an expression reads: worked out once, before anybody answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.functions import ALL_ROWS
from fieldapp.forms.model import Definition
from fieldapp.forms.syntax import (
    Binary,
    Call,
    Expression,
    Negative,
    Number,
    Path,
    Step,
    Text,
    parse,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A node that is read. ``anchor`` is the deepest path that is surely the reader's own node.

    Everything repeated below the anchor may be another row than the reader's. ``picked`` when the
    form picks certain rows by a predicate or a number.
    """

    path: str
    anchor: str
    picked: bool = False


_Place = tuple[str, str, bool]


def references(
    tree: Expression, context: str, paths: Mapping[str, Definition]
) -> frozenset[Reference]:
    """All nodes of the primary instance that ``tree`` reads when it stands at path ``context``."""
    finder = _Finder(context, paths)
    own = [(context, context, False)]
    for place in finder.visit(tree, own, False):
        finder.found.add(Reference(*place))
    return frozenset(finder.found)


class _Finder:
    def __init__(self, context: str, paths: Mapping[str, Definition]) -> None:
        self.found: set[Reference] = set()
        self._context = context
        self._paths = paths

    def visit(self, part: Expression, here: list[_Place], all_rows: bool) -> list[_Place]:
        """Notes what ``part`` reads; returns the places it stands for when it is a path."""
        if isinstance(part, Number | Text):
            return []
        if isinstance(part, Negative):
            self._read(part.operand, here, False)
        elif isinstance(part, Binary):
            if part.operator == "|":
                return self.visit(part.left, here, all_rows) + self.visit(
                    part.right, here, all_rows
                )
            self._read(part.left, here, False)
            self._read(part.right, here, False)
        elif isinstance(part, Call):
            return self._call(part, here)
        else:
            return self._path(part, here, all_rows)
        return []

    def _read(self, part: Expression, here: list[_Place], all_rows: bool) -> None:
        for place in self.visit(part, here, all_rows):
            self.found.add(Reference(*place))

    def _call(self, part: Call, here: list[_Place]) -> list[_Place]:
        if part.name == "current":
            return [(self._context, self._context, False)]
        every = part.name in ALL_ROWS
        for argument in part.arguments:
            for path, anchor, picked in self.visit(argument, here, every):
                picked = picked or part.name == "indexed-repeat"
                self.found.add(Reference(path, anchor, picked))
        if part.name == "jr:choice-name" and isinstance(part.arguments[-1], Text):
            self._named_question(part.arguments[-1].value, here)
        if part.name == "randomize" and part.arguments:
            return self.visit(part.arguments[0], here, True)
        return []

    def _named_question(self, source: str, here: list[_Place]) -> None:
        try:
            self._read(parse(source), here, False)
        except FormRefused:
            return  # Text that is no path names no question; its label stays empty.

    def _path(self, part: Path, here: list[_Place], all_rows: bool) -> list[_Place]:
        if part.start is None:
            places = here
        elif isinstance(part.start, str):
            return self._absolute(part.steps, all_rows)
        else:
            places = self.visit(part.start, here, all_rows)
            for predicate in part.predicates:
                self._read(predicate, places, False)
        for step in part.steps:
            places = self._step(step, places)
        return places

    def _absolute(self, steps: Sequence[Step], all_rows: bool) -> list[_Place]:
        places: list[_Place] = [("", "", False)]
        bound = True
        for index, step in enumerate(steps):
            places = self._step(step, places)
            plain = step.axis == "child" and not step.predicates and len(places) == 1
            path = places[0][0] if places else ""
            bound = bound and plain and self._is_own(path)
            if bound and all_rows and self._is_last_repeat(path, steps[index + 1 :]):
                bound = False
            if bound:
                places = [(path, path, False)]
        return places

    def _is_own(self, path: str) -> bool:
        return self._context == path or self._context.startswith(path + "/")

    def _is_last_repeat(self, path: str, steps: Sequence[Step]) -> bool:
        definition = self._paths.get(path)
        if definition is None or not definition.is_repeat:
            return False
        for step in steps:
            definition = definition.child(step.test)
            if definition is None:
                return True
            if definition.is_repeat:
                return False
        return True

    def _step(self, step: Step, places: list[_Place]) -> list[_Place]:
        found: dict[_Place, None] = {}
        for place in places:
            for reached in self._reach(step, place):
                found[reached] = None
        result = list(found)
        if step.predicates:
            result = [(path, anchor, True) for path, anchor, _ in result]
        for predicate in step.predicates:
            self._read(predicate, result, False)
        return result

    def _reach(self, step: Step, place: _Place) -> list[_Place]:
        path, anchor, picked = place
        if step.axis == "self":
            return [place]
        if step.axis == "parent":
            above = path.rpartition("/")[0]
            return [(above, common_path(anchor, above), picked)] if above else []
        if step.axis == "attribute":
            below = f"{path}/@{step.test}"
            return [(below, anchor, picked)] if below in self._paths else []
        if step.axis == "child" and step.test not in ("*", "node()"):
            below = f"{path}/{step.test}"
            return [(below, anchor, picked)] if below in self._paths else []
        return self._wide(step, place)

    def _wide(self, step: Step, place: _Place) -> list[_Place]:
        """The rarer axes: everything that could be meant, bound to no row."""
        path, anchor, picked = place
        if step.axis == "child":
            definition = self._paths.get(path)
            children = definition.children if definition is not None else ()
            return [(child.path, anchor, picked) for child in children]
        if step.axis.startswith("descendant"):
            inside = [known for known in self._paths if known.startswith(path + "/")]
            return [(known, anchor, picked) for known in (path, *inside) if known]
        return [(known, "", True) for known in self._paths]


def common_path(first: str, second: str) -> str:
    """The longest path at or above both."""
    steps: list[str] = []
    for left, right in zip(first.split("/"), second.split("/"), strict=False):
        if left != right:
            break
        steps.append(left)
    return "/".join(steps)
