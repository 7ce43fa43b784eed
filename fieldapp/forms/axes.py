"""The axes and node tests of a location step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.tree import Kind, Node

Axis = Callable[[Node], list[Node]]
Test = Callable[[Node], bool]


def _self(node: Node) -> list[Node]:
    return [node]


def _child(node: Node) -> list[Node]:
    return node.children


def _parent(node: Node) -> list[Node]:
    return [] if node.parent is None else [node.parent]


def _attribute(node: Node) -> list[Node]:
    return node.attributes


def _descendant(node: Node) -> list[Node]:
    return list(node.walk())[1:]


def _descendant_or_self(node: Node) -> list[Node]:
    return list(node.walk())


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _ancestor(node: Node) -> list[Node]:
    return list(_ancestors(node))


def _ancestor_or_self(node: Node) -> list[Node]:
    return [node, *_ancestors(node)]


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind is Kind.ATTRIBUTE:
        return [], 0
    fellows = node.parent.children
    return fellows, next(index for index, fellow in enumerate(fellows) if fellow is node)


def _following_sibling(node: Node) -> list[Node]:
    fellows, here = _siblings(node)
    return fellows[here + 1 :]


def _preceding_sibling(node: Node) -> list[Node]:
    fellows, here = _siblings(node)
    return fellows[:here][::-1]


def _following(node: Node) -> list[Node]:
    found: list[Node] = []
    if node.kind is Kind.ATTRIBUTE and node.parent is not None:
        node = node.parent
        found.extend(_descendant(node))
    for level in _ancestor_or_self(node):
        for fellow in _following_sibling(level):
            found.extend(fellow.walk())
    return found


def _preceding(node: Node) -> list[Node]:
    found: list[Node] = []
    start = node.parent if node.kind is Kind.ATTRIBUTE and node.parent is not None else node
    for level in _ancestor_or_self(start):
        for fellow in _preceding_sibling(level):
            found.extend(reversed(list(fellow.walk())))
    return found


AXES: Final[dict[str, Axis]] = {
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "attribute": _attribute,
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "following": _following,
    "following-sibling": _following_sibling,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_sibling,
    "self": _self,
}

_KINDS: Final = {
    "text": Kind.TEXT,
    "comment": Kind.COMMENT,
    "processing-instruction": Kind.INSTRUCTION,
}


def node_test(axis: str, test: str) -> Test:
    """Whether a node on ``axis`` passes ``test``."""
    principal = Kind.ATTRIBUTE if axis == "attribute" else Kind.ELEMENT
    if test == "*":
        return lambda node: node.kind is principal
    if test == "node()":
        return lambda node: True
    if test.endswith(")"):
        kind_name, _, rest = test.partition("(")
        kind = _KINDS.get(kind_name)
        if kind is None:
            raise FormRefused(f"An expression uses the unknown node test {test}.")
        name = rest[:-1]
        return lambda node: node.kind is kind and name in ("", node.name)
    if test.endswith(":*"):
        prefix = test[:-1]
        return lambda node: node.kind is principal and node.name.startswith(prefix)
    return lambda node: node.kind is principal and node.name == test


def in_document_order(nodes: list[Node]) -> list[Node]:
    """``nodes`` without duplicates, in document order."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    ranks: dict[int, dict[int, int]] = {}
    return sorted(unique, key=lambda node: _place(node, ranks))


def _place(node: Node, ranks: dict[int, dict[int, int]]) -> tuple[tuple[int, int], ...]:
    place: list[tuple[int, int]] = []
    while node.parent is not None:
        above = node.parent
        known = ranks.get(id(above))
        if known is None:
            known = {id(child): index for index, child in enumerate(above.children)}
            known.update({id(item): index for index, item in enumerate(above.attributes)})
            ranks[id(above)] = known
        place.append((0 if node.kind is Kind.ATTRIBUTE else 1, known[id(node)]))
        node = above
    return tuple(reversed(place))
