"""Reads the recorded cases of other engines and stands in for the world around a session."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

PHOENIX = ZoneInfo("America/Phoenix")
"""The zone in which all cases were recorded; it has no summer time."""

RECORDED = datetime(2026, 11, 23, 13, 40, 16, tzinfo=PHOENIX)
"""The day on which all walks were recorded."""

RECORDED_AT = "4.36 18.55 370.0 5.0"
"""Where the phone of all walks was."""

Case = dict[str, Any]


class MissingData(Exception):
    """The folder does not hold the recorded cases."""


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file, one JSON object a line."""
    if not path.is_file():
        raise MissingData(f"{path.name} is missing: DATA must be the folder with the XForms cases")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def sample(cases: Iterator[Case], *, brief: bool, every: int) -> Iterator[Case]:
    """All cases, or every ``every``-th when brief."""
    return itertools.islice(cases, 0, None, every) if brief else cases


def read_form_file(folder: Path, name: str) -> bytes | None:
    """The XML of a recorded form by the id of its walk; None when it is not kept here."""
    plain = folder / "forms" / name
    if plain.is_file():
        return plain.read_bytes()
    packed = plain.with_name(plain.name + ".gz")
    return gzip.decompress(packed.read_bytes()) if packed.is_file() else None


class Files(dict[str, bytes]):
    """Files beside a form; one that was not recorded is there, but empty."""

    def get(self, name: str, default: Any = None) -> Any:
        empty = b"name,label\n" if name.endswith("csv") else b"<root/>"
        if name.endswith("geojson"):
            empty = b'{"features": []}'
        return super().get(name, empty)

    def __bool__(self) -> bool:
        return True


def counting_ids() -> Callable[[], str]:
    """Ids that are well formed, all different, and the same in every run."""
    numbers = itertools.count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012x}"


def moment(text: str, zone: tzinfo) -> datetime:
    """An ISO moment, written in ``zone``."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(zone)
