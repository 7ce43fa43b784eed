"""Putting a copy in the store's place so that the power may fail at any moment.

A whole and durable file under the name of `ready` is the decision; what is left then are renames,
which the next opening of the store finishes. What was in its place is kept beside it.
"""

from pathlib import Path

from fieldapp.files import file_errors, sync_folder

_WAL, _SHM = "-wal", "-shm"


def ready(store: Path) -> Path:
    """The name under which a copy waits to take the place of the store's file."""
    return store.with_name(f"{store.name}.restored")


def finish_restore(store: Path) -> Path | None:
    """Puts a waiting copy in the place of ``store``; does nothing where none waits.

    Returns:
        The file that was in its place, kept; None where there was none, or nothing to do.

    Raises:
        NotAllowed, FileTrouble: another process holds the file; the next opening goes on.
    """
    copy = ready(store)
    if not copy.exists():
        return None
    with file_errors():
        kept = _free_name(store)
        # The log first: it must never be read into the file that comes.
        for suffix in (_WAL, ""):
            path = store.with_name(store.name + suffix)
            if path.exists():
                path.rename(kept.with_name(kept.name + suffix))
        store.with_name(store.name + _SHM).unlink(missing_ok=True)
        sync_folder(store.parent)
        copy.rename(store)
        sync_folder(store.parent)
    return kept if kept.exists() else None


def _free_name(store: Path) -> Path:
    """``vault.db.damaged-N``, its log perhaps there already from a restore cut short."""
    wal = store.with_name(store.name + _WAL)
    number = 1
    while True:
        kept = store.with_name(f"{store.name}.damaged-{number}")
        taken = kept.with_name(kept.name + _WAL).exists() and wal.exists()
        if not kept.exists() and not taken:
            return kept
        number += 1
