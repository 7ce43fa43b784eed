"""Rolling copies of the store in the folder ``snapshots``, under the same key, each one checked.

They help against a damaged file, not against a lost laptop. A copy never outlives the removal of
text that it holds: see `make_snapshot`.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldapp.clock import Clock
from fieldapp.errors import FieldError, Remedy
from fieldapp.files import PART, file_errors, make_folder, private, sync_file, sync_folder
from fieldapp.store.database import FILE_NAME, connect
from fieldapp.store.drafts import FORGOTTEN
from fieldapp.store.driver import sqlite
from fieldapp.store.errors import StoreBusy, StoreDamaged, sorted_errors
from fieldapp.store.migrations import LATEST
from fieldapp.store.restoring import finish_restore, ready
from fieldapp.units import MIB, ByteCount, StreamId, UtcMillis

FOLDER = "snapshots"
MOST = 3
RESERVE = ByteCount(512 * MIB)
"""Room that a copy leaves free for reports and photos."""
DAY_MILLIS = 86_400_000
_SETTING = "snapshot"
_PAGES_AT_ONCE = 256
_SIZE_CHUNK = MIB


class SnapshotUnusable(FieldError):
    """A copy of the store fails its check, or there is none of this number."""

    code = "store.snapshot"
    remedy = Remedy.CHECK_INPUT
    text = "This copy of the reports cannot be used. Nothing was changed; choose another one."
    advice = "See which copies there are with: fieldapp snapshot list"


class SnapshotStopped(Exception):
    """Making a copy was given up; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds, to tell whether two hold the same.

    Args:
        events: how many records.
        digest: SHA-256 over their ids in the order they came, in hex.
        removed: of how many the text was removed, and drafts let go for good.
        places: for each own stream the number of the next record.
    """

    events: int
    digest: str
    removed: int
    places: Mapping[StreamId, int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy that can be gone back to.

    Args:
        number: its name; larger is newer.
        at: when it was made, by this laptop's clock.
        held: what was in it then.
    """

    number: int
    at: UtcMillis
    held: Held


def snapshots(home: Path, key: bytes) -> tuple[Snapshot, ...]:
    """The copies that this key opens, the newest first; their pages are not checked yet."""
    found = []
    for number in _numbers(home):
        with suppress(FieldError):
            found.append(_read(home, key, number))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def snapshot_due(home: Path, key: bytes, clock: Clock) -> bool:
    """Whether none is there, the newest is of another day, or text or a draft was let go since.

    Raises:
        StoreDamaged, StoreBusy, StoreLocked: the store itself cannot be read.
    """
    newest = next(iter(snapshots(home, key)), None)
    if newest is None or abs(clock.now() - newest.at) >= DAY_MILLIS:
        return True
    with _open(home / FILE_NAME, key) as store:
        return _removed(store) != newest.held.removed


def make_snapshot(
    home: Path,
    key: bytes,
    clock: Clock,
    free: Callable[[], int],
    stopped: Callable[[], bool] = lambda: False,
) -> Snapshot | None:
    """Copies the store as it is at this moment, checks the copy, then lets older ones go.

    Needs neither the lane nor the open store: it reads through a connection of its own, and
    whoever writes meanwhile does not wait. Of the older ones `MOST` - 1 stay; one that holds text
    removed since, or that this key does not open, does not.

    Args:
        home: the installation folder.
        key: of the store.
        clock: this laptop's clock.
        free: bytes free on its disk.
        stopped: asked now and then whether to give up.

    Returns:
        The copy; None where there is no room for it.

    Raises:
        SnapshotStopped: given up.
        StoreDamaged, StoreFull, StoreBusy, DiskFull, NotAllowed: the older ones stay.
    """
    folder = home / FOLDER
    make_folder(folder)
    number = max(_numbers(home), default=0) + 1
    path, part = folder / f"{number}.db", folder / f"new.db{PART}"
    _make_empty(part)
    try:
        with _open(home / FILE_NAME, key) as source:
            source.execute("BEGIN")
            held = held_in(source)
            if free() < _size(source) + RESERVE:
                return None
            _copy(source, part, key, stopped)
        found = Snapshot(number, clock.now(), held)
        _sign_off(part, key, found)
        with file_errors():
            sync_file(part)
            part.replace(path)
            sync_folder(folder)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _let_go(home, key, found)
    return found


def restore(home: Path, key: bytes, snapshot: Snapshot) -> Path | None:
    """Puts a copy in the store's place; the file that was there is kept, never deleted.

    Should the power fail, the old store or the new one is there; see `finish_restore`.

    Returns:
        Where the old file is kept, or None where there was none.

    Raises:
        SnapshotUnusable: it fails its check.
        StoreBusy: somebody has the store open.
        DiskFull, NotAllowed, FileTrouble: nothing was changed, or the next opening goes on.
    """
    store = home / FILE_NAME
    _alone(store, key)
    source = home / FOLDER / f"{snapshot.number}.db"
    check_snapshot(home, key, snapshot)
    part = ready(store).with_name(ready(store).name + PART)
    try:
        with file_errors():
            with source.open("rb") as old, open(part, "wb", opener=private) as new:
                while chunk := old.read(_SIZE_CHUNK):
                    new.write(chunk)
            sync_file(part)
            part.replace(ready(store))
            sync_folder(home)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return finish_restore(store)


