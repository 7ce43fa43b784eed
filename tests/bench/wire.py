"""Bytes per report on the wire: sealed, signed, and on text that no dictionary ever saw."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.units import UtcMillis
from sync.body import EventsBody
from sync.frame import Address, SuiteId, seal
from tests.bench import foreign, prose
from tests.bench.corpus import HELD_OUT, payload
from tests.bench.harness import Measured
from tests.bench.reports import OURS, Words
from tests.support.mission import START, make_mission, seeded
from tests.support.reconnect import reconnect_bytes

BATCH = 20
_KEY = StreamKey(bytes(range(32)))


def wire_bytes(count: int = 200) -> list[Measured]:
    """Mean frame size of a lone flash, and per report in batches of twenty.

    First on held-out reports of the kind the dictionaries were trained on, in all languages and in
    each; then on reports whose narratives are foreign prose, one batch without a repetition.
    """
    measured = _pair("", count, OURS)
    for language in prose.LANGUAGES:
        measured += _pair(f"_{language}", count // 4, Words((language,)))
    for language in prose.LANGUAGES:
        writer = foreign.Writer(language)
        measured += _pair(f"_{language}_foreign", BATCH, Words((language,), writer.write))
    with tempfile.TemporaryDirectory() as folder:
        cost = reconnect_bytes(Path(folder))
    return [*measured, Measured("wire_reconnect_bytes", cost, "B", None, 1)]


def _pair(name: str, count: int, words: Words) -> list[Measured]:
    contents = [payload(Random(HELD_OUT + number), words) for number in range(count)]
    flashes = list(_chain(Kind.FLASH, map(_urgent, contents)))
    routine = list(_chain(Kind.REPORT, contents))
    to = Address(SuiteId.RADIO, make_mission().profile.seal)

    def size(events: list[Event]) -> int:
        return len(seal(EventsBody(_KEY.stream, tuple(events)), to))

    alone = [size([event]) for event in flashes]
    batches = [size(routine[at : at + BATCH]) / BATCH for at in range(0, count - BATCH + 1, BATCH)]
    plain = statistics.mean(event.head.length for event in routine)
    return [
        Measured(f"wire_alone{name}_bytes", statistics.mean(alone), "B", plain, count),
        Measured(f"wire_batch20{name}_bytes", statistics.mean(batches), "B", plain, len(batches)),
    ]


def _urgent(content: dict[str, Any]) -> dict[str, Any]:
    answers = content["answers"]
    head = {**answers["head"], "precedence": "FLASH"}
    return {**content, "answers": {**answers, "head": head}}


def _chain(
    kind: Kind, contents: Iterator[dict[str, Any]] | list[dict[str, Any]]
) -> Iterator[Event]:
    place = FIRST
    for number, content in enumerate(contents):
        event = make_event(
            _KEY,
            place,
            kind,
            content,
            t=UtcMillis(START + number * 997_000),
            entropy=seeded(number),
        )
        place = Place(place.seq + 1, event.id)
        yield event
