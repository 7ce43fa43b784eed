"""One report being written: answers in, everything that follows from them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fieldapp.forms.choices import Choice, Choices
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.engine import Change, Engine
from fieldapp.forms.live import MAX_ROWS, LiveTree, definition_of
from fieldapp.forms.model import EMPTY, Definition, QuestionDef, RepeatDef
from fieldapp.forms.record import Answers, clean, read_answers
from fieldapp.forms.reverting import revert
from fieldapp.forms.starting import begin, end_stamp, resume
from fieldapp.forms.tree import Node
from fieldapp.forms.verdicts import Problem, Verdicts
from fieldapp.forms.world import World

__all__ = ["Change", "Choice", "FormSession", "Problem", "View"]


@dataclass(frozen=True, slots=True)
class View:
    """One node as screens see it. ``kind``: group, repeat, row or question."""

    ref: str
    kind: str
    definition: Definition
    children: tuple[View, ...]


class FormSession:
    """The answers to one form and what follows from them.

    A reference is absolute, with 1-based numbers on rows: ``/data/parties[2]/actor``; that of a
    repeat as a whole has no number at its end. A reference to nothing raises ``KeyError``.

    Args:
        form: the form.
        answers: None begins a new report; else those of ``answers()``, to be taken up again.
        now: the aware present moment; its zone at the start is the zone of all dates.
        new_id: a fresh UUID as text.
        language: one of the form's languages; None or an unknown one means its default.
        properties: what a form may ask of the installation: deviceid, username, email ...
        position: where the laptop is, as ``latitude longitude altitude accuracy`` in degrees and
            metres; empty without a receiver.
    """

    def __init__(
        self,
        form: FormDefinition,
        *,
        answers: Mapping[str, Any] | None = None,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        language: str | None = None,
        properties: Mapping[str, str] = EMPTY,
        position: Callable[[], str] = str,
    ) -> None:
        self.form = form
        tongue = language if language in form.languages else form.default_language
        self._tree = LiveTree(form)
        self._world = World(self._tree, now, new_id, tongue or "", properties, position)
        self._choices = Choices(self._world)
        self._world.choices = self._choices
        self._engine = Engine(self._tree, self._world, self._choices)
        self._verdicts = Verdicts(
            self._tree, self._world, self._engine, self._choices, guarded=form.protected
        )
        self.leftover: Answers = {}
        if answers is None:
            begin(self._engine, self._world)
        else:
            self.leftover = resume(self._engine, answers)

    # -- language

    @property
    def language(self) -> str:
        """The language in use; empty for a form in one unnamed language."""
        return self._world.tongue

    def set_language(self, code: str) -> frozenset[Change]:
        """Switches to a language of the form; raises ``KeyError`` for any other."""
        if code not in self.form.languages:
            raise KeyError(code)
        self._world.tongue = code
        engine = self._engine
        for node in self._tree.root.walk():
            definition = definition_of(node)
            engine.note(node, "label")
            if isinstance(definition, QuestionDef) and definition.control != "none":
                engine.note(node, "problem")
                if definition.itemset is not None or definition.items:
                    engine.note(node, "choices")
        return engine.changes()

    # -- reading

    def tree(self) -> View:
        """Everything in the form as it is now, relevant or not, in document order."""
        return self._view(self._tree.root, f"/{self._tree.root.name}", "group")

    def value(self, ref: str) -> str:
        return self._tree.find(ref).text

    def label(self, ref: str) -> str:
        node = self._tree.find(ref)
        return self._world.text(definition_of(node).label, node)

    def hint(self, ref: str) -> str:
        node = self._tree.find(ref)
        return self._world.text(definition_of(node).hint, node)

    def guidance(self, ref: str) -> str:
        """The longer advice that belongs to the hint; empty when the form has none."""
        node = self._tree.find(ref)
        return self._world.text(definition_of(node).hint, node, "guidance")

    def relevant(self, ref: str) -> bool:
        """Whether the node, and everything above it, is asked for at present."""
        return self._tree.find(ref).visible

    def required(self, ref: str) -> bool:
        return self._verdicts.is_required(self._tree.find(ref))

    def readonly(self, ref: str) -> bool:
        return self._verdicts.is_readonly(self._tree.find(ref))

    def choices(self, ref: str) -> tuple[Choice, ...]:
        """What can be chosen now, in the form's order; empty for other questions."""
        return self._choices.offered(self._tree.find(ref))

    def problem(self, ref: str) -> Problem | None:
        """Why the present answer cannot stand; None when it can."""
        return self._verdicts.of(self._tree.find(ref))

    def problems(self) -> tuple[Problem, ...]:
        """All problems in document order; none means that the report may be filed."""
        return self._verdicts.all()

    def rows(self, repeat_ref: str) -> tuple[str, ...]:
        """The references of the rows of a repeat."""
        parent, definition = self._repeat(repeat_ref)
        return tuple(self._tree.ref(row) for row in self._tree.rows(parent, definition))

    def display(self, ref: str, value: str | None = None) -> str:
        """``value`` (default: the present one) as people read it: labels instead of names."""
        node = self._tree.find(ref)
        text = node.text if value is None else value
        definition = definition_of(node)
        if not isinstance(definition, QuestionDef) or not text:
            return text
        if definition.type == "select1":
            return self._choices.label_of(text, node) or text
        if definition.type in ("select", "rank"):
            return ", ".join(self._choices.label_of(name, node) or name for name in text.split())
        return text

    def answers(self, *, for_filing: bool) -> Answers:
        """The record: objects for groups, lists for repeats, text at every leaf.

        A draft keeps what is empty or not relevant; a record for filing leaves it out and carries
        the moment of filing where the form asks for it.
        """
        if for_filing:
            end_stamp(self._engine, self._world)
        return read_answers(self._tree.root, for_filing=for_filing)

    # -- writing

    def set(self, ref: str, value: str) -> frozenset[Change]:
        """Stores an answer, good or bad, and works out what follows; a bad one is a problem."""
        self._engine.store(self._tree.find(ref), clean(value))
        return self._settled()

    def add_row(self, repeat_ref: str) -> frozenset[Change]:
        """Adds a row at the end; nothing happens when the repeat is full."""
        parent, definition = self._repeat(repeat_ref)
        if len(self._tree.rows(parent, definition)) < MAX_ROWS:
            self._engine.add_row(parent, definition)
        return self._settled()

    def remove_row(self, row_ref: str) -> frozenset[Change]:
        """Removes a row; the rows behind it move up by one."""
        row = self._tree.find(row_ref)
        if not definition_of(row).is_repeat:
            raise KeyError(row_ref)
        self._engine.remove_row(row)
        return self._settled()

    def revert(self, answers: Mapping[str, Any]) -> frozenset[Change]:
        """Makes all answers and rows again those of a draft's ``answers()`` of this session."""
        revert(self._engine, answers)
        return self._settled()

    def _settled(self) -> frozenset[Change]:
        self._engine.settle()
        return self._engine.changes()

    def _repeat(self, ref: str) -> tuple[Node, RepeatDef]:
        above, _, name = ref.rpartition("/")
        parent = self._tree.find(above)
        definition = definition_of(parent).child(name)
        if not isinstance(definition, RepeatDef):
            raise KeyError(ref)
        return parent, definition

    def _view(self, node: Node, ref: str, kind: str) -> View:
        children: list[View] = []
        for definition in definition_of(node).children:
            below = f"{ref}/{definition.name}"
            if isinstance(definition, RepeatDef):
                rows = tuple(
                    self._view(row, f"{below}[{number}]", "row")
                    for number, row in enumerate(node.named(definition.name), 1)
                )
                children.append(View(below, "repeat", definition, rows))
            elif definition.is_question:
                children.append(View(below, "question", definition, ()))
            else:
                children.append(self._view(node.named(definition.name)[0], below, "group"))
        return View(ref, kind, definition_of(node), tuple(children))
