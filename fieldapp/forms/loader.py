"""From the XML of a compiled form to everything that it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.about import FormAbout, about
from fieldapp.forms.body import BodyReader
from fieldapp.forms.build import Builder, Paths
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.instances import read_instances, with_lists
from fieldapp.forms.model import Action, Bind, Definition, GroupDef, ListItem, Translations
from fieldapp.forms.profile import check_rules
from fieldapp.forms.rules import RuleBook
from fieldapp.forms.setvalues import ACTIONS, read_action
from fieldapp.forms.texts import message, read_translations
from fieldapp.forms.tree import XFORMS, Node, parse_xml, plain_copy

_XFORMS_VERSION: Final = "1"
_ENTITIES: Final = ("2022.1", "2023.1", "2024.1", "2025.1")


@dataclass(frozen=True, slots=True)
class LoadedForm:
    """What the XML says. ``instance`` is the primary instance's root as it came."""

    form_id: str
    version: str
    title: str
    root: GroupDef
    instance: Node
    translations: Translations
    instances: Mapping[str, Node]
    actions: tuple[Action, ...]
    paths: Mapping[str, Definition]
    protected: bool
    about: FormAbout


def read_form(
    xml: bytes, files: Mapping[str, bytes], lists: Mapping[str, Sequence[ListItem]]
) -> LoadedForm:
    """Reads a form; ``files`` and ``lists`` as for ``definition.load_form``.

    Raises:
        FormRefused: broken XML, or something outside the declared profile.
    """
    head, body = _head_and_body(parse_xml(xml))
    model = _only(head, "model")
    _check_versions(model)
    primary = _primary(model)
    instance = plain_copy(primary, trim=True)
    rules = RuleBook()
    paths = Paths(primary.name)
    translations = with_lists(read_translations(_find(model, "itext"), rules.make), lists)
    binds = _binds(model, paths, rules)
    reader = BodyReader(paths.of, rules)
    reader.read(body, "")
    builder = Builder(binds, reader.controls)
    root = builder.build(instance)
    actions = (*_actions(model, paths, rules), *reader.actions)
    _check_targets([*reader.controls, *(action.target for action in actions)], builder.paths)
    instances = read_instances(model, files, lists)
    check_rules(rules.all(), {*instances, primary.name, primary.attribute("id") or ""})
    title = _find(head, "title")
    name = "" if title is None else title.value().strip()
    return LoadedForm(
        form_id=_form_id(primary),
        version=primary.attribute("version") or "",
        title=name,
        root=root,
        instance=instance,
        translations=translations,
        instances=instances,
        actions=actions,
        paths=builder.paths,
        protected=_protected(primary),
        about=about({item.name: item.text for item in primary.attributes}, name),
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


def _form_id(primary: Node) -> str:
    """The form's id: an attribute, or in old forms the namespace of the record."""
    return primary.attribute("id") or (primary.uri if primary.uri != XFORMS else "")


def _protected(primary: Node) -> bool:
    """Whether its reports are sealed; a word that is not known is never taken for no."""
    said = (primary.attribute("protected") or "").strip()
    if said not in ("", "yes", "no"):
        raise FormRefused("The form says protected, and then neither yes nor no.")
    return said == "yes"


def _check_versions(model: Node) -> None:
    for item in model.attributes:
        local = item.name.rpartition(":")[2]
        if local == "xforms-version" and item.text.split(".")[0] != _XFORMS_VERSION:
            raise FormRefused(f"The form follows XForms version {item.text}, which is too new.")
        if local == "entities-version" and not item.text.startswith(_ENTITIES):
            raise FormRefused(f"The form follows entities version {item.text}, which is too new.")


def _binds(model: Node, paths: Paths, rules: RuleBook) -> dict[str, Bind]:
    binds: dict[str, Bind] = {}
    for element in model.elements():
        if element.local != "bind":
            continue
        nodeset = element.attribute("nodeset") or element.attribute("ref")
        if not nodeset:
            raise FormRefused("A bind of the form names no node.")
        path = paths.of(nodeset, "")
        name = element.attribute("id")
        if name:
            paths.ids[name] = path
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
        carry=attribute("carry") == "yes",
    )


def _actions(model: Node, paths: Paths, rules: RuleBook) -> list[Action]:
    """The model's actions; a recording that a laptop does not make leaves its answer empty."""
    found: list[Action] = []
    for element in model.elements():
        if element.local in ACTIONS:
            ref = element.attribute("ref") or element.attribute("bind") or ""
            found.append(read_action(element, rules, paths.of(ref, "")))
    return found


def _check_targets(targets: Iterable[str], paths: Mapping[str, Definition]) -> None:
    for path in targets:
        known = paths.get(path)
        if known is None:
            raise FormRefused(f"The form asks for {path}, which does not exist in it.")
