"""Location paths as functions from a context to a list of nodes.

An absolute path inside a repeat means the row in which it stands, as phones read it; the argument
of an aggregate (``all_rows``) sees every row of the innermost repeat it names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fieldapp.forms.axes import AXES, in_document_order, node_test
from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.syntax import Binary, Call, Expression, Negative, Number, Path, Step, Text
from fieldapp.forms.tree import Node
from fieldapp.forms.values import Nodes, Value, to_truth

Compile = Callable[[Expression], Evaluate]
Walk = Callable[[Context, Nodes], Nodes]

_REVERSE: Final = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def compile_path(path: Path, compile_part: Compile, *, all_rows: bool) -> Evaluate:
    """The evaluation of ``path``; ``compile_part`` compiles the expressions inside it."""
    if path.start == "/" and path.steps and all(_is_plain(step) for step in path.steps):
        return _plain_absolute([step.test for step in path.steps], all_rows)
    if path.start is None and _is_climb(path.steps):
        return _plain_relative(path.steps)
    walks = [_compile_step(step, compile_part) for step in path.steps]
    if path.start == "/":
        for index, step in enumerate(path.steps):
            if _is_plain(step):
                walks[index] = _bound_walk(path.steps[index:], all_rows)
    start = _compile_start(path, compile_part, all_rows)
    ordered = sum(1 for step in path.steps if step.axis not in ("child", "attribute", "self")) > 0

    def run(context: Context) -> Value:
        nodes = start(context)
        if not isinstance(nodes, list):
            return []
        for walk in walks:
            nodes = walk(context, nodes)
            if not nodes:
                return nodes
        if ordered:
            nodes = in_document_order(nodes)
        return [node for node in nodes if node.visible]

    return run


def _is_plain(step: Step) -> bool:
    return (
        step.axis == "child"
        and not step.predicates
        and step.test != "*"
        and not step.test.endswith((")", ":*"))
    )


def _is_climb(steps: tuple[Step, ...]) -> bool:
    """Whether the steps first go up (or stay) and then down by plain names."""
    down = False
    for step in steps:
        if _is_plain(step):
            down = True
        elif (
            down or step.predicates or step.test != "node()" or step.axis not in ("parent", "self")
        ):
            return False
    return True


def _plain_relative(steps: tuple[Step, ...]) -> Evaluate:
    ups = sum(1 for step in steps if step.axis == "parent")
    names = [step.test for step in steps if step.axis == "child"]

    def run(context: Context) -> Value:
        node: Node | None = context.node
        for _ in range(ups):
            if node is None:
                return []
            node = node.parent
        if node is None:
            return []
        nodes = [node]
        for name in names:
            if len(nodes) == 1:
                nodes = nodes[0].named(name)
            else:
                nodes = [child for node in nodes for child in node.named(name)]
        return [node for node in nodes if node.visible]

    return run


def _plain_absolute(names: list[str], all_rows: bool) -> Evaluate:
    def run(context: Context) -> Value:
        nodes = descend(context, names, all_rows)
        return [node for node in nodes if node.visible]

    return run


def descend(context: Context, names: list[str], all_rows: bool) -> Nodes:
    """The nodes under ``/`` by plain names, each repeat bound to the row of the context."""
    nodes = [context.world.document]
    for index, name in enumerate(names):
        if len(nodes) == 1:
            nodes = nodes[0].named(name)
            if len(nodes) > 1:
                nodes = _bound(context, nodes, names[index + 1 :], all_rows)
        else:
            nodes = [child for node in nodes for child in node.named(name)]
        if not nodes:
            return nodes
    return nodes


def _bound(context: Context, rows: Nodes, rest: list[str], all_rows: bool) -> Nodes:
    """Of several fellows, the one in which the context stands; all when it stands in none."""
    if rows[0].definition is None or (all_rows and not _repeat_below(rows[0], rest)):
        return rows
    own = own_row(context, rows[0])
    return rows if own is None else [own]


def _bound_walk(steps: tuple[Step, ...], all_rows: bool) -> Walk:
    """A plain step of an absolute path that has other steps with predicates."""
    name = steps[0].test
    rest = [step.test for step in steps[1:]]

    def walk(context: Context, nodes: Nodes) -> Nodes:
        if len(nodes) != 1:
            return [child for node in nodes for child in node.named(name)]
        rows = nodes[0].named(name)
        return _bound(context, rows, rest, all_rows) if len(rows) > 1 else rows

    return walk


def own_row(context: Context, row: Node) -> Node | None:
    """The fellow of ``row`` (same parent, same name) in which the context stands, or None."""
    for start in (context.node, context.current):
        node: Node | None = start
        while node is not None and node.parent is not row.parent:
            node = node.parent
        if node is not None:
            return node if node.name == row.name else None
    return None


def _repeat_below(row: Node, names: list[str]) -> bool:
    definition = row.definition
    for name in names:
        if definition is None:
            return False
        definition = definition.child(name)
        if definition is not None and definition.is_repeat:
            return True
    return False


def _compile_start(path: Path, compile_part: Compile, all_rows: bool) -> Evaluate:
    if path.start is None:
        return lambda context: [context.node]
    if isinstance(path.start, str):
        return lambda context: [context.world.document]
    primary = compile_part(path.start)
    if not path.predicates:
        return primary
    filters = [_compile_predicate(part, compile_part) for part in path.predicates]

    def filtered(context: Context) -> Value:
        nodes = primary(context)
        if not isinstance(nodes, list):
            return []
        for keep in filters:
            nodes = keep(context, nodes)
        return nodes

    return filtered


def _compile_step(step: Step, compile_part: Compile) -> Walk:
    if _is_plain(step):
        name = step.test
        return lambda context, nodes: [child for node in nodes for child in node.named(name)]
    filters = [_compile_predicate(part, compile_part) for part in step.predicates]
    plain_name = _is_plain(Step(step.axis, step.test))
    keyed = _keyed(step, compile_part) if plain_name and step.predicates else None
    axis, test = AXES[step.axis], node_test(step.axis, step.test)

    def walk(context: Context, nodes: Nodes) -> Nodes:
        found: list[Node] = []
        for node in nodes:
            remaining = filters
            if keyed is not None:
                some = keyed(context, node)
                if some is not None:
                    found.extend(_narrow(context, some, filters[1:]))
                    continue
            some = [item for item in axis(node) if test(item)]
            found.extend(_narrow(context, some, remaining))
        return found

    if (
        step.axis in _REVERSE
        or step.axis.startswith(("desc", "following"))
        or step.test == "node()"
    ):
        return lambda context, nodes: in_document_order(walk(context, nodes))
    return walk


def _narrow(context: Context, nodes: Nodes, filters: list[Walk]) -> Nodes:
    for keep in filters:
        nodes = keep(context, nodes)
    return nodes


def _compile_predicate(part: Expression, compile_part: Compile) -> Walk:
    test = compile_part(part)

    def keep(context: Context, nodes: Nodes) -> Nodes:
        size = len(nodes)
        found: list[Node] = []
        for position, node in enumerate(nodes, 1):
            verdict = test(context.at(node, position, size))
            if isinstance(verdict, float):
                if verdict == position:
                    found.append(node)
            elif to_truth(verdict):
                found.append(node)
        return found

    return keep


def _keyed(step: Step, compile_part: Compile) -> Callable[[Context, Node], Nodes | None] | None:
    """A look-up instead of a scan for ``item[key = value]`` where value ignores the item.

    Further conditions joined by ``and`` are tried on what the look-up finds.
    """
    conditions = _conditions(step.predicates[0])
    pairs = [(part, pair) for part in conditions for pair in [_key_and_value(part)] if pair]
    if not pairs or any(_asks_place(part) for part in conditions):
        return None
    used, (key, value_part) = pairs[0]
    value_of = compile_part(value_part)
    rest = [compile_part(part) for part in conditions if part is not used]
    name = step.test

    def look_up(context: Context, parent: Node) -> Nodes | None:
        items = parent.named(name)
        if not items or items[0].definition is not None:
            return None
        found = _found(context, parent, (name, key), value_of(context))
        if found is None or not rest:
            return found
        return [
            item for item in found if all(to_truth(test(context.at(item, 1, 1))) for test in rest)
        ]

    return look_up


def _found(context: Context, parent: Node, names: tuple[str, str], value: Value) -> Nodes | None:
    """The items whose key equals ``value``; None when only a scan can tell."""
    if isinstance(value, bool | float):
        return None
    index = context.world.item_index(parent, *names)
    if isinstance(value, str):
        return index.get(value, [])
    if len(value) < 2:
        return index.get(value[0].value() if value else "", [])
    return in_document_order([item for node in value for item in index.get(node.value(), [])])


def _conditions(part: Expression) -> list[Expression]:
    if isinstance(part, Binary) and part.operator == "and":
        return _conditions(part.left) + _conditions(part.right)
    return [part]


def _asks_place(part: Expression) -> bool:
    """Whether an expression may ask for the place of the item among its fellows."""
    if isinstance(part, Call):
        return part.name in ("position", "last") or any(map(_asks_place, part.arguments))
    if isinstance(part, Binary):
        return _asks_place(part.left) or _asks_place(part.right)
    return isinstance(part, Negative) and _asks_place(part.operand)


def _key_and_value(part: Expression) -> tuple[str, Expression] | None:
    if not isinstance(part, Binary) or part.operator != "=":
        return None
    for key, value in ((part.left, part.right), (part.right, part.left)):
        if (
            isinstance(key, Path)
            and key.start is None
            and len(key.steps) == 1
            and _is_plain(key.steps[0])
            and ignores_item(value)
        ):
            return key.steps[0].test, value
    return None


def ignores_item(part: Expression) -> bool:
    """Whether an expression inside a predicate means the same for every candidate node."""
    if isinstance(part, Number | Text):
        return True
    if isinstance(part, Negative):
        return ignores_item(part.operand)
    if isinstance(part, Binary):
        return ignores_item(part.left) and ignores_item(part.right)
    if isinstance(part, Call):
        if part.name == "current":
            return True
        return bool(part.arguments) and all(ignores_item(item) for item in part.arguments)
    if part.start is None:
        return False
    return isinstance(part.start, str) or ignores_item(part.start)
