"""What the expressions of one session see around them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.evaluation import Context
from fieldapp.forms.live import LiveTree
from fieldapp.forms.model import Rule, TextDef
from fieldapp.forms.tree import Node
from fieldapp.forms.values import to_text

if TYPE_CHECKING:
    from fieldapp.forms.choices import Choices


class World:
    """Clock, ids, chance, instances and texts of one session.

    The zone of dates is that of the moment at which the session begins.
    """

    choices: Choices

    def __init__(
        self,
        tree: LiveTree,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        tongue: str,
        properties: Mapping[str, str],
        position: Callable[[], str],
    ) -> None:
        self.form: FormDefinition = tree.form
        self.document = tree.document
        self.zone = now().tzinfo or UTC
        self.tongue = tongue
        self.properties = properties
        self.position = position
        self._now = now
        self._new_id = new_id

    def now(self) -> datetime:
        return self._now()

    def new_id(self) -> str:
        return self._new_id()

    def chance(self) -> float:
        digest = hashlib.sha256(self._new_id().encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def instance(self, name: str) -> Node | None:
        found = self.form.instances.get(name)
        if found is None and name in ("", self.form.form_id, self.document.children[0].name):
            return self.document
        return found

    def item_index(self, parent: Node, item: str, key: str) -> dict[str, list[Node]]:
        return self.form.item_index(parent, item, key)

    def form_version(self) -> str:
        return self.form.version

    def itext(self, name: str, form: str = "", node: Node | None = None) -> str:
        text = self.form.translations.find(self.tongue, name, form)
        if text is None and not form:
            text = self.form.translations.find(self.tongue, name, "long")
        return "" if text is None else self.text(text, node or self.document.children[0])

    def choice_label(self, name: str, question: Node | None, path: str) -> str:
        return self.choices.label_at(name, question, path)

    def text(self, text: TextDef | None, node: Node, form: str = "") -> str:
        """``text`` in the current language as read at ``node``; empty for None."""
        if text is None:
            return ""
        if text.itext:
            return self.itext(text.itext, form, node)
        if form:
            return ""
        return "".join(
            to_text(part.evaluate(Context(node, self))) if isinstance(part, Rule) else part
            for part in text.parts
        )
