"""Whether an answer may stand, and in which words it may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldapp.forms.casting import well_typed
from fieldapp.forms.choices import Choices
from fieldapp.forms.engine import Engine
from fieldapp.forms.evaluation import Context
from fieldapp.forms.guard.catching import ADVICE, LENGTH, outer
from fieldapp.forms.guard.judging import caught_in
from fieldapp.forms.live import LiveTree, definition_of, questions
from fieldapp.forms.model import QuestionDef
from fieldapp.forms.tree import Node
from fieldapp.forms.values import to_truth
from fieldapp.forms.world import World

_REQUIRED: Final = "This question needs an answer."
NOT_ALLOWED: Final = "This answer is not allowed here."
"""What is said of an answer where the form has no words of its own for it."""
_CHOICE: Final = "Choose from the list."
_TYPES: Final = {
    "int": "Enter a whole number.",
    "decimal": "Enter a number.",
    "date": "Enter a date.",
    "time": "Enter a time.",
    "dateTime": "Enter a date and time.",
    "geopoint": "Enter a latitude and a longitude.",
    "geotrace": "Enter at least two points.",
    "geoshape": "Enter at least two points.",
}
SENTENCES: Final = (
    _REQUIRED,
    NOT_ALLOWED,
    _CHOICE,
    *dict.fromkeys(_TYPES.values()),
    *ADVICE.values(),
)
"""Every English sentence that a `Problem` may carry, for those who translate them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a report cannot be filed yet. ``kind``: required, constraint, type or guard.

    ``text`` is the form's own sentence in the current language where ``from_form`` is True, else
    a plain English one. All that the guard of a protected form caught stands in ``words``; they
    are for the screen alone.
    """

    ref: str
    kind: str
    text: str
    from_form: bool = False
    words: tuple[str, ...] = ()


class Verdicts:
    """Judges answers as they are now; ``guarded`` says whether the form is protected."""

    def __init__(
        self, tree: LiveTree, world: World, engine: Engine, choices: Choices, *, guarded: bool
    ) -> None:
        self._guards = guarded
        self._tree = tree
        self._world = world
        self._engine = engine
        self._choices = choices

    def all(self) -> tuple[Problem, ...]:
        """The problems of all relevant questions, in document order."""
        found = (self.of(node) for node in questions(self._tree.root) if node.visible)
        return tuple(problem for problem in found if problem is not None)

    def of(self, node: Node) -> Problem | None:
        """The problem of one question; None when it is fine, not relevant or not asked."""
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef) or definition.control == "none":
            return None
        if not node.visible:
            return None
        if not node.text:
            return self._missing(node, definition)
        if self._guards and (caught := self._guarded(node, definition)):
            return caught
        kind = definition.type
        if not well_typed(node.text, kind, self._world.zone):
            return Problem(self._tree.ref(node), "type", _TYPES[kind])
        if kind in ("select1", "select", "rank") and not self._offered(node):
            return Problem(self._tree.ref(node), "type", _CHOICE)
        rule = definition.bind.constraint
        if rule is None or to_truth(rule.evaluate(Context(node, self._world))):
            return None
        text = self._world.text(definition.bind.constraint_message, node)
        return Problem(self._tree.ref(node), "constraint", text or NOT_ALLOWED, bool(text))

    def _guarded(self, node: Node, definition: QuestionDef) -> Problem | None:
        ref = self._tree.ref(node)
        caught = caught_in(definition, ref, node.text)
        if not caught:
            return None
        told = [one for one in outer(caught) if one.kind != LENGTH]
        words = tuple(dict.fromkeys(node.text[one.start : one.end] for one in told))
        return Problem(ref, "guard", ADVICE[caught[0].kind], words=words)

    def is_required(self, node: Node) -> bool:
        return node in self._engine.required and node.visible

    def is_readonly(self, node: Node) -> bool:
        """Whether people may not change ``node``, by its own rule or by one above it."""
        here: Node | None = node
        while here is not None:
            if here in self._engine.readonly:
                return True
            here = here.parent
        return definition_of(node).bind.calculate is not None

    def _missing(self, node: Node, definition: QuestionDef) -> Problem | None:
        if node not in self._engine.required or self.is_readonly(node):
            return None
        text = self._world.text(definition.bind.required_message, node)
        return Problem(self._tree.ref(node), "required", text or _REQUIRED, bool(text))

    def _offered(self, node: Node) -> bool:
        names = self._choices.names(node)
        return not names or all(name in names for name in self._choices.held(node, node.text))