def check_snapshot(home: Path, key: bytes, snapshot: Snapshot) -> None:
    """Reads and verifies every page, counts, and compares; raises `SnapshotUnusable`."""
    try:
        with _open(home / FOLDER / f"{snapshot.number}.db", key) as copy:
            _check(copy, snapshot.held)
    except FieldError as error:
        raise SnapshotUnusable(detail=error.code) from error


def reached(home: Path, key: bytes) -> tuple[dict[StreamId, int], dict[StreamId, int]]:
    """How far each own stream goes in the store in place, and how far HQ proved to hold it.

    Raises:
        FieldError: the store is missing, or damaged where this stands.
    """
    with _open(home / FILE_NAME, key) as store:
        proved = store.execute("SELECT stream, upto FROM receipt").fetchall()
        return _places(store), {StreamId(stream): upto for stream, upto in proved}


def held_in(connection: sqlite.Connection) -> Held:
    """What an open store holds at this moment."""
    digest, events = sha256(), 0
    for (event,) in connection.execute("SELECT id FROM event ORDER BY n"):
        digest.update(event)
        events += 1
    return Held(events, digest.hexdigest(), _removed(connection), _places(connection))


def _removed(connection: sqlite.Connection) -> int:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'stub'").fetchone():
        return 0
    (removed,) = connection.execute(
        "SELECT (SELECT count(*) FROM stub)"
        " + coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?), 0)",
        (FORGOTTEN,),
    ).fetchone()
    return int(removed)


def _places(connection: sqlite.Connection) -> dict[StreamId, int]:
    rows = connection.execute("SELECT stream, max(seq) FROM event WHERE own = 1 GROUP BY stream")
    return {StreamId(stream): last + 1 for stream, last in rows}


@contextmanager
def _open(path: Path, key: bytes) -> Iterator[sqlite.Connection]:
    """A connection that nothing is written through unless the block asks for it."""
    with sorted_errors(path.parent):
        if not path.exists():
            raise SnapshotUnusable(detail="no file")
        with closing(connect(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            yield connection


def _read(home: Path, key: bytes, number: int) -> Snapshot:
    """Raises `SnapshotUnusable` or whatever opening it raises."""
    with _open(home / FOLDER / f"{number}.db", key) as copy:
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        row = copy.execute("SELECT value FROM setting WHERE name = ?", (_SETTING,)).fetchone()
        if version > LATEST or row is None:
            raise SnapshotUnusable(detail="no copy of this version")
        said = json.loads(row[0])
        places = _places(copy)
    held = Held(said["events"], said["digest"], said["removed"], places)
    return Snapshot(number, UtcMillis(said["at"]), held)


def _make_empty(part: Path) -> None:
    with file_errors():
        # A journal that a killed process left would be played back into the new file.
        for suffix in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        open(part, "xb", opener=private).close()


def _copy(source: sqlite.Connection, part: Path, key: bytes, stopped: Callable[[], bool]) -> None:
    def look(_status: int, _left: int, _all: int) -> None:
        if stopped():
            raise SnapshotStopped

    with closing(connect(part, key)) as target:
        source.backup(target, pages=_PAGES_AT_ONCE, progress=look)


def _sign_off(part: Path, key: bytes, made: Snapshot) -> None:
    """Makes the copy one file that says what it is, then checks it."""
    said = {
        "at": made.at,
        "events": made.held.events,
        "digest": made.held.digest,
        "removed": made.held.removed,
    }
    with _open(part, key) as copy:
        copy.execute("PRAGMA query_only = OFF")
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute(
            "INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)",
            (_SETTING, json.dumps(said)),
        )
        _check(copy, made.held)


def _check(copy: sqlite.Connection, held: Held) -> None:
    bad = copy.execute("PRAGMA cipher_integrity_check").fetchall()
    (state,) = copy.execute("PRAGMA quick_check").fetchone()
    found = held_in(copy)
    if bad or state != "ok" or (found.events, found.digest) != (held.events, held.digest):
        raise StoreDamaged(detail="copy")


def _let_go(home: Path, key: bytes, newest: Snapshot) -> None:
    older = [one for one in snapshots(home, key) if one.number < newest.number]
    stay = [one.number for one in older if one.held.removed == newest.held.removed][: MOST - 1]
    with file_errors():
        for number in _numbers(home):
            if number != newest.number and number not in stay:
                (home / FOLDER / f"{number}.db").unlink(missing_ok=True)


def _numbers(home: Path) -> list[int]:
    names = (path.stem for path in (home / FOLDER).glob("*.db"))
    return [int(name) for name in names if name.isascii() and name.isdigit()]


def _size(connection: sqlite.Connection) -> int:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(size)


def _alone(store: Path, key: bytes) -> None:
    """Raises `StoreBusy` while anybody has the store open; one that cannot be read is nobody's."""
    if not store.exists():
        return
    try:
        with sorted_errors(store.parent), closing(connect(store, key)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except StoreBusy:
        raise
    except FieldError:
        return
