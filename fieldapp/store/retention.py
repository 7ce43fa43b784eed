"""Removing from a field laptop what HQ has long held: text and photos go, the proof stays.

A report goes as a whole, once HQ's signed word covers every record and photo of it and it has
stayed so, unchanged, for the mission's days by two clocks at once: HQ's, read from receipts, and
this laptop's. Either clock may be wrong; alone it can only delay.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from fieldapp.event.errors import BadEvent
from fieldapp.mission.profile import LONGEST_DAYS, SHORTEST_DAYS
from fieldapp.mission.roster import Role
from fieldapp.store import projections
from fieldapp.store.database import Row, Store
from fieldapp.store.journal import EVENT_COLUMNS, read_event
from fieldapp.store.stubs import put_stub
from fieldapp.units import EventId

UNFINISHED_TIMES = 3
"""So many times longer stays a report that HQ has not judged, or has asked about."""
DAY_MILLIS = 86_400_000
TIDY = "removal.tidy"
"""Setting: freed pages and the log still hold what was removed."""
_WORDS_AT_ONCE = 64
_PAGES_AT_ONCE = 256

_AT_HQ = """
 SELECT r.id,
  r.history OR (r.questions = 0 AND NOT r.recheck AND r.state <> 'new') OR r.state = 'withdrawn',
  (SELECT count(*) FROM event e WHERE e.report = r.id),
  a.records, a.hq, a.here
 FROM report r LEFT JOIN aging a ON a.report = r.id
 WHERE r.own = 1
  AND EXISTS (SELECT 1 FROM event e WHERE e.report = r.id AND e.payload IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM event e
   LEFT JOIN arrival w ON w.event = e.id
   LEFT JOIN receipt c ON c.stream = e.stream AND c.epoch = :epoch
   WHERE e.report = r.id AND e.own = 1
    AND (w.event IS NULL OR w.held = 1 OR c.stream IS NULL OR e.seq >= c.upto))
  AND NOT EXISTS (SELECT 1 FROM announced an JOIN blob b ON b.sha = an.sha
   WHERE an.report = r.id AND an.preview_of IS NULL AND b.hq_complete = 0)
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """How long delivered reports stay.

    Args:
        days: as the mission says; fewer than `SHORTEST_DAYS` or more than `LONGEST_DAYS` do not
            count.
        spared: reports that the unlocked person is changing.
        person: slot of the unlocked person. What others of this laptop wrote waits while they
            have drafts, which may be changes to it.
    """

    days: int
    spared: frozenset[EventId] = frozenset()
    person: str = ""

    @property
    def millis(self) -> int:
        """The days, within bounds, in milliseconds."""
        return min(max(self.days, SHORTEST_DAYS), LONGEST_DAYS) * DAY_MILLIS


@dataclass(frozen=True, slots=True)
class _AtHq:
    """A report that HQ holds whole.

    Args:
        report: its id.
        finished: HQ has judged it, or nobody will.
        records: how many belong to it.
        aged: records, HQ's and this laptop's time when it was last seen with something new.
    """

    report: EventId
    finished: bool
    records: int
    aged: tuple[int, int, int] | None

    def ages(self, hq: int, here: int) -> tuple[int, int, int]:
        """The same at another look; what is new begins anew."""
        if self.aged is None or self.aged[0] != self.records:
            return self.records, hq, here
        # A clock that showed a later time before was wrong then.
        return self.records, min(self.aged[1], hq), min(self.aged[2], here)


def remove_old(store: Store, rule: Rule) -> Iterator[int]:
    """Removes what is due, one report a step, then clears up after it; runs on the lane.

    Each step is a whole: it may be the last one. The next run goes on where this one ended.

    Yields:
        The reports whose text went with the step, 0 or 1.

    Raises:
        StoreFull, StoreBusy, StoreDamaged: steps before stay done.
    """
    if not keeps_everything(store):
        for report in _due(store, rule):
            # What is not as it was signed stays for `verify_store` to name.
            with suppress(BadEvent):
                _remove(store, report)
                yield 1
    if store.setting(TIDY):
        yield from _tidied(store)


def keeps_everything(store: Store) -> bool:
    """Whether somebody who reads HQ's log works here: HQ's desktops hold what patrols let go."""
    rows = store.rows(
        "SELECT DISTINCT p.role FROM person p JOIN stream s ON s.id = p.stream WHERE p.vouched = 1"
    )
    return any(Role(row[0]).reads_log for row in rows)


