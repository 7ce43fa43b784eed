"""Answers as they were: the present ones made equal to those of an earlier moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fieldapp.forms.engine import Engine
from fieldapp.forms.live import definition_of
from fieldapp.forms.model import RepeatDef
from fieldapp.forms.tree import Node

_TURNS: Final = 4
"""Rows and values that follow from others come only once those are there again."""


def revert(engine: Engine, answers: Mapping[str, Any]) -> None:
    """Makes rows and values those of ``answers``, a draft's record of this same session.

    What is calculated, and rows that are counted, follow by themselves.
    """
    for _ in range(_TURNS):
        changed = _match(engine, engine.tree.root, answers)
        engine.settle()
        if not changed:
            return


def _match(engine: Engine, node: Node, answers: Mapping[str, Any]) -> bool:
    changed = False
    for definition in definition_of(node).children:
        value = answers.get(definition.name)
        if isinstance(definition, RepeatDef):
            wanted = value if isinstance(value, list) else []
            changed |= _match_rows(engine, node, definition, len(wanted))
            rows = engine.tree.rows(node, definition)
            for row, answer in zip(rows, wanted, strict=False):
                changed |= _match(engine, row, answer)
            continue
        if definition.name.startswith("@"):
            continue
        child = node.named(definition.name)[0]
        if definition.is_question:
            calculated = definition.bind.calculate is not None
            if not calculated and child.text != (value or ""):
                engine.store(child, value or "")
                changed = True
        else:
            changed |= _match(engine, child, value or {})
    return changed


def _match_rows(engine: Engine, parent: Node, definition: RepeatDef, count: int) -> bool:
    rows = engine.tree.rows(parent, definition)
    if definition.count is not None or len(rows) == count:
        return False
    for row in rows[count:]:
        engine.remove_row(row)
    for _ in range(count - len(rows)):
        engine.add_row(parent, definition)
    return True
