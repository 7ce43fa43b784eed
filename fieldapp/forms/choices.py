"""The choices of questions: filtered, labelled, and names turned into labels."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.evaluation import Context
from fieldapp.forms.live import definition_of
from fieldapp.forms.model import Itemset, QuestionDef
from fieldapp.forms.tree import Node
from fieldapp.forms.values import Nodes
from fieldapp.forms.world import World
from fieldapp.forms.xpath import compile_text


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as it is offered: the stored name and what people read."""

    name: str
    label: str


class Choices:
    """Answers what can be chosen where."""

    def __init__(self, world: World) -> None:
        self._world = world

    def offered(self, node: Node) -> tuple[Choice, ...]:
        """The choices at ``node``, filter applied, in the current language."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return ()
        if definition.itemset is None:
            world = self._world
            return tuple(Choice(i.name, world.text(i.label, node)) for i in definition.items)
        itemset = definition.itemset
        return tuple(
            Choice(_column(item, itemset.value), self._label(item, itemset))
            for item in self._items(node, itemset)
        )

    def names(self, node: Node) -> frozenset[str]:
        """The names that can be chosen at ``node``; empty when it is no choice question."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return frozenset()
        if definition.itemset is None:
            return frozenset(item.name for item in definition.items)
        value = definition.itemset.value
        return frozenset(_column(item, value) for item in self._items(node, definition.itemset))

    def held(self, node: Node, text: str) -> list[str]:
        """The names that ``text`` holds as an answer at ``node``: one, or several parted by spaces."""
        definition = definition_of(node)
        if isinstance(definition, QuestionDef) and definition.type == "select1":
            return [text] if text else []
        return text.split()

    def label_of(self, name: str, node: Node) -> str:
        """The label of the choice ``name`` at ``node``, filter ignored where it hides it."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return ""
        if definition.itemset is None:
            for item in definition.items:
                if item.name == name:
                    return self._world.text(item.label, node)
            return ""
        itemset = definition.itemset
        for found in self._items(node, itemset):
            if _column(found, itemset.value) == name:
                return self._label(found, itemset)
        return ""

    def label_at(self, name: str, origin: Node | None, path: str) -> str:
        """The label of ``name`` at the question that ``path`` means when read at ``origin``."""
        node = origin or self._world.document
        try:
            found = compile_text(path)(Context(node, self._world))
        except FormRefused:
            return ""
        if not isinstance(found, list) or not found:
            return ""
        return self.label_of(name, found[0])

    def _items(self, node: Node, itemset: Itemset) -> Nodes:
        found = itemset.nodes.evaluate(Context(node, self._world))
        return found if isinstance(found, list) else []

    def _label(self, item: Node, itemset: Itemset) -> str:
        text = _column(item, itemset.label)
        label = self._world.itext(text) if itemset.label_itext else text
        return label or _column(item, itemset.value)


def _column(item: Node, path: str) -> str:
    here: Node | None = item
    for name in path.split("/"):
        if name in (".", "") or here is None:
            continue
        here = here.first(name)
    return "" if here is None else here.value()
