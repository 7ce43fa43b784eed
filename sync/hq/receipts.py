"""Receipts: what HQ says it holds of a stream, signed. Build them from committed rows only."""

from collections.abc import Iterable

from fieldapp.clock import Clock
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from sync.hq.photos import state_of
from sync.hq.store import HqTx, StreamRow
from sync.limits import RECEIPT_BEYOND
from sync.receipt import sign_receipt

HELD_LISTED = 200
PHOTOS_LISTED = 200
"""Photos in a receipt that goes by courier, where nobody could ask for more."""


def build(tx: HqTx, row: StreamRow, photos: Iterable[bytes], clock: Clock) -> Receipt:
    """The receipt of a stream.

    Args:
        tx: a view in which everything the receipt covers is committed.
        row: the stream.
        photos: hashes to report on; unknown ones are left out.
        clock: HQ's clock.
    """
    known = [blob for sha in photos if (blob := tx.blobs.get(sha)) is not None]
    return Receipt(
        epoch=tx.epoch,
        stream=row.stream,
        upto=row.upto,
        head=row.head,
        beyond=tuple(tx.events.beyond(row.stream, row.upto, RECEIPT_BEYOND)),
        forked=row.forked,
        t=clock.now(),
        photos={blob.sha: state_of(blob) for blob in known},
        held=tuple(tx.events.held(row.stream, HELD_LISTED)),
    )


def signed(
    tx: HqTx, row: StreamRow, photos: Iterable[bytes], clock: Clock, key: StreamKey
) -> bytes:
    """As `build`, signed with HQ's receipt key."""
    return sign_receipt(build(tx, row, photos, clock), key)


def for_courier(tx: HqTx, row: StreamRow, clock: Clock, key: StreamKey) -> bytes:
    """A receipt that reports on the stream's newest and all its incomplete photos."""
    listed = [blob.sha for blob in tx.blobs.of_stream(row.stream, PHOTOS_LISTED)]
    return signed(tx, row, listed, clock, key)
