"""Photos at HQ: announced by an event, arriving in pieces, whole once their hash fits."""

from dataclasses import replace
from hashlib import sha256

from fieldapp.event.receipt import PIECE_GRAIN, PhotoState
from fieldapp.units import StreamId
from sync.body import PieceBody
from sync.hq.opening import PhotoClaim
from sync.hq.store import BlobRow, HqTx

BEYOND_END = "photo.beyond-end"


def announce(tx: HqTx, stream: StreamId, claim: PhotoClaim) -> None:
    """From now on pieces of this photo are taken."""
    row = tx.blobs.get(claim.sha)
    if row is None:
        # An empty photo has no piece that could make it whole.
        tx.blobs.put(BlobRow(claim.sha, claim.size, stream, claim.size == 0, b""))
    elif row.size != claim.size and not row.complete:
        # One of the two claims is wrong. The newer one gets its chance: what is held was
        # never whole, and a true sender sends it again.
        tx.blobs.drop_pieces(claim.sha)
        tx.blobs.put(replace(row, size=claim.size, stream=stream, have=b""))


def take_piece(tx: HqTx, row: BlobRow, piece: PieceBody) -> str:
    """Keeps what is new in a piece of an announced photo.

    Returns:
        A note: ``stored``, or what was wrong.
    """
    if row.complete:
        return "stored"
    end = piece.offset + len(piece.content)
    if end > row.size:
        return BEYOND_END
    have = bytearray(row.have or bytes(_bitmap_bytes(row.size)))
    for offset, content in _missing(have, piece, row.size):
        tx.blobs.add_piece(row.sha, offset, content)
    row = replace(row, have=bytes(have))
    if not _all_held(row):
        tx.blobs.put(row)
        return "stored"
    digest = sha256()
    for content in tx.blobs.pieces(row.sha):
        digest.update(content)
    if digest.digest() == row.sha:
        tx.blobs.put(replace(row, complete=True, have=b""))
        return "stored"
    tx.blobs.drop_pieces(row.sha)
    tx.blobs.put(replace(row, have=b""))
    return "photo.hash"


def state_of(row: BlobRow) -> PhotoState:
    """What a receipt says of a photo."""
    return PhotoState(True) if row.complete else PhotoState(False, row.have)


def _missing(have: bytearray, piece: PieceBody, size: int) -> list[tuple[int, bytes]]:
    """The stretches of ``piece`` not held yet, marked as held in ``have``.

    A stretch that ends neither on the grain nor at the photo's end is cut back to the grain.
    """
    runs: list[tuple[int, bytearray]] = []
    for at in range(0, len(piece.content), PIECE_GRAIN):
        content = piece.content[at : at + PIECE_GRAIN]
        offset = piece.offset + at
        grain = offset // PIECE_GRAIN
        whole = len(content) == PIECE_GRAIN or offset + len(content) == size
        if not whole or have[grain // 8] >> (grain % 8) & 1:
            continue
        have[grain // 8] |= 1 << (grain % 8)
        if runs and runs[-1][0] + len(runs[-1][1]) == offset:
            runs[-1][1].extend(content)
        else:
            runs.append((offset, bytearray(content)))
    return [(offset, bytes(content)) for offset, content in runs]


def _all_held(row: BlobRow) -> bool:
    return sum(byte.bit_count() for byte in row.have) == _grains(row.size)


def _bitmap_bytes(size: int) -> int:
    return (_grains(size) + 7) // 8


def _grains(size: int) -> int:
    return (size + PIECE_GRAIN - 1) // PIECE_GRAIN
