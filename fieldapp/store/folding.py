"""From the events of one report to what people see of it: a pure function, run again at will.

The author's own events decide the content; reviewers' events decide the verdict. A verdict stays
with the revision it was given on: a later amendment marks it to be checked again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from fieldapp.clock import to_millis
from fieldapp.event.chain import Event
from fieldapp.event.errors import BadPayload
from fieldapp.event.kinds import REPORT_KINDS, ContentType, Kind
from fieldapp.units import EventId, StreamId, UtcMillis

NEW, ACCEPTED, ASKED, REJECTED, WITHDRAWN = "new", "accepted", "asked", "rejected", "withdrawn"
VERDICTS = {"accept": ACCEPTED, "ask": ASKED, "reject": REJECTED}
KIND_PATHS: Mapping[str, tuple[str, ...]] = {
    "incident": ("what", "sub_type"),
    "restriction": ("what", "kind"),
}
"""Where each form keeps the code that says what a report is about."""
_URGENT = ("FLASH", "IMMEDIATE")
Contents = Callable[[Event], Mapping[str, Any] | None]
"""What an event says, as far as it is held."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a report's history: filed, amended, withdrawn, attached, a verdict, an answer.

    Args:
        event: its id.
        kind: ``filed``, ``amended``, ``withdrawn``, ``attached``, ``accept``, ``ask``, ``reject``
            or ``answer``.
        stream: who wrote it.
        t: the writer's clock.
        text: question, answer or note.
        reason: code of the reason for an amendment or withdrawal.
        on: the revision judged, or the question answered.
        revision: number of the revision this entry made, or None.
    """

    event: EventId
    kind: str
    stream: StreamId
    t: UtcMillis
    text: str = ""
    reason: str = ""
    on: EventId | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """A report as its events say; ``content`` is the latest revision's payload."""

    first: Event
    latest: EventId
    content: Mapping[str, Any]
    revision: int
    state: str
    verdict: str
    recheck: bool
    questions_open: int
    changed: UtcMillis
    files: tuple[Mapping[str, Any], ...]
    entries: tuple[Entry, ...]

    @property
    def protected(self) -> bool:
        """Only its clear part is here; see `fieldapp.event.protected`."""
        return is_protected(self.first)


def is_protected(event: Event) -> bool:
    """Whether this begins a report that was sealed to a few people."""
    return event.head.ctype == ContentType.PROTECTED and not event.head.obj


def content_of(event: Event) -> Mapping[str, Any] | None:
    """What an event says, of a protected one its clear part; None where that cannot be read."""
    try:
        return event.content()
    except BadPayload:
        return None


def fold(
    events: Sequence[Event], reviews: Callable[[Event], bool], contents: Contents = content_of
) -> Folded | None:
    """The report that these events make, or None while its first event has not arrived.

    Args:
        events: all events of one report held here, in any order.
        reviews: whether the writer of an event may give verdicts.
        contents: what an event says, or what is left of it.
    """
    first = next((e for e in events if e.head.kind in REPORT_KINDS and not e.head.obj), None)
    content = None if first is None else contents(first)
    if first is None or content is None:
        return None
    author = first.head.stream
    mine = sorted((e for e in events if e.head.stream == author), key=lambda e: e.head.seq)
    folded = Folded(
        first, first.id, content, 0, NEW, "", False, 0, first.head.t, _files(content), ()
    )
    for event in mine:
        folded = _by_author(folded, event, content if event is first else contents(event))
    return _judged(folded, [e for e in events if reviews(e)], contents)


def _by_author(folded: Folded, event: Event, content: Mapping[str, Any] | None) -> Folded:
    if content is None:
        return folded
    entry = Entry(event.id, "", event.head.stream, event.head.t, str(content.get("note", "")))
    match event.head.kind:
        case Kind.REPORT | Kind.FLASH | Kind.HISTORY:
            return _with(folded, replace(entry, kind="filed", revision=0))
        case Kind.AMEND:
            number = folded.revision + 1
            reason = str(content.get("reason", ""))
            folded = replace(
                folded, latest=event.id, content=content, revision=number, files=_files(content)
            )
            return _with(folded, replace(entry, kind="amended", reason=reason, revision=number))
        case Kind.WITHDRAW:
            reason = str(content.get("reason", ""))
            folded = replace(folded, state=WITHDRAWN)
            return _with(folded, replace(entry, kind="withdrawn", reason=reason))
        case Kind.ATTACH:
            folded = replace(folded, files=folded.files + _files(content))
            return _with(folded, replace(entry, kind="attached"))
        case Kind.ANSWER:
            text = str(content.get("text", ""))
            return _with(folded, replace(entry, kind="answer", text=text, on=_id(content, "to")))
    return folded


