"""Keeps everything that follows from the answers up to date, and nothing else."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.casting import stored
from fieldapp.forms.choices import Choices
from fieldapp.forms.evaluation import Context
from fieldapp.forms.graph import Edge, Part, Trigger
from fieldapp.forms.live import MAX_ROWS, LiveTree, around, definition_of
from fieldapp.forms.model import Action, Definition, RepeatDef, Rule
from fieldapp.forms.setvalues import NEW_ROW, VALUE_CHANGED
from fieldapp.forms.tree import Kind, Node
from fieldapp.forms.values import to_number, to_truth
from fieldapp.forms.world import World

MAX_TURNS: Final = 50
"""How often one rule may be worked out at one node for one answer.

Only rules that read other rows of their own repeat are worked out more than once, one turn a
row; a form that needs more goes in a circle and keeps the last value.
"""

MAX_CHAIN: Final = 20
"""How many actions may set off one another for one answer."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that people may see has changed.

    ``what``: value, relevant, required, readonly, label, choices, problem or rows.
    """

    ref: str
    what: str


_SEEN_AS: Final = {
    Part.LABEL: "label",
    Part.CHOICES: "choices",
    Part.CONSTRAINT: "problem",
}


class Engine:
    """The state that follows from answers: relevance, calculations, rows, and who must be told."""

    def __init__(self, tree: LiveTree, world: World, choices: Choices) -> None:
        self.tree = tree
        self.world = world
        self.required: set[Node] = set()
        self.readonly: set[Node] = set()
        self.starting = False
        self.resuming = False
        self._choices = choices
        self._graph = tree.form.graph
        self._heap: list[int] = []
        self._pending: dict[int, dict[Node, None]] = {}
        self._turns: dict[tuple[int, Node], int] = {}
        self._changes: dict[tuple[Node, str], None] = {}
        self._spare_rows: dict[tuple[Node, str], list[Node]] = {}
        self._cleared: dict[Node, str] = {}
        self._depth = 0
        self._choice_triggers = {
            item.definition.path: item for item in self._graph.triggers if item.part is Part.CHOICES
        }
        self._by_trigger: dict[str, list[Action]] = {}
        for action in tree.form.actions:
            if VALUE_CHANGED in action.events and action.trigger:
                self._by_trigger.setdefault(action.trigger, []).append(action)

    # -- what happens to the answers

    def store(self, node: Node, text: str, *, calculated: bool = False) -> None:
        """Puts ``text`` into ``node`` and marks what depends on it.

        An answer, or a value that an action sets, does the actions that wait for it; a calculated
        value does not, as on phones.
        """
        if node.text == text:
            return
        node.text = text
        self.note(node, "value")
        self.note(node, "problem")
        path = definition_of(node).path
        self._mark(self._graph.readers(path), node)
        actions = self._by_trigger.get(path, ())
        if actions and not calculated and self._depth < MAX_CHAIN:
            self._depth += 1
            for action in actions:
                self.perform(action, node)
            self._depth -= 1

    def perform(self, action: Action, origin: Node) -> None:
        """Does ``action`` as seen from ``origin``: in its own row where the target has rows."""
        definition = self.tree.form.paths[action.target]
        if action.place is not None:
            found = action.place.evaluate(Context(origin, self.world))
            for target in found if isinstance(found, list) else []:
                self.store(target, self._set_by(action, target))
            return
        anchor = next(
            (path for path in reversed(definition.repeats) if around(origin, path) is not None), ""
        )
        for target in self.tree.nodes_at(definition, anchor, origin):
            self.store(target, self._set_by(action, target))

    def _set_by(self, action: Action, target: Node) -> str:
        return self.world.position() if action.located else self._value(action.value, target)

    def add_row(self, parent: Node, definition: RepeatDef) -> Node:
        """Adds a row, does its actions and marks everything in it and about it."""
        row = self.tree.add_row(parent, definition)
        self._arrived(row, parent)
        for action in self.tree.form.actions:
            if NEW_ROW in action.events and _is_below(action.target, definition.path):
                self.perform(action, row)
        return row

    def remove_row(self, row: Node) -> None:
        parent = row.parent
        if parent is None:
            return
        definition = definition_of(row)
        parent.remove(row)
        self.note(parent, f"rows:{definition.name}")
        self._mark_rows(definition, parent)

    def _arrived(self, row: Node, parent: Node) -> None:
        definition = definition_of(row)
        self.note(parent, f"rows:{definition.name}")
        self.mark_all(row)
        self._mark_rows(definition, parent)

    def _mark_rows(self, definition: Definition, parent: Node) -> None:
        """Marks what reads several rows of a repeat, or the place of a row among them."""
        outer = definition.repeats[-2] if len(definition.repeats) > 1 else ""
        for edge in self._graph.readers(definition.path):
            self._mark_at(edge.trigger, outer, parent)
        for edge in self._graph.readers_below(definition.path):
            if not edge.anchor or not _is_below(edge.anchor, definition.path):
                self._mark_at(edge.trigger, edge.anchor, parent)

    # -- settling

    def mark_all(self, top: Node) -> None:
        """Marks every rule at or below ``top``."""
        definition = definition_of(top)
        for trigger in self._graph.triggers:
            inside = trigger.definition
            if definition.number <= inside.number <= definition.last:
                anchor = definition.path if definition.is_repeat else ""
                self._mark_at(trigger, anchor, top)

    def settle(self) -> None:
        """Works out everything that is marked, and whatever that marks in turn."""
        while self._heap:
            order = heapq.heappop(self._heap)
            nodes = self._pending.pop(order, {})
            trigger = self._graph.triggers[order]
            for node in nodes:
                turns = self._turns.get((order, node), 0)
                if turns < MAX_TURNS and node.parent is not None:
                    self._turns[order, node] = turns + 1
                    self._work(trigger, node)
        self._turns.clear()

    def changes(self) -> frozenset[Change]:
        """Everything noted since the last time."""
        noted, self._changes = self._changes, {}
        found: set[Change] = set()
        for node, what in noted:
            if not self.tree.holds(node):
                continue
            ref = self.tree.ref(node)
            if what.startswith("rows:"):
                found.add(Change(f"{ref}/{what[5:]}", "rows"))
            else:
                found.add(Change(ref, what))
        return frozenset(found)

    def note(self, node: Node, what: str) -> None:
        self._changes[node, what] = None

    def _mark(self, edges: Iterable[Edge], near: Node) -> None:
        for edge in edges:
            self._mark_at(edge.trigger, edge.anchor, near)

    def _mark_at(self, trigger: Trigger, anchor: str, near: Node) -> None:
        definition = trigger.definition
        if trigger.part is Part.COUNT:
            definition, anchor = self._holder(definition, anchor)
        for node in self.tree.nodes_at(definition, anchor, near):
            self._mark_node(trigger, node)

    def _mark_node(self, trigger: Trigger, node: Node) -> None:
        pending = self._pending.get(trigger.order)
        if pending is None:
            pending = self._pending[trigger.order] = {}
            heapq.heappush(self._heap, trigger.order)
        pending[node] = None

    def _holder(self, repeat: Definition, anchor: str) -> tuple[Definition, str]:
        """What holds the rows of ``repeat``: its count is worked out there, not in a row."""
        if anchor == repeat.path:
            anchor = repeat.repeats[-2] if len(repeat.repeats) > 1 else ""
        return self.tree.form.paths[repeat.path.rpartition("/")[0]], anchor

    # -- one rule at one node

    def _work(self, trigger: Trigger, node: Node) -> None:
        part = trigger.part
        if part is Part.CALCULATE:
            self._calculate(trigger.rule, node)
        elif part is Part.RELEVANT:
            self._relevant(trigger.rule, node)
        elif part is Part.REQUIRED:
            self._flag(self.required, "required", trigger.rule, node)
        elif part is Part.READONLY:
            self._flag(self.readonly, "readonly", trigger.rule, node)
        elif part is Part.COUNT:
            self._count(trigger, node)
        else:
            self.note(node, _SEEN_AS[part])
            if part is Part.CHOICES:
                self._fit_choices(node)

    def _value(self, rule: Rule | None, node: Node) -> str:
        if rule is None:
            return ""
        value = rule.evaluate(Context(node, self.world))
        return stored(value, definition_of(node).bind.type, self.world.zone)

    def _calculate(self, rule: Rule, node: Node) -> None:
        made_up = "uuid(" in rule.source or "random(" in rule.source
        if self.resuming and made_up and node.text:
            return
        self.store(node, self._value(rule, node), calculated=True)

    def _truth(self, rule: Rule, node: Node) -> bool:
        return to_truth(rule.evaluate(Context(node, self.world)))

    def _flag(self, flags: set[Node], what: str, rule: Rule, node: Node) -> None:
        truth = self._truth(rule, node)
        if truth is (node in flags):
            return
        (flags.add if truth else flags.discard)(node)
        self.note(node, what)
        self.note(node, "problem")

    def _relevant(self, rule: Rule, node: Node) -> None:
        truth = self._truth(rule, node)
        if truth is node.relevant:
            return
        node.relevant = truth
        above = node.parent
        if above is None or not above.visible:
            return
        self._show(node, truth)
        self._mark(self._graph.readers_below(definition_of(node).path), node)

    def _show(self, node: Node, visible: bool) -> None:
        node.visible = visible
        self.note(node, "relevant")
        self.note(node, "problem")
        for item in node.attributes:
            item.visible = visible
        again = self._choice_triggers.get(definition_of(node).path) if visible else None
        if again is not None:
            self._mark_node(again, node)
        for child in node.children:
            if child.visible is not (visible and child.relevant):
                self._show(child, visible and child.relevant)

    def _count(self, trigger: Trigger, parent: Node) -> None:
        """Makes the rows as many as the form says; rows taken away come back unchanged."""
        definition = trigger.definition
        if not isinstance(definition, RepeatDef):
            return
        place = Node(Kind.ELEMENT, definition.name)
        place.definition, place.parent = definition, parent
        number = to_number(trigger.rule.evaluate(Context(place, self.world)), self.world.zone)
        wanted = int(min(max(number, 0.0), MAX_ROWS)) if number == number else 0
        rows = self.tree.rows(parent, definition)
        spare = self._spare_rows.setdefault((parent, definition.path), [])
        for row in reversed(rows[wanted:]):
            spare.append(row)
            self.remove_row(row)
        for _ in range(wanted - len(rows)):
            if spare:
                row = spare.pop()
                self.tree.put_row(parent, definition, row)
                self._arrived(row, parent)
            else:
                self.add_row(parent, definition)

    def _fit_choices(self, node: Node) -> None:
        """Takes away what can no longer be chosen, and gives it back when it can be again."""
        if not node.visible or self.starting:
            return
        kept = self._cleared.get(node, "")
        if not node.text and not kept:
            return
        offered = self._choices.names(node)
        held = self._choices.held(node, node.text)
        back = [name for name in self._choices.held(node, kept) if name in offered and not held]
        lost = [name for name in held if name not in offered]
        if lost:
            self._cleared[node] = " ".join(lost)
        elif back:
            self._cleared.pop(node, None)
        if lost or back:
            self.store(node, " ".join([*(name for name in held if name in offered), *back]))


def _is_below(path: str, above: str) -> bool:
    return path == above or path.startswith(above + "/")
