"""What an expression sees while it is evaluated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Protocol

from fieldapp.forms.tree import Node
from fieldapp.forms.values import Value


class Surroundings(Protocol):
    """The world around an expression: clock, ids, chance, instances, texts."""

    zone: tzinfo
    document: Node

    def now(self) -> datetime:
        """The aware present moment."""
        ...

    def new_id(self) -> str:
        """A fresh UUID as text."""
        ...

    def chance(self) -> float:
        """A number from 0 up to, not including, 1."""
        ...

    def instance(self, name: str) -> Node | None:
        """The document of a secondary instance, None when the form has none of that name."""
        ...

    def itext(self, name: str) -> str:
        """A translated text by its id, in the current language; empty when there is none."""
        ...

    def choice_label(self, name: str, question: Node | None, path: str) -> str:
        """The label of choice ``name`` of the question at ``path`` seen from ``question``."""
        ...

    def item_index(self, parent: Node, item: str, key: str) -> dict[str, list[Node]]:
        """The children ``item`` of ``parent`` by the text of their child ``key``."""
        ...

    def form_version(self) -> str:
        """The version of the form, empty when it has none."""
        ...


class Context:
    """Where an expression stands: a node, its place among its fellows, and the world."""

    __slots__ = ("current", "node", "position", "size", "world")

    def __init__(self, node: Node, world: Surroundings) -> None:
        self.node = node
        self.position = 1
        self.size = 1
        self.current = node
        self.world = world

    def at(self, node: Node, position: int, size: int) -> Context:
        """A context for one node of a list; ``current`` stays what it was."""
        inner = Context(node, self.world)
        inner.position = position
        inner.size = size
        inner.current = self.current
        return inner


Evaluate = Callable[[Context], Value]
