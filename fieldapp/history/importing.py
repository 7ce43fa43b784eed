"""Taking rows in: whole batches, each durable by itself, and no row ever twice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fieldapp import commands
from fieldapp.changes import NOTHING, Changes
from fieldapp.history.errors import RowRefused
from fieldapp.history.filling import Filler, Record
from fieldapp.history.known import known_origins
from fieldapp.history.row import SourceRow
from fieldapp.people import Desk

BATCH = 50
"""Rows a commit: a stop loses the work of a second, and the disk is not asked for every row."""

Progress = Callable[[int], None]
"""Called with the number of rows that are done."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out: its place in the file, the source's id if it has one, and why."""

    number: int
    line: int
    key: str
    reason: str


@dataclass(slots=True)
class Tally:
    """What became of the rows.

    Args:
        read: rows looked at.
        taken: rows that became records, or would.
        already: rows that were taken in before, unchanged.
        differing: rows taken in before that the source has changed since; left as they are.
        refused: rows left out.
        missing: how many records lack each answer that the form wants.
        unused: how often an answer was made that the form does not ask for.
        grids: records by number of digits in their grid, 0 for none.
        changes: what screens have to ask for again.
    """

    read: int = 0
    taken: int = 0
    already: int = 0
    differing: int = 0
    refused: list[Refusal] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)
    unused: Counter[str] = field(default_factory=Counter)
    grids: Counter[int] = field(default_factory=Counter)
    changes: Changes = NOTHING


class Importer:
    """Takes rows in, or only tells what would become of them.

    Args:
        desk: the importing officer.
        filler: makes records of rows.
        tally: counts; whole batches only, so that it is right after a stop, too.
    """

    def __init__(self, desk: Desk, filler: Filler, tally: Tally) -> None:
        self._desk = desk
        self._filler = filler
        self._tally = tally
        self._known = known_origins(desk.store)
        self._met: dict[str, int] = {}

    def run(self, rows: Iterable[SourceRow], progress: Progress, *, dry: bool = False) -> None:
        """Goes through all rows; a bad one is noted and the next one follows.

        Raises:
            StoreFull, StreamClosed, StoreDamaged: whole batches before it are kept.
            SourceUnreadable: the file ended or changed while it was read.
        """
        for batch in _batches(rows):
            counts = Tally(read=len(batch))
            records = [record for row in batch if (record := self._record(row, counts))]
            if not dry:
                with self._desk.store.write():
                    for record in records:
                        filed = commands.import_history(
                            self._desk, record.finished, record.origin, record.ref
                        )
                        counts.changes |= filed.changes
            for record in records:
                _count(counts, record)
            _add(self._tally, counts)
            progress(self._tally.read)

    def _record(self, row: SourceRow, counts: Tally) -> Record | None:
        key = ""
        try:
            key = self._filler.key(row)
            if key in self._met:
                raise RowRefused(f"It has the same id as row {self._met[key]}.")
            self._met[key] = row.number
            if key in self._known:
                same = self._known[key] == self._filler.digest(row)
                counts.already += same
                counts.differing += not same
                return None
            return self._filler.record(row)
        except RowRefused as refusal:
            counts.refused.append(Refusal(row.number, row.line, key, refusal.message))
            return None


def _count(counts: Tally, record: Record) -> None:
    counts.taken += 1
    counts.missing.update(record.origin["not_in_source"])
    counts.unused.update(record.unused)
    grid = str(record.finished.answers.get("where", {}).get("grid", ""))
    counts.grids[max(0, len(grid) - len("32QQF"))] += 1


def _add(tally: Tally, counts: Tally) -> None:
    tally.read += counts.read
    tally.taken += counts.taken
    tally.already += counts.already
    tally.differing += counts.differing
    tally.refused.extend(counts.refused)
    tally.missing += counts.missing
    tally.unused += counts.unused
    tally.grids += counts.grids
    tally.changes |= counts.changes


def _batches(rows: Iterable[SourceRow]) -> Iterator[Sequence[SourceRow]]:
    batch: list[SourceRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
