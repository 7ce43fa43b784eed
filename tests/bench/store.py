"""The store against a bare encrypted file: saving, and searching ten thousand reports."""

import secrets
import tempfile
import time
from pathlib import Path
from random import Random

from fieldapp import commands
from fieldapp.clock import SystemClock
from fieldapp.people import Desk
from fieldapp.store import journal, reads
from fieldapp.store.driver import sqlite
from fieldapp.store.folding import words
from tests.bench import reports
from tests.bench.harness import Measured, absolute, ratio
from tests.support.mission import make_desk, make_mission

BATCH = 60
"""Saves in one timed stretch; one stretch is long enough for the clock and short enough to pair."""


def save_ratio(runs: int) -> Measured:
    """Durable save of a signed, indexed report against a bare commit of the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder) / "field", make_mission(), clock=SystemClock())
        random = Random(1)
        bare = _Bare(Path(folder) / "bare.db")
        written: list[tuple[bytes, str]] = []

        def ours() -> float:
            finished = [reports.restriction(random) for _ in range(BATCH)]
            start = time.perf_counter()
            filed = [commands.file_report(desk, one) for one in finished]
            spent = (time.perf_counter() - start) / BATCH * 1000
            written[:] = [_bytes_of(desk, one.report) for one in filed]
            return spent

        def theirs() -> float:
            start = time.perf_counter()
            for raw, words in written:
                bare.save(raw, words)
            return (time.perf_counter() - start) / BATCH * 1000

        measured = ratio("save_ratio", ours, theirs, runs)
        bare.close()
        desk.store.close()
    return measured


def search_10k(runs: int, size: int = 10_000) -> Measured:
    """Full-text search, newest first, on an encrypted store; median over words of all kinds."""
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder), make_mission(), clock=SystemClock())
        fill(desk, size)
        wanted = ["patrol", "Tarek", "machine gun", "soldats", "32QQF", "vehic", "دورية", "zzz"]

        def once() -> float:
            start = time.perf_counter()
            for text in wanted:
                reads.page(desk.store, reads.ReportFilter(text=text))
            return (time.perf_counter() - start) / len(wanted) * 1000

        measured = absolute(f"search_{size // 1000}k_ms", "ms", once, runs)
        desk.store.close()
    return measured


def fill(desk: Desk, size: int, seed: int = 2) -> None:
    """Many reports at once, folded as the app folds them, in large transactions."""
    random = Random(seed)
    for start in range(0, size, 500):
        with desk.store.write():
            for _ in range(min(500, size - start)):
                commands.file_report(desk, reports.any_report(random))


class _Bare:
    """The least that keeps the same bytes encrypted, durable and searchable."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite.connect(str(path), isolation_level=None)
        self._db.execute(f"PRAGMA key = \"x'{secrets.token_bytes(32).hex()}'\"")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("CREATE TABLE record(n INTEGER PRIMARY KEY, body BLOB)")
        self._db.execute("CREATE VIRTUAL TABLE found USING fts5(words)")

    def save(self, raw: bytes, words: str) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        done = self._db.execute("INSERT INTO record(body) VALUES (?)", (raw,))
        self._db.execute("INSERT INTO found(rowid, words) VALUES (?, ?)", (done.lastrowid, words))
        self._db.execute("COMMIT")

    def close(self) -> None:
        self._db.close()


def _bytes_of(desk: Desk, report: bytes) -> tuple[bytes, str]:
    row = desk.store.row(
        f"SELECT {journal.EVENT_COLUMNS} FROM event e WHERE e.report = ? AND e.id = ?",
        (report, report),
    )
    assert row is not None
    event = journal.read_event(row)
    content = event.content() or {}
    return event.raw + event.signature + (event.payload or b""), words(content)
