"""Who must be worked out again when a node changes, and in which order."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Definition, QuestionDef, RepeatDef, Rule, TextDef, Translations
from fieldapp.forms.references import Reference, references


class Part(StrEnum):
    """What a trigger works out."""

    CALCULATE = "calculate"
    RELEVANT = "relevant"
    READONLY = "readonly"
    REQUIRED = "required"
    COUNT = "count"
    CHOICES = "choices"
    LABEL = "label"
    CONSTRAINT = "constraint"


ORDERED = (Part.CALCULATE, Part.RELEVANT, Part.READONLY, Part.REQUIRED)


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """One rule at one path; ``order`` is its turn among all triggers of the form."""

    definition: Definition
    part: Part
    rule: Rule
    reads: frozenset[Reference]
    order: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """``trigger`` reads something; ``anchor`` is the innermost repeat it shares with what it reads.

    An empty anchor means that all rows of the trigger are concerned.
    """

    trigger: Trigger
    anchor: str


class Graph:
    """The dependencies of one form; ``triggers`` are those with a turn, in that order."""

    def __init__(self, paths: Mapping[str, Definition], translations: Translations) -> None:
        self._paths = paths
        found = list(_all_triggers(paths, translations))
        ordered = _in_order([item for item in found if item.part in ORDERED], paths)
        free = [item for item in found if item.part not in ORDERED]
        self.triggers: tuple[Trigger, ...] = (*ordered, *_numbered(free, len(ordered)))
        self._readers: dict[str, list[Edge]] = {}
        for trigger in self.triggers:
            for reference in trigger.reads:
                edge = Edge(trigger, _anchor(reference, trigger.definition, paths))
                self._readers.setdefault(reference.path, []).append(edge)
        self._below: dict[str, tuple[Edge, ...]] = {}

    def readers(self, path: str) -> Iterable[Edge]:
        """Who reads the value at ``path``."""
        return self._readers.get(path, ())

    def readers_below(self, path: str) -> tuple[Edge, ...]:
        """Who reads anything at or below ``path``."""
        known = self._below.get(path)
        if known is None:
            top = self._paths[path]
            unique: dict[Edge, None] = {}
            for reader, edges in self._readers.items():
                definition = self._paths[reader]
                if top.number <= definition.number <= top.last:
                    unique.update(dict.fromkeys(edges))
            known = tuple(unique)
            self._below[path] = known
        return known


def _all_triggers(paths: Mapping[str, Definition], translations: Translations) -> Iterable[Trigger]:
    for definition in sorted(paths.values(), key=lambda item: item.number):
        for part, rule in _rules(definition, translations):
            reads = references(rule.tree, definition.path, paths)
            yield Trigger(definition, part, rule, reads)


def _rules(definition: Definition, translations: Translations) -> Iterable[tuple[Part, Rule]]:
    bind = definition.bind
    found: list[tuple[Part, Rule | None]] = [
        (Part.CALCULATE, bind.calculate),
        (Part.RELEVANT, bind.relevant),
        (Part.READONLY, bind.readonly),
        (Part.REQUIRED, bind.required),
        (Part.CONSTRAINT, bind.constraint),
    ]
    if isinstance(definition, RepeatDef):
        found.append((Part.COUNT, definition.count))
    if isinstance(definition, QuestionDef) and definition.itemset is not None:
        found.append((Part.CHOICES, definition.itemset.nodes))
    found += [
        (Part.LABEL, rule)
        for text in (definition.label, definition.hint)
        for rule in _rules_of_text(text, translations)
    ]
    return [(part, rule) for part, rule in found if rule is not None]


def _rules_of_text(text: TextDef | None, translations: Translations) -> Iterable[Rule]:
    if text is None:
        return []
    if not text.itext:
        return [part for part in text.parts if isinstance(part, Rule)]
    return [
        part
        for texts in translations.texts.values()
        for form in texts.get(text.itext, {}).values()
        for part in form.parts
        if isinstance(part, Rule)
    ]


def _numbered(triggers: list[Trigger], start: int) -> list[Trigger]:
    return [
        Trigger(item.definition, item.part, item.rule, item.reads, start + index)
        for index, item in enumerate(triggers)
    ]


def _anchor(reference: Reference, reader: Definition, paths: Mapping[str, Definition]) -> str:
    shared = [
        repeat
        for repeat in paths[reference.path].repeats
        if repeat in reader.repeats and _covers(repeat, reference.anchor)
    ]
    return shared[-1] if shared else ""


def _covers(path: str, below: str) -> bool:
    return below == path or below.startswith(path + "/")


def _in_order(triggers: list[Trigger], paths: Mapping[str, Definition]) -> list[Trigger]:
    """Each trigger after everything it reads; raises ``FormRefused`` when they go in a circle."""
    values: dict[str, int] = {}
    shown: dict[str, int] = {}
    for index, trigger in enumerate(triggers):
        if trigger.part is Part.CALCULATE:
            values[trigger.definition.path] = index
        elif trigger.part is Part.RELEVANT:
            shown[trigger.definition.path] = index
    after: list[list[int]] = [[] for _ in triggers]
    waiting = [0] * len(triggers)
    for index, trigger in enumerate(triggers):
        sources = _sources(trigger, values, shown, paths)
        if _asks_itself(trigger):
            sources.add(index)
        for source in sources:
            after[source].append(index)
            waiting[index] += 1
    ready = [index for index, count in enumerate(waiting) if count == 0]
    heapq.heapify(ready)
    order: list[int] = []
    while ready:
        index = heapq.heappop(ready)
        order.append(index)
        for later in after[index]:
            waiting[later] -= 1
            if waiting[later] == 0:
                heapq.heappush(ready, later)
    if len(order) < len(triggers):
        stuck = next(index for index, count in enumerate(waiting) if count > 0)
        raise FormRefused(
            "The form's logic goes in a circle. "
            f"It involves {triggers[stuck].definition.path} ({triggers[stuck].part})."
        )
    return _numbered([triggers[index] for index in order], 0)


def _sources(
    trigger: Trigger,
    values: Mapping[str, int],
    shown: Mapping[str, int],
    paths: Mapping[str, Definition],
) -> set[int]:
    own = trigger.definition.path
    found: set[int] = set()
    for reference in trigger.reads:
        if reference.picked and not _same_row(reference, trigger.definition, paths):
            continue
        if reference.path in values:
            found.add(values[reference.path])
        if _covers(reference.path, own) and reference.path != own:
            continue  # The place of a node above, as in position(..), not its content.
        if trigger.part is Part.RELEVANT and reference.path == own and not paths[own].is_question:
            continue
        above = reference.path
        while above:
            if above in shown and not (_covers(above, own) and above != own):
                found.add(shown[above])
            above = above.rpartition("/")[0]
    found |= {shown[level] for level in _levels(own) if level in shown and level != own}
    return found


def _asks_itself(trigger: Trigger) -> bool:
    """Whether a condition of a question reads that question's own answer; phones refuse that."""
    own = trigger.definition
    return own.is_question and any(item == Reference(own.path, own.path) for item in trigger.reads)


def _levels(path: str) -> list[str]:
    steps = path.split("/")[1:]
    return ["/" + "/".join(steps[: count + 1]) for count in range(len(steps))]


def _same_row(reference: Reference, reader: Definition, paths: Mapping[str, Definition]) -> bool:
    """False when the node read may be in another row than the reader.

    A form that picks such a row, the one before for instance, makes no circle.
    """
    return all(
        _covers(repeat, reference.anchor)
        for repeat in paths[reference.path].repeats
        if repeat in reader.repeats
    )