def _judged(folded: Folded, events: Sequence[Event], contents: Contents) -> Folded:
    """The history with verdicts in it, and what follows from them.

    A verdict names the author's last event that its giver had seen, so its place in the history
    is known although every clock may be wrong.
    """
    places = {entry.event: place for place, entry in enumerate(folded.entries)}
    after: dict[int, list[Entry]] = {}
    for event in sorted(events, key=lambda e: (e.head.t, e.head.stream, e.head.seq)):
        content = contents(event)
        if event.head.kind != Kind.REVIEW or content is None:
            continue
        entry = _verdict(event, content)
        seen = _id(content, "seen") or (None if entry is None else entry.on)
        if entry is not None and seen is not None:
            after.setdefault(places.get(seen, 0), []).append(entry)
    merged: list[Entry] = []
    for place, entry in enumerate(folded.entries):
        merged += [entry, *after.get(place, ())]
    changed = max(entry.t for entry in merged)
    folded = replace(folded, entries=tuple(merged), changed=changed)
    return _concluded(folded, merged)


def _concluded(folded: Folded, entries: Sequence[Entry]) -> Folded:
    """State, verdict and open questions from the ordered history."""
    given = [place for place, entry in enumerate(entries) if entry.kind in VERDICTS]
    if not given:
        return folded
    answered = {entry.on for entry in entries if entry.kind == "answer"}
    asked = [place for place in given if entries[place].kind == "ask"]
    still_open = [
        place
        for place in asked
        if entries[place].event not in answered
        and not any(entry.kind == "amended" for entry in entries[place:])
    ]
    last = entries[given[-1]]
    newer = any(entry.kind in ("amended", "answer") for entry in entries[given[-1] :])
    gone = folded.state == WITHDRAWN
    return replace(
        folded,
        state=WITHDRAWN if gone else VERDICTS[last.kind],
        verdict=last.kind,
        recheck=newer and not gone,
        questions_open=len(still_open),
    )


def _verdict(event: Event, content: Mapping[str, Any]) -> Entry | None:
    if content.get("verdict") not in VERDICTS:
        return None
    return Entry(
        event=event.id,
        kind=str(content["verdict"]),
        stream=event.head.stream,
        t=event.head.t,
        text=str(content.get("text", "")),
        on=_id(content, "on"),
    )


def _with(folded: Folded, entry: Entry) -> Folded:
    return replace(folded, entries=(*folded.entries, entry))


def _files(content: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    listed = content.get("files", ())
    if not isinstance(listed, list):
        return ()
    return tuple(item for item in listed if isinstance(item, dict) and _is_file(item))


def _is_file(item: Mapping[str, Any]) -> bool:
    sha, size = item.get("sha"), item.get("size")
    if not isinstance(sha, str) or type(size) is not int:
        return False
    try:
        return len(bytes.fromhex(sha)) == 32 and size >= 0
    except ValueError:
        return False


def _id(content: Mapping[str, Any], name: str) -> EventId | None:
    try:
        raw = bytes.fromhex(str(content.get(name, "")))
    except ValueError:
        return None
    return EventId(raw) if len(raw) == 32 else None


def at(content: Mapping[str, Any], *path: str) -> str:
    """The answer at a path, or an empty text where there is none."""
    value: Any = content.get("answers", {})
    for step in path:
        value = value.get(step, "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""


def happened(content: Mapping[str, Any]) -> UtcMillis | None:
    """When the report says it happened."""
    return _moment(at(content, "when", "start"))


def ended(content: Mapping[str, Any]) -> UtcMillis | None:
    """When the report says it was over, from which deadlines run; its beginning where it is not.

    None for a follow-up, which comes whenever something changes, and for a final report that
    kept the urgency of its flash: no deadline that runs from the event is meant for them.
    """
    stage, urgent = at(content, "head", "stage"), at(content, "head", "precedence") in _URGENT
    if stage == "FOLLOWUP" or (stage == "FINAL" and urgent):
        return None
    return _moment(at(content, "when", "end")) or happened(content)


def _moment(text: str) -> UtcMillis | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if moment is None:
        return None
    return to_millis(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))


def words(content: Mapping[str, Any]) -> str:
    """Every text of a report, for the search index."""
    parts = [str(content.get("ref", "")), *_leaves(content.get("answers", {}))]
    return "\n".join(part for part in parts if part)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