def _due(store: Store, rule: Rule) -> Sequence[EventId]:
    """Notes since when each report is wholly at HQ; those for which that is long enough."""
    row = store.row(
        "SELECT epoch, max(t) FROM receipt WHERE epoch = (SELECT max(epoch) FROM receipt)"
    )
    if row is None or row[0] is None:
        return ()
    epoch, hq = row
    here = store.clock.now()
    due = []
    with store.write() as connection:
        found = [_at_hq(row) for row in store.rows(f"{_AT_HQ} ORDER BY r.n", {"epoch": epoch})]
        _forget_others(store, found)
        for one in found:
            records, since_hq, since_here = one.ages(hq, here)
            if one.aged != (records, since_hq, since_here):
                connection.execute(
                    "INSERT OR REPLACE INTO aging(report, records, hq, here) VALUES (?, ?, ?, ?)",
                    (one.report, records, since_hq, since_here),
                )
            wanted = rule.millis * (1 if one.finished else UNFINISHED_TIMES)
            if min(hq - since_hq, here - since_here) >= wanted:
                due.append(one.report)
    busy = _being_changed(store, rule)
    return [report for report in due if report not in busy]


def _at_hq(row: Row) -> _AtHq:
    report, finished, records, held, hq, here = row
    aged = None if held is None else (held, hq, here)
    return _AtHq(EventId(report), bool(finished), records, aged)


def _forget_others(store: Store, found: Sequence[_AtHq]) -> None:
    """What is not wholly at HQ any more begins anew."""
    at_hq = {one.report for one in found}
    gone = [row for row in store.rows("SELECT report FROM aging") if row[0] not in at_hq]
    store.connection.executemany("DELETE FROM aging WHERE report = ?", gone)


def _being_changed(store: Store, rule: Rule) -> frozenset[EventId]:
    others = store.rows(
        "SELECT r.id FROM report r JOIN stream s ON s.id = r.stream"
        " WHERE s.slot <> ? AND EXISTS (SELECT 1 FROM draft d WHERE d.slot = s.slot)",
        (rule.person,),
    )
    return rule.spared | {EventId(row[0]) for row in others}


def _remove(store: Store, report: EventId) -> None:
    """Text, salts, photos and words of one report, in one transaction."""
    # Freed pages are overwritten, so that not even the key brings them back.
    store.connection.execute("PRAGMA secure_delete = ON")
    try:
        with store.write() as connection:
            for row in store.rows(
                f"SELECT {EVENT_COLUMNS} FROM event e"
                " WHERE e.report = ? AND e.payload IS NOT NULL ORDER BY e.n",
                (report,),
            ):
                put_stub(store, read_event(row))
            _remove_photos(store, report)
            connection.execute("DELETE FROM aging WHERE report = ?", (report,))
            projections.project(store, report)
            store.set_setting(TIDY, "1")
    finally:
        store.connection.execute("PRAGMA secure_delete = FAST")


def _remove_photos(store: Store, report: EventId) -> None:
    """Photos with their hashes, which would tell whether somebody's picture is one of them."""
    connection = store.connection
    shas = store.rows("SELECT DISTINCT sha FROM announced WHERE report = ?", (report,))
    connection.execute("DELETE FROM announced WHERE report = ?", (report,))
    for (sha,) in shas:
        if store.row("SELECT 1 FROM announced WHERE sha = ?", (sha,)) is None:
            connection.execute("DELETE FROM piece WHERE sha = ?", (sha,))
            connection.execute("DELETE FROM blob WHERE sha = ?", (sha,))


def _tidied(store: Store) -> Iterator[int]:
    """Presses removed words out of the index, gives free pages back, empties the log."""
    first = True
    while _merge_words(store, first):
        first = False
        yield 0
    while _give_back(store):
        yield 0
    row = store.row("PRAGMA wal_checkpoint(TRUNCATE)")
    if row is not None and not row[0]:
        store.set_setting(TIDY, "")
    yield 0


def _merge_words(store: Store, first: bool) -> bool:
    """One stretch of merging the index into one part; False when nothing is left to merge.

    A word of a removed row stays in its part of the index until that part is merged.
    """
    size = -_WORDS_AT_ONCE if first else _WORDS_AT_ONCE
    store.connection.execute("PRAGMA secure_delete = ON")
    try:
        with store.write() as connection:
            before = connection.total_changes
            connection.execute(
                "INSERT INTO report_words(report_words, rank) VALUES ('merge', ?)", (size,)
            )
            # SQLite's own measure: fewer than two changes mean that there was nothing to do.
            return first or connection.total_changes - before >= 2
    finally:
        store.connection.execute("PRAGMA secure_delete = FAST")


def _give_back(store: Store) -> bool:
    """Shortens the file by some free pages; False when there are none."""
    if not store.rows("PRAGMA freelist_count")[0][0]:
        return False
    with store.write():
        store.rows(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})")
    return True
