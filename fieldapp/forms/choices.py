"""The choices of questions: filtered, labelled, and names turned into labels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.evaluation import Context
from fieldapp.forms.graph import Part
from fieldapp.forms.live import definition_of
from fieldapp.forms.model import Itemset, QuestionDef
from fieldapp.forms.profile import calls_in
from fieldapp.forms.tree import Node
from fieldapp.forms.values import Nodes
from fieldapp.forms.world import World
from fieldapp.forms.xpath import compile_text


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as it is offered: the stored name and what people read."""

    name: str
    label: str


_CHANGEFUL: Final = frozenset(
    {"now", "today", "random", "randomize", "uuid", "current", "position", "once", "jr:itext"}
)
"""Functions that can make a list differ from one time or question to another."""


class Choices:
    """Answers what can be chosen where. A list that nothing can change is worked out once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._fixed: set[QuestionDef] = set()
        self._by_name: dict[QuestionDef, dict[str, Node]] = {}
        self._offers: dict[tuple[QuestionDef, str], tuple[Choice, ...]] = {}
        for trigger in world.form.graph.triggers:
            definition = trigger.definition
            if trigger.part is Part.CHOICES and isinstance(definition, QuestionDef):
                calls = {call.name for call in calls_in(trigger.rule.tree)}
                if not trigger.reads and not calls & _CHANGEFUL:
                    self._fixed.add(definition)

    def offered(self, node: Node) -> tuple[Choice, ...]:
        """The choices at ``node``, filter applied, in the current language."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return ()
        known = self._offers.get((definition, self._world.tongue))
        if known is None:
            known = self._offer(node, definition)
            if definition in self._fixed:
                self._offers[definition, self._world.tongue] = known
        return known

    def _offer(self, node: Node, definition: QuestionDef) -> tuple[Choice, ...]:
        if definition.itemset is None:
            world = self._world
            return tuple(Choice(i.name, world.text(i.label, node)) for i in definition.items)
        itemset = definition.itemset
        return tuple(
            Choice(_column(item, itemset.value), self._label(item, itemset))
            for item in self._items(node, itemset)
        )

    def names(self, node: Node) -> Collection[str]:
        """The names that can be chosen at ``node``; empty when it is no choice question."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return ()
        if definition.itemset is None:
            return {item.name for item in definition.items}
        return self._named(node, definition, definition.itemset)

    def held(self, node: Node, text: str) -> list[str]:
        """The names that ``text`` holds at ``node``: one, or several parted by spaces."""
        definition = definition_of(node)
        if isinstance(definition, QuestionDef) and definition.type == "select1":
            return [text] if text else []
        return text.split()

    def label_of(self, name: str, node: Node) -> str:
        """The label of the choice ``name`` at ``node``; empty when it cannot be chosen there."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef):
            return ""
        if definition.itemset is None:
            for item in definition.items:
                if item.name == name:
                    return self._world.text(item.label, node)
            return ""
        found = self._named(node, definition, definition.itemset).get(name)
        return "" if found is None else self._label(found, definition.itemset)

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

    def _named(self, node: Node, definition: QuestionDef, itemset: Itemset) -> dict[str, Node]:
        known = self._by_name.get(definition)
        if known is None:
            known = {}
            for item in self._items(node, itemset):
                known.setdefault(_column(item, itemset.value), item)
            if definition in self._fixed:
                self._by_name[definition] = known
        return known

    def _items(self, node: Node, itemset: Itemset) -> Nodes:
        found = itemset.nodes.evaluate(Context(node, self._world))
        return found if isinstance(found, list) else []

    def _label(self, item: Node, itemset: Itemset) -> str:
        text = _column(item, itemset.label)
        label = self._world.itext(text) if itemset.label_itext else text
        return label or _column(item, itemset.value)


def _column(item: Node, path: str) -> str:
    if "/" not in path and path != ".":
        column = item.first(path)
        return "" if column is None else column.value()
    here: Node | None = item
    for name in path.split("/"):
        if name in (".", "") or here is None:
            continue
        here = here.first(name)
    return "" if here is None else here.value()
