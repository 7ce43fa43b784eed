"""Receipts: HQ's signed statement of what it durably holds. Nothing else proves delivery."""

import cbor2

from fieldapp.event.cbor import decode_cbor
from fieldapp.event.errors import BadEvent, BadSignature
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.receipt import PIECE_GRAIN, PhotoState, Receipt
from fieldapp.event.signing import SIGNATURE_BYTES, StreamKey, check_signature
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis
from sync.errors import BadReceipt
from sync.limits import BLOB_BYTES, RECEIPT_BEYOND

_TAG = "rcpt"
_PURPOSE = b"ufr1/rcpt\0"
MAX_BYTES = 256 * 1024
_HAVE_BYTES = BLOB_BYTES // PIECE_GRAIN // 8 + 1
"""One bit for each grain of the largest photo."""


def sign_receipt(receipt: Receipt, key: StreamKey) -> bytes:
    """The receipt's bytes, body then signature."""
    photos = [
        [sha, True if state.complete else state.have] for sha, state in receipt.photos.items()
    ]
    body = cbor2.dumps(
        [
            _TAG,
            receipt.epoch,
            receipt.stream,
            receipt.upto,
            receipt.head,
            list(receipt.beyond[:RECEIPT_BEYOND]),
            receipt.forked,
            receipt.t,
            photos,
            list(receipt.held),
        ],
        canonical=True,
    )
    return body + key.sign(_PURPOSE, body)


def open_receipt(raw: bytes, public: bytes) -> Receipt:
    """Steps 1 to 4 of ``sync/PROTOCOL.md``, section "Believing a receipt"; raises `BadReceipt`."""
    if not SIGNATURE_BYTES < len(raw) <= MAX_BYTES:
        raise BadReceipt(detail="length")
    body, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
    try:
        check_signature(public, _PURPOSE, body, signature)
        items = decode_cbor(body)
    except (BadSignature, BadEvent) as error:
        raise BadReceipt(detail=error.detail) from error
    try:
        return _from_items(items)
    except (TypeError, ValueError) as error:
        raise BadReceipt(detail="form") from error


def _from_items(items: object) -> Receipt:
    if not isinstance(items, list) or len(items) != 10 or items[0] != _TAG:
        raise BadReceipt(detail="not a receipt")
    _, epoch, stream, upto, head, beyond, forked, t, photos, held = items
    if not all(isinstance(listed, list) for listed in (beyond, photos, held)):
        raise BadReceipt(detail="no lists")
    numbers_ok = all(type(n) is int for n in (epoch, upto, t))
    ids_ok = all(isinstance(i, bytes) and len(i) == 32 for i in (head, *beyond, *held))
    if not numbers_ok or not ids_ok or not isinstance(forked, bool):
        raise BadReceipt(detail="malformed")
    if not isinstance(stream, bytes) or len(stream) != 16:
        raise BadReceipt(detail="no stream")
    if upto == 0 and head != GENESIS_PREV:
        raise BadReceipt(detail="head without events")
    states = dict(_photo(sha, state) for sha, state in photos)
    if len(states) != len(photos):
        raise BadReceipt(detail="a photo twice")
    return Receipt(
        epoch=epoch,
        stream=StreamId(stream),
        upto=upto,
        head=EventId(head),
        beyond=tuple(EventId(i) for i in beyond),
        forked=forked,
        t=UtcMillis(t),
        photos=states,
        held=tuple(EventId(i) for i in held),
    )


def _photo(sha: object, state: object) -> tuple[Sha256, PhotoState]:
    if not isinstance(sha, bytes) or len(sha) != 32:
        raise BadReceipt(detail="photo without a name")
    if state is True:
        return Sha256(sha), PhotoState(True)
    if not isinstance(state, bytes) or len(state) > _HAVE_BYTES:
        raise BadReceipt(detail="state of a photo")
    return Sha256(sha), PhotoState(False, state)
