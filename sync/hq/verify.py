"""Checking the whole log again: every signature, every chain, every photo, every page.

The steps are those of ``sync/PROTOCOL.md``, section "How anyone checks the log".
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from fieldapp.errors import FieldError
from fieldapp.event.chain import Event, check_author, parse_event
from fieldapp.event.header import GENESIS_PREV
from fieldapp.units import StreamId
from sync.hq.app import Hq
from sync.hq.store import HqTx, RawRow

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the log that is not as it was signed and received.

    Args:
        what: in plain words.
        n: position in the log, or None.
        stream: whose, in hex, or empty.
        seq: number in that stream, or None.
        report: report number where it can still be read, or empty.
    """

    what: str
    n: int | None = None
    stream: str = ""
    seq: int | None = None
    report: str = ""

    def __str__(self) -> str:
        place = [
            "" if self.n is None else f"log position {self.n}",
            f"report {self.report}" if self.report else "",
            f"stream {self.stream}" if self.stream else "",
            "" if self.seq is None else f"number {self.seq}",
        ]
        return f"{', '.join(part for part in place if part) or 'file'}: {self.what}"


@dataclass(slots=True)
class Verified:
    """Figures of a check.

    Args:
        events: events looked at.
        streams: streams they belong to.
        gaps: streams of which something is still missing; not a problem.
        forked: streams with two events of one number; shown, not a problem of the log.
        photos: complete photos whose hash was checked.
        problems: what is wrong, in the log's order.
    """

    events: int = 0
    streams: int = 0
    gaps: int = 0
    forked: int = 0
    photos: int = 0
    problems: list[Problem] = field(default_factory=list)


def verify(hq: Hq, progress: Callable[[int, int], None] = lambda done, of: None) -> Verified:
    """Checks everything that HQ holds, reading it once.

    Args:
        hq: an open HQ; a server may go on meanwhile.
        progress: called with events done and events in all.
    """
    result = Verified()
    pages = hq.store.damaged_pages()
    if pages:
        result.problems.append(Problem(f"{pages} damaged pages on disk"))
    with hq.store.reading() as tx:
        _Walk(hq, tx, result).run(progress)
    return result


class _Walk:
    """One pass over the log in one view."""

    def __init__(self, hq: Hq, tx: HqTx, result: Verified) -> None:
        self._tx = tx
        self._result = result
        self._rows = {row.stream: row for row in tx.streams.all()}
        self._publics = {row.stream: row.public for row in self._rows.values()}
        self._publics[hq.keys.admin.stream] = hq.keys.admin.public
        # The newest event seen of each stream spares most look-ups of the one before.
        self._newest: dict[StreamId, tuple[int, bytes]] = {}

    def run(self, progress: Callable[[int, int], None]) -> None:
        of = self._tx.events.last()
        expected = 1
        for row in self._walk():
            while expected < row.n:  # step 1: no position may be missing
                self._say(Problem("this position was removed", expected))
                expected += 1
            expected = row.n + 1
            self._event(row)
            self._result.events += 1
            if row.n % _BATCH == 0:
                progress(row.n, of)
        self._streams()
        self._photos()
        progress(of, of)

    def _walk(self) -> Iterator[RawRow]:
        after = 0
        while rows := self._tx.events.raw_after(after, _BATCH):
            yield from rows
            after = rows[-1].n

    def _event(self, row: RawRow) -> None:
        """Steps 2 to 4 for one event."""
        try:
            event = parse_event(row.header, row.signature, row.salt, row.payload)
            public = self._publics.get(event.head.stream)
            if public is None:
                self._say(_at(row, "its author was removed"))
                return
            check_author(event, public)
        except FieldError as error:
            self._say(_at(row, f"not as its author signed it ({error.detail or error.code})"))
            return
        head = event.head
        if (event.id, head.stream, head.seq) != (row.id, row.stream, row.seq):
            self._say(_at(row, "filed in a wrong place"))
            return
        if not self._follows(event):
            self._say(_at(row, "does not follow the record before it"))
        self._newest[head.stream] = (head.seq, event.id)

    def _follows(self, event: Event) -> bool:
        head = event.head
        if head.seq == 0:
            return head.prev == GENESIS_PREV
        if self._newest.get(head.stream) == (head.seq - 1, head.prev):
            return True
        before = self._tx.events.at(head.stream, head.seq - 1)
        known = any(one == head.prev for one, _ in before)
        row = self._rows.get(head.stream)
        # A gap or a fork is the author's matter and is shown elsewhere.
        return known or not before or (row is not None and row.forked)

    def _streams(self) -> None:
        """Step 5: what receipts promised is still there."""
        self._result.streams = len(self._newest)
        for row in self._rows.values():
            self._result.forked += row.forked
            self._result.gaps += self._tx.events.highest(row.stream) >= row.upto
            if row.upto and all(
                one != row.head for one, _ in self._tx.events.at(row.stream, row.upto - 1)
            ):
                self._say(
                    Problem("a receipted record is gone", None, row.stream.hex(), row.upto - 1)
                )

    def _photos(self) -> None:
        """Step 6: complete photos have the hash they were announced with."""
        for blob in list(self._tx.blobs.all()):
            if not blob.complete:
                continue
            digest = sha256()
            for content in self._tx.blobs.pieces(blob.sha):
                digest.update(content)
            self._result.photos += 1
            if digest.digest() != blob.sha:
                self._say(Problem(f"photo {blob.sha.hex()[:16]} changed", None, blob.stream.hex()))

    def _say(self, problem: Problem) -> None:
        self._result.problems.append(problem)


def _at(row: RawRow, what: str) -> Problem:
    return Problem(what, row.n, bytes(row.stream).hex(), row.seq, _report_number(row.payload))


def _report_number(payload: bytes | None) -> str:
    """The number in a payload that may be damaged, or empty."""
    try:
        content = json.loads((payload or b"").decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        content = None
    if isinstance(content, dict) and isinstance(content.get("ref"), str):
        return str(content["ref"])[:64]
    return ""
