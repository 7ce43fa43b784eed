"""Photos and files, as pieces inside the same encrypted file: one commit, no names on disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from fieldapp.event.receipt import PhotoState
from fieldapp.photos.previews import PREVIEW_BYTES
from fieldapp.store.database import Store
from fieldapp.store.errors import NotFound, StoreDamaged
from fieldapp.units import KIB, EventId, Sha256

PIECE_BYTES = 64 * KIB


@dataclass(frozen=True, slots=True)
class PhotoWaiting:
    """A photo or preview of an own report that HQ has not confirmed as complete.

    Args:
        sha: its hash.
        size: its length in bytes.
        precedence: rank of its report, 0 flash to 3 routine.
        state: what HQ is known to hold of it.
        announced: the own event that names it.
    """

    sha: Sha256
    size: int
    precedence: int
    state: PhotoState
    announced: EventId


def put_blob(store: Store, content: bytes, mime: str) -> Sha256:
    """Keeps a photo or file; keeping the same bytes twice keeps them once."""
    sha = Sha256(sha256(content).digest())
    with store.write() as connection:
        known = store.row("SELECT present FROM blob WHERE sha = ?", (sha,))
        if known is not None and known[0]:
            return sha
        connection.execute(
            "INSERT INTO blob(sha, size, mime, present) VALUES (?, ?, ?, 1)"
            " ON CONFLICT(sha) DO UPDATE SET present = 1, size = excluded.size",
            (sha, len(content), mime),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO piece(sha, i, bytes) VALUES (?, ?, ?)",
            [(sha, i, part) for i, part in enumerate(pieces(content))],
        )
    return sha


def pieces(content: bytes) -> Iterator[bytes]:
    """``content`` in stretches of 64 KiB, the last one shorter."""
    for at in range(0, len(content), PIECE_BYTES):
        yield content[at : at + PIECE_BYTES]


def read_blob(store: Store, sha: Sha256) -> bytes:
    """The whole file.

    Raises:
        NotFound: not held here.
        StoreDamaged: held, but its bytes are not those announced.
    """
    rows = store.rows("SELECT bytes FROM piece WHERE sha = ? ORDER BY i", (sha,))
    if not rows and store.row("SELECT 1 FROM blob WHERE sha = ? AND present = 1", (sha,)) is None:
        raise NotFound("This photo is not on this laptop yet.")
    content = b"".join(row[0] for row in rows)
    if sha256(content).digest() != sha:
        raise StoreDamaged(detail="a photo")
    return content


def read_piece(store: Store, sha: Sha256, offset: int, length: int) -> bytes:
    """The bytes from ``offset`` on, fewer than ``length`` at the end; raises `NotFound`."""
    first, last = offset // PIECE_BYTES, (offset + length - 1) // PIECE_BYTES
    rows = store.rows(
        "SELECT bytes FROM piece WHERE sha = ? AND i BETWEEN ? AND ? ORDER BY i",
        (sha, first, last),
    )
    if not rows:
        raise NotFound("This photo is not on this laptop.")
    start = offset - first * PIECE_BYTES
    return b"".join(row[0] for row in rows)[start : start + length]


def photos_waiting(store: Store) -> list[PhotoWaiting]:
    """Photos of own reports that HQ has not confirmed: small ones first, by rank, then age.

    A preview waits only as long as its photo does.
    """
    rows = store.rows(
        "SELECT b.sha, b.size, min(e.rank), b.hq_have, min(e.id) FROM blob b"
        " JOIN announced an ON an.sha = b.sha AND an.own = 1"
        " JOIN event e ON e.report = an.report AND e.id = an.event"
        " JOIN stream s ON s.id = e.stream AND s.open = 1"
        " LEFT JOIN blob photo ON photo.sha = an.preview_of"
        " WHERE b.present = 1 AND b.hq_complete = 0 AND coalesce(photo.hq_complete, 0) = 0"
        " GROUP BY b.sha ORDER BY b.size > ?, min(e.rank), min(e.n)",
        (PREVIEW_BYTES,),
    )
    return [
        PhotoWaiting(Sha256(sha), size, rank, PhotoState(False, have), EventId(event))
        for sha, size, rank, have, event in rows
    ]


def blobs_missing(store: Store) -> list[Sha256]:
    """Photos that reports held here name but whose bytes are elsewhere, oldest first.

    Previews, and photos as small, come before all others.
    """
    rows = store.rows(
        "SELECT b.sha FROM blob b JOIN announced an ON an.sha = b.sha"
        " JOIN event e ON e.report = an.report AND e.id = an.event"
        " LEFT JOIN blob photo ON photo.sha = an.preview_of"
        " WHERE b.present = 0 AND coalesce(photo.present, 0) = 0"
        " GROUP BY b.sha ORDER BY b.size > ?, min(e.n)",
        (PREVIEW_BYTES,),
    )
    return [Sha256(row[0]) for row in rows]
