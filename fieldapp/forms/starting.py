"""What happens when a report is begun or taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fieldapp.forms.casting import well_typed
from fieldapp.forms.dates import write_moment
from fieldapp.forms.engine import Engine
from fieldapp.forms.live import definition_of, questions
from fieldapp.forms.record import Answers, fill
from fieldapp.forms.setvalues import FIRST_LOAD, LOAD
from fieldapp.forms.tree import Node
from fieldapp.forms.world import World

_DEFAULT_TYPES: Final = {"int": "int", "integer": "int", "decimal": "decimal"}
"""A default that is no number is dropped where the form wants a number, as on phones."""


def begin(engine: Engine, world: World) -> None:
    """Fills a new report with what is known before the first answer."""
    for node in questions(engine.tree.root):
        _preload(node, world)
        if not well_typed(
            node.text, _DEFAULT_TYPES.get(definition_of(node).bind.type, ""), world.zone
        ):
            node.text = ""
    _settle_all(engine, frozenset({FIRST_LOAD, LOAD, "xforms-ready"}), resuming=False)


def resume(engine: Engine, answers: Mapping[str, Any]) -> Answers:
    """Takes up ``answers``; returns what the form has no place for."""
    leftover = fill(engine.tree, answers)
    _settle_all(engine, frozenset({LOAD, "xforms-ready"}), resuming=True)
    return leftover


def _settle_all(engine: Engine, events: frozenset[str], *, resuming: bool) -> None:
    engine.starting, engine.resuming = True, resuming
    engine.mark_all(engine.tree.root)
    engine.settle()
    for action in engine.tree.form.actions:
        if action.events & events:
            engine.perform(action, engine.tree.root)
    engine.settle()
    engine.starting = engine.resuming = False
    engine.changes()


def _preload(node: Node, world: World) -> None:
    bind = definition_of(node).bind
    kind, parameter = bind.preload, bind.preload_parameter
    if kind == "uid":
        node.text = node.text or f"uuid:{world.new_id()}"
    elif kind == "timestamp" and parameter == "start":
        node.text = write_moment(world.now().astimezone(world.zone))
    elif kind == "date" and parameter == "today":
        node.text = world.now().astimezone(world.zone).date().isoformat()
    elif kind == "property":
        node.text = world.properties.get(parameter, "")


def end_stamp(engine: Engine, world: World) -> None:
    """Writes the moment of filing where the form asks for it."""
    for node in questions(engine.tree.root):
        bind = definition_of(node).bind
        if bind.preload == "timestamp" and bind.preload_parameter == "end":
            engine.store(node, write_moment(world.now().astimezone(world.zone)))
    engine.settle()
