"""The body of a form: which node is asked how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Action, Item, Itemset, Rule, TextDef
from fieldapp.forms.rules import RuleBook
from fieldapp.forms.setvalues import ACTIONS, read_action
from fieldapp.forms.texts import read_text
from fieldapp.forms.tree import Node

QUESTIONS: Final = frozenset(
    {"input", "select", "select1", "upload", "trigger", "range", "rank", "secret"}
)
_PARAMETERS: Final = ("start", "end", "step", "query", "accuracyThreshold")

PathOf = Callable[[str, str], str]
"""``path_of(ref, base)``: the absolute path of a reference that stands below ``base``."""


@dataclass(slots=True)
class Control:
    """What the body says about one node; ``kind`` is a question's element, group or repeat."""

    kind: str
    appearance: frozenset[str] = frozenset()
    label: TextDef | None = None
    hint: TextDef | None = None
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    mediatype: str = ""
    rows: int = 0
    count: Rule | None = None
    fixed: bool = False


class BodyReader:
    """Collects the controls and the actions nested in them."""

    def __init__(self, path_of: PathOf, rules: RuleBook) -> None:
        self.controls: dict[str, Control] = {}
        self.actions: list[Action] = []
        self._path_of = path_of
        self._rules = rules

    def read(self, parent: Node, base: str, group: Control | None = None) -> None:
        """Reads everything below ``parent``, whose path is ``base``; ``group`` is its control."""
        for element in parent.elements():
            kind = element.local
            if kind == "group":
                self._group(element, base)
            elif kind == "repeat":
                self._repeat(element, base, group)
            elif kind in QUESTIONS:
                self._question(element, base, kind)

    def _reference(self, element: Node, base: str) -> str:
        ref = element.attribute("ref") or element.attribute("nodeset") or element.attribute("bind")
        return self._path_of(ref, base) if ref else ""

    def _group(self, element: Node, base: str) -> None:
        path = self._reference(element, base)
        label = read_text(_part(element, "label"), self._rules.make)
        group = Control("group", _words(element), label)
        if path:
            self.controls[path] = group
        self.read(element, path or base, group)
        self._actions_of(element, path or base, "")

    def _repeat(self, element: Node, base: str, group: Control | None) -> None:
        path = self._reference(element, base)
        if not path:
            raise FormRefused("A repeat of the form names no node.")
        count = element.attribute("jr:count")
        with self._rules.about(path):
            rule = self._rules.optional(count)
        no_add = element.attribute("jr:noAddRemove")
        self.controls[path] = Control(
            "repeat",
            _words(element) | (group.appearance if group else frozenset()),
            group.label if group else None,
            count=rule,
            fixed=no_add is not None and "true" in no_add,
        )
        self.read(element, path)
        self._actions_of(element, path, path)

    def _question(self, element: Node, base: str, kind: str) -> None:
        path = self._reference(element, base)
        if not path:
            raise FormRefused(f"A question ({kind}) of the form names no node.")
        with self._rules.about(path):
            self.controls[path] = self._control(element, kind)
        self._actions_of(element, path, path)

    def _control(self, element: Node, kind: str) -> Control:
        make = self._rules.make
        items = tuple(self._item(item) for item in element.elements() if item.local == "item")
        rows = element.attribute("rows") or ""
        return Control(
            "input" if kind == "secret" else kind,
            _words(element),
            read_text(_part(element, "label"), make),
            read_text(_part(element, "hint"), make),
            items,
            self._itemset(_part(element, "itemset")),
            {name: value for name in _PARAMETERS if (value := element.attribute(name))},
            element.attribute("mediatype") or "",
            int(rows) if rows.isdigit() else 0,
        )

    def _item(self, element: Node) -> Item:
        value = _part(element, "value")
        label = read_text(_part(element, "label"), self._rules.make)
        return Item("" if value is None else value.value().strip(), label or TextDef())

    def _itemset(self, element: Node | None) -> Itemset | None:
        if element is None:
            return None
        source = element.attribute("nodeset")
        value, label = _part(element, "value"), _part(element, "label")
        if not source or value is None:
            raise FormRefused("A list of choices names no nodes or no value.")
        value_ref = value.attribute("ref") or ""
        label_ref = (label.attribute("ref") if label is not None else None) or value_ref
        translated = label_ref.replace(" ", "").startswith("jr:itext(")
        if translated:
            label_ref = label_ref.replace(" ", "")[len("jr:itext(") : -1]
        return Itemset(self._rules.make(source), value_ref, label_ref, translated)

    def _actions_of(self, element: Node, base: str, trigger: str) -> None:
        for inner in element.elements():
            if inner.local in ACTIONS:
                ref = inner.attribute("ref") or inner.attribute("bind") or ""
                target = self._path_of(ref, base)
                self.actions.append(read_action(inner, self._rules, target, trigger))


def _part(element: Node, local: str) -> Node | None:
    return next((child for child in element.elements() if child.local == local), None)


def _words(element: Node) -> frozenset[str]:
    return frozenset((element.attribute("appearance") or "").split())
