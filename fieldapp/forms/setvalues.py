"""Actions of a form that set a value when something happens."""

from __future__ import annotations

from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import Action
from fieldapp.forms.rules import RuleBook
from fieldapp.forms.tree import Node

FIRST_LOAD: Final = "odk-instance-first-load"
LOAD: Final = "odk-instance-load"
NEW_ROW: Final = "odk-new-repeat"
VALUE_CHANGED: Final = "xforms-value-changed"
ACTIONS: Final = ("setvalue", "setgeopoint")
EVENTS: Final = frozenset(
    {FIRST_LOAD, LOAD, NEW_ROW, VALUE_CHANGED, "xforms-ready", "xforms-revalidate"}
)


def read_action(element: Node, rules: RuleBook, target: str, trigger: str = "") -> Action:
    """One setvalue or setgeopoint element that sets the node at path ``target``.

    Raises:
        FormRefused: it waits for an event that nothing fires, or its expression is unusable.
    """
    events = frozenset((element.attribute("event") or "").split())
    unknown = sorted(events - EVENTS)
    if unknown or not events:
        raise FormRefused(f"An action waits for the unknown event {' '.join(unknown) or '(none)'}.")
    source = element.attribute("value")
    if source is None:
        words = element.value().strip()
        quote = "'" if "'" not in words else '"'
        source = f"{quote}{words}{quote}" if words else None
    ref = element.attribute("ref") or ""
    with rules.about(target):
        place = rules.make(ref) if "[" in ref else None
        located = element.local == "setgeopoint"
        return Action(events, target, rules.optional(source or None), trigger, place, located)
