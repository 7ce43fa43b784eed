"""The answers as a tree of nodes: built from a form, addressed by reference, with rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fieldapp.forms.build import is_template
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.model import Definition, RepeatDef
from fieldapp.forms.tree import Kind, Node, document_of

MAX_ROWS: Final = 2_000
"""Most rows of one repeat; a report with more is a list that belongs into an attachment."""

_STEP: Final = re.compile(r"/([^/\[\]]+)(?:\[(\d+)\])?")


class LiveTree:
    """The nodes of one session. A reference is a path with 1-based row numbers."""

    def __init__(self, form: FormDefinition) -> None:
        self.form = form
        self.root = make_node(form.root, form.instance)
        self.document = document_of(self.root)
        self._lasting: dict[str, Node] = {}

    def find(self, ref: str) -> Node:
        """The node that ``ref`` names; raises ``KeyError`` when there is none."""
        known = self._lasting.get(ref)
        if known is not None:
            return known
        node = self._walk(ref)
        # What stands in no row is there from the beginning to the end.
        if node.definition is not None and not node.definition.repeats:
            self._lasting[ref] = node
        return node

    def _walk(self, ref: str) -> Node:
        node: Node | None = None
        for match in _STEP.finditer(ref):
            name, number = match.groups()
            if node is None:
                node = self.root if name == self.root.name else None
            elif name.startswith("@"):
                node = _bound_attribute(node, name[1:])
            else:
                rows = node.named(name)
                place = int(number) if number else 1
                node = rows[place - 1] if 1 <= place <= len(rows) else None
            if node is None:
                raise KeyError(ref)
        if node is None:
            raise KeyError(ref)
        return node

    def ref(self, node: Node) -> str:
        """The reference of ``node``."""
        steps: list[str] = []
        here: Node | None = node
        while here is not None and here.kind is not Kind.DOCUMENT:
            steps.append(_step(here))
            here = here.parent
        return "/" + "/".join(reversed(steps))

    def holds(self, node: Node) -> bool:
        """Whether ``node`` is still part of the answers."""
        here: Node | None = node
        while here is not None and here is not self.document:
            here = here.parent
        return here is self.document

    def nodes_at(self, definition: Definition, anchor: str, near: Node | None) -> list[Node]:
        """The nodes of ``definition``: all of them, or those in the row ``anchor`` around ``near``.

        ``anchor`` is the path of a repeat around ``definition``; empty means all rows.
        """
        start, depth = self.root, 2
        if anchor and near is not None:
            row = around(near, anchor)
            if row is not None:
                start, depth = row, anchor.count("/") + 1
        nodes = [start]
        for name in definition.path.split("/")[depth:]:
            if name.startswith("@"):
                nodes = [i for node in nodes for i in node.attributes if i.name == name[1:]]
            elif len(nodes) == 1:
                nodes = nodes[0].named(name)
            else:
                nodes = [child for node in nodes for child in node.named(name)]
        return list(nodes)

    def rows(self, parent: Node, definition: RepeatDef) -> list[Node]:
        return list(parent.named(definition.name))

    def add_row(self, parent: Node, definition: RepeatDef) -> Node:
        """Puts a new row behind the last one."""
        row = make_node(definition, definition.template)
        self.put_row(parent, definition, row)
        return row

    def put_row(self, parent: Node, definition: RepeatDef, row: Node) -> None:
        """Puts ``row`` behind the last row, or where the form has its first."""
        rows = parent.named(definition.name)
        if rows:
            place = next(i for i, child in enumerate(parent.children) if child is rows[-1]) + 1
        else:
            place = sum(
                1
                for child in parent.children
                if child.definition is not None and child.definition.number < definition.number
            )
        parent.insert(place, row)
        for node in row.walk():
            above = node.parent
            node.visible = node.relevant and (above is None or above.visible)
            for item in node.attributes:
                item.visible = node.visible


def _bound_attribute(node: Node, name: str) -> Node | None:
    return next(
        (item for item in node.attributes if item.name == name and item.definition is not None),
        None,
    )


def definition_of(node: Node) -> Definition:
    """The definition of a live node."""
    if node.definition is None:
        raise KeyError(node.name)
    return node.definition


def around(node: Node, path: str) -> Node | None:
    """The node with ``path`` at or above ``node``, or None."""
    here: Node | None = node
    while here is not None:
        if here.definition is not None and here.definition.path == path:
            return here
        here = here.parent
    return None


def _step(node: Node) -> str:
    if node.kind is Kind.ATTRIBUTE:
        return f"@{node.name}"
    definition = node.definition
    if definition is None or not definition.is_repeat or node.parent is None:
        return node.name
    rows = node.parent.named(node.name)
    place = next((n for n, row in enumerate(rows, 1) if row is node), 0)
    return f"{node.name}[{place}]"


def make_node(definition: Definition, source: Node) -> Node:
    """A live node for ``definition`` with the content of ``source``, templates left out."""
    node = Node(Kind.ELEMENT, definition.name, source.text, source.uri)
    node.definition = definition
    for item in source.attributes:
        twin = Node(Kind.ATTRIBUTE, item.name, item.text, item.uri)
        twin.parent = node
        twin.definition = definition.child(f"@{item.name}")
        node.attributes.append(twin)
    for child in definition.children:
        rows = [row for row in source.named(child.name) if not is_template(row)]
        for row in rows if child.is_repeat else rows[-1:]:
            node.append(make_node(child, row))
    return node


def questions(node: Node) -> Iterator[Node]:
    """The questions at or below ``node`` in document order, bound attributes first."""
    for item in node.walk():
        for attribute in item.attributes:
            if attribute.definition is not None:
                yield attribute
        if item.definition is not None and item.definition.is_question:
            yield item
