"""Functions about nodes, instances, choices and the form itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from fieldapp.forms.calling import Function, eager, lazy
from fieldapp.forms.evaluation import Context, Evaluate
from fieldapp.forms.tree import Kind, Node
from fieldapp.forms.values import NAN, Nodes, Value, to_number, to_text

_MODULUS: Final = 2_147_483_647
_MULTIPLIER: Final = 16_807


def _position(arguments: Sequence[Evaluate]) -> Evaluate:
    if not arguments:
        return lambda context: float(context.position)

    def run(context: Context) -> Value:
        nodes = arguments[0](context)
        if not isinstance(nodes, list) or not nodes:
            return NAN
        node = nodes[0]
        if node.parent is None:
            return 1.0
        fellows = node.parent.named(node.name)
        return float(next((n for n, fellow in enumerate(fellows, 1) if fellow is node), 1))

    return run


def _count(context: Context, nodes: Value) -> Value:
    return float(len(nodes)) if isinstance(nodes, list) else NAN


def _count_filled(context: Context, nodes: Value) -> Value:
    if not isinstance(nodes, list):
        return NAN
    return float(sum(1 for node in nodes if node.value()))


def _instance(context: Context, name: Value) -> Value:
    document = context.world.instance(to_text(name))
    return [] if document is None else [document]


def _indexed(arguments: Sequence[Evaluate]) -> Evaluate:
    target, *pairs = arguments

    def run(context: Context) -> Value:
        chosen: Node | None = None
        for rows_of, index_of in zip(pairs[::2], pairs[1::2], strict=True):
            rows = _inside(rows_of, context, chosen)
            number = to_number(index_of(context), context.world.zone)
            place = max(int(number), 1) if math.isfinite(number) else 1
            if place > len(rows):
                return []
            chosen = rows[place - 1]
        return _inside(target, context, chosen)

    return run


def _inside(path: Evaluate, context: Context, row: Node | None) -> Nodes:
    """The nodes of ``path`` inside ``row``, in which an absolute path may be read as well."""
    nodes = path(context)
    if row is None or not isinstance(nodes, list):
        return nodes if isinstance(nodes, list) else []
    found = [node for node in nodes if _is_below(node, row)]
    if not found:
        nodes = path(context.at(row, 1, 1))
        found = [node for node in nodes if _is_below(node, row)] if isinstance(nodes, list) else []
    return found


def _is_below(node: Node, ancestor: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above is ancestor:
            return True
        above = above.parent
    return False


def _pulldata(context: Context, name: Value, wanted: Value, key: Value, value: Value) -> Value:
    document = context.world.instance(to_text(name))
    if document is None:
        return ""
    root = next(iter(document.elements()), None)
    items = root.elements() if root is not None else []
    if root is None or not items:
        return ""
    index = context.world.item_index(root, items[0].name, to_text(key))
    found = index.get(to_text(value), [])
    column = found[0].first(to_text(wanted)) if found else None
    return "" if column is None else column.value()


def _randomize(context: Context, nodes: Value, *seeds: Value) -> Value:
    if not isinstance(nodes, list):
        return []
    seed = context.world.chance() * _MODULUS
    if seeds:
        number = to_number(seeds[0], context.world.zone)
        seed = number if math.isfinite(number) else 0.0
    return shuffled(nodes, int(seed))


def shuffled(nodes: Nodes, seed: int) -> Nodes:
    """``nodes`` in the order that every ODK client gives them for this seed.

    Source: Park and Miller's minimal standard generator, drawn once for each node.
    """
    state = int(math.fmod(seed, _MODULUS))
    if state <= 0:
        state += _MODULUS - 1
    order: Nodes = []
    for count, node in enumerate(nodes):
        state = state * _MULTIPLIER % _MODULUS
        place = int((state - 1) / (_MODULUS - 1) * (count + 1))
        order.append(node)
        order[count], order[place] = order[place], node
    return order


def _names(local: bool, uri: bool = False) -> Function:
    def run(context: Context, *values: Value) -> Value:
        nodes = values[0] if values else [context.node]
        if not isinstance(nodes, list) or not nodes:
            return ""
        node = nodes[0]
        if node.kind in (Kind.TEXT, Kind.COMMENT):
            return ""
        if uri:
            return node.uri
        return node.local if local else node.name

    return eager(0, 1, run)


def _choice_name(context: Context, value: Value, path: Value) -> Value:
    return context.world.choice_label(to_text(value), context.node, to_text(path).strip())


def _language_is(context: Context, value: Value) -> Value:
    wanted = to_text(value).lower()
    node: Node | None = context.node
    while node is not None:
        own = node.attribute("xml:lang")
        if own is not None:
            return own.lower() == wanted or own.lower().startswith(wanted + "-")
        node = node.parent
    return False


def _by_id(context: Context, value: Value) -> Value:
    texts = [node.value() for node in value] if isinstance(value, list) else [to_text(value)]
    wanted = {word for text in texts for word in text.split()}
    return [node for node in context.world.document.walk() if _id_of(node) in wanted]


def _id_of(node: Node) -> str | None:
    return node.attribute("id") or node.attribute("xml:id")


FUNCTIONS: Final[dict[str, Function]] = {
    "position": lazy(0, 1, _position),
    "last": eager(0, 0, lambda context: float(context.size)),
    "count": eager(1, 1, _count),
    "count-non-empty": eager(1, 1, _count_filled),
    "current": eager(0, 0, lambda context: [context.current]),
    "instance": eager(1, 1, _instance),
    "indexed-repeat": lazy(3, 15, _indexed, odd=True),
    "pulldata": eager(4, 4, _pulldata),
    "randomize": eager(1, 2, _randomize),
    "name": _names(local=False),
    "local-name": _names(local=True),
    "namespace-uri": _names(local=True, uri=True),
    "jr:choice-name": eager(2, 2, _choice_name),
    "jr:itext": eager(1, 1, lambda context, name: context.world.itext(to_text(name))),
    "version": eager(0, 0, lambda context: context.world.form_version()),
    "depend": eager(1, None, lambda context, value, *others: value),
    "lang": eager(1, 1, _language_is),
    "id": eager(1, 1, _by_id),
}
