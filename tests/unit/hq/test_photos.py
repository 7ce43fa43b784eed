"""A photo's pieces at HQ: which stretches are held, and when the photo is whole."""

from hashlib import sha256

import pytest

from fieldapp.event.receipt import PIECE_GRAIN, PhotoState
from fieldapp.units import Sha256, StreamId
from sync.body import PieceBody
from sync.hq import photos
from sync.hq.app import Hq
from sync.hq.opening import PhotoClaim
from sync.hq.store import BlobRow, HqTx
from tests.support.mission import seeded

AUTHOR, OTHER = StreamId(b"a" * 16), StreamId(b"b" * 16)
PHOTO = seeded(5)(9 * PIECE_GRAIN + 100)
SHA = Sha256(sha256(PHOTO).digest())


def row_of(tx: HqTx, sha: Sha256 = SHA) -> BlobRow:
    row = tx.blobs.get(sha)
    assert row is not None
    return row


def take(tx: HqTx, first: int, grains: int) -> str:
    """Takes some grains of the photo in as one piece."""
    at = first * PIECE_GRAIN
    content = PHOTO[at : at + grains * PIECE_GRAIN]
    return photos.take_piece(tx, row_of(tx), PieceBody(SHA, at, content))


def test_what_is_held_is_said_to_the_bit_and_forgotten_once_it_is_whole(hq: Hq) -> None:
    with hq.store.writing() as tx:
        photos.announce(tx, AUTHOR, PhotoClaim(SHA, len(PHOTO)))
        assert photos.state_of(row_of(tx)) == PhotoState(False)
        assert take(tx, 2, 1) == "stored"
        assert photos.state_of(row_of(tx)) == PhotoState(False, b"\x04\x00")
        assert take(tx, 8, 2) == "stored"
        assert photos.state_of(row_of(tx)) == PhotoState(False, b"\x04\x03")
        assert take(tx, 0, 8) == "stored"
        assert row_of(tx) == BlobRow(SHA, len(PHOTO), AUTHOR, True, b"")
        assert take(tx, 0, 8) == "stored"
        assert b"".join(tx.blobs.pieces(SHA)) == PHOTO


def test_of_a_piece_that_overlaps_only_what_is_new_is_kept(hq: Hq) -> None:
    with hq.store.writing() as tx:
        photos.announce(tx, AUTHOR, PhotoClaim(SHA, len(PHOTO)))
        take(tx, 0, 1)
        take(tx, 2, 1)
        take(tx, 0, 6)
        lengths = [len(piece) for piece in tx.blobs.pieces(SHA)]
    assert lengths == [PIECE_GRAIN, PIECE_GRAIN, PIECE_GRAIN, 3 * PIECE_GRAIN]


@pytest.mark.parametrize("size", [1, PIECE_GRAIN, PIECE_GRAIN + 1, 8 * PIECE_GRAIN])
def test_it_is_whole_with_its_last_byte_whatever_its_size(hq: Hq, size: int) -> None:
    photo = PHOTO[:size]
    sha = Sha256(sha256(photo).digest())
    with hq.store.writing() as tx:
        photos.announce(tx, AUTHOR, PhotoClaim(sha, size))
        for at in range(0, size, PIECE_GRAIN):
            row = row_of(tx, sha)
            assert (row.complete, len(row.have)) == (False, 1 if at else 0)
            piece = PieceBody(sha, at, photo[at : at + PIECE_GRAIN])
            assert photos.take_piece(tx, row_of(tx, sha), piece) == "stored"
        assert row_of(tx, sha).complete


def test_another_size_begins_anew_for_whoever_claims_it(hq: Hq) -> None:
    with hq.store.writing() as tx:
        photos.announce(tx, OTHER, PhotoClaim(SHA, 2 * PIECE_GRAIN))
        take(tx, 0, 1)
        photos.announce(tx, AUTHOR, PhotoClaim(SHA, len(PHOTO)))
        assert row_of(tx) == BlobRow(SHA, len(PHOTO), AUTHOR, False, b"")
        assert list(tx.blobs.pieces(SHA)) == []
