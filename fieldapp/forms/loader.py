"""From the XML of a compiled form to its definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.body import Control, read_body
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.instances import read_instances
from fieldapp.forms.model import (
    Action,
    Bind,
    Definition,
    GroupDef,
    ListItem,
    QuestionDef,
    RepeatDef,
    Translations,
)
from fieldapp.forms.rules import RuleBook
from fieldapp.forms.texts import message, read_translations
from fieldapp.forms.tree import Node, parse_xml, plain_copy

MAX_FIELDS: Final = 20_000
"""Most nodes in the primary instance; the largest real form seen has about 900."""

EVENTS: Final = frozenset(
    {
        "odk-instance-first-load",
        "odk-instance-load",
        "odk-new-repeat",
        "xforms-value-changed",
        "xforms-ready",
        "xforms-revalidate",
    }
)
_XFORMS_VERSION: Final = "1"
_ENTITIES: Final = ("2022.1", "2023.1", "2024.1", "2025.1")


@dataclass(frozen=True, slots=True)
class LoadedForm:
    """Everything that the XML says, before dependencies are worked out."""

    form_id: str
    version: str
    title: str
    root: GroupDef
    instance: Node
    translations: Translations
    instances: Mapping[str, Node]
    actions: tuple[Action, ...]
    paths: Mapping[str, Definition]


def read_form(
    xml: bytes, files: Mapping[str, bytes], lists: Mapping[str, Sequence[ListItem]]
) -> LoadedForm:
    """Reads a form; ``files`` and ``lists`` as for ``definition.load_form``.

    Raises:
        FormRefused: broken XML, or something outside the declared profile.
    """
    document = parse_xml(xml)
    head, body = _head_and_body(document)
    model = _only(head, "model")
    _check_versions(model)
    primary = _primary(model)
    rules = RuleBook()
    translations = read_translations(_find(model, "itext"), rules.make)
    instances, extra = read_instances(model, files, lists, rules)
    translations = extra(translations)
    builder = _Builder(primary, rules)
    builder.binds = _binds(model, builder, rules)
    builder.controls, nested = read_body(body, builder.path_of, rules)
    root = builder.build()
    actions = [*_actions(model, rules, builder), *nested]
    paths = builder.paths
    _check_targets(builder.controls, actions, paths)
    title = _find(head, "title")
    return LoadedForm(
        form_id=primary.attribute("id") or primary.uri,
        version=primary.attribute("version") or "",
        title="" if title is None else title.value().strip(),
        root=root,
        instance=builder.instance,
        translations=translations,
        instances=instances,
        actions=tuple(actions),
        paths=paths,
    )


def _find(parent: Node, local: str) -> Node | None:
    return next((child for child in parent.elements() if child.local == local), None)


def _only(parent: Node, local: str) -> Node:
    found = _find(parent, local)
    if found is None:
        raise FormRefused(f"The form has no {local} element.")
    return found


def _head_and_body(document: Node) -> tuple[Node, Node]:
    html = document.elements()[0]
    if html.local != "html":
        raise FormRefused("The file is not an XForm: its outermost element is not html.")
    return _only(html, "head"), _only(html, "body")


def _primary(model: Node) -> Node:
    instance = _find(model, "instance")
    roots = instance.elements() if instance is not None else []
    if len(roots) != 1:
        raise FormRefused("The form has no primary instance with exactly one root element.")
    return roots[0]


def _check_versions(model: Node) -> None:
    for item in model.attributes:
        local = item.name.rpartition(":")[2]
        if local == "xforms-version" and item.text.split(".")[0] != _XFORMS_VERSION:
            raise FormRefused(f"The form follows XForms version {item.text}, which is too new.")
        if local == "entities-version" and not item.text.startswith(_ENTITIES):
            raise FormRefused(f"The form follows entities version {item.text}, which is too new.")


def _binds(model: Node, builder: _Builder, rules: RuleBook) -> dict[str, Bind]:
    binds: dict[str, Bind] = {}
    for element in model.elements():
        if element.local != "bind":
            continue
        nodeset = element.attribute("nodeset") or element.attribute("ref")
        if not nodeset:
            raise FormRefused("A bind of the form names no node.")
        path = builder.path_of(nodeset, "")
        name = element.attribute("id")
        if name:
            builder.bind_ids[name] = path
        with rules.about(path):
            binds[path] = _bind(element, rules)
    return binds


def _bind(element: Node, rules: RuleBook) -> Bind:
    def attribute(name: str) -> str | None:
        found = element.attribute(name)
        return found if found is not None and found.strip() else None

    return Bind(
        type=(attribute("type") or "string").rpartition(":")[2],
        relevant=rules.optional(attribute("relevant")),
        required=rules.optional(attribute("required")),
        readonly=rules.optional(attribute("readonly")),
        constraint=rules.optional(attribute("constraint")),
        calculate=rules.optional(attribute("calculate")),
        required_message=message(attribute("jr:requiredMsg"), rules.make),
        constraint_message=message(attribute("jr:constraintMsg"), rules.make),
        preload=attribute("jr:preload") or "",
        preload_parameter=attribute("jr:preloadParams") or "",
    )


def _actions(model: Node, rules: RuleBook, builder: _Builder) -> list[Action]:
    found: list[Action] = []
    for element in model.elements():
        if element.local == "setvalue":
            found.append(read_action(element, rules, builder.path_of(_target(element), "")))
        elif element.local in ("setgeopoint", "recordaudio"):
            continue  # No such device here: the answer stays empty.
    return found


def _target(element: Node) -> str:
    return element.attribute("ref") or element.attribute("bind") or ""


def read_action(element: Node, rules: RuleBook, target: str, trigger: str = "") -> Action:
    """One setvalue element; raises ``FormRefused`` for an event that nothing fires."""
    events = frozenset((element.attribute("event") or "").split())
    unknown = sorted(event for event in events if event not in EVENTS)
    if unknown or not events:
        raise FormRefused(f"An action waits for the unknown event {' '.join(unknown) or '(none)'}.")
    source = element.attribute("value")
    if source is None:
        words = element.value().strip()
        quote = "'" if "'" not in words else '"'
        source = f"{quote}{words}{quote}" if words else ""
    with rules.about(target):
        return Action(events, target, rules.optional(source or None), trigger)


def _check_targets(
    controls: Mapping[str, Control], actions: Sequence[Action], paths: Mapping[str, Definition]
) -> None:
    for path in (*controls, *(action.target for action in actions)):
        if path not in paths:
            raise FormRefused(f"The form has a question or action for {path}, which does not exist.")


class _Builder:
    """Builds the tree of definitions from the primary instance, its binds and its controls."""

    def __init__(self, primary: Node, rules: RuleBook) -> None:
        self.instance = plain_copy(primary)
        self.binds: dict[str, Bind] = {}
        self.bind_ids: dict[str, str] = {}
        self.controls: Mapping[str, Control] = {}
        self.paths: dict[str, Definition] = {}
        self._root_name = primary.name
        self._count = 0

    def path_of(self, ref: str, base: str) -> str:
        """The absolute path that ``ref`` (absolute, relative to ``base``, or a bind's id) means."""
        ref = ref.strip()
        if ref in self.bind_ids:
            return self.bind_ids[ref]
        steps = [] if ref.startswith("/") else (base or f"/{self._root_name}").split("/")[1:]
        for step in ref.split("/"):
            if step == "..":
                steps = steps[:-1]
            elif step not in ("", ".", "current()"):
                steps.append(step.partition("[")[0])
        return "/" + "/".join(steps)

    def build(self) -> GroupDef:
        root = self._definition(self.instance, f"/{self.instance.name}", ())
        if not isinstance(root, GroupDef):
            raise FormRefused("The form has no questions.")
        return root

    def _definition(self, node: Node, path: str, repeats: tuple[str, ...]) -> Definition:
        self._count += 1
        if self._count > MAX_FIELDS:
            raise FormRefused(f"The form has more than {MAX_FIELDS} fields.")
        number = self._count - 1
        control = self.controls.get(path)
        if control is not None and control.kind == "repeat":
            repeats = (*repeats, path)
        children = self._children(node, path, repeats)
        common = {
            "path": path,
            "name": node.name,
            "number": number,
            "last": self._count - 1,
            "repeats": repeats,
            "bind": self.binds.get(path, _NO_BIND),
        }
        made = make_definition(node, control, children, common, is_root=len(path.split("/")) == 2)
        self.paths[path] = made
        return made

    def _children(
        self, node: Node, path: str, repeats: tuple[str, ...]
    ) -> tuple[Definition, ...]:
        found: list[Definition] = []
        for item in node.attributes:
            below = f"{path}/@{item.name}"
            if below in self.binds:
                found.append(self._attribute(item, below, repeats))
        seen: set[str] = set()
        for child in node.elements():
            below = f"{path}/{child.name}"
            if child.name in seen:
                continue
            seen.add(child.name)
            found.append(self._definition(child, below, repeats))
        return tuple(found)

    def _attribute(self, item: Node, path: str, repeats: tuple[str, ...]) -> QuestionDef:
        self._count += 1
        number = self._count - 1
        made = QuestionDef(
            path=path,
            name=f"@{item.name}",
            number=number,
            last=number,
            repeats=repeats,
            bind=self.binds[path],
            type="calculated",
            is_attribute=True,
        )
        self.paths[path] = made
        return made
