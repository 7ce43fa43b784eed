"""A form ready to be filled, and the one way to get it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldapp.forms.about import FormAbout
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.graph import Graph
from fieldapp.forms.loader import LoadedForm, read_form
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
from fieldapp.forms.tree import Node, index_children

__all__ = [
    "Bind",
    "Definition",
    "FormDefinition",
    "FormRefused",
    "GroupDef",
    "ListItem",
    "QuestionDef",
    "RepeatDef",
    "load_form",
]


class FormDefinition:
    """A form as immutable data, to be shared by any number of sessions in one thread.

    ``languages`` are as the form names them, empty for a form in one unnamed language. ``root`` is
    the tree of groups, repeats and questions. ``paths`` finds each of them by its path. Reports of
    a ``protected`` form are sealed to the holders of a role as they are filed.
    """

    def __init__(self, loaded: LoadedForm) -> None:
        self.form_id: str = loaded.form_id
        self.version: str = loaded.version
        self.title: str = loaded.title
        self.root: GroupDef = loaded.root
        self.instance: Node = loaded.instance
        self.translations: Translations = loaded.translations
        self.instances: Mapping[str, Node] = loaded.instances
        self.actions: tuple[Action, ...] = loaded.actions
        self.paths: Mapping[str, Definition] = loaded.paths
        self.protected: bool = loaded.protected
        self.about: FormAbout = loaded.about
        self.graph = Graph(loaded.paths, loaded.translations)
        self._indexes: dict[tuple[int, str, str], dict[str, list[Node]]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return self.translations.languages

    @property
    def default_language(self) -> str:
        return self.translations.default

    def item_index(self, parent: Node, item: str, key: str) -> dict[str, list[Node]]:
        """The children ``item`` of ``parent``, part of a secondary instance, by column ``key``."""
        index = self._indexes.get((id(parent), item, key))
        if index is None:
            index = index_children(parent, item, key)
            self._indexes[id(parent), item, key] = index
        return index


def load_form(
    xml: bytes,
    *,
    files: Mapping[str, bytes] | None = None,
    lists: Mapping[str, Sequence[ListItem]] | None = None,
) -> FormDefinition:
    """Reads a compiled XForm.

    Args:
        xml: the form.
        files: content of the form's external instances by their ``jr://`` address.
        lists: the mission's code lists by the id of the secondary instance they replace.

    Raises:
        FormRefused: broken XML, or something outside the profile: an unknown function, axis or
            event, a newer version, a circle in the logic, a missing file.
    """
    return FormDefinition(read_form(xml, files or {}, lists or {}))
