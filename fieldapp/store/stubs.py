"""What stays of a record whose text was removed: enough for lists, history and the next fold.

A stub is what the record said without its words: no place, no grid, no narrative, no subject, no
name of a person or a file.
"""

import json
from collections.abc import Mapping
from typing import Any

from fieldapp.event.chain import Event
from fieldapp.event.kinds import REPORT_KINDS, Kind
from fieldapp.store.database import Store
from fieldapp.store.folding import Contents, at, content_of
from fieldapp.units import EventId

_HEAD = ("ref", "type", "form", "version", "language")
KEPT_ANSWERS = (
    ("head", "precedence"),
    ("head", "classification"),
    ("head", "stage"),
    ("when", "start"),
    ("when", "end"),
)
"""Answers that stay: codes and times, which no guess is worth."""
_BY_KIND: Mapping[int, tuple[str, ...]] = {
    Kind.AMEND: ("reason", "revision"),
    Kind.WITHDRAW: ("reason",),
    Kind.REVIEW: ("verdict", "on", "seen"),
    Kind.ANSWER: ("to",),
}


def stub_of(event: Event) -> dict[str, Any]:
    """What stays of an event that is still held."""
    content = content_of(event) or {}
    kind = event.head.kind
    kept = {name: content[name] for name in _BY_KIND.get(kind, ()) if name in content}
    if kind not in REPORT_KINDS and kind != Kind.AMEND:
        return kept
    kept.update({name: content[name] for name in _HEAD if name in content})
    answers: dict[str, dict[str, str]] = {}
    for group, name in KEPT_ANSWERS:
        answer = at(content, group, name)
        if answer:
            answers.setdefault(group, {})[name] = answer
    return {**kept, "answers": answers}


def put_stub(store: Store, event: Event) -> None:
    """Keeps an event's stub in place of its text, inside the running transaction."""
    store.connection.execute(
        "INSERT OR IGNORE INTO stub(event, t, facts) VALUES (?, ?, ?)",
        (event.id, store.clock.now(), json.dumps(stub_of(event), ensure_ascii=False)),
    )
    store.connection.execute(
        "UPDATE event SET salt = NULL, payload = NULL WHERE report = ? AND id = ?",
        (event.report, event.id),
    )


def with_stubs(store: Store, report: EventId) -> Contents:
    """What the events of one report say, or what stays of them."""
    stubs = {
        row[0]: json.loads(row[1])
        for row in store.rows(
            "SELECT s.event, s.facts FROM event e JOIN stub s ON s.event = e.id WHERE e.report = ?",
            (report,),
        )
    }

    def contents(event: Event) -> Mapping[str, Any] | None:
        found: Mapping[str, Any] | None = stubs.get(event.id) if event.payload is None else None
        return content_of(event) if found is None else found

    return contents
