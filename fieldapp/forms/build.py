"""The tree of definitions: primary instance, binds and controls brought together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.body import Control
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Bind, Definition, GroupDef, QuestionDef, RepeatDef
from fieldapp.forms.tree import Node, plain_copy

MAX_FIELDS: Final = 20_000
"""Most nodes in the primary instance; the largest real form seen has about 900."""

_NO_BIND: Final = Bind()
_TYPES: Final = {
    "string": "text",
    "int": "int",
    "integer": "int",
    "long": "int",
    "short": "int",
    "decimal": "decimal",
    "double": "decimal",
    "float": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "select1": "select1",
    "select": "select",
    "rank": "rank",
    "boolean": "boolean",
    "binary": "binary",
    "anyURI": "binary",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
    "intent": "text",
}
_CHOICE_CONTROLS: Final = ("select1", "select", "rank", "trigger")
_TEMPLATE: Final = "jr:template"


class Paths:
    """Turns references into absolute paths."""

    def __init__(self, root_name: str) -> None:
        self.ids: dict[str, str] = {}
        self._root = f"/{root_name}"

    def of(self, ref: str, base: str) -> str:
        """The path that ``ref`` means: absolute, relative to ``base``, or a bind's id."""
        ref = ref.strip()
        if ref in self.ids:
            return self.ids[ref]
        steps = [] if ref.startswith("/") else (base or self._root).split("/")[1:]
        for step in ref.split("/"):
            if step == "..":
                steps = steps[:-1]
            elif step not in ("", ".", "current()"):
                steps.append(step.partition("[")[0])
        return "/" + "/".join(steps)


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    number: int
    last: int
    repeats: tuple[str, ...]
    bind: Bind


class Builder:
    """Builds the definitions from the primary instance; ``paths`` fills while it builds."""

    def __init__(self, binds: Mapping[str, Bind], controls: Mapping[str, Control]) -> None:
        self.paths: dict[str, Definition] = {}
        self._binds = binds
        self._controls = controls
        self._count = 0

    def build(self, primary: Node) -> GroupDef:
        """The definition of the whole form; raises ``FormRefused`` when it has too many fields."""
        place, children = self._place(primary, f"/{primary.name}", ())
        root = _group(primary.name, place, children, None)
        self.paths[root.path] = root
        return root

    def _place(
        self, node: Node, path: str, repeats: tuple[str, ...]
    ) -> tuple[_Place, tuple[Definition, ...]]:
        number = self._next_number()
        children = self._children(node, path, repeats)
        bind = self._binds.get(path, _NO_BIND)
        return _Place(path, number, self._count - 1, repeats, bind), children

    def _next_number(self) -> int:
        self._count += 1
        if self._count > MAX_FIELDS:
            raise FormRefused(f"The form has more than {MAX_FIELDS} fields.")
        return self._count - 1

    def _children(self, node: Node, path: str, repeats: tuple[str, ...]) -> tuple[Definition, ...]:
        found: list[Definition] = []
        for item in node.attributes:
            below = f"{path}/@{item.name}"
            if below in self._binds:
                found.append(self._attribute(item, below, repeats))
        seen: set[str] = set()
        for child in node.elements():
            fellows = node.named(child.name)
            if child.name not in seen and (
                not is_template(child) or all(map(is_template, fellows))
            ):
                seen.add(child.name)
                model = template_among(fellows)
                found.append(self._definition(model, f"{path}/{child.name}", repeats))
        return tuple(found)

    def _definition(self, node: Node, path: str, repeats: tuple[str, ...]) -> Definition:
        control = self._controls.get(path)
        made: Definition
        if control is not None and control.kind == "repeat":
            place, children = self._place(node, path, (*repeats, path))
            made = _repeat(node, place, children, control)
        else:
            place, children = self._place(node, path, repeats)
            holds = bool(children) if control is None else control.kind == "group"
            if node.elements() or holds:
                made = _group(node.name, place, children, control)
            else:
                made = _question(node.name, place, children, control)
        self.paths[path] = made
        return made

    def _attribute(self, item: Node, path: str, repeats: tuple[str, ...]) -> QuestionDef:
        number = self._next_number()
        made = QuestionDef(
            path=path,
            name=f"@{item.name}",
            number=number,
            last=number,
            repeats=repeats,
            bind=self._binds[path],
            type="calculated",
            is_attribute=True,
        )
        self.paths[path] = made
        return made


def template_among(fellows: list[Node]) -> Node:
    """The node marked as the template of a repeat, else the first."""
    return next((node for node in fellows if node.attribute(_TEMPLATE) is not None), fellows[0])


def is_template(node: Node) -> bool:
    return node.attribute(_TEMPLATE) is not None


def _group(
    name: str, place: _Place, children: tuple[Definition, ...], control: Control | None
) -> GroupDef:
    return GroupDef(
        path=place.path,
        name=name,
        number=place.number,
        last=place.last,
        repeats=place.repeats,
        children=children,
        bind=place.bind,
        by_name={child.name: child for child in children},
        appearance=control.appearance if control else frozenset(),
        label=control.label if control else None,
    )


def _repeat(
    node: Node, place: _Place, children: tuple[Definition, ...], control: Control
) -> RepeatDef:
    template = plain_copy(node)
    if not is_template(node):
        for inner in template.walk():
            inner.text = ""
    template.attributes = [item for item in template.attributes if item.name != _TEMPLATE]
    return RepeatDef(
        path=place.path,
        name=node.name,
        number=place.number,
        last=place.last,
        repeats=place.repeats,
        children=children,
        bind=place.bind,
        by_name={child.name: child for child in children},
        appearance=control.appearance,
        label=control.label,
        template=template,
        count=control.count,
        fixed=control.fixed or control.count is not None,
    )


def _question(
    name: str, place: _Place, children: tuple[Definition, ...], control: Control | None
) -> QuestionDef:
    used = control or Control("none")
    return QuestionDef(
        path=place.path,
        name=name,
        number=place.number,
        last=place.last,
        repeats=place.repeats,
        children=children,
        bind=place.bind,
        by_name={child.name: child for child in children},
        appearance=used.appearance,
        label=used.label,
        hint=used.hint,
        type=_type(place.bind, used.kind),
        control=used.kind,
        parameters=used.parameters,
        mediatype=used.mediatype,
        rows=used.rows,
        items=used.items,
        itemset=used.itemset,
    )


def _type(bind: Bind, control: str) -> str:
    if control == "none":
        return "calculated"
    if control in _CHOICE_CONTROLS:
        return control
    if control == "upload":
        return "binary"
    kind = _TYPES.get(bind.type, "text")
    fixed = bind.readonly is not None and bind.readonly.source.strip() == "true()"
    if kind == "text" and fixed and bind.calculate is None and control == "input":
        return "note"
    return kind
